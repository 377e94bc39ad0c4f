//! What becomes of the number cells of a row: nothing of it is kept, since there are many rows and few are looked at.

use crate::phone::PhoneNumber;

use super::changes::UsersPlan;
use super::known::Holder;
use super::report::NumberOutcome;
use super::row::{Draft, Want};

impl UsersPlan {
    /// What happens to the number cells of a row that are not blank, by slot.
    pub(super) fn number_outcomes(&self, place: usize) -> impl Iterator<Item = (usize, NumberOutcome)> {
        let draft = self.drafts.get(place).filter(|draft| draft.outline.is_some());
        draft.into_iter().flat_map(move |draft| {
            let cells = draft.wants.iter().zip(draft.held).enumerate();
            cells.filter_map(move |(slot, (want, held))| {
                let outcome = self.number_outcome(draft, *want, held)?;
                Some((slot, outcome))
            })
        })
    }

    fn number_outcome(&self, draft: &Draft, want: Want, held: Option<PhoneNumber>) -> Option<NumberOutcome> {
        let (number, holder) = match want {
            Want::Keep => return None,
            Want::Ignored(code) => return Some(NumberOutcome::Ignored(code)),
            Want::Clear => {
                // It may have another slot now.
                let freed = held.filter(|number| !draft.still_holds(*number));
                return Some(NumberOutcome::Cleared(freed));
            }
            Want::Number(number, _) if held == Some(number) => return Some(NumberOutcome::Unchanged(number)),
            Want::Number(number, holder) => (number, holder),
        };
        if let Some(from) = draft.slot_of(number) {
            return Some(NumberOutcome::Shifted { number, from });
        }
        let Holder::Person(person) = holder else {
            return Some(NumberOutcome::Assigned(number));
        };
        let other = self.reader.known.person(person)?.user.id;
        let row = self.rows_of_people.get(person).copied().flatten();
        let gets = row.and_then(|row| self.drafts.get(row)).map(Draft::numbers_after);
        let mut mine = draft.held.iter().flatten();
        Some(
            if mine.any(|number| gets.is_some_and(|gets| gets.contains(&Some(*number)))) {
                NumberOutcome::Swapped { number, with: other }
            } else {
                NumberOutcome::Moved { number, from: other }
            },
        )
    }
}
