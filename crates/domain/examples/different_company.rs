//! Writes a company in which every number has hours that no other has, and changes after which every number fares
//! otherwise, the same ones each time:
//! `cargo run --release -p direct-sms-domain --example different_company -- 10000 > different-company.json`.
//!
//! The changes: up to ten thousand agents are there an hour longer, a holiday that everybody observes takes a week
//! of each December, and one agent gets other hours once more.

#[path = "../tests/large/mod.rs"]
mod large;

use std::env;
use std::error::Error;

use domain::schedule::{Holiday, HolidayKind, YearDay};
use domain::{Intent, Workspace};
use large::{Policies, company, deflection, user};

/// Agents that one file gives other hours.
const LONGER: u32 = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let numbers: u32 = env::args().nth(1).map_or(Ok(LONGER), |count| count.parse())?;
    let before = company(numbers, Policies::Different);
    let longer = Intent::Bulk {
        title: "longer-hours.csv".to_owned(),
        changes: (0..numbers.min(LONGER)).map(|place| hours(place, 60)).collect(),
    };
    let changes = [longer, longer_holiday(&before)?, hours(numbers / 2, 90)];
    let mut after = before.clone();
    for change in &changes {
        after.apply(change)?;
    }
    println!(
        "{}",
        serde_json::json!({ "workspace": before, "changes": changes })
    );
    Ok(())
}

/// So many minutes longer than the agent's hours are.
fn hours(place: u32, longer_min: u32) -> Intent {
    Intent::SetUserDeflection {
        user: user(place),
        deflection: Some(deflection(place, longer_min)),
    }
}

/// The first holiday falls on the first week of each December from now on.
fn longer_holiday(workspace: &Workspace) -> Result<Intent, Box<dyn Error>> {
    let holiday = workspace.holidays().holidays().next();
    let holiday = holiday.ok_or("the company has no holiday")?;
    let kind = HolidayKind::Yearly {
        from: YearDay::new(12, 1)?,
        to: YearDay::new(12, 7)?,
    };
    Ok(Intent::EditHoliday {
        holiday: Holiday {
            kind,
            ..Holiday::clone(holiday)
        },
    })
}
