//! The dry run: every row read, then all rows settled against the state after the file (specification 8.2).

use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::people::{Role, in_small_letters};
use crate::phone::PhoneNumber;

use super::column::{Column, SLOTS, layout};
use super::edit::Outline;
use super::known::{Holder, Known};
use super::log::{BulkError, Code, other_lines};
use super::read::Reader;
use super::rights::Rights;
use super::row::{Draft, Want};
use super::sheet::Sheet;

/// A dry run that can be done in steps, so that a page stays alive under a large file. Dropping it cancels.
#[derive(Debug)]
pub struct Check {
    pub(super) reader: Reader,
    pub(super) drafts: Vec<Draft>,
    pub(super) errors: Vec<BulkError>,
}

/// A number cell: row and slot.
type Place = (usize, usize);

impl Check {
    /// Begins a dry run on a workspace.
    ///
    /// # Errors
    /// A header that does not fit the template: the whole file is refused (R92).
    pub fn new(
        known: impl Into<Arc<Known>>,
        sheet: impl Into<Arc<Sheet>>,
        rights: Rights,
    ) -> Result<Self, BulkError> {
        let (known, sheet) = (known.into(), sheet.into());
        let columns = layout(&sheet, &known.workspace).map_err(BulkError::from)?;
        Ok(Self {
            drafts: Vec::with_capacity(sheet.len()),
            errors: Vec::new(),
            reader: Reader::new(known, sheet, columns, &rights),
        })
    }

    /// Reads up to so many rows; true once every row is read and `finish` has its turn.
    pub fn step(&mut self, rows: usize) -> bool {
        let next = self.drafts.len();
        for index in next..next.saturating_add(rows) {
            let Some(row) = self.reader.sheet.row(index) else {
                break;
            };
            self.drafts.push(self.reader.read(&row, &mut self.errors));
        }
        self.drafts.len() == self.reader.sheet.len()
    }

    /// Rows read so far, and rows there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.drafts.len(), self.reader.sheet.len())
    }

    /// Everything that takes more than one row to know.
    pub(super) fn settle(&mut self) {
        while !self.step(usize::MAX) {}
        self.skip_users_named_twice();
        self.skip_addresses_taken_twice();
        self.ignore_numbers_of_several_rows();
        self.ignore_numbers_of_those_who_are_no_agents();
        self.ignore_numbers_of_others();
        self.keep_role_of_those_with_numbers();
        self.warn_of_missing_personal_queues();
        self.errors.sort_by_key(|error| (error.line, error.column));
        // One line a cell: what was found first.
        self.errors
            .dedup_by(|later, first| (later.line, later.column) == (first.line, first.column));
    }

    /// Two rows for one user have no safe winner, like numbers (A15).
    fn skip_users_named_twice(&mut self) {
        let mut first_rows = vec![None; self.reader.known.len()];
        let known = self.drafts.iter().map(|draft| draft.present);
        let known = twins(known, |place, row| {
            let first = first_rows.get_mut(place);
            first.map_or(row, |first| *first.get_or_insert(row))
        });
        let rows = self.reader.sheet.rows().zip(&self.drafts);
        let new = rows.map(|(row, draft)| {
            let address = self.reader.address(&row);
            let is_new = draft.present.is_none() && !address.is_empty();
            is_new.then(|| in_small_letters(address))
        });
        let new = equal_twins(new);
        for twins in [known, new] {
            self.skip_twins(twins, Code::UserDuplicateInFile, "this user stands");
        }
    }

    fn skip_addresses_taken_twice(&mut self) {
        let reader = &self.reader;
        // Without new addresses, who would have the same one is named twice.
        let Some(place) = reader.place_of_new_addresses() else {
            return;
        };
        let rows = reader.sheet.rows().zip(&self.drafts);
        let addresses = rows.map(|(row, draft)| {
            draft.outline?;
            let present = draft.present.and_then(|place| reader.known.person(place));
            let address = match row.cell(place) {
                "" => present.map_or_else(|| reader.address(&row), |person| &person.user.email),
                new => new,
            };
            Some(in_small_letters(address))
        });
        let twins = equal_twins(addresses);
        self.skip_twins(twins, Code::EmailTaken, "this address stands, after the file,");
    }

    /// Skips every row of these groups.
    fn skip_twins(&mut self, twins: Vec<Vec<usize>>, code: Code, what: &str) {
        for rows in twins {
            for &row in &rows {
                let others = self.other_lines(&rows, row);
                self.note(
                    row,
                    &Column::Email,
                    code,
                    format!("{what} in {others} too: keep one of these rows"),
                );
                if let Some(draft) = self.drafts.get_mut(row) {
                    draft.outline = None;
                }
            }
        }
    }

    /// Step 5: a number in two or more rows goes to none of them (R88). Rows that are skipped count: what they ask
    /// for is no safer.
    fn ignore_numbers_of_several_rows(&mut self) {
        let mut asked: Vec<(PhoneNumber, Place)> = self.places().collect();
        asked.sort_unstable();
        for group in asked
            .chunk_by(|(a, _), (b, _)| a == b)
            .filter(|group| group.len() > 1)
        {
            let rows: Vec<usize> = group.iter().map(|(_, (row, _))| *row).collect();
            for &(number, place) in group {
                let others = self.other_lines(&rows, place.0);
                let message = format!("`{number}` stands in {others} too: keep it in one row");
                self.ignore(place, Code::NumberDuplicateInFile, message);
            }
        }
    }

    /// Step 7: numbers are for those who have the Agent role after the row (R29).
    fn ignore_numbers_of_those_who_are_no_agents(&mut self) {
        let places: Vec<Place> = self.places().map(|(_, place)| place).collect();
        for place in places {
            let outline = self.drafts.get(place.0).and_then(|draft| draft.outline);
            if outline.is_some_and(|user| !user.is_agent) {
                let message = "this user does not have the Agent role: set Role: Agent to 1 in this row";
                self.ignore(place, Code::NotAnAgent, message.to_owned());
            }
        }
    }

    /// Step 6: a number that somebody else keeps is not to be had. A cell ignored for it keeps its own old number,
    /// which may be what another row waits for, and so on, until nothing changes any more.
    fn ignore_numbers_of_others(&mut self) {
        let mut wanted: Vec<(PhoneNumber, Place)> = self.places().collect();
        wanted.sort_unstable();
        let place_of = |number: PhoneNumber| {
            let found = wanted.binary_search_by_key(&number, |(number, _)| *number);
            wanted.get(found.ok()?).map(|(_, place)| *place)
        };
        let rows = self.rows_of_people();
        let mut open: Vec<Place> = wanted.iter().map(|(_, place)| *place).collect();
        while let Some(place) = open.pop() {
            let (row, slot) = place;
            let Some(draft) = self.drafts.get(row) else {
                continue;
            };
            let Some(&Want::Number(number, holder)) = draft.wants.get(slot) else {
                continue;
            };
            let is_free = match holder {
                Holder::Nobody => true,
                Holder::Queue => false,
                Holder::Person(person) => {
                    let other = rows.get(person).and_then(|row| self.drafts.get((*row)?));
                    draft.present == Some(person) || other.is_some_and(|other| !other.still_holds(number))
                }
            };
            if is_free {
                continue;
            }
            let how = match holder {
                Holder::Queue => "take it from there first",
                _ => "take it from there first, or in this file",
            };
            let record = self.reader.known.workspace.number(number);
            let owner = record.and_then(|record| record.owner());
            let holder = owner.map(|owner| self.reader.known.workspace.owner_name(owner));
            let message = format!("`{number}` belongs to {}: {how}", holder.unwrap_or_default());
            let kept = draft.held.get(slot).copied().flatten();
            self.ignore(place, Code::NumberAssignedElsewhere, message);
            open.extend(kept.and_then(place_of));
        }
    }

    /// The row of each person known.
    pub(super) fn rows_of_people(&self) -> Vec<Option<usize>> {
        let mut rows = vec![None; self.reader.known.len()];
        for (row, draft) in self.drafts.iter().enumerate() {
            if let Some(of) = draft.present.and_then(|place| rows.get_mut(place)) {
                *of = Some(row);
            }
        }
        rows
    }

    /// A31: who keeps numbers keeps the Agent role.
    fn keep_role_of_those_with_numbers(&mut self) {
        for row in 0..self.drafts.len() {
            let Some(draft) = self.drafts.get_mut(row) else {
                continue;
            };
            let is_none_after = draft.outline.is_some_and(|user| !user.is_agent);
            let present = draft.present.and_then(|place| self.reader.known.person(place));
            let loses = is_none_after && present.is_some_and(|person| person.user.is_agent());
            if loses && draft.numbers_after() != [None; SLOTS] {
                draft.outline.as_mut().map(Outline::keep_agent);
                let message =
                    "direct numbers stay with this user: clear them with NONE in the same row".to_owned();
                self.note(row, &Column::Role(Role::Agent), Code::AgentHasNumbers, message);
            }
        }
    }

    /// R71: a warning, and the number is assigned.
    fn warn_of_missing_personal_queues(&mut self) {
        let lacks_queue = |draft: &Draft| {
            let present = draft.present.and_then(|place| self.reader.known.person(place));
            draft.outline.is_some() && present.is_none_or(|person| !person.has_queue)
        };
        let lacking = (self.places()).filter(|(number, (row, _))| {
            let draft = self.drafts.get(*row);
            draft.is_some_and(|draft| !draft.held.contains(&Some(*number)) && lacks_queue(draft))
        });
        for (_, (row, slot)) in lacking.collect::<Vec<_>>() {
            let message = "this agent has no personal queue where these chats can wait: make one".to_owned();
            self.note(row, &Column::Number(slot), Code::NoPersonalQueue, message);
        }
    }

    /// Every number that is still asked for, and where.
    fn places(&self) -> impl Iterator<Item = (PhoneNumber, Place)> {
        let rows = self.drafts.iter().enumerate();
        rows.flat_map(|(row, draft)| {
            let wants = draft.wants.iter().enumerate();
            wants.filter_map(move |(slot, want)| match want {
                Want::Number(number, _) => Some((*number, (row, slot))),
                _ => None,
            })
        })
    }

    fn ignore(&mut self, (row, slot): Place, code: Code, message: String) {
        self.note(row, &Column::Number(slot), code, message);
        let want = self
            .drafts
            .get_mut(row)
            .and_then(|draft| draft.wants.get_mut(slot));
        if let Some(want) = want {
            *want = Want::Ignored(code);
        }
    }

    fn note(&mut self, row: usize, column: &Column, code: Code, message: String) {
        let reader = &self.reader;
        if let Some(row) = reader.sheet.row(row) {
            let place = reader.place_of(column).unwrap_or_default();
            self.errors.push(reader.error(&row, place, code, message));
        }
    }

    fn other_lines(&self, rows: &[usize], but: usize) -> String {
        let line = |row: usize| self.reader.sheet.line(row);
        let lines = rows.iter().filter_map(|row| line(*row));
        other_lines(lines, line(but).unwrap_or_default(), rows.len())
    }
}

/// The rows whose key another row has too, in groups. `first_with` tells the first row with a key, given one that has it.
fn twins<K>(
    keys: impl Iterator<Item = Option<K>>,
    mut first_with: impl FnMut(K, usize) -> usize,
) -> Vec<Vec<usize>> {
    let mut twins: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (row, key) in keys.enumerate() {
        let Some(key) = key else {
            continue;
        };
        let first = first_with(key, row);
        if first != row {
            twins.entry(first).or_insert_with(|| vec![first]).push(row);
        }
    }
    twins.into_values().collect()
}

/// The same for any keys.
fn equal_twins<K: Hash + Eq>(keys: impl Iterator<Item = Option<K>>) -> Vec<Vec<usize>> {
    let mut first: FxHashMap<K, usize> = FxHashMap::default();
    first.reserve(keys.size_hint().0);
    twins(keys, |key, row| *first.entry(key).or_insert(row))
}
