//! Doing what was chosen about the conflicts.

use std::collections::BTreeMap;

use super::class::Choice;
use super::field::{Field, UserField};
use super::find::{Conflict, Place, Rebase, title};
use super::write::write;
use crate::draft::Parked;
use crate::intent::{Intent, UserChange};
use crate::workspace::Workspace;

/// A draft's changes after its conflicts were settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// What the draft does now.
    pub intents: Vec<Intent>,
    /// What was set aside by these choices.
    pub parked: Vec<Parked>,
    /// What was dropped by them.
    pub dropped: Vec<Intent>,
}

/// What becomes of one change.
#[derive(Default)]
struct Fate {
    /// Its fields that go; all of it where there is none to name.
    out: Vec<Option<Field>>,
    /// Why it is set aside, where it is.
    parked: Option<String>,
    instead: Option<Intent>,
}

/// The draft's changes with each conflict settled as chosen, in the order of `rebase.conflicts`; a conflict without a
/// choice stays as it is. What the head has already is dropped where the head refuses it.
pub fn settle(
    base: &Workspace,
    head: &Workspace,
    intents: &[Intent],
    rebase: &Rebase,
    choices: &[Option<Choice>],
) -> Settled {
    let mut fates: BTreeMap<Place, Fate> = BTreeMap::new();
    let mut behind = Vec::new();
    for place in &rebase.refused_already {
        fates.entry(*place).or_default().out.push(None);
    }
    for (conflict, choice) in rebase.conflicts.iter().zip(choices) {
        let Some(choice) = choice else { continue };
        if *choice == Choice::Base {
            let field = conflict.field.as_ref();
            behind.extend(field.and_then(|field| write(field, head, base)));
        }
        for place in &conflict.places {
            let fate = fates.entry(*place).or_default();
            decide(fate, conflict, *choice, part(intents, *place), head);
        }
    }
    let mut settled = Settled::default();
    for (index, intent) in intents.iter().enumerate() {
        let left = match intent {
            Intent::Bulk { title, changes } => {
                let all = changes.len();
                let changes: Vec<Intent> = changes
                    .iter()
                    .enumerate()
                    .filter_map(|(part, change)| {
                        let place = Place {
                            intent: index,
                            part: Some(part),
                        };
                        carry(fates.get(&place), change, &mut settled)
                    })
                    .collect();
                let title = title.clone();
                (all == 0 || !changes.is_empty()).then_some(Intent::Bulk { title, changes })
            }
            single => {
                let place = Place {
                    intent: index,
                    part: None,
                };
                carry(fates.get(&place), single, &mut settled)
            }
        };
        settled.intents.extend(left);
    }
    settled.intents.extend(behind);
    settled
}

fn part(intents: &[Intent], place: Place) -> Option<&Intent> {
    match (intents.get(place.intent), place.part) {
        (Some(Intent::Bulk { changes, .. }), Some(part)) => changes.get(part),
        (intent, _) => intent,
    }
}

fn decide(fate: &mut Fate, conflict: &Conflict, choice: Choice, intent: Option<&Intent>, head: &Workspace) {
    // A refused change goes as a whole; one that clashes in a field goes with that field.
    let out = conflict.field.clone().filter(|_| conflict.refusal.is_none());
    match (choice, intent) {
        (Choice::Mine, _) => {}
        (Choice::Park, _) => {
            fate.out.push(out);
            fate.parked.get_or_insert_with(|| conflict.reason(head));
        }
        (Choice::Number(number), Some(Intent::Assign { owner, slot, .. })) => {
            fate.instead = Some(Intent::Assign {
                number,
                owner: *owner,
                slot: *slot,
            });
        }
        (Choice::Owner(owner), Some(Intent::Assign { number, .. })) => {
            fate.instead = Some(Intent::Assign {
                number: *number,
                owner,
                slot: None,
            });
        }
        // With another number or owner goes what led up to the assignment, such as taking the number from somebody.
        (Choice::Base | Choice::Theirs | Choice::Number(_) | Choice::Owner(_), _) => fate.out.push(out),
    }
}

/// What is left of a change.
fn carry(fate: Option<&Fate>, intent: &Intent, settled: &mut Settled) -> Option<Intent> {
    let Some(fate) = fate else {
        return Some(intent.clone());
    };
    if fate.out.is_empty() {
        return Some(fate.instead.clone().unwrap_or_else(|| intent.clone()));
    }
    let (gone, left) = split(intent, &fate.out);
    match &fate.parked {
        Some(reason) => settled.parked.push(Parked {
            intent: gone,
            reason: reason.clone(),
        }),
        None => settled.dropped.push(gone),
    }
    left
}

/// The fields of a change that go, and what is left of it. Only the details of a user can go one by one.
fn split(intent: &Intent, out: &[Option<Field>]) -> (Intent, Option<Intent>) {
    let Intent::EditUser { user, change } = intent else {
        return (intent.clone(), None);
    };
    let goes = |field: UserField| {
        out.iter().any(|out| match out {
            None => true,
            Some(Field::User(_, gone)) => *gone == field,
            Some(_) => false,
        })
    };
    let mut gone = change.clone();
    let mut left = change.clone();
    part_of(&mut gone.email, &mut left.email, goes(UserField::Email));
    part_of(
        &mut gone.first_name,
        &mut left.first_name,
        goes(UserField::FirstName),
    );
    part_of(
        &mut gone.last_name,
        &mut left.last_name,
        goes(UserField::LastName),
    );
    part_of(&mut gone.alias, &mut left.alias, goes(UserField::Alias));
    part_of(
        &mut gone.agent_number,
        &mut left.agent_number,
        goes(UserField::AgentNumber),
    );
    part_of(&mut gone.location, &mut left.location, goes(UserField::Location));
    part_of(
        &mut gone.chat_concurrency,
        &mut left.chat_concurrency,
        goes(UserField::Concurrency),
    );
    gone.extra
        .retain(|header, _| goes(UserField::Extra(header.clone())));
    left.extra
        .retain(|header, _| !goes(UserField::Extra(header.clone())));
    let edit = |change| Intent::EditUser { user: *user, change };
    let is_left = left != UserChange::default();
    (edit(gone), is_left.then(|| edit(left)))
}

fn part_of<T>(gone: &mut Option<T>, left: &mut Option<T>, goes: bool) {
    if goes {
        *left = None;
    } else {
        *gone = None;
    }
}

impl Conflict {
    /// Why it is a conflict, in a sentence that stays understandable when the head has moved on.
    pub fn reason(&self, head: &Workspace) -> String {
        match (&self.refusal, &self.field) {
            (Some(refusal), _) => refusal.to_string(),
            (None, Some(field)) => format!("{} became {}", field.name(&[head]), self.theirs.words(head)),
            (None, None) => String::new(),
        }
    }

    /// What it is about: the field where both meet, else the change that cannot be made.
    pub fn title(&self, intents: &[Intent], workspaces: &[&Workspace]) -> String {
        match (
            &self.refusal,
            &self.field,
            self.places.first(),
            workspaces.first(),
        ) {
            (None, Some(field), ..) => field.name(workspaces),
            (_, _, Some(place), Some(workspace)) => title(intents, *place, workspace),
            _ => String::new(),
        }
    }
}
