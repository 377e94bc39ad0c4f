//! The exact difference of two policies: both laid out in time and gone through together.

use std::sync::Arc;

use chrono::DateTime;

use super::change::{Change, First, Minutes, Theme};
use super::digest::{self, Hasher};
use super::horizon::Horizon;
use super::layout::Breaks;
use super::policy::{Face, Faces, Place};
use crate::number::Owner;

/// One side of a sweep: when it is in which state, and what it answers in each.
pub(super) struct Lane {
    pub(super) place: Place,
    pub(super) faces: Faces,
    /// None: it is in the first state all the time.
    pub(super) breaks: Option<Arc<Breaks>>,
}

impl Lane {
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

/// A lane on the way through time.
struct Cursor<'a> {
    rest: std::slice::Iter<'a, (i64, u16)>,
    of_state: &'a [usize],
    /// The place of the answer now.
    face: usize,
    /// When the next state begins, and which.
    next: Option<(i64, u16)>,
}

impl<'a> Cursor<'a> {
    fn new(lane: &'a Lane) -> Self {
        let mut rest = lane.breaks().iter();
        Self {
            next: rest.next().copied(),
            rest,
            of_state: &lane.faces.of_state,
            face: 0,
        }
    }

    /// Goes on to that moment, which is not after the next break.
    fn go_to(&mut self, at: i64) {
        if let Some((_, state)) = self.next.filter(|&(from, _)| from <= at) {
            self.face = self.of_state.get(usize::from(state)).copied().unwrap_or_default();
            self.next = self.rest.next().copied();
        }
    }

    fn next_or(&self, end: i64) -> i64 {
        self.next.map_or(end, |(from, _)| from)
    }
}

/// Goes through the horizon once; none when no minute differs.
pub(super) fn sweep(before: &Lane, after: &Lane, relation: Relation, horizon: Horizon) -> Option<Change> {
    let (faces, others) = (&before.faces.distinct, &after.faces.distinct);
    let row = |face| others.iter().map(move |other| Pair::of(face, other, relation));
    let pairs: Vec<Pair> = faces.iter().flat_map(row).collect();

    let (start, end) = horizon.seconds();
    let (mut one, mut other) = (Cursor::new(before), Cursor::new(after));
    let mut cells = [[0_i64; 3]; 3];
    let mut changed = 0;
    let mut first = None;
    let mut kind = None;
    let mut hasher = Hasher::new();
    let mut word = 0;
    let mut at = start;
    while at < end {
        one.go_to(at);
        other.go_to(at);
        let next = one.next_or(end).min(other.next_or(end));
        let now = pairs.get(one.face * others.len() + other.face)?;
        *cells.get_mut(now.cell.0)?.get_mut(now.cell.1)? += next - at;
        if now.kind.is_some() {
            changed += next - at;
            first = first.or(Some((at, one.face, other.face)));
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
    Some(Change {
        theme: theme(before.place, after.place, relation.ownership, kind),
        changed_min: minutes(changed),
        minutes: Minutes(cells.map(|row| row.map(minutes))),
        first: First {
            at: DateTime::from_timestamp(at, 0)?,
            before: faces.get(one)?.outcome,
            after: others.get(other)?.outcome,
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
