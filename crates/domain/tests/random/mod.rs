//! Small companies and changes drawn from a seed: several zones, nights, holidays, nested teams, two queues.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "each test file uses its part"
)]

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};
use domain::deflection::{Deflection, Reply};
use domain::ids::{FolderId, HolidayId, HoursId, QueueId};
use domain::people::Role;
use domain::queue::{AfterHour, CustomHours};
use domain::schedule::{
    DateRange, DayHours, DayMode, Holiday, HolidayFolder, HolidayKind, Interval, Occurrence, PartOfDay,
    Schedule, TimeOfDay, YearDay,
};
use domain::{Intent, PhoneNumber, Workspace, Zone};
use uuid::Uuid;

use crate::company::{self, BILLING, BOB, L1, MAX, SALES, SUPPORT};

/// Zones whose clocks change on different dates, by an hour, half an hour or not at all.
pub const ZONES: [&str; 8] = [
    "America/Chicago",
    "America/New_York",
    "Europe/London",
    "Asia/Kolkata",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "America/Santiago",
    "UTC",
];

pub const RETURNS: u128 = 22;
pub const FOLDER: u128 = 40;
pub const HOLIDAYS: [u128; 4] = [41, 42, 43, 44];

/// A sequence of numbers that is the same on every machine (splitmix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    pub fn chance(&mut self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize]
    }

    /// Each of them or not.
    pub fn some<T: Copy + Ord>(&mut self, from: &[T]) -> BTreeSet<T> {
        from.iter().copied().filter(|_| self.chance(2)).collect()
    }
}

pub fn number(place: u64) -> PhoneNumber {
    format!("+1415555{:04}", 200 + place).parse().unwrap()
}

pub const NUMBERS: u64 = 8;

fn time(dice: &mut Dice) -> TimeOfDay {
    TimeOfDay::of(dice.below(24) as u32, dice.pick(&[0, 0, 0, 30, 15, 59]))
}

fn day(dice: &mut Dice) -> DayHours {
    let intervals: Vec<_> = (0..dice.below(3))
        .filter_map(|_| Interval::new(time(dice), time(dice)).ok())
        .collect();
    DayHours::new(intervals.clone())
        .or_else(|_| DayHours::new(intervals.into_iter().take(1).collect()))
        .unwrap_or(DayHours::CLOSED)
}

pub fn schedule(dice: &mut Dice) -> Schedule {
    let zone: Zone = dice.pick(&ZONES).parse().unwrap();
    let observed = dice.some(&HOLIDAYS.map(|id| HolidayId::from(Uuid::from_u128(id))));
    loop {
        let days = match dice.below(5) {
            0 => DayMode::AllDay,
            1 | 2 => DayMode::WeekdaysWeekends {
                weekdays: day(dice),
                weekends: day(dice),
            },
            _ => DayMode::PerDay {
                days: std::array::from_fn(|_| day(dice)),
            },
        };
        if let Ok(schedule) = Schedule::new(zone, days, observed.clone()) {
            return schedule;
        }
    }
}

pub fn deflection(dice: &mut Dice) -> Deflection {
    let message = dice.pick(&["We are closed.", "Back tomorrow at 9.", "Nobody here 🌙"]);
    let reply = Reply {
        schedule: schedule(dice),
        message: message.to_owned().try_into().unwrap(),
    };
    if dice.chance(6) {
        Deflection::Off { kept: Some(reply) }
    } else {
        Deflection::On(reply)
    }
}

pub fn holiday(dice: &mut Dice, id: u128) -> Intent {
    let date =
        |dice: &mut Dice| NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() + chrono::Days::new(dice.below(400));
    let year_day =
        |dice: &mut Dice| YearDay::new(dice.below(12) as u8 + 1, dice.below(28) as u8 + 1).unwrap();
    let kind = match dice.below(3) {
        0 => HolidayKind::Yearly {
            from: year_day(dice),
            to: year_day(dice),
        },
        1 => HolidayKind::Conditional {
            weekday: dice.pick(&[Weekday::Mon, Weekday::Thu, Weekday::Sun]),
            occurrence: dice.pick(&[Occurrence::Last, Occurrence::Week1, Occurrence::Week5]),
            month: chrono::Month::try_from(dice.below(12) as u8 + 1).unwrap(),
        },
        _ => {
            let from = date(dice);
            HolidayKind::Once(DateRange::new(from, from + chrono::Days::new(dice.below(4))).unwrap())
        }
    };
    let (one, other) = (time(dice), time(dice));
    let message = dice
        .chance(2)
        .then(|| format!("Holiday {id}").try_into().unwrap());
    Intent::AddHoliday {
        holiday: Holiday {
            id: Uuid::from_u128(id).into(),
            folder: Uuid::from_u128(FOLDER).into(),
            name: format!("Day {id}").try_into().unwrap(),
            kind,
            times: (dice.chance(3) && one != other)
                .then(|| PartOfDay::new(one.min(other), one.max(other)).unwrap()),
            message,
        },
    }
}

/// One thing an admin might do to this company; it may be refused.
pub fn intent(dice: &mut Dice) -> Intent {
    let agents = [company::ANN, BOB, 4, 5];
    let teams = [SUPPORT, L1, 12];
    let queues = [BILLING, RETURNS];
    let user = company::user(dice.pick(&agents));
    let team = company::team(dice.pick(&teams));
    let queue = company::queue(dice.pick(&queues));
    let place = number(dice.below(NUMBERS + 1));
    match dice.below(20) {
        0 => Intent::SetUserDeflection {
            user,
            deflection: dice.chance(2).then(|| deflection(dice)),
        },
        1 => Intent::SetTeamDeflection {
            team,
            deflection: dice.chance(2).then(|| deflection(dice)),
        },
        2 => Intent::SetGlobalDeflection {
            deflection: deflection(dice),
        },
        3 => Intent::SetHours {
            schedule: schedule(dice),
        },
        4 => Intent::SetUserActive {
            user,
            active: dice.chance(2),
        },
        5 => Intent::SetAgentPermission {
            user,
            allowed: dice.chance(2),
        },
        6 => Intent::SetOwnDeflection {
            user,
            deflection: deflection(dice),
        },
        7 => Intent::SetQueueMembers {
            queue,
            agents: dice.some(&agents.map(company::user)),
            teams: dice.some(&teams.map(company::team)),
        },
        8 | 18 | 19 => queue_hours(dice, queue),
        9 | 10 => {
            let id = dice.pick(&HOLIDAYS);
            holiday(dice, id)
        }
        11 => Intent::Unassign { number: place },
        12 => Intent::UnmarkDirect { number: place },
        13 => Intent::MarkDirect { number: place },
        14 => Intent::RemoveNumber { number: place },
        15 => company::add(place, "New", dice.chance(2)),
        16 if dice.chance(6) => Intent::SetSmsChat { on: dice.chance(3) },
        _ => Intent::Assign {
            slot: None,
            number: place,
            owner: if dice.chance(2) {
                domain::number::Owner::Agent(user)
            } else {
                domain::number::Owner::Queue(queue)
            },
        },
    }
}

fn add_user(id: u128, name: &str, role: Role, teams: &[u128]) -> Intent {
    Intent::AddUser {
        user: company::user(id),
        email: format!("{}@test.example", name.to_lowercase()),
        first_name: name.into(),
        last_name: String::new(),
        roles: BTreeSet::from([role]),
        teams: teams.iter().copied().map(company::team).collect(),
    }
}

fn add_queue(id: u128, name: &str, parent: Option<u128>) -> Intent {
    Intent::AddQueue {
        queue: company::queue(id),
        name: name.into(),
        parent: parent.map(company::queue),
        position: None,
    }
}

fn queue_hours(dice: &mut Dice, queue: QueueId) -> Intent {
    let hours = HoursId::from(Uuid::from_u128(u128::from(dice.below(2)) + 60));
    match dice.below(4) {
        0 => Intent::AddHours {
            hours: CustomHours {
                id: hours,
                name: format!("Hours {}", dice.next()),
                schedule: schedule(dice),
            },
        },
        1 => Intent::SetQueueHours {
            queue,
            hours: dice.chance(3).then_some(hours),
        },
        _ => Intent::SetAfterHour {
            queue: dice.pick(&[queue, company::queue(SALES)]),
            after_hour: dice.chance(2).then(|| {
                let message = "The queue is closed.".to_owned().try_into().unwrap();
                if dice.chance(3) {
                    AfterHour::Off { kept: None }
                } else {
                    AfterHour::On(message)
                }
            }),
        },
    }
}

/// A company with eight numbers, most of them direct and assigned, after some changes.
pub fn workspace(dice: &mut Dice) -> Workspace {
    let mut workspace = company::company();
    let teams = [company::team(SUPPORT), company::team(L1), company::team(12)];
    let mut intents = vec![
        Intent::AddTeam {
            team: teams[2],
            name: "Night".into(),
            parent: None,
        },
        Intent::AddHolidayFolder {
            folder: HolidayFolder {
                id: FolderId::from(Uuid::from_u128(FOLDER)),
                name: "Company".parse().unwrap(),
            },
        },
        add_queue(RETURNS, "Returns", Some(SALES)),
    ];
    intents.extend(HOLIDAYS.map(|id| holiday(dice, id)));
    for id in [4, 5] {
        intents.push(add_user(
            id,
            &format!("Agent{id}"),
            Role::Agent,
            if id == 4 { &[12] } else { &[L1, 12] },
        ));
    }
    for place in 0..NUMBERS {
        intents.push(company::add(number(place), "Random", !dice.chance(8)));
    }
    for intent in &intents {
        workspace.apply(intent).unwrap();
    }
    // Refused ones are part of the game.
    for _ in 0..40 {
        let _ = workspace.apply(&intent(dice));
    }
    workspace.apply(&Intent::SetSmsChat { on: true }).unwrap();
    assert!(workspace.user(company::user(MAX)).is_some());
    workspace
}
