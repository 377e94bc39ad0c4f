//! The holidays in their folders, each with its next date and who observes it.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::Workspace;
use domain::schedule::{Holiday, HolidayFolder};
use leptos::prelude::*;

use super::sheet::{Doomed, EditDelete, Open, Sheet};
use crate::session::{Session, now};
use crate::ui::{Button, ButtonSize, EmptyState, IconName, Section};
use crate::words;

/// A folder with its holidays in the order of their next dates.
#[derive(Clone, PartialEq)]
struct Folder {
    folder: Arc<HolidayFolder>,
    holidays: Vec<Line>,
}

/// A holiday as the list shows it.
#[derive(Clone, PartialEq)]
struct Line {
    holiday: Arc<Holiday>,
    /// Its first dates that are not over.
    next: Option<(NaiveDate, NaiveDate)>,
    observers: usize,
}

/// The section.
#[component]
pub(super) fn Holidays(open: Open) -> impl IntoView {
    let session = expect_context::<Session>();
    let folders = Memo::new(move |_| folders(&session.workspace().read()));
    let list = move || {
        let folders = folders.get().into_iter();
        folders.map(|folder| folder_view(folder, open)).collect_view()
    };
    let none = move || {
        view! {
            <EmptyState
                icon=IconName::Calendar
                title="No holidays yet"
                text="Add a folder, such as one for a country, and put its holidays there."
            />
        }
    };
    view! {
        <Section
            title="Holidays"
            text="A holiday closes the schedules that observe it; it has no effect on the others."
        >
            <Show when=move || !folders.read().is_empty() fallback=none>
                <div class="stack">{list}</div>
            </Show>
            <div class="row wrap">
                <Button icon=IconName::Plus on_press=move || open.edit(Sheet::NewFolder)>"Add Folder"</Button>
                <Button
                    icon=IconName::Plus
                    disabled=Signal::derive(move || folders.read().is_empty())
                    on_press=move || open.edit(Sheet::NewHoliday(None))
                >
                    "Add Holiday"
                </Button>
                <Button icon=IconName::File on_press=move || open.edit(Sheet::Import)>"Import public holidays…"</Button>
            </div>
        </Section>
    }
}

fn folder_view(folder: Folder, open: Open) -> impl IntoView {
    let Folder { folder, holidays } = folder;
    let (id, name) = (folder.id, folder.name.to_string());
    let count = words::count(holidays.len(), "holiday", "holidays");
    let table = if holidays.is_empty() {
        view! { <p class="body muted">"No holiday yet."</p> }.into_any()
    } else {
        let rows = holidays.into_iter().map(|line| row(line, open)).collect_view();
        view! {
            <div class="table-frame scroll">
                <table class="table plain">
                    <caption class="visually-hidden">{format!("Holidays of {name}")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Holiday"</th>
                            <th scope="col" class="mid">"Falls on"</th>
                            <th scope="col">"Next"</th>
                            <th scope="col" class="mid">"Time"</th>
                            <th scope="col" class="mid">"Observed by"</th>
                            <th scope="col" class="cell-act"><span class="visually-hidden">"Edit"</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let label = format!("Holiday folder {name}");
    view! {
        <section class="card" aria-label=label>
            <header>
                <h3>{name.clone()}</h3>
                <span class="push">{count}</span>
                <Button
                    size=ButtonSize::Compact
                    label=format!("Add Holiday to {name}")
                    on_press=move || open.edit(Sheet::NewHoliday(Some(id)))
                >
                    "Add Holiday"
                </Button>
                <EditDelete edit="Rename" name sheet=Sheet::Folder(id) doomed=Doomed::Folder(id) open />
            </header>
            {table}
        </section>
    }
}

fn row(line: Line, open: Open) -> impl IntoView {
    let Line {
        holiday,
        next,
        observers,
    } = line;
    let id = holiday.id;
    let name = holiday.name().to_owned();
    let next = next.map_or_else(|| "Over".to_owned(), words::dates);
    let observed = if observers == 0 {
        "Nobody".to_owned()
    } else {
        words::count(observers, "schedule", "schedules")
    };
    view! {
        <tr>
            <th scope="row" class="cell-number">{name.clone()}</th>
            <td class="mid">{holiday.kind.to_string()}</td>
            <td class="when">{next}</td>
            <td class="mid">{words::holiday_times(&holiday)}</td>
            <td class="mid" class:muted=observers == 0>{observed}</td>
            <td class="cell-act">
                <div>
                    <EditDelete name sheet=Sheet::Holiday(id) doomed=Doomed::Holiday(id) open />
                </div>
            </td>
        </tr>
    }
}

/// The folders by name; what is over comes last in each.
fn folders(workspace: &Workspace) -> Vec<Folder> {
    let book = workspace.holidays();
    let today = workspace.settings().hours.zone().to_local(now()).date();
    let mut folders: Vec<_> = book
        .folders()
        .map(|folder| {
            let mut holidays: Vec<_> = book
                .in_folder(folder.id)
                .map(|holiday| Line {
                    next: words::next_dates(&holiday.kind, today, 1).pop(),
                    observers: workspace.observer_count(holiday.id),
                    holiday: holiday.clone(),
                })
                .collect();
            holidays.sort_by(|a, b| {
                let key = |line: &Line| (line.next.is_none(), line.next);
                key(a)
                    .cmp(&key(b))
                    .then_with(|| a.holiday.name().cmp(b.holiday.name()))
            });
            Folder {
                folder: folder.clone(),
                holidays,
            }
        })
        .collect();
    folders.sort_by(|a, b| a.folder.name.cmp(&b.folder.name));
    folders
}
