//! **+ Add Number** (F2).

use domain::number::Label;
use domain::{Intent, PhoneNumber};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::forms::update::on_draft;
use crate::parts::effect::Effect;
use crate::parts::phone_facts::PhoneFacts;
use crate::session::Session;
use crate::ui::{
    Banner, Button, ButtonKind, Checkbox, Dialog, DialogBody, DialogFoot, TextField, TextKind, Toasts, Tone,
    focus_first_error,
};

/// What is typed, as it stands.
#[derive(Clone, Copy)]
struct Inputs {
    number: RwSignal<String>,
    label: RwSignal<String>,
    direct: RwSignal<bool>,
}

/// The number's and the label's text, and whether it is direct.
type Typed = (String, String, bool);

impl Inputs {
    fn typed(self) -> Typed {
        (self.number.get(), self.label.get(), self.direct.get())
    }

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

    /// With what is known of the number by now: adding waits for nothing.
    fn intent(self, session: Session) -> Option<Intent> {
        let number = self.number().ok()?;
        Some(Intent::AddNumber {
            number,
            label: self.label().ok()?,
            direct: self.direct.get(),
            entered_as: self.number.get(),
            facts: session.facts(number),
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
    let refused = RwSignal::new(None::<(Typed, String)>);
    let refusal = move || {
        refused
            .get()
            .filter(|(typed, _)| inputs.typed() == *typed)
            .map(|(_, text)| text)
    };
    let number = Signal::derive(move || inputs.number().ok());
    // What is known of the number takes its place.
    let number_hint = Signal::derive(move || {
        number
            .get()
            .is_none()
            .then(|| "With its country code, such as +1 415 555 0100".to_owned())
    });
    let number_error = Signal::derive(move || tried.get().then(|| inputs.number().err()).flatten());
    let label_error = Signal::derive(move || tried.get().then(|| inputs.label().err()).flatten());
    let numbers = Memo::new(move |_| number.get().into_iter().collect::<Vec<_>>());
    let after = on_draft(session, move || Some(vec![inputs.intent(session)?]));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(intent) = inputs.intent(session) else {
            show_first_error(&event);
            return;
        };
        if let Err(error) = session.dispatch(intent) {
            refused.set(Some((inputs.typed(), error.to_string())));
        } else {
            toasts.done_with("Number added to the draft", "Undo", move || session.undo());
            on_close.run(());
        }
    };
    view! {
        <Dialog title="Add Number" on_close focus_field=true>
            <form on:submit=submit>
                <DialogBody>
                    <div>
                        <TextField
                            label="Phone number"
                            kind=TextKind::Phone
                            value=inputs.number
                            hint=number_hint
                            error=number_error
                            autofocus=true
                        />
                        <PhoneFacts number />
                    </div>
                    <Checkbox
                        label="Set as the direct number"
                        hint="Leads straight to one agent or one queue"
                        checked=inputs.direct
                        on_change=move |on: bool| inputs.direct.set(on)
                    />
                    <TextField label="Label" value=inputs.label hint="Tells this number from the others" error=label_error />
                    {move || refusal().map(|text| view! { <Banner tone=Tone::Danger urgent=true>{text}</Banner> })}
                    <Show when=move || after.read().is_some()>
                        <Effect numbers after before="Before adding" />
                    </Show>
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true>"Add"</Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}

/// The focus on the first field that is to be mended, once its error is there.
fn show_first_error(event: &SubmitEvent) {
    let form = event.target().and_then(|form| form.dyn_into().ok());
    if let Some(form) = form {
        request_animation_frame(move || {
            focus_first_error(&form);
        });
    }
}
