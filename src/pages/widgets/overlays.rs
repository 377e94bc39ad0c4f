//! Dialogs, the drawer, the palette, tabs.

use leptos::prelude::*;

use super::Specimen;
use crate::ui::{
    Button, ButtonKind, Checkbox, Choice, Dialog, DialogBody, DialogFoot, DialogSize, Drawer, DrawerFoot,
    DrawerPanel, Fold, Icon, IconName, Palette, PaletteItem, Switch, Tabs, TextArea, TextField, Toasts,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Question,
    Form,
    Wide,
    Drawer,
    Palette,
}

#[component]
pub(super) fn Overlays() -> impl IntoView {
    let open = RwSignal::new(None::<Open>);
    let shown = move || {
        open.get().map(|which| match which {
            Open::Question => view! { <Question open /> }.into_any(),
            Open::Form => view! { <AddNumber open /> }.into_any(),
            Open::Wide => view! { <Wide open /> }.into_any(),
            Open::Palette => view! { <Find open /> }.into_any(),
            Open::Drawer => view! { <EditUser open /> }.into_any(),
        })
    };
    view! {
        <Specimen name="dialog, drawer, palette">
            <div class="row">
                <Button on_press=move || open.set(Some(Open::Question))>"Ask a question"</Button>
                <Button on_press=move || open.set(Some(Open::Form))>"Open a form"</Button>
                <Button on_press=move || open.set(Some(Open::Wide))>"Open a wide list"</Button>
                <Button on_press=move || open.set(Some(Open::Drawer))>"Open a drawer"</Button>
                <Button on_press=move || open.set(Some(Open::Palette))>"Open the palette"</Button>
            </div>
            {shown}
        </Specimen>
    }
}

#[component]
fn Question(open: RwSignal<Option<Open>>) -> impl IntoView {
    let close = move || open.set(None);
    view! {
        <Dialog title="Set +1 312-555-0187 as direct?" on_close=close>
            <DialogBody>
                <p class="muted">"These outbound assignments go. They do not come back when you un-mark it."</p>
                <ul class="cascade">
                    <li><Icon name=IconName::Queue />"Queue Order status"</li>
                    <li><Icon name=IconName::User />"Agent Leo Brandt"</li>
                </ul>
            </DialogBody>
            <DialogFoot>
                <Button on_press=close>"Cancel"</Button>
                <Button kind=ButtonKind::Primary on_press=close>"Proceed"</Button>
            </DialogFoot>
        </Dialog>
    }
}

#[component]
fn Wide(open: RwSignal<Option<Open>>) -> impl IntoView {
    let close = move || open.set(None);
    let lines =
        (1..=40).map(|line| view! { <li>{format!("+1 312-555-{line:04}, not a direct number")}</li> });
    view! {
        <Dialog title="40 numbers that cannot be assigned" size=DialogSize::Wide on_close=close>
            <DialogBody><ol>{lines.collect_view()}</ol></DialogBody>
            <DialogFoot><Button on_press=close>"Close"</Button></DialogFoot>
        </Dialog>
    }
}

/// Refuses the first line, so that a refusal is seen as well.
#[component]
fn Find(open: RwSignal<Option<Open>>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let (refusal, active) = (RwSignal::new(None::<String>), RwSignal::new(0));
    let item = |group, icon, label: &str, detail: &str| PaletteItem {
        group,
        icon,
        label: label.to_owned(),
        detail: detail.to_owned(),
    };
    let all = [
        item(
            "Actions",
            IconName::Plus,
            "Assign +1 312-555-0104 to Ana Ruiz",
            "Taken",
        ),
        item("Actions", IconName::Plus, "Add Number", "N"),
        item("Pages", IconName::Queue, "Queue", "Settings"),
    ];
    let items = Memo::new(move |_| {
        let typed = typed.read().to_lowercase();
        let found = all
            .iter()
            .filter(|item| item.label.to_lowercase().contains(&typed));
        found.cloned().collect::<Vec<_>>()
    });
    let pick = move |at: usize| {
        if items
            .read_untracked()
            .get(at)
            .is_some_and(|item| item.detail == "Taken")
        {
            refusal.set(Some("Not assigned. It belongs to queue Billing.".to_owned()));
        } else {
            open.set(None);
        }
    };
    let about = Signal::derive(move || Some(format!("Line {} would be chosen.", active.get() + 1)));
    view! {
        <Palette
            label="Go to or do"
            typed
            items
            on_pick=pick
            on_close=move || open.set(None)
            empty="Nothing has that name"
            refusal
            active
            about
        />
    }
}

#[component]
fn AddNumber(open: RwSignal<Option<Open>>) -> impl IntoView {
    let (number, label) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let direct = RwSignal::new(true);
    let toasts = Toasts::from_context();
    let close = move || open.set(None);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        toasts.done(format!("{} added", number.get_untracked()));
        close();
    };
    let error = Signal::derive(move || {
        (number.get() == "0").then(|| "Country code missing. Write +1 312-555-0142.".to_owned())
    });
    view! {
        <Dialog title="Add Number" on_close=close focus_field=true>
            <form on:submit=add novalidate>
                <DialogBody>
                    <TextField label="Phone number" value=number error autofocus=true />
                    <Checkbox label="Set as the direct number" checked=direct on_change=move |on| direct.set(on) />
                    <TextField label="Label" value=label placeholder="Identifies the number" />
                </DialogBody>
                <DialogFoot>
                    <Button on_press=close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true disabled=Signal::derive(move || number.read().is_empty())>
                        "Add"
                    </Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}

#[component]
fn EditUser(open: RwSignal<Option<Open>>) -> impl IntoView {
    let close = move || open.set(None);
    let on = RwSignal::new(true);
    let message = RwSignal::new("We are back Monday at 08:00.".to_owned());
    view! {
        <Drawer
            title="Edit user: Ana Ruiz"
            detail="ana.ruiz@larkspur.example, Agent, Americas Support, Chicago"
            on_close=close
            form="edit-user"
            on_submit=close
            form_name="Settings"
            panel_name="What this does"
        >
            <Fold title="Agent SMS Deflections" open=true>
                <Switch label="Agent after-hours deflection" on on_change=move |to| on.set(to) />
                <TextArea label="Message" value=message />
            </Fold>
            <Fold title="Profile" aside="Active"><p>"Name and mail."</p></Fold>
            <DrawerPanel slot>
                <aside aria-label="What this does"><h3>"What this does"</h3><p>{move || message.get()}</p></aside>
            </DrawerPanel>
            <DrawerFoot slot>
                <span class="hint grow">"Writes to the draft Winter hours."</span>
                <Button on_press=close>"Cancel"</Button>
                <Button kind=ButtonKind::Primary submit=true form="edit-user">"Update"</Button>
            </DrawerFoot>
        </Drawer>
    }
}

#[component]
pub(super) fn TabViews() -> impl IntoView {
    let selected = RwSignal::new("users".to_owned());
    let tabs = Signal::stored(vec![
        Choice::new("users", "Users").detail("25"),
        Choice::new("teams", "Teams").detail("6"),
        Choice::new("bulk", "Bulk user management"),
    ]);
    view! {
        <Specimen name="tabs">
            <Tabs label="Users and Teams" tabs selected on_select=move |key| selected.set(key)>
                <p class="muted">"Arrow keys move, the address follows: " {move || selected.get()}</p>
            </Tabs>
        </Specimen>
    }
}
