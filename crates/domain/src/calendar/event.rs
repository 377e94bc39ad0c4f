//! One event: its name, its first date or times, how it repeats.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::lines::{Line, plain};
use super::rule::{Repeat, repeat};
use super::{LeftOut, Reason};
use crate::schedule::{HolidayKind, PartOfDay, TimeOfDay};

/// The longest holiday, in days.
const LONGEST: i64 = 366;

/// An event as it is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Event {
    line: usize,
    properties: Vec<Line>,
}

/// An event that can be a holiday.
#[derive(Clone, Debug)]
pub(super) struct Understood {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) times: Option<PartOfDay>,
    pub(super) on: On,
}

/// When it takes place.
#[derive(Clone, Debug)]
pub(super) enum On {
    /// Runs of dates, first and last of each.
    Dates(Vec<(NaiveDate, NaiveDate)>),
    /// Every year.
    Rule(HolidayKind),
}

/// The calendar's name, and its events; what lies inside of an event, such as an alarm, is passed over.
pub(super) fn events(lines: &[Line]) -> (Option<String>, Vec<Event>) {
    let mut name = None;
    let mut events = Vec::new();
    let mut open: Option<Event> = None;
    let mut inside = 0_usize;
    for line in lines {
        let part = line.value.trim().to_uppercase();
        match (line.name.as_str(), open.as_mut()) {
            ("BEGIN", None) if part == "VEVENT" => {
                open = Some(Event {
                    line: line.number,
                    properties: Vec::new(),
                });
            }
            ("BEGIN", Some(_)) => inside += 1,
            ("END", Some(_)) if inside > 0 => inside -= 1,
            ("END", Some(_)) => events.extend(open.take()),
            ("X-WR-CALNAME" | "NAME", None) if name.is_none() => {
                name = Some(plain(&line.value)).filter(|name| !name.is_empty());
            }
            (_, Some(event)) if inside == 0 => event.properties.push(line.clone()),
            _ => {}
        }
    }
    // A file that was cut off.
    events.extend(open);
    (name, events)
}

impl Event {
    /// As what is left out.
    pub(super) fn left_out(&self, reason: Reason) -> LeftOut {
        LeftOut {
            name: self.name(),
            line: self.line,
            reason,
        }
    }

    /// What it says, or why it cannot be a holiday.
    pub(super) fn understand(&self) -> Result<Understood, Reason> {
        let name = self.name();
        if name.is_empty() {
            return Err(Reason::NoName);
        }
        if self.value("STATUS").eq_ignore_ascii_case("CANCELLED") {
            return Err(Reason::Cancelled);
        }
        for odd in ["RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"] {
            if let Some(line) = self.line_of(odd) {
                return Err(Reason::Repeats {
                    rule: format!("{odd}:{}", line.value),
                });
            }
        }
        let ((first, last), times) = self.first()?;
        let on = match self.line_of("RRULE") {
            None => On::Dates(vec![(first, last)]),
            Some(rule) => match repeat(&rule.value, first, last)? {
                Repeat::Always(kind) => On::Rule(kind),
                Repeat::Dates(dates) => On::Dates(dates),
            },
        };
        Ok(Understood {
            line: self.line,
            name,
            times,
            on,
        })
    }

    /// Its first run of dates, and the part of the day.
    fn first(&self) -> Result<((NaiveDate, NaiveDate), Option<PartOfDay>), Reason> {
        let start = self
            .moment("DTSTART")?
            .ok_or(Reason::NoDate { given: String::new() })?;
        let end = match self.moment("DTEND")? {
            Some(end) => Some(end),
            None => self.after(start)?,
        };
        let run = match (start, end) {
            (Moment::Day(first), None) => ((first, first), None),
            // The end is the day after the last one.
            (Moment::Day(first), Some(Moment::Day(end))) => {
                let last = end.pred_opt().unwrap_or(end);
                // Some write a single day with itself as its end.
                ((first, if end == first { first } else { last }), None)
            }
            (Moment::Time(from), Some(Moment::Time(to))) => {
                let part = part(from, to)?;
                ((from.date(), from.date()), Some(part))
            }
            _ => return Err(Reason::NoLength),
        };
        let ((first, last), _) = run;
        match (last - first).num_days() {
            days if days < 0 => Err(Reason::NoLength),
            days if days >= LONGEST => Err(Reason::TooLong),
            _ => Ok(run),
        }
    }

    /// The end that a duration gives.
    fn after(&self, start: Moment) -> Result<Option<Moment>, Reason> {
        let Some(line) = self.line_of("DURATION") else {
            return Ok(None);
        };
        let wrong = || Reason::NoDate {
            given: line.value.clone(),
        };
        let (days, minutes) = duration(&line.value).ok_or_else(wrong)?;
        match start {
            Moment::Day(first) => {
                let end = first.checked_add_days(Days::new(days)).ok_or_else(wrong)?;
                Ok(Some(Moment::Day(end)))
            }
            Moment::Time(from) => {
                let end = from
                    .checked_add_days(Days::new(days))
                    .and_then(|end| end.checked_add_signed(chrono::Duration::minutes(minutes)))
                    .ok_or_else(wrong)?;
                Ok(Some(Moment::Time(end)))
            }
        }
    }

    fn name(&self) -> String {
        plain(self.value("SUMMARY"))
    }

    fn value(&self, name: &str) -> &str {
        self.line_of(name).map_or("", |line| line.value.trim())
    }

    fn line_of(&self, name: &str) -> Option<&Line> {
        self.properties.iter().find(|line| line.name == name)
    }

    fn moment(&self, name: &str) -> Result<Option<Moment>, Reason> {
        self.line_of(name).map(moment).transpose()
    }
}

/// A whole day, or a time on the wall clock.
#[derive(Clone, Copy, Debug)]
enum Moment {
    Day(NaiveDate),
    Time(NaiveDateTime),
}

fn moment(line: &Line) -> Result<Moment, Reason> {
    let text = line.value.trim();
    let wrong = || Reason::NoDate {
        given: text.to_owned(),
    };
    match text.split_once(['T', 't']) {
        None => date(text).map(Moment::Day).ok_or_else(wrong),
        Some((_, time)) if time.ends_with(['Z', 'z']) => Err(Reason::Utc),
        Some((day, time)) => {
            let day = date(day).ok_or_else(wrong)?;
            let digits = time.get(..4).filter(|_| matches!(time.len(), 4 | 6));
            let time = digits
                .and_then(|digits| NaiveTime::parse_from_str(digits, "%H%M").ok())
                .ok_or_else(wrong)?;
            Ok(Moment::Time(day.and_time(time)))
        }
    }
}

/// `20261225`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let plain = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain
        .then(|| NaiveDate::parse_from_str(text, "%Y%m%d").ok())
        .flatten()
}

/// The part of one day between two times; the midnight after it is its end.
fn part(from: NaiveDateTime, to: NaiveDateTime) -> Result<PartOfDay, Reason> {
    if to <= from {
        return Err(Reason::NoLength);
    }
    let time = |at: NaiveDateTime| TimeOfDay::of(at.hour(), at.minute());
    let midnight = to.time() == NaiveTime::MIN && Some(to.date()) == from.date().succ_opt();
    let end = if midnight {
        TimeOfDay::MIDNIGHT
    } else if to.date() == from.date() {
        time(to)
    } else {
        return Err(Reason::OverMidnight);
    };
    PartOfDay::new(time(from), end).map_err(|_| Reason::NoLength)
}

/// Days and minutes of `P1D`, `P1W`, `PT9H30M`.
fn duration(text: &str) -> Option<(u64, i64)> {
    let text = text.trim().strip_prefix('+').unwrap_or(text.trim());
    let (mut days, mut minutes) = (0_u64, 0_i64);
    let mut digits = String::new();
    for character in text.strip_prefix('P')?.chars() {
        if character.is_ascii_digit() && digits.len() < 4 {
            digits.push(character);
            continue;
        }
        if character == 'T' && digits.is_empty() {
            continue;
        }
        let amount: u32 = digits.parse().ok()?;
        digits.clear();
        match character {
            'W' => days += u64::from(amount) * 7,
            'D' => days += u64::from(amount),
            'H' => minutes += i64::from(amount) * 60,
            'M' => minutes += i64::from(amount),
            'S' => {}
            _ => return None,
        }
    }
    digits.is_empty().then_some((days, minutes))
}
