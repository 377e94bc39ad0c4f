//! Which fields an intent writes.

use std::iter::once;
use std::sync::Arc;

use super::field::{Field, NumberField, PinField, QueueField, Setting, TeamField, UserField};
use crate::ids::UserId;
use crate::intent::{Intent, UserChange};
use crate::number::{Owner, Slot, SmsNumber};
use crate::people::Role;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// The fields that an intent writes when it is carried out on a workspace, those of its cascades among them where
/// somebody else could have written them.
pub fn touched(intent: &Intent, workspace: &Workspace) -> Vec<Field> {
    let setting = Field::Setting;
    let number = |number: &_, field| Field::Number(*number, field);
    let user = |user: &_, field| Field::User(*user, field);
    let team = |team: &_, field| Field::Team(*team, field);
    let queue = |queue: &_, field| Field::Queue(*queue, field);
    vec![match intent {
        Intent::AddNumber { number: n, .. } | Intent::RemoveNumber { number: n } => {
            number(n, NumberField::Whole)
        }
        Intent::Relabel { number: n, .. } => number(n, NumberField::Label),
        Intent::MarkDirect { number: n } | Intent::UnmarkDirect { number: n } => number(n, NumberField::Use),
        Intent::MarkVerified { number: n } => number(n, NumberField::Verified),
        Intent::Assign { number, owner, slot } => return seated(*number, *owner, *slot, workspace),
        Intent::Unassign { number: n } => number(n, NumberField::Owner),
        Intent::AllowOutbound { number: n, target } | Intent::DenyOutbound { number: n, target } => {
            number(n, NumberField::Outbound(*target))
        }
        Intent::SetInboundQueue { number: n, .. } => number(n, NumberField::Inbound),
        Intent::SetIvrQueue { number, .. } => Field::Ivr(*number),
        Intent::SetSmsChat { .. } => setting(Setting::SmsChat),
        Intent::SetOutboundSms { .. } => setting(Setting::OutboundSms),
        Intent::SetTimeouts { .. } => setting(Setting::Timeouts),
        Intent::SetDismissal { .. } => setting(Setting::Dismissal),
        Intent::SetDismissedResponse { .. } => setting(Setting::DismissedResponse),
        Intent::SetSupportContact { .. } => setting(Setting::SupportContact),
        Intent::SetMenuWords { .. } => setting(Setting::MenuWords),
        Intent::SetGlobalDeflection { .. } => setting(Setting::Deflection),
        Intent::SetReplyLimit { .. } => setting(Setting::ReplyLimit),
        Intent::SetThresholds { .. } => setting(Setting::Thresholds),
        Intent::SetHours { .. } => setting(Setting::Hours),
        Intent::AddHours { hours } | Intent::EditHours { hours } => Field::Hours(hours.id),
        Intent::RemoveHours { hours } => Field::WholeHours(*hours),
        Intent::AddTeam { team: id, .. } | Intent::RemoveTeam { team: id } => team(id, TeamField::Whole),
        Intent::RenameTeam { team: id, .. } => team(id, TeamField::Name),
        Intent::MoveTeam { team: id, .. } => team(id, TeamField::Parent),
        Intent::SetTeamDeflection { team: id, .. } => team(id, TeamField::Deflection),
        Intent::AddUser { user: id, .. } | Intent::RemoveUser { user: id } => user(id, UserField::Whole),
        Intent::EditUser { user: id, change } => {
            return profile(change).map(|field| user(id, field)).collect();
        }
        Intent::SetRoles { user: id, roles, .. } => {
            let lost = (!roles.contains(&Role::Agent)).then(|| of_agent(*id, workspace));
            return once(user(id, UserField::Roles))
                .chain(lost.into_iter().flatten())
                .collect();
        }
        Intent::SetTeams { user: id, .. } => user(id, UserField::Teams),
        Intent::SetUserActive { user: id, .. } => user(id, UserField::Active),
        Intent::SetUserDeflection { user: id, .. } => {
            return vec![user(id, UserField::Deflection), user(id, UserField::Writer)];
        }
        Intent::SetAgentPermission { user: id, .. } => user(id, UserField::Permission),
        Intent::SetOwnDeflection { user: id, .. } => {
            return vec![user(id, UserField::OwnDeflection), user(id, UserField::Writer)];
        }
        Intent::RevertToAgent { user: id } => user(id, UserField::Writer),
        Intent::AddQueue { queue: id, .. } | Intent::RemoveQueue { queue: id } => {
            queue(id, QueueField::Whole)
        }
        Intent::RenameQueue { queue: id, .. } => queue(id, QueueField::Name),
        Intent::MoveQueue { queue: id, .. } => queue(id, QueueField::Place),
        Intent::ReplaceQueues { .. } => Field::Queues,
        Intent::SetQueueHidden { queue: id, .. } => queue(id, QueueField::Hidden),
        Intent::SetQueueKeywords { queue: id, .. } => queue(id, QueueField::Keywords),
        Intent::SetQueueLanguage { queue: id, .. } => queue(id, QueueField::Language),
        Intent::SetGreeting { queue: id, .. } => queue(id, QueueField::Greeting),
        Intent::SetQueueTimeouts { queue: id, .. } => queue(id, QueueField::Timeouts),
        Intent::SetQueueMembers { queue: id, .. } => queue(id, QueueField::Members),
        Intent::SetQueueHours { queue: id, .. } => queue(id, QueueField::Hours),
        Intent::SetAfterHour { queue: id, .. } => queue(id, QueueField::AfterHour),
        Intent::AddHolidayFolder { folder } => Field::WholeFolder(folder.id),
        Intent::RenameHolidayFolder { folder, .. } => Field::FolderName(*folder),
        Intent::RemoveHolidayFolder { folder } => Field::WholeFolder(*folder),
        Intent::AddHoliday { holiday } | Intent::EditHoliday { holiday } => Field::Holiday(holiday.id),
        Intent::RemoveHoliday { holiday } => Field::WholeHoliday(*holiday),
        Intent::Block { sender } | Intent::Unblock { sender } => Field::Blocked(*sender),
        Intent::AddPin { pin } => Field::Pin(pin.id, PinField::Whole),
        Intent::RemovePin { pin } => Field::Pin(*pin, PinField::Whole),
        Intent::RenamePin { pin, .. } => Field::Pin(*pin, PinField::Name),
        Intent::ExpectOutcome { pin, .. } => Field::Pin(*pin, PinField::Expected),
        Intent::Bulk { changes, .. } => {
            return changes
                .iter()
                .flat_map(|change| touched(change, workspace))
                .collect();
        }
    }]
}

/// The owner of a number, and the columns: its own, and that of the number which it displaces.
fn seated(number: PhoneNumber, owner: Owner, slot: Option<Slot>, workspace: &Workspace) -> Vec<Field> {
    let displaced = slot
        .filter(|_| matches!(owner, Owner::Agent(_)))
        .and_then(|slot| {
            let is_there = |other: &&Arc<SmsNumber>| other.slot == slot && other.number != number;
            workspace.numbers_of(owner).find(is_there)
        });
    let displaced = displaced.map(|other| other.number);
    let moved = slot.map(|_| number).into_iter().chain(displaced);
    once(Field::Number(number, NumberField::Owner))
        .chain(moved.map(|moved| Field::Number(moved, NumberField::Slot)))
        .collect()
}

fn profile(change: &UserChange) -> impl Iterator<Item = UserField> {
    let UserChange {
        email,
        first_name,
        last_name,
        alias,
        agent_number,
        location,
        chat_concurrency,
        extra,
    } = change;
    [
        email.as_ref().map(|_| UserField::Email),
        first_name.as_ref().map(|_| UserField::FirstName),
        last_name.as_ref().map(|_| UserField::LastName),
        alias.as_ref().map(|_| UserField::Alias),
        agent_number.as_ref().map(|_| UserField::AgentNumber),
        location.as_ref().map(|_| UserField::Location),
        chat_concurrency.map(|_| UserField::Concurrency),
    ]
    .into_iter()
    .flatten()
    .chain(extra.keys().cloned().map(UserField::Extra))
}

/// What goes when somebody is no longer an agent (A31).
fn of_agent(id: UserId, workspace: &Workspace) -> Vec<Field> {
    let agent = Owner::Agent(id);
    let numbers = workspace.owned_by(agent);
    let numbers = numbers.map(|number| Field::Number(number, NumberField::Owner));
    let outbound = workspace.outbound_of(agent);
    let outbound = outbound.map(|number| Field::Number(number.number, NumberField::Outbound(agent)));
    let queues = workspace.queues_of_agent(id);
    let queues = queues.map(|queue| Field::Queue(queue.id, QueueField::Members));
    numbers.chain(outbound).chain(queues).collect()
}
