//! Settings → Support Center Details: hours of operation, general and custom, and holidays in their folders (S4, S5).

mod add_hours;
mod edit_holiday;
mod edit_hours;
mod folder;
mod found;
mod holidays;
mod hours;
mod hours_fields;
mod import;
mod languages;
mod observers;
mod sheet;

use std::collections::BTreeSet;

use domain::number::Owner;
use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use crate::forms::holiday::observing;
use crate::forms::hours::Which;
use crate::pages::address::query_value;
use crate::parts::ask_delete::AskDelete;
use crate::parts::page_head::PageHead;
use crate::paths::query;
use crate::session::Session;
use crate::words;
use sheet::{Doomed, Open, Sheet};

/// The page.
#[component]
pub fn SupportCenter() -> impl IntoView {
    let session = expect_context::<Session>();
    let (edit, set_edit) = query_value(query::EDIT);
    let sheet = Memo::new(move |_| Sheet::read(&edit.read(), &session.workspace().read()));
    let doomed = RwSignal::new(None::<Doomed>);
    let open = Open { set_edit, doomed };
    let close = Callback::new(move |()| set_edit.run((String::new(),)));
    let text = Signal::derive(move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let book = workspace.holidays();
        format!(
            "When queues are open, and the days on which everything is closed that observes them. {} in {}.",
            words::count(book.holidays().count(), "holiday", "holidays"),
            words::count(book.folders().count(), "folder", "folders"),
        )
    });
    view! {
        <PageHead title="Support Center Details" text />
        <div class="page stack loose">
            <hours::Hours open />
            <holidays::Holidays open />
        </div>
        {move || sheet.get().map(|sheet| opened(sheet, close))}
        {move || doomed.get().map(|doomed| question(session, doomed, move || open.doomed.set(None)))}
    }
}

/// What lies over the page.
fn opened(sheet: Sheet, on_close: Callback<()>) -> AnyView {
    match sheet {
        Sheet::General => view! { <edit_hours::EditHours which=Which::General on_close /> }.into_any(),
        Sheet::NewHours => view! { <add_hours::AddHours on_close /> }.into_any(),
        Sheet::Hours(id) => view! { <edit_hours::EditHours which=Which::Custom(id) on_close /> }.into_any(),
        Sheet::NewFolder => view! { <folder::EditFolder folder=None on_close /> }.into_any(),
        Sheet::Folder(id) => view! { <folder::EditFolder folder=Some(id) on_close /> }.into_any(),
        Sheet::NewHoliday(folder) => {
            view! { <edit_holiday::EditHoliday holiday=None folder on_close /> }.into_any()
        }
        Sheet::Import => view! { <import::Import on_close /> }.into_any(),
        Sheet::Holiday(id) => {
            view! { <edit_holiday::EditHoliday holiday=Some(id) folder=None on_close /> }.into_any()
        }
    }
}

/// The numbers whose texts it governs.
fn concerned(workspace: &Workspace, doomed: Doomed) -> Vec<PhoneNumber> {
    match doomed {
        Doomed::Hours(hours) => {
            let queues = workspace.queues().filter(|queue| queue.hours == Some(hours));
            let numbers = queues.flat_map(|queue| {
                let direct = workspace.numbers_of(Owner::Queue(queue.id));
                direct.chain(workspace.inbound_of(queue.id))
            });
            numbers.map(|number| number.number).collect()
        }
        Doomed::Holiday(holiday) => observing(workspace, holiday),
        Doomed::Folder(folder) => {
            let inside = workspace.holidays().in_folder(folder);
            let numbers: BTreeSet<_> = inside
                .flat_map(|holiday| observing(workspace, holiday.id))
                .collect();
            numbers.into_iter().collect()
        }
    }
}

/// Asks, and lists who uses it.
fn question(session: Session, doomed: Doomed, on_close: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    let workspace = session.workspace();
    let workspace = workspace.read_untracked();
    let book = workspace.holidays();
    let (what, intent, alone, with_others) = match doomed {
        Doomed::Hours(hours) => (
            workspace
                .custom_hours(hours)
                .map(|hours| format!("custom hours {}", hours.name)),
            Intent::RemoveHours { hours },
            "No queue uses them.",
            "They are in use. This goes along with them:",
        ),
        Doomed::Folder(folder) => (
            book.folder(folder)
                .map(|folder| format!("holiday folder {}", folder.name)),
            Intent::RemoveHolidayFolder { folder },
            "It has no holidays.",
            "Its holidays go along with it, out of every schedule that observes them:",
        ),
        Doomed::Holiday(holiday) => (
            book.holiday(holiday)
                .map(|holiday| format!("holiday {}", holiday.name())),
            Intent::RemoveHoliday { holiday },
            "No schedule observes it.",
            "Whoever observes it is open on that day from then on:",
        ),
    };
    let what = what.unwrap_or_default();
    let numbers = concerned(&workspace, doomed);
    view! { <AskDelete what intent alone with_others numbers on_close=Callback::new(move |()| on_close()) /> }
}
