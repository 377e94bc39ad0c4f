//! What an intent does, in words.

use super::Intent;
use crate::ids::{FolderId, HolidayId, HoursId, PinId, QueueId, TeamId, UserId};
use crate::number::printed_with;
use crate::people::{Role, joined};
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

impl Intent {
    /// What it does, for undo and history: `assign +1 415-555-0132 to agent Ann Lee`. The workspace is the one it is
    /// carried out on: only that one knows the names of what goes.
    #[expect(clippy::too_many_lines, reason = "one line a variant")]
    pub fn describe(&self, workspace: &Workspace) -> String {
        let printed = |number: PhoneNumber| workspace.printed(number);
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
        let hours = |id: HoursId| {
            workspace
                .custom_hours(id)
                .map_or_else(|| "that are gone".to_owned(), |hours| hours.name.clone())
        };
        let folder = |id: FolderId| {
            let folder = workspace.holidays().folder(id);
            folder.map_or_else(|| "that is gone".to_owned(), |folder| folder.name.to_string())
        };
        let holiday = |id: HolidayId| {
            let holiday = workspace.holidays().holiday(id);
            holiday.map_or_else(|| "that is gone".to_owned(), |holiday| holiday.name().to_owned())
        };
        let pin = |id: PinId| {
            workspace
                .pin(id)
                .map_or_else(|| "that is gone".to_owned(), |pin| pin.name.clone())
        };
        match self {
            Self::AddNumber {
                number,
                direct,
                facts,
                ..
            } => {
                let kind = if *direct { "direct number" } else { "number" };
                format!("add {kind} {}", printed_with(*number, facts.as_ref()))
            }
            Self::Relabel { number, label } => format!("label {} as {label}", printed(*number)),
            Self::MarkDirect { number } => format!("set {} as a direct number", printed(*number)),
            Self::UnmarkDirect { number } => format!("clear {} as a direct number", printed(*number)),
            Self::MarkVerified { number } => format!("mark {} as verified", printed(*number)),
            Self::RemoveNumber { number } => format!("remove {}", printed(*number)),
            Self::Assign { number, owner, slot } => {
                let record = workspace.number(*number);
                let is_held = record.and_then(|record| record.owner()) == Some(*owner);
                let (number, to) = (printed(*number), workspace.owner_name(*owner));
                match slot.filter(|_| is_held) {
                    Some(slot) => format!(
                        "put {number} into Direct Inbound Number: {} of {to}",
                        slot.index() + 1
                    ),
                    None => format!("assign {number} to {to}"),
                }
            }
            Self::Unassign { number } => format!("unassign {}", printed(*number)),
            Self::AllowOutbound { number, target } => {
                format!(
                    "let {} send from {}",
                    workspace.owner_name(*target),
                    printed(*number)
                )
            }
            Self::DenyOutbound { number, target } => format!(
                "no longer let {} send from {}",
                workspace.owner_name(*target),
                printed(*number)
            ),
            Self::SetInboundQueue {
                number,
                queue: Some(id),
            } => format!("lead texts to {} into queue {}", printed(*number), queue(*id)),
            Self::SetInboundQueue { number, queue: None } => {
                format!("take {} from its queue", printed(*number))
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
            Self::SetOutboundSms { on: true } => "let agents start SMS chats".into(),
            Self::SetOutboundSms { on: false } => "no longer let agents start SMS chats".into(),
            Self::SetTimeouts { .. } => "change when chats expire and time out".into(),
            Self::SetDismissal {
                minutes: Some(minutes),
            } => {
                format!("dismiss quiet chats after {minutes} minutes")
            }
            Self::SetDismissal { minutes: None } => "never dismiss quiet chats".into(),
            Self::SetDismissedResponse { .. } => "change the dismissed auto response".into(),
            Self::SetSupportContact { .. } => "change the support contact".into(),
            Self::SetMenuWords { .. } => "change the words that lead back and out of the menu".into(),
            Self::SetReplyLimit { minutes } => format!("set the reply limit to {minutes} minutes"),
            Self::SetGlobalDeflection { .. } => "change Direct Numbers Global Settings".into(),
            Self::SetThresholds {
                missed_chat,
                unresponsive,
            } => {
                format!("set the thresholds to {missed_chat} and {unresponsive}")
            }
            Self::SetHours { .. } => "change the general hours".into(),
            Self::AddHours { hours } => format!("add custom hours {}", hours.name),
            Self::EditHours { hours } => format!("change custom hours {}", hours.name),
            Self::RemoveHours { hours: id } => format!("delete custom hours {}", hours(*id)),
            Self::AddTeam { name, .. } => format!("add team {name}"),
            Self::RenameTeam { team: id, name } => format!("rename team {} to {name}", team(*id)),
            Self::MoveTeam {
                team: id,
                parent: Some(parent),
            } => format!("put team {} into {}", team(*id), team(*parent)),
            Self::MoveTeam {
                team: id,
                parent: None,
            } => format!("put team {} at the top", team(*id)),
            Self::RemoveTeam { team: id } => format!("delete team {}", team(*id)),
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
            Self::EditUser { user: id, .. } => format!("change the details of {}", user(*id)),
            Self::SetRoles { user: id, roles, .. } => {
                let roles: Vec<_> = roles.iter().map(Role::name).collect();
                format!("set the roles of {} to {}", user(*id), roles.join(", "))
            }
            Self::SetTeams { user: id, teams } => {
                let teams: Vec<_> = teams.iter().map(|&id| team(id)).collect();
                match teams.as_slice() {
                    [] => format!("take {} out of all teams", user(*id)),
                    teams => format!("put {} into {}", user(*id), teams.join(", ")),
                }
            }
            Self::RemoveUser { user: id } => format!("delete {}", user(*id)),
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
            Self::RevertToAgent { user: id } => format!("go back to the settings of {}", user(*id)),
            Self::AddQueue { name, .. } => format!("add queue {name}"),
            Self::RenameQueue { queue: id, name } => format!("rename queue {} to {name}", queue(*id)),
            Self::MoveQueue {
                queue: id,
                parent: Some(parent),
                ..
            } => format!("put queue {} under {}", queue(*id), queue(*parent)),
            Self::MoveQueue {
                queue: id,
                parent: None,
                ..
            } => {
                format!("put queue {} at the top level", queue(*id))
            }
            Self::RemoveQueue { queue: id } => format!("delete queue {}", queue(*id)),
            Self::ReplaceQueues { queues } => format!("replace all queues by {} others", queues.len()),
            Self::SetQueueHidden {
                queue: id,
                hidden: true,
            } => format!("hide queue {} from the menu", queue(*id)),
            Self::SetQueueHidden {
                queue: id,
                hidden: false,
            } => format!("show queue {} in the menu", queue(*id)),
            Self::SetQueueKeywords { queue: id, .. } => {
                format!("change the keywords of queue {}", queue(*id))
            }
            Self::SetQueueLanguage { queue: id, language } => {
                format!("set the language of queue {} to {language}", queue(*id))
            }
            Self::SetGreeting { queue: id, .. } => format!("change the greeting of queue {}", queue(*id)),
            Self::SetQueueTimeouts { queue: id, .. } => {
                format!("change when chats of queue {} expire and time out", queue(*id))
            }
            Self::SetQueueMembers { queue: id, .. } => format!("change the members of queue {}", queue(*id)),
            Self::SetQueueHours { queue: id, .. } => format!("change the hours of queue {}", queue(*id)),
            Self::SetAfterHour { queue: id, .. } => {
                format!("change the after-hour message of queue {}", queue(*id))
            }
            Self::AddHolidayFolder { folder } => format!("add holiday folder {}", folder.name),
            Self::AddHoliday { holiday } => format!("add holiday {}", holiday.name()),
            Self::RenameHolidayFolder { folder: id, name } => {
                format!("rename holiday folder {} to {name}", folder(*id))
            }
            Self::RemoveHolidayFolder { folder: id } => format!("delete holiday folder {}", folder(*id)),
            Self::EditHoliday { holiday } => format!("change holiday {}", holiday.name()),
            Self::RemoveHoliday { holiday: id } => format!("delete holiday {}", holiday(*id)),
            Self::AddPin { pin } => format!("pin the text {}", pin.name),
            Self::RenamePin { pin: id, name } => format!("rename the pinned text {} to {name}", pin(*id)),
            Self::ExpectOutcome { pin: id, expected } => {
                format!("expect “{}” of the pinned text {}", expected.words(), pin(*id))
            }
            Self::RemovePin { pin: id } => format!("unpin the text {}", pin(*id)),
            Self::Unblock { sender } => format!("unblock {sender}"),
            Self::Bulk { title, changes } => match (title.as_str(), changes.as_slice()) {
                ("", []) => "change nothing".into(),
                ("", [only]) => only.describe(workspace),
                ("", [first, rest @ ..]) => format!("{} and {} more", first.describe(workspace), rest.len()),
                (title, [_]) => format!("{title} (1 change)"),
                (title, changes) => format!("{title} ({} changes)", changes.len()),
            },
            Self::Block { sender } => format!("block {sender}"),
        }
    }
}
