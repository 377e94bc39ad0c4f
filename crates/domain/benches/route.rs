//! How long it takes to say what happens to a text, among 100,000 numbers.
#![allow(missing_docs, reason = "criterion's macros write public functions")]

use std::collections::BTreeSet;
use std::error::Error;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::deflection::{Deflection, Reply};
use domain::ids::{QueueId, TeamId, UserId};
use domain::number::Owner;
use domain::people::Role;
use domain::routing::{InboundText, Situation, route};
use domain::schedule::{DayHours, DayMode, Interval, Schedule};
use domain::{Intent, PhoneNumber, Workspace, Zone};
use uuid::Uuid;

type Outcome<T> = Result<T, Box<dyn Error>>;

const NUMBERS: u128 = 100_000;
const AGENTS: u128 = 40_000;
const TEAMS: u128 = 400;
const QUEUES: u128 = 2_000;

fn number(index: u128) -> Outcome<PhoneNumber> {
    Ok(format!("+1415{index:07}").parse()?)
}

fn office() -> Outcome<Deflection> {
    let interval = Interval::new("09:00".parse()?, "17:00".parse()?)?;
    let days = DayMode::WeekdaysWeekends {
        weekdays: DayHours::new(vec![interval])?,
        weekends: DayHours::CLOSED,
    };
    let zone: Zone = "America/Chicago".parse()?;
    let schedule = Schedule::new(zone, days, BTreeSet::new())?;
    let message = "We are closed and answer tomorrow.".to_owned().try_into()?;
    Ok(Deflection::On(Reply { schedule, message }))
}

/// 100,000 direct numbers; agents in teams, two a team's hundred in each queue.
fn company() -> Outcome<Workspace> {
    let team = |id: u128| TeamId::from(Uuid::from_u128(id));
    let user = |id: u128| UserId::from(Uuid::from_u128(id));
    let queue = |id: u128| QueueId::from(Uuid::from_u128(id));
    let mut workspace = Workspace::empty("Bench", "America/Chicago".parse()?);
    let mut carry_out = |intent| workspace.apply(&intent).map(drop);
    carry_out(Intent::SetSmsChat { on: true })?;
    for id in 0..TEAMS {
        carry_out(Intent::AddTeam {
            team: team(id),
            name: format!("Team {id}"),
            parent: (id >= 40).then(|| team(id % 40)),
        })?;
    }
    for id in 0..AGENTS {
        carry_out(Intent::AddUser {
            user: user(id),
            email: format!("agent{id}@bench.example"),
            first_name: format!("Agent {id}"),
            last_name: String::new(),
            roles: [Role::Agent].into(),
            teams: [team(id % TEAMS), team((id + 7) % TEAMS)].into(),
        })?;
    }
    for id in 0..QUEUES {
        carry_out(Intent::AddQueue {
            queue: queue(id),
            name: format!("Queue {id}"),
            parent: None,
            position: None,
        })?;
        carry_out(Intent::SetQueueMembers {
            queue: queue(id),
            agents: (0..10).map(|place| user(id * 10 + place)).collect(),
            teams: [].into(),
        })?;
    }
    for index in 0..NUMBERS {
        let number = number(index)?;
        carry_out(Intent::AddNumber {
            number,
            label: format!("Line {index}").parse()?,
            direct: true,
            entered_as: String::new(),
            facts: None,
        })?;
        let owner = if index < 80_000 {
            Owner::Agent(user(index / 2))
        } else {
            Owner::Queue(queue(index % QUEUES))
        };
        carry_out(Intent::Assign {
            number,
            owner,
            slot: None,
        })?;
    }
    carry_out(Intent::SetGlobalDeflection {
        deflection: office()?,
    })?;
    carry_out(Intent::SetTeamDeflection {
        team: team(3),
        deflection: Some(office()?),
    })?;
    Ok(workspace)
}

fn routing(criterion: &mut Criterion) -> Outcome<()> {
    let workspace = company()?;
    let from = "+12025550173".parse()?;
    let numbers = (0..NUMBERS).map(number).collect::<Outcome<Vec<_>>>()?;
    let mut bench = |name: &str, numbers: &[PhoneNumber], at: &str| -> Outcome<()> {
        let at = at.parse()?;
        // A prime step: no text finds the last one's records still at hand.
        let mut next = (0..).map(|turn: usize| turn * 7919 % numbers.len());
        let situation = Situation::default();
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| {
                let place = next.next().unwrap_or_default();
                let to = numbers.get(place).copied().unwrap_or(from);
                let text = InboundText {
                    to,
                    from,
                    body: "Is somebody there?",
                    at,
                };
                route(black_box(&workspace), black_box(&text), black_box(&situation))
            });
        });
        Ok(())
    };
    let (agents, queues) = numbers.split_at(80_000);
    let (open, closed) = ("2026-10-15T15:00:00Z", "2026-10-16T03:00:00Z");
    // The numbers that are busy at a time; and all of them in turn, when memory is most of what is measured.
    let (busy, _) = agents.split_at(4_096);
    bench("route_native_us", busy, open)?;
    bench("route_native_us_closed", busy, closed)?;
    bench("route_native_us_out_of_cache", agents, open)?;
    bench("route_native_us_queue_of_ten", queues, open)?;
    Ok(())
}

fn routes(criterion: &mut Criterion) {
    if let Err(error) = routing(criterion) {
        eprintln!("route: {error}");
    }
}

criterion_group!(benches, routes);
criterion_main!(benches);
