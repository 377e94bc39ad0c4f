//! General hours, and custom ones with the queues that use them.

use std::sync::Arc;

use domain::queue::CustomHours;
use domain::schedule::Schedule;
use leptos::prelude::*;

use super::sheet::{Doomed, EditDelete, Open, Sheet};
use crate::parts::schedule::runs;
use crate::session::Session;
use crate::ui::{Button, IconButton, IconName, Section};
use crate::words;

/// The section.
#[component]
pub(super) fn Hours(open: Open) -> impl IntoView {
    let session = expect_context::<Session>();
    let general = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let using = workspace.queues().filter(|queue| queue.hours.is_none()).count();
        (workspace.settings().hours.clone(), using)
    });
    let custom = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let mut hours: Vec<_> = workspace
            .all_custom_hours()
            .map(|hours| (hours.clone(), workspace.queues_with_hours(hours.id).count()))
            .collect();
        hours.sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
        hours
    });
    let rows = move || {
        let rows = custom.get().into_iter();
        rows.map(|(hours, using)| custom_row(&hours, using, open))
            .collect_view()
    };
    let general_row = move || {
        let (schedule, using) = general.get();
        view! {
            <tr>
                <th scope="row" class="cell-number">"General hours"</th>
                {cells(&schedule, using)}
                <td class="cell-act">
                    <div>
                        <IconButton
                            name=IconName::Pencil
                            label="Edit general hours"
                            on_press=move || open.edit(Sheet::General)
                        />
                    </div>
                </td>
            </tr>
        }
    };
    view! {
        <Section
            title="Hours of operation"
            text="A queue takes the general hours, unless custom hours name it."
        >
            <div class="table-frame boxed">
                <table class="table plain">
                    <caption class="visually-hidden">"Hours of operation as they stand in the open draft"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Name"</th>
                            <th scope="col">"Open"</th>
                            <th scope="col" class="mid">"Time zone"</th>
                            <th scope="col" class="num mid">"Holidays"</th>
                            <th scope="col" class="num mid">"Queues"</th>
                            <th scope="col" class="cell-act"><span class="visually-hidden">"Edit"</span></th>
                        </tr>
                    </thead>
                    <tbody>{general_row}{rows}</tbody>
                </table>
            </div>
            <div class="row">
                <Button icon=IconName::Plus on_press=move || open.edit(Sheet::NewHours)>"Add Custom Operation Hours"</Button>
            </div>
        </Section>
    }
}

fn custom_row(hours: &Arc<CustomHours>, using: usize, open: Open) -> impl IntoView + use<> {
    let id = hours.id;
    let name = hours.name.clone();
    view! {
        <tr>
            <th scope="row" class="cell-number">{name.clone()}</th>
            {cells(&hours.schedule, using)}
            <td class="cell-act">
                <div>
                    <EditDelete name sheet=Sheet::Hours(id) doomed=Doomed::Hours(id) open />
                </div>
            </td>
        </tr>
    }
}

fn cells(schedule: &Schedule, using: usize) -> impl IntoView + use<> {
    let lines: Vec<_> = runs(schedule)
        .into_iter()
        .map(|(days, hours)| format!("{days} {hours}"))
        .collect();
    let week = words::duration(schedule.open_minutes_a_week());
    view! {
        <td class="wraps">{lines.join("; ")}" "<span class="faint">{week}" a week"</span></td>
        <td class="mid muted">{schedule.zone().name()}</td>
        <td class="num mid">{words::digits(schedule.observed().len())}</td>
        <td class="num mid">{words::digits(using)}</td>
    }
}
