//! What assigning a number in the palette would do, and what is still missing once it is done.

use domain::Intent;
use domain::applied::{Applied, Warning};
use domain::number::Owner;
use domain::phone::PhoneNumber;
use domain::routing::standing;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::Toasts;
use crate::words;

/// What texts to the number meet now and would meet then, and what there is to know; none where it would be refused.
pub(super) fn assigning(session: Session, number: PhoneNumber, owner: Owner) -> Option<String> {
    let workspace = session.workspace().get();
    let mut after = workspace.clone();
    let intent = Intent::Assign {
        number,
        owner,
        slot: None,
    };
    let applied = after.apply(&intent).ok()?;
    let (now, then) = (standing(&workspace, number), standing(&after, number));
    let hours = if then.hours.is_some() {
        "in its hours, "
    } else {
        ""
    };
    let mut said = format!(
        "Texts to it now: {}. Then, {hours}{}.",
        now.open.outcome.words(),
        then.open.outcome.words()
    );
    for warning in applied.warnings {
        said.push(' ');
        said.push_str(&words::sentence(&warning.to_string()));
    }
    Some(said)
}

/// Offers the personal queue that an agent lacks (R71).
pub(super) fn offer_queue(session: Session, toasts: Toasts, owner: Owner, applied: &Applied) {
    let lacks = |warning: &&Warning| matches!(warning, Warning::NoPersonalQueue { .. });
    let (Some(warning), Owner::Agent(agent)) = (applied.warnings.iter().find(lacks), owner) else {
        return;
    };
    let create = move || match session.create_personal_queue(agent) {
        Ok(_) => toasts.done_with("Personal queue created in the draft", "Undo", move || {
            session.undo();
        }),
        Err(refusal) => toasts.failed(words::sentence(&refusal.to_string())),
    };
    toasts.done_with(
        words::sentence(&warning.to_string()),
        "Create personal queue",
        create,
    );
}
