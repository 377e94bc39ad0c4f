//! Totals and digest of an impact, kept in step while numbers come and go: what an edit costs is what it touches.

use super::totals::{FirstChange, Totals};
use super::{Digest, Entries, Entry};
use crate::phone::PhoneNumber;

/// The sums of the entries so far. Numbers are given in the order of their digits, each at most once.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    totals: Totals,
    digest: Digest,
    /// The number with the first difference has changed: all are to be asked for the first one.
    is_first_gone: bool,
    /// Those that are never answered now, and those that were so before.
    came: Vec<PhoneNumber>,
    went: Vec<PhoneNumber>,
}

impl Sums {
    /// From where an earlier impact stands.
    pub(super) fn from(totals: &Totals, digest: Digest) -> Self {
        Self {
            totals: totals.clone(),
            digest,
            ..Self::default()
        }
    }

    /// What was known of a number, and what is known now.
    pub(super) fn exchange(&mut self, number: PhoneNumber, old: Option<&Entry>, new: Option<&Entry>) {
        if let Some(old) = old {
            self.digest.remove(old.effect);
            self.totals.remove(&old.change);
            self.is_first_gone |= self.totals.first.is_some_and(|first| first.number == number);
            if old.change.leaves_unanswered() {
                self.went.push(number);
            }
        }
        if let Some(new) = new {
            self.digest.add(new.effect);
            self.totals.add(&new.change);
            self.totals.first = earlier(self.totals.first, first(number, new));
            if new.change.leaves_unanswered() {
                self.came.push(number);
            }
        }
    }

    /// The sums of these entries, which are those that were exchanged one by one.
    pub(super) fn finish(self, entries: &Entries) -> (Totals, Digest) {
        let Self {
            mut totals,
            digest,
            is_first_gone,
            came,
            went,
        } = self;
        if is_first_gone {
            let all = entries.iter().map(|(&number, entry)| first(number, entry));
            totals.first = all.min_by_key(|first| (first.at, first.number));
        }
        if !went.is_empty() {
            totals
                .never_answered
                .retain(|number| went.binary_search(number).is_err());
        }
        if !came.is_empty() {
            totals.never_answered.extend(came);
            // Two sorted runs, which the sort joins in one pass.
            totals.never_answered.sort();
        }
        (totals, digest)
    }
}

fn first(number: PhoneNumber, entry: &Entry) -> FirstChange {
    FirstChange {
        at: entry.change.first.at,
        number,
    }
}

/// The earlier one; of two at one moment that of the number with the lesser digits.
fn earlier(known: Option<FirstChange>, other: FirstChange) -> Option<FirstChange> {
    known
        .into_iter()
        .chain([other])
        .min_by_key(|first| (first.at, first.number))
}
