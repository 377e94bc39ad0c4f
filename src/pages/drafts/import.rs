//! A draft from a file: what is in it, whether it does here what it did where it comes from, and only then opened.

use domain::Workspace;
use domain::draft::Parked;
use engine::Summary;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use sync::draft_file::{DraftFile, Fit};

use crate::parts::more::LongList;
use crate::paths::Page;
use crate::session::{Address, Session};
use crate::ui::{
    Banner, Button, ButtonKind, Dialog, DialogBody, DialogFoot, DialogSize, Icon, IconName, Pair, Pairs,
    Toasts, Tone,
};
use crate::words;

/// What was found in the file.
type Found = Result<(DraftFile, Fit), String>;

/// The button, its hidden input, and the dialog over the page.
#[component]
pub(super) fn ImportDraft() -> impl IntoView {
    let session = expect_context::<Session>();
    let picker = NodeRef::<html::Input>::new();
    let found = RwSignal::new(None::<Found>);
    let pick = move || {
        if let Some(input) = picker.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = picker.get_untracked() else {
            return;
        };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            let read = session.look_into_draft(file).await;
            // The page may have been left meanwhile.
            found.try_set(Some(read));
            // The same file can be picked again.
            input.set_value("");
        });
    };
    let close = Callback::new(move |()| found.set(None));
    view! {
        <Button on_press=pick>"Open from a file…"</Button>
        <input hidden type="file" accept=".json,application/json" aria-label="Draft file" node_ref=picker on:change=chosen />
        {move || found.get().map(|found| view! { <FromFile found on_close=close /> })}
    }
}

#[component]
fn FromFile(found: Found, on_close: Callback<()>) -> impl IntoView {
    match found {
        Err(error) => view! {
            <Dialog title="The draft is not opened" on_close>
                <DialogBody><Banner tone=Tone::Danger>{words::sentence(&error)}</Banner></DialogBody>
                <DialogFoot><Button on_press=on_close>"Close"</Button></DialogFoot>
            </Dialog>
        }
        .into_any(),
        Ok((file, fit)) => view! { <Opened file fit on_close /> }.into_any(),
    }
}

#[component]
fn Opened(file: DraftFile, fit: Fit, on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let address = expect_context::<Address>();
    let toasts = Toasts::from_context();
    let base = base_of(&file);
    let changes = words::count(file.intents.len(), "change", "changes");
    let note_line = if file.note.is_empty() {
        "None".to_owned()
    } else {
        file.note.clone()
    };
    let live = session.head().read_untracked().workspace.clone();
    let lines = domain::draft::describe(&file.intents, &live);
    let lines: Vec<_> = lines.iter().map(|line| words::sentence(line)).collect();
    let parked = parked(&file, &live);
    let stored = StoredValue::new(file.clone());
    let open = move || {
        stored.with_value(|file| {
            session.open_draft_file(file);
            toasts.done(format!("Opened {}", file.name));
        });
        on_close.run(());
        address.go(Page::Review.path());
    };
    view! {
        <Dialog title=format!("Open {}?", file.name) size=DialogSize::Wide on_close>
            <DialogBody>
                <Pairs>
                    <Pair term="Note">{note_line}</Pair>
                    <Pair term="Made on">{base}</Pair>
                    <Pair term="Changes">{changes}</Pair>
                </Pairs>
                <section aria-label="Does it do the same here?" class="stack tight">
                    <h3>"Does it do the same here?"</h3>
                    <Checks file fit />
                </section>
                <section aria-label="Its changes" class="stack tight">
                    <h3>"Its changes"</h3>
                    <LongList lines of=("more change", "more changes") />
                </section>
                {parked}
            </DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind=ButtonKind::Primary on_press=open>"Open as a draft"</Button>
            </DialogFoot>
        </Dialog>
    }
}

/// What it was made on, and what it was begun on where that is something else.
fn base_of(file: &DraftFile) -> String {
    let made_on = file.looked_at.unwrap_or(file.base).revision;
    let text = format!("Revision {made_on} of {}", file.company);
    match file.begun {
        Some(begun) if begun != made_on => format!("{text}, begun on revision {begun}"),
        _ => text,
    }
}

/// What is set aside in it, each with the reason; nothing when nothing is.
fn parked(file: &DraftFile, live: &Workspace) -> Option<impl IntoView + use<>> {
    let told = |parked: &Parked| {
        let name = words::sentence(&parked.intent.describe(live));
        format!("{name} {}", words::sentence(&parked.reason))
    };
    let lines: Vec<_> = file.parked.iter().map(told).collect();
    let of = ("more change", "more changes");
    (!lines.is_empty()).then(|| {
        view! {
            <section aria-label="Set aside in it" class="stack tight">
                <h3>"Set aside in it"</h3>
                <LongList lines of />
            </section>
        }
    })
}

/// What is the same here as where the file comes from, and what is not.
#[component]
fn Checks(file: DraftFile, fit: Fit) -> impl IntoView {
    let session = expect_context::<Session>();
    let live = session.head().read_untracked().revision;
    let known = session.base_of(&file).filter(|known| *known != live);
    let base = if let Some(known) = known {
        let text = format!(
            "It was last looked at on revision {known}, and live here is {live}: the review asks about what clashes with what was published since."
        );
        (false, text)
    } else if fit.is_same_base {
        (true, "It was made on exactly what is live here.".to_owned())
    } else {
        let text = "It was made on another configuration than the live one: its changes are made on what is live here.";
        (false, text.to_owned())
    };
    let engine = (!fit.is_same_engine).then(|| {
        let (theirs, mine) = (&file.engine, domain::VERSION);
        format!("It was written by version {theirs} of the rules, and this is {mine}: it may do something else here.")
    });
    let zones = (!fit.are_same_zones).then(|| {
        let (theirs, mine) = (&file.zones, domain::ZONE_DATA);
        format!("It was written with time-zone data {theirs}, and this is {mine}: clock changes may fall on other days here.")
    });
    let others = [engine, zones].into_iter().flatten().map(|text| (false, text));
    let lines = std::iter::once(base)
        .chain(others)
        .map(|(is_same, text)| check(is_same, text))
        .collect_view();
    let refused = refusals(&fit);
    view! {
        <ul class="stack tight checks">
            {lines}
            <EffectCheck file />
        </ul>
        {refused}
    }
}

/// What cannot be made here, each with the reason.
fn refusals(fit: &Fit) -> Option<impl IntoView + use<>> {
    let one = "change cannot be made here";
    let title = words::count(fit.refused.len(), one, "changes cannot be made here");
    let reason = |(_, line, refusal): &(usize, String, domain::Refusal)| {
        format!(
            "{} {}",
            words::sentence(line),
            words::sentence(&refusal.to_string())
        )
    };
    let lines: Vec<_> = fit.refused.iter().map(reason).collect();
    let of = ("more reason", "more reasons");
    (!lines.is_empty()).then(|| view! { <Banner tone=Tone::Warn>{title}<LongList lines of /></Banner> })
}

/// Its effect, worked out here over the same time as there.
#[component]
fn EffectCheck(file: DraftFile) -> impl IntoView {
    let session = expect_context::<Session>();
    let told = RwSignal::new(None::<Result<Summary, String>>);
    let theirs = file.effect;
    let from = theirs.map_or_else(crate::session::now, |effect| effect.from);
    spawn_local(async move {
        let found = session.effect_of(file.intents, from).await;
        // The dialog may be closed meanwhile.
        told.try_set(Some(found.map_err(|error| error.to_string())));
    });
    move || match (told.get(), theirs) {
        (None, _) => {
            view! { <li><span role="status">"Working out what it changes here…"</span></li> }.into_any()
        }
        (Some(Err(error)), _) => {
            let text = format!("What it changes here could not be worked out: {error}.");
            check(false, text).into_any()
        }
        (Some(Ok(mine)), None) => {
            let text = format!(
                "The file says nothing of its effect. {} here.",
                numbers(mine.numbers)
            );
            check(false, text).into_any()
        }
        (Some(Ok(mine)), Some(theirs)) if mine.digest == theirs.digest => {
            let text = format!(
                "Its effect is the same, minute for minute: {}.",
                numbers(mine.numbers)
            );
            check(true, text).into_any()
        }
        (Some(Ok(mine)), Some(theirs)) => {
            let text = format!(
                "Its effect is another one here: {}, and there it was {}. Review it again before you publish.",
                numbers(mine.numbers),
                words::digits(theirs.numbers)
            );
            check(false, text).into_any()
        }
    }
}

fn numbers(count: usize) -> String {
    words::count(count, "number changes", "numbers change")
}

fn check(is_same: bool, text: String) -> impl IntoView {
    let name = if is_same { IconName::Check } else { IconName::Warn };
    view! { <li class:warn=!is_same><Icon name />{text}</li> }
}
