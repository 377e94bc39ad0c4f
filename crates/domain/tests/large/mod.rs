//! Companies of any size, the same on every machine: one agent a number, a team for every fifty, some holidays.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each test or benchmark uses its part"
)]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::deflection::{Deflection, Reply};
use domain::ids::{FolderId, HolidayId, TeamId, UserId};
use domain::number::Owner;
use domain::people::Role;
use domain::schedule::{
    DateRange, DayHours, DayMode, Holiday, HolidayFolder, HolidayKind, Interval, PartOfDay, Schedule,
    TimeOfDay,
};
use domain::{Intent, PhoneNumber, Workspace, Zone};
use uuid::Uuid;

pub const ZONES: [&str; 6] = [
    "America/Chicago",
    "America/New_York",
    "Europe/London",
    "Asia/Kolkata",
    "Australia/Sydney",
    "America/Los_Angeles",
];

const TEAM: u32 = 50;
const HOLIDAYS: u32 = 8;

/// What the agents' deflection settings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policies {
    /// All agents inherit the global one.
    Equal,
    /// Every agent has hours that no other has.
    Different,
}

pub fn number(place: u32) -> PhoneNumber {
    format!("+1312{:07}", 5_000_000 + place).parse().unwrap()
}

pub fn user(place: u32) -> UserId {
    Uuid::from_u128(u128::from(place) + (1 << 64)).into()
}

pub fn team(place: u32) -> TeamId {
    Uuid::from_u128(u128::from(place) + (2 << 64)).into()
}

fn holiday(place: u32) -> HolidayId {
    Uuid::from_u128(u128::from(place) + (3 << 64)).into()
}

/// Hours that no two of 100,000 places share: weekdays, for every other place with a lunch break.
pub fn schedule(place: u32, longer_min: u32) -> Schedule {
    let time = |minutes: u32| TimeOfDay::of(minutes / 60, minutes % 60);
    let start = 5 * 60 + place % 300;
    let end = 14 * 60 + place / 300 % 400 + longer_min;
    let interval = |from, to| Interval::new(time(from), time(to)).unwrap();
    let weekdays = if place.is_multiple_of(2) {
        vec![interval(start, end)]
    } else {
        vec![interval(start, 12 * 60), interval(12 * 60 + 45, end)]
    };
    let days = DayMode::WeekdaysWeekends {
        weekdays: DayHours::new(weekdays).unwrap(),
        weekends: DayHours::CLOSED,
    };
    let zone: Zone = ZONES[place as usize % ZONES.len()].parse().unwrap();
    let observed: BTreeSet<HolidayId> = (0..HOLIDAYS).map(holiday).collect();
    Schedule::new(zone, days, observed).unwrap()
}

pub fn deflection(place: u32, longer_min: u32) -> Deflection {
    let message = format!("Thank you for writing to desk {place}. We are closed and answer in the morning.");
    Deflection::On(Reply {
        schedule: schedule(place, longer_min),
        message: message.try_into().unwrap(),
    })
}

/// A company of so many agents, each with one direct number.
pub fn company(numbers: u32, policies: Policies) -> Workspace {
    let mut workspace = Workspace::empty("Large", ZONES[0].parse().unwrap());
    let mut apply = |intent: Intent| workspace.apply(&intent).unwrap();
    apply(Intent::SetSmsChat { on: true });
    let folder: FolderId = Uuid::from_u128(4 << 64).into();
    apply(Intent::AddHolidayFolder {
        folder: HolidayFolder {
            id: folder,
            name: "All".to_owned().try_into().unwrap(),
        },
    });
    for place in 0..HOLIDAYS {
        let date = NaiveDate::from_ymd_opt(2026, 11, 3).unwrap() + chrono::Days::new(u64::from(place) * 41);
        apply(Intent::AddHoliday {
            holiday: Holiday {
                id: holiday(place),
                folder,
                name: format!("Holiday {place}").try_into().unwrap(),
                kind: HolidayKind::Once(DateRange::new(date, date).unwrap()),
                times: (place == 3)
                    .then(|| PartOfDay::new(TimeOfDay::of(12, 0), TimeOfDay::MIDNIGHT).unwrap()),
                message: None,
            },
        });
    }
    for place in 0..numbers.div_ceil(TEAM) {
        apply(Intent::AddTeam {
            team: team(place),
            name: format!("Team {place}"),
            parent: None,
        });
    }
    for place in 0..numbers {
        apply(Intent::AddNumber {
            number: number(place),
            label: format!("Desk {place}").parse().unwrap(),
            direct: true,
            entered_as: String::new(),
            facts: None,
        });
        apply(Intent::AddUser {
            user: user(place),
            email: format!("agent{place}@large.example"),
            first_name: "Agent".into(),
            last_name: place.to_string(),
            roles: BTreeSet::from([Role::Agent]),
            teams: BTreeSet::from([team(place / TEAM)]),
        });
        apply(Intent::Assign {
            slot: None,
            number: number(place),
            owner: Owner::Agent(user(place)),
        });
        if policies == Policies::Different {
            apply(Intent::SetUserDeflection {
                user: user(place),
                deflection: Some(deflection(place, 0)),
            });
        }
    }
    apply(Intent::SetGlobalDeflection {
        deflection: deflection(0, 0),
    });
    workspace
}

/// The same company with every policy an hour longer.
pub fn an_hour_longer(before: &Workspace, policies: Policies) -> Workspace {
    let mut after = before.clone();
    let numbers = u32::try_from(before.numbers().len()).unwrap();
    match policies {
        Policies::Equal => {
            let deflection = deflection(0, 60);
            after.apply(&Intent::SetGlobalDeflection { deflection }).unwrap();
        }
        Policies::Different => {
            for place in 0..numbers {
                let intent = Intent::SetUserDeflection {
                    user: user(place),
                    deflection: Some(deflection(place, 60)),
                };
                after.apply(&intent).unwrap();
            }
        }
    }
    after
}
