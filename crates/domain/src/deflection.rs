//! After-hours deflection: one level's setting, and which level's setting applies (specification 6).

mod counts;
mod levels;

use serde::{Deserialize, Serialize};

use crate::message::MessageText;
use crate::schedule::Schedule;

pub use counts::LevelCounts;
pub(crate) use levels::effective_of;
pub use levels::{Effective, Level, beneath_team, beneath_user, effective, effective_for_team};

/// One level's setting. Switched on it has hours and a message; switched off it keeps the last ones (R58, R60).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deflection {
    /// Outside the hours the sender gets the message.
    On(Reply),
    /// An explicit "no deflection" at this level.
    Off {
        /// What was in force before, to start from when it is switched on again.
        kept: Option<Reply>,
    },
}

/// Hours and the text sent outside them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// When texts are offered rather than answered by the message.
    pub schedule: Schedule,
    /// What the sender gets.
    pub message: MessageText,
}

impl Deflection {
    /// The hours and message in force; none when switched off.
    pub fn reply(&self) -> Option<&Reply> {
        match self {
            Self::On(reply) => Some(reply),
            Self::Off { .. } => None,
        }
    }

    /// The hours and message in force, or the last ones that were: what an editor shows.
    pub fn kept(&self) -> Option<&Reply> {
        match self {
            Self::On(reply) => Some(reply),
            Self::Off { kept } => kept.as_ref(),
        }
    }
}
