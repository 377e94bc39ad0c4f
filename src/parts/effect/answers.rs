//! What comes of a text: live and with the form's changes, or once where both are alike.

use chrono::{DateTime, Utc};
use domain::routing::{InboundText, Situation, route};
use domain::{PhoneNumber, Workspace};
use leptos::prelude::*;

use crate::parts::verdict::Verdict;
use crate::session::Session;

/// Who writes, and what, in the texts that are tried.
const BODY: &str = "Hello, is somebody there?";
const SENDER: &str = "+12025550173";

/// Live and draft, beside each other's words.
pub(super) fn answers(
    session: Session,
    number: PhoneNumber,
    at: Option<DateTime<Utc>>,
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
        from: SENDER.parse().ok()?,
        body: BODY,
        at,
    };
    let head = session.head();
    let head = head.read();
    let live = route(&head.workspace, &text, &Situation::default());
    let draft = route(after, &text, &Situation::default());
    let title = format!("Live, revision {}", head.revision);
    if live == draft {
        let workspace = after.clone();
        return Some(
            view! {
                <p class="muted">"Live and with this change alike."</p>
                <Verdict title="Live and with this change" draft=false body=BODY.to_owned() workspace decision=draft brief=true />
            }
            .into_any(),
        );
    }
    Some(
        view! {
            <Verdict title draft=false body=BODY.to_owned() workspace=head.workspace.clone() decision=live brief=true />
            <Verdict title="With this change" draft=true body=BODY.to_owned() workspace=after.clone() decision=draft brief=true />
        }
        .into_any(),
    )
}
