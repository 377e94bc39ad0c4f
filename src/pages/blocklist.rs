//! Consumer Management → Phone Number Blocklist: numbers whose calls and texts are not handled (R74, S8).

mod remove;

use domain::{Intent, PhoneNumber, Workspace};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::forms::update::on_draft;
use crate::pages::address::query_value;
use crate::pages::listing::FilterLine;
use crate::parts::effect::Effect;
use crate::parts::page_head::PageHead;
use crate::parts::phone_facts::PhoneFacts;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{
    Button, ButtonKind, Dialog, DialogBody, DialogFoot, EmptyState, IconButton, IconName, TableHead,
    TextField, TextKind, Toasts, VirtualTable, by_key,
};
use crate::words;

/// The page.
#[component]
pub fn Blocklist() -> impl IntoView {
    let session = expect_context::<Session>();
    let search = query_value(query::SEARCH);
    let adding = RwSignal::new(false);
    let removing = RwSignal::new(None::<PhoneNumber>);
    let remove = Callback::from(move |sender: PhoneNumber| removing.set(Some(sender)));
    let total = Signal::derive(move || session.workspace().read().blocklist().count());
    let rows = Memo::new(move |_| {
        let digits: String = search.0.read().chars().filter(char::is_ascii_digit).collect();
        let workspace = session.workspace();
        let workspace = workspace.read();
        let found = workspace
            .blocklist()
            .filter(|number| number.to_string().contains(&digits));
        found.collect::<Vec<_>>()
    });
    let add_button = move || {
        view! { <Button kind=ButtonKind::Primary on_press=move || adding.set(true)>"+ Add Phone Number"</Button> }
    };
    let nothing = move || {
        if total.get() == 0 {
            view! { <EmptyState icon=IconName::Stop title="Nobody is blocked" text="Add a number whose calls and texts are not to be handled." actions=add_button /> }
                .into_any()
        } else {
            let actions = move || view! { <Button on_press=move || search.1.run((String::new(),))>"Clear the filter"</Button> };
            view! { <EmptyState icon=IconName::Search title="No number matches" text="Search by some of its digits." actions /> }
                .into_any()
        }
    };
    let text = Signal::derive(move || {
        format!(
            "{}. Their calls and texts are not handled, at any hour.",
            words::count(total.get(), "number is blocked", "numbers are blocked")
        )
    });
    view! {
        <PageHead title="Phone Number Blocklist" text actions=add_button />
        <FilterLine what="blocked numbers" by="Digits" search shown=Signal::derive(move || rows.read().len()) total />
        <Show when=move || rows.read().is_empty() fallback=move || view! { <List rows remove /> }>
            {nothing}
        </Show>
        {move || adding.get().then(|| view! { <AddBlocked on_close=move || adding.set(false) /> })}
        {move || removing.get().map(|sender| view! { <remove::AskUnblock sender on_close=move || removing.set(None) /> })}
    }
}

#[component]
fn List(rows: Memo<Vec<PhoneNumber>>, remove: Callback<(PhoneNumber,)>) -> impl IntoView {
    view! {
        <VirtualTable
            caption="Blocked numbers as they stand in the open draft"
            rows
            row_name=move |number: PhoneNumber| number.to_string()
            cells=by_key(move |number: PhoneNumber| view! { <Row number remove /> })
        >
            <TableHead slot>
                <th scope="col">"Phone number"</th>
                <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
            </TableHead>
        </VirtualTable>
    }
}

#[component]
fn Row(number: PhoneNumber, remove: Callback<(PhoneNumber,)>) -> impl IntoView {
    view! {
        <th scope="row" class="cell-number"><span class="number">{number.to_string()}</span></th>
        <td class="cell-act">
            <div>
                <IconButton
                    name=IconName::Close
                    label=format!("Remove {number}")
                    on_press=move || remove.run((number,))
                />
            </div>
        </td>
    }
}

/// **+ Add Phone Number**, **Save** (S8).
#[component]
fn AddBlocked(#[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let typed = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let number = Signal::derive(move || typed.read().parse::<PhoneNumber>().ok());
    let refusal = Memo::new(move |_| {
        let sender = match typed.read().parse::<PhoneNumber>() {
            Ok(sender) => sender,
            Err(error) => return Some(error.to_string()),
        };
        let refused = session.workspace().get().apply(&Intent::Block { sender }).err();
        refused.map(|refusal| refusal.to_string())
    });
    let error = Signal::derive(move || tried.get().then(|| refusal.get()).flatten());
    let hint = Signal::derive(move || {
        let empty = number.get().is_none();
        empty.then(|| "With its country code, such as +1 415 555 0100".to_owned())
    });
    let after = on_draft(session, move || {
        let sender = number.get()?;
        Some(vec![Intent::Block { sender }])
    });
    let numbers = Memo::new(move |_| answered(&session.workspace().read()));
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(sender) = number.get_untracked() else {
            return;
        };
        if session.dispatch(Intent::Block { sender }).is_ok() {
            toasts.done_with(format!("{sender} is blocked"), "Undo", move || session.undo());
            on_close.run(());
        }
    };
    view! {
        <Dialog title="Add Phone Number" on_close focus_field=true>
            <form novalidate on:submit=save>
                <DialogBody>
                    <div>
                        <TextField label="Phone number" kind=TextKind::Phone value=typed hint error autofocus=true />
                        <PhoneFacts number />
                    </div>
                    <Show when=move || number.read().is_some()>
                        <Effect numbers after before="Before Save" sender=number />
                    </Show>
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true>"Save"</Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}

/// The first number that somebody has: a blocked sender meets the same at all of them.
fn answered(workspace: &Workspace) -> Vec<PhoneNumber> {
    let mut owned = workspace.numbers().filter(|number| number.owner().is_some());
    owned.next().map(|number| number.number).into_iter().collect()
}
