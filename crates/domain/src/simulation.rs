//! Texts, agents and chats played through the rules one by one: what a day would be like.
//!
//! Time is an argument of every step, and nothing happens by itself: an offer rings until somebody picks it up or
//! [`Simulation::miss`] says that its [`RING_SECONDS`](crate::presence::RING_SECONDS) are over.

mod session;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::do_not_contact::DoNotContact;
use crate::ids::UserId;
use crate::number::Owner;
use crate::presence::{Capacity, Choice, Offer, OfferEnd, Presence};
use crate::report::TextRow;
use crate::routing::{
    AgentState, Decision, InboundText, Outcome, ReplyLog, Roster, SessionState, Situation, recipients, route,
};
use crate::workspace::Workspace;

pub use session::{Pair, Session, Stage, Turn};

/// A configuration with people at work. Agents begin signed out.
#[derive(Clone, Debug)]
pub struct Simulation {
    workspace: Workspace,
    capacity: Capacity,
    agents: BTreeMap<UserId, Presence>,
    sessions: BTreeMap<Pair, Session>,
    unwanted: DoNotContact,
    replies: ReplyLog,
    rows: Vec<TextRow>,
}

impl Simulation {
    /// Nobody signed in, no chats; users without a concurrency of their own have that of `capacity`.
    pub fn new(workspace: Workspace, capacity: Capacity) -> Self {
        Self {
            workspace,
            capacity,
            agents: BTreeMap::new(),
            sessions: BTreeMap::new(),
            unwanted: DoNotContact::default(),
            replies: ReplyLog::default(),
            rows: Vec::new(),
        }
    }

    /// Another configuration from now on; chats that are running go on as they began (A40).
    pub fn reconfigure(&mut self, workspace: Workspace) {
        self.workspace = workspace;
    }

    /// What an agent is doing.
    pub fn presence(&self, agent: UserId) -> Presence {
        self.agents.get(&agent).copied().unwrap_or_default()
    }

    /// The chat between two numbers, unless it is over.
    pub fn session(&self, pair: Pair) -> Option<&Session> {
        self.sessions.get(&pair)
    }

    /// Who has opted out.
    pub fn unwanted(&self) -> &DoNotContact {
        &self.unwanted
    }

    /// The report so far, a row a text.
    pub fn rows(&self) -> &[TextRow] {
        &self.rows
    }

    /// A text arrives: it is routed, and what follows from the decision is carried out.
    pub fn receive(&mut self, text: &InboundText<'_>) -> Decision {
        let pair = Pair {
            number: text.to,
            sender: text.from,
        };
        let running = self.sessions.get(&pair);
        let roster = self.roster(text.to);
        let situation = Situation {
            opted_out: self.unwanted.contains(text.from),
            session: match running.map(|session| &session.stage) {
                None => SessionState::None,
                Some(Stage::Dismissed) => SessionState::Dismissed,
                Some(_) => SessionState::Open,
            },
            deflected_at: self.replies.last(text.to, text.from),
            agent: AgentState::Unavailable,
            roster: Some(&roster),
        };
        let decision = route(&self.workspace, text, &situation);
        let joins = matches!(decision.outcome, Outcome::Continued | Outcome::Resumed);
        let kind = running.filter(|_| joins).map(|session| session.kind);
        self.rows.push(TextRow::new(text, &decision, kind));
        if let Some(listing) = decision.listing {
            self.unwanted.step(text.from, listing);
        }
        self.carry_out(pair, text.at, &decision);
        decision
    }

    fn carry_out(&mut self, pair: Pair, at: DateTime<Utc>, decision: &Decision) {
        match decision.outcome {
            Outcome::CommandOptOut => self.close(pair),
            Outcome::DeflectedAfterHours | Outcome::DeflectedHoliday => {
                if decision.reply.is_some() {
                    self.replies.sent(pair.number, pair.sender, at);
                }
            }
            Outcome::Continued | Outcome::Resumed => {
                if let Some(session) = self.sessions.get_mut(&pair) {
                    session.written_at = at;
                    if decision.outcome == Outcome::Resumed {
                        session.stage = Stage::Waiting;
                        self.offer(pair);
                    }
                }
            }
            _ => {
                let (Some(kind), Some(owner)) = (decision.session_type, decision.owner) else {
                    return;
                };
                let session = Session {
                    kind,
                    owner,
                    stage: offered_to(decision.ringing.iter().copied().collect()),
                    started_at: at,
                    written_at: at,
                    answered: false,
                };
                self.sessions.insert(pair, session);
            }
        }
    }

    /// An agent or an admin sets a status; whoever is Available again gets what waits (S170).
    pub fn choose(&mut self, agent: UserId, choice: Choice) {
        self.agents.entry(agent).or_default().choose(choice);
        self.offer_waiting();
    }

    /// A rung agent picks up; the others stop ringing (S172). None when this agent is not rung.
    pub fn pick_up(&mut self, agent: UserId, pair: Pair) -> Option<OfferEnd> {
        let session = self.sessions.get_mut(&pair)?;
        let Stage::Offered { to } = &session.stage else {
            return None;
        };
        if !to.contains(&agent) {
            return None;
        }
        session.stage = Stage::Active { agent };
        Some(self.agents.entry(agent).or_default().answer())
    }

    /// Nobody picked up in time: everyone still rung has missed it, and it is offered again.
    pub fn miss(&mut self, pair: Pair) -> Vec<(UserId, OfferEnd)> {
        let Some(session) = self.sessions.get_mut(&pair) else {
            return Vec::new();
        };
        let Stage::Offered { to } = &session.stage else {
            return Vec::new();
        };
        let (to, offer) = (to.clone(), kind_of_offer(session.owner));
        session.stage = Stage::Waiting;
        let thresholds = self.workspace.settings().thresholds;
        let mut missed_by = |agent| self.agents.entry(agent).or_default().miss(offer, thresholds);
        let ends = to.into_iter().map(|agent| (agent, missed_by(agent))).collect();
        self.offer(pair);
        ends
    }

    /// The adapter of a rung agent did not acknowledge the offer; once nobody rings it is offered again. None when
    /// this agent is not rung.
    pub fn skip(&mut self, agent: UserId, pair: Pair) -> Option<OfferEnd> {
        let session = self.sessions.get_mut(&pair)?;
        let Stage::Offered { to } = &mut session.stage else {
            return None;
        };
        if !to.remove(&agent) {
            return None;
        }
        let silent = to.is_empty();
        let thresholds = self.workspace.settings().thresholds;
        let end = self.agents.entry(agent).or_default().skip(thresholds);
        if silent {
            session.stage = Stage::Waiting;
            self.offer(pair);
        }
        Some(end)
    }

    /// The agent writes in a chat.
    pub fn write(&mut self, pair: Pair, at: DateTime<Utc>) {
        if let Some(session) = self.sessions.get_mut(&pair)
            && let Stage::Active { .. } = session.stage
        {
            session.written_at = at;
            session.answered = true;
        }
    }

    /// A chat is over; its agent has room again.
    pub fn close(&mut self, pair: Pair) {
        if let Some(session) = self.sessions.remove(&pair) {
            self.let_go(&session);
            self.offer_waiting();
        }
    }

    /// Time goes by until then: chats expire, time out, or are set aside.
    pub fn pass(&mut self, now: DateTime<Utc>) -> Vec<(Pair, Turn)> {
        let due = |(&pair, session): (&Pair, &Session)| Some((pair, session.turn_by(&self.workspace, now)?));
        let turns: Vec<_> = self.sessions.iter().filter_map(due).collect();
        for &(pair, turn) in &turns {
            match turn {
                Turn::Expired | Turn::TimedOut => self.close(pair),
                Turn::Dismissed => {
                    if let Some(session) = self.sessions.get_mut(&pair) {
                        let before = session.clone();
                        session.stage = Stage::Dismissed;
                        self.let_go(&before);
                    }
                }
            }
        }
        self.offer_waiting();
        turns
    }

    fn let_go(&mut self, session: &Session) {
        if let Stage::Active { agent } = session.stage {
            self.agents.entry(agent).or_default().end_chat();
        }
    }

    /// Offers what waits, oldest first.
    fn offer_waiting(&mut self) {
        let waits = |(&pair, session): (&Pair, &Session)| {
            (session.stage == Stage::Waiting).then_some((session.started_at, pair))
        };
        let mut waiting: Vec<_> = self.sessions.iter().filter_map(waits).collect();
        waiting.sort_unstable();
        for (_, pair) in waiting {
            self.offer(pair);
        }
    }

    /// Rings everyone eligible, if there is anyone.
    fn offer(&mut self, pair: Pair) {
        let Some(session) = self.sessions.get(&pair) else {
            return;
        };
        let meant_for = recipients(&self.workspace, session.owner);
        let eligible = |agent: &UserId| self.state(*agent) == AgentState::Available;
        let stage = offered_to(meant_for.into_iter().filter(eligible).collect());
        if let Some(session) = self.sessions.get_mut(&pair) {
            session.stage = stage;
        }
    }

    /// What everyone is doing whom a text to the number might reach.
    fn roster(&self, number: crate::PhoneNumber) -> Roster {
        let owner = self.workspace.number(number).and_then(|number| number.owner());
        let reached = owner.map_or_else(Vec::new, |owner| recipients(&self.workspace, owner));
        reached
            .into_iter()
            .map(|agent| (agent, self.state(agent)))
            .collect()
    }

    fn state(&self, agent: UserId) -> AgentState {
        let own = self.workspace.user(agent).and_then(|user| user.chat_concurrency);
        let chats = own.map_or(self.capacity.chats, std::num::NonZeroU16::get);
        self.presence(agent).state(Capacity {
            chats,
            ..self.capacity
        })
    }
}

fn offered_to(to: BTreeSet<UserId>) -> Stage {
    if to.is_empty() {
        Stage::Waiting
    } else {
        Stage::Offered { to }
    }
}

/// A queue's chats ring everyone at once, an agent's ring the agent alone (R83).
fn kind_of_offer(owner: Owner) -> Offer {
    match owner {
        Owner::Agent(_) => Offer::Single,
        Owner::Queue(_) => Offer::Multicast,
    }
}
