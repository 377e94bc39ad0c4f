//! The answers side by side: that of the live configuration, or of an old one in its place, and the draft's.

use domain::{Scenario, Workspace};
use leptos::prelude::*;

use crate::parts::verdict::Verdict;
use crate::session::Session;
use crate::ui::{Banner, Tone};

/// An old revision, or why it cannot be opened.
pub(super) type Past = Option<(u64, Result<Workspace, String>)>;

/// The answers, and in one sentence whether they differ.
pub(super) fn answers(session: Session, past: Memo<Past>, scenario: &Scenario) -> AnyView {
    let (old, head) = match past.get() {
        Some((_, Err(error))) => {
            return view! { <Banner tone=Tone::Danger>{error}</Banner> }.into_any();
        }
        Some((revision, Ok(workspace))) => (Some(revision), workspace),
        None => (None, session.head().read().workspace.clone()),
    };
    let open = session.workspace().get();
    let (live, draft) = (scenario.route(&head), scenario.route(&open));
    let same = live == draft;
    let live_title = match old {
        Some(revision) => format!("Revision {revision}"),
        None => format!("Live, revision {}", session.head().read().revision),
    };
    let sentence = match (old, same) {
        (None, true) => "Live and draft answer alike.".to_owned(),
        (None, false) => "The draft changes the answer.".to_owned(),
        (Some(revision), true) => format!("Revision {revision} and the draft answer alike."),
        (Some(revision), false) => format!("Revision {revision} gave another answer than the draft."),
    };
    let body = &scenario.body;
    view! {
        <Banner tone=Tone::Draft>{sentence}</Banner>
        <div class="sides">
            <Verdict title=live_title draft=false body=body.clone() workspace=head decision=live />
            <Verdict title="Draft" draft=true body=body.clone() workspace=open decision=draft />
        </div>
    }
    .into_any()
}
