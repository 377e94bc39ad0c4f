//! Everything an admin can do, one variant each: what is stored, replayed, undone and shown in the history.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::deflection::Deflection;
use crate::ids::{QueueId, TeamId, UserId};
use crate::message::MessageText;
use crate::number::{Label, Owner};
use crate::people::Role;
use crate::phone::{NumberFacts, PhoneNumber};
use crate::schedule::{Holiday, HolidayFolder, Schedule};
use crate::workspace::Workspace;

/// One thing to do; carries all it needs to be understood years later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are those of the records")]
pub enum Intent {
    /// **+ Add Number** (F2).
    AddNumber {
        number: PhoneNumber,
        label: Label,
        direct: bool,
        entered_as: String,
        facts: Option<NumberFacts>,
    },
    /// Gives a number another label.
    Relabel { number: PhoneNumber, label: Label },
    /// **Set as a direct number** ticked (F3).
    MarkDirect { number: PhoneNumber },
    /// **Set as a direct number** cleared (F4).
    UnmarkDirect { number: PhoneNumber },
    /// **Mark as verified** (A10).
    MarkVerified { number: PhoneNumber },
    /// Removes a number with all that hangs on it (A32).
    RemoveNumber { number: PhoneNumber },
    /// Gives a free direct number to an agent or leaf queue (F5, F6).
    Assign { number: PhoneNumber, owner: Owner },
    /// Takes a number from its owner; it stays direct (A4).
    Unassign { number: PhoneNumber },
    /// Lets an agent or queue send from an ordinary number.
    AllowOutbound { number: PhoneNumber, target: Owner },
    /// **Use SMS Chat** (F1).
    SetSmsChat { on: bool },
    /// **Save Direct Numbers Global Settings** (F8).
    SetGlobalDeflection { deflection: Deflection },
    /// **Save Direct Inbound** (F9).
    SetThresholds { missed_chat: u8, unresponsive: u8 },
    /// General hours of operation.
    SetHours { schedule: Schedule },
    /// A new team.
    AddTeam {
        team: TeamId,
        name: String,
        parent: Option<TeamId>,
    },
    /// A team's own setting, or **Reset to Global** when none (F10).
    SetTeamDeflection {
        team: TeamId,
        deflection: Option<Deflection>,
    },
    /// A new user.
    AddUser {
        user: UserId,
        email: String,
        name: String,
        roles: BTreeSet<Role>,
        teams: BTreeSet<TeamId>,
    },
    /// Active or Inactive (A30).
    SetUserActive { user: UserId, active: bool },
    /// The admin's setting for a user, or a reset when none (F11).
    SetUserDeflection {
        user: UserId,
        deflection: Option<Deflection>,
    },
    /// **Agent Permission** (R56).
    SetAgentPermission { user: UserId, allowed: bool },
    /// The agent's own setting (F12).
    SetOwnDeflection { user: UserId, deflection: Deflection },
    /// A new SMS queue.
    AddQueue {
        queue: QueueId,
        name: String,
        parent: Option<QueueId>,
    },
    /// Agents and teams of a leaf queue.
    SetQueueMembers {
        queue: QueueId,
        agents: BTreeSet<UserId>,
        teams: BTreeSet<TeamId>,
    },
    /// A queue's own hours and after-hour message.
    SetQueueHours {
        queue: QueueId,
        hours: Option<Schedule>,
        after_hour_message: Option<MessageText>,
    },
    /// A new holiday folder.
    AddHolidayFolder { folder: HolidayFolder },
    /// A new holiday.
    AddHoliday { holiday: Holiday },
    /// Texts from this number are not handled from now on (R74).
    Block { sender: PhoneNumber },
}

impl Intent {
    /// What it does, for undo and history: `assign +1 415-555-0132 to agent Ann Lee`.
    pub fn describe(&self, workspace: &Workspace) -> String {
        let printed = |number: PhoneNumber| {
            workspace
                .number(number)
                .map_or_else(|| number.to_string(), |number| number.printed())
        };
        let user = |id: UserId| {
            workspace
                .user(id)
                .map_or_else(|| "a deleted user".to_owned(), |user| user.name.clone())
        };
        let team = |id: TeamId| {
            workspace
                .team(id)
                .map_or_else(|| "a deleted team".to_owned(), |team| team.name.clone())
        };
        let queue = |id: QueueId| {
            workspace
                .queue(id)
                .map_or_else(|| "a deleted queue".to_owned(), |queue| queue.name.clone())
        };
        match self {
            Self::AddNumber {
                number, direct: true, ..
            } => format!("add direct number {}", printed(*number)),
            Self::AddNumber { number, .. } => format!("add number {}", printed(*number)),
            Self::Relabel { number, label } => format!("label {} as {label}", printed(*number)),
            Self::MarkDirect { number } => format!("set {} as a direct number", printed(*number)),
            Self::UnmarkDirect { number } => format!("clear {} as a direct number", printed(*number)),
            Self::MarkVerified { number } => format!("mark {} as verified", printed(*number)),
            Self::RemoveNumber { number } => format!("remove {}", printed(*number)),
            Self::Assign { number, owner } => {
                format!("assign {} to {}", printed(*number), workspace.owner_name(*owner))
            }
            Self::Unassign { number } => format!("unassign {}", printed(*number)),
            Self::AllowOutbound { number, target } => {
                format!(
                    "let {} send from {}",
                    workspace.owner_name(*target),
                    printed(*number)
                )
            }
            Self::SetSmsChat { on: true } => "turn Use SMS Chat on".into(),
            Self::SetSmsChat { on: false } => "turn Use SMS Chat off".into(),
            Self::SetGlobalDeflection { .. } => "change Direct Numbers Global Settings".into(),
            Self::SetThresholds {
                missed_chat,
                unresponsive,
            } => {
                format!("set the thresholds to {missed_chat} and {unresponsive}")
            }
            Self::SetHours { .. } => "change the general hours".into(),
            Self::AddTeam { name, .. } => format!("add team {name}"),
            Self::SetTeamDeflection {
                team: id,
                deflection: Some(_),
            } => format!("change the deflection of team {}", team(*id)),
            Self::SetTeamDeflection {
                team: id,
                deflection: None,
            } => format!("reset team {} to Global", team(*id)),
            Self::AddUser { name, .. } => format!("add user {name}"),
            Self::SetUserActive {
                user: id,
                active: true,
            } => format!("activate {}", user(*id)),
            Self::SetUserActive {
                user: id,
                active: false,
            } => format!("deactivate {}", user(*id)),
            Self::SetUserDeflection {
                user: id,
                deflection: Some(_),
            } => format!("change the deflection of {}", user(*id)),
            Self::SetUserDeflection {
                user: id,
                deflection: None,
            } => format!("reset the deflection of {}", user(*id)),
            Self::SetAgentPermission { user: id, .. } => {
                format!("change the agent permission of {}", user(*id))
            }
            Self::SetOwnDeflection { user: id, .. } => format!("change {}'s own deflection", user(*id)),
            Self::AddQueue { name, .. } => format!("add queue {name}"),
            Self::SetQueueMembers { queue: id, .. } => format!("change the members of queue {}", queue(*id)),
            Self::SetQueueHours { queue: id, .. } => format!("change the hours of queue {}", queue(*id)),
            Self::AddHolidayFolder { folder } => format!("add holiday folder {}", folder.name),
            Self::AddHoliday { holiday } => format!("add holiday {}", holiday.name()),
            Self::Block { sender } => format!("block {sender}"),
        }
    }
}
