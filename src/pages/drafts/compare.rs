//! Another draft beside the open one: what only one of them does, and which values they end with.

use domain::ids::DraftId;
use domain::{Draft, Intent};
use leptos::prelude::*;
use sync::audit::changes;

use crate::parts::more::LongList;
use crate::parts::records::Records;
use crate::session::Session;
use crate::ui::{Button, Dialog, DialogBody, DialogFoot, DialogSize};
use crate::words;

/// The dialog.
#[component]
pub(super) fn Compare(other: DraftId, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let open = session.draft().get_untracked();
    session.draft_with(other).map(|other| {
        let head = session.head().get_untracked().workspace;
        let records = changes(&open.replay(&head).workspace, &other.replay(&head).workspace);
        let title = format!("{} beside {}", open.name, other.name);
        let count = words::count(records.len(), "record ends otherwise", "records end otherwise");
        let mine = only(&open, other.intents(), &head);
        let theirs = only(&other, open.intents(), &head);
        view! {
            <Dialog title size=DialogSize::Wide on_close>
                <DialogBody>
                    <section aria-label="What is otherwise" class="stack tight">
                        <h3>{count}</h3>
                        <Records
                            records
                            sides=("Open draft", "Other draft")
                            none="Both drafts end with the same values everywhere."
                        />
                    </section>
                    {part(format!("Only in {}", open.name), mine)}
                    {part(format!("Only in {}", other.name), theirs)}
                </DialogBody>
                <DialogFoot><Button on_press=on_close>"Close"</Button></DialogFoot>
            </Dialog>
        }
    })
}

/// The changes that a draft has and the other has not, in words.
fn only(draft: &Draft, of_other: &[Intent], head: &domain::Workspace) -> Vec<String> {
    let all = draft.intents().iter().zip(draft.describe(head));
    let only = all.filter(|(intent, _)| !of_other.contains(intent));
    only.map(|(_, line)| words::sentence(&line)).collect()
}

fn part(title: String, lines: Vec<String>) -> impl IntoView {
    let label = title.clone();
    let content = if lines.is_empty() {
        view! { <p class="hint">"No change."</p> }.into_any()
    } else {
        view! { <LongList lines of=("more change", "more changes") /> }.into_any()
    };
    view! {
        <section aria-label=label class="stack tight">
            <h3>{title}</h3>
            {content}
        </section>
    }
}
