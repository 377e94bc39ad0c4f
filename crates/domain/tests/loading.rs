//! Reading stored data: earlier shapes are understood, what contradicts itself is refused by name, nothing panics.

mod earlier;
mod limits;
mod links;

use crate::company::*;
use domain::{Intent, Workspace};
use serde_json::{Value, json};

/// A company in which most things point at something.
pub fn linked() -> Workspace {
    let mut workspace = company();
    let observed = domain::schedule::Schedule::always(zone("UTC"));
    let hours = domain::queue::CustomHours {
        id: uuid::Uuid::from_u128(60).into(),
        name: "Night".into(),
        schedule: observed,
    };
    let use_them = Intent::SetQueueHours {
        queue: queue(BILLING),
        hours: Some(hours.id),
    };
    let inbound = Intent::SetInboundQueue {
        number: plain(),
        queue: Some(queue(BILLING)),
    };
    let outbound = Intent::AllowOutbound {
        number: plain(),
        target: agent(BOB),
    };
    let team_setting = Intent::SetTeamDeflection {
        team: team(L1),
        deflection: Some(office("UTC", "team")),
    };
    after(
        &mut workspace,
        [
            assign(n1(), agent(ANN)),
            Intent::MarkVerified { number: plain() },
            inbound,
            outbound,
            members(BILLING, &[BOB], &[SUPPORT]),
            Intent::AddHours { hours },
            use_them,
            team_setting,
        ],
    )
    .unwrap();
    workspace
}

/// The stored form with one value written anew is refused with a sentence that begins so.
#[track_caller]
fn wrong(pointer: &str, value: Value, sentence: &str) {
    let mut stored = serde_json::to_value(linked()).unwrap();
    *stored
        .pointer_mut(pointer)
        .unwrap_or_else(|| panic!("{pointer} is not there")) = value;
    let error = serde_json::from_value::<Workspace>(stored)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with(sentence), "{pointer}: {error}");
}

/// The record twice.
#[track_caller]
fn twice(list: &str, sentence: &str) {
    let mut stored = serde_json::to_value(linked()).unwrap();
    let records = stored[list].as_array_mut().unwrap();
    let first = records[0].clone();
    records.push(first);
    let error = serde_json::from_value::<Workspace>(stored)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with(sentence), "{list}: {error}");
}

#[test]
fn s206_what_is_stored_comes_back_as_it_was() {
    let stored = serde_json::to_string(&linked()).unwrap();
    assert_eq!(serde_json::from_str::<Workspace>(&stored).unwrap(), linked());
}
