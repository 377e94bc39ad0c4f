//! SMS queues: a tree whose leaves have agents.

mod ivr;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ids::{HoursId, QueueId, TeamId, UserId};
use crate::message::MessageText;
use crate::schedule::Schedule;

pub use ivr::{IvrAssignment, IvrQueueName, IvrQueueNameError};

/// Words with a fixed meaning when they are the whole text: opt-out, opt-in, help.
pub const COMMAND_WORDS: [&str; 11] = [
    "STOP",
    "STOPALL",
    "UNSUBSCRIBE",
    "CANCEL",
    "END",
    "QUIT",
    "START",
    "YES",
    "UNSTOP",
    "HELP",
    "INFO",
];

/// One queue of the SMS tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmsQueue {
    /// Identifies the queue.
    pub id: QueueId,
    /// Not empty, not a protected word (R34).
    pub name: String,
    /// The queue it lies under; none for a top-level queue.
    pub parent: Option<QueueId>,
    /// Its place among the queues beside it, from 0; the order gives the menu digit.
    #[serde(default)]
    pub position: u32,
    /// The language of its texts, such as `en`.
    #[serde(default = "english")]
    pub language: String,
    /// Words that jump straight to it.
    #[serde(default)]
    pub keywords: BTreeSet<String>,
    /// Not shown in the menu, though its numbers still lead to it (R37).
    #[serde(default)]
    pub hidden: bool,
    /// The first text a consumer gets; none takes that of the queue above.
    #[serde(default)]
    pub greeting: Option<MessageText>,
    /// The after-hour message and its switch; none takes those of the queue above.
    #[serde(default)]
    pub after_hour: Option<AfterHour>,
    /// When chats expire and time out; what is missing is as in the SMS settings.
    #[serde(default)]
    pub timeouts: Timeouts,
    /// Agents assigned one by one; leaves only.
    pub agents: BTreeSet<UserId>,
    /// Teams assigned as a whole, sub-teams with them (R42).
    pub teams: BTreeSet<TeamId>,
    /// Its custom hours of operation; none takes the general hours (specification 5.5).
    pub hours: Option<HoursId>,
}

fn english() -> String {
    "en".to_owned()
}

impl SmsQueue {
    /// A queue at a place of the tree, without members, texts and hours of its own.
    pub fn new(id: QueueId, name: &str, parent: Option<QueueId>, position: u32) -> Self {
        Self {
            id,
            name: name.to_owned(),
            parent,
            position,
            language: english(),
            keywords: BTreeSet::new(),
            hidden: false,
            greeting: None,
            after_hour: None,
            timeouts: Timeouts::default(),
            agents: BTreeSet::new(),
            teams: BTreeSet::new(),
            hours: None,
        }
    }
}

/// **Enable after hour message**, with the text; switched off it keeps the last one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterHour {
    /// Sent while the queue is closed.
    On(MessageText),
    /// Nothing is sent.
    Off {
        /// The text from before, to start from when it is switched on again.
        kept: Option<MessageText>,
    },
}

impl AfterHour {
    /// The text that is sent; none when switched off.
    pub fn message(&self) -> Option<&MessageText> {
        match self {
            Self::On(message) => Some(message),
            Self::Off { .. } => None,
        }
    }
}

/// When chats end by themselves, in minutes; none means not here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeouts {
    /// An incoming chat that nobody took up, 1 to 10,080.
    pub expiration_min: Option<u16>,
    /// A chat in which nobody writes, 1 to 10,080.
    pub timeout_min: Option<u16>,
}

/// Hours of operation with a name, for the queues that use them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomHours {
    /// Identifies the hours.
    pub id: HoursId,
    /// Not empty.
    pub name: String,
    /// When open.
    pub schedule: Schedule,
}
