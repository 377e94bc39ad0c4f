//! What a pointer takes hold of on the bar of a day, and what becomes of the hours as it is drawn along. Minutes count
//! from the midnight with which the day begins.

use domain::schedule::{Interval, TimeOfDay};

use super::inputs::ScheduleInputs;
use super::rows::Row;
use super::time_text::QUARTER;

/// As far as one press of an arrow key (the keyboard's way to the same change).
const STEP: i32 = QUARTER as i32;
const DAY: i32 = 24 * 60;

/// An opening as it lies on the bar of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lying {
    row: Row,
    key: u32,
    // What is drawn of it on this day.
    from: i32,
    to: i32,
    night: Night,
}

/// Which part of an opening that runs past midnight lies on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Night {
    /// It does not run past midnight.
    Not,
    /// Its beginning; it closes on the next day at that minute.
    Begins(i32),
    /// Its end; it opened on the day before at that minute.
    Ends(i32),
}

/// What is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grip {
    /// Nothing yet: an opening is drawn from here.
    New(i32),
    /// The time at which an opening begins.
    From(Lying),
    /// The time at which it ends.
    To(Lying),
    /// The whole of it, taken at a minute.
    Whole(Lying, i32),
}

impl Grip {
    /// What there is to take at a minute of a line; an end can be taken from so many minutes away.
    pub(super) fn at(inputs: &ScheduleInputs, row: Row, at: i32, reach: i32) -> Self {
        let lying = lying(inputs, row);
        let ends = lying.iter().flat_map(|&one| {
            // The middle third always moves the whole, however short it is.
            let reach = if (one.from..=one.to).contains(&at) {
                reach.min((one.to - one.from) / 3)
            } else {
                reach
            };
            let begin = (!matches!(one.night, Night::Ends(_))).then_some((one.from, Self::From(one)));
            let near = move |(end, grip)| {
                let away = i32::abs(at - end);
                (away <= reach).then_some((away, grip))
            };
            begin
                .into_iter()
                .chain([(one.to, Self::To(one))])
                .filter_map(near)
        });
        if let Some((_, grip)) = ends.min_by_key(|(away, _)| *away) {
            return grip;
        }
        let inside = lying.iter().find(|one| (one.from..one.to).contains(&at));
        inside.map_or(Self::New(at), |one| Self::Whole(*one, at))
    }

    /// The hours once it was drawn to a minute, from what they were before. It stops a step before the next opening.
    pub(super) fn drawn(self, before: &ScheduleInputs, row: Row, to: i32) -> ScheduleInputs {
        let mut inputs = before.clone();
        let lying = lying(before, row);
        match self {
            Self::New(at) => {
                let (low, high) = room(&lying, at, at);
                let (one, other) = (within(snap(at), low, high), within(snap(to), low, high));
                if one != other {
                    inputs.insert(row, &text(one.min(other)), &text(one.max(other)));
                }
            }
            Self::From(one) => {
                let (mut low, _) = room(&lying, one.from, one.to);
                if let Night::Begins(close) = one.night {
                    low = low.max(close + STEP);
                }
                let from = within(snap(to), low, one.to - STEP);
                let end = one.times().1;
                inputs.set_times(one.row, one.key, &text(from), &text(end));
            }
            Self::To(one) => {
                let (_, high) = room(&lying, one.from, one.to);
                let (low, high) = match one.night {
                    Night::Ends(open) => (0, high.min(open - STEP)),
                    Night::Not | Night::Begins(_) => (one.from + STEP, high),
                };
                let end = within(snap(to), low, high);
                // Whoever closes at midnight means the end of the day.
                let end = if end == 0 { DAY } else { end };
                inputs.set_times(one.row, one.key, &text(one.times().0), &text(end));
            }
            Self::Whole(one, at) => {
                let (low, high) = room(&lying, one.from, one.to);
                let (low, high) = match one.night {
                    Night::Not => (low - one.from, high - one.to),
                    Night::Begins(close) => ((low - one.from).max(STEP - close), DAY - STEP - one.from),
                    Night::Ends(open) => (STEP - one.to, (high - one.to).min(DAY - STEP - open)),
                };
                let begins = one.times().0;
                let by = within(snap(begins + to - at) - begins, low, high);
                let (from, end) = one.times();
                inputs.set_times(one.row, one.key, &text(from + by), &text(end + by));
            }
        }
        inputs
    }
}

impl Lying {
    /// When it opens and closes, each on its own day.
    fn times(self) -> (i32, i32) {
        match self.night {
            Night::Not => (self.from, self.to),
            Night::Begins(close) => (self.from, close),
            Night::Ends(open) => (open, self.to),
        }
    }
}

/// What lies on the bar of a line: its own openings, and the ends of those of the night before.
fn lying(inputs: &ScheduleInputs, row: Row) -> Vec<Lying> {
    let before = Row::holding(inputs.mode, row.day().pred());
    let night = times(inputs, before).filter(|(_, open, close)| open > close);
    let night = night.map(|(key, open, close)| Lying {
        row: before,
        key,
        from: 0,
        to: close,
        night: Night::Ends(open),
    });
    let own = times(inputs, row).map(|(key, open, close)| Lying {
        row,
        key,
        from: open,
        to: if open < close { close } else { DAY },
        night: if open < close {
            Night::Not
        } else {
            Night::Begins(close)
        },
    });
    night.chain(own).collect()
}

/// The openings of a line whose times can be read.
fn times(inputs: &ScheduleInputs, row: Row) -> impl Iterator<Item = (u32, i32, i32)> {
    inputs.openings(row).iter().filter_map(|opening| {
        let interval: Interval = opening.interval()?;
        let (from, to): (TimeOfDay, TimeOfDay) = interval.into();
        Some((opening.key, i32::from(from.minutes()), i32::from(to.minutes())))
    })
}

/// How far one may be drawn between the others: openings of a day do not touch (specification 2.8).
fn room(lying: &[Lying], from: i32, to: i32) -> (i32, i32) {
    let below = lying.iter().filter(|one| one.to <= from && one.from < from);
    let above = lying.iter().filter(|one| one.from >= to && one.to > to);
    (
        below.map(|one| one.to + STEP).max().unwrap_or(0),
        above.map(|one| one.from - STEP).min().unwrap_or(DAY),
    )
}

/// The nearest step.
fn snap(minute: i32) -> i32 {
    (minute + STEP / 2).div_euclid(STEP) * STEP
}

fn within(minute: i32, low: i32, high: i32) -> i32 {
    minute.max(low).min(high)
}

fn text(minute: i32) -> String {
    let minute = u32::try_from(minute).unwrap_or_default();
    TimeOfDay::of(minute / 60, minute % 60).to_string()
}

#[cfg(test)]
mod tests;
