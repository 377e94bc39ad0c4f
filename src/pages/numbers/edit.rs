//! The pencil: label, **Set as a direct number**, the voice side, and what an ordinary number is used for; **Save**
//! asks where the number's role changes, **Proceed** writes (F3, F4, R14). From here a number is removed as well.

use domain::{Intent, PhoneNumber};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::bulk::Question;
use super::ordinary::Ordinary;
use super::trial::Action;
use crate::forms::number::NumberInputs;
use crate::forms::update::{on_draft, write};
use crate::parts::closing::{Closing, DiscardQuestion};
use crate::parts::effect::Effect;
use crate::parts::lock::{SmsLock, sms_off};
use crate::session::Session;
use crate::ui::{
    Button, ButtonKind, Checkbox, Dialog, DialogBody, DialogFoot, IconName, Refused, TextField, Toasts,
    focus_first_error,
};
use crate::words;

/// The dialog: first the form, then, when the number's role changes, what goes along with it.
#[component]
pub fn EditNumber(
    /// The number.
    number: PhoneNumber,
    /// It is closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let inputs = session
        .workspace()
        .with_untracked(|workspace| NumberInputs::new(workspace, number));
    let Some(inputs) = inputs else {
        return ().into_any();
    };
    let printed = session.number(number).get_untracked();
    let printed = printed.map_or_else(String::new, |record| record.printed());
    let title = format!("Edit {printed}");
    let locked = sms_off();
    let tried = RwSignal::new(false);
    let asking = RwSignal::new(false);
    let removing = RwSignal::new(false);
    let refusal = RwSignal::new(None::<String>);
    let proceed = move || {
        let Ok(intents) = untrack(|| inputs.intents()) else {
            return;
        };
        match write(session, format!("edit {number}"), intents) {
            Ok(true) => {
                toasts.done("Saved in the draft");
                on_close.run(());
            }
            Ok(false) => on_close.run(()),
            Err(error) => {
                asking.set(false);
                refusal.set(Some(error.to_string()));
            }
        }
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        refusal.set(None);
        // Enter in a field sends the form as well.
        if locked.get_untracked() {
            return;
        }
        if untrack(|| inputs.intents()).is_err() {
            let form = event_target::<web_sys::Element>(&event);
            // Once the fields have got their errors.
            request_animation_frame(move || {
                focus_first_error(&form);
            });
        } else if untrack(|| inputs.role()).is_some() {
            asking.set(true);
        } else {
            proceed();
        }
    };
    let save = Callback::new(save);
    let changed = Memo::new(move |_| inputs.intents().map_or(true, |intents| !intents.is_empty()));
    let closing = Closing::new(changed.into(), on_close);
    // The confirmation is a question already.
    let leave = move || {
        if asking.get_untracked() {
            on_close.run(());
        } else {
            closing.ask().run(());
        }
    };
    let on_remove = Callback::new(move |()| removing.set(true));
    let form = move || {
        view! { <Form number inputs tried refusal closing on_remove on_close on_save=save /> }.into_any()
    };
    let question = move || {
        let role = inputs.role()?;
        let beside = untrack(|| inputs.intents()).unwrap_or_default();
        let beside = beside.into_iter().filter(|intent| *intent != role).collect();
        Some(confirmation(
            session,
            &role,
            beside,
            on_close,
            Callback::from(proceed),
        ))
    };
    view! {
        <Dialog title on_close=leave focus_field=true>
            {move || if asking.get() { question().into_any() } else { form() }}
        </Dialog>
        {move || removing.get().then(|| {
            let back = move || removing.set(false);
            view! { <Question action=Signal::stored(Some(Action::Remove)) numbers=vec![number] on_done=on_close on_close=back /> }
        })}
    }
    .into_any()
}

/// The fields, and beside them what they do.
#[component]
fn Form(
    number: PhoneNumber,
    inputs: NumberInputs,
    tried: RwSignal<bool>,
    refusal: RwSignal<Option<String>>,
    closing: Closing,
    on_remove: Callback<()>,
    on_close: Callback<()>,
    on_save: Callback<SubmitEvent>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let locked = sms_off();
    let after = on_draft(session, move || inputs.intents().ok());
    let label_error = Signal::derive(move || tried.get().then(|| inputs.label_error()).flatten());
    let ivr_error = Signal::derive(move || inputs.ivr_error());
    view! {
        <form on:submit=move |event| on_save.run(event) novalidate>
            <DialogBody>
                <SmsLock off=locked />
                <TextField label="Label" value=inputs.label error=label_error autofocus=true />
                <Checkbox
                    label="Set as a direct number"
                    checked=inputs.direct
                    on_change=move |on: bool| inputs.direct.set(on)
                />
                <Show when=move || inputs.stays_ordinary()><Ordinary inputs /></Show>
                <TextField
                    label="Also assigned to IVR queue"
                    value=inputs.ivr
                    hint="The voice side, which texts never meet. Empty when no IVR queue has it."
                    error=ivr_error
                />
                <Refused text=refusal />
                <Effect numbers=Signal::stored(vec![number]) after before="Before Save" />
            </DialogBody>
            <DialogFoot>
                <Show
                    when=move || !closing.is_asking().get()
                    fallback=move || view! { <DiscardQuestion closing on_discard=on_close /> }
                >
                    <Button kind=ButtonKind::Danger icon=IconName::Trash disabled=locked on_press=on_remove>
                        "Remove number…"
                    </Button>
                    <span class="grow"></span>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true disabled=locked>"Save"</Button>
                </Show>
            </DialogFoot>
        </form>
    }
}

/// What goes along with the change of the role, what else the form writes, and that nothing is written before
/// **Proceed**.
fn confirmation(
    session: Session,
    intent: &Intent,
    beside: Vec<Intent>,
    on_close: Callback<()>,
    proceed: Callback<()>,
) -> impl IntoView + use<> {
    let preview = session.preview(intent);
    let blocked = preview.is_err();
    let lines = match preview {
        Ok(applied) if applied.cascades.is_empty() => {
            vec!["No link goes. The number is not assigned.".to_owned()]
        }
        Ok(applied) => applied
            .cascades
            .iter()
            .map(|cascade| format!("{cascade}."))
            .collect(),
        Err(refusal) => vec![refusal.to_string()],
    };
    let workspace = session.workspace();
    let beside: Vec<_> = beside
        .iter()
        .map(|intent| words::sentence(&intent.describe(&workspace.read_untracked())))
        .collect();
    let with_it = (!beside.is_empty()).then(|| {
        view! {
            <p>"Written with it:"</p>
            <ul class="list" aria-label="Written with it">
                {beside.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        }
    });
    let question = match intent {
        Intent::MarkDirect { .. } => "Set as a direct number?",
        _ => "Remove the direct mark? Links it had before do not come back.",
    };
    view! {
        <DialogBody>
            <p>{question}</p>
            <ul class="list">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            {with_it}
        </DialogBody>
        <DialogFoot>
            <Button on_press=on_close>"Cancel"</Button>
            <Button kind=ButtonKind::Primary disabled=blocked on_press=proceed>"Proceed"</Button>
        </DialogFoot>
    }
}
