//! Asks before a user's direct numbers go, alone or as the user becomes inactive (S068).

use domain::Intent;
use domain::ids::UserId;
use domain::number::Owner;
use leptos::prelude::*;

use super::options::run;
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
    let go = move || {
        let release = release.get_untracked();
        let mut intents: Vec<_> = numbers
            .iter()
            .filter(|_| release)
            .map(|number| Intent::Unassign {
                number: number.number,
            })
            .collect();
        let (title, done) = match question {
            Question::Release => (
                format!("release the numbers of {name}"),
                format!("Numbers of {name} released"),
            ),
            Question::Inactive => {
                intents.push(Intent::SetUserActive { user, active: false });
                (format!("make {name} inactive"), format!("{name} is inactive now"))
            }
        };
        if run(session, toasts, title, intents, done) {
            on_close.run(());
        }
    };
    view! {
        <Dialog title on_close>
            <DialogBody>
                <p>{text}</p>
                <ul class="list" aria-label="Direct numbers">{lines}</ul>
                {choice}
            </DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind=ButtonKind::DangerPrimary on_press=go>{verb}</Button>
            </DialogFoot>
        </Dialog>
    }
}
