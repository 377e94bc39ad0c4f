//! Settings of the instance as a whole.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::deflection::Deflection;
use crate::intent::Intent;
use crate::message::MessageText;
use crate::queue::{COMMAND_WORDS, Timeouts};
use crate::schedule::Schedule;

/// The text for a consumer who answers a dismissed chat, until another one is written.
pub const DISMISSED_RESPONSE: &str = "Your chat was set aside. We are taking it up again.";
/// A week in minutes: the longest time that can be set.
pub const MAX_MINUTES: u16 = 10_080;

/// Settings of the instance as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The company's name, shown in the frame.
    pub company: String,
    /// **Use SMS Chat** (R1).
    pub sms_chat: bool,
    /// Whether agents may start SMS chats.
    #[serde(default)]
    pub outbound_sms: bool,
    /// When chats expire and time out, where their queue says nothing else.
    #[serde(default)]
    pub timeouts: Timeouts,
    /// Minutes until a quiet inbound chat is dismissed; 1 to 10,080, none is off.
    #[serde(default)]
    pub dismissal_min: Option<u16>,
    /// What a consumer gets who answers a dismissed chat; none is [`DISMISSED_RESPONSE`].
    #[serde(default)]
    pub dismissed_response: Option<MessageText>,
    /// What HELP and INFO are answered with (R77).
    #[serde(default)]
    pub support_contact: Option<MessageText>,
    /// The words that lead back and out of the menu.
    #[serde(default)]
    pub words: MenuWords,
    /// **Global SMS after-hours deflection**; none until first saved (S124).
    pub deflection: Option<Deflection>,
    /// A sender gets at most one deflection text from a number within so many minutes; 0 to 10,080 (A42).
    #[serde(default = "ten")]
    pub reply_limit_min: u16,
    /// **Missed Chat Threshold** and **Unresponsive Threshold** (R46).
    pub thresholds: Thresholds,
    /// General hours of operation: for queues without their own (specification 5.5).
    pub hours: Schedule,
}

fn ten() -> u16 {
    10
}

impl Settings {
    pub(super) fn new(company: &str, hours: Schedule) -> Self {
        Self {
            company: company.to_owned(),
            sms_chat: false,
            outbound_sms: false,
            timeouts: Timeouts::default(),
            dismissal_min: None,
            dismissed_response: None,
            support_contact: None,
            words: MenuWords::default(),
            deflection: None,
            reply_limit_min: ten(),
            thresholds: Thresholds::default(),
            hours,
        }
    }

    /// What a consumer gets who answers a dismissed chat.
    pub fn dismissed_response(&self) -> &str {
        self.dismissed_response
            .as_ref()
            .map_or(DISMISSED_RESPONSE, MessageText::as_str)
    }

    /// What brings these times about, in an order in which no step is refused for the other's old value: dismissal is
    /// never above the chat timeout (specification 2.1). Nothing for what stays.
    pub fn ends_of_chats(&self, timeouts: Timeouts, dismissal_min: Option<u16>) -> Vec<Intent> {
        let timeouts = (timeouts != self.timeouts).then_some(Intent::SetTimeouts { timeouts });
        let dismissal = (dismissal_min != self.dismissal_min).then_some(Intent::SetDismissal {
            minutes: dismissal_min,
        });
        let fits_now = dismissal_min <= self.timeouts.timeout_min.or(Some(MAX_MINUTES));
        let order = if fits_now {
            [dismissal, timeouts]
        } else {
            [timeouts, dismissal]
        };
        order.into_iter().flatten().collect()
    }

    /// Whether a whole name is a word that people text, whatever its capitals and the blanks around it (R34,
    /// R35).
    pub fn is_protected(&self, name: &str) -> bool {
        let same = |word: &str| same_word(word, name.trim());
        COMMAND_WORDS.into_iter().any(same) || self.words.all().any(same)
    }
}

/// Whether two words are one, capitals aside.
pub(super) fn same_word(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Words that lead through the menu; like the commands, no queue can be named so (R34).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuWords {
    /// One level back.
    pub back: BTreeSet<String>,
    /// Out of the menu.
    pub exit: BTreeSet<String>,
}

impl Default for MenuWords {
    fn default() -> Self {
        Self {
            back: BTreeSet::from(["BACK".to_owned()]),
            exit: BTreeSet::from(["EXIT".to_owned()]),
        }
    }
}

impl MenuWords {
    /// The words that lead back, then those that lead out.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.back.iter().chain(&self.exit).map(String::as_str)
    }
}

/// How many offers in a row may go wrong before the agent's status changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thresholds {
    /// Missed offers; 1 to 99.
    pub missed_chat: u8,
    /// Offers without acknowledgement; 1 to 99.
    pub unresponsive: u8,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            missed_chat: 2,
            unresponsive: 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::Zone;

    #[test]
    fn r35_only_the_whole_name_is_protected() {
        let mut settings = Settings::new("Test", Schedule::always(Zone::UTC));
        assert!(settings.is_protected("stop"));
        assert!(settings.is_protected(" Unsubscribe "));
        assert!(settings.is_protected("BACK"));
        assert!(!settings.is_protected("Stop orders"));
        assert!(!settings.is_protected("Bus stop help"));
        // The menu's words are the admin's to choose.
        settings.words.back = ["Zurück".to_owned()].into();
        assert!(settings.is_protected("ZURÜCK"));
        assert!(!settings.is_protected("BACK"));
    }
}
