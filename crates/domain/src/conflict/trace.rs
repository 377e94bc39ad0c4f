//! What each change of a draft comes to when it is carried out on a workspace.

use super::field::Field;
use super::touched::touched;
use super::value::Value;
use crate::intent::Intent;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

/// Where a change stands in a draft: which intent, and which of its parts where several stand or fall together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The intent, counted from 0.
    pub intent: usize,
    /// Its part, counted from 0.
    pub part: Option<usize>,
}

/// One change, carried out or not.
pub(super) struct Leaf<'a> {
    pub(super) place: Place,
    pub(super) intent: &'a Intent,
    /// What it writes.
    pub(super) fields: Vec<Field>,
    pub(super) outcome: Outcome,
    /// What stands in its fields right after it, or where it is refused.
    pub(super) after: Vec<Value>,
}

pub(super) enum Outcome {
    Done,
    Refused(Refusal),
}

impl Place {
    /// The change that stands there.
    pub(super) fn of(self, intents: &[Intent]) -> Option<&Intent> {
        match (intents.get(self.intent), self.part) {
            (Some(Intent::Bulk { changes, .. }), Some(part)) => changes.get(part),
            (intent, _) => intent,
        }
    }
}

/// Carries out the changes one by one, in the manner of a replay; hands back what came of each, in their order, and the
/// workspace after all of them.
pub(super) fn trace<'a>(start: &Workspace, intents: &'a [Intent]) -> (Vec<Leaf<'a>>, Workspace) {
    let mut workspace = start.clone();
    let mut leaves = Vec::new();
    for (index, intent) in intents.iter().enumerate() {
        match intent {
            Intent::Bulk { changes, .. } => bulk(&mut workspace, index, changes, &mut leaves),
            single => {
                let place = Place {
                    intent: index,
                    part: None,
                };
                leaves.push(leaf(&mut workspace, place, single));
            }
        }
    }
    (leaves, workspace)
}

fn leaf<'a>(workspace: &mut Workspace, place: Place, intent: &'a Intent) -> Leaf<'a> {
    let fields = touched(intent, workspace);
    let outcome = match workspace.apply(intent) {
        Ok(_) => Outcome::Done,
        Err(refusal) => Outcome::Refused(refusal),
    };
    Leaf {
        after: fields.iter().map(|field| field.value(workspace)).collect(),
        place,
        intent,
        fields,
        outcome,
    }
}

/// As `apply` does it: what does not fit yet waits for the others. Where some fit in no order, the others are carried out
/// all the same: they stay in the draft whatever is chosen about those, so they have to be compared as well.
fn bulk<'a>(workspace: &mut Workspace, intent: usize, changes: &'a [Intent], leaves: &mut Vec<Leaf<'a>>) {
    let mut next = workspace.clone();
    let mut done = Vec::new();
    let mut waiting: Vec<(usize, &Intent)> = changes.iter().enumerate().collect();
    loop {
        let mut refused = Vec::new();
        let before = waiting.len();
        for (part, change) in std::mem::take(&mut waiting) {
            let place = Place {
                intent,
                part: Some(part),
            };
            let leaf = leaf(&mut next, place, change);
            match leaf.outcome {
                Outcome::Done => done.push(leaf),
                Outcome::Refused(_) => refused.push(leaf),
            }
        }
        if refused.len() == before || refused.is_empty() {
            done.extend(refused);
            break;
        }
        waiting = refused
            .iter()
            .map(|leaf| (leaf.place.part.unwrap_or_default(), leaf.intent))
            .collect();
    }
    *workspace = next;
    done.sort_by_key(|leaf| leaf.place);
    leaves.extend(done);
}
