//! What an intent does, in words.

use super::Intent;
use crate::ids::{QueueId, TeamId, UserId};
use crate::people::joined;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

impl Intent {
    /// What it does, for undo and history: `assign +1 415-555-0132 to agent Ann Lee`.
    #[expect(clippy::too_many_lines, reason = "one line a variant")]
    pub fn describe(&self, workspace: &Workspace) -> String {
        let printed = |number: PhoneNumber| {
            workspace
                .number(number)
                .map_or_else(|| number.to_string(), |number| number.printed())
        };
        let user = |id: UserId| {
            workspace
                .user(id)
                .map_or_else(|| "a deleted user".to_owned(), |user| user.name())
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
            Self::SetIvrQueue {
                number,
                queue: Some(queue),
            } => format!("note that IVR queue {queue} has {}", printed(*number)),
            Self::SetIvrQueue { number, queue: None } => {
                format!("note that no IVR queue has {}", printed(*number))
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
            Self::AddUser {
                first_name,
                last_name,
                ..
            } => format!("add user {}", joined(first_name, last_name)),
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
            Self::SetAfterHour { queue: id, .. } => {
                format!("change the after-hour message of queue {}", queue(*id))
            }
            Self::AddHours { hours } => format!("add custom hours {}", hours.name),
            Self::AddHolidayFolder { folder } => format!("add holiday folder {}", folder.name),
            Self::AddHoliday { holiday } => format!("add holiday {}", holiday.name()),
            Self::Block { sender } => format!("block {sender}"),
        }
    }
}
