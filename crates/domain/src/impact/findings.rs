//! What an admin should look at, each with an example that can be opened.

mod promise;
mod reader;
mod run;
mod texts;
mod tokens;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::horizon::Horizon;
use crate::deflection::Level;
use crate::ids::{HolidayId, QueueId, TeamId, UserId};
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

pub use run::FindingsRun;

/// Something to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What, and about which record.
    pub kind: FindingKind,
    /// A number, and a moment at which a text to it shows what is meant; none where no number is concerned.
    pub example: Option<Example>,
}

/// A text that shows what a finding means: open it in the routing preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The number it is sent to.
    pub number: PhoneNumber,
    /// When.
    pub at: DateTime<Utc>,
}

/// The kinds of findings, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A direct number without an owner: nobody answers it (R73).
    NoOwner {
        /// The number.
        number: PhoneNumber,
    },
    /// A number of a user who is inactive or no agent: nobody answers it (D15).
    AgentMissing {
        /// The number.
        number: PhoneNumber,
        /// Its owner.
        user: UserId,
    },
    /// A number of a queue that reaches nobody (D25).
    QueueWithoutAgents {
        /// The number.
        number: PhoneNumber,
        /// Its owner.
        queue: QueueId,
    },
    /// A number whose hours have no open minute in the whole horizon (A46).
    NeverOpen {
        /// The number.
        number: PhoneNumber,
    },
    /// A text promises hours that the schedule does not have.
    PromiseBroken {
        /// Whose text.
        text: TextOf,
    },
    /// A queue with direct numbers that closes, and sends nothing while closed.
    SilentQueue {
        /// The queue.
        queue: QueueId,
    },
    /// A setting that changes no minute and no text: without it everything would be the same.
    IdleOverride {
        /// Whose setting.
        level: Level,
    },
    /// A team has a setting that reaches no agent.
    UnusedTeamSetting {
        /// The team.
        team: TeamId,
    },
    /// An agent has direct numbers and no queue of their own for chats to wait in (R71).
    NoPersonalQueue {
        /// The agent.
        user: UserId,
    },
    /// A text is sent in several segments (A38).
    LongText {
        /// Whose text.
        text: TextOf,
        /// How many.
        segments: usize,
        /// The character that leaves room for 70 instead of 160, if one does.
        forced_by: Option<char>,
    },
}

/// Whose automatic text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextOf {
    /// That of a deflection setting.
    Deflection(Level),
    /// A queue's after-hour message.
    Queue(QueueId),
    /// A holiday's.
    Holiday(HolidayId),
}

/// Everything to look at in a workspace, the most pressing first. See [`FindingsRun`] for doing it in steps.
pub fn findings(workspace: &Workspace, horizon: Horizon) -> Vec<Finding> {
    FindingsRun::new(workspace, horizon).finish()
}

/// Findings that only one of two workspaces has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingsDifference {
    /// Those a draft brings.
    pub new: Vec<Finding>,
    /// Those it settles.
    pub solved: Vec<Finding>,
}

impl FindingsDifference {
    /// Compares what was found before with what is found after; examples may differ.
    pub fn between(before: &[Finding], after: &[Finding]) -> Self {
        let only = |of: &[Finding], others: &[Finding]| -> Vec<Finding> {
            let known: std::collections::BTreeSet<_> = others.iter().map(|finding| finding.kind).collect();
            let only = of.iter().filter(|finding| !known.contains(&finding.kind));
            only.copied().collect()
        };
        Self {
            new: only(after, before),
            solved: only(before, after),
        }
    }
}
