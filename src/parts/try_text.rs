//! The way to the routing preview with a certain text in it.

use chrono::{DateTime, Utc};
use domain::routing::{AgentState, SessionState};
use domain::{PhoneNumber, Scenario, Workspace};

use crate::paths::{Page, query};

/// Agent situations by their key in the address.
pub const AGENT: [(&str, &str, AgentState); 7] = [
    ("available", "Available", AgentState::Available),
    ("chat", "In-chat, below the limit", AgentState::Available),
    ("full", "In-chat, at the limit", AgentState::AtCapacity),
    ("call", "On a call", AgentState::OnCall),
    ("missed", "Missed Chat", AgentState::MissedChat),
    ("unresponsive", "Unresponsive", AgentState::Unresponsive),
    ("out", "Signed out", AgentState::Unavailable),
];
/// Sessions between the two numbers by their key in the address.
pub const CHAT: [(&str, &str, SessionState); 3] = [
    ("none", "None", SessionState::None),
    ("open", "Open", SessionState::Open),
    ("dismissed", "Dismissed", SessionState::Dismissed),
];
/// What else is known of the sender, by its key in the address.
pub const SENDER: [(&str, &str); 3] = [
    ("new", "Unknown"),
    ("out", "On the Do Not Contact list"),
    ("told", "Got a deflection text a minute ago"),
];
/// How a moment is written.
pub const MOMENT: &str = "%Y-%m-%d %H:%M";

/// The address of the preview of a text to a number at a moment; the preview's clock is the company's.
pub fn try_address(workspace: &Workspace, number: PhoneNumber, at: DateTime<Utc>) -> String {
    let zone = workspace.settings().hours.zone();
    let at = zone.to_local(at).format(MOMENT).to_string();
    Page::Preview.with(&[(query::TO, &number.to_string()), (query::AT, &at)])
}

/// The address of the preview of a text with all that is known of it.
pub fn scenario_address(scenario: &Scenario) -> String {
    let at = scenario.zone.to_local(scenario.at).format(MOMENT).to_string();
    let sender = match (scenario.opted_out, scenario.deflected_min) {
        (true, _) => "out",
        (false, Some(_)) => "told",
        (false, None) => "new",
    };
    Page::Preview.with(&[
        (query::TO, &scenario.to.to_string()),
        (query::FROM, &scenario.from.to_string()),
        (query::TEXT, &scenario.body),
        (query::AT, &at),
        (query::ZONE, scenario.zone.name()),
        (query::AGENT, key_of(&AGENT, scenario.agent)),
        (query::CHAT, key_of(&CHAT, scenario.session)),
        (query::SENDER, sender),
    ])
}

fn key_of<T: PartialEq + Copy>(all: &[(&'static str, &str, T)], value: T) -> &'static str {
    let found = all.iter().find(|(.., other)| *other == value);
    found.map_or("", |(key, ..)| key)
}
