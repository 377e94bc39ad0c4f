//! How long one change takes, in companies of growing size, and how long a long draft.
#![allow(missing_docs, reason = "criterion's macros write public functions")]

use std::collections::BTreeSet;
use std::error::Error;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::draft::{Draft, Step};
use domain::number::Owner;
use domain::people::Role;
use domain::{Intent, PhoneNumber, Workspace, Zone};
use uuid::Uuid;

type Made<T> = Result<T, Box<dyn Error>>;

fn number(place: usize) -> Made<PhoneNumber> {
    Ok(format!("+1{}", 2_000_000_000 + place * 7).parse()?)
}

fn agent(place: usize) -> Made<Owner> {
    Ok(Owner::Agent(Uuid::from_u128(u128::try_from(place)? + 1).into()))
}

fn add(place: usize) -> Made<Intent> {
    Ok(Intent::AddNumber {
        number: number(place)?,
        label: format!("Line {place}").parse()?,
        direct: true,
        entered_as: String::new(),
        facts: None,
    })
}

fn assign(place: usize, to: usize) -> Made<Intent> {
    Ok(Intent::Assign {
        number: number(place)?,
        owner: agent(to)?,
        slot: None,
    })
}

/// So many direct numbers, every second one with an agent of its own.
fn company(numbers: usize) -> Made<Workspace> {
    let mut workspace = Workspace::empty("Larkspur Home", Zone::UTC);
    workspace.apply(&Intent::SetSmsChat { on: true })?;
    for place in 0..numbers / 2 {
        workspace.apply(&Intent::AddUser {
            user: Uuid::from_u128(u128::try_from(place)? + 1).into(),
            email: format!("agent{place}@larkspur.example"),
            first_name: format!("Agent {place}"),
            last_name: String::new(),
            roles: BTreeSet::from([Role::Agent]),
            teams: BTreeSet::new(),
        })?;
    }
    for place in 0..numbers {
        workspace.apply(&add(place)?)?;
        if place % 2 == 0 {
            workspace.apply(&assign(place, place / 2)?)?;
        }
    }
    Ok(workspace)
}

/// What admins do most: add, label, assign, take away, all over the company; each fits the company as it is made.
fn changes(numbers: usize, count: usize) -> Made<Vec<Intent>> {
    let mut changes = Vec::new();
    for turn in 0..count {
        let place = turn * 7919 % numbers;
        let even = place - place % 2;
        changes.push(match turn % 4 {
            0 => add(numbers + turn)?,
            1 => Intent::Relabel {
                number: number(place)?,
                label: format!("Line {}", turn % 100).parse()?,
            },
            2 => assign(even + 1, even / 2)?,
            _ => Intent::Unassign {
                number: number(even)?,
            },
        });
    }
    Ok(changes)
}

/// On a copy each time, as a preview does: the first write to shared parts is in it.
fn one_change(c: &mut Criterion) -> Made<()> {
    for (numbers, name) in [
        (1_000, "apply_1k_native_us"),
        (10_000, "apply_10k_native_us"),
        (100_000, "apply_100k_native_us"),
    ] {
        let workspace = company(numbers)?;
        let changes = changes(numbers, 400)?;
        for change in &changes {
            workspace.clone().apply(change)?;
        }
        let mut next = changes.iter().cycle();
        c.bench_function(name, |b| {
            b.iter(|| {
                let mut copy = workspace.clone();
                black_box(next.next().map(|change| copy.apply(change).is_ok()))
            });
        });
    }
    Ok(())
}

fn long_draft(c: &mut Criterion) -> Made<()> {
    let head = company(10_000)?;
    let mut draft = Draft::new(Uuid::nil().into(), "Move everyone", 1);
    for turn in 0..5_000 {
        let place = turn * 2;
        let steps = [
            Intent::Unassign {
                number: number(place)?,
            },
            assign(place + 1, turn)?,
        ];
        for intent in steps {
            draft.take(Step::Do {
                intent: Box::new(intent),
            });
        }
    }
    assert!(draft.replay(&head).refused.is_empty(), "every change fits");
    c.bench_function("replay_10k_intents_ms", |b| {
        b.iter(|| black_box(draft.replay(&head).refused.len()));
    });
    Ok(())
}

#[expect(clippy::expect_used, reason = "a benchmark stops where it fails")]
fn apply(c: &mut Criterion) {
    one_change(c).expect("the company is made");
    long_draft(c).expect("the draft is made");
}

criterion_group!(benches, apply);
criterion_main!(benches);
