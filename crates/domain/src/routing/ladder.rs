//! The rungs of the table, from the top down: the first that holds decides.

use super::{AgentState, Decision, InboundText, Outcome, SessionState, SessionType, Situation, Step};
use crate::deflection::{Level, Reply, effective};
use crate::ids::UserId;
use crate::number::{NumberRole, Owner};
use crate::people::User;
use crate::queue::SmsQueue;
use crate::schedule::State;
use crate::workspace::Workspace;

const OPT_OUT: [&str; 6] = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];
const OPT_IN: [&str; 3] = ["START", "YES", "UNSTOP"];
const HELP: [&str; 2] = ["HELP", "INFO"];

/// A text on its way down the table.
pub(super) struct Ladder<'a> {
    workspace: &'a Workspace,
    text: &'a InboundText<'a>,
    situation: Situation,
    why: Vec<Step>,
}

impl<'a> Ladder<'a> {
    pub(super) fn new(workspace: &'a Workspace, text: &'a InboundText<'a>, situation: Situation) -> Self {
        Self {
            workspace,
            text,
            situation,
            why: Vec::new(),
        }
    }

    /// D1 to D12, then by owner.
    pub(super) fn decide(mut self) -> Decision {
        use Outcome as O;
        if self.workspace.is_blocked(self.text.from) {
            return self.end(O::DroppedBlocklisted, "the sender is on the blocklist");
        }
        if !self.workspace.settings().sms_chat {
            return self.end(O::DroppedSmsDisabled, "Use SMS Chat is off");
        }
        let Some(number) = self.workspace.number(self.text.to) else {
            return self.end(O::DroppedUnknownNumber, "the receiving number is not in the list");
        };
        if self.says(&OPT_OUT) {
            return self.end(O::CommandOptOut, "the whole text is an opt-out word");
        }
        if self.situation.opted_out && self.says(&OPT_IN) {
            return self.end(
                O::CommandOptIn,
                "the sender takes themselves off the Do Not Contact list",
            );
        }
        if self.says(&HELP) {
            return self.end(O::CommandHelp, "the whole text asks for help");
        }
        if self.situation.opted_out {
            return self.end(O::DroppedOptedOut, "the sender is on the Do Not Contact list");
        }
        self.note("D1–D7", "sender not blocked, SMS on, no command word", None);
        match self.situation.session {
            SessionState::Open => return self.end(O::Continued, "a session between the two numbers is open"),
            SessionState::Dismissed => return self.end(O::Resumed, "a dismissed session is taken up again"),
            SessionState::None => self.note("D8–D9", "no session between the two numbers", None),
        }
        match number.role {
            NumberRole::Normal {
                inbound: Some(queue), ..
            } => {
                let owner = self.workspace.owner_name(Owner::Queue(queue));
                self.note("D10", "not a direct number", Some(owner));
                let mut decision = self.end(O::QueueStandard, "goes the way of its queue");
                decision.session_type = Some(SessionType::Inbound);
                decision
            }
            NumberRole::Normal { .. } => self.end(O::DroppedUnassigned, "not direct, and in no queue"),
            NumberRole::Direct { owner: None } => {
                self.end(O::DroppedDirectUnassigned, "direct, assigned to nobody")
            }
            NumberRole::Direct { owner: Some(owner) } => {
                let name = self.workspace.owner_name(owner);
                self.note("D12", format!("direct, assigned to {name}"), None);
                let mut decision = match owner {
                    Owner::Agent(id) => self.by_agent(id),
                    Owner::Queue(id) => self.by_queue(id),
                };
                decision.session_type = Some(SessionType::InboundDirect);
                decision
            }
        }
    }

    /// D13 to D21.
    fn by_agent(mut self, id: UserId) -> Decision {
        let applies = effective(self.workspace, id);
        let source = level_name(self.workspace, &applies.level);
        let rule = if applies.level == Level::Global {
            "R50"
        } else {
            "R54"
        };
        let switch = match (applies.setting, applies.reply()) {
            (None, _) => "no deflection was ever set",
            (_, None) => "deflection is off",
            (_, Some(_)) => "deflection is on",
        };
        self.note(rule, switch, Some(source));
        if let Some(reply) = applies.reply() {
            match self.deflect(reply, applies.level, ("D13", "D14")) {
                Ok(decision) => return decision,
                Err(ladder) => self = ladder,
            }
        }
        let user = self.workspace.user(id);
        if !user.is_some_and(|user| user.active && user.is_agent()) {
            return self.end(
                Outcome::WaitingAgentMissing,
                "the agent is inactive, or no longer an agent",
            );
        }
        let (outcome, why) = match self.situation.agent {
            AgentState::MissedChat => (Outcome::WaitingAgentMissedChat, "the agent is in Missed Chat"),
            AgentState::Unresponsive => (Outcome::WaitingAgentUnresponsive, "the agent is Unresponsive"),
            AgentState::Unavailable => (Outcome::WaitingAgentUnavailable, "the agent is not available"),
            AgentState::OnCall => (Outcome::WaitingAgentBusy, "the agent is on a call"),
            AgentState::AtCapacity => (
                Outcome::WaitingAgentAtCapacity,
                "the agent has as many chats as allowed",
            ),
            AgentState::Available => (Outcome::OfferedAgent, "offered to this agent only"),
        };
        self.end(outcome, why)
    }

    /// D23 to D26: the queue's own message first, then the global setting (A23).
    fn by_queue(mut self, id: crate::ids::QueueId) -> Decision {
        let workspace = self.workspace;
        let Some(queue) = workspace.queue(id) else {
            return self.end(Outcome::WaitingQueueNoAgents, "the queue no longer exists");
        };
        let hours = queue.hours.as_ref().unwrap_or(&workspace.settings().hours);
        let open = hours.is_open(workspace.holidays(), self.text.at);
        self.note(
            "D23",
            if open {
                "the queue is open"
            } else {
                "the queue is closed"
            },
            Some(queue.name.clone()),
        );
        if let Some(message) = queue.after_hour_message.as_ref().filter(|_| !open) {
            let mut decision = self.end(
                Outcome::QueueAfterHourMessage,
                "send the queue's message, the chat stays queued",
            );
            decision.reply = Some(message.as_str().to_owned());
            return decision;
        }
        let global = workspace.global_deflection().and_then(|setting| setting.reply());
        if let Some(reply) = global.filter(|_| queue.after_hour_message.is_none()) {
            match self.deflect(reply, Level::Global, ("D24", "D24")) {
                Ok(decision) => return decision,
                Err(ladder) => self = ladder,
            }
        }
        let (outcome, why) = self.recipients(queue);
        self.end(outcome, why)
    }

    fn recipients(&self, queue: &SmsQueue) -> (Outcome, String) {
        match self
            .workspace
            .agents_of(queue)
            .into_iter()
            .filter(|user| user.active)
            .count()
        {
            0 => (
                Outcome::WaitingQueueNoAgents,
                "nobody is reached through its agents and teams".to_owned(),
            ),
            1 => (
                Outcome::OfferedQueue,
                "offered to the 1 agent of the queue".to_owned(),
            ),
            many => (
                Outcome::OfferedQueue,
                format!("offered to all {many} agents of the queue"),
            ),
        }
    }

    /// The reply when its hours say closed, by the row for closed hours or the one for holidays; otherwise the
    /// ladder goes on.
    fn deflect(
        mut self,
        reply: &Reply,
        level: Level,
        rows: (&'static str, &'static str),
    ) -> Result<Decision, Self> {
        let holidays = self.workspace.holidays();
        let source = Some(level_name(self.workspace, &level));
        let local = reply
            .schedule
            .zone()
            .to_local(self.text.at)
            .format("%a %-d %b %Y, %H:%M");
        let at = format!("{local} {}", reply.schedule.zone().city());
        let (outcome, row, text) = match reply.schedule.state_at(holidays, self.text.at) {
            State::Open => {
                self.note("R69", format!("{at} is inside the hours"), source);
                return Err(self);
            }
            State::OutsideHours => {
                self.note("R69", format!("{at} is outside the hours"), source);
                (Outcome::DeflectedAfterHours, rows.0, &reply.message)
            }
            State::Holiday(id) => {
                let holiday = holidays.holiday(id);
                let name = holiday.map_or("a holiday", |holiday| holiday.name());
                self.note("R65", format!("{at} is {name}, which is observed"), source);
                let own = holiday.and_then(|holiday| holiday.message.as_ref());
                (Outcome::DeflectedHoliday, rows.1, own.unwrap_or(&reply.message))
            }
        };
        let reply = Some(text.as_str().to_owned());
        let decision = self.end_at(row, outcome, "send the message, do not offer");
        Ok(Decision {
            reply,
            level: Some(level),
            ..decision
        })
    }

    /// Whether the whole text is one of the words, whatever its capitals (R76).
    fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| word.eq_ignore_ascii_case(self.text.body))
    }

    fn note(&mut self, rule: &'static str, found: impl Into<String>, source: Option<String>) {
        self.why.push(Step {
            rule,
            found: found.into(),
            source,
        });
    }

    fn end(self, outcome: Outcome, why: impl Into<String>) -> Decision {
        self.end_at(outcome.row(), outcome, why)
    }

    fn end_at(mut self, row: &'static str, outcome: Outcome, why: impl Into<String>) -> Decision {
        self.note(row, why, None);
        Decision {
            outcome,
            reply: None,
            session_type: None,
            level: None,
            why: self.why,
        }
    }
}

/// `Team: Americas Support`, as the trace names a level.
fn level_name(workspace: &Workspace, level: &Level) -> String {
    let user = |id: &UserId| {
        workspace
            .user(*id)
            .map_or("(deleted)", |user: &std::sync::Arc<User>| &user.name)
            .to_owned()
    };
    match level {
        Level::Global => "Global".to_owned(),
        Level::Team(id) => format!(
            "Team: {}",
            workspace.team(*id).map_or("(deleted)", |team| &team.name)
        ),
        Level::User(id) => format!("User: {}", user(id)),
        Level::Agent(id) => format!("Own settings of {}", user(id)),
    }
}
