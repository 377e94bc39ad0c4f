//! The exact difference of two policies: both gone through together, each week that comes again only once.

use std::sync::Arc;

use chrono::DateTime;

use super::change::{Change, First, Minutes, Theme};
use super::effect::{Effect, Weeks};
use super::pair::{Kind, Ownership, Pair, Relation};
use super::policy::{Faces, Place};
use crate::schedule::{Phase, Rule, WEEK, Walk, Week};

/// One side of a sweep: when it is in which state, and what it answers in each.
pub(super) struct Lane {
    pub(super) place: Place,
    pub(super) faces: Faces,
    /// The horizon, cut where another rule begins to give the state.
    pub(super) phases: Arc<[Phase]>,
    /// None: no rule asks for it.
    pub(super) week: Option<Week>,
}

/// A lane on the way through a phase.
struct Cursor<'a> {
    walk: Option<Walk<'a>>,
    of_state: &'a [usize],
    /// The place of the answer now.
    face: usize,
    /// When the state becomes another one.
    until: i64,
}

impl<'a> Cursor<'a> {
    fn new(lane: &'a Lane, rule: Rule, at: i64) -> Self {
        let (walk, state) = match (rule, &lane.week) {
            (Rule::Week { offset }, Some(week)) => {
                let walk = week.enter(at, offset);
                let state = walk.state();
                (Some(walk), state)
            }
            (Rule::Week { .. }, None) => (None, 0),
            (Rule::Still(state), _) => (None, state),
        };
        let mut cursor = Self {
            until: i64::MAX,
            walk,
            of_state: &lane.faces.of_state,
            face: 0,
        };
        cursor.take(state);
        cursor
    }

    fn take(&mut self, state: usize) {
        self.face = self.of_state.get(state).copied().unwrap_or_default();
        self.until = self.walk.as_ref().and_then(Walk::until).unwrap_or(i64::MAX);
    }

    /// Goes on to that moment, which is not after the next change.
    fn go_to(&mut self, at: i64) {
        if self.until <= at
            && let Some(walk) = &mut self.walk
        {
            walk.go_on();
            let state = walk.state();
            self.take(state);
        }
    }
}

/// What is found on the way.
struct Found<'a> {
    pairs: Vec<Pair>,
    /// For how many seconds each pair stands.
    seconds: Vec<i64>,
    /// The first moment that differs, with the places of both answers.
    first: Option<(i64, usize, usize)>,
    effect: Effect<'a>,
}

/// Goes through the whole time of the lanes, which is the same; none when no minute differs.
pub(super) fn sweep(before: &Lane, after: &Lane, relation: Relation, weeks: &Weeks) -> Option<Change> {
    let (faces, others) = (&before.faces.distinct, &after.faces.distinct);
    let row = |face| others.iter().map(move |other| Pair::of(face, other, relation));
    let pairs: Vec<Pair> = faces.iter().flat_map(row).collect();
    let mut found = Found {
        seconds: vec![0; pairs.len()],
        pairs,
        first: None,
        effect: Effect::new(weeks),
    };
    let (mut ones, mut twos) = (before.phases.iter(), after.phases.iter());
    let (mut one, mut two) = (ones.next(), twos.next());
    while let (Some(first), Some(second)) = (one, two) {
        let from = first.from.max(second.from);
        let to = first.to.min(second.to);
        let cursors = [
            Cursor::new(before, first.rule, from),
            Cursor::new(after, second.rule, from),
        ];
        found.through(cursors, others.len(), from, to)?;
        if first.to == to {
            one = ones.next();
        }
        if second.to == to {
            two = twos.next();
        }
    }
    found.change(before, after, relation)
}

impl Found<'_> {
    /// Goes through a stretch in which both sides keep their rules: its first week, of which the beginning comes
    /// once more than the rest.
    fn through(&mut self, cursors: [Cursor<'_>; 2], others: usize, from: i64, to: i64) -> Option<()> {
        let [mut one, mut two] = cursors;
        let weeks = (to - from).div_euclid(WEEK);
        let rest = (to - from).rem_euclid(WEEK);
        let mut at = from;
        for (end, times) in [(from + rest, weeks + 1), (from + WEEK, weeks)] {
            if times == 0 || at == end {
                continue;
            }
            let mut part = self.effect.part(at);
            while at < end {
                let next = one.until.min(two.until).min(end);
                let place = one.face * others + two.face;
                let pair = self.pairs.get(place)?;
                *self.seconds.get_mut(place)? += (next - at) * times;
                if pair.kind.is_some() {
                    part.stretch(at, next, pair.word);
                    self.first = self.first.or(Some((at, one.face, two.face)));
                }
                at = next;
                one.go_to(at);
                two.go_to(at);
            }
            self.effect.add(&part, usize::try_from(times).ok()?);
        }
        Some(())
    }

    fn change(self, before: &Lane, after: &Lane, relation: Relation) -> Option<Change> {
        let (at, one, other) = self.first?;
        let mut cells = [[0_i64; 3]; 3];
        let mut changed = 0;
        let mut kind = None;
        for (pair, &seconds) in self.pairs.iter().zip(&self.seconds) {
            *cells.get_mut(pair.cell.0)?.get_mut(pair.cell.1)? += seconds;
            if pair.kind.is_some() && seconds > 0 {
                changed += seconds;
                kind = kind.max(pair.kind);
            }
        }
        Some(Change {
            theme: theme(before.place, after.place, relation.ownership, kind),
            changed_min: minutes(changed),
            minutes: Minutes(cells.map(|row| row.map(minutes))),
            first: First {
                at: DateTime::from_timestamp(at, 0)?,
                before: before.faces.distinct.get(one)?.outcome,
                after: after.faces.distinct.get(other)?.outcome,
            },
            effect: self.effect.finish(),
        })
    }
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
