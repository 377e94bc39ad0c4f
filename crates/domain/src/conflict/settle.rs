//! Doing what was chosen about the conflicts.

use std::collections::{BTreeMap, BTreeSet};

use super::class::Choice;
use super::field::{Field, NumberField, UserField};
use super::find::{Conflict, Place, Rebase, find, title};
use super::value::Value;
use super::write::write;
use crate::draft::Parked;
use crate::intent::{Changes, Intent, UserChange};
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
    /// Its fields that are dropped; all of it where there is none to name.
    dropped: Vec<Option<Field>>,
    /// Those that are set aside, and why.
    parked: Vec<(Option<Field>, String)>,
    instead: Option<Intent>,
}

/// The draft's changes with each conflict settled as chosen, in the order of `rebase.conflicts`; a conflict without a
/// choice stays as it is, and so does one that is to have a number which an earlier one has been given. What the head has
/// already is dropped where the head refuses it.
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
        fates.entry(*place).or_default().dropped.push(None);
    }
    for (conflict, choice) in answers(rebase, choices) {
        if choice == Choice::Base {
            behind.extend(conflict.fields().filter_map(|field| write(field, head, base)));
        }
        let is_assignment = |place: &&Place| matches!(place.of(intents), Some(Intent::Assign { .. }));
        let last = conflict.places.iter().rev().find(is_assignment);
        for place in &conflict.places {
            let fate = fates.entry(*place).or_default();
            let assignment = last
                .filter(|last| *last == place)
                .and_then(|place| place.of(intents));
            decide(fate, conflict, choice, assignment, head);
        }
    }
    let mut settled = Settled::default();
    for (index, intent) in intents.iter().enumerate() {
        let left = match intent {
            Intent::Bulk { title, changes } => {
                let all = changes.len();
                let changes: Changes = changes
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

/// Whether the draft, settled so, writes over nothing that somebody has not been asked about: then it stands on the head.
pub fn is_answered(
    base: &Workspace,
    head: &Workspace,
    rebase: &Rebase,
    choices: &[Option<Choice>],
    settled: &Settled,
) -> bool {
    let mut chosen: BTreeSet<Field> = BTreeSet::new();
    for (conflict, choice) in answers(rebase, choices) {
        match choice {
            Choice::Mine | Choice::Base => chosen.extend(conflict.fields().cloned()),
            Choice::Number(number) => {
                chosen.extend(
                    [NumberField::Owner, NumberField::Slot].map(|field| Field::Number(number, field)),
                );
            }
            Choice::Owner(_) => chosen.extend(conflict.field.clone()),
            Choice::Theirs | Choice::Park => {}
        }
    }
    let rest = find(base, head, &settled.intents);
    let is_chosen = |conflict: &Conflict| {
        conflict.refusal.is_none() && conflict.fields().all(|field| chosen.contains(field))
    };
    rest.conflicts.iter().all(is_chosen)
}

/// The conflicts that have an answer; of those that are to have one number, the first.
fn answers<'a>(
    rebase: &'a Rebase,
    choices: &'a [Option<Choice>],
) -> impl Iterator<Item = (&'a Conflict, Choice)> {
    let mut given = BTreeSet::new();
    let answered = rebase.conflicts.iter().zip(choices);
    answered.filter_map(move |(conflict, choice)| match (*choice)? {
        Choice::Number(number) if !given.insert(number) => None,
        choice => Some((conflict, choice)),
    })
}

/// `assignment` is the change where it is the last of the conflict that gives the number to somebody.
fn decide(
    fate: &mut Fate,
    conflict: &Conflict,
    choice: Choice,
    assignment: Option<&Intent>,
    head: &Workspace,
) {
    // A refused change goes as a whole; one that clashes in a field goes with that field.
    let out = conflict.field.clone().filter(|_| conflict.refusal.is_none());
    match (choice, assignment) {
        (Choice::Mine, _) => {}
        (Choice::Park, _) => fate.parked.push((out, conflict.reason(head))),
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
        (Choice::Base | Choice::Theirs | Choice::Number(_) | Choice::Owner(_), _) => fate.dropped.push(out),
    }
}

/// What is left of a change.
fn carry(fate: Option<&Fate>, intent: &Intent, settled: &mut Settled) -> Option<Intent> {
    let Some(fate) = fate else {
        return Some(intent.clone());
    };
    let mut left = Some(fate.instead.as_ref().unwrap_or(intent).clone());
    let fields: Vec<&Option<Field>> = fate.parked.iter().map(|(field, _)| field).collect();
    if let Some(intent) = take(&mut left, &fields) {
        let reasons: Vec<&str> = fate.parked.iter().map(|(_, reason)| reason.as_str()).collect();
        let reason = reasons.join("; ");
        settled.parked.push(Parked {
            intent,
            reason,
            base: None,
        });
    }
    let fields: Vec<&Option<Field>> = fate.dropped.iter().collect();
    settled.dropped.extend(take(&mut left, &fields));
    left
}

/// Takes these fields out of what is left of a change.
fn take(left: &mut Option<Intent>, out: &[&Option<Field>]) -> Option<Intent> {
    if out.is_empty() {
        return None;
    }
    let (gone, rest) = split(&left.take()?, out);
    *left = rest;
    Some(gone)
}

/// The fields of a change that go, and what is left of it. Only the details of a user can go one by one.
fn split(intent: &Intent, out: &[&Option<Field>]) -> (Intent, Option<Intent>) {
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

    /// What was, what is and what the draft makes of it, in words; a record that there never was is not called deleted.
    pub fn sides(&self, workspace: &Workspace) -> [String; 3] {
        let mut was_there = false;
        [&self.base, &self.theirs, &self.mine].map(|value| {
            was_there |= *value != Value::Missing;
            if was_there {
                value.words(workspace)
            } else {
                "not there".to_owned()
            }
        })
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
