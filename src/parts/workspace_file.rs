//! The workspace as a file: kept as one, and another one opened in its place once it is seen what that replaces.

use domain::Workspace;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::session::{Found, Session};
use crate::ui::{Banner, Button, ButtonKind, Dialog, DialogBody, DialogFoot, Toasts, Tone};
use crate::words;

/// What can be done with files, from anywhere below the frame.
#[derive(Clone, Copy)]
pub struct WorkspaceFile {
    picker: NodeRef<html::Input>,
    found: RwSignal<Option<Found>>,
}

impl WorkspaceFile {
    /// Makes it available below.
    pub fn provide() -> Self {
        let file = Self {
            picker: NodeRef::new(),
            found: RwSignal::new(None),
        };
        provide_context(file);
        file
    }

    /// Asks for a file to open.
    pub fn pick(self) {
        if let Some(input) = self.picker.get_untracked() {
            input.click();
        }
    }
}

/// Hands the workspace to the browser as a download, or says why not.
pub fn export(session: Session, toasts: Toasts) {
    if let Err(error) = session.export() {
        toasts.failed(format!("Not exported: {error}"));
    }
}

/// The hidden input and the question; once, in the frame.
#[component]
pub fn WorkspaceFileHost(
    /// What was provided.
    file: WorkspaceFile,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let picked = move |_| {
        let Some(input) = file.picker.get_untracked() else {
            return;
        };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            match session.look_into(chosen).await {
                Ok(found) => file.found.set(Some(found)),
                Err(error) => toasts.failed(format!("Not opened: {error}")),
            }
            // The same file can be picked again.
            input.set_value("");
        });
    };
    view! {
        <input
            hidden
            type="file"
            accept=".json,application/json"
            aria-label="Workspace file"
            node_ref=file.picker
            on:change=picked
        />
        {move || file.found.get().map(|found| view! { <Replace file found /> })}
    }
}

/// What the file holds beside what is open, and what becomes of that.
#[component]
fn Replace(file: WorkspaceFile, found: Found) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let close = move || file.found.set(None);
    let now = session.workspace().get_untracked();
    let then = found.workspace();
    let lines = compared(&now, &then);
    let title = format!("Open {} in place of {}?", named(&then), named(&now));
    let difference = difference(&now, &then);
    let lost = session.draft().read_untracked().intents().len();
    let lost = words::count(lost, "change", "changes");
    let brought = words::count(found.changes(), "change", "changes");
    let replace = move || {
        let before = session.open_instead(&found);
        close();
        toasts.done_with("Opened the file", "Undo", move || {
            session.open_instead(&before);
        });
    };
    view! {
        <Dialog title on_close=close>
            <DialogBody>
                <table class="table compared">
                    <caption class="visually-hidden">"What is open, and what the file holds"</caption>
                    <thead>
                        <tr>
                            <th scope="col"><span class="visually-hidden">"What"</span></th>
                            <th scope="col" class="num">"Open now"</th>
                            <th scope="col" class="num">"In the file"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {lines
                            .map(|(what, now, then)| {
                                view! {
                                    <tr>
                                        <th scope="row">{what}</th>
                                        <td class="num">{words::digits(now)}</td>
                                        <td class="num">{words::digits(then)}</td>
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
                <p>{difference}</p>
                <Banner tone=Tone::Warn>
                    {format!("What is published and the open draft with its {lost} go from this browser; the file brings a draft with {brought}. Undo is offered until you close the tab: export first what you want to keep.")}
                </Banner>
            </DialogBody>
            <DialogFoot>
                <Button on_press=close>"Cancel"</Button>
                <Button on_press=move || export(session, toasts)>"Export what is open"</Button>
                <Button kind=ButtonKind::DangerPrimary on_press=replace>"Open the file"</Button>
            </DialogFoot>
        </Dialog>
    }
}

fn named(workspace: &Workspace) -> String {
    let company = workspace.settings().company.trim();
    if company.is_empty() {
        "the workspace".to_owned()
    } else {
        company.to_owned()
    }
}

/// Each thing with how many there are now and in the file.
fn compared(now: &Workspace, then: &Workspace) -> [(&'static str, usize, usize); 5] {
    let direct = |workspace: &Workspace| workspace.numbers().filter(|number| number.is_direct()).count();
    [
        ("Numbers", now.numbers().len(), then.numbers().len()),
        ("of them direct", direct(now), direct(then)),
        ("Users", now.users().len(), then.users().len()),
        ("Teams", now.teams().len(), then.teams().len()),
        ("SMS queues", now.queues().len(), then.queues().len()),
    ]
}

/// How the numbers of both differ.
fn difference(now: &Workspace, then: &Workspace) -> String {
    let gone = now
        .numbers()
        .filter(|number| then.number(number.number).is_none())
        .count();
    let new = then
        .numbers()
        .filter(|number| now.number(number.number).is_none())
        .count();
    let other = now
        .numbers()
        .filter(|number| then.number(number.number).is_some_and(|record| record != *number))
        .count();
    if gone + new + other == 0 {
        return "Both have the same numbers, with the same labels and owners.".to_owned();
    }
    format!(
        "{} in the file only, {} here only, {} with another label, mark or owner.",
        words::count(new, "number", "numbers"),
        words::digits(gone),
        words::digits(other)
    )
}
