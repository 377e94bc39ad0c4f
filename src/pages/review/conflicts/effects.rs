//! What each answer would do to the numbers, worked out beside the draft's own effect.

use std::sync::Arc;

use domain::Intent;
use domain::conflict::Choice;
use engine::Summary;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::meeting::{Found, Meeting};
use crate::parts::impact_line::numbers_change;
use crate::session::{Aside, now};
use crate::words;

/// The effects that are known, by the changes that have them.
#[derive(Clone, Copy)]
pub(super) struct Effects {
    known: RwSignal<Vec<(Vec<Intent>, Summary)>>,
    /// The worker, and the revision it was told.
    aside: StoredValue<Option<(u64, Aside)>, LocalStorage>,
    /// Counts what was asked for: only the last counts.
    turn: StoredValue<u64>,
    has_failed: RwSignal<bool>,
}

impl Effects {
    pub(super) fn new() -> Self {
        let effects = Self {
            known: RwSignal::default(),
            aside: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            has_failed: RwSignal::new(false),
        };
        on_cleanup(move || {
            effects.aside.try_update_value(|aside| {
                if let Some((_, aside)) = aside.take() {
                    aside.close();
                }
            });
        });
        effects
    }

    /// What these changes do, in words; none while that is worked out.
    pub(super) fn words(self, intents: &[Intent]) -> Option<String> {
        if self.has_failed.get() {
            return Some("Its effect cannot be worked out".to_owned());
        }
        let known = self.known.read();
        let (_, summary) = known.iter().find(|(other, _)| other == intents)?;
        Some(in_words(summary))
    }

    /// Starts a worker for the revision, unless something else is asked for meanwhile.
    async fn open(self, found: &Found, is_last: impl Fn() -> bool) -> Option<Aside> {
        let Ok(opened) = Aside::open(&found.head).await else {
            self.has_failed.try_set(true);
            return None;
        };
        if !is_last() {
            opened.close();
            return None;
        }
        self.known.try_set(Vec::new());
        let old = self
            .aside
            .try_update_value(|aside| aside.replace((found.revision, opened.clone())));
        if let Some((_, old)) = old.flatten() {
            old.close();
        }
        Some(opened)
    }

    /// Works out what is not known yet, one after the other.
    async fn work_out(self, found: Arc<Found>, wanted: Vec<Vec<Intent>>) {
        let turn = self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        let is_last = move || self.turn.try_get_value() == turn;
        let told = self.aside.try_with_value(|aside| {
            let aside = aside.as_ref().filter(|(revision, _)| *revision == found.revision);
            aside.map(|(_, aside)| aside.clone())
        });
        let aside = match told.flatten() {
            Some(aside) => Some(aside),
            None => self.open(&found, is_last).await,
        };
        let Some(aside) = aside else { return };
        let from = now();
        for intents in wanted {
            let is_known = self
                .known
                .try_with_untracked(|known| known.iter().any(|(other, _)| *other == intents));
            if is_known == Some(true) {
                continue;
            }
            let effect = aside.effect(intents.clone(), from).await;
            if !is_last() {
                return;
            }
            match effect {
                Ok(Some(summary)) => {
                    self.known.try_update(|known| known.push((intents, summary)));
                }
                Ok(None) => {}
                Err(_) => {
                    self.has_failed.try_set(true);
                    return;
                }
            }
        }
    }
}

impl Meeting {
    /// The changes of the draft with one conflict answered so, and the others as they are answered; those without an
    /// answer are left out.
    pub(super) fn with_answer(
        found: &Found,
        choices: &[Option<Choice>],
        place: usize,
        choice: Choice,
    ) -> Vec<Intent> {
        let mut choices: Vec<Option<Choice>> = choices
            .iter()
            .map(|choice| choice.or(Some(Choice::Theirs)))
            .collect();
        if let Some(answer) = choices.get_mut(place) {
            *answer = Some(choice);
        }
        found.settle(&choices).intents
    }

    /// Works out what the answers do, of all together first and then of each that could be given.
    pub(super) fn follow_effects(self) {
        Effect::new(move |_| {
            let found = self.found.get();
            if found.rebase.conflicts.is_empty() {
                return;
            }
            let choices = self.choices();
            let mut wanted = vec![found.settle(&choices).intents];
            let first = found.rebase.conflicts.iter().enumerate().take(self.shown.get());
            for (place, conflict) in first {
                let given = choices.get(place).copied().flatten();
                for choice in conflict.choices.iter().copied().chain(given) {
                    wanted.push(Self::with_answer(&found, &choices, place, choice));
                }
            }
            spawn_local(self.effects.work_out(found, wanted));
        });
    }
}

/// `7 numbers change: +412 h, −0 h`.
pub(super) fn in_words(summary: &Summary) -> String {
    let numbers = numbers_change(summary.numbers);
    if summary.numbers == 0 {
        return numbers;
    }
    let (gained, lost) = (words::hours(summary.gained_min), words::hours(summary.lost_min));
    format!("{numbers}: +{gained} h, −{lost} h a year")
}
