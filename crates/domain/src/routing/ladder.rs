//! The rungs of the table, from the top down: the first that holds decides.

use super::reply_limit::is_within;
use super::standing::{Ending, Standing, by_role, recipients};
use super::words::{HELP, OPT_IN, OPT_OUT, OPTED_IN, OPTED_OUT, says};
use super::{AgentState, Decision, Finding, InboundText, Listing, Outcome, Record, SessionState, Situation};
use super::{Step, Warning};
use crate::deflection::{Effective, Level};
use crate::ids::{QueueId, UserId};
use crate::number::{NumberRole, Owner};
use crate::schedule::State;
use crate::workspace::Workspace;

/// A text on its way down the table, with the answer as far as it goes.
pub(super) struct Ladder<'a> {
    workspace: &'a Workspace,
    text: &'a InboundText<'a>,
    situation: Situation<'a>,
    decision: Decision,
}

impl<'a> Ladder<'a> {
    pub(super) fn new(workspace: &'a Workspace, text: &'a InboundText<'a>, situation: Situation<'a>) -> Self {
        let undecided = Decision {
            outcome: Outcome::DroppedUnknownNumber,
            row: Outcome::DroppedUnknownNumber.row(),
            reply: None,
            session_type: None,
            owner: None,
            level: None,
            schedule: None,
            recipients: Vec::new(),
            ringing: Vec::new(),
            waits_in: None,
            listing: None,
            warnings: Vec::new(),
            why: Vec::with_capacity(12),
        };
        Self {
            workspace,
            text,
            situation,
            decision: undecided,
        }
    }

    /// D1 to D12, then by owner.
    pub(super) fn decide(mut self) -> Decision {
        use Finding as F;
        use Outcome as O;
        let body = self.text.body;
        if self.workspace.is_blocked(self.text.from) {
            return self.end(O::DroppedBlocklisted, F::Blocked);
        }
        self.note("D1", F::NotBlocked, None);
        if !self.workspace.settings().sms_chat {
            return self.sms_off(says(body, &OPT_OUT));
        }
        let Some(number) = self.workspace.number(self.text.to) else {
            return self.end(O::DroppedUnknownNumber, F::NotInList);
        };
        if says(body, &OPT_OUT) {
            self.decision.listing = Some(Listing::Add);
            return self.answer(O::CommandOptOut, F::OptOutWord, OPTED_OUT);
        }
        if self.situation.opted_out && says(body, &OPT_IN) {
            self.decision.listing = Some(Listing::Remove);
            return self.answer(O::CommandOptIn, F::OptInWord, OPTED_IN);
        }
        if says(body, &HELP) {
            return self.help();
        }
        if self.situation.opted_out {
            return self.end(O::DroppedOptedOut, F::OptedOut);
        }
        self.note("D2–D7", F::NoCommand, None);
        self.decision.owner = match number.role {
            NumberRole::Direct { owner } => owner,
            NumberRole::Normal { inbound, .. } => inbound.map(Owner::Queue),
        };
        match self.situation.session {
            SessionState::Open => return self.end(O::Continued, F::SessionOpen),
            SessionState::Dismissed => {
                let reply = self.workspace.settings().dismissed_response();
                return self.answer(O::Resumed, F::SessionDismissed, reply);
            }
            SessionState::None => self.note("D8–D9", F::NoSession, None),
        }
        let standing = by_role(self.workspace, number);
        self.decision.session_type = standing.session_type;
        match standing.open.outcome {
            O::QueueStandard => {
                let queue = standing.owner.map(Record::Owner);
                self.note("D10", F::Normal, queue);
                self.finish(standing.open, F::QueueFlow, None)
            }
            O::DroppedUnassigned => self.end(O::DroppedUnassigned, F::InNoQueue),
            _ => match standing.owner {
                None => self.end(O::DroppedDirectUnassigned, F::Unassigned),
                Some(owner) => self.by_owner(owner, standing),
            },
        }
    }

    /// D2: nothing is answered, yet an opt-out is an opt-out.
    fn sms_off(mut self, opts_out: bool) -> Decision {
        let finding = if opts_out {
            self.decision.listing = Some(Listing::Add);
            Finding::OptOutRecorded
        } else {
            Finding::SmsOff
        };
        self.end(Outcome::DroppedSmsDisabled, finding)
    }

    /// D6: without contact details to send nothing is sent, and an admin is told.
    fn help(mut self) -> Decision {
        if let Some(contact) = &self.workspace.settings().support_contact {
            return self.answer(Outcome::CommandHelp, Finding::HelpWord, contact.as_str());
        }
        self.decision.warnings.push(Warning::NoSupportContact);
        self.end(Outcome::CommandHelp, Finding::HelpWordUnanswered)
    }

    fn answer(mut self, outcome: Outcome, finding: Finding, reply: &str) -> Decision {
        self.decision.reply = Some(reply.to_owned());
        self.end(outcome, finding)
    }

    /// D13 to D26: the hours first, then whoever has the number.
    fn by_owner(mut self, owner: Owner, standing: Standing<'_>) -> Decision {
        self.note("D12", Finding::Direct(owner), None);
        self.decision.level = standing.level;
        let source = match (owner, &standing.applies) {
            (Owner::Queue(id), _) => self.queue_message(id, &standing),
            (_, Some(applies)) => self.levels(applies),
            (_, None) => Record::Level(Level::Global),
        };
        let mut ending = standing.open;
        if let Some(hours) = &standing.hours {
            let holidays = self.workspace.holidays();
            let (at, zone) = (self.text.at, hours.schedule.zone());
            let state = hours.schedule.state_at(holidays, at);
            let rule = if let State::Holiday(_) = state {
                "R65"
            } else {
                "R69"
            };
            self.note(rule, Finding::Clock { at, zone, state }, Some(source));
            self.decision.schedule = Some(state);
            ending = standing.at(holidays, state);
        }
        match (ending.outcome, owner) {
            (Outcome::DeflectedAfterHours | Outcome::DeflectedHoliday, _) => self.deflect(ending, source),
            (Outcome::QueueAfterHourMessage, _) => {
                self.decision.recipients = recipients(self.workspace, owner);
                self.finish(ending, Finding::QueueMessageSent, Some(source))
            }
            (_, Owner::Agent(id)) => self.by_agent(id, ending),
            (_, Owner::Queue(id)) => self.by_queue(id, ending),
        }
    }

    /// The level in force, and every one that has a setting and is passed over (R61).
    fn levels(&mut self, applies: &Effective<'_>) -> Record {
        let rule = match applies.level {
            Level::Global => "R50",
            Level::Team(_) => "R51",
            Level::User(_) => "R54",
            Level::Agent(_) => "R57",
        };
        let switch = match (applies.setting, applies.reply()) {
            (None, _) => Finding::NeverSet,
            (_, None) => Finding::SwitchedOff,
            (_, Some(_)) => Finding::SwitchedOn,
        };
        let record = Record::Level(applies.level);
        self.note(rule, switch, Some(record));
        for &level in &applies.passed_over {
            let rule = match (applies.level, level) {
                (_, Level::Agent(_)) => "R62",
                (Level::Team(_), Level::Team(_)) => "R61",
                _ => "R58",
            };
            self.note(rule, Finding::PassedOver, Some(Record::Level(level)));
        }
        record
    }

    /// A queue's own message goes before the global setting, and other levels have no say (A23).
    fn queue_message(&mut self, id: QueueId, standing: &Standing<'_>) -> Record {
        let queue = Record::Queue(id);
        if standing.level.is_none() {
            self.note("D23", Finding::QueueMessageOn, Some(queue));
            return queue;
        }
        self.note("D23", Finding::QueueMessageOff, Some(queue));
        let global = Record::Level(Level::Global);
        let setting = self.workspace.global_deflection();
        let switch = match (setting, &standing.hours) {
            (None, _) => Finding::NeverSet,
            (_, None) => Finding::SwitchedOff,
            (_, Some(_)) => Finding::SwitchedOn,
        };
        self.note("R50", switch, Some(global));
        global
    }

    /// The holiday's own text, or the message of the level, unless one went to this sender a moment ago (A42).
    fn deflect(mut self, mut ending: Ending<'_>, source: Record) -> Decision {
        let limit = self.workspace.settings().reply_limit_min;
        if let Some(since) = self.situation.deflected_at
            && is_within(limit, since, self.text.at)
        {
            let at = self.text.at;
            self.note("A42", Finding::RepliedRecently { since, at }, None);
            ending.reply = None;
            return self.finish(ending, Finding::DeflectedSilently, None);
        }
        let own = match self.decision.schedule {
            Some(State::Holiday(id)) => {
                let holiday = self.workspace.holidays().holiday(id);
                let has_text = holiday.is_some_and(|holiday| holiday.message.is_some());
                has_text.then_some(Record::Holiday(id))
            }
            _ => None,
        };
        self.finish(ending, Finding::Deflected, Some(own.unwrap_or(source)))
    }

    /// D15 to D21.
    fn by_agent(mut self, id: UserId, ending: Ending<'_>) -> Decision {
        if ending.outcome == Outcome::WaitingAgentMissing {
            self.decision.warnings.push(Warning::AgentMissing);
            return self.wait(id, ending, Finding::AgentMissing);
        }
        self.decision.recipients = vec![id];
        let state = self.situation.state_of(id);
        let outcome = match state {
            AgentState::MissedChat => Outcome::WaitingAgentMissedChat,
            AgentState::Unresponsive => Outcome::WaitingAgentUnresponsive,
            AgentState::Unavailable => Outcome::WaitingAgentUnavailable,
            AgentState::OnCall => Outcome::WaitingAgentBusy,
            AgentState::AtCapacity => Outcome::WaitingAgentAtCapacity,
            AgentState::Available => {
                self.decision.ringing = vec![id];
                return self.finish(ending, Finding::Agent(state), None);
            }
        };
        self.wait(id, Ending::of(outcome, None), Finding::Agent(state))
    }

    /// The text waits where the agent finds it (A20).
    fn wait(mut self, agent: UserId, ending: Ending<'_>, finding: Finding) -> Decision {
        let queue = self.workspace.personal_queue(agent).map(|queue| queue.id);
        let (place, record) = match queue {
            Some(queue) => (Finding::WaitsInPersonalQueue, Record::Queue(queue)),
            None => (Finding::WaitsWithoutPersonalQueue, Record::User(agent)),
        };
        self.note("R71", place, Some(record));
        self.decision.waits_in = queue;
        self.finish(ending, finding, None)
    }

    /// D25 and D26: everyone the queue reaches, of whom the eligible ones ring (R72, R78).
    fn by_queue(mut self, id: QueueId, ending: Ending<'_>) -> Decision {
        let all = recipients(self.workspace, Owner::Queue(id));
        let eligible = |agent: &UserId| self.situation.state_of(*agent) == AgentState::Available;
        self.decision.ringing = all.iter().copied().filter(eligible).collect();
        let finding = if all.is_empty() {
            self.decision.warnings.push(Warning::QueueWithoutAgents);
            Finding::NobodyReached
        } else {
            Finding::Recipients {
                all: all.len(),
                ringing: self.decision.ringing.len(),
            }
        };
        self.decision.recipients = all;
        self.finish(ending, finding, Some(Record::Queue(id)))
    }

    fn note(&mut self, rule: &'static str, finding: Finding, record: Option<Record>) {
        self.decision.why.push(Step {
            rule,
            finding,
            record,
        });
    }

    fn end(self, outcome: Outcome, finding: Finding) -> Decision {
        let ending = Ending {
            outcome,
            row: outcome.row(),
            reply: None,
        };
        self.finish(ending, finding, None)
    }

    fn finish(mut self, ending: Ending<'_>, finding: Finding, record: Option<Record>) -> Decision {
        self.note(ending.row, finding, record);
        let said = ending.reply.map(str::to_owned);
        Decision {
            outcome: ending.outcome,
            row: ending.row,
            reply: said.or(self.decision.reply),
            ..self.decision
        }
    }
}
