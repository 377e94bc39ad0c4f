//! The exact difference of two policies: both laid out in time and gone through together.

use std::sync::Arc;

use chrono::DateTime;

use super::change::{Change, First, Minutes, Theme};
use super::digest::{self, Hasher};
use super::horizon::Horizon;
use super::layout::Breaks;
use super::policy::{Face, Place, Policy};
use crate::number::Owner;

/// One side of a sweep: when it is in which state, and what it answers in each.
pub(super) struct Lane {
    place: Place,
    /// In the order of the numbers of the states.
    faces: Vec<Face>,
    /// None: it is in the first state all the time.
    breaks: Option<Arc<Breaks>>,
}

impl Lane {
    pub(super) fn of(policy: &Policy<'_>, breaks: Option<Arc<Breaks>>) -> Self {
        Self {
            place: policy.place,
            faces: policy.states().map(|state| policy.face(state)).collect(),
            breaks,
        }
    }

    fn breaks(&self) -> &[(i64, u16)] {
        self.breaks.as_deref().map_or(&[], Vec::as_slice)
    }
}

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
enum Kind {
    Level,
    Recipients,
    Outcome,
    Reply,
    Handling,
}

/// One state of the one side against one of the other.
#[derive(Clone, Copy, Default)]
struct Pair {
    /// None: the answers are the same.
    kind: Option<Kind>,
    /// Where its minutes are counted.
    cell: (usize, usize),
    /// Stands for both answers; nought when they are the same.
    word: u64,
}

impl Pair {
    fn of(before: &Face, after: &Face, relation: Relation) -> Self {
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

/// Goes through the horizon once; none when no minute differs.
pub(super) fn sweep(before: &Lane, after: &Lane, relation: Relation, horizon: Horizon) -> Option<Change> {
    let width = after.faces.len();
    let faces = |face| {
        after
            .faces
            .iter()
            .map(move |other| Pair::of(face, other, relation))
    };
    let pairs: Vec<Pair> = before.faces.iter().flat_map(faces).collect();
    let pair = |one: u16, other: u16| {
        let place = usize::from(one) * width + usize::from(other);
        pairs.get(place).copied().unwrap_or_default()
    };

    let (start, end) = horizon.seconds();
    let mut befores = before.breaks().iter().copied().peekable();
    let mut afters = after.breaks().iter().copied().peekable();
    let (mut one, mut other) = (0, 0);
    let mut cells = [[0_i64; 3]; 3];
    let mut changed = 0;
    let mut first = None;
    let mut kind = None;
    let mut hasher = Hasher::new();
    let mut word = 0;
    let mut at = start;
    while at < end {
        if let Some((_, state)) = befores.next_if(|&(from, _)| from <= at) {
            one = state;
        }
        if let Some((_, state)) = afters.next_if(|&(from, _)| from <= at) {
            other = state;
        }
        let next_of = |next: Option<&(i64, u16)>| next.map_or(end, |&(from, _)| from);
        let next = next_of(befores.peek()).min(next_of(afters.peek()));
        let now = pair(one, other);
        if let Some(cell) = cells.get_mut(now.cell.0).and_then(|row| row.get_mut(now.cell.1)) {
            *cell += next - at;
        }
        if now.kind.is_some() {
            changed += next - at;
            first = first.or(Some((at, one, other)));
            kind = kind.max(now.kind);
        }
        // Breaks at which neither the one answer nor the other changes leave no trace.
        if now.word != word {
            word = now.word;
            hasher.word(at.cast_unsigned().rotate_left(32) ^ word);
        }
        at = next;
    }
    let (at, one, other) = first?;
    let outcome = |lane: &Lane, state: u16| lane.faces.get(usize::from(state)).map(|face| face.outcome);
    Some(Change {
        theme: theme(before.place, after.place, relation.ownership, kind),
        changed_min: minutes(changed),
        minutes: Minutes(cells.map(|row| row.map(minutes))),
        first: First {
            at: DateTime::from_timestamp(at, 0)?,
            before: outcome(before, one)?,
            after: outcome(after, other)?,
        },
        effect: hasher.finish(),
    })
}

fn minutes(seconds: i64) -> u32 {
    u32::try_from(seconds / 60).unwrap_or(u32::MAX)
}

fn theme(before: Place, after: Place, ownership: Ownership, kind: Option<Kind>) -> Theme {
    match (before, after) {
        (Place::SmsOff, Place::SmsOff) => Theme::Outcome,
        (Place::SmsOff, _) | (_, Place::SmsOff) => Theme::SmsSwitched,
        (Place::Unknown, _) => Theme::Added,
        (_, Place::Unknown) => Theme::Removed,
        (Place::Normal, Place::Direct) | (Place::Direct, Place::Normal) => Theme::DirectChanged,
        _ => match (ownership, kind) {
            (Ownership::Gained, _) => Theme::OwnerGained,
            (Ownership::Lost, _) => Theme::OwnerLost,
            (Ownership::Other, _) => Theme::OwnerChanged,
            (Ownership::Same, Some(Kind::Handling)) => Theme::Hours,
            (Ownership::Same, Some(Kind::Reply)) => Theme::Reply,
            (Ownership::Same, Some(Kind::Outcome)) => Theme::Outcome,
            (Ownership::Same, Some(Kind::Recipients)) => Theme::Recipients,
            (Ownership::Same, Some(Kind::Level) | None) => Theme::Level,
        },
    }
}
