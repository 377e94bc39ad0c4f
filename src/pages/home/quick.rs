//! What is done most often, in one press each; and who answers, at a glance.

use domain::Workspace;
use domain::number::Owner;
use engine::{Answer, Coverages, Of, Question};
use leptos::prelude::*;

use crate::parts::answer::{Told, answer};
use crate::parts::commands::{Ask, Commands};
use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::{Button, Card, IconName, LinkButton, Pair, Pairs, Skeleton};
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
            <div class="body stack tight">
                <Pairs>
                    <Pair term="An agent">{line(|coverage| coverage.agents, (query::OWNER, "agents"))}</Pair>
                    <Pair term="A queue">{line(|coverage| coverage.queues, (query::OWNER, "queues"))}</Pair>
                    <Pair term="Nobody yet">{line(|coverage| coverage.nobody, (query::OWNER, "unassigned"))}</Pair>
                    <Pair term="Not direct">{line(|coverage| coverage.ordinary, (query::TAG, "other"))}</Pair>
                </Pairs>
                <ComingWeek />
            </div>
        </Card>
    }
}

/// How much of the coming week is answered, over all numbers, and the way to when that is.
#[component]
fn ComingWeek() -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.workspace().read_untracked().settings().hours.zone();
    let told = answer(
        session,
        move || Some(Question::Coverage { of: Of::All, zone }),
        |answer| match answer {
            Answer::Coverage(coverage) => Some(shares(&coverage)),
            _ => None,
        },
    );
    let said = move || match told.get() {
        Told::Waiting => view! { <Skeleton lines=1 /> }.into_any(),
        Told::Failed(error) => view! { <p class="muted">{error}</p> }.into_any(),
        Told::Here([answered, deflected, nobody]) => view! {
            <p>
                "Of the coming seven days "
                <b>{format!("{answered} answered")}</b>
                {format!(", {deflected} deflected, {nobody} nobody. ")}
                <a class="link" href=Page::Review.path()>"See when"</a>
            </p>
        }
        .into_any(),
    };
    view! { <div aria-live="polite">{said}</div> }
}

/// The parts of the first seven days in which texts are answered, deflected, and seen by nobody, in percent.
fn shares(coverage: &Coverages) -> [String; 3] {
    let days = coverage.days_after.iter().take(7).map(|day| day.shares);
    let sums = days.fold([0_u64; 3], |[answered, deflected, nobody], day| {
        [
            answered + day.answered_min,
            deflected + day.deflected_min,
            nobody + day.nobody_min,
        ]
    });
    let total = sums.iter().sum::<u64>().max(1);
    sums.map(|minutes| {
        let permille = minutes.saturating_mul(1000) / total;
        format!("{}.{} %", permille / 10, permille % 10)
    })
}
