//! What an intent did beyond what it says: cascades and warnings, each a sentence.

use std::fmt;

/// The intent was carried out whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// What went along with it; shown before **Proceed** (R20).
    pub cascades: Vec<Cascade>,
    /// What the admin should know; nothing is refused for it.
    pub warnings: Vec<Warning>,
}

impl Applied {
    /// Carried out, and these went along.
    pub(crate) fn with(cascades: Vec<Cascade>) -> Self {
        Self {
            cascades,
            ..Self::default()
        }
    }

    /// Carried out, and there is this to know.
    pub(crate) fn warning(warning: Option<Warning>) -> Self {
        Self {
            warnings: warning.into_iter().collect(),
            ..Self::default()
        }
    }
}

/// Something that went along. Numbers are as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are what the sentences name")]
pub enum Cascade {
    /// R15.
    OutboundRemoved { number: String, target: String },
    /// R17, R18, R40.
    Released { number: String, owner: String },
    /// A11.
    InboundKept { number: String, queue: String },
    /// A11.
    InboundRemoved { number: String, queue: String },
    /// The number or the queue goes.
    InboundLost { number: String, queue: String },
    /// A queue under one that is deleted, or one that a copied structure replaces (R38).
    QueueRemoved { queue: String },
    /// An agent or team that goes, or loses the Agent role.
    LeavesQueue { who: String, queue: String },
    /// The team goes.
    LeavesTeam { user: String, team: String },
    /// The team around it goes; none puts it at the top.
    TeamMoved { team: String, into: Option<String> },
    /// The queue's custom hours go.
    GeneralHours { queue: String },
    /// The folder goes.
    HolidayRemoved { holiday: String },
    /// The holiday goes (specification 5.2).
    NoLongerObserved { holiday: String, by: String },
}

/// Something to know. A number is as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are what the sentences name")]
pub enum Warning {
    /// R71.
    NoPersonalQueue { agent: String },
    /// Specification 2.2: labels may repeat.
    LabelInUse { label: String, number: String },
    /// R1: how many direct numbers stop working.
    DirectNumbersStop { count: usize },
    /// A30.
    InactiveWithNumbers { user: String, count: usize },
}

impl fmt::Display for Cascade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutboundRemoved { number, target } => {
                write!(f, "{target} can no longer send from {number}")
            }
            Self::Released { number, owner } => write!(f, "{number} is taken from {owner}"),
            Self::InboundKept { number, queue } => {
                write!(f, "{number} becomes a direct number of queue {queue}")
            }
            Self::InboundRemoved { number, queue } => {
                write!(
                    f,
                    "{number} is taken from queue {queue}, which has queues under it"
                )
            }
            Self::InboundLost { number, queue } => {
                write!(f, "texts to {number} no longer land in queue {queue}")
            }
            Self::QueueRemoved { queue } => write!(f, "queue {queue} is deleted"),
            Self::LeavesQueue { who, queue } => write!(f, "{who} leaves queue {queue}"),
            Self::LeavesTeam { user, team } => write!(f, "{user} leaves team {team}"),
            Self::TeamMoved {
                team,
                into: Some(into),
            } => write!(f, "team {team} goes into {into}"),
            Self::TeamMoved { team, into: None } => write!(f, "team {team} goes to the top"),
            Self::GeneralHours { queue } => write!(f, "queue {queue} takes the general hours"),
            Self::HolidayRemoved { holiday } => write!(f, "{holiday} is deleted"),
            Self::NoLongerObserved { holiday, by } => write!(f, "{holiday} is no longer observed by {by}"),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPersonalQueue { agent } => {
                write!(f, "{agent} has no personal queue where these chats can wait")
            }
            Self::LabelInUse { label, number } => write!(f, "{number} has the label {label} too"),
            Self::DirectNumbersStop { count: 1 } => f.write_str("1 direct number stops working"),
            Self::DirectNumbersStop { count } => write!(f, "{count} direct numbers stop working"),
            Self::InactiveWithNumbers { user, count: 1 } => {
                write!(f, "{user} keeps 1 number, which nobody answers")
            }
            Self::InactiveWithNumbers { user, count } => {
                write!(f, "{user} keeps {count} numbers, which nobody answers")
            }
        }
    }
}
