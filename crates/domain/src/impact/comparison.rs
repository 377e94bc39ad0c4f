//! One number on both sides.

use std::collections::HashMap;
use std::sync::Arc;

use super::Entry;
use super::change::Change;
use super::content::{Memo, Recipients};
use super::digest;
use super::horizon::Horizon;
use super::layout::Layouts;
use super::policy::{Faces, Policy};
use super::sweep::{Lane, Ownership, Relation, sweep};
use crate::ids::Key;
use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// Compares numbers of two workspaces, which must be the same in every call, and remembers what they share.
#[derive(Debug)]
pub(super) struct Comparison {
    horizon: Horizon,
    before: Memo,
    after: Memo,
    layouts: Layouts,
    /// By the hash of both policies and their relation.
    changes: HashMap<u128, Option<Arc<Change>>>,
}

/// One side of one number.
struct Side<'a> {
    workspace: &'a Workspace,
    policy: Policy<'a>,
    recipients: Recipients,
}

impl<'a> Side<'a> {
    fn of(workspace: &'a Workspace, number: PhoneNumber, memo: &mut Memo) -> Self {
        let policy = Policy::of(workspace, number);
        let recipients = memo.recipients(workspace, policy.standing.owner);
        Self {
            workspace,
            policy,
            recipients,
        }
    }

    fn owner(&self) -> Option<Owner> {
        self.policy.standing.owner
    }

    fn lane(&self, faces: Faces, memo: &mut Memo, layouts: &mut Layouts) -> Lane {
        let hours = self.policy.standing.hours.as_ref();
        let breaks = hours.map(|hours| {
            let content = memo.schedule(hours.schedule, self.workspace.holidays());
            layouts.of(content, hours.schedule, &mut memo.almanac)
        });
        Lane {
            place: self.policy.place,
            faces,
            breaks,
        }
    }
}

impl Comparison {
    pub(super) fn new(before: &Workspace, after: &Workspace, horizon: Horizon) -> Self {
        Self {
            horizon,
            before: Memo::new(before, horizon),
            after: Memo::new(after, horizon),
            layouts: Layouts::default(),
            changes: HashMap::new(),
        }
    }

    /// Takes over what an earlier run over the same horizon found.
    pub(super) fn remember<'a>(&mut self, entries: impl Iterator<Item = &'a Entry>) {
        let known = entries.map(|entry| (entry.policies, Some(Arc::clone(&entry.change))));
        self.changes.extend(known);
    }

    /// What is different about a number, if anything is.
    pub(super) fn compare(
        &mut self,
        before: &Workspace,
        after: &Workspace,
        number: PhoneNumber,
    ) -> Option<Entry> {
        let old = Side::of(before, number, &mut self.before);
        let new = Side::of(after, number, &mut self.after);
        let relation = Relation {
            ownership: Ownership::of(old.owner(), new.owner()),
            same_recipients: old.recipients.hash == new.recipients.hash,
        };
        if old.policy.same(&new.policy) && relation.same_recipients {
            return None;
        }
        let (faces, new_faces) = (old.policy.faces(), new.policy.faces());
        let policies = digest::of(|hasher| {
            hasher.wide(self.before.policy(&old.policy, &faces, before.holidays()));
            hasher.wide(self.after.policy(&new.policy, &new_faces, after.holidays()));
            hasher.word(relation.ownership as u64);
            hasher.word(relation.same_recipients.into());
        });
        let change = if let Some(known) = self.changes.get(&policies) {
            known.clone()
        } else {
            let one = old.lane(faces, &mut self.before, &mut self.layouts);
            let other = new.lane(new_faces, &mut self.after, &mut self.layouts);
            let change = sweep(&one, &other, relation, self.horizon).map(Arc::new);
            self.changes.insert(policies, change.clone());
            change
        };
        change.map(|change| Entry {
            policies,
            effect: effect(number, &change, [&old, &new]),
            change,
        })
    }
}

/// The hash of all that is seen of a change: it and the people in it.
fn effect(number: PhoneNumber, change: &Change, sides: [&Side<'_>; 2]) -> u128 {
    digest::of(|hasher| {
        hasher.wide(number.bits());
        hasher.wide(change.effect);
        for side in sides {
            match side.owner() {
                None => hasher.word(0),
                Some(Owner::Agent(id)) => {
                    hasher.word(1);
                    hasher.wide(id.bits());
                }
                Some(Owner::Queue(id)) => {
                    hasher.word(2);
                    hasher.wide(id.bits());
                }
            }
            hasher.wide(side.recipients.hash);
        }
    })
}
