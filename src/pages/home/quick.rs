//! What is done most often, in one press each; and who answers, at a glance.

use domain::Workspace;
use domain::number::Owner;
use leptos::prelude::*;

use crate::parts::commands::{Ask, Commands};
use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::{Button, Card, IconName, LinkButton, Pair, Pairs};
use crate::words;

/// The quick actions.
#[component]
pub(super) fn QuickActions() -> impl IntoView {
    let commands = expect_context::<Commands>();
    let add = |how: &'static str| Page::Numbers.with(&[(query::ADD, how)]);
    view! {
        <Card title="Quick actions">
            <div class="body row wrap">
                <Button icon=IconName::User on_press=move || commands.ask(Ask::Number)>"Assign a number"</Button>
                <LinkButton href=add("one") icon=IconName::Plus>"Add number"</LinkButton>
                <LinkButton href=add("many") icon=IconName::Plus>"Add many numbers"</LinkButton>
                <Button icon=IconName::Search on_press=move || commands.ask(Ask::Jump)>"Jump to…"</Button>
            </div>
        </Card>
    }
}

/// Whom the direct numbers lead to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Coverage {
    agents: usize,
    queues: usize,
    nobody: usize,
    ordinary: usize,
}

impl Coverage {
    fn of(workspace: &Workspace) -> Self {
        let mut coverage = Self::default();
        for number in workspace.numbers() {
            let count = match number.owner() {
                Some(Owner::Agent(_)) => &mut coverage.agents,
                Some(Owner::Queue(_)) => &mut coverage.queues,
                None if number.is_direct() => &mut coverage.nobody,
                None => &mut coverage.ordinary,
            };
            *count += 1;
        }
        coverage
    }
}

/// How many numbers lead to whom, each a link to those numbers.
#[component]
pub(super) fn CoverageCard() -> impl IntoView {
    let session = expect_context::<Session>();
    let coverage = Memo::new(move |_| Coverage::of(&session.workspace().read()));
    let line = move |count: fn(Coverage) -> usize, filter: (&'static str, &'static str)| {
        let href = Page::Numbers.with(&[filter]);
        view! { <a class="link" href=href>{move || words::digits(count(coverage.get()))}</a> }
    };
    view! {
        <Card title="Who answers" aside="In the open draft">
            <div class="body">
                <Pairs>
                    <Pair term="An agent">{line(|coverage| coverage.agents, (query::OWNER, "agents"))}</Pair>
                    <Pair term="A queue">{line(|coverage| coverage.queues, (query::OWNER, "queues"))}</Pair>
                    <Pair term="Nobody yet">{line(|coverage| coverage.nobody, (query::OWNER, "unassigned"))}</Pair>
                    <Pair term="Not direct">{line(|coverage| coverage.ordinary, (query::TAG, "other"))}</Pair>
                </Pairs>
            </div>
        </Card>
    }
}
