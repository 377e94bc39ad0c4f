//! What happens to a text: the table D1–D26, total, with a reason for every step.

mod decision;
mod ladder;
mod moment;
mod outcome;
mod reply_limit;
mod standing;
mod step;
mod stretches;
mod words;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::UserId;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

pub use crate::report::SessionType;
pub use decision::{Decision, Listing, Warning};
pub use moment::{Moment, moment};
pub use outcome::{Outcome, UnknownOutcome};
pub use reply_limit::ReplyLog;
pub use standing::{Ending, Hours, Standing, recipients, standing, team_standing};
pub use step::{Finding, Record, Step};
pub use stretches::{Stretch, stretches};
pub use words::{HELP, OPT_IN, OPT_OUT};

/// A text as it comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboundText<'a> {
    /// The number it was sent to.
    pub to: PhoneNumber,
    /// Who sent it.
    pub from: PhoneNumber,
    /// What it says.
    pub body: &'a str,
    /// When it arrived.
    pub at: DateTime<Utc>,
}

/// What is so at that moment and not part of the configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation<'a> {
    /// The sender is on the Do Not Contact list (R75).
    pub opted_out: bool,
    /// The session between the two numbers, if there is one.
    pub session: SessionState,
    /// When a deflection text last went to this sender from this number (A42).
    pub deflected_at: Option<DateTime<Utc>>,
    /// What the agent is doing; at a queue, what everyone is doing whom `roster` does not name.
    pub agent: AgentState,
    /// What single agents are doing.
    pub roster: Option<&'a Roster>,
}

/// What single agents are doing.
pub type Roster = BTreeMap<UserId, AgentState>;

/// The session between two numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// There is none.
    #[default]
    None,
    /// It is open: active, offered or waiting (R85).
    Open,
    /// It was dismissed.
    Dismissed,
}

/// What an agent is doing, as far as routing asks (R78).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgentState {
    /// Available, or In-chat below the limit.
    #[default]
    Available,
    /// In-chat at the concurrency limit.
    AtCapacity,
    /// On a call, with new chats while on a call switched off.
    OnCall,
    /// Set by the system after missed chats (R80).
    MissedChat,
    /// Set by the system after unacknowledged chats (R82).
    Unresponsive,
    /// Signed out, or any other status.
    Unavailable,
}

impl Situation<'_> {
    /// What an agent is doing.
    pub fn state_of(&self, agent: UserId) -> AgentState {
        let named = self.roster.and_then(|roster| roster.get(&agent));
        named.copied().unwrap_or(self.agent)
    }
}

/// Total: it always answers, and always says why.
///
/// ```
/// use domain::routing::{InboundText, Outcome, Situation, route};
/// use domain::{Workspace, Zone};
///
/// let workspace = Workspace::empty("Example", "America/Chicago".parse::<Zone>()?);
/// let text = InboundText {
///     to: "+14155550101".parse()?,
///     from: "+12025550173".parse()?,
///     body: "Is somebody there?",
///     at: "2026-10-15T15:00:00Z".parse()?,
/// };
/// let decision = route(&workspace, &text, &Situation::default());
/// assert_eq!(decision.outcome, Outcome::DroppedSmsDisabled);
/// assert_eq!(decision.row, "D2");
/// let why: Vec<_> = decision.why.iter().map(|step| step.sentence(&workspace)).collect();
/// assert_eq!(why, ["the sender is not on the blocklist", "Use SMS Chat is off"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn route(workspace: &Workspace, text: &InboundText<'_>, situation: &Situation<'_>) -> Decision {
    ladder::Ladder::new(workspace, text, *situation).decide()
}
