//! The table of numbers.

use chrono::{DateTime, Utc};
use domain::PhoneNumber;
use leptos::prelude::*;

use super::bulk::Selected;
use super::filters::in_draft;
use super::line::{Cells, Line};
use super::rows::KEYS;
use crate::pages::listing::{SortColumn, Sorting};
use crate::parts::strip::{Strip, Window};
use crate::session::{Rest, Session, each_minute};
use crate::ui::{IconButton, IconName, Selection, TableHead, VirtualTable, tell};

/// The list; a row that the draft changes is marked.
#[component]
pub(super) fn List(
    rows: Memo<Vec<PhoneNumber>>,
    sort: Sorting,
    edit: Callback<(String,)>,
    selection: Selection<PhoneNumber>,
    /// SMS is off: there to read (R3).
    locked: Memo<bool>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let open = Callback::from(move |number: PhoneNumber| edit.run((number.to_string(),)));
    let marked = move |number: PhoneNumber| {
        in_draft(
            &session.workspace().read(),
            &session.head().read().workspace,
            number,
        )
    };
    let at = each_minute();
    let week = Memo::new(move |_| Window::week(&session.workspace().read(), at.get()));
    // A week takes longer to work out than a letter typed into the filter may.
    let weeks = Rest::new(move |(number, drawn): (Signal<PhoneNumber>, Drawn)| {
        let (live, draft) = (session.head(), session.workspace());
        let (live, draft) = (live.read_untracked(), draft.read_untracked());
        if let Some(number) = number.try_get_untracked() {
            let strip = Strip::of_number(&live.workspace, &draft, number, week.get_untracked());
            drawn.strip.set(strip);
            tell(&drawn.is_stale, false);
        }
    });
    let shared = Shared {
        session,
        at,
        week,
        weeks,
        checks: session.checks_at_rest(),
    };
    let cells = move |number: Signal<PhoneNumber>| view! { <Row number shared open locked /> }.into_any();
    view! {
        <VirtualTable
            caption="SMS numbers as they stand in the open draft"
            rows
            row_name=move |number: PhoneNumber| number.to_string()
            cells
            on_open=open
            selection
            marked
            class="numbers fixed"
        >
            <TableHead slot>
                <SortColumn label="Number" key="" keys=KEYS sort class="w-number" />
                <SortColumn label="Label" key="label" keys=KEYS sort class="mid" />
                <SortColumn label="Owner" key="owner" keys=KEYS sort class="mid" />
                <th scope="col" class="mid late w-hours">"Hours"</th>
                <th scope="col" class="mid late w-week">{move || week.get().weekdays(at.get_untracked())}</th>
                <th scope="col" class="mid late w-now">"Now"</th>
                <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
            </TableHead>
        </VirtualTable>
        <Selected rows selection locked />
    }
}

/// A row's week. While another number's is still drawn it is hidden: to take it away would lay out the row anew.
#[derive(Clone, Default, PartialEq)]
struct Drawn {
    strip: ArcRwSignal<Option<Strip>>,
    is_stale: ArcRwSignal<bool>,
}

/// What all rows have in common.
#[derive(Clone, Copy)]
struct Shared {
    session: Session,
    /// This moment.
    at: Signal<DateTime<Utc>>,
    /// The week around it.
    week: Memo<Window>,
    /// Draws it.
    weeks: Rest<(Signal<PhoneNumber>, Drawn)>,
    checks: Rest<Signal<PhoneNumber>>,
}

/// One row: looks itself up, so it follows every change and every scroll.
#[component]
fn Row(
    number: Signal<PhoneNumber>,
    shared: Shared,
    open: Callback<(PhoneNumber,)>,
    locked: Memo<bool>,
) -> impl IntoView {
    let Shared {
        session, at, week, ..
    } = shared;
    let (cells, drawn) = (Cells::default(), Drawn::default());
    let [first, words, state] = [
        cells.first().into_any(),
        cells.words().into_any(),
        cells.state().into_any(),
    ];
    let strip = {
        let strip = drawn.strip.clone();
        move || {
            strip
                .read()
                .as_ref()
                .map(|strip| strip.view(week.get(), at.get()))
        }
    };
    let is_stale = drawn.is_stale.clone();
    Effect::new(move |last: Option<(PhoneNumber, Line)>| {
        let (live, draft) = (session.head(), session.workspace());
        let (live, draft) = (live.read(), draft.read());
        let number_now = number.get();
        let record = draft.number(number_now);
        let facts = record.and_then(|record| session.known(number, record, shared.checks));
        let line = Line::of(&live.workspace, &draft, number_now, facts.as_ref(), at.get());
        cells.write(last.as_ref().map(|(_, line)| line), &line);
        if last.is_none_or(|(last, _)| last != number_now) {
            tell(&drawn.is_stale, true);
        }
        week.track();
        shared.weeks.add((number, drawn.clone()));
        (number_now, line)
    });
    view! {
        {first}
        {words}
        <td class="mid late week-cell" class:stale=move || is_stale.get()>{strip}</td>
        {state}
        <td class="cell-act">
            <div>
                <IconButton
                    name=IconName::Pencil
                    label=Signal::derive(move || format!("Edit {}", number.get()))
                    disabled=locked
                    on_press=move || open.run((number.get_untracked(),))
                />
            </div>
        </td>
    }
}
