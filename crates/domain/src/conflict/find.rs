//! Finding what clashes: the draft on its base, the draft on the head, and what lies between the two.

use std::collections::{BTreeMap, BTreeSet};

use super::class::{Choice, Class, is_so_already};
use super::field::{Field, NumberField, QueueField};
use super::order::is_right_behind_the_same;
use super::refers::refers;
use super::trace::{Leaf, Outcome, trace};
use super::unite::unite;
use super::value::Value;
use super::write::write;
use crate::intent::Intent;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

pub use super::trace::Place;

/// What becomes of each change of a draft on a newer head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rebase {
    /// What needs a person, in the order of the draft.
    pub conflicts: Vec<Conflict>,
    /// What the head has already, just as the draft would have it; those of them which are refused for that.
    pub already: Vec<Place>,
    /// Of those, what the head refuses: it has to go before the rest can be published.
    pub refused_already: Vec<Place>,
    /// Another field of the same record was published meanwhile: both stand.
    pub merged: Vec<Place>,
    /// Nothing of their record was published meanwhile.
    pub disjoint: Vec<Place>,
}

/// A change that needs a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Why.
    pub class: Class,
    /// The field in which both meet, where it is one.
    pub field: Option<Field>,
    /// Other fields in which they meet, written by changes that cannot be taken apart: one answer for all of them.
    pub beside: Vec<Field>,
    /// The changes of the draft that have to do with it.
    pub places: Vec<Place>,
    /// What stood there when the draft was begun.
    pub base: Value,
    /// What stands there now.
    pub theirs: Value,
    /// What the draft makes of it.
    pub mine: Value,
    /// Why the head refuses it, where it does.
    pub refusal: Option<Refusal>,
    /// Base, theirs, mine and park, as far as they can be chosen.
    pub choices: Vec<Choice>,
    /// Whether an assignment could go to another number.
    pub other_number: bool,
    /// Whether it could go to another owner.
    pub other_owner: bool,
}

impl Rebase {
    /// Whether the draft can be published as it is.
    pub fn is_settled(&self) -> bool {
        self.conflicts.is_empty() && self.refused_already.is_empty()
    }
}

/// What becomes of the changes of a draft that was begun on `base`, now that `head` stands.
pub fn find(base: &Workspace, head: &Workspace, intents: &[Intent]) -> Rebase {
    let (on_base, meant) = trace(base, intents);
    let (on_head, after) = trace(head, intents);
    let sides = Sides {
        base,
        head,
        meant: &meant,
        after: &after,
    };
    let mut rebase = Rebase::default();
    let mut lost = BTreeSet::new();
    let mut written: BTreeMap<&Field, Vec<&Leaf<'_>>> = BTreeMap::new();
    for (mine, now) in on_base.iter().zip(&on_head) {
        match &now.outcome {
            Outcome::Done => {
                for field in &now.fields {
                    written.entry(field).or_default().push(now);
                }
            }
            Outcome::Refused(_) if matches!(mine.outcome, Outcome::Done) && is_there(mine, now) => {
                rebase.already.push(now.place);
                rebase.refused_already.push(now.place);
            }
            Outcome::Refused(refusal) => {
                let record = now.fields.first().map(Field::record);
                let follows = record
                    .iter()
                    .chain(&refers(now.intent))
                    .any(|record| lost.contains(record));
                rebase.conflicts.push(sides.refused(mine, now, refusal, follows));
                lost.extend(record.filter(|record| sides.is_new(record)));
            }
        }
    }
    let clashes = written
        .into_iter()
        .filter_map(|(field, leaves)| sides.clash(field, &leaves));
    let clashes = unite(clashes, intents);
    let clashing: BTreeSet<Place> = clashes
        .iter()
        .flat_map(|conflict| &conflict.places)
        .copied()
        .collect();
    rebase.conflicts.extend(clashes);
    for leaf in &on_head {
        if matches!(leaf.outcome, Outcome::Done) && !clashing.contains(&leaf.place) {
            sides.place(leaf, &mut rebase);
        }
    }
    rebase
        .conflicts
        .sort_by(|one, other| one.places.cmp(&other.places));
    rebase
}

/// What a change does, in words.
pub fn title(intents: &[Intent], place: Place, workspace: &Workspace) -> String {
    place
        .of(intents)
        .map(|intent| intent.describe(workspace))
        .unwrap_or_default()
}

/// Whether a refused change is refused because what it wants stands there.
fn is_there(mine: &Leaf<'_>, now: &Leaf<'_>) -> bool {
    let Outcome::Refused(refusal) = &now.outcome else {
        return false;
    };
    is_so_already(refusal) || (mine.fields == now.fields && mine.after == now.after)
}

struct Sides<'a> {
    base: &'a Workspace,
    head: &'a Workspace,
    /// The base with the draft in it.
    meant: &'a Workspace,
    /// The head with the draft in it.
    after: &'a Workspace,
}

impl Sides<'_> {
    /// Whether only the draft knows such a record.
    fn is_new(&self, record: &Field) -> bool {
        [self.base, self.head].map(|workspace| record.value(workspace)) == [Value::Missing, Value::Missing]
    }

    fn refused(&self, mine: &Leaf<'_>, now: &Leaf<'_>, refusal: &Refusal, follows: bool) -> Conflict {
        let field = now.fields.first();
        let value = |workspace: &Workspace| field.map_or(Value::Missing, |field| field.value(workspace));
        let class = match mine.outcome {
            Outcome::Refused(_) => Class::Refused,
            Outcome::Done if follows => Class::Follows,
            Outcome::Done => Class::of(refusal),
        };
        let is_assignment = matches!(now.intent, Intent::Assign { .. });
        let is_owner_at_fault = matches!(
            refusal,
            Refusal::Gone { .. }
                | Refusal::NotALeaf { .. }
                | Refusal::NotAnAgent { .. }
                | Refusal::TooManyNumbers { .. }
        );
        let is_number_at_fault = matches!(
            refusal,
            Refusal::OwnedByAnother { .. } | Refusal::NotDirect { .. } | Refusal::UnknownNumber { .. }
        );
        Conflict {
            class,
            field: field.cloned(),
            beside: Vec::new(),
            places: vec![now.place],
            base: value(self.base),
            theirs: value(self.head),
            mine: mine.after.first().cloned().unwrap_or(Value::Missing),
            refusal: Some(refusal.clone()),
            choices: vec![Choice::Theirs, Choice::Park],
            other_number: is_assignment && is_number_at_fault,
            other_owner: is_assignment && is_owner_at_fault,
        }
    }

    fn clash(&self, field: &Field, leaves: &[&Leaf<'_>]) -> Option<Conflict> {
        let (base, theirs, mine) = (
            field.value(self.base),
            field.value(self.head),
            field.value(self.after),
        );
        let is_untouched = !self.is_moved(field) && self.is_as_meant(field, self.after);
        if is_untouched || self.is_there(field) {
            return None;
        }
        let class = match (&theirs, &mine) {
            (_, Value::Missing) => Class::EditAgainstDelete,
            (Value::Owner(Some(_)), Value::Owner(Some(_)))
            | (Value::Queue(Some(_)), Value::Queue(Some(_))) => Class::Uniqueness,
            _ => Class::OtherValue,
        };
        let mut choices = vec![Choice::Theirs, Choice::Park];
        if class != Class::Uniqueness {
            choices.insert(1, Choice::Mine);
        }
        if class == Class::OtherValue && write(field, self.head, self.base).is_some() {
            choices.insert(0, Choice::Base);
        }
        let mut places: Vec<Place> = leaves.iter().map(|leaf| leaf.place).collect();
        places.sort_unstable();
        Some(Conflict {
            class,
            field: Some(field.clone()),
            beside: Vec::new(),
            places,
            base,
            theirs,
            mine,
            refusal: None,
            choices,
            other_number: class == Class::Uniqueness && matches!(field, Field::Number(_, NumberField::Owner)),
            other_owner: false,
        })
    }

    /// Whether others have written a field.
    fn is_moved(&self, field: &Field) -> bool {
        !field.is_alike(self.base, self.head)
    }

    /// Whether the head has a field as the draft leaves it.
    fn is_there(&self, field: &Field) -> bool {
        field.is_alike(self.head, self.after) && self.is_as_meant(field, self.head)
    }

    /// Whether a queue stands beside those which the draft put it beside: one place of the menu is another one once
    /// others have come or gone.
    fn is_as_meant(&self, field: &Field, workspace: &Workspace) -> bool {
        let Field::Queue(queue, QueueField::Place) = field else {
            return true;
        };
        is_right_behind_the_same(*queue, self.meant, workspace) || field.is_alike(self.meant, workspace)
    }

    /// A change that goes through.
    fn place(&self, leaf: &Leaf<'_>, rebase: &mut Rebase) {
        let is_there = leaf.fields.iter().any(|field| self.is_moved(field))
            && leaf.fields.iter().all(|field| self.is_there(field));
        if is_there {
            rebase.already.push(leaf.place);
        } else if leaf
            .fields
            .iter()
            .map(Field::record)
            .any(|record| self.is_moved(&record))
        {
            rebase.merged.push(leaf.place);
        } else {
            rebase.disjoint.push(leaf.place);
        }
    }
}

impl Conflict {
    /// The fields in which both meet.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.field.iter().chain(&self.beside)
    }
}
