//! Which records a change is about; every other record that it changes went along.

use std::collections::BTreeSet;

use domain::Intent;

use super::Record;

/// Adds the records that a change is about.
pub(super) fn of(intent: &Intent, found: &mut BTreeSet<Record>) {
    match intent {
        Intent::AddNumber { number, .. }
        | Intent::Relabel { number, .. }
        | Intent::MarkDirect { number }
        | Intent::UnmarkDirect { number }
        | Intent::MarkVerified { number }
        | Intent::RemoveNumber { number }
        | Intent::Assign { number, .. }
        | Intent::Unassign { number }
        | Intent::AllowOutbound { number, .. }
        | Intent::DenyOutbound { number, .. }
        | Intent::SetInboundQueue { number, .. } => found.extend([Record::Number(*number)]),
        Intent::SetIvrQueue { number, .. } => found.extend([Record::Ivr(*number)]),
        Intent::SetSmsChat { .. }
        | Intent::SetOutboundSms { .. }
        | Intent::SetTimeouts { .. }
        | Intent::SetDismissal { .. }
        | Intent::SetDismissedResponse { .. }
        | Intent::SetSupportContact { .. }
        | Intent::SetMenuWords { .. }
        | Intent::SetGlobalDeflection { .. }
        | Intent::SetReplyLimit { .. }
        | Intent::SetThresholds { .. }
        | Intent::SetHours { .. } => found.extend([Record::Settings]),
        Intent::AddHours { hours } | Intent::EditHours { hours } => found.extend([Record::Hours(hours.id)]),
        Intent::RemoveHours { hours } => found.extend([Record::Hours(*hours)]),
        Intent::AddTeam { team, .. }
        | Intent::RenameTeam { team, .. }
        | Intent::MoveTeam { team, .. }
        | Intent::RemoveTeam { team }
        | Intent::SetTeamDeflection { team, .. } => found.extend([Record::Team(*team)]),
        Intent::AddUser { user, .. }
        | Intent::EditUser { user, .. }
        | Intent::SetRoles { user, .. }
        | Intent::SetTeams { user, .. }
        | Intent::RemoveUser { user }
        | Intent::SetUserActive { user, .. }
        | Intent::SetUserDeflection { user, .. }
        | Intent::SetAgentPermission { user, .. }
        | Intent::SetOwnDeflection { user, .. }
        | Intent::RevertToAgent { user } => found.extend([Record::User(*user)]),
        Intent::AddQueue { queue, .. }
        | Intent::RenameQueue { queue, .. }
        | Intent::MoveQueue { queue, .. }
        | Intent::RemoveQueue { queue }
        | Intent::SetQueueHidden { queue, .. }
        | Intent::SetQueueKeywords { queue, .. }
        | Intent::SetQueueLanguage { queue, .. }
        | Intent::SetGreeting { queue, .. }
        | Intent::SetQueueTimeouts { queue, .. }
        | Intent::SetQueueMembers { queue, .. }
        | Intent::SetQueueHours { queue, .. }
        | Intent::SetAfterHour { queue, .. } => found.extend([Record::Queue(*queue)]),
        Intent::ReplaceQueues { queues } => {
            found.extend(queues.iter().map(|outline| Record::Queue(outline.queue)));
        }
        Intent::AddHolidayFolder { folder } => found.extend([Record::Folder(folder.id)]),
        Intent::RenameHolidayFolder { folder, .. } | Intent::RemoveHolidayFolder { folder } => {
            found.extend([Record::Folder(*folder)]);
        }
        Intent::AddHoliday { holiday } | Intent::EditHoliday { holiday } => {
            found.extend([Record::Holiday(holiday.id)]);
        }
        Intent::RemoveHoliday { holiday } => found.extend([Record::Holiday(*holiday)]),
        Intent::Block { sender } | Intent::Unblock { sender } => found.extend([Record::Blocked(*sender)]),
        Intent::AddPin { pin } => found.extend([Record::Pin(pin.id)]),
        Intent::RenamePin { pin, .. } | Intent::ExpectOutcome { pin, .. } | Intent::RemovePin { pin } => {
            found.extend([Record::Pin(*pin)]);
        }
        Intent::Bulk { changes, .. } => changes.iter().for_each(|change| of(change, found)),
    }
}
