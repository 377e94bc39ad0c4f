//! A small company to test with: one team, two agents, one manager, a queue tree, three numbers.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    reason = "each test file uses its part"
)]

use std::collections::BTreeSet;

use domain::deflection::{Deflection, Reply};
use domain::ids::{PinId, QueueId, TeamId, UserId};
use domain::number::Owner;
use domain::people::Role;
use domain::pin::Pin;
use domain::routing::{AgentState, Outcome, SessionState};
use domain::schedule::{DayHours, DayMode, Interval, Schedule};
use domain::{Intent, PhoneNumber, Refusal, Scenario, Workspace, Zone};
use uuid::Uuid;

pub const ANN: u128 = 1;
pub const BOB: u128 = 2;
pub const MAX: u128 = 3;
pub const SUPPORT: u128 = 10;
pub const L1: u128 = 11;
pub const SALES: u128 = 20;
pub const BILLING: u128 = 21;

pub fn user(id: u128) -> UserId {
    Uuid::from_u128(id).into()
}

pub fn team(id: u128) -> TeamId {
    Uuid::from_u128(id).into()
}

pub fn queue(id: u128) -> QueueId {
    Uuid::from_u128(id).into()
}

pub fn agent(id: u128) -> Owner {
    Owner::Agent(user(id))
}

pub fn leaf(id: u128) -> Owner {
    Owner::Queue(queue(id))
}

pub fn number(text: &str) -> PhoneNumber {
    text.parse().unwrap()
}

pub fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

pub fn add(number: PhoneNumber, label: &str, direct: bool) -> Intent {
    Intent::AddNumber {
        number,
        label: label.parse().unwrap(),
        direct,
        entered_as: number.to_string(),
        facts: None,
    }
}

pub fn assign(number: PhoneNumber, owner: Owner) -> Intent {
    Intent::Assign {
        number,
        owner,
        slot: None,
    }
}

/// Monday to Friday from nine to five, with that reply.
pub fn office(zone_name: &str, message: &str) -> Deflection {
    let weekdays = DayHours::new(vec![
        Interval::new("09:00".parse().unwrap(), "17:00".parse().unwrap()).unwrap(),
    ])
    .unwrap();
    let days = DayMode::WeekdaysWeekends {
        weekdays,
        weekends: DayHours::CLOSED,
    };
    let schedule = Schedule::new(zone(zone_name), days, BTreeSet::new()).unwrap();
    Deflection::On(Reply {
        schedule,
        message: message.to_owned().try_into().unwrap(),
    })
}

pub fn n1() -> PhoneNumber {
    number("+14155550101")
}

pub fn n2() -> PhoneNumber {
    number("+14155550102")
}

pub fn plain() -> PhoneNumber {
    number("+14155550103")
}

/// Ann and Bob are agents, Ann in L1 inside Support; Billing is a leaf under Sales; n1 and n2 are direct and free.
pub fn company() -> Workspace {
    let mut workspace = Workspace::empty("Test", zone("America/Chicago"));
    let roles = |role| BTreeSet::from([role]);
    let member = |id, name: &str, role, teams: &[u128]| Intent::AddUser {
        user: user(id),
        email: format!("{}@test.example", name.to_lowercase()),
        first_name: name.into(),
        last_name: String::new(),
        roles: roles(role),
        teams: teams.iter().copied().map(team).collect(),
    };
    let intents = [
        Intent::SetSmsChat { on: true },
        Intent::AddTeam {
            team: team(SUPPORT),
            name: "Support".into(),
            parent: None,
        },
        Intent::AddTeam {
            team: team(L1),
            name: "L1".into(),
            parent: Some(team(SUPPORT)),
        },
        member(ANN, "Ann", Role::Agent, &[L1]),
        member(BOB, "Bob", Role::Agent, &[]),
        member(MAX, "Max", Role::Manager, &[]),
        Intent::AddQueue {
            queue: queue(SALES),
            name: "Sales".into(),
            parent: None,
            position: None,
        },
        Intent::AddQueue {
            queue: queue(BILLING),
            name: "Billing".into(),
            parent: Some(queue(SALES)),
            position: None,
        },
        add(n1(), "One", true),
        add(n2(), "Two", true),
        add(plain(), "Plain", false),
    ];
    for intent in intents {
        workspace.apply(&intent).unwrap();
    }
    workspace
}

/// Applies them all; the last one's answer.
pub fn after(workspace: &mut Workspace, intents: impl IntoIterator<Item = Intent>) -> Result<(), Refusal> {
    intents
        .into_iter()
        .try_for_each(|intent| workspace.apply(&intent).map(drop))
}

/// Refused with that sentence, and nothing has changed (R32).
#[track_caller]
pub fn refused(workspace: &Workspace, intent: &Intent, sentence: &str) {
    let mut copy = workspace.clone();
    assert_eq!(copy.apply(intent).unwrap_err().to_string(), sentence);
    assert_eq!(copy, *workspace, "a refused intent changes nothing");
}

/// Carried out, and these sentences say what went along.
#[track_caller]
pub fn cascades(workspace: &mut Workspace, intent: &Intent, expected: &[&str]) {
    let applied = workspace.apply(intent).unwrap();
    let said: Vec<_> = applied.cascades.iter().map(ToString::to_string).collect();
    assert_eq!(said, expected);
}

/// Carried out, and these sentences warn.
#[track_caller]
pub fn warns(workspace: &mut Workspace, intent: &Intent, expected: &[&str]) {
    let applied = workspace.apply(intent).unwrap();
    let said: Vec<_> = applied.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(said, expected);
}

/// The digits of these numbers, in their order.
pub fn listed<'a>(
    numbers: impl Iterator<Item = &'a std::sync::Arc<domain::number::SmsNumber>>,
) -> Vec<PhoneNumber> {
    numbers.map(|number| number.number).collect()
}

pub fn members(id: u128, agents: &[u128], teams: &[u128]) -> Intent {
    Intent::SetQueueMembers {
        queue: queue(id),
        agents: agents.iter().copied().map(user).collect(),
        teams: teams.iter().copied().map(team).collect(),
    }
}

pub fn add_queue(id: u128, name: &str, parent: Option<u128>) -> Intent {
    Intent::AddQueue {
        queue: queue(id),
        name: name.into(),
        parent: parent.map(queue),
        position: None,
    }
}

pub fn pin_id(bits: u128) -> PinId {
    Uuid::from_u128(bits).into()
}

/// A text to the first number on a Thursday by day, which an agent is expected to be offered.
pub fn pin(bits: u128, name: &str) -> Pin {
    Pin {
        id: pin_id(bits),
        name: name.to_owned(),
        scenario: Scenario {
            to: n1(),
            from: number("+12025550173"),
            body: "hello".to_owned(),
            at: "2026-10-15T15:00:00Z".parse().unwrap(),
            zone: zone("America/Chicago"),
            agent: AgentState::Available,
            session: SessionState::None,
            opted_out: false,
            deflected_min: None,
        },
        expected: Outcome::OfferedAgent,
    }
}

pub fn add_pin(pin: Pin) -> Intent {
    Intent::AddPin { pin }
}
