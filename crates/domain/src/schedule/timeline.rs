//! A schedule laid out in time: sorted, gapless stretches, each with its state.

use chrono::{DateTime, Duration, Utc};

use super::{Almanac, HolidayBook, Schedule, State, week};

/// How far ahead changes are looked for, in days: a week holds most, a year all but those of leap years, and
/// those come within eight years but around 1900 and 2100.
const LOOKS: [i64; 3] = [8, 400, 3_000];

/// A stretch of time in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first moment.
    pub from: DateTime<Utc>,
    /// The first moment after it.
    pub to: DateTime<Utc>,
    /// The state all through it.
    pub state: State,
}

impl Schedule {
    /// The states from one moment, included, to another, excluded: sorted, gapless, neighbours different.
    ///
    /// Nothing when the end is not after the beginning. Who lays out many schedules uses an [`Almanac`].
    pub fn timeline(&self, holidays: &HolidayBook, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Span> {
        let mut breaks = Vec::new();
        Almanac::new(holidays.clone(), from, to).breaks(self, &mut breaks);
        let moment = |second: i64| DateTime::from_timestamp(second, 0).unwrap_or(to).clamp(from, to);
        let ends = breaks.iter().skip(1).map(|&(at, _)| moment(at)).chain([to]);
        breaks
            .iter()
            .zip(ends)
            .map(|(&(at, state), to)| Span {
                from: moment(at),
                to,
                state: self.state_of(state),
            })
            .collect()
    }

    /// When the state next becomes another one, within some eight years.
    pub fn next_change(&self, holidays: &HolidayBook, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.find_span(holidays, at, |span| span.from > at)
            .map(|span| span.from)
    }

    /// From when on it is open: `at` itself when it is open then, else the next opening within some eight years.
    ///
    /// ```
    /// use domain::schedule::{DayHours, DayMode, HolidayBook, Schedule};
    ///
    /// let office = Schedule::new(
    ///     "America/New_York".parse()?,
    ///     DayMode::WeekdaysWeekends {
    ///         weekdays: DayHours::new(vec!["09:00-17:00".parse()?])?,
    ///         weekends: DayHours::CLOSED,
    ///     },
    ///     Default::default(),
    /// )?;
    /// // Friday evening; the clock goes forward on Sunday.
    /// let opens = office.next_open(&HolidayBook::default(), "2026-03-06T23:30:00Z".parse()?);
    /// assert_eq!(opens, Some("2026-03-09T13:00:00Z".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next_open(&self, holidays: &HolidayBook, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.find_span(holidays, at, |span| span.state == State::Open)
            .map(|span| span.from)
    }

    /// From when on it is outside its hours: `at` itself when it is then, else the next closing that no holiday makes.
    pub(crate) fn next_outside(&self, holidays: &HolidayBook, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.find_span(holidays, at, |span| span.state == State::OutsideHours)
            .map(|span| span.from)
    }

    fn find_span(
        &self,
        holidays: &HolidayBook,
        at: DateTime<Utc>,
        wanted: impl Fn(&Span) -> bool,
    ) -> Option<Span> {
        LOOKS.into_iter().find_map(|days| {
            let to = at
                .checked_add_signed(Duration::days(days))
                .unwrap_or(DateTime::<Utc>::MAX_UTC);
            self.timeline(holidays, at, to).into_iter().find(&wanted)
        })
    }

    /// The state of that number in [`Almanac::breaks`].
    fn state_of(&self, number: usize) -> State {
        match number {
            week::OPEN => State::Open,
            _ => self
                .observed()
                .iter()
                .nth(number.wrapping_sub(2))
                .map_or(State::OutsideHours, |&id| State::Holiday(id)),
        }
    }
}
