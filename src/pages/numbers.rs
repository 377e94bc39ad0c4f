//! Phone number management: the inventory, with filter, order and open record in the address (R11).

mod add;
mod assign;
mod bulk;
mod edit;
mod export;
mod filters;
mod line;
mod list;
mod many;
mod ordinary;
mod rows;
mod search;
mod trial;

use domain::PhoneNumber;
use domain::number::Owner;
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::pages::listing::{FilterLine, Gone};
use crate::parts::lock::{SmsLock, sms_off};
use crate::parts::page_head::PageHead;
use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::{Button, ButtonKind, EmptyState, IconName, Selection};
use crate::words;
use filters::Shown;
use rows::Wanted;

/// The page.
#[component]
pub fn Numbers() -> impl IntoView {
    let session = expect_context::<Session>();
    let search = query_value(query::SEARCH);
    let (tag, owner, state) = (
        query_value(query::TAG),
        query_value(query::OWNER),
        query_value(query::STATE),
    );
    let sort = query_value(query::SORT);
    let edit = query_value(query::EDIT);
    let rows = listed(session, search.0, sort.0, [tag.0, owner.0, state.0]);
    let adding = query_value(query::ADD);
    let selection = Selection::<PhoneNumber>::default();
    let editing = Memo::new(move |_| {
        let number = edit.0.read().parse::<PhoneNumber>().ok()?;
        session
            .workspace()
            .read()
            .number(number)
            .map(|record| record.number)
    });
    let total = Signal::derive(move || session.workspace().read().numbers().len());
    let sum = move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        format!(
            "{}, {} of them direct.",
            words::count(workspace.numbers().len(), "number", "numbers"),
            words::digits(workspace.direct_numbers())
        )
    };
    let locked = sms_off();
    let add = move || {
        view! {
            <Button on_press=move || adding.1.run(("many".to_owned(),))>"Add many…"</Button>
            <Button kind=ButtonKind::Primary on_press=move || adding.1.run(("one".to_owned(),))>"+ Add Number"</Button>
        }
    };
    let add_button = move || move || (!locked.get()).then(add);
    // What the filter leaves, in the order of the list.
    let actions = move || {
        view! { <export::Export numbers=rows />{add_button()} }
    };
    let clear = move || {
        for value in [search, tag, owner, state] {
            value.1.run((String::new(),));
        }
    };
    let nothing = move || {
        if total.get() == 0 {
            let text = first_number(locked.get());
            view! { <EmptyState icon=IconName::Chat title="No numbers yet" text actions=add_button /> }
                .into_any()
        } else {
            let text = words::sentence(&words::count(
                total.get(),
                "number is hidden by the filter",
                "numbers are hidden by the filter",
            ));
            let actions = move || view! { <Button on_press=clear>"Clear the filter"</Button> };
            view! { <EmptyState icon=IconName::Search title="No number matches" text actions /> }.into_any()
        }
    };
    view! {
        <PageHead title="Phone number management" text=Signal::derive(sum) more=|| view! { <Unanswered /> } actions />
        <FilterLine
            what="numbers"
            by="Number, label or owner"
            search
            shown=Signal::derive(move || rows.read().len())
            total
            more=|| view! { <filters::Filters /> }
        />
        <SmsLock off=locked wide=true />
        <Gone what="number" edit found=Signal::derive(move || editing.read().is_some()) />
        <Show when=move || rows.read().is_empty() fallback=move || view! { <list::List rows sort edit=edit.1 selection locked /> }>
            {nothing}
        </Show>
        {move || {
            let on_close = Callback::new(move |()| adding.1.run((String::new(),)));
            match adding.0.read().as_str() {
                _ if locked.get() => ().into_any(),
                "one" => view! { <add::AddNumber on_close /> }.into_any(),
                "many" => view! { <many::AddMany on_close /> }.into_any(),
                _ => ().into_any(),
            }
        }}
        {move || editing.get().map(|number| {
            view! { <edit::EditNumber number on_close=Callback::new(move |()| edit.1.run((String::new(),))) /> }
        })}
    }
}

/// How many direct numbers nobody can answer, each a link to those.
#[component]
fn Unanswered() -> impl IntoView {
    let session = expect_context::<Session>();
    let counts = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let inactive = workspace.users().filter(|user| !user.active);
        let theirs = inactive.map(|user| workspace.numbers_of(Owner::Agent(user.id)).count());
        [workspace.free_numbers().count(), theirs.sum()]
    });
    move || {
        let [free, inactive] = counts.get();
        let free = words::count(free, "direct number has no owner", "direct numbers have no owner");
        let inactive = words::count(
            inactive,
            "belongs to an inactive agent",
            "belong to an inactive agent",
        );
        let links = counts
            .get()
            .into_iter()
            .zip([(free, "unassigned"), (inactive, "inactive")]);
        let links = links.filter(|(count, _)| *count > 0);
        let link = |(_, (text, owner)): (usize, (String, &'static str))| {
            let href = Page::Numbers.with(&[(query::OWNER, owner)]);
            view! { " "<a class="link" href=href>{text}</a>"." }
        };
        links.map(link).collect_view()
    }
}

/// The numbers to list, as the address says.
fn listed(
    session: Session,
    search: Signal<String>,
    sort: Signal<String>,
    [tag, owner, state]: [Signal<String>; 3],
) -> Memo<Vec<PhoneNumber>> {
    let searched =
        Memo::new_owning(move |so_far| search::Searched::follow(so_far, &session.workspace().read()));
    Memo::new(move |_| {
        let wanted = Wanted {
            search: &search.read(),
            shown: Shown {
                tag: &tag.read(),
                owner: &owner.read(),
                state: &state.read(),
            },
            sort: &sort.read(),
        };
        rows::rows(
            &session.workspace().read(),
            &session.head().read().workspace,
            &searched.read().all,
            &wanted,
        )
    })
}

/// What an empty list says.
fn first_number(locked: bool) -> &'static str {
    if locked {
        "They are added here once SMS is on."
    } else {
        "Add the first one with its country code."
    }
}
