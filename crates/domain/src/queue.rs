//! SMS queues: a tree whose leaves have agents.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ids::{QueueId, TeamId, UserId};
use crate::message::MessageText;
use crate::schedule::Schedule;

/// Words a queue cannot be named, since texting them means something else (R34).
pub const PROTECTED_WORDS: [&str; 13] = [
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
    "BACK",
    "EXIT",
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
    /// Agents assigned one by one; leaves only.
    pub agents: BTreeSet<UserId>,
    /// Teams assigned as a whole, sub-teams with them (R42).
    pub teams: BTreeSet<TeamId>,
    /// Its own hours of operation; none takes the general hours (specification 5.5).
    pub hours: Option<Schedule>,
    /// The text sent while closed, when **Enable after hour message** is on.
    pub after_hour_message: Option<MessageText>,
}

/// Whether the whole name is a protected word, whatever its capitals and the blanks around it (R35).
pub fn is_protected(name: &str) -> bool {
    PROTECTED_WORDS
        .iter()
        .any(|word| word.eq_ignore_ascii_case(name.trim()))
}

#[cfg(test)]
mod tests {
    use super::is_protected;

    #[test]
    fn r35_only_the_whole_name_is_protected() {
        assert!(is_protected("stop"));
        assert!(is_protected(" Unsubscribe "));
        assert!(is_protected("BACK"));
        assert!(!is_protected("Stop orders"));
        assert!(!is_protected("Bus stop help"));
    }
}
