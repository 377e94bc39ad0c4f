//! Whether the draft still does what it did on its base: nothing may clash, and yet its effect be another one.

use domain::impact::Digest;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::effects::in_words;
use super::meeting::Meeting;
use crate::session::{Aside, Effect as Known};
use crate::ui::{Banner, Button, ButtonSize, Tone, go_on};

/// How far the comparison is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Moved {
    /// There is nothing to compare.
    #[default]
    Unasked,
    /// It is being worked out.
    Asking,
    /// It does the same.
    Same,
    /// It does something else.
    Other {
        /// On its base.
        before: String,
        /// On what is published now.
        now: String,
    },
    /// Nobody can say.
    Failed(String),
}

/// What is compared.
type Asked = (u64, u64, Digest);

impl Meeting {
    /// Compares as soon as nothing clashes and the effect is known.
    pub(super) fn follow_moved(self) {
        let session = self.session();
        let asked = Memo::new(move |_| -> Option<Asked> {
            let found = self.found.read();
            let is_due = found.is_newer() && found.base.is_some() && found.rebase.is_settled();
            if !is_due || found.intents.is_empty() {
                return None;
            }
            let effect = session.effect().read();
            let digest = effect.known()?.digest;
            Some((found.began, found.revision, digest))
        });
        Effect::new(move |_| {
            let Some(question) = asked.get() else {
                // While the effect is worked out anew, what was told last stands.
                if !self.found.read_untracked().is_newer() {
                    self.moved.set(Moved::Unasked);
                }
                return;
            };
            self.moved.set(Moved::Asking);
            spawn_local(async move {
                let told = self.compare().await;
                if asked.try_get_untracked() == Some(Some(question)) {
                    self.moved.try_set(told);
                }
            });
        });
    }

    async fn compare(self) -> Moved {
        let found = self.found.get_untracked();
        let effect = self.session().effect().get_untracked();
        let (Some(base), Known::Known(now)) = (&found.base, effect) else {
            return Moved::Unasked;
        };
        let worked_out = async {
            let aside = Aside::open(base).await?;
            let before = aside.effect(found.intents.clone(), now.from).await;
            aside.close();
            before
        };
        match worked_out.await {
            Ok(Some(before)) if before.digest == now.digest => Moved::Same,
            Ok(Some(before)) => Moved::Other {
                before: in_words(&before),
                now: in_words(&now),
            },
            Ok(None) => Moved::Unasked,
            Err(error) => Moved::Failed(error.to_string()),
        }
    }
}

/// Asks to review again what does something else now.
#[component]
pub(super) fn EffectMoved(meeting: Meeting) -> impl IntoView {
    let button = move || {
        let label = format!("Reviewed on revision {}", meeting.found.read_untracked().revision);
        let reviewed = move || {
            meeting.reviewed();
            go_on(&["plan"]);
        };
        view! { <Button size=ButtonSize::Compact on_press=reviewed>{label}</Button> }
    };
    let text = move || {
        let found = meeting.found.read();
        if !found.is_newer() || !found.rebase.is_settled() {
            return None;
        }
        if found.since().is_ahead() {
            let sentence = found.since().sentence("meanwhile");
            return Some(format!("{sentence}. Review the draft as a whole."));
        }
        if found.base.is_none() {
            return Some(format!(
                "Revision {}, on which this draft was begun, is no longer kept, so what clashes with it cannot be told: review the draft as a whole.",
                found.began
            ));
        }
        match &*meeting.moved.read() {
            Moved::Other { before, now } => Some(format!(
                "Nothing clashes, yet this draft now does something else. On revision {}: {}. On revision {}: {}. Review it again.",
                found.began, before, found.revision, now
            )),
            Moved::Failed(cause) => Some(format!(
                "Whether this draft still does what it did on revision {} cannot be told ({cause}): review it again.",
                found.began
            )),
            Moved::Unasked | Moved::Asking | Moved::Same => None,
        }
    };
    move || {
        text().map(|text| {
            view! { <Banner tone=Tone::Warn urgent=true action=button><b>"Effect moved. "</b>{text}</Banner> }
        })
    }
}
