//! Review & publish: what the draft changes over the coming year, what is to be looked at, and the one button that
//! makes it live.

mod asked;
mod changes;
mod clocks;
mod clusters;
mod conflicts;
mod group;
mod groups;
mod pins;
mod plan;
mod publish;
mod ranges;
mod touched;

use engine::Of;
use leptos::prelude::*;

use crate::parts::coverage::CoverageOf;
use crate::parts::findings::Findings;
use crate::parts::levels::Levels;
use crate::parts::page_head::PageHead;
use crate::session::{Effect, Session};
use crate::ui::{EmptyState, IconName, Section, TextField};
use crate::words;
use changes::Changes;
use clocks::Rehearsal;
use conflicts::{AnswerBar, Conflicts, Meeting, ParkedChanges};
use groups::Groups;
use pins::Pins;
use plan::Plan;
use publish::PublishBar;

/// The page.
#[component]
pub fn Review() -> impl IntoView {
    let session = expect_context::<Session>();
    session.want_effect();
    let draft = session.draft();
    let changes = move || draft.read().intents().len();
    let text = move || {
        format!(
            "{} on revision {}.",
            words::count(changes(), "change", "changes"),
            session.head().read().revision
        )
    };
    let is_filled = Memo::new(move |_| changes() > 0);
    // After a failure or a stop nobody answers what these ask.
    let is_hopeful =
        Memo::new(move |_| !matches!(&*session.effect().read(), Effect::Failed(_) | Effect::Stopped));
    let note = RwSignal::new(String::new());
    let author = RwSignal::new(session.author().get_untracked());
    let meeting = Meeting::new(session);
    let is_settled = Memo::new(move |_| meeting.is_settled());
    view! {
        <PageHead title="Review & publish" text=Signal::derive(text) />
        <div class="page stack loose">
            <Show
                when=move || is_filled.get()
                fallback=|| view! {
                    <EmptyState icon=IconName::Draft title="The draft changes nothing yet" text="What you add, assign or save anywhere appears here before it is live." />
                }
            >
                <Conflicts meeting />
                <Plan />
                <div class="split">
                    <Show when=move || is_hopeful.get()>
                        <div class="stack loose">
                            <Groups />
                            <AllCoverage />
                            <Levels />
                            <Rehearsal />
                        </div>
                    </Show>
                    <div class="stack loose">
                        <Changes />
                        <Pins />
                        <Show when=move || is_hopeful.get()>
                            <Section title="Findings">
                                <Findings none="Nothing to look at." />
                            </Section>
                        </Show>
                        <TextField label="Note" value=note hint="Why, for the history" />
                        <TextField label="Your name" value=author hint="Who, for the history; kept in this browser" />
                    </div>
                </div>
            </Show>
            <ParkedChanges />
        </div>
        <Show when=move || is_filled.get()>
            <Show when=move || is_settled.get() fallback=move || view! { <AnswerBar meeting /> }>
                <PublishBar note author meeting />
            </Show>
        </Show>
    }
}

/// The coverage of all numbers that change, where any does.
#[component]
fn AllCoverage() -> impl IntoView {
    let session = expect_context::<Session>();
    let effect = session.effect();
    let numbers = Memo::new(move |last: Option<&usize>| {
        let known = effect.read().known().map(|summary| summary.numbers);
        known.or(last.copied()).unwrap_or_default()
    });
    let zone = session.workspace().read_untracked().settings().hours.zone();
    let text = move || {
        let numbers = words::count(numbers.get(), "number that changes", "numbers that change");
        format!("{numbers}, {} time", zone.city())
    };
    view! {
        <Show when=move || { numbers.get() > 0 }>
            <Section title="Coverage" text=Signal::derive(text)>
                <div class="card"><div class="body stack"><CoverageOf of=Of::Changed zone /></div></div>
            </Section>
        </Show>
    }
}
