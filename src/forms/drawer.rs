//! A record's drawer: the form left, what it does right, and one button that writes all of it to the draft (R32).

use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use super::deflection::Faulty;
use super::update::Update;
use crate::parts::closing::{Closing, UpdateFoot};
use crate::parts::effect::Effect;
use crate::session::Session;
use crate::ui::{Drawer, DrawerFoot, DrawerPanel, Refused, Toasts};

/// The drawer; its children are the form. It asks before changes are dropped.
#[component]
pub fn FormDrawer(
    /// The record.
    #[prop(into)]
    title: Signal<String>,
    /// More on the record, in a quiet line.
    #[prop(optional, into)]
    detail: MaybeProp<String>,
    /// What the button does.
    update: Update,
    /// The button's word, the product's.
    #[prop(default = "Update")]
    verb: &'static str,
    /// Whether there is something to write.
    #[prop(into)]
    changed: Signal<bool>,
    /// What is written.
    #[prop(into)]
    intents: Callback<(), Result<Vec<Intent>, Faulty>>,
    /// The numbers concerned. Give a memo.
    #[prop(into)]
    numbers: Signal<Vec<PhoneNumber>>,
    /// The configuration with the draft and the form in it; none while the form cannot be saved.
    #[prop(into)]
    after: Signal<Option<Workspace>>,
    /// That nothing is written yet: `Before Update`.
    before: &'static str,
    /// The form.
    children: Children,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let closing = Closing::new(changed, update.on_close);
    let submit = move || update.run(session, toasts, untrack(|| intents.run(())));
    view! {
        <Drawer
            title
            detail
            on_close=closing.ask()
            form=update.form
            on_submit=submit
            form_name="Settings"
            panel_name="What this does"
        >
            {children()}
            <Refused text=update.refusal />
            <DrawerPanel slot>
                <Effect numbers after before />
            </DrawerPanel>
            <DrawerFoot slot>
                <UpdateFoot closing form=update.form on_cancel=update.on_close verb />
            </DrawerFoot>
        </Drawer>
    }
}
