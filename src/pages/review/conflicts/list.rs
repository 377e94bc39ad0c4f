//! Everything that needs a person, with what followed by itself below it.

use leptos::prelude::*;

use super::meeting::{Found, Meeting};
use super::moved::EffectMoved;
use super::one::One;
use super::settled::SettledWithoutYou;
use crate::ui::{Button, ButtonKind};
use crate::words;

/// Conflicts shown before somebody asks for more.
pub(super) const FIRST: usize = 20;
/// How many more then.
const MORE: usize = 100;

/// The whole view.
#[component]
pub fn Conflicts(meeting: Meeting) -> impl IntoView {
    let found = meeting.found;
    let shown = meeting.shown;
    // Keyed by themselves: a conflict that stays as it is keeps its place and the focus in it.
    let items = move || {
        let found = found.read();
        let total = found.rebase.conflicts.len();
        let first = found.rebase.conflicts.iter().take(shown.get());
        first
            .enumerate()
            .map(|(place, conflict)| (place, total, conflict.clone()))
            .collect::<Vec<_>>()
    };
    let key = |(place, total, conflict): &(usize, usize, _)| format!("{place} {total} {conflict:?}");
    let left = move || found.read().rebase.conflicts.len().saturating_sub(shown.get());
    let is_any = Memo::new(move |_| !found.read().rebase.is_settled());
    view! {
        <EffectMoved meeting />
        <Show when=move || is_any.get()>
            <section class="stack loose" aria-labelledby="conflicts">
                <header class="stack tight">
                    <h2 id="conflicts">{move || heading(&found.read())}</h2>
                    <p class="muted">{move || about(&found.read())}</p>
                </header>
                <For each=items key let:item>
                    <One meeting place=item.0 total=item.1 conflict=item.2 />
                </For>
                {move || (left() > 0).then(|| view! {
                    <div>
                        <Button kind=ButtonKind::Link on_press=move || shown.update(|shown| *shown += MORE)>
                            {format!("Show {} of {}", words::count(left().min(MORE), "more", "more"), words::digits(left()))}
                        </Button>
                    </div>
                })}
            </section>
        </Show>
        <SettledWithoutYou meeting />
    }
}

fn heading(found: &Found) -> String {
    let rebase = &found.rebase;
    match rebase.conflicts.len() {
        0 => words::count(
            rebase.refused_already.len(),
            "change is there already",
            "changes are there already",
        ),
        conflicts => words::count(conflicts, "change needs you", "changes need you"),
    }
}

fn about(found: &Found) -> String {
    let rebase = &found.rebase;
    let settle = "Nothing is dropped or set aside before you have chosen so. Publish opens again when this is settled.";
    if !found.is_newer() {
        return settle.to_owned();
    }
    let published = found.since().sentence("while you worked");
    let fit = rebase.disjoint.len() + rebase.merged.len();
    let fit = words::count(fit, "change fits", "changes fit");
    let already = match rebase.already.len() {
        0 => String::new(),
        already => format!(
            ", {}",
            words::count(already, "is there already", "are there already")
        ),
    };
    format!("{published}. Of this draft {fit}{already}. {settle}")
}
