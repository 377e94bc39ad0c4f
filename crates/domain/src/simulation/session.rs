//! A chat between an end-user and a number, from its first text to its end.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};

use crate::ids::UserId;
use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::queue::Timeouts;
use crate::report::SessionType;
use crate::workspace::Workspace;

/// The two numbers of a chat: there is at most one chat between them at a time (R85).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The number of the company.
    pub number: PhoneNumber,
    /// The end-user.
    pub sender: PhoneNumber,
}

/// A chat that is not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its type, fixed when it started (R99).
    pub kind: SessionType,
    /// Who had the number when it started; not asked again (A40).
    pub owner: Owner,
    /// How far it is.
    pub stage: Stage,
    /// When its first text arrived.
    pub started_at: DateTime<Utc>,
    /// When somebody last wrote.
    pub written_at: DateTime<Utc>,
    /// Whether the agent has written; without that it is never dismissed.
    pub answered: bool,
}

/// How far a chat is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody is rung.
    Waiting,
    /// These agents are rung.
    Offered {
        /// Those who have not let it pass yet.
        to: BTreeSet<UserId>,
    },
    /// An agent has it.
    Active {
        /// Who.
        agent: UserId,
    },
    /// It was set aside; the end-user's next text takes it up again (D9).
    Dismissed,
}

/// What became of a chat as time went by, or by an opt-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// Nobody picked it up in time: it is over (D22).
    Expired,
    /// Nobody wrote for too long: it is over.
    TimedOut,
    /// Nobody wrote for a while: it is set aside.
    Dismissed,
}

impl Session {
    /// What becomes of it when nobody does anything until then.
    pub(super) fn turn_by(&self, workspace: &Workspace, now: DateTime<Utc>) -> Option<Turn> {
        let passed = |since: DateTime<Utc>, minutes: Option<u16>| {
            minutes.is_some_and(|minutes| now - since >= Duration::minutes(minutes.into()))
        };
        let timeouts = self.timeouts(workspace);
        match self.stage {
            Stage::Waiting | Stage::Offered { .. } => {
                passed(self.started_at, timeouts.expiration_min).then_some(Turn::Expired)
            }
            _ if passed(self.written_at, timeouts.timeout_min) => Some(Turn::TimedOut),
            Stage::Active { .. } => {
                let minutes = workspace.settings().dismissal_min;
                (self.answered && passed(self.written_at, minutes)).then_some(Turn::Dismissed)
            }
            Stage::Dismissed => None,
        }
    }

    /// The queue's times go before those of the settings (specification 2.1); an agent's queue is the personal one.
    fn timeouts(&self, workspace: &Workspace) -> Timeouts {
        let queue = match self.owner {
            Owner::Agent(id) => workspace.personal_queue(id),
            Owner::Queue(id) => workspace.queue(id),
        };
        let own = queue.map(|queue| queue.timeouts).unwrap_or_default();
        let general = workspace.settings().timeouts;
        Timeouts {
            expiration_min: own.expiration_min.or(general.expiration_min),
            timeout_min: own.timeout_min.or(general.timeout_min),
        }
    }
}
