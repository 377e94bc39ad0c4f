//! What comes of a text: live and with the form's changes, or once where both are alike.

use chrono::{DateTime, Utc};
use domain::routing::{InboundText, Situation, route};
use domain::{PhoneNumber, Workspace};
use leptos::prelude::*;

use super::texts::TriedText;
use crate::parts::verdict::Verdict;
use crate::session::Session;

/// Who writes where no other sender is of interest.
const SENDER: &str = "+12025550173";

/// What is sent, and by whom.
#[derive(Clone, Copy)]
pub(super) struct Tries {
    pub(super) text: TriedText,
    /// None is an unknown sender.
    pub(super) sender: Option<PhoneNumber>,
}

/// Live and draft, beside each other's words.
pub(super) fn answers(
    session: Session,
    number: PhoneNumber,
    at: Option<DateTime<Utc>>,
    Tries { text: tried, sender }: Tries,
    after: Signal<Option<Workspace>>,
) -> Option<AnyView> {
    let after = after.read();
    let Some(after) = after.as_ref() else {
        return Some(view! { <p class="muted">"Mend the form to see what it does."</p> }.into_any());
    };
    let Some(at) = at else {
        return Some(view! { <p class="muted">"There is no such moment within a year."</p> }.into_any());
    };
    let text = InboundText {
        to: number,
        from: sender.or_else(|| SENDER.parse().ok())?,
        body: tried.body,
        at,
    };
    let situation = Situation {
        session: tried.session,
        ..Situation::default()
    };
    // A plain text's reply stands in its form; that of another one is what the form is about.
    let thread = tried != TriedText::PLAIN;
    let head = session.head();
    let head = head.read();
    let live = route(&head.workspace, &text, &situation);
    let draft = route(after, &text, &situation);
    let title = format!("Live, revision {}", head.revision);
    if live == draft {
        let workspace = after.clone();
        return Some(
            view! {
                <p class="muted">"Live and with this change alike."</p>
                <Verdict title="Live and with this change" draft=false body=tried.body.to_owned() thread workspace decision=draft brief=true />
            }
            .into_any(),
        );
    }
    Some(
        view! {
            <Verdict title draft=false body=tried.body.to_owned() thread workspace=head.workspace.clone() decision=live brief=true />
            <Verdict title="With this change" draft=true body=tried.body.to_owned() thread workspace=after.clone() decision=draft brief=true />
        }
        .into_any(),
    )
}
