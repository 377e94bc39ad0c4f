//! Why is this text not answered? The single changes after which something better becomes of it, smallest first.
//!
//! The row of the table that decided says where to look. Each candidate is then carried out on a throw-away copy
//! and the same text routed again: what does not help, or would be refused, is not offered.

mod hours;
mod inventory;
mod levels;
mod members;
mod opening;
mod takers;

use crate::impact::Handling;
use crate::intent::Intent;
use crate::routing::{Decision, InboundText, Outcome, Situation, route};
use crate::workspace::Workspace;

/// The most changes that are offered: who sees more does not choose.
pub const MAX_FLIPS: usize = 8;

/// What could be done about a text that is not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyNot {
    /// The changes: first those after which the text is answered, each kind smallest first.
    pub flips: Vec<Flip>,
    /// What no change of the configuration can bring about, where that is the reason.
    pub beyond: Option<Beyond>,
}

/// One change, and what would become of the text after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// What to carry out.
    pub intent: Intent,
    /// What it does, as a sentence without capital and full stop.
    pub change: String,
    /// Where it is set, where the sentence does not say so.
    pub place: Option<String>,
    /// How many numbers it can touch, at most.
    pub reach: usize,
    /// How much longer a week it keeps open, in minutes; 0 for other changes.
    pub opens_min: u32,
    /// The answer after it.
    pub decision: Decision,
}

/// A reason that lies outside the configuration, or is more than one change away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// D7, R77.
    OnlyTheSender,
    /// D6: the words are not ours to invent.
    NoSupportContact,
    /// D16 to D20.
    AgentBusy,
    /// There is no agent and no leaf queue that could answer.
    NobodyToTake,
    /// Only several changes together would help.
    MoreThanOne,
}

impl Beyond {
    /// As a sentence without capital and full stop.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::OnlyTheSender => {
                "only the sender can come off the Do Not Contact list, by texting START, YES or UNSTOP"
            }
            Self::NoSupportContact => {
                "nobody but you knows whom to contact: write the support contact in the SMS settings"
            }
            Self::AgentBusy => {
                "the text waits until the agent is Available again, which is no matter of the configuration"
            }
            Self::NobodyToTake => {
                "nobody can take the number: add an agent, or agents to a leaf queue, first"
            }
            Self::MoreThanOne => "no single change answers this text",
        }
    }
}

/// A change that may help.
struct Candidate {
    intent: Intent,
    change: String,
    place: Option<String>,
    reach: usize,
    opens_min: u32,
}

impl Candidate {
    /// For one number, named by the sentence itself.
    fn one(intent: Intent, change: String) -> Self {
        Self {
            intent,
            change,
            place: None,
            reach: 1,
            opens_min: 0,
        }
    }

    /// How many intents it takes.
    fn steps(&self) -> usize {
        match &self.intent {
            Intent::Bulk { changes, .. } => changes.len(),
            _ => 1,
        }
    }
}

/// The question as it stands.
#[derive(Clone, Copy)]
struct Question<'a> {
    workspace: &'a Workspace,
    text: &'a InboundText<'a>,
    situation: &'a Situation<'a>,
    found: &'a Decision,
}

impl Question<'_> {
    /// The answer after an intent; none where it is refused.
    fn after(&self, intent: &Intent) -> Option<Decision> {
        let mut copy = self.workspace.clone();
        copy.apply(intent).ok()?;
        Some(route(&copy, self.text, self.situation))
    }

    /// Whether the text fares better: it is answered, or goes further down the table, or gets a reply at last.
    fn is_better(&self, then: &Decision) -> bool {
        let (before, after) = (Handling::of(self.found.outcome), Handling::of(then.outcome));
        let is_further = place_of(then.outcome) > place_of(self.found.outcome);
        let speaks = then.outcome == self.found.outcome && self.found.reply.is_none() && then.reply.is_some();
        after < before || (after == before && is_further) || speaks
    }

    fn printed(&self) -> String {
        self.workspace.printed(self.text.to)
    }
}

/// What could be done about a text; none where it is answered, or a command that was carried out.
pub fn why_not(
    workspace: &Workspace,
    text: &InboundText<'_>,
    situation: &Situation<'_>,
    found: &Decision,
) -> Option<WhyNot> {
    let question = Question {
        workspace,
        text,
        situation,
        found,
    };
    let mut beyond = match found.outcome {
        Outcome::OfferedAgent
        | Outcome::OfferedQueue
        | Outcome::QueueStandard
        | Outcome::Continued
        | Outcome::Resumed
        | Outcome::CommandOptOut
        | Outcome::CommandOptIn => return None,
        Outcome::CommandHelp if found.reply.is_some() => return None,
        Outcome::CommandHelp => Some(Beyond::NoSupportContact),
        Outcome::DroppedOptedOut => Some(Beyond::OnlyTheSender),
        Outcome::WaitingAgentMissedChat
        | Outcome::WaitingAgentUnresponsive
        | Outcome::WaitingAgentUnavailable
        | Outcome::WaitingAgentBusy
        | Outcome::WaitingAgentAtCapacity => Some(Beyond::AgentBusy),
        _ => None,
    };
    let mut flips = verified(&question);
    flips.truncate(MAX_FLIPS);
    if flips.is_empty() && beyond.is_none() {
        let is_needed = matches!(
            found.outcome,
            Outcome::DroppedUnassigned | Outcome::DroppedDirectUnassigned | Outcome::WaitingQueueNoAgents
        );
        beyond = Some(if is_needed {
            Beyond::NobodyToTake
        } else {
            Beyond::MoreThanOne
        });
    }
    Some(WhyNot { flips, beyond })
}

/// Those of the candidates that help, in their order.
fn verified(question: &Question<'_>) -> Vec<Flip> {
    let mut found = Vec::new();
    for candidate in candidates(question) {
        let then = question.after(&candidate.intent);
        if let Some(decision) = then.filter(|then| question.is_better(then)) {
            let order = (
                Handling::of(decision.outcome),
                candidate.steps(),
                candidate.reach,
                candidate.opens_min,
            );
            let flip = Flip {
                intent: candidate.intent,
                change: candidate.change,
                place: candidate.place,
                reach: candidate.reach,
                opens_min: candidate.opens_min,
                decision,
            };
            found.push((order, flip));
        }
    }
    // Stable: alike ones stay in the order in which they were thought of.
    found.sort_by_key(|(order, _)| *order);
    let mut flips: Vec<Flip> = Vec::with_capacity(found.len());
    for (_, flip) in found {
        if flips.iter().all(|earlier| earlier.intent != flip.intent) {
            flips.push(flip);
        }
    }
    flips
}

/// Where the row that decided says to look.
fn candidates(question: &Question<'_>) -> Vec<Candidate> {
    match question.found.outcome {
        Outcome::DroppedBlocklisted => vec![inventory::unblock(question)],
        Outcome::DroppedSmsDisabled => vec![inventory::sms_on(question)],
        Outcome::DroppedUnknownNumber => inventory::add(question),
        Outcome::DroppedUnassigned => inventory::lead_somewhere(question),
        Outcome::DroppedDirectUnassigned => takers::give(question, takers::Taken::Free),
        Outcome::DeflectedAfterHours | Outcome::DeflectedHoliday => levels::deflected(question),
        Outcome::QueueAfterHourMessage => hours::queue_closed(question),
        Outcome::WaitingQueueNoAgents => members::of_queue(question),
        Outcome::WaitingAgentMissing => members::agent_missing(question),
        Outcome::WaitingAgentMissedChat
        | Outcome::WaitingAgentUnresponsive
        | Outcome::WaitingAgentUnavailable
        | Outcome::WaitingAgentBusy
        | Outcome::WaitingAgentAtCapacity => takers::give(question, takers::Taken::Owned),
        _ => Vec::new(),
    }
}

/// The outcome's place in the table.
fn place_of(outcome: Outcome) -> Option<usize> {
    Outcome::ALL.iter().position(|other| *other == outcome)
}
