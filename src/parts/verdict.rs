//! One answer to "what happens to this text", live or in the draft.

use domain::Workspace;
use domain::message::Segments;
use domain::routing::{Decision, Outcome, Step};
use leptos::prelude::*;

use crate::words;

/// Steps that decide an answer: where the setting comes from, what its hours say, what follows.
const LAST: usize = 3;

/// The answer with its reply and its trace.
#[component]
pub fn Verdict(
    /// Which side it is.
    #[prop(into)]
    title: String,
    /// Whether it is the draft's.
    draft: bool,
    /// What was asked.
    body: String,
    /// The configuration that answered.
    workspace: Workspace,
    /// The answer.
    decision: Decision,
    /// The outcome and its last steps alone, for a panel beside a form.
    #[prop(optional)]
    brief: bool,
    /// What was asked and answered as well, in a brief one.
    #[prop(optional)]
    thread: bool,
) -> impl IntoView {
    let class = if draft { "verdict draft-side" } else { "verdict" };
    let label = title.clone();
    let reply = decision.reply.map(|reply| reply_view(&reply));
    let session = decision
        .session_type
        .map_or("None", domain::routing::SessionType::name);
    let level = decision
        .level
        .map(|level| view! { <dt>"Level"</dt><dd>{level.name(&workspace)}</dd> });
    let rung = (!decision.recipients.is_empty()).then(|| {
        let (all, ringing) = (decision.recipients.len(), decision.ringing.len());
        let meant = words::count(all, "agent", "agents");
        view! { <dt>"Meant for"</dt><dd>{format!("{meant}, {ringing} rung")}</dd> }
    });
    let warnings = decision
        .warnings
        .iter()
        .map(|warning| view! { <p class="hint">{warning.to_string()}</p> })
        .collect_view();
    let trace = decision
        .why
        .iter()
        .skip(if brief {
            decision.why.len().saturating_sub(LAST)
        } else {
            0
        })
        .map(|step| step_view(*step, &workspace))
        .collect_view();
    let thread = (thread || !brief).then(|| {
        view! {
            <div class="thread">
                <p class="bubble sent">{body}</p>
                {reply}
            </div>
        }
    });
    let facts = (!brief).then(|| {
        view! {
            <dl class="pairs">
                <dt>"Session type"</dt>
                <dd>{session}</dd>
                {level}
                {rung}
            </dl>
        }
    });
    view! {
        <section class=class aria-label=label>
            <header>
                <span><b>{title}</b></span>
                <code class="push">{decision.outcome.code()}</code>
            </header>
            <div class="body">
                <p class="outcome"><span class=state_class(decision.outcome)>{decision.outcome.words()}</span></p>
                {thread}
                {facts}
                {warnings}
                <ol class="trace">{trace}</ol>
            </div>
        </section>
    }
}

fn reply_view(reply: &str) -> impl IntoView + use<> {
    let counted = Segments::of(reply);
    let cost = words::count(counted.segments, "segment", "segments");
    let length = words::count(reply.chars().count(), "character", "characters");
    view! {
        <p class="bubble">{reply.to_owned()}</p>
        <span class="at start">{format!("{cost}, {length}")}</span>
    }
}

fn step_view(step: Step, workspace: &Workspace) -> impl IntoView + use<> {
    let source = step
        .source(workspace)
        .map(|source| view! { <span class="source">{source}</span> });
    view! {
        <li>
            <span class="mark" aria-hidden="true"></span>
            <span class="rule">{step.rule}</span>
            <span>{step.sentence(workspace)}{source}</span>
        </li>
    }
}

/// Answered, deflected or nobody: the shape before the word.
pub fn state_class(outcome: Outcome) -> &'static str {
    use Outcome as O;
    match outcome {
        O::OfferedAgent | O::OfferedQueue | O::Continued | O::Resumed | O::QueueStandard => "state",
        O::DroppedUnassigned
        | O::DroppedDirectUnassigned
        | O::WaitingAgentMissing
        | O::WaitingQueueNoAgents => "state nobody",
        _ => "state deflected",
    }
}
