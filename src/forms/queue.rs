//! The inputs of a queue's settings (F5, S3).

use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::Arc;

use domain::ids::{HoursId, QueueId};
use domain::message::MessageText;
use domain::number::Owner;
use domain::queue::{AfterHour, SmsQueue};
use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use super::deflection::Faulty;
use super::queue_more::QueueMore;

/// The inputs as they stand; nothing is written before **Save**.
#[derive(Clone, Copy)]
pub struct QueueInputs {
    stored: StoredValue<Arc<SmsQueue>>,
    stored_numbers: StoredValue<Vec<PhoneNumber>>,
    more: StoredValue<QueueMore>,
    /// The name.
    pub name: RwSignal<String>,
    /// Whether the menu leaves it out.
    pub hidden: RwSignal<bool>,
    /// The key of its custom hours; empty takes the general ones.
    pub hours: RwSignal<String>,
    /// Its direct numbers.
    pub numbers: RwSignal<Vec<PhoneNumber>>,
    /// The keys of its agents.
    pub agents: RwSignal<BTreeSet<String>>,
    /// The keys of its teams.
    pub teams: RwSignal<BTreeSet<String>>,
    /// Whether it takes the after hour message of the queue above.
    pub inherits: RwSignal<bool>,
    /// **Enable after hour message**.
    pub enabled: RwSignal<bool>,
    /// The after hour message.
    pub message: RwSignal<String>,
    /// Whether an empty message is an error by now.
    pub tried: RwSignal<bool>,
}

impl QueueInputs {
    /// The form as the draft has the queue.
    pub fn new(workspace: &Workspace, queue: Arc<SmsQueue>) -> Self {
        let numbers: Vec<_> = workspace
            .numbers_of(Owner::Queue(queue.id))
            .map(|number| number.number)
            .collect();
        let (enabled, message) = match &queue.after_hour {
            Some(AfterHour::On(message)) => (true, Some(message)),
            Some(AfterHour::Off { kept }) => (false, kept.as_ref()),
            None => (false, None),
        };
        Self {
            more: StoredValue::new(QueueMore::new(Arc::clone(&queue))),
            name: RwSignal::new(queue.name.clone()),
            hidden: RwSignal::new(queue.hidden),
            hours: RwSignal::new(queue.hours.map(|id| id.to_string()).unwrap_or_default()),
            numbers: RwSignal::new(numbers.clone()),
            agents: RwSignal::new(queue.agents.iter().map(ToString::to_string).collect()),
            teams: RwSignal::new(queue.teams.iter().map(ToString::to_string).collect()),
            inherits: RwSignal::new(queue.after_hour.is_none() && queue.parent.is_some()),
            enabled: RwSignal::new(enabled),
            message: RwSignal::new(message.map(|text| text.as_str().to_owned()).unwrap_or_default()),
            tried: RwSignal::new(false),
            stored_numbers: StoredValue::new(numbers),
            stored: StoredValue::new(queue),
        }
    }

    /// Language, keywords, greeting, timeouts.
    pub fn more(self) -> QueueMore {
        self.more.get_value()
    }

    /// Another name, as an intent; none while it is the stored one.
    pub fn renaming(self) -> Option<Intent> {
        let stored = self.stored.get_value();
        let name = self.name.read().trim().to_owned();
        (name != stored.name).then_some(Intent::RenameQueue {
            queue: stored.id,
            name,
        })
    }

    /// What **Save** does: releases before assignments, so that a number can come in place of another.
    ///
    /// # Errors
    /// A text or minutes that cannot be.
    pub fn intents(self) -> Result<Vec<Intent>, Faulty> {
        let stored = self.stored.get_value();
        let queue = stored.id;
        let mut intents: Vec<_> = self.renaming().into_iter().collect();
        let hidden = self.hidden.get();
        if hidden != stored.hidden {
            intents.push(Intent::SetQueueHidden { queue, hidden });
        }
        let hours = self.hours.read().parse::<HoursId>().ok();
        if hours != stored.hours {
            intents.push(Intent::SetQueueHours { queue, hours });
        }
        intents.extend(self.moves(queue));
        let (agents, teams) = (ids(&self.agents.read()), ids(&self.teams.read()));
        if agents != stored.agents || teams != stored.teams {
            intents.push(Intent::SetQueueMembers { queue, agents, teams });
        }
        let after_hour = self.after_hour()?;
        if after_hour != stored.after_hour {
            intents.push(Intent::SetAfterHour { queue, after_hour });
        }
        intents.extend(self.more().intents()?);
        Ok(intents)
    }

    /// Whether there is something to save.
    pub fn is_changed(self) -> bool {
        self.intents().map_or(true, |intents| !intents.is_empty())
    }

    fn moves(self, queue: QueueId) -> Vec<Intent> {
        let before = self.stored_numbers.get_value();
        let numbers = self.numbers.get();
        let released = before.iter().filter(|number| !numbers.contains(number));
        let released = released.map(|&number| Intent::Unassign { number });
        let assigned = numbers.iter().filter(|number| !before.contains(number));
        let assigned = assigned.map(|&number| Intent::Assign {
            number,
            owner: Owner::Queue(queue),
            slot: None,
        });
        released.chain(assigned).collect()
    }

    fn after_hour(self) -> Result<Option<AfterHour>, Faulty> {
        if self.inherits.get() {
            return Ok(None);
        }
        let message = MessageText::try_from(self.message.get());
        if self.enabled.get() {
            return message.map(|text| Some(AfterHour::On(text))).map_err(|_| Faulty);
        }
        let kept = message.ok();
        let was_nothing = self.stored.with_value(|queue| queue.after_hour.is_none());
        let at_top = self.stored.with_value(|queue| queue.parent.is_none());
        // A top-level queue without a setting says nothing either: that is no change.
        Ok((!(was_nothing && at_top && kept.is_none())).then_some(AfterHour::Off { kept }))
    }
}

fn ids<T: FromStr + Ord>(keys: &BTreeSet<String>) -> BTreeSet<T> {
    keys.iter().filter_map(|key| key.parse().ok()).collect()
}
