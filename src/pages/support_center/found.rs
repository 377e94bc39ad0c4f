//! What a calendar file holds: holidays to tick, and the events that are none.

use std::collections::BTreeSet;

use domain::calendar::{CalendarFile, FoundHoliday};
use leptos::prelude::*;

use crate::ui::{Fold, PickBox, Tick};
use crate::words;

/// Events shown before the rest is counted.
const SHOWN: usize = 100;

/// The holidays.
#[component]
pub(super) fn FoundTable(
    calendar: CalendarFile,
    /// The places of those that are not wanted.
    unpicked: RwSignal<BTreeSet<usize>>,
    /// The places of those that the folder has already.
    there: Memo<BTreeSet<usize>>,
) -> impl IntoView {
    let count = calendar.holidays.len();
    if count == 0 {
        return view! { <p class="muted">"There is no holiday in it that can be added."</p> }.into_any();
    }
    let chosen = move || {
        let gone = unpicked.read().union(&there.read()).count();
        count.saturating_sub(gone)
    };
    let all = move |on: bool| {
        unpicked.set(if on { BTreeSet::new() } else { (0..count).collect() });
    };
    let rows = calendar.holidays.into_iter().enumerate();
    let rows = rows
        .map(|(place, found)| row(place, found, unpicked, there))
        .collect_view();
    view! {
        <div class="table-frame boxed">
            <table class="table plain">
                <caption class="visually-hidden">"Holidays of the file"</caption>
                <thead>
                    <tr>
                        <th scope="col" class="cell-pick">
                            <PickBox
                                label="Import all"
                                tick=Signal::derive(move || Tick::of(chosen(), count - there.read().len().min(count)))
                                on_change=all
                            />
                        </th>
                        <th scope="col">"Holiday"</th>
                        <th scope="col">"Falls on"</th>
                        <th scope="col" class="mid">"Time"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(
    place: usize,
    found: FoundHoliday,
    unpicked: RwSignal<BTreeSet<usize>>,
    there: Memo<BTreeSet<usize>>,
) -> impl IntoView {
    let name = found.name.to_string();
    let known = move || there.read().contains(&place);
    let tick = Signal::derive(move || Tick::from(!known() && !unpicked.read().contains(&place)));
    let change = move |on: bool| {
        unpicked.update(|unpicked| {
            if on {
                unpicked.remove(&place);
            } else {
                unpicked.insert(place);
            }
        });
    };
    let shortened = (found.full_name != name).then(|| format!("in the file: {}", found.full_name));
    let together = (found.dates > 1).then(|| format!("from {} dates", words::digits(found.dates)));
    let note = move || {
        let known = known().then(|| "in the folder already".to_owned());
        let notes: Vec<_> = [known, shortened.clone()].into_iter().flatten().collect();
        (!notes.is_empty()).then(|| view! { <span class="hint">{notes.join(", ")}</span> })
    };
    let times = found
        .times
        .map_or_else(|| "All day".to_owned(), |part| part.to_string());
    view! {
        <tr>
            <td class="cell-pick"><PickBox label=format!("Import {name}") tick on_change=change /></td>
            <th scope="row" class="wraps cell-number">{name}" "{note}</th>
            <td class="wraps">
                {found.kind.to_string()}" "
                {together.map(|words| view! { <span class="hint">{words}</span> })}
            </td>
            <td class="mid">{times}</td>
        </tr>
    }
}

/// The events that are no holidays, with the reasons.
#[component]
pub(super) fn LeftOutList(calendar: CalendarFile) -> impl IntoView {
    let left_out = calendar.left_out;
    if left_out.is_empty() {
        return ().into_any();
    }
    let rest = left_out.len().saturating_sub(SHOWN);
    let more =
        (rest > 0).then(|| view! { <p class="hint">{format!("and {} more", words::digits(rest))}</p> });
    let aside = words::count(left_out.len(), "event", "events");
    let lines = left_out
        .into_iter()
        .take(SHOWN)
        .map(|event| {
            let name = if event.name.is_empty() {
                "An event".to_owned()
            } else {
                event.name
            };
            view! { <li>{words::sentence(&format!("{name}, line {}: {}", event.line, event.reason))}</li> }
        })
        .collect_view();
    view! {
        <Fold title="Left out" aside>
            <ul class="list" aria-label="Events that are left out">{lines}</ul>
            {more}
        </Fold>
    }
    .into_any()
}
