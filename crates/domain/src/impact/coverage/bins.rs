//! Stretches of time added up in quarters of an hour, whatever their length, at a cost that does not grow with it.

use chrono::{DateTime, Datelike, Timelike};

use super::{Coverage, Day, SLOTS, Shares};
use crate::impact::horizon::Horizon;
use crate::zone::Zone;

/// A quarter of an hour: no zone's clock is off UTC by less since 1986.
const BIN: i64 = 15 * 60;
const HALF_HOURS: u32 = 30;

/// Two kinds of minutes over a horizon; all others are of the third kind.
#[derive(Debug)]
pub(super) struct Bins {
    start: i64,
    end: i64,
    pub(super) answered: Tally,
    pub(super) deflected: Tally,
}

/// Seconds by quarters of an hour.
#[derive(Debug)]
pub(super) struct Tally {
    /// The first quarter's beginning.
    start: i64,
    /// Seconds of quarters that are taken in part.
    partial: Vec<i64>,
    /// How many more numbers have the quarter as a whole than have the one before.
    whole: Vec<i64>,
}

impl Bins {
    pub(super) fn new(horizon: Horizon) -> Self {
        let (start, end) = horizon.seconds();
        Self {
            start,
            end,
            answered: Tally::new(start, end),
            deflected: Tally::new(start, end),
        }
    }

    pub(super) fn start(&self) -> i64 {
        self.start
    }

    pub(super) fn end(&self) -> i64 {
        self.end
    }

    /// The quarters on the wall clock of a zone.
    pub(super) fn fold(&self, numbers: usize, zone: Zone) -> Coverage {
        let mut week = [[Shares::default(); SLOTS]; 7];
        let mut days: Vec<Day> = Vec::new();
        let both = self.answered.sums().zip(self.deflected.sums());
        for (at, (answered, deflected)) in (self.answered.start..self.end).step_by(900).zip(both) {
            let Some(moment) = DateTime::from_timestamp(at, 0) else {
                continue;
            };
            let length = (at + BIN).min(self.end) - at.max(self.start);
            let minutes = |seconds: i64| u64::try_from(seconds / 60).unwrap_or_default();
            let all = minutes(length) * numbers as u64;
            let (answered_min, deflected_min) = (minutes(answered), minutes(deflected));
            let shares = Shares {
                answered_min,
                deflected_min,
                nobody_min: all.saturating_sub(answered_min + deflected_min),
            };
            let local = zone.to_local(moment);
            let slot = (local.hour() * 60 + local.minute()) / HALF_HOURS;
            let day = week.get_mut(local.weekday().num_days_from_monday() as usize);
            if let Some(slot) = day.and_then(|day| day.get_mut(slot as usize)) {
                slot.join(shares);
            }
            match days.last_mut() {
                Some(day) if day.date == local.date() => day.shares.join(shares),
                _ => days.push(Day {
                    date: local.date(),
                    shares,
                }),
            }
        }
        Coverage { numbers, week, days }
    }
}

impl Tally {
    fn new(start: i64, end: i64) -> Self {
        let start = start.div_euclid(BIN) * BIN;
        let bins = usize::try_from((end - start).div_euclid(BIN) + 2).unwrap_or_default();
        Self {
            start,
            partial: vec![0; bins],
            whole: vec![0; bins],
        }
    }

    /// Adds a stretch for so many numbers.
    pub(super) fn add(&mut self, from: i64, to: i64, numbers: u32) {
        let numbers = i64::from(numbers);
        let bin = |at: i64| (at - self.start).div_euclid(BIN);
        let rest = |at: i64| (at - self.start).rem_euclid(BIN);
        let (first, last) = (bin(from), bin(to));
        // The whole quarters from the first to before the last, less what lies before, and what lies in the last.
        bump(&mut self.whole, first, numbers);
        bump(&mut self.whole, last, -numbers);
        bump(&mut self.partial, first, -rest(from) * numbers);
        bump(&mut self.partial, last, rest(to) * numbers);
    }

    /// The seconds of each quarter.
    fn sums(&self) -> impl Iterator<Item = i64> {
        let mut numbers = 0;
        self.whole.iter().zip(&self.partial).map(move |(whole, partial)| {
            numbers += whole;
            numbers * BIN + partial
        })
    }
}

fn bump(list: &mut [i64], place: i64, change: i64) {
    if let Some(bin) = usize::try_from(place).ok().and_then(|place| list.get_mut(place)) {
        *bin += change;
    }
}
