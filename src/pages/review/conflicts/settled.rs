//! What followed by itself.

use domain::conflict::{Place, title};
use leptos::prelude::*;

use super::meeting::{Found, Meeting};
use super::moved::Moved;
use crate::ui::{Icon, IconName, Section};
use crate::words;

/// Changes that are named before the rest is counted.
const NAMED: usize = 3;

/// What became of the changes that need nobody, one line a kind.
#[component]
pub(super) fn SettledWithoutYou(meeting: Meeting) -> impl IntoView {
    let found = meeting.found;
    let is_shown = move || {
        let found = found.read();
        let rebase = &found.rebase;
        let all = rebase.disjoint.len() + rebase.merged.len() + rebase.already.len();
        // Nobody published anything since a revision that is not there.
        found.is_newer() && !found.since().is_ahead() && all > 0
    };
    let lines = move || {
        let found = found.read();
        let rebase = &found.rebase;
        [
            line(
                &found,
                "Rebased.",
                &rebase.disjoint,
                "nobody else changed these records",
            ),
            line(
                &found,
                "Merged.",
                &rebase.merged,
                "others changed other fields of these records",
            ),
            line(
                &found,
                "Already there.",
                &rebase.already,
                "others published the same",
            ),
        ]
        .into_iter()
        .collect_view()
    };
    let same = move || {
        matches!(*meeting.moved.read(), Moved::Same).then(|| {
            let text = format!(" The draft does the same as on revision {}.", found.read().began);
            view! {
                <li>
                    <Icon name=IconName::Check />
                    <span class="grow"><b>"Effect unchanged."</b><span class="muted">{text}</span></span>
                </li>
            }
        })
    };
    let text = Signal::derive(move || Some(found.read().since().sentence("meanwhile")));
    view! {
        <Show when=is_shown>
            <Section title="Settled without you" text>
                <div class="card"><ul class="list">{lines}{same}</ul></div>
            </Section>
        </Show>
    }
}

fn line(
    found: &Found,
    word: &'static str,
    places: &[Place],
    why: &'static str,
) -> Option<impl IntoView + use<>> {
    if places.is_empty() {
        return None;
    }
    let name = |place: &Place| title(&found.intents, *place, &found.head);
    let mut names: Vec<String> = places.iter().take(NAMED).map(name).collect();
    if places.len() > NAMED {
        names.push(format!("{} more", words::digits(places.len() - NAMED)));
    }
    let text = format!(" {}: {why}.", words::capital(&names.join(", ")));
    Some(view! {
        <li>
            <Icon name=IconName::Check />
            <span class="grow"><b>{word}</b><span class="muted">{text}</span></span>
            <span class="faint">{words::digits(places.len())}</span>
        </li>
    })
}
