//! **+ Add Number** (F2).

use domain::number::Label;
use domain::{Intent, PhoneNumber};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{
    Banner, Button, ButtonKind, Checkbox, Dialog, DialogBody, DialogFoot, TextField, TextKind, Toasts, Tone,
};

/// What is typed, as it stands.
#[derive(Clone, Copy)]
struct Inputs {
    number: RwSignal<String>,
    label: RwSignal<String>,
    direct: RwSignal<bool>,
}

impl Inputs {
    fn number(self) -> Result<PhoneNumber, String> {
        self.number
            .read()
            .parse()
            .map_err(|error: domain::ParsePhoneError| error.to_string())
    }

    fn label(self) -> Result<Label, String> {
        self.label
            .read()
            .parse()
            .map_err(|error: domain::number::LabelError| error.to_string())
    }

    fn intent(self) -> Option<Intent> {
        Some(Intent::AddNumber {
            number: self.number().ok()?,
            label: self.label().ok()?,
            direct: self.direct.get(),
            entered_as: self.number.get(),
            facts: None,
        })
    }
}

/// The dialog.
#[component]
pub fn AddNumber(
    /// It is closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let inputs = Inputs {
        number: RwSignal::default(),
        label: RwSignal::default(),
        direct: RwSignal::new(false),
    };
    // Errors show once Add was pressed, and go as soon as they are mended.
    let tried = RwSignal::new(false);
    // A refusal is shown for as long as the inputs are those that were refused.
    let refused = RwSignal::new(None::<(Intent, String)>);
    let refusal = move || {
        refused
            .get()
            .filter(|(intent, _)| inputs.intent().as_ref() == Some(intent))
            .map(|(_, text)| text)
    };
    let number_error = Signal::derive(move || tried.get().then(|| inputs.number().err()).flatten());
    let label_error = Signal::derive(move || tried.get().then(|| inputs.label().err()).flatten());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(intent) = inputs.intent() else { return };
        if let Err(error) = session.dispatch(intent.clone()) {
            refused.set(Some((intent, error.to_string())));
        } else {
            toasts.done_with("Number added to the draft", "Undo", move || session.undo());
            on_close.run(());
        }
    };
    view! {
        <Dialog title="Add Number" on_close focus_field=true>
            <form on:submit=submit>
                <DialogBody>
                    <TextField
                        label="Phone number"
                        kind=TextKind::Phone
                        value=inputs.number
                        hint="With its country code, such as +1 415 555 0100"
                        error=number_error
                        autofocus=true
                    />
                    <Checkbox
                        label="Set as the direct number"
                        hint="Leads straight to one agent or one queue"
                        checked=inputs.direct
                        on_change=move |on: bool| inputs.direct.set(on)
                    />
                    <TextField label="Label" value=inputs.label hint="Tells this number from the others" error=label_error />
                    {move || refusal().map(|text| view! { <Banner tone=Tone::Danger urgent=true>{text}</Banner> })}
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true>"Add"</Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}
