//! One row a routed text, and choosing among them.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::SessionType;
use crate::deflection::Level;
use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::routing::{Decision, InboundText, Outcome};
use crate::schedule::State;

/// What is stored of a routed text; not what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextRow {
    /// When it arrived.
    pub at: DateTime<Utc>,
    /// The number it was sent to.
    pub number: PhoneNumber,
    /// Who sent it; lists show it masked.
    pub sender: PhoneNumber,
    /// What became of it.
    pub outcome: Outcome,
    /// The type of its session, fixed when that started (R99).
    pub session_type: Option<SessionType>,
    /// Who had the number then.
    pub owner: Option<Owner>,
    /// The level whose deflection setting was in force.
    pub level: Option<Level>,
    /// What the deciding schedule said.
    pub schedule: Option<State>,
}

impl TextRow {
    /// The row of a text; `running` is the type of the session that it joins or resumes.
    pub fn new(text: &InboundText<'_>, decision: &Decision, running: Option<SessionType>) -> Self {
        Self {
            at: text.at,
            number: text.to,
            sender: text.from,
            outcome: decision.outcome,
            session_type: decision.session_type.or(running),
            owner: decision.owner,
            level: decision.level,
            schedule: decision.schedule,
        }
    }

    /// The sender with only the last four digits, of a short code the last two: `+•••••••0173`.
    pub fn masked_sender(&self) -> String {
        let printed = self.sender.to_string();
        let shown = if self.sender.is_short_code() { 2 } else { 4 };
        let hidden = printed.chars().count().saturating_sub(shown);
        let mask = |(place, c): (usize, char)| if place < hidden && c != '+' { '•' } else { c };
        printed.chars().enumerate().map(mask).collect()
    }
}

/// Which rows a report counts; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextFilter {
    /// Session types that were ticked (F13); with none ticked, texts without a session count too.
    pub types: BTreeSet<SessionType>,
    /// The first moment.
    pub from: Option<DateTime<Utc>>,
    /// The first moment after it.
    pub to: Option<DateTime<Utc>>,
    /// Whose number it was.
    pub owner: Option<Owner>,
}

impl TextFilter {
    /// Whether a row counts.
    pub fn matches(&self, row: &TextRow) -> bool {
        let ticked = self.types.is_empty() || row.session_type.is_some_and(|kind| self.types.contains(&kind));
        let in_time = self.from.is_none_or(|from| from <= row.at) && self.to.is_none_or(|to| row.at < to);
        let owned = self.owner.is_none_or(|owner| row.owner == Some(owner));
        ticked && in_time && owned
    }
}
