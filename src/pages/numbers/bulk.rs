//! The selected numbers: what can be done with them, and the question before it is.

use domain::PhoneNumber;
use leptos::prelude::*;

use super::assign::AssignMany;
use super::export::Export;
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
    let asking = RwSignal::new(None::<Asked>);
    let count = Signal::derive(move || picked.read().len());
    let said = Signal::derive(move || format!("{} selected", words::count(count.get(), "number", "numbers")));
    let button = move |asked: Asked| {
        let (icon, words) = match asked {
            Asked::ToWhom => (IconName::User, "Assign to…"),
            Asked::Sure(action) => (icon(action), action.words()),
        };
        let kind = match asked {
            Asked::Sure(Action::Remove) => ButtonKind::Danger,
            _ => ButtonKind::Quiet,
        };
        view! {
            <Button kind size=ButtonSize::Compact icon disabled=locked on_press=move || asking.set(Some(asked))>
                {words}
            </Button>
        }
    };
    let question = move |asked: Asked| {
        let close = move || asking.set(None);
        let done = move || selection.clear();
        let numbers = picked.get_untracked();
        match asked {
            Asked::ToWhom => view! { <AssignMany numbers on_done=done on_close=close /> }.into_any(),
            Asked::Sure(action) => {
                view! { <Question action=Signal::stored(Some(action)) numbers on_done=done on_close=close /> }
                    .into_any()
            }
        }
    };
    view! {
        <SelectionBar count words=said on_clear=move || selection.clear()>
            {button(Asked::ToWhom)}
            {Action::AT_ONCE.map(|action| button(Asked::Sure(action))).collect_view()}
            <Export numbers=picked kind=ButtonKind::Quiet size=ButtonSize::Compact />
        </SelectionBar>
        {move || asking.get().map(question)}
    }
}

/// What is asked of the selected numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// To whom they are to be assigned.
    ToWhom,
    /// Whether it is to be done.
    Sure(Action),
}

fn icon(action: Action) -> IconName {
    match action {
        Action::Assign(_) => IconName::User,
        Action::MarkDirect => IconName::Pin,
        Action::UnmarkDirect => IconName::Close,
        Action::Release => IconName::Release,
        Action::Remove => IconName::Trash,
    }
}

/// What would be done with the numbers, what goes along, and **Proceed**.
#[component]
pub(super) fn Question(
    /// What is to be done, once it is known.
    #[prop(into)]
    action: Signal<Option<Action>>,
    /// With which numbers.
    numbers: Vec<PhoneNumber>,
    /// What is still to be chosen.
    #[prop(optional, into)]
    choose: ViewFn,
    /// It was done.
    #[prop(into)]
    on_done: Callback<()>,
    /// It is closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let asked = numbers.len();
    let trial = Memo::new(move |_| {
        let action = action.get()?;
        Some(try_action(
            &session.workspace().read_untracked(),
            action,
            &numbers,
        ))
    });
    let count = Signal::derive(move || trial.read().as_ref().map_or(0, |trial| trial.changes.len()));
    let title = Signal::derive(move || match action.get() {
        Some(action) => action.question(count.get()),
        None => format!("Assign {} to…", words::count(asked, "number", "numbers")),
    });
    let concerned = move || trial.read().as_ref().map(|trial| trial.concerned.clone());
    let after = move || trial.read().as_ref().and_then(|trial| trial.after.clone());
    let effect = move || {
        let numbers = Signal::derive(move || concerned().unwrap_or_default());
        view! { <Effect numbers after=Signal::derive(after) before="Before Proceed" /> }
    };
    let refusal = RwSignal::new(None::<String>);
    let proceed = move || {
        let changes = trial.with_untracked(|trial| trial.as_ref().map(|trial| trial.changes.clone()));
        let (Some(action), Some(changes)) = (action.get_untracked(), changes) else {
            return;
        };
        let done = format!(
            "{}: {}",
            action.words(),
            words::count(changes.len(), "number", "numbers")
        );
        match session.dispatch(action.together(changes)) {
            Ok(_) => {
                toasts.done_with(done, "Undo", move || session.undo());
                on_done.run(());
                on_close.run(());
            }
            Err(error) => refusal.set(Some(error.to_string())),
        }
    };
    let kind = match action.get_untracked() {
        None | Some(Action::Assign(_) | Action::MarkDirect) => ButtonKind::Primary,
        Some(_) => ButtonKind::DangerPrimary,
    };
    let told = move || {
        let trial = trial.read();
        trial
            .as_ref()
            .map(|trial| lists(trial, "None of the selected numbers changes."))
    };
    let has_effect = Memo::new(move |_| count.get() > 0);
    view! {
        <Dialog title on_close size=DialogSize::Wide>
            <DialogBody>
                {choose.run()}
                {told}
                <Show when=move || has_effect.get()>{effect()}</Show>
                <Refused text=refusal />
            </DialogBody>
            <DialogFoot>
                <span class="hint grow">"One step in the draft: Undo takes all of it back."</span>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind disabled=Signal::derive(move || count.get() == 0) on_press=proceed>"Proceed"</Button>
            </DialogFoot>
        </Dialog>
    }
}

/// What a trial does, what goes along, and what it leaves out.
/// `none` is said where it does nothing.
pub(super) fn lists(trial: &Trial, none: &'static str) -> impl IntoView + use<> {
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
