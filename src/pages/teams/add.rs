//! **Add a team** (S6).

use domain::Intent;
use domain::ids::TeamId;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::parts::choices;
use crate::session::{Session, new_id};
use crate::ui::{Button, ButtonKind, Combobox, Dialog, DialogBody, DialogFoot, TextField, Toasts};

/// The dialog.
#[component]
pub(super) fn AddTeam(
    /// The team the new one lies in at first.
    parent: Option<TeamId>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let id: TeamId = new_id();
    let name = RwSignal::new(String::new());
    let inside = RwSignal::new(parent.map(|team| team.to_string()));
    let tried = RwSignal::new(false);
    let intent = move || Intent::AddTeam {
        team: id,
        name: name.read().trim().to_owned(),
        parent: inside.read().as_ref().and_then(|key| key.parse().ok()),
    };
    let error = Memo::new(move |_| {
        let refusal = tried.get().then(|| session.preview(&intent()).err()).flatten();
        refusal.map(|refusal| refusal.to_string())
    });
    let teams = Memo::new(move |_| choices::teams(&session.workspace().read()));
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if session.dispatch(untrack(intent)).is_ok() {
            let name = name.get_untracked();
            toasts.done_with(
                format!("Team {} added to the draft", name.trim()),
                "Undo",
                move || {
                    session.undo();
                },
            );
            on_close.run(());
        }
    };
    view! {
        <Dialog title="Add a team" on_close focus_field=true>
            <form novalidate on:submit=add>
                <DialogBody>
                    <TextField label="Name" value=name hint="Without a colon" error autofocus=true />
                    <Combobox
                        label="Inside"
                        choices=teams
                        value=inside
                        on_change={move |key: Option<String>| inside.set(key)}
                        placeholder="No team"
                        empty="No team matches"
                        hint="Empty for a team of its own."
                    />
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true>"Add"</Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}
