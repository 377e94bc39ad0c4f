//! The selected numbers: what can be done with them, and the question before it is.

use domain::{Intent, PhoneNumber};
use leptos::prelude::*;

use super::trial::{Action, Trial, try_action};
use crate::parts::effect::Effect;
use crate::session::Session;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Dialog, DialogBody, DialogFoot, DialogSize, IconName, Refused, Selection,
    SelectionBar, Toasts,
};
use crate::words;

/// Lines shown of a list before the rest is counted.
const SHOWN: usize = 100;

/// The bar over the lower edge, and its questions.
#[component]
pub(super) fn Selected(
    rows: Memo<Vec<PhoneNumber>>,
    selection: Selection<PhoneNumber>,
    locked: Memo<bool>,
) -> impl IntoView {
    // What the filter hides is not touched.
    let picked = Memo::new(move |_| {
        if selection.is_empty() {
            Vec::new()
        } else {
            rows.with(|rows| selection.of(rows))
        }
    });
    let asking = RwSignal::new(None::<Action>);
    let count = Signal::derive(move || picked.read().len());
    let said = Signal::derive(move || format!("{} selected", words::count(count.get(), "number", "numbers")));
    let button = move |action: Action| {
        let (kind, icon) = match action {
            Action::MarkDirect => (ButtonKind::Quiet, IconName::Pin),
            Action::UnmarkDirect => (ButtonKind::Quiet, IconName::Close),
            Action::Release => (ButtonKind::Quiet, IconName::Release),
            Action::Remove => (ButtonKind::Danger, IconName::Trash),
        };
        view! {
            <Button kind size=ButtonSize::Compact icon disabled=locked on_press=move || asking.set(Some(action))>
                {action.words()}
            </Button>
        }
    };
    let question = move |action: Action| {
        let close = move || asking.set(None);
        let done = move || selection.clear();
        view! { <Question action numbers=picked.get_untracked() on_done=done on_close=close /> }
    };
    view! {
        <SelectionBar count words=said on_clear=move || selection.clear()>
            {Action::ALL.map(button).collect_view()}
        </SelectionBar>
        {move || asking.get().map(question)}
    }
}

/// What would be done with the numbers, what goes along, and **Proceed**.
#[component]
pub(super) fn Question(
    /// What is to be done.
    action: Action,
    /// With which numbers.
    numbers: Vec<PhoneNumber>,
    /// It was done.
    #[prop(into)]
    on_done: Callback<()>,
    /// It is closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let trial = try_action(&session.workspace().read_untracked(), action, &numbers);
    let count = trial.changes.len();
    let refusal = RwSignal::new(None::<String>);
    let (numbers, after) = (trial.concerned.clone(), trial.after.clone());
    let effect = after.is_some().then(|| {
        view! { <Effect numbers=Signal::stored(numbers) after=Signal::stored(after) before="Before Proceed" /> }
    });
    let intent = StoredValue::new(match trial.changes.as_slice() {
        [one] => one.clone(),
        changes => Intent::Bulk {
            title: action.title().to_owned(),
            changes: changes.to_vec().into(),
        },
    });
    let proceed = move || match session.dispatch(intent.get_value()) {
        Ok(_) => {
            let text = format!("{}: {}", action.words(), words::count(count, "number", "numbers"));
            toasts.done_with(text, "Undo", move || session.undo());
            on_done.run(());
            on_close.run(());
        }
        Err(error) => refusal.set(Some(error.to_string())),
    };
    let kind = match action {
        Action::MarkDirect => ButtonKind::Primary,
        _ => ButtonKind::DangerPrimary,
    };
    view! {
        <Dialog title=action.question(count) on_close size=DialogSize::Wide>
            <DialogBody>
                <Lists trial none="None of the selected numbers changes." />
                {effect}
                <Refused text=refusal />
            </DialogBody>
            <DialogFoot>
                <span class="hint grow">"One step in the draft: Undo takes all of it back."</span>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind disabled=Signal::stored(count == 0) on_press=proceed>"Proceed"</Button>
            </DialogFoot>
        </Dialog>
    }
}

/// What a trial does, what goes along, and what it leaves out.
#[component]
pub(super) fn Lists(
    /// The trial.
    trial: Trial,
    /// Said where it does nothing.
    none: &'static str,
) -> impl IntoView {
    let alike = (trial.already > 0).then(|| {
        let text = words::count(trial.already, "number is", "numbers are");
        view! { <p class="hint">{format!("{text} like that already.")}</p> }
    });
    let nothing = trial.changes.is_empty().then(|| view! { <p>{none}</p> });
    let refused: Vec<_> = trial.refused.iter().map(|line| words::sentence(line)).collect();
    view! {
        {nothing}
        {list("Not done", &refused)}
        {list("Numbers", &trial.numbers)}
        {list("What goes along", &trial.along)}
        {alike}
    }
}

/// A heading with its lines; nothing without lines.
fn list(title: &'static str, lines: &[String]) -> Option<impl IntoView + use<>> {
    let rest = lines.len().saturating_sub(SHOWN);
    let items = lines.iter().take(SHOWN).cloned();
    let items = items.map(|line| view! { <li>{line}</li> }).collect_view();
    let more =
        (rest > 0).then(|| view! { <p class="hint">{format!("and {} more", words::digits(rest))}</p> });
    (!lines.is_empty()).then(|| {
        view! {
            <section>
                <h3>{format!("{title} ({})", words::digits(lines.len()))}</h3>
                <ul class="cascade" aria-label=title>{items}</ul>
                {more}
            </section>
        }
    })
}
