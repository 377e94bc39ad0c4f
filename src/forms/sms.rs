//! The inputs of Settings → Chat → SMS under the switch: outbound SMS, the ends of chats, their texts, the menu's words
//! (specification 2.1).

use std::collections::BTreeSet;

use domain::message::{MessageError, MessageText};
use domain::queue::Timeouts;
use domain::workspace::{MenuWords, Settings};
use domain::{Intent, Workspace};
use leptos::prelude::*;

use super::deflection::Faulty;
use super::queue_more::minutes;

/// The inputs as they stand.
#[derive(Clone, Copy)]
pub struct SmsInputs {
    /// Whether agents may start SMS chats.
    pub outbound: RwSignal<bool>,
    /// Minutes until a chat that nobody took up expires.
    pub expiration: RwSignal<String>,
    /// Minutes until a chat in which nobody writes ends.
    pub timeout: RwSignal<String>,
    /// Minutes until a quiet chat is dismissed.
    pub dismissal: RwSignal<String>,
    /// What a consumer gets who answers a dismissed chat.
    pub dismissed: RwSignal<String>,
    /// What HELP and INFO are answered with.
    pub contact: RwSignal<String>,
    /// The words that lead back, with commas between them.
    pub back: RwSignal<String>,
    /// The words that lead out of the menu.
    pub exit: RwSignal<String>,
}

impl SmsInputs {
    /// The inputs as the draft has the settings.
    pub fn new(stored: &Settings) -> Self {
        Self {
            outbound: RwSignal::new(stored.outbound_sms),
            expiration: RwSignal::new(expiration(stored)),
            timeout: RwSignal::new(timeout(stored)),
            dismissal: RwSignal::new(dismissal(stored)),
            dismissed: RwSignal::new(dismissed(stored)),
            contact: RwSignal::new(contact(stored)),
            back: RwSignal::new(back(stored)),
            exit: RwSignal::new(exit(stored)),
        }
    }

    /// Undo and redo change what is stored: inputs that nobody has changed follow from now on.
    pub fn follow(self, stored: Signal<Settings>) {
        follow(self.outbound, stored, |stored| stored.outbound_sms);
        follow(self.expiration, stored, expiration);
        follow(self.timeout, stored, timeout);
        follow(self.dismissal, stored, dismissal);
        follow(self.dismissed, stored, dismissed);
        follow(self.contact, stored, contact);
        follow(self.back, stored, back);
        follow(self.exit, stored, exit);
    }

    /// Back to what is stored.
    pub fn discard(self, stored: &Settings) {
        self.outbound.set(stored.outbound_sms);
        self.expiration.set(expiration(stored));
        self.timeout.set(timeout(stored));
        self.dismissal.set(dismissal(stored));
        self.dismissed.set(dismissed(stored));
        self.contact.set(contact(stored));
        self.back.set(back(stored));
        self.exit.set(exit(stored));
    }

    /// What **Save** does.
    ///
    /// # Errors
    /// Minutes, a text or a word that cannot be.
    pub fn intents(self, stored: &Settings) -> Result<Vec<Intent>, Faulty> {
        let on = self.outbound.get();
        let mut intents: Vec<_> = (on != stored.outbound_sms)
            .then_some(Intent::SetOutboundSms { on })
            .into_iter()
            .collect();
        let dismissal_min = minutes(&self.dismissal.read())?;
        intents.extend(stored.ends_of_chats(self.timeouts()?, dismissal_min));
        let text = optional(self.dismissed)?;
        if text != stored.dismissed_response {
            intents.push(Intent::SetDismissedResponse { text });
        }
        let text = optional(self.contact)?;
        if text != stored.support_contact {
            intents.push(Intent::SetSupportContact { text });
        }
        let words = MenuWords {
            back: words(self.back),
            exit: words(self.exit),
        };
        if words != stored.words {
            intents.push(Intent::SetMenuWords { words });
        }
        Ok(intents)
    }

    /// Why chats cannot expire then.
    pub fn expiration_error(self, workspace: &Workspace) -> Option<String> {
        let workspace = without_dismissal(workspace);
        minutes_error(workspace, self.expiration, |minutes| Intent::SetTimeouts {
            timeouts: Timeouts {
                expiration_min: minutes,
                ..Timeouts::default()
            },
        })
    }

    /// Why chats cannot time out then.
    pub fn timeout_error(self, workspace: &Workspace) -> Option<String> {
        let workspace = without_dismissal(workspace);
        minutes_error(workspace, self.timeout, |minutes| Intent::SetTimeouts {
            timeouts: Timeouts {
                timeout_min: minutes,
                ..Timeouts::default()
            },
        })
    }

    /// Why chats cannot be dismissed then, with the chat timeout that is written above.
    pub fn dismissal_error(self, workspace: &Workspace) -> Option<String> {
        let mut workspace = without_dismissal(workspace);
        if let Ok(timeouts) = self.timeouts() {
            // One that is refused has its error where it is written.
            let _ = workspace.apply(&Intent::SetTimeouts { timeouts });
        }
        minutes_error(workspace, self.dismissal, |minutes| Intent::SetDismissal {
            minutes,
        })
    }

    /// Why these words cannot lead back.
    pub fn back_error(self, workspace: &Workspace) -> Option<String> {
        words_error(workspace, words(self.back), BTreeSet::new())
    }

    /// Why these words cannot lead out of the menu.
    pub fn exit_error(self, workspace: &Workspace) -> Option<String> {
        let exit = words(self.exit);
        let alone = words_error(workspace, BTreeSet::new(), exit.clone());
        alone.or_else(|| {
            let back_is_fine = self.back_error(workspace).is_none();
            back_is_fine.then(|| words_error(workspace, words(self.back), exit))?
        })
    }

    fn timeouts(self) -> Result<Timeouts, Faulty> {
        Ok(Timeouts {
            expiration_min: minutes(&self.expiration.read())?,
            timeout_min: minutes(&self.timeout.read())?,
        })
    }
}

/// What is wrong between a timeout and the dismissal is said at the dismissal.
fn without_dismissal(workspace: &Workspace) -> Workspace {
    let mut copy = workspace.clone();
    let _ = copy.apply(&Intent::SetDismissal { minutes: None });
    copy
}

/// Why a field's minutes cannot be: no number, or what the engine says against the number.
fn minutes_error(
    mut workspace: Workspace,
    field: RwSignal<String>,
    intent: fn(Option<u16>) -> Intent,
) -> Option<String> {
    let Ok(minutes) = minutes(&field.read()) else {
        return Some("enter a whole number of minutes, or leave it empty".to_owned());
    };
    let refusal = workspace.apply(&intent(minutes)).err();
    refusal.map(|refusal| refusal.to_string())
}

/// An input takes over what is stored anew while it says what was stored before.
fn follow<T>(input: RwSignal<T>, stored: Signal<Settings>, part: fn(&Settings) -> T)
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let stored = Memo::new(move |_| part(&stored.read()));
    let take_over = move |now: &T, before: Option<&T>, _| {
        if before.is_some_and(|before| *input.read_untracked() == *before) {
            input.set(now.clone());
        }
    };
    Effect::watch(move || stored.get(), take_over, false);
}

fn expiration(stored: &Settings) -> String {
    written(stored.timeouts.expiration_min)
}

fn timeout(stored: &Settings) -> String {
    written(stored.timeouts.timeout_min)
}

fn dismissal(stored: &Settings) -> String {
    written(stored.dismissal_min)
}

fn dismissed(stored: &Settings) -> String {
    plain(stored.dismissed_response.as_ref())
}

fn contact(stored: &Settings) -> String {
    plain(stored.support_contact.as_ref())
}

fn back(stored: &Settings) -> String {
    listed(&stored.words.back)
}

fn exit(stored: &Settings) -> String {
    listed(&stored.words.exit)
}

fn written(minutes: Option<u16>) -> String {
    minutes.map(|minutes| minutes.to_string()).unwrap_or_default()
}

fn plain(text: Option<&MessageText>) -> String {
    text.map(|text| text.as_str().to_owned()).unwrap_or_default()
}

fn listed(words: &BTreeSet<String>) -> String {
    words.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A text that need not be; one that is too long is an error.
fn optional(field: RwSignal<String>) -> Result<Option<MessageText>, Faulty> {
    match MessageText::try_from(field.get()) {
        Ok(text) => Ok(Some(text)),
        Err(MessageError::Empty) => Ok(None),
        Err(MessageError::TooLong { .. }) => Err(Faulty),
    }
}

/// The words between the commas: nothing at all is no word, nothing between two commas an empty one.
fn words(field: RwSignal<String>) -> BTreeSet<String> {
    let written = field.read();
    let written = written.trim();
    if written.is_empty() {
        return BTreeSet::new();
    }
    written.split(',').map(|word| word.trim().to_owned()).collect()
}

fn words_error(workspace: &Workspace, back: BTreeSet<String>, exit: BTreeSet<String>) -> Option<String> {
    let words = MenuWords { back, exit };
    let refusal = workspace.clone().apply(&Intent::SetMenuWords { words }).err();
    refusal.map(|refusal| refusal.to_string())
}

#[cfg(test)]
mod tests;
