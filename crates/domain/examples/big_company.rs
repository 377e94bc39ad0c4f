//! Writes a company of 100,000 numbers, 50,000 users and 5,000 queues, the same one each time:
//! `cargo run --release -p direct-sms-domain --example big_company > big-company.json`. With `users` behind it, a bulk
//! file for that company.
//!
//! It is made by intents on an empty workspace, so it obeys every rule.

#[path = "big_company/users.rs"]
mod users;

use std::collections::BTreeSet;
use std::error::Error;

use domain::number::Owner;
use domain::people::Role;
use domain::{Intent, Workspace};
use uuid::Uuid;

const NUMBERS: u128 = 100_000;
const USERS: u128 = 50_000;
const QUEUES: u128 = 5_000;
/// Users of a team, and queues under a queue.
const TOGETHER: u128 = 50;

const FIRST: [&str; 20] = [
    "Ana", "Marcus", "Priya", "Jonah", "Tessa", "Noor", "Imani", "Felix", "Dana", "Omar", "Ruth", "Sam",
    "Mateus", "Siobhán", "Aisha", "Henry", "Freya", "Tom", "Ivy", "Łukasz",
];
const LAST: [&str; 17] = [
    "Ruiz",
    "Bell",
    "Nair",
    "Whitfield",
    "Okafor",
    "Aziz",
    "Clarke",
    "Armand",
    "Kessler",
    "Haddad",
    "Lindqvist",
    "Petrov",
    "Lima",
    "Reilly",
    "Bello",
    "Marsh",
    "Nilsen",
];
const DESKS: [&str; 7] = [
    "Billing", "Returns", "Orders", "Support", "Sales", "Stores", "Alerts",
];

pub(crate) use users::users_file;

fn main() -> Result<(), Box<dyn Error>> {
    let workspace = company()?;
    if std::env::args().nth(1).as_deref() == Some("users") {
        print!("{}", users_file(&workspace));
        return Ok(());
    }
    let envelope =
        serde_json::json!({ "format": "direct-sms workspace", "version": 1, "workspace": workspace });
    println!("{envelope}");
    Ok(())
}

/// The company, numbers and all.
pub(crate) fn company() -> Result<Workspace, Box<dyn Error>> {
    let mut workspace = Workspace::empty("Larkspur World", "America/Chicago".parse()?);
    apply(&mut workspace, &Intent::SetSmsChat { on: true })?;
    people(&mut workspace)?;
    queues(&mut workspace)?;
    numbers(&mut workspace)?;
    Ok(workspace)
}

fn apply(workspace: &mut Workspace, intent: &Intent) -> Result<(), Box<dyn Error>> {
    workspace
        .apply(intent)
        .map_err(|refusal| format!("{intent:?}: {refusal}"))?;
    Ok(())
}

fn id(kind: u128, index: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + (kind << 32) + index)
}

/// One of the words, by the place.
fn word(words: &[&'static str], place: u128) -> &'static str {
    let count = words.len().max(1);
    let place = usize::try_from(place).unwrap_or_default() % count;
    words.get(place).copied().unwrap_or_default()
}

/// All agents, in teams of fifty.
fn people(workspace: &mut Workspace) -> Result<(), Box<dyn Error>> {
    for team in 0..USERS / TOGETHER {
        let intent = Intent::AddTeam {
            team: id(1, team).into(),
            name: format!("{} team {team}", word(&DESKS, team)),
            parent: None,
        };
        apply(workspace, &intent)?;
    }
    for user in 0..USERS {
        let last = word(&LAST, user / 20);
        let intent = Intent::AddUser {
            user: id(2, user).into(),
            email: format!("agent{user}@larkspur.example"),
            first_name: word(&FIRST, user).to_owned(),
            last_name: format!("{last} {user}"),
            roles: BTreeSet::from([Role::Agent]),
            teams: BTreeSet::from([id(1, user / TOGETHER).into()]),
        };
        apply(workspace, &intent)?;
    }
    Ok(())
}

/// Every fiftieth lies at the top, the others under it.
fn queues(workspace: &mut Workspace) -> Result<(), Box<dyn Error>> {
    for queue in 0..QUEUES {
        let top = queue / TOGETHER * TOGETHER;
        let intent = Intent::AddQueue {
            queue: id(3, queue).into(),
            name: format!("{} {queue}", word(&DESKS, queue)),
            parent: (queue != top).then(|| id(3, top).into()),
            position: None,
        };
        apply(workspace, &intent)?;
    }
    Ok(())
}

/// Of ten numbers six lead to agents, one to a queue, one is free, two are ordinary.
fn numbers(workspace: &mut Workspace) -> Result<(), Box<dyn Error>> {
    for place in 0..NUMBERS {
        let number = format!("+1312{:07}", 2_000_000 + place).parse()?;
        let kind = place % 10;
        let add = Intent::AddNumber {
            number,
            label: format!("{} {place}", word(&DESKS, place / 3)).parse()?,
            direct: kind < 8,
            entered_as: String::new(),
            facts: None,
        };
        apply(workspace, &add)?;
        let queue = place / 10 % QUEUES;
        let owner = match kind {
            0..6 => Some(Owner::Agent(id(2, place / 10 * 5 % USERS + kind % 5).into())),
            // A queue at the top has queues under it, and gets none.
            6 if !queue.is_multiple_of(TOGETHER) => Some(Owner::Queue(id(3, queue).into())),
            _ => None,
        };
        if let Some(owner) = owner {
            let assign = Intent::Assign {
                number,
                owner,
                slot: None,
            };
            apply(workspace, &assign)?;
        }
    }
    Ok(())
}
