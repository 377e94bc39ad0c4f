//! One answer against another: in what they differ most.

use super::digest;
use super::policy::Face;
use crate::number::Owner;

/// What the two sides have to do with each other, whatever the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) ownership: Ownership,
    pub(super) same_recipients: bool,
}

/// What happens to the owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ownership {
    Same,
    Gained,
    Lost,
    Other,
}

impl Ownership {
    pub(super) fn of(before: Option<Owner>, after: Option<Owner>) -> Self {
        match (before, after) {
            _ if before == after => Self::Same,
            (None, _) => Self::Gained,
            (_, None) => Self::Lost,
            _ => Self::Other,
        }
    }
}

/// In what two answers differ most, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Level,
    Recipients,
    Outcome,
    Reply,
    Handling,
}

/// One state of the one side against one of the other.
#[derive(Clone, Copy, Default)]
pub(super) struct Pair {
    /// None: the answers are the same.
    pub(super) kind: Option<Kind>,
    /// Where its minutes are counted.
    pub(super) cell: (usize, usize),
    /// Stands for both answers; nought when they are the same.
    pub(super) word: u64,
}

impl Pair {
    pub(super) fn of(before: &Face, after: &Face, relation: Relation) -> Self {
        let has_recipients = before.has_recipients || after.has_recipients;
        let kind = if before.handling != after.handling {
            Some(Kind::Handling)
        } else if before.reply != after.reply {
            Some(Kind::Reply)
        } else if before.outcome != after.outcome {
            Some(Kind::Outcome)
        } else if has_recipients && !relation.same_recipients {
            Some(Kind::Recipients)
        } else if before.digest != after.digest || relation.ownership != Ownership::Same {
            Some(Kind::Level)
        } else {
            None
        };
        let both = digest::of(|hasher| {
            hasher.wide(before.digest);
            hasher.wide(after.digest);
        });
        Self {
            kind,
            cell: (before.handling as usize, after.handling as usize),
            word: kind.map_or(0, |_| digest::short(both)),
        }
    }
}
