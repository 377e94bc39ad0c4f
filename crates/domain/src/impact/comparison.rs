//! One number on both sides.

use std::collections::HashMap;
use std::sync::Arc;

use super::Entry;
use super::change::Change;
use super::content::{Memo, Recipients};
use super::digest;
use super::effect::Weeks;
use super::horizon::Horizon;
use super::pair::{Ownership, Relation};
use super::policy::{Faces, Policy};
use super::sweep::{Lane, sweep};
use crate::ids::Key;
use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::schedule::{Phase, Rule, Week};
use crate::workspace::Workspace;

/// Compares numbers of two workspaces, which must be the same in every call, and remembers what they share.
#[derive(Debug)]
pub(super) struct Comparison {
    weeks: Weeks,
    /// The horizon of a side that no schedule decides.
    still: Arc<[Phase]>,
    before: Memo,
    after: Memo,
    /// By the hash of both policies and their relation.
    changes: HashMap<u128, Option<Arc<Change>>>,
}

/// One side of one number.
struct Side<'a> {
    policy: Policy<'a>,
    recipients: Recipients,
}

impl<'a> Side<'a> {
    fn of(workspace: &'a Workspace, number: PhoneNumber, memo: &mut Memo) -> Self {
        let policy = Policy::of(workspace, number);
        let recipients = memo.recipients(workspace, policy.standing.owner);
        Self { policy, recipients }
    }

    fn owner(&self) -> Option<Owner> {
        self.policy.standing.owner
    }

    fn lane(&self, faces: Faces, memo: &mut Memo, still: &Arc<[Phase]>) -> Lane {
        let schedule = self.policy.standing.hours.as_ref().map(|hours| hours.schedule);
        Lane {
            place: self.policy.place,
            faces,
            phases: schedule.map_or_else(|| Arc::clone(still), |schedule| memo.almanac.phases(schedule)),
            week: schedule.map(Week::of),
        }
    }
}

impl Comparison {
    pub(super) fn new(before: &Workspace, after: &Workspace, horizon: Horizon) -> Self {
        Self {
            weeks: Weeks::of(horizon),
            still: still(horizon),
            before: Memo::new(before, horizon),
            after: Memo::new(after, horizon),
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
            let one = old.lane(faces, &mut self.before, &self.still);
            let other = new.lane(new_faces, &mut self.after, &self.still);
            let change = sweep(&one, &other, relation, &self.weeks).map(Arc::new);
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

/// One state all the time.
fn still(horizon: Horizon) -> Arc<[Phase]> {
    let (from, to) = horizon.seconds();
    let phase = Phase {
        from,
        to,
        rule: Rule::Still(0),
    };
    [phase].into_iter().filter(|_| from < to).collect()
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
