//! Taking a publication back: what a new draft would change, and what it would leave as it is.

use leptos::prelude::*;
use sync::revert::{Left, Revert, Why};

use crate::parts::more::LongList;
use crate::parts::records::Records;
use crate::paths::Page;
use crate::session::{Address, Session};
use crate::ui::{Banner, Button, ButtonKind, Dialog, DialogBody, DialogFoot, DialogSize, Toasts, Tone};
use crate::words;

/// The question.
#[component]
pub(super) fn RevertCommit(revision: u64, on_back: Callback<()>, on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let address = expect_context::<Address>();
    let toasts = Toasts::from_context();
    let commits = session.commits().get_untracked();
    let draft = commits
        .into_iter()
        .find(|commit| commit.revision == revision)
        .map_or_else(String::new, |commit| commit.draft);
    let name = format!("Revert of revision {revision}: {draft}");
    let found = session.revert(revision);
    let intents = found
        .as_ref()
        .map_or_else(|_| Vec::new(), |way| way.intents.clone());
    let is_empty = intents.is_empty();
    let intents = StoredValue::new(intents);
    let title = format!("Revert revision {revision}?");
    let start = move || {
        session.start_draft_of(&name, "", intents.get_value());
        toasts.done(format!("Opened {name}"));
        address.go(Page::Review.path());
    };
    let content = match found {
        Ok(way) => view! { <Way way /> }.into_any(),
        Err(error) => view! { <Banner tone=Tone::Warn>{words::sentence(&error)}</Banner> }.into_any(),
    };
    view! {
        <Dialog title size=DialogSize::Wide on_close>
            <DialogBody>{content}</DialogBody>
            <DialogFoot>
                <Button on_press=on_back>"Back"</Button>
                <Button kind=ButtonKind::Primary disabled=is_empty on_press=start>"Open as a draft"</Button>
            </DialogFoot>
        </Dialog>
    }
}

#[component]
fn Way(way: Revert) -> impl IntoView {
    let Revert {
        intents,
        changes,
        left,
    } = way;
    let text = if intents.is_empty() {
        "There is nothing to take back: no value of this publication is in force any more, or nothing can change it."
            .to_owned()
    } else {
        format!(
            "A new draft with {} gives back what this publication changed. Nothing is live before you have reviewed and published it.",
            words::count(intents.len(), "change", "changes")
        )
    };
    let stays = (!left.is_empty()).then(|| {
        let title = format!("What stays: {}", words::count(left.len(), "value", "values"));
        let lines: Vec<_> = left.iter().map(line).collect();
        view! {
            <section aria-label="What stays" class="stack tight">
                <h3>{title}</h3>
                <LongList lines of=("more value", "more values") />
            </section>
        }
    });
    let changes = (!changes.is_empty()).then(|| {
        let title = format!(
            "What the draft changes: {}",
            words::count(changes.len(), "record", "records")
        );
        view! {
            <section aria-label="What the draft changes" class="stack tight">
                <h3>{title}</h3>
                <Records records=changes />
            </section>
        }
    });
    view! {
        <p>{text}</p>
        {stays}
        {changes}
    }
}

/// `Label of number Front desk: was One, stays Desk. It was changed later.`
fn line(left: &Left) -> String {
    let record = format!("{} {}", left.record.kind(), left.name);
    let value = |text: &str| {
        if text.is_empty() {
            "none".to_owned()
        } else {
            text.to_owned()
        }
    };
    let what = match &left.field {
        None => format!("{record} stays as it is"),
        Some(field) => format!(
            "{record}, {field}: was {}, stays {}",
            value(&left.before),
            value(&left.now)
        ),
    };
    let why = match &left.why {
        Why::ChangedLater => "it was changed later too".to_owned(),
        Why::Refused(Some(refusal)) => refusal.clone(),
        Why::Refused(None) => "no change can take it back".to_owned(),
    };
    format!("{what}. {}", words::sentence(&why))
}
