//! A schedule laid out in time: sorted, gapless stretches, each with its state.

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveTime, Utc};

use super::{DayHours, HolidayBook, Schedule, State, TimeOfDay};

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
    /// The states from one moment to another: sorted, gapless, neighbours different.
    ///
    /// A state can only change where a wall clock time begins or where the clock itself changes, so these
    /// moments are gathered and judged one by one.
    pub fn timeline(&self, holidays: &HolidayBook, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for at in self.moments(holidays, from, to) {
            let state = self.state_at(holidays, at);
            match spans.last_mut() {
                Some(last) if last.state == state => {}
                last => {
                    if let Some(last) = last {
                        last.to = at;
                    }
                    spans.push(Span { from: at, to, state });
                }
            }
        }
        spans
    }

    /// When the state next becomes another one, within 400 days.
    pub fn next_change(&self, holidays: &HolidayBook, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let now = self.state_at(holidays, at);
        // A week holds most answers; a long holiday or a schedule that never opens takes the longer look.
        [8, 400].into_iter().find_map(|days| {
            let spans = self.timeline(holidays, at, at + Duration::days(days));
            spans.iter().find(|span| span.state != now).map(|span| span.from)
        })
    }

    /// Every moment in the range at which the state might change, and the first one.
    fn moments(&self, holidays: &HolidayBook, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<DateTime<Utc>> {
        let zone = self.zone();
        let times = self.boundaries(holidays);
        let mut moments = vec![from];
        let mut date = zone.to_local(from).date() - Days::new(1);
        let last = zone.to_local(to).date() + Days::new(1);
        while date <= last {
            moments.extend(
                times
                    .iter()
                    .filter_map(|&time| local(date, time))
                    .flat_map(|at| zone.moments_of(at)),
            );
            date = date + Days::new(1);
        }
        let mut before = from;
        while let Some(transition) = zone.next_transition(before, to) {
            moments.push(transition);
            before = transition;
        }
        moments.retain(|&at| from <= at && at < to);
        moments.sort_unstable();
        moments.dedup();
        moments
    }

    /// The wall clock times at which anything of this schedule begins or ends.
    fn boundaries(&self, holidays: &HolidayBook) -> Vec<TimeOfDay> {
        let days = [0, 1, 2, 3, 4, 5, 6]
            .map(chrono::Weekday::try_from)
            .into_iter()
            .flatten();
        let hours = days
            .filter_map(|day| self.hours_of(day))
            .flat_map(DayHours::intervals);
        let windows = self
            .observed()
            .iter()
            .filter_map(|&id| holidays.holiday(id))
            .filter_map(|holiday| holiday.times);
        let mut times = vec![TimeOfDay::of(0, 0)];
        for (start, end) in hours.map(|&interval| interval.into()).chain(windows) {
            times.extend([start, end]);
        }
        times.sort_unstable();
        times.dedup();
        times
    }
}

/// The wall clock time of a date; the end of a day is the next day's beginning, which stands there already.
fn local(date: NaiveDate, time: TimeOfDay) -> Option<chrono::NaiveDateTime> {
    let seconds = u32::from(time.minutes()) * 60;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).map(|time| date.and_time(time))
}
