//! Settings of the instance.

use std::ops::RangeInclusive;

use crate::applied::{Applied, Warning};
use crate::deflection::Deflection;
use crate::phone::PhoneNumber;
use crate::queue::{COMMAND_WORDS, SmsQueue, Timeouts};
use crate::refusal::{REPLY_LIMIT, Refusal};
use crate::schedule::Schedule;
use crate::workspace::settings::same_word;
use crate::workspace::{MAX_MINUTES, MenuWords, Thresholds, Workspace};

impl Workspace {
    /// Switching off keeps everything and says how many numbers stop (R1, R2).
    pub(super) fn set_sms_chat(&mut self, on: bool) -> Applied {
        self.settings.sms_chat = on;
        let count = self.direct_numbers();
        Applied::warning((!on && count > 0).then_some(Warning::DirectNumbersStop { count }))
    }

    pub(super) fn set_timeouts(&mut self, timeouts: Timeouts) -> Result<Applied, Refusal> {
        check_timeouts(timeouts)?;
        check_dismissal(self.settings.dismissal_min, timeouts)?;
        self.settings.timeouts = timeouts;
        Ok(Applied::default())
    }

    pub(super) fn set_dismissal(&mut self, minutes: Option<u16>) -> Result<Applied, Refusal> {
        check_dismissal(minutes, self.settings.timeouts)?;
        self.settings.dismissal_min = minutes;
        Ok(Applied::default())
    }

    /// Each a word of its own, no command, and no queue goes by it (R34).
    pub(super) fn set_menu_words(&mut self, words: &MenuWords) -> Result<Applied, Refusal> {
        check_menu_words(words)?;
        for word in words.all() {
            let goes_by = |queue: &SmsQueue| {
                same_word(&queue.name, word) || queue.keywords.iter().any(|keyword| same_word(keyword, word))
            };
            if let Some(queue) = self.queues().find(|queue| goes_by(queue)) {
                return Err(Refusal::WordIsQueue {
                    word: word.to_owned(),
                    queue: queue.name.clone(),
                });
            }
        }
        self.settings.words = words.clone();
        Ok(Applied::default())
    }

    /// Never touches the thresholds (R49).
    pub(super) fn set_global_deflection(&mut self, deflection: &Deflection) -> Result<Applied, Refusal> {
        self.check_observed(Some(deflection))?;
        self.settings.deflection = Some(deflection.clone());
        Ok(Applied::default())
    }

    pub(super) fn set_reply_limit(&mut self, minutes: u16) -> Result<Applied, Refusal> {
        check_reply_limit(minutes)?;
        self.settings.reply_limit_min = minutes;
        Ok(Applied::default())
    }

    /// Never touches the deflection (R49).
    pub(super) fn set_thresholds(&mut self, thresholds: Thresholds) -> Result<Applied, Refusal> {
        check_thresholds(thresholds)?;
        self.settings.thresholds = thresholds;
        Ok(Applied::default())
    }

    pub(super) fn set_general_hours(&mut self, schedule: &Schedule) -> Result<Applied, Refusal> {
        self.check_schedule(schedule)?;
        self.settings.hours = schedule.clone();
        Ok(Applied::default())
    }

    /// Duplicates are refused (S8).
    pub(super) fn block(&mut self, sender: PhoneNumber) -> Result<Applied, Refusal> {
        match self.blocklist.insert(sender) {
            Some(_) => Err(Refusal::AlreadyBlocked { sender }),
            None => Ok(Applied::default()),
        }
    }

    pub(super) fn unblock(&mut self, sender: PhoneNumber) -> Result<Applied, Refusal> {
        match self.blocklist.remove(&sender) {
            Some(_) => Ok(Applied::default()),
            None => Err(Refusal::NotBlocked { sender }),
        }
    }
}

/// 1 to 99 (S109).
pub(in crate::workspace) fn check_thresholds(thresholds: Thresholds) -> Result<(), Refusal> {
    let given = [thresholds.missed_chat, thresholds.unresponsive];
    match given.into_iter().find(|given| !(1..=99).contains(given)) {
        Some(given) => Err(Refusal::ThresholdRange { given }),
        None => Ok(()),
    }
}

/// 1 to 10,080 minutes, where set.
pub(in crate::workspace) fn check_timeouts(timeouts: Timeouts) -> Result<(), Refusal> {
    check_minutes("chat expiration", timeouts.expiration_min, 1..=MAX_MINUTES)?;
    check_minutes("the chat timeout", timeouts.timeout_min, 1..=MAX_MINUTES)
}

/// 1 to 10,080 minutes, and not above the chat timeout (specification 2.1).
pub(in crate::workspace) fn check_dismissal(minutes: Option<u16>, timeouts: Timeouts) -> Result<(), Refusal> {
    let most = timeouts.timeout_min.unwrap_or(MAX_MINUTES);
    check_minutes(
        "dismissal, which comes before the chat timeout",
        minutes,
        1..=most,
    )
}

/// 0 to 10,080 minutes (A42).
pub(in crate::workspace) fn check_reply_limit(minutes: u16) -> Result<(), Refusal> {
    check_minutes(REPLY_LIMIT, Some(minutes), 0..=MAX_MINUTES)
}

/// Each one word without blanks, no command, and only once.
pub(in crate::workspace) fn check_menu_words(words: &MenuWords) -> Result<(), Refusal> {
    let wrong = words.all().enumerate().find(|&(index, word)| {
        let is_word = !word.is_empty() && !word.chars().any(char::is_whitespace);
        let is_command = COMMAND_WORDS.iter().any(|command| same_word(command, word));
        let twice = words.all().take(index).any(|earlier| same_word(earlier, word));
        !is_word || is_command || twice
    });
    match wrong {
        Some((_, word)) => Err(Refusal::BadMenuWord {
            word: word.to_owned(),
        }),
        None => Ok(()),
    }
}

fn check_minutes(
    what: &'static str,
    minutes: Option<u16>,
    range: RangeInclusive<u16>,
) -> Result<(), Refusal> {
    match minutes.filter(|minutes| !range.contains(minutes)) {
        Some(given) => Err(Refusal::MinutesRange {
            what,
            given,
            least: *range.start(),
            most: *range.end(),
        }),
        None => Ok(()),
    }
}
