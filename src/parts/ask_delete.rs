//! Asks before something is deleted, and lists what goes along.

use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use crate::parts::effect::Effect;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, Toasts};
use crate::words;

/// Lines shown before the rest is counted.
const SHOWN: usize = 50;

/// The question.
#[component]
pub fn AskDelete(
    /// What is deleted: `queue Billing`.
    #[prop(into)]
    what: String,
    /// What is done.
    intent: Intent,
    /// What is said when nothing goes along.
    alone: &'static str,
    /// What is said above what goes along.
    with_others: &'static str,
    /// The numbers whose texts it may change.
    #[prop(into)]
    numbers: Vec<PhoneNumber>,
    /// It is done, or not to be.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let preview = session.preview(&intent);
    let blocked = preview.is_err();
    let lines: Vec<String> = match preview {
        Ok(applied) => applied.cascades.iter().map(ToString::to_string).collect(),
        Err(refusal) => vec![refusal.to_string()],
    };
    let text = if lines.is_empty() { alone } else { with_others };
    let list = what_goes(&lines);
    let title = format!("Delete {what}?");
    let effect = before_it_is_done(session, &intent, numbers, "Before Delete");
    let delete = move || match session.dispatch(intent.clone()) {
        Ok(_) => {
            toasts.done(
                words::sentence(&format!("{what} deleted"))
                    .trim_end_matches('.')
                    .to_owned(),
            );
            on_close.run(());
        }
        Err(refusal) => toasts.failed(refusal.to_string()),
    };
    view! {
        <Dialog title on_close>
            <DialogBody><p>{text}</p>{list}{effect}</DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind=ButtonKind::DangerPrimary disabled=blocked on_press=delete>"Delete"</Button>
            </DialogFoot>
        </Dialog>
    }
}

/// What a change that is only asked about would do to texts; nothing where no number is concerned.
pub fn before_it_is_done(
    session: Session,
    intent: &Intent,
    numbers: Vec<PhoneNumber>,
    before: &'static str,
) -> impl IntoView + use<> {
    let mut after: Workspace = session.workspace().get_untracked();
    let fits = after.apply(intent).is_ok();
    (fits && !numbers.is_empty()).then(|| {
        view! { <Effect numbers=Signal::stored(numbers) after=Signal::stored(Some(after)) before /> }
    })
}

/// The list of what goes along, a sentence a line.
pub fn what_goes(lines: &[String]) -> impl IntoView + use<> {
    let rest = lines.len().saturating_sub(SHOWN);
    (!lines.is_empty()).then(|| {
        let items = lines
            .iter()
            .take(SHOWN)
            .map(|line| view! { <li>{words::sentence(line)}</li> });
        let more =
            (rest > 0).then(|| view! { <p class="hint">{format!("and {} more", words::digits(rest))}</p> });
        view! { <ul class="list" aria-label="What goes along">{items.collect_view()}</ul> {more} }
    })
}
