//! The moments worth a try.

use chrono::{DateTime, Days, Duration, NaiveTime, Utc};
use domain::routing::standing;
use domain::schedule::Schedule;
use domain::{PhoneNumber, Workspace};

/// A moment by its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Now,
    NextChange,
    NextHoliday,
    ClockChange,
    Custom,
}

impl Moment {
    pub(super) const ALL: [Self; 5] = [
        Self::Now,
        Self::NextChange,
        Self::NextHoliday,
        Self::ClockChange,
        Self::Custom,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Now => "Now",
            Self::NextChange => "Next opening or closing",
            Self::NextHoliday => "Next holiday",
            Self::ClockChange => "Next clock change",
            Self::Custom => "Other…",
        }
    }
}

/// When that is for a number, live or in the draft, whichever comes first; none when it does not come within a year.
pub(super) fn moment_of(
    moment: Moment,
    live: &Workspace,
    draft: &Workspace,
    number: PhoneNumber,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let sides = [live, draft];
    let schedules = sides
        .iter()
        .filter_map(|&workspace| Some((workspace, schedule_of(workspace, number)?)));
    match moment {
        Moment::Now | Moment::Custom => Some(now),
        Moment::NextChange => schedules
            .filter_map(|(workspace, schedule)| schedule.next_change(workspace.holidays(), now))
            .min(),
        Moment::NextHoliday => schedules
            .filter_map(|(workspace, schedule)| next_holiday(workspace, schedule, now))
            .min(),
        Moment::ClockChange => schedules
            .filter_map(|(_, schedule)| schedule.zone().next_transition(now, now + Duration::days(366)))
            .min(),
    }
}

/// The hours that decide over the texts to a number, if any do: those of its queue, or of the level that applies.
fn schedule_of(workspace: &Workspace, number: PhoneNumber) -> Option<&Schedule> {
    standing(workspace, number).hours.map(|hours| hours.schedule)
}

/// Noon of the next observed holiday, or its first minute when it does not take the whole day.
fn next_holiday(workspace: &Workspace, schedule: &Schedule, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let zone = schedule.zone();
    let today = zone.to_local(now).date();
    let observed: Vec<_> = schedule
        .observed()
        .iter()
        .filter_map(|&id| workspace.holidays().holiday(id))
        .collect();
    let dates = (0..366).filter_map(|days| today.checked_add_days(Days::new(days)));
    let moments = dates.flat_map(|date| {
        let falling = observed.iter().filter(move |holiday| holiday.kind.falls_on(date));
        falling.filter_map(move |holiday| {
            let minutes = holiday.times.map_or(12 * 60, |part| part.from().minutes());
            let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minutes) * 60, 0)?;
            Some(zone.to_utc(date.and_time(time)))
        })
    });
    moments.filter(|&at| at > now).min()
}
