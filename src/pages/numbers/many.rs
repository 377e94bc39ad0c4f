//! Many numbers at once: pasted one a line, looked through before any is added.

use domain::Intent;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::bulk::lists;
use super::trial::try_text;
use crate::parts::effect::Effect;
use crate::session::Session;
use crate::ui::{
    Button, ButtonKind, Checkbox, Dialog, DialogBody, DialogFoot, DialogSize, Refused, TextArea, TextField,
    Toasts,
};
use crate::words;

/// The dialog.
#[component]
pub(super) fn AddMany(
    /// It is closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let text = RwSignal::new(String::new());
    let label = RwSignal::new(String::new());
    let direct = RwSignal::new(true);
    let refusal = RwSignal::new(None::<String>);
    let trial = Memo::new(move |_| {
        refusal.set(None);
        try_text(
            &session.workspace().read(),
            &text.read(),
            &label.read(),
            direct.get(),
        )
    });
    let count = Signal::derive(move || trial.read().changes.len());
    let added = Memo::new(move |_| trial.read().concerned.clone());
    let after = Memo::new(move |_| trial.read().after.clone());
    let numbers = move |count: usize| words::count(count, "number", "numbers");
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let changes: Vec<Intent> = trial.with_untracked(|trial| {
            let changes = trial.changes.iter().cloned();
            changes.map(|intent| with_facts(session, intent)).collect()
        });
        let added = changes.len();
        if added == 0 {
            return;
        }
        let title = "add numbers".to_owned();
        let changes = changes.into();
        match session.dispatch(Intent::Bulk { title, changes }) {
            Ok(_) => {
                let text = format!("{} added to the draft", numbers(added));
                toasts.done_with(text, "Undo", move || session.undo());
                on_close.run(());
            }
            Err(error) => refusal.set(Some(error.to_string())),
        }
    };
    let preview = move || {
        (!text.read().trim().is_empty()).then(|| {
            let trial = trial.read();
            let (taken, left) = (trial.changes.len(), trial.refused.len());
            let sum = format!(
                "{} will be added, {} left out.",
                numbers(taken),
                words::count(left, "line is", "lines are")
            );
            view! {
                <p role="status">{sum}</p>
                {lists(&trial, "No line can be added.")}
            }
        })
    };
    view! {
        <Dialog title="Add many numbers" on_close focus_field=true size=DialogSize::Wide>
            <form on:submit=submit>
                <DialogBody>
                    <TextArea
                        label="Numbers"
                        value=text
                        rows=6
                        hint="One a line, with its country code. After a comma its label: +1 415 555 0100, Front desk"
                    />
                    <TextField label="Label for lines without one" value=label />
                    <Checkbox
                        label="Set as direct numbers"
                        checked=direct
                        on_change=move |on: bool| direct.set(on)
                    />
                    {preview}
                    <Show when=move || after.read().is_some()>
                        <Effect numbers=added after before="Before adding" />
                    </Show>
                    <Refused text=refusal />
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true disabled=Signal::derive(move || count.get() == 0)>
                        {move || if count.get() == 0 { "Add".to_owned() } else { format!("Add {}", numbers(count.get())) }}
                    </Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}

/// With what is known of the number by now: adding waits for nothing.
fn with_facts(session: Session, mut intent: Intent) -> Intent {
    if let Intent::AddNumber { number, facts, .. } = &mut intent {
        *facts = session.facts(*number);
    }
    intent
}
