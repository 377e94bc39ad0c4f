//! What was settled in a draft, as lines among its steps.

use std::ops::RangeInclusive;

use domain::Draft;
use domain::draft::Settling;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, ButtonSize, go_on};
use crate::words;

/// What was settled in the draft, and what of that was undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Settled {
    /// In words, oldest first.
    words: Vec<String>,
    /// So many changes the draft had right after the last of them.
    pub(super) at: usize,
    /// What is redone next, and how many undone changes stay undone until then.
    next: Option<(String, usize)>,
}

impl Settled {
    pub(super) fn of(draft: &Draft) -> Self {
        Self {
            words: draft.settlings().map(Settling::words).collect(),
            at: draft.settled_at(),
            next: draft
                .next_settling()
                .map(|(settling, stay)| (settling.words(), stay)),
        }
    }

    pub(super) fn is_any(&self) -> bool {
        !self.words.is_empty() || self.next.is_some()
    }

    /// How many changes stand right before the settling that is redone next, of so many in all.
    pub(super) fn next_at(&self, total: usize) -> Option<usize> {
        self.next.as_ref().map(|(_, stay)| total.saturating_sub(*stay))
    }

    /// The counts to which the draft can be stepped without a settling in between.
    pub(super) fn reach(&self, total: usize) -> RangeInclusive<usize> {
        self.at..=self.next_at(total).unwrap_or(total)
    }

    /// Those that stand: only the last one is undone from here.
    pub(super) fn line(&self, session: Session) -> impl IntoView + use<> {
        let last = self.words.len().saturating_sub(1);
        let undo = move || {
            session.undo_settling();
            go_on(&["steps"]);
        };
        let lines = self.words.iter().enumerate().map(|(place, words)| {
            let button = (place == last).then(|| {
                let label = format!("Undo to before: {words}");
                view! { <Button size=ButtonSize::Compact label on_press=undo>"Undo to before this"</Button> }
            });
            view! { <li><i>{words::sentence(words)}</i><span class="push">{button}</span></li> }
        });
        lines.collect_view()
    }

    pub(super) fn next_line(&self, session: Session) -> impl IntoView + use<> {
        let redo = move || {
            session.redo_settling();
            go_on(&["steps"]);
        };
        self.next.as_ref().map(|(words, _)| {
            let label = format!("Redo to here: {words}");
            view! {
                <li>
                    <i class="muted">{words::sentence(words)}" (undone)"</i>
                    <span class="push"><Button size=ButtonSize::Compact label on_press=redo>"Redo to here"</Button></span>
                </li>
            }
        })
    }
}
