//! What is known of phone numbers, as the worker tells it.
//!
//! Such facts follow from the digits and from the age of the database, so they are not part of the workspace:
//! they need no intent, clash with nobody, are not published, and nothing is lost with them. A number added by hand
//! takes along those that have arrived by then; for any other number whoever shows it asks here.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::PhoneNumber;
use domain::number::SmsNumber;
use domain::phone::NumberFacts;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Rest, Session};
use crate::paths::assets;
use crate::platform::phone::PhoneWorker;

/// How far the question about a number is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Checked {
    /// No answer yet.
    #[default]
    Pending,
    /// The answer.
    Known(NumberFacts),
    /// Nobody is there to answer: the worker could not be loaded.
    Unavailable,
}

/// The worker and its answers.
#[derive(Clone, Copy)]
pub(super) struct Phone {
    worker: StoredValue<Option<PhoneWorker>, LocalStorage>,
    answers: RwSignal<BTreeMap<PhoneNumber, Checked>>,
    /// Whether those who follow the answers will be told in a moment.
    is_due: StoredValue<bool>,
}

/// Answers that come within this time are told together: a list asks about all the rows it shows.
const TOGETHER: Duration = Duration::from_millis(10);

impl Phone {
    pub(super) fn new() -> Self {
        Self {
            worker: StoredValue::new_local(None),
            answers: RwSignal::default(),
            is_due: StoredValue::default(),
        }
    }

    /// The worker, started by the first who asks.
    fn worker(self) -> Option<PhoneWorker> {
        if let Some(worker) = self.worker.get_value() {
            return Some(worker);
        }
        let worker = PhoneWorker::start(assets::PHONE_WORKER).ok();
        self.worker.set_value(worker.clone());
        worker
    }

    fn set(self, number: PhoneNumber, checked: Checked) {
        self.answers.write_untracked().insert(number, checked);
        let was_due = self.is_due.try_update_value(|due| std::mem::replace(due, true));
        if was_due == Some(false) {
            let tell = move || {
                self.is_due.set_value(false);
                self.answers.notify();
            };
            set_timeout(tell, TOGETHER);
        }
    }
}

impl Session {
    /// Loads the worker that knows phone numbers, again if it could not be loaded before.
    pub fn begin_phone_checks(self) {
        let failed = |worker: &Option<PhoneWorker>| worker.as_ref().is_some_and(PhoneWorker::has_failed);
        if self.phone.worker.with_value(failed) {
            self.phone.worker.set_value(None);
            self.phone
                .answers
                .update(|answers| answers.retain(|_, answer| *answer != Checked::Unavailable));
        }
        self.phone.worker();
    }

    /// Asks what is known of a number, unless that was asked before. `checked` has the answer.
    pub fn check_number(self, number: PhoneNumber) {
        if number.is_short_code() || self.phone.answers.read_untracked().contains_key(&number) {
            return;
        }
        let Some(worker) = self.phone.worker() else {
            return self.phone.set(number, Checked::Unavailable);
        };
        // No answer is the same to those who follow: nobody is told.
        let pending = Checked::Pending;
        self.phone.answers.write_untracked().insert(number, pending);
        spawn_local(async move {
            let answer = worker.ask(number).await;
            self.phone
                .set(number, answer.map_or(Checked::Unavailable, Checked::Known));
        });
    }

    /// How far the question about a number is.
    pub fn checked(self, number: PhoneNumber) -> Checked {
        self.phone
            .answers
            .read()
            .get(&number)
            .cloned()
            .unwrap_or_default()
    }

    /// What is known of a number by now.
    pub fn facts(self, number: PhoneNumber) -> Option<NumberFacts> {
        match self.phone.answers.read_untracked().get(&number) {
            Some(Checked::Known(facts)) => Some(facts.clone()),
            _ => None,
        }
    }

    /// Asks about the numbers of a list's rows once it is at rest.
    pub fn checks_at_rest(self) -> Rest<Signal<PhoneNumber>> {
        Rest::new(move |shown: Signal<PhoneNumber>| {
            if let Some(number) = shown.try_get_untracked() {
                self.check_number(number);
            }
        })
    }

    /// What is known of a number that a row of such a list shows. Where its record knows nothing, the worker is asked.
    pub fn known(
        self,
        shown: Signal<PhoneNumber>,
        record: &SmsNumber,
        at_rest: Rest<Signal<PhoneNumber>>,
    ) -> Option<NumberFacts> {
        if record.facts.is_some() {
            return record.facts.clone();
        }
        match self.phone.answers.read().get(&record.number) {
            Some(Checked::Known(facts)) => Some(facts.clone()),
            Some(_) => None,
            None => {
                // It begins to load at once: while somebody types already, that would take a frame or two.
                self.phone.worker();
                at_rest.add(shown);
                None
            }
        }
    }
}
