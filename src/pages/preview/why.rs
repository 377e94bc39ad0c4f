//! Why not? The changes that would get the text answered, each with what would become of it, one press from the draft.

use domain::number::Owner;
use domain::whynot::{Flip, WhyNot};
use domain::{Scenario, Workspace};
use leptos::html;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, ButtonSize, Icon, IconName, Toasts};
use crate::words;

/// The section; nothing where the draft answers the text.
#[component]
pub(super) fn Why(
    /// The text that is tried.
    scenario: Memo<Option<Scenario>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let found = Memo::new(move |_| scenario.read().as_ref()?.why_not(&session.workspace().read()));
    let title = NodeRef::<html::H2>::new();
    let refusal = RwSignal::new(None::<String>);
    let add = Callback::new(move |(flip,): (Flip,)| match session.dispatch(flip.intent) {
        Ok(_) => {
            refusal.set(None);
            let said = format!("Added to the draft: {}", flip.change);
            toasts.done_with(said, "Undo", move || session.undo());
            // The button is gone with its line.
            if let Some(title) = title.get_untracked() {
                let _ = title.focus();
            }
        }
        Err(error) => refusal.set(Some(words::sentence(&error.to_string()))),
    });
    let lines = move || {
        let found = found.get()?;
        Some(why_view(&session.workspace().read(), found, add))
    };
    let is_asked = Memo::new(move |_| scenario.read().is_some());
    let sentence = move || match &*found.read() {
        None => "The draft answers this text.",
        Some(found) if found.flips.is_empty() => "",
        Some(_) => "Single changes that would help, smallest first. Each was tried on this text.",
    };
    view! {
        <Show when=move || is_asked.get()>
            <section class="section" aria-labelledby="why-not">
                <header>
                    <h2 id="why-not" tabindex="-1" node_ref=title>"Why not?"</h2>
                    <p>{sentence}</p>
                </header>
                {lines}
                {move || refusal.get().map(|text| view! { <p class="error" role="alert">{words::sentence(&text)}</p> })}
            </section>
        </Show>
    }
}

fn why_view(workspace: &Workspace, found: WhyNot, add: Callback<(Flip,)>) -> impl IntoView + use<> {
    let lines = found.flips.into_iter();
    let lines = lines.map(|flip| line(workspace, flip, add)).collect_view();
    let has_lines = !lines.is_empty();
    let beyond = found
        .beyond
        .map(|beyond| view! { <p class="muted">{words::sentence(beyond.sentence())}</p> });
    view! {
        {has_lines.then(|| view! { <div class="card"><ul class="changes">{lines}</ul></div> })}
        {beyond}
    }
}

fn line(workspace: &Workspace, flip: Flip, add: Callback<(Flip,)>) -> impl IntoView + use<> {
    let change = words::capital(&flip.change);
    let mut after = workspace.clone();
    let known = after.apply(&flip.intent).is_ok();
    let last = flip.decision.why.last().filter(|_| known);
    let reason = last
        .map(|step| words::sentence(&step.sentence(&after)))
        .unwrap_or_default();
    let then = format!(
        "Then: {}. {}: {reason}",
        flip.decision.outcome.words(),
        flip.decision.row
    );
    let reply = flip
        .decision
        .reply
        .as_ref()
        .map(|reply| view! { <small class="said">{format!("Reply: {reply}")}</small> });
    let longer = (flip.opens_min > 0).then(|| {
        let longer = format!("+{} a week", words::duration(flip.opens_min));
        view! { <span class="gain">{longer}</span> }
    });
    let reach = match flip.reach {
        1 => "1 number".to_owned(),
        reach => format!("up to {}", words::count(reach, "number", "numbers")),
    };
    let label = format!("Add to draft: {change}");
    view! {
        <li class="flat">
            <Icon name=icon(&flip) />
            <span class="what">
                <b>{change}</b>
                {flip.place.clone().map(|place| view! { <small>{place}</small> })}
                <small>{then}</small>
                {reply}
            </span>
            <span class="delta"><span>{reach}</span>{longer}</span>
            <Button size=ButtonSize::Compact label on_press=move || add.run((flip.clone(),))>"Add to draft"</Button>
        </li>
    }
}

/// What the change is about.
fn icon(flip: &Flip) -> IconName {
    use domain::Intent as I;
    let last = match &flip.intent {
        I::Bulk { changes, .. } => changes.last().unwrap_or(&flip.intent),
        one => one,
    };
    match last {
        I::Assign {
            owner: Owner::Agent(_),
            ..
        }
        | I::SetUserDeflection { .. }
        | I::SetUserActive { .. }
        | I::SetRoles { .. } => IconName::User,
        I::SetTeamDeflection { .. } => IconName::Users,
        I::SetGlobalDeflection { .. } => IconName::Globe,
        I::EditHoliday { .. } => IconName::Calendar,
        I::SetHours { .. } | I::EditHours { .. } | I::SetQueueHours { .. } | I::SetReplyLimit { .. } => {
            IconName::Clock
        }
        I::Assign { .. } | I::SetQueueMembers { .. } | I::SetAfterHour { .. } | I::SetInboundQueue { .. } => {
            IconName::Queue
        }
        _ => IconName::Chat,
    }
}
