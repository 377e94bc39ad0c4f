//! What a number does with an ordinary text when nothing but time varies: the part of the table that comes from
//! the configuration alone.
//!
//! The ladder asks here, and so does whoever lays outcomes out over a year, so both have one source of truth.

use super::{Outcome, SessionType};
use crate::deflection::{Deflection, Effective, Level, Reply, effective, effective_for_team, effective_of};
use crate::ids::{QueueId, TeamId, UserId};
use crate::message::MessageText;
use crate::number::{NumberRole, Owner, SmsNumber};
use crate::people::User;
use crate::phone::PhoneNumber;
use crate::queue::SmsQueue;
use crate::schedule::{HolidayBook, Schedule, State};
use crate::workspace::Workspace;

/// The answer to an ordinary text from an unknown sender, no session, everybody Available: it depends on nothing
/// but the state of one schedule, and often not even on that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Who gets the number's texts.
    pub owner: Option<Owner>,
    /// The category of the session, if one comes about.
    pub session_type: Option<SessionType>,
    /// The level whose deflection setting was found; none for numbers that have no such setting to ask.
    pub level: Option<Level>,
    /// All that was found of the levels, for numbers of agents; said once more for the trace.
    pub(super) applies: Option<Effective<'a>>,
    /// What happens while open, and always when no schedule decides.
    pub open: Ending<'a>,
    /// The schedule that decides, with what happens while it is closed.
    pub hours: Option<Hours<'a>>,
}

/// What becomes of the text, and what the sender reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ending<'a> {
    /// What becomes of it.
    pub outcome: Outcome,
    /// The row of the table, such as `D24`.
    pub row: &'static str,
    /// What the sender gets, if anything.
    pub reply: Option<&'a str>,
}

/// A schedule that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours<'a> {
    /// When it is open.
    pub schedule: &'a Schedule,
    closed: Closed<'a>,
}

/// What happens while it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closed<'a> {
    /// The message is sent, the text not offered; a holiday has a row, and perhaps a text, of its own.
    Deflected {
        message: &'a str,
        after_hours: &'static str,
        holiday: &'static str,
    },
    /// The queue's text is sent, the chat stays queued.
    QueueMessage { message: &'a str },
}

impl<'a> Standing<'a> {
    /// What happens while the deciding schedule is in that state.
    ///
    /// A holiday's own text goes before the message of the level (specification 5.3); a queue's after-hour
    /// message is sent on holidays too, since D23 knows no other.
    pub fn at(&self, holidays: &'a HolidayBook, state: State) -> Ending<'a> {
        let Some(hours) = &self.hours else {
            return self.open;
        };
        match (hours.closed, state) {
            (_, State::Open) => self.open,
            (Closed::QueueMessage { message }, _) => {
                Ending::of(Outcome::QueueAfterHourMessage, Some(message))
            }
            (
                Closed::Deflected {
                    message, after_hours, ..
                },
                State::OutsideHours,
            ) => Ending {
                row: after_hours,
                ..Ending::of(Outcome::DeflectedAfterHours, Some(message))
            },
            (Closed::Deflected { message, holiday, .. }, State::Holiday(id)) => {
                let own = holidays.holiday(id).and_then(|holiday| holiday.message.as_ref());
                let text = own.map_or(message, |own| own.as_str());
                Ending {
                    row: holiday,
                    ..Ending::of(Outcome::DeflectedHoliday, Some(text))
                }
            }
        }
    }

    fn nobody(outcome: Outcome) -> Self {
        Self {
            owner: None,
            session_type: None,
            level: None,
            applies: None,
            open: Ending::of(outcome, None),
            hours: None,
        }
    }
}

impl<'a> Ending<'a> {
    pub(super) fn of(outcome: Outcome, reply: Option<&'a str>) -> Self {
        Self {
            outcome,
            row: outcome.row(),
            reply,
        }
    }
}

/// What a number does with an ordinary text (D2, D3, D10 to D15, D21, D23 to D26).
///
/// [`route`](super::route) agrees with it for an ordinary text in an ordinary situation.
pub fn standing(workspace: &Workspace, number: PhoneNumber) -> Standing<'_> {
    if !workspace.settings().sms_chat {
        return Standing::nobody(Outcome::DroppedSmsDisabled);
    }
    match workspace.number(number) {
        None => Standing::nobody(Outcome::DroppedUnknownNumber),
        Some(number) => by_role(workspace, number),
    }
}

/// What a number of an active agent does who follows a team's setting, because neither they nor another team of theirs
/// have one (D2, D13 to D15, D21, A26).
pub fn team_standing(workspace: &Workspace, team: TeamId) -> Standing<'_> {
    if !workspace.settings().sms_chat {
        return Standing::nobody(Outcome::DroppedSmsDisabled);
    }
    let applies = effective_for_team(workspace, team);
    Standing {
        level: Some(applies.level),
        hours: applies.reply().map(|reply| deflecting(reply, "D13", "D14")),
        applies: Some(applies),
        ..Standing::nobody(Outcome::OfferedAgent)
    }
}

/// D10 to D26, for a number of the inventory.
pub(super) fn by_role<'a>(workspace: &'a Workspace, number: &SmsNumber) -> Standing<'a> {
    match number.role {
        NumberRole::Normal { inbound: None, .. } => Standing::nobody(Outcome::DroppedUnassigned),
        NumberRole::Direct { owner: None } => Standing::nobody(Outcome::DroppedDirectUnassigned),
        NumberRole::Normal {
            inbound: Some(queue), ..
        } => Standing {
            owner: Some(Owner::Queue(queue)),
            session_type: Some(SessionType::Inbound),
            open: Ending::of(Outcome::QueueStandard, greeting(workspace, queue)),
            ..Standing::nobody(Outcome::QueueStandard)
        },
        NumberRole::Direct { owner: Some(owner) } => {
            let decided = match owner {
                Owner::Agent(id) => by_agent(workspace, id),
                Owner::Queue(id) => by_queue(workspace, id),
            };
            Standing {
                owner: Some(owner),
                session_type: Some(SessionType::InboundDirect),
                ..decided
            }
        }
    }
}

/// D13 to D15, and D21 when the agent is Available: then the greeting of the personal queue, where these chats
/// land, is sent.
fn by_agent(workspace: &Workspace, id: UserId) -> Standing<'_> {
    let user = workspace.user(id);
    let applies = user.map_or_else(|| effective(workspace, id), |user| effective_of(workspace, user));
    let hours = applies.reply().map(|reply| deflecting(reply, "D13", "D14"));
    let open = if user.is_some_and(|user| takes_chats(user)) {
        let queue = workspace.personal_queue(id);
        Ending::of(
            Outcome::OfferedAgent,
            queue.and_then(|queue| greeting(workspace, queue.id)),
        )
    } else {
        Ending::of(Outcome::WaitingAgentMissing, None)
    };
    Standing {
        level: Some(applies.level),
        applies: Some(applies),
        open,
        hours,
        ..Standing::nobody(open.outcome)
    }
}

/// D23 to D26: the queue's own message first, then the global setting (A23); other levels have no say.
fn by_queue(workspace: &Workspace, id: QueueId) -> Standing<'_> {
    let Some(queue) = workspace.queue(id) else {
        return Standing::nobody(Outcome::WaitingQueueNoAgents);
    };
    let outcome = if reaches_anyone(workspace, queue) {
        Outcome::OfferedQueue
    } else {
        Outcome::WaitingQueueNoAgents
    };
    let open = Ending::of(outcome, greeting(workspace, id));
    let (level, hours) = if let Some(message) = workspace.after_hour_message(id) {
        let schedule = workspace.hours_of(queue);
        let closed = Closed::QueueMessage {
            message: message.as_str(),
        };
        (None, Some(Hours { schedule, closed }))
    } else {
        let global = workspace.global_deflection().and_then(Deflection::reply);
        let hours = global.map(|reply| deflecting(reply, "D24", "D24"));
        (Some(Level::Global), hours)
    };
    Standing {
        level,
        open,
        hours,
        ..Standing::nobody(outcome)
    }
}

fn greeting(workspace: &Workspace, queue: QueueId) -> Option<&str> {
    workspace.greeting(queue).map(MessageText::as_str)
}

fn deflecting<'a>(reply: &'a Reply, after_hours: &'static str, holiday: &'static str) -> Hours<'a> {
    Hours {
        schedule: &reply.schedule,
        closed: Closed::Deflected {
            message: reply.message.as_str(),
            after_hours,
            holiday,
        },
    }
}

/// Everyone a text to this owner is meant for, in the order of their ids: the agent, or all active agents the
/// queue reaches through its agents, teams and sub-teams, signed in or not (R42, R72, A22).
pub fn recipients(workspace: &Workspace, owner: Owner) -> Vec<UserId> {
    let found = match owner {
        Owner::Agent(id) => workspace.user(id).into_iter().collect(),
        Owner::Queue(id) => {
            let queue = workspace.queue(id);
            queue.map_or_else(Vec::new, |queue| workspace.agents_of(queue))
        }
    };
    let taking = found.into_iter().filter(|user| takes_chats(user));
    taking.map(|user| user.id).collect()
}

/// Whether a queue has any recipient; looks no further than the first.
fn reaches_anyone(workspace: &Workspace, queue: &SmsQueue) -> bool {
    let agents = queue.agents.iter().filter_map(|&id| workspace.user(id));
    let teams = queue.teams.iter();
    let teams = teams.flat_map(|&team| workspace.team_with_sub_teams(team));
    let mut reached = agents.chain(teams.flat_map(|team| workspace.members(team)));
    reached.any(|user| takes_chats(user))
}

fn takes_chats(user: &User) -> bool {
    user.active && user.is_agent()
}
