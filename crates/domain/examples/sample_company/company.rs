//! Larkspur Home: 44 numbers, 26 users, 7 teams, in Chicago, London and Sydney.

use std::collections::BTreeSet;
use std::error::Error;

use chrono::{Month, Weekday};
use domain::deflection::{Deflection, Reply};
use domain::ids::HolidayId;
use domain::number::Owner;
use domain::people::Role;
use domain::phone::{NumberFacts, NumberKind, Printed, Region, Validity};
use domain::schedule::{
    DateRange, DayHours, DayMode, Holiday, HolidayFolder, HolidayKind, Interval, Occurrence, PartOfDay,
    Schedule, TimeOfDay, YearDay,
};
use domain::{Intent, PhoneNumber, Workspace, Zone};
use uuid::Uuid;

type Made<T> = Result<T, Box<dyn Error>>;

/// Name, parent: by their place in the list.
const TEAMS: [(&str, Option<u128>); 7] = [
    ("Americas", None),
    ("Americas Support", Some(0)),
    ("Americas Billing", Some(0)),
    ("Europe", None),
    ("Europe Support", Some(3)),
    ("Pacific", None),
    ("Pacific Support", Some(5)),
];

/// Name, team.
const AGENTS: [(&str, u128); 24] = [
    ("Ana Ruiz", 1),
    ("Marcus Bell", 1),
    ("Priya Nair", 1),
    ("Jonah Whitfield", 1),
    ("Tessa Okafor", 1),
    ("Noor Aziz", 1),
    ("Imani Clarke", 1),
    ("Felix Armand", 1),
    ("Dana Kessler", 2),
    ("Omar Haddad", 2),
    ("Ruth Lindqvist", 2),
    ("Sam Petrov", 2),
    ("Mateus Lima", 4),
    ("Siobhan Reilly", 4),
    ("Aisha Bello", 4),
    ("Henry Marsh", 4),
    ("Freya Nilsen", 4),
    ("Tom Ashworth", 4),
    ("Ivy Chen", 6),
    ("Jack Brennan", 6),
    ("Mia Tran", 6),
    ("Leo Rossi", 6),
    ("Zara Khan", 6),
    ("Ned Collins", 6),
];

/// Name, parent, hours, whole team.
const QUEUES: [(&str, Option<u128>, Option<u128>); 6] = [
    ("Support", None, None),
    ("Order status", Some(0), Some(1)),
    ("Returns", Some(0), Some(4)),
    ("Billing", None, Some(2)),
    ("Pacific desk", None, Some(6)),
    ("Ana's chats", None, None),
];

fn id(kind: u128, index: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + (kind << 32) + index)
}

/// The whole file, as the app opens it.
pub fn file() -> Made<String> {
    let envelope =
        serde_json::json!({ "format": "direct-sms workspace", "version": 1, "workspace": workspace()? });
    Ok(serde_json::to_string(&envelope)?)
}

fn workspace() -> Made<Workspace> {
    let mut workspace = Workspace::empty("Larkspur Home", "America/Chicago".parse()?);
    let intents = [people(), queues(), numbers()?, hours()?].concat();
    for intent in intents {
        workspace
            .apply(&intent)
            .map_err(|refusal| format!("{intent:?}: {refusal}"))?;
    }
    Ok(workspace)
}

fn people() -> Vec<Intent> {
    let teams = (0..).zip(TEAMS).map(|(index, (name, parent))| Intent::AddTeam {
        team: id(1, index).into(),
        name: name.into(),
        parent: parent.map(|parent| id(1, parent).into()),
    });
    let user = |index, name: &str, role, team: Option<u128>| Intent::AddUser {
        user: id(2, index).into(),
        email: format!("{}@larkspur.example", name.to_lowercase().replace(' ', ".")),
        first_name: name.split(' ').next().unwrap_or_default().into(),
        last_name: name.split(' ').nth(1).unwrap_or_default().into(),
        roles: BTreeSet::from([role]),
        teams: team.map(|team| id(1, team).into()).into_iter().collect(),
    };
    let agents = (0..)
        .zip(AGENTS)
        .map(|(index, (name, team))| user(index, name, Role::Agent, Some(team)));
    let others = [
        user(100, "Grace Hollis", Role::Admin, None),
        user(101, "Victor Stahl", Role::Manager, None),
    ];
    teams.chain(agents).chain(others).collect()
}

fn queues() -> Vec<Intent> {
    let mut intents = vec![Intent::SetSmsChat { on: true }];
    for (index, (name, parent, team)) in (0..).zip(QUEUES) {
        let queue = id(3, index).into();
        intents.push(Intent::AddQueue {
            queue,
            name: name.into(),
            parent: parent.map(|parent| id(3, parent).into()),
            position: None,
        });
        let teams = team.map(|team| id(1, team).into()).into_iter().collect();
        let agents = if name == "Ana's chats" {
            [id(2, 0).into()].into()
        } else {
            BTreeSet::new()
        };
        if index > 0 {
            intents.push(Intent::SetQueueMembers { queue, agents, teams });
        }
    }
    intents
}

/// One number an agent, four for queues, some free, some ordinary.
fn numbers() -> Made<Vec<Intent>> {
    let mut intents = Vec::new();
    let mut add = |index: u32, city: usize, label: &str, direct: bool, owner: Option<Owner>| -> Made<()> {
        let last = 100 + index;
        let (printed, region) = match city {
            0 => (format!("+1 312-555-0{last}"), "US"),
            1 => (format!("+44 20 7946 0{last}"), "GB"),
            _ => (format!("+61 2 5550 0{last}"), "AU"),
        };
        let number: PhoneNumber = printed.parse()?;
        let facts = NumberFacts {
            region: Region::new(region),
            kind: if city == 0 {
                NumberKind::FixedOrMobile
            } else {
                NumberKind::FixedLine
            },
            printed: Printed::new(number, &printed),
            validity: Validity::Valid,
        };
        intents.push(Intent::AddNumber {
            number,
            label: label.parse()?,
            direct,
            entered_as: printed,
            facts: Some(facts),
        });
        intents.extend(owner.map(|owner| Intent::Assign {
            number,
            owner,
            slot: None,
        }));
        Ok(())
    };
    for (index, (name, team)) in (0..).zip(AGENTS) {
        let city = match team {
            4 => 1,
            6 => 2,
            _ => 0,
        };
        add(
            index,
            city,
            &format!("Direct line {name}"),
            true,
            Some(Owner::Agent(id(2, index.into()).into())),
        )?;
    }
    for (index, queue, city) in [(30, 1, 0), (31, 2, 1), (32, 3, 0), (33, 4, 2)] {
        let name = QUEUES.get(queue).map_or("", |(name, ..)| name);
        add(
            index,
            city,
            name,
            true,
            Some(Owner::Queue(id(3, u128::try_from(queue)?).into())),
        )?;
    }
    for index in 40..46 {
        add(
            index,
            usize::try_from(index % 3)?,
            &format!("Spare {}", index - 39),
            true,
            None,
        )?;
    }
    for index in 50..60 {
        add(
            index,
            usize::try_from(index % 3)?,
            &format!("Campaign {}", index - 49),
            false,
            None,
        )?;
    }
    Ok(intents)
}

fn hours() -> Made<Vec<Intent>> {
    let holidays = holidays()?;
    let observed: BTreeSet<HolidayId> = holidays.iter().map(|holiday| holiday.id).collect();
    let weekdays = |zone: &str, open: &str, close: &str, text: &str| -> Made<Deflection> {
        let hours = DayHours::new(vec![Interval::new(open.parse()?, close.parse()?)?])?;
        let days = DayMode::WeekdaysWeekends {
            weekdays: hours,
            weekends: DayHours::CLOSED,
        };
        let schedule = Schedule::new(zone.parse::<Zone>()?, days, observed.clone())?;
        Ok(Deflection::On(Reply {
            schedule,
            message: text.to_owned().try_into()?,
        }))
    };
    let global = weekdays(
        "America/Chicago",
        "08:00",
        "18:00",
        "Larkspur Home is closed now. We are here Monday to Friday, 8 am to 6 pm Chicago time.",
    )?;
    let london = weekdays(
        "Europe/London",
        "08:30",
        "17:30",
        "We are back on the next working day at 8:30 London time.",
    )?;
    let sydney = weekdays(
        "Australia/Sydney",
        "09:00",
        "17:00",
        "We are back on the next working day at 9:00 Sydney time.",
    )?;
    let ana = weekdays(
        "America/Chicago",
        "07:00",
        "15:00",
        "Ana answers texts from 7 am to 3 pm Chicago time.",
    )?;
    let folder = HolidayFolder {
        id: id(4, 0).into(),
        name: "Larkspur".parse()?,
    };
    let mut intents = vec![Intent::AddHolidayFolder { folder }];
    intents.extend(holidays.into_iter().map(|holiday| Intent::AddHoliday { holiday }));
    intents.extend([
        Intent::SetGlobalDeflection { deflection: global },
        Intent::SetTeamDeflection {
            team: id(1, 3).into(),
            deflection: Some(london),
        },
        Intent::SetTeamDeflection {
            team: id(1, 5).into(),
            deflection: Some(sydney),
        },
        Intent::SetUserDeflection {
            user: id(2, 0).into(),
            deflection: Some(ana),
        },
        Intent::SetUserActive {
            user: id(2, 11).into(),
            active: false,
        },
    ]);
    Ok(intents)
}

/// One of each kind, and a part of a day.
fn holidays() -> Made<Vec<Holiday>> {
    let christmas = YearDay::new(12, 25)?;
    let new_years_eve = YearDay::new(12, 31)?;
    let company_day = "2026-12-04".parse()?;
    let kinds = [
        (
            "Christmas Day",
            HolidayKind::Yearly {
                from: christmas,
                to: christmas,
            },
        ),
        (
            "Thanksgiving",
            HolidayKind::Conditional {
                weekday: Weekday::Thu,
                occurrence: Occurrence::Week4,
                month: Month::November,
            },
        ),
        (
            "Company day",
            HolidayKind::Once(DateRange::new(company_day, company_day)?),
        ),
        (
            "New Year's Eve",
            HolidayKind::Yearly {
                from: new_years_eve,
                to: new_years_eve,
            },
        ),
    ];
    let holiday = |(index, (name, kind)): (u128, (&str, HolidayKind))| -> Made<Holiday> {
        let times = if name == "New Year's Eve" {
            Some(PartOfDay::new("13:00".parse()?, TimeOfDay::MIDNIGHT)?)
        } else {
            None
        };
        let name = name.to_owned().try_into()?;
        Ok(Holiday {
            id: id(5, index).into(),
            folder: id(4, 0).into(),
            name,
            kind,
            times,
            message: None,
        })
    };
    (0..).zip(kinds).map(holiday).collect()
}
