//! Asks before a user's direct numbers go, alone or as the user becomes inactive (S068).

use domain::ids::UserId;
use domain::number::Owner;
use domain::{Intent, PhoneNumber};
use leptos::prelude::*;

use super::options::run;
use crate::forms::update::on_draft;
use crate::parts::effect::Effect;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Checkbox, Dialog, DialogBody, DialogFoot, Toasts};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// **Release numbers**.
    Release,
    /// Inactive, with or without the numbers.
    Inactive,
}

/// The question.
#[component]
pub(super) fn AskRelease(
    user: UserId,
    question: Question,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let workspace = session.workspace().get_untracked();
    let name = workspace.user(user).map(|user| user.name()).unwrap_or_default();
    let numbers: Vec<_> = workspace.numbers_of(Owner::Agent(user)).cloned().collect();
    let lines = numbers
        .iter()
        .map(|number| view! { <li><span>{number.printed()}</span><span class="push muted">{number.label.to_string()}</span></li> })
        .collect_view();
    let release = RwSignal::new(question == Question::Release);
    let (title, text, verb) = match question {
        Question::Release => (
            format!("Release the numbers of {name}?"),
            "They stay direct and are unassigned then. Texts to them get no answer until somebody has them.",
            "Release numbers",
        ),
        Question::Inactive => (
            format!("Make {name} inactive?"),
            "These numbers stay with an inactive user, and nobody answers the texts to them.",
            "Make inactive",
        ),
    };
    let choice = (question == Question::Inactive).then(|| {
        view! {
            <Checkbox
                label="Release numbers"
                hint="They stay direct and are unassigned then."
                checked=release
                on_change=move |on: bool| release.set(on)
            />
        }
    });
    let concerned: Vec<_> = numbers.iter().map(|number| number.number).collect();
    let intents = {
        let numbers = concerned.clone();
        move || intents(user, question, &numbers, release.get())
    };
    let after = on_draft(session, {
        let intents = intents.clone();
        move || Some(intents())
    });
    let (change, done, before) = match question {
        Question::Release => (
            format!("release the numbers of {name}"),
            format!("Numbers of {name} released"),
            "Before Release",
        ),
        Question::Inactive => (
            format!("make {name} inactive"),
            format!("{name} is inactive now"),
            "Before Inactive",
        ),
    };
    let go = move || {
        if run(session, toasts, change.clone(), untrack(&intents), done.clone()) {
            on_close.run(());
        }
    };
    view! {
        <Dialog title on_close>
            <DialogBody>
                <p>{text}</p>
                <ul class="list" aria-label="Direct numbers">{lines}</ul>
                {choice}
                <Effect numbers=Signal::stored(concerned) after before />
            </DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind=ButtonKind::DangerPrimary on_press=go>{verb}</Button>
            </DialogFoot>
        </Dialog>
    }
}

/// What is done: the numbers become free where they are released, then the user inactive where that is asked.
fn intents(user: UserId, question: Question, numbers: &[PhoneNumber], release: bool) -> Vec<Intent> {
    let released = numbers.iter().filter(|_| release);
    let released = released.map(|&number| Intent::Unassign { number });
    let inactive = (question == Question::Inactive).then_some(Intent::SetUserActive { user, active: false });
    released.chain(inactive).collect()
}
