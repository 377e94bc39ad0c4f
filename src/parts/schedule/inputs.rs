//! Hours of operation as they stand in the editor: texts that may not be times yet.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Weekday;
use domain::Zone;
use domain::ids::HolidayId;
use domain::schedule::{DayHours, DayMode, Interval, Schedule, ScheduleError, TimeOfDay};

use super::rows::{End, Fault, Mode, Opening, Row};
use super::time_text::tidy;
use domain::schedule::WEEKDAYS;

/// The whole editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleInputs {
    /// The zone whose clock governs the hours.
    pub zone: Zone,
    /// Which lines count.
    pub mode: Mode,
    /// The holidays ticked.
    pub observed: BTreeSet<HolidayId>,
    // By the place of their row; a row that was never written has none.
    lines: BTreeMap<u32, Vec<Opening>>,
    next_key: u32,
}

impl ScheduleInputs {
    /// The editor filled from a schedule.
    pub fn of(schedule: &Schedule) -> Self {
        let mut inputs = Self {
            zone: schedule.zone(),
            mode: Mode::AllDay,
            observed: schedule.observed().clone(),
            lines: BTreeMap::new(),
            next_key: 0,
        };
        match schedule.days() {
            DayMode::AllDay => {}
            DayMode::WeekdaysWeekends { weekdays, weekends } => {
                inputs.mode = Mode::Weekdays;
                inputs.fill(Row::Weekdays, weekdays);
                inputs.fill(Row::Weekends, weekends);
            }
            DayMode::PerDay { days } => {
                inputs.mode = Mode::PerDay;
                for (index, hours) in days.iter().enumerate() {
                    // Sunday first in the record.
                    if let Some(&day) = WEEKDAYS.get((index + 6) % 7) {
                        inputs.fill(Row::Day(day), hours);
                    }
                }
            }
        }
        inputs
    }

    /// The hours a new setting begins with: office hours in a zone.
    pub fn office(zone: Zone) -> Self {
        let mut inputs = Self::of(&Schedule::always(zone));
        inputs.set_mode(Mode::Weekdays);
        inputs
    }

    /// The openings of a line, in the order they were written.
    pub fn openings(&self, row: Row) -> &[Opening] {
        self.lines.get(&row.place()).map_or(&[], Vec::as_slice)
    }

    /// One opening.
    pub fn opening(&self, row: Row, key: u32) -> Option<&Opening> {
        self.openings(row).iter().find(|opening| opening.key == key)
    }

    /// Writes a time.
    pub fn write(&mut self, row: Row, key: u32, end: End, text: String) {
        let opening = self.line(row).iter_mut().find(|opening| opening.key == key);
        if let Some(opening) = opening {
            match end {
                End::From => opening.from = text,
                End::To => opening.to = text,
            }
        }
    }

    /// Writes a time anew as times are written, once its field is left.
    pub fn tidy(&mut self, row: Row, key: u32, end: End) {
        let text = self.opening(row, key).map(|opening| tidy(opening.text(end)));
        if let Some(text) = text {
            // Whoever closes at midnight means the end of the day.
            let midnight = end == End::To && text == "00:00";
            self.write(row, key, end, if midnight { "24:00".to_owned() } else { text });
        }
    }

    /// Adds an opening after the last one, and says which it is.
    pub fn add(&mut self, row: Row) -> u32 {
        let last = self
            .openings(row)
            .iter()
            .filter_map(Opening::interval)
            .next_back();
        let (from, to) = match last {
            None => ("09:00".to_owned(), "17:00".to_owned()),
            Some(last) => after(last),
        };
        let key = self.new_key();
        self.line(row).push(Opening { key, from, to });
        key
    }

    /// Adds an opening with both of its times, before those that open later.
    pub fn insert(&mut self, row: Row, from: &str, to: &str) {
        let key = self.new_key();
        let (from, to) = (from.to_owned(), to.to_owned());
        let line = self.line(row);
        // Times that are written as times are sort as texts.
        let place = line.iter().position(|opening| opening.from > from);
        line.insert(place.unwrap_or(line.len()), Opening { key, from, to });
    }

    /// Writes both times of an opening.
    pub fn set_times(&mut self, row: Row, key: u32, from: &str, to: &str) {
        self.write(row, key, End::From, from.to_owned());
        self.write(row, key, End::To, to.to_owned());
    }

    /// Removes an opening.
    pub fn remove(&mut self, row: Row, key: u32) {
        self.line(row).retain(|opening| opening.key != key);
    }

    /// Removes all openings of a line.
    pub fn close(&mut self, row: Row) {
        self.line(row).clear();
    }

    /// Writes the openings of one line to others.
    pub fn copy(&mut self, from: Row, to: &[Row]) {
        let openings = self.openings(from).to_vec();
        for &row in to.iter().filter(|&&row| row != from) {
            let copies = openings
                .iter()
                .map(|opening| Opening {
                    key: self.new_key(),
                    ..opening.clone()
                })
                .collect();
            *self.line(row) = copies;
        }
    }

    /// Goes to a mode. Its lines, when they were never written, begin as the hours of the mode before.
    pub fn set_mode(&mut self, mode: Mode) {
        let before = std::mem::replace(&mut self.mode, mode);
        let fresh = Row::of(mode)
            .iter()
            .all(|row| !self.lines.contains_key(&row.place()));
        if !fresh {
            return;
        }
        match (before, mode) {
            (Mode::Weekdays, Mode::PerDay) => {
                for day in WEEKDAYS {
                    self.copy(Row::holding(before, day), &[Row::Day(day)]);
                }
            }
            (Mode::PerDay, Mode::Weekdays) => {
                self.copy(Row::Day(Weekday::Mon), &[Row::Weekdays]);
                self.copy(Row::Day(Weekday::Sat), &[Row::Weekends]);
            }
            _ => {
                for row in Row::of(mode) {
                    if matches!(row, Row::Day(Weekday::Sat | Weekday::Sun) | Row::Weekends) {
                        self.close(row);
                    } else {
                        self.add(row);
                    }
                }
            }
        }
    }

    /// The schedule, or everything that is wrong with it.
    ///
    /// # Errors
    /// One fault a line at least, where a line has one; all of them of times that are none.
    pub fn schedule(&self) -> Result<Schedule, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut hours = |row: Row| self.hours(row, &mut faults);
        let days = match self.mode {
            Mode::AllDay => DayMode::AllDay,
            Mode::Weekdays => DayMode::WeekdaysWeekends {
                weekdays: hours(Row::Weekdays),
                weekends: hours(Row::Weekends),
            },
            Mode::PerDay => {
                let [mon, tue, wed, thu, fri, sat, sun] = WEEKDAYS.map(|day| hours(Row::Day(day)));
                DayMode::PerDay {
                    days: [sun, mon, tue, wed, thu, fri, sat],
                }
            }
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        Schedule::new(self.zone, days, self.observed.clone()).map_err(|error| vec![self.night_fault(&error)])
    }

    /// The openings that can be read, for the drawing: what is still being written is left out.
    pub fn readable(&self, day: Weekday) -> Vec<Interval> {
        let row = Row::holding(self.mode, day);
        self.openings(row).iter().filter_map(Opening::interval).collect()
    }

    fn hours(&self, row: Row, faults: &mut Vec<Fault>) -> DayHours {
        let before = faults.len();
        let mut intervals = Vec::new();
        for opening in self.openings(row) {
            match parse(row, opening) {
                Ok(interval) => intervals.push((opening.key, interval)),
                Err(found) => faults.extend(found),
            }
        }
        if faults.len() > before {
            return DayHours::CLOSED;
        }
        DayHours::new(intervals.iter().map(|&(_, interval)| interval).collect()).unwrap_or_else(|error| {
            let second = match &error {
                ScheduleError::Overlap { second, .. } => intervals
                    .iter()
                    .rev()
                    .find(|(_, interval)| interval == second)
                    .map(|&(key, _)| key),
                _ => None,
            };
            faults.push(Fault {
                row,
                key: second,
                end: Some(End::From),
                text: error.to_string(),
            });
            DayHours::CLOSED
        })
    }

    fn night_fault(&self, error: &ScheduleError) -> Fault {
        let day = match error {
            ScheduleError::RunsIntoNight { day, .. } => *day,
            _ => Weekday::Mon,
        };
        let row = Row::holding(self.mode, day);
        let first = self.openings(row).iter().filter_map(|opening| {
            let (start, _): (TimeOfDay, TimeOfDay) = opening.interval()?.into();
            Some((start, opening.key))
        });
        Fault {
            row,
            key: first.min().map(|(_, key)| key),
            end: Some(End::From),
            text: error.to_string(),
        }
    }

    fn fill(&mut self, row: Row, hours: &DayHours) {
        let openings = hours.intervals().iter().map(|&interval| {
            let (from, to): (TimeOfDay, TimeOfDay) = interval.into();
            Opening {
                key: self.new_key(),
                from: from.to_string(),
                to: to.to_string(),
            }
        });
        let openings = openings.collect();
        *self.line(row) = openings;
    }

    fn line(&mut self, row: Row) -> &mut Vec<Opening> {
        self.lines.entry(row.place()).or_default()
    }

    fn new_key(&mut self) -> u32 {
        self.next_key += 1;
        self.next_key
    }
}

/// An opening as an interval, or each of its times that is none.
fn parse(row: Row, opening: &Opening) -> Result<Interval, Vec<Fault>> {
    let fault = |end: Option<End>, text: String| Fault {
        row,
        key: Some(opening.key),
        end,
        text,
    };
    let time = |end: End| -> Result<TimeOfDay, Fault> {
        let text = opening.text(end);
        if text.trim().is_empty() {
            let what = if end == End::From { "opening" } else { "closing" };
            return Err(fault(
                Some(end),
                format!("enter the {what} time, such as `09:00`"),
            ));
        }
        text.parse()
            .map_err(|error: ScheduleError| fault(Some(end), error.to_string()))
    };
    match (time(End::From), time(End::To)) {
        (Ok(from), Ok(to)) => Interval::new(from, to).map_err(|error| {
            let end = match error {
                ScheduleError::OpensAtEnd => Some(End::From),
                ScheduleError::ClosesAtStart => Some(End::To),
                _ => None,
            };
            vec![fault(end, error.to_string())]
        }),
        (from, to) => Err(from.err().into_iter().chain(to.err()).collect()),
    }
}

/// What a second opening begins with: an hour's pause, then four hours, as far as the day goes.
fn after(last: Interval) -> (String, String) {
    let (_, end): (TimeOfDay, TimeOfDay) = last.into();
    let hour = u32::from(end.minutes()) / 60 + 1;
    if last.is_overnight() || hour >= 24 {
        return (String::new(), String::new());
    }
    let minute = u32::from(end.minutes()) % 60;
    let from = TimeOfDay::of(hour, minute);
    (from.to_string(), TimeOfDay::of(hour + 4, minute).to_string())
}

#[cfg(test)]
mod tests;
