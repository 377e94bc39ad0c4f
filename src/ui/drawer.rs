//! A record over the page: the form left, what it does right, and at the foot where it is written to.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::dialog::{ask_to_close, open_while_mounted, show_soon};
use super::uid::uid;
use super::{IconButton, IconName};

/// The side that shows the effect of the form.
#[slot]
pub struct DrawerPanel {
    /// An `aside` with a name of its own.
    children: Children,
}

/// The line of buttons below.
#[slot]
pub struct DrawerFoot {
    /// Where it is written to, then Cancel, then the verb.
    children: Children,
}

/// A drawer; open for as long as it is mounted. Its children are the form.
#[component]
pub fn Drawer(
    /// The record.
    #[prop(into)]
    title: Signal<String>,
    /// More on the record, in a quiet line.
    #[prop(optional, into)]
    detail: MaybeProp<String>,
    /// A person wants to leave.
    #[prop(into)]
    on_close: Callback<()>,
    /// The form's id, for the button in the foot.
    form: &'static str,
    /// The form is sent.
    #[prop(into)]
    on_submit: Callback<()>,
    /// The form's name on a narrow screen.
    form_name: &'static str,
    /// What the panel is called on the button that shows it on a narrow screen.
    panel_name: &'static str,
    /// The panel.
    drawer_panel: DrawerPanel,
    /// The foot.
    drawer_foot: DrawerFoot,
    /// The form.
    children: Children,
) -> impl IntoView {
    let id = uid("drawer");
    let title_id = id.clone();
    let dialog = open_while_mounted(on_close, |dialog| show_soon(dialog, || ()));
    let on_panel = RwSignal::new(false);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    let view_button = move |panel: bool, name: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || if on_panel.get() == panel { "true" } else { "false" }
                on:click=move |_| on_panel.set(panel)
            >
                {name}
            </button>
        }
    };
    view! {
        <dialog
            class="drawer"
            data-view=move || if on_panel.get() { "panel" } else { "form" }
            aria-labelledby=title_id
            node_ref=dialog
            on:cancel=move |event| ask_to_close(&event, on_close)
        >
            <div class="head">
                <div>
                    <h2 id=id tabindex="-1" data-autofocus="">{move || title.get()}</h2>
                    {move || detail.get().map(|detail| view! { <p class="muted small">{detail}</p> })}
                </div>
                <IconButton name=IconName::Close label="Close" on_press=on_close />
            </div>
            <div class="segmented switcher only-narrow" role="group" aria-label="Show">
                {view_button(false, form_name)}
                {view_button(true, panel_name)}
            </div>
            <div class="columns">
                <form class="form" id=form novalidate on:submit=send>{children()}</form>
                {(drawer_panel.children)()}
            </div>
            <div class="foot">{(drawer_foot.children)()}</div>
        </dialog>
    }
}
