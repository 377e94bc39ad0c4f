//! One rung of the table as it was found: data, made a sentence only when somebody reads it.

use chrono::{DateTime, Utc};

use super::AgentState;
use crate::deflection::Level;
use crate::ids::{HolidayId, QueueId, UserId};
use crate::number::Owner;
use crate::schedule::State;
use crate::workspace::Workspace;
use crate::zone::Zone;

/// One thing that was asked, and the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The row or rule, such as `D13` or `R54`.
    pub rule: &'static str,
    /// What was found.
    pub finding: Finding,
    /// The record it was found in.
    pub record: Option<Record>,
}

/// A record a step names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// An agent or queue that has a number.
    Owner(Owner),
    /// A level's deflection setting.
    Level(Level),
    /// A queue.
    Queue(QueueId),
    /// A user.
    User(UserId),
    /// An observed holiday.
    Holiday(HolidayId),
}

/// What was found on a rung. Each variant is one sentence; see [`Step::sentence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "`Step::sentence` says what each means")]
pub enum Finding {
    Blocked,
    NotBlocked,
    SmsOff,
    OptOutRecorded,
    NotInList,
    OptOutWord,
    OptInWord,
    HelpWord,
    HelpWordUnanswered,
    OptedOut,
    NoCommand,
    SessionOpen,
    SessionDismissed,
    NoSession,
    Normal,
    QueueFlow,
    InNoQueue,
    Unassigned,
    Direct(Owner),
    NeverSet,
    SwitchedOff,
    SwitchedOn,
    PassedOver,
    Clock {
        at: DateTime<Utc>,
        zone: Zone,
        state: State,
    },
    RepliedRecently {
        since: DateTime<Utc>,
        at: DateTime<Utc>,
    },
    DeflectedSilently,
    Deflected,
    QueueMessageOn,
    QueueMessageOff,
    QueueMessageSent,
    AgentMissing,
    NoQueue,
    WaitsInPersonalQueue,
    WaitsWithoutPersonalQueue,
    Agent(AgentState),
    NobodyReached,
    Recipients {
        all: usize,
        ringing: usize,
    },
}

impl Step {
    /// What was found, as a sentence without capital and full stop.
    pub fn sentence(&self, workspace: &Workspace) -> String {
        use Finding as F;
        let fixed = match self.finding {
            F::Clock { at, zone, state } => return on_the_clock(workspace, at, zone, state),
            F::RepliedRecently { since, at } => {
                let minutes = (at - since).num_minutes().max(0);
                return format!("a deflection text went to this sender {minutes} min ago");
            }
            F::Recipients { all, ringing } => return offered(all, ringing),
            F::Direct(owner) => return format!("direct, assigned to {}", workspace.owner_name(owner)),
            F::Blocked => "the sender is on the blocklist",
            F::NotBlocked => "the sender is not on the blocklist",
            F::SmsOff => "Use SMS Chat is off",
            F::OptOutRecorded => "the whole text is an opt-out word, which is recorded all the same",
            F::NotInList => "the receiving number is not in the list",
            F::OptOutWord => "the whole text is an opt-out word",
            F::OptInWord => "the sender takes themselves off the Do Not Contact list",
            F::HelpWord => "the whole text asks for help",
            F::HelpWordUnanswered => "the whole text asks for help, and no support contact is set",
            F::OptedOut => "the sender is on the Do Not Contact list",
            F::NoCommand => "SMS is on, no command word, the sender has not opted out",
            F::SessionOpen => "a session between the two numbers is open",
            F::SessionDismissed => "a dismissed session is taken up again",
            F::NoSession => "no session between the two numbers",
            F::Normal => "not a direct number",
            F::QueueFlow => "goes the way of its queue",
            F::InNoQueue => "not direct, and in no queue",
            F::Unassigned => "direct, assigned to nobody",
            F::NeverSet => "no deflection was ever set",
            F::SwitchedOff => "deflection is off",
            F::SwitchedOn => "deflection is on",
            F::PassedOver => "has a setting of its own, which is passed over",
            F::DeflectedSilently => "do not offer, and send no second message so soon",
            F::Deflected => "send the message, do not offer",
            F::QueueMessageOn => "the queue has an after-hour message of its own",
            F::QueueMessageOff => "no after-hour message of its own, so Global is asked",
            F::QueueMessageSent => "send the queue's message, the chat stays queued",
            F::AgentMissing => "the agent is inactive, or no longer an agent",
            F::NoQueue => "the queue no longer exists",
            F::WaitsInPersonalQueue => "waits in the agent's personal queue",
            F::WaitsWithoutPersonalQueue => "the agent has no personal queue: waits until it expires",
            F::Agent(state) => doing(state),
            F::NobodyReached => "nobody is reached through its agents and teams",
        };
        fixed.to_owned()
    }

    /// The record it was found in, by name; none where the sentence says it all.
    pub fn source(&self, workspace: &Workspace) -> Option<String> {
        let user = |id| {
            workspace
                .user(id)
                .map_or_else(|| "(deleted)".to_owned(), |user| user.name())
        };
        let queue = |id| {
            workspace
                .queue(id)
                .map_or("(deleted)", |queue| queue.name.as_str())
        };
        match self.record? {
            Record::Owner(owner) => Some(workspace.owner_name(owner)),
            Record::Level(level) => Some(level.name(workspace)),
            Record::Queue(id) => Some(format!("Queue: {}", queue(id))),
            Record::User(id) => Some(format!("User: {}", user(id))),
            Record::Holiday(id) => workspace
                .holidays()
                .holiday(id)
                .map(|holiday| format!("Holiday: {}", holiday.name())),
        }
    }
}

/// `Thu 15 Oct 2026, 22:00 Chicago is outside the hours`.
fn on_the_clock(workspace: &Workspace, at: DateTime<Utc>, zone: Zone, state: State) -> String {
    let local = zone.to_local(at).format("%a %-d %b %Y, %H:%M");
    let city = zone.city();
    match state {
        State::Open => format!("{local} {city} is inside the hours"),
        State::OutsideHours => format!("{local} {city} is outside the hours"),
        State::Holiday(id) => {
            let holiday = workspace.holidays().holiday(id);
            let name = holiday.map_or("a holiday", |holiday| holiday.name());
            format!("{local} {city} is {name}, which is observed")
        }
    }
}

fn offered(all: usize, ringing: usize) -> String {
    match (all, ringing) {
        (1, 1) => "offered to the 1 agent of the queue".to_owned(),
        (1, _) => "meant for the 1 agent of the queue, who is not eligible now".to_owned(),
        (_, 0) => format!("meant for all {all} agents of the queue, none of them eligible now"),
        (all, ringing) if all == ringing => format!("offered to all {all} agents of the queue"),
        (all, ringing) => format!("meant for all {all} agents of the queue, {ringing} of them rung"),
    }
}

fn doing(state: AgentState) -> &'static str {
    match state {
        AgentState::Available => "offered to this agent only",
        AgentState::AtCapacity => "the agent has as many chats as allowed",
        AgentState::OnCall => "the agent is on a call",
        AgentState::MissedChat => "the agent is in Missed Chat",
        AgentState::Unresponsive => "the agent is Unresponsive",
        AgentState::Unavailable => "the agent is not available",
    }
}
