//! The pencil: label and **Set as a direct number**; **Save** asks, **Proceed** writes (F3, F4, R14).

use domain::number::{Label, LabelError};
use domain::{Intent, PhoneNumber};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::forms::update::on_draft;
use crate::parts::effect::Effect;
use crate::session::Session;
use crate::ui::{
    Banner, Button, ButtonKind, Checkbox, Dialog, DialogBody, DialogFoot, TextField, Toasts, Tone,
};

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
    let Some(record) = session.number(number).get_untracked() else {
        return ().into_any();
    };
    let was_direct = record.is_direct();
    let label = RwSignal::new(record.label.to_string());
    let direct = RwSignal::new(was_direct);
    let tried = RwSignal::new(false);
    let asking = RwSignal::new(false);
    let refusal = RwSignal::new(None::<String>);
    let parsed = move || label.read().parse::<Label>();
    let label_error = Signal::derive(move || {
        tried
            .get()
            .then(|| parsed().err().map(|error: LabelError| error.to_string()))
            .flatten()
    });
    let role = move || match (was_direct, direct.get()) {
        (false, true) => Some(Intent::MarkDirect { number }),
        (true, false) => Some(Intent::UnmarkDirect { number }),
        _ => None,
    };
    let write = move || {
        let Ok(label) = parsed() else { return };
        let relabel = (label != record.label).then_some(Intent::Relabel { number, label });
        for intent in relabel.into_iter().chain(role()) {
            if let Err(error) = session.dispatch(intent) {
                refusal.set(Some(error.to_string()));
                return;
            }
        }
        toasts.done("Saved in the draft");
        on_close.run(());
    };
    let after = on_draft(session, move || Some(role().into_iter().collect()));
    let proceed = Callback::from(write.clone());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if parsed().is_err() {
            return;
        }
        if role().is_some() {
            asking.set(true);
        } else {
            write();
        }
    };
    let save = Callback::new(save);
    let form = move || {
        view! {
            <form on:submit=move |event| save.run(event)>
                <DialogBody>
                    <TextField label="Label" value=label error=label_error autofocus=true />
                    <Checkbox
                        label="Set as a direct number"
                        checked=direct
                        on_change=move |on: bool| direct.set(on)
                    />
                    {move || refusal.get().map(|text| view! { <Banner tone=Tone::Danger urgent=true>{text}</Banner> })}
                    <Effect numbers=Signal::stored(vec![number]) after before="Before Save" />
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true>"Save"</Button>
                </DialogFoot>
            </form>
        }
        .into_any()
    };
    let question = move || role().map(|intent| confirmation(session, &intent, on_close, proceed));
    let title = format!(
        "Edit {}",
        session
            .number(number)
            .get_untracked()
            .map_or_else(String::new, |record| record.printed())
    );
    view! {
        <Dialog title on_close focus_field=true>
            {move || if asking.get() { question().into_any() } else { form() }}
        </Dialog>
    }
    .into_any()
}

/// What goes along with the change, and that nothing is written before **Proceed**.
fn confirmation(
    session: Session,
    intent: &Intent,
    on_close: Callback<()>,
    proceed: Callback<()>,
) -> impl IntoView + use<> {
    let preview = session.preview(intent);
    let blocked = preview.is_err();
    let lines = match preview {
        Ok(applied) if applied.cascades.is_empty() => {
            vec!["Nothing else changes. The number is not assigned.".to_owned()]
        }
        Ok(applied) => applied
            .cascades
            .iter()
            .map(|cascade| format!("{cascade}."))
            .collect(),
        Err(refusal) => vec![refusal.to_string()],
    };
    let question = match intent {
        Intent::MarkDirect { .. } => "Set as a direct number?",
        _ => "Remove the direct mark? Links it had before do not come back.",
    };
    view! {
        <DialogBody>
            <p>{question}</p>
            <ul class="list">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        </DialogBody>
        <DialogFoot>
            <Button on_press=on_close>"Cancel"</Button>
            <Button kind=ButtonKind::Primary disabled=blocked on_press=proceed>"Proceed"</Button>
        </DialogFoot>
    }
}
