//! Who follows the settings of a team.

use domain::ids::UserId;
use domain::number::Owner;
use leptos::prelude::*;

use crate::session::Session;
use crate::words;

/// Names shown before the rest is counted.
const SHOWN: usize = 12;

/// The agents by name, with their numbers.
pub(super) fn affected_view(session: Session, (follow, others): &(Vec<UserId>, usize)) -> AnyView {
    let workspace = session.workspace();
    let workspace = workspace.read();
    let line = |&user: &_| {
        let record = workspace.user(user)?;
        let numbers: Vec<_> = workspace
            .numbers_of(Owner::Agent(user))
            .map(|number| number.printed())
            .collect();
        let numbers = if numbers.is_empty() {
            "no direct number".to_owned()
        } else {
            numbers.join(", ")
        };
        Some(view! { <li><span>{record.name()}</span><span class="push muted">{numbers}</span></li> })
    };
    let lines = follow.iter().take(SHOWN).filter_map(line).collect_view();
    let rest = follow.len().saturating_sub(SHOWN);
    let more =
        (rest > 0).then(|| view! { <p class="hint">{format!("and {} more", words::digits(rest))}</p> });
    let others = (*others > 0).then(|| {
        let text = format!(
            "{} of this team {} settings of their own, of another team or of a sub-team.",
            words::count(*others, "more agent", "more agents"),
            if *others == 1 { "follows" } else { "follow" }
        );
        view! { <p class="hint">{text}</p> }
    });
    let none = follow
        .is_empty()
        .then(|| view! { <p class="muted">"No agent follows the settings of this team."</p> });
    view! {
        {none}
        <ul class="affected" aria-label="Agents who follow this team">{lines}</ul>
        {more}
        {others}
    }
    .into_any()
}
