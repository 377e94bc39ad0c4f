//! Who else could have the number: queues and agents that would answer this very text.

use std::collections::BTreeSet;

use super::inventory::added;
use super::{Candidate, Question};
use crate::impact::Handling;
use crate::intent::Intent;
use crate::number::Owner;

/// How many queues, and how many agents, are offered.
const EACH: usize = 2;
/// How many of them are tried: beyond that a person chooses better on the number's own page.
const TRIED: usize = 60;

/// What the number is now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// Not in the list.
    Unlisted,
    /// In the list, and not direct.
    Ordinary,
    /// Direct, and nobody's.
    Free,
    /// Somebody's.
    Owned,
}

/// The number given to others who would answer the text; where nobody would, to those who would at least reply.
pub(super) fn give(question: &Question<'_>, taken: Taken) -> Vec<Candidate> {
    let helping = |owner: Owner, most: Handling| {
        let candidate = handed_to(question, taken, owner)?;
        let then = question.after(&candidate.intent)?;
        // A queue where nobody rings is no better than an agent who is away.
        let is_heard = then.reply.is_some() || !then.ringing.is_empty();
        (Handling::of(then.outcome) <= most && is_heard).then_some(candidate)
    };
    let found = |most: Handling| -> Vec<Candidate> {
        let queues = queues(question).take(TRIED);
        let queues = queues.filter_map(|owner| helping(owner, most)).take(EACH);
        let agents = agents(question).take(TRIED);
        let agents = agents.filter_map(|owner| helping(owner, most)).take(EACH);
        queues.chain(agents).collect()
    };
    let answering = found(Handling::Answered);
    if answering.is_empty() {
        found(Handling::Deflected)
    } else {
        answering
    }
}

fn handed_to(question: &Question<'_>, taken: Taken, owner: Owner) -> Option<Candidate> {
    let number = question.text.to;
    let printed = question.printed();
    let name = question.workspace.owner_name(owner);
    let assign = Intent::Assign {
        number,
        owner,
        slot: None,
    };
    let (first, sentence) = match taken {
        Taken::Free => return Some(Candidate::one(assign, format!("assign {printed} to {name}"))),
        Taken::Unlisted => (added(number)?, format!("add {printed} and assign it to {name}")),
        Taken::Ordinary => (
            Intent::MarkDirect { number },
            format!("set {printed} as a direct number and assign it to {name}"),
        ),
        Taken::Owned => (
            Intent::Unassign { number },
            format!("give {printed} to {name} instead"),
        ),
    };
    let intent = Intent::Bulk {
        title: sentence.clone(),
        changes: vec![first, assign].into(),
    };
    Some(Candidate::one(intent, sentence))
}

/// Leaf queues other than the number's own: first those its agent works in, then all, oldest first.
pub(super) fn queues<'a>(question: &'a Question<'_>) -> impl Iterator<Item = Owner> + 'a {
    let workspace = question.workspace;
    let near = match question.found.owner {
        Some(Owner::Agent(agent)) => workspace.queues_of_agent(agent).collect(),
        _ => Vec::new(),
    };
    let leaves = near.into_iter().chain(workspace.queues());
    let leaves = leaves.filter(|queue| workspace.is_leaf(queue.id));
    others(question, leaves.map(|queue| Owner::Queue(queue.id)))
}

/// Active agents other than the number's own: first the other members of its agent's teams, then all, oldest first.
pub(super) fn agents<'a>(question: &'a Question<'_>) -> impl Iterator<Item = Owner> + 'a {
    let workspace = question.workspace;
    let own = match question.found.owner {
        Some(Owner::Agent(agent)) => workspace.user(agent),
        _ => None,
    };
    let teams = own.into_iter().flat_map(|user| user.teams.iter());
    let mates = teams.flat_map(|&team| workspace.members(team));
    let users = mates.chain(workspace.users());
    let agents = users.filter(|user| user.active && user.is_agent());
    others(question, agents.map(|user| Owner::Agent(user.id)))
}

/// Without the present owner, and each once.
fn others<'a>(
    question: &'a Question<'_>,
    owners: impl Iterator<Item = Owner> + 'a,
) -> impl Iterator<Item = Owner> + 'a {
    let mut met = BTreeSet::from_iter(question.found.owner);
    owners.filter(move |owner| met.insert(*owner))
}
