//! A dialog that asks for a name.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, TextField};

/// The dialog: it closes when the name is taken, and says beside the field why it is not.
#[component]
pub fn NameDialog(
    /// What it is about.
    #[prop(into)]
    title: String,
    /// What the button says.
    verb: &'static str,
    /// The name as it is.
    #[prop(optional)]
    name: String,
    /// A word more on the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is said above the field.
    #[prop(optional_no_strip)]
    text: Option<String>,
    /// Takes the name, or says why not.
    on_name: impl Fn(String) -> Result<(), String> + Send + Sync + 'static,
    /// It is closed.
    #[prop(into)]
    on_close: Callback<()>,
    /// More fields, below.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let name = RwSignal::new(name);
    // With the name that it is about: another one is not wrong yet.
    let refused = RwSignal::new(None::<(String, String)>);
    let error = Signal::derive(move || {
        let (about, said) = refused.get()?;
        (about == *name.read()).then_some(said)
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked();
        match on_name(name.clone()) {
            Ok(()) => on_close.run(()),
            Err(said) => refused.set(Some((name, said))),
        }
    };
    view! {
        <Dialog title on_close focus_field=true>
            <form novalidate on:submit=submit>
                <DialogBody>
                    {text.map(|text| view! { <p>{text}</p> })}
                    <TextField label="Name" value=name error autofocus=true hint />
                    {children.map(|children| children())}
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true>{verb}</Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}
