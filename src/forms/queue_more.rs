//! The inputs of a queue that tell how it speaks: language, keywords, greeting, timeouts (specification 2.5).

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::ids::QueueId;
use domain::message::MessageText;
use domain::queue::{SmsQueue, Timeouts};
use domain::{Intent, Workspace};
use leptos::prelude::*;

use super::deflection::Faulty;

/// The inputs as they stand.
#[derive(Clone, Copy)]
pub struct QueueMore {
    stored: StoredValue<Arc<SmsQueue>>,
    /// The language of its texts.
    pub language: RwSignal<String>,
    /// Its keywords, with commas between them.
    pub keywords: RwSignal<String>,
    /// Whether it greets with the text of the queue above, or not at all on the top level.
    pub inherits: RwSignal<bool>,
    /// Its own greeting.
    pub greeting: RwSignal<String>,
    /// Minutes until a chat that nobody took up expires.
    pub expiration: RwSignal<String>,
    /// Minutes until a chat in which nobody writes ends.
    pub timeout: RwSignal<String>,
}

impl QueueMore {
    /// The inputs as the draft has the queue.
    pub fn new(queue: Arc<SmsQueue>) -> Self {
        let keywords: Vec<_> = queue.keywords.iter().map(String::as_str).collect();
        let minutes = |minutes: Option<u16>| {
            let written = minutes.map(|minutes| minutes.to_string());
            RwSignal::new(written.unwrap_or_default())
        };
        let greeting = queue.greeting.as_ref().map(|text| text.as_str().to_owned());
        Self {
            language: RwSignal::new(queue.language.clone()),
            keywords: RwSignal::new(keywords.join(", ")),
            inherits: RwSignal::new(queue.greeting.is_none()),
            greeting: RwSignal::new(greeting.unwrap_or_default()),
            expiration: minutes(queue.timeouts.expiration_min),
            timeout: minutes(queue.timeouts.timeout_min),
            stored: StoredValue::new(queue),
        }
    }

    /// What **Save** does of these.
    ///
    /// # Errors
    /// A greeting or minutes that cannot be.
    pub fn intents(self) -> Result<Vec<Intent>, Faulty> {
        let greeting = self.greeting_text()?;
        let timeouts = self.timeouts()?;
        let stored = self.stored.get_value();
        let queue = stored.id;
        let mut intents: Vec<_> = self
            .new_language()
            .into_iter()
            .chain(self.new_keywords())
            .collect();
        if greeting != stored.greeting {
            intents.push(Intent::SetGreeting { queue, greeting });
        }
        if timeouts != stored.timeouts {
            intents.push(Intent::SetQueueTimeouts { queue, timeouts });
        }
        Ok(intents)
    }

    /// Another language.
    pub fn new_language(self) -> Option<Intent> {
        let language = self.language.read().trim().to_owned();
        self.stored.with_value(|stored| {
            (language != stored.language).then_some(Intent::SetQueueLanguage {
                queue: stored.id,
                language,
            })
        })
    }

    /// Other keywords.
    pub fn new_keywords(self) -> Option<Intent> {
        let keywords: BTreeSet<String> = self
            .keywords
            .read()
            .split([',', ';', '\n'])
            .map(|word| word.trim().to_owned())
            .filter(|word| !word.is_empty())
            .collect();
        self.stored.with_value(|stored| {
            (keywords != stored.keywords).then_some(Intent::SetQueueKeywords {
                queue: stored.id,
                keywords,
            })
        })
    }

    /// Why the minutes of a field cannot be: no number, or what the engine says against the number.
    pub fn minutes_error(self, workspace: &Workspace, written: RwSignal<String>) -> Option<String> {
        let Ok(minutes) = minutes(&written.read()) else {
            return Some("enter a whole number of minutes, or leave it empty".to_owned());
        };
        let timeouts = Timeouts {
            expiration_min: minutes.filter(|_| written == self.expiration),
            timeout_min: minutes.filter(|_| written == self.timeout),
        };
        let queue: QueueId = self.stored.with_value(|stored| stored.id);
        let refusal = workspace
            .clone()
            .apply(&Intent::SetQueueTimeouts { queue, timeouts })
            .err();
        refusal.map(|refusal| refusal.to_string())
    }

    fn greeting_text(self) -> Result<Option<MessageText>, Faulty> {
        if self.inherits.get() {
            return Ok(None);
        }
        MessageText::try_from(self.greeting.get())
            .map(Some)
            .map_err(|_| Faulty)
    }

    fn timeouts(self) -> Result<Timeouts, Faulty> {
        Ok(Timeouts {
            expiration_min: minutes(&self.expiration.read())?,
            timeout_min: minutes(&self.timeout.read())?,
        })
    }
}

/// Minutes as they are written; none when nothing is.
pub(super) fn minutes(written: &str) -> Result<Option<u16>, Faulty> {
    match written.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Faulty),
    }
}

#[cfg(test)]
mod tests {
    use domain::Zone;

    use super::*;

    fn form(test: impl FnOnce(QueueMore, QueueId, &Workspace)) {
        let queue: QueueId = "00000000-0000-0000-0000-000000000001".parse().unwrap();
        let mut workspace = Workspace::empty("Test", Zone::UTC);
        let add = Intent::AddQueue {
            queue,
            name: "Billing".into(),
            parent: None,
            position: None,
        };
        workspace.apply(&add).unwrap();
        let record = workspace.queue(queue).unwrap().clone();
        Owner::new().with(|| test(QueueMore::new(record), queue, &workspace));
    }

    #[test]
    fn keywords_are_words_between_commas() {
        form(|inputs, queue, _| {
            assert_eq!(inputs.intents(), Ok(Vec::new()));
            inputs.keywords.set(" bill, invoice,, pay ;bill".into());
            let keywords = ["bill", "invoice", "pay"].map(str::to_owned).into();
            assert_eq!(
                inputs.intents(),
                Ok(vec![Intent::SetQueueKeywords { queue, keywords }])
            );
        });
    }

    #[test]
    fn minutes_are_whole_and_within_the_engines_limits() {
        form(|inputs, _, workspace| {
            let said = |text: &str| {
                inputs.timeout.set(text.into());
                inputs.minutes_error(workspace, inputs.timeout)
            };
            assert_eq!(said(""), None);
            assert_eq!(said("1"), None);
            assert_eq!(said("10080"), None);
            assert!(said("0").unwrap().contains("from 1 to 10080"));
            assert!(said("10081").unwrap().contains("from 1 to 10080"));
            assert!(said("soon").unwrap().contains("whole number of minutes"));
        });
    }
}
