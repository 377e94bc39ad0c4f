//! The pages that rights are given for.

use serde::{Deserialize, Serialize};

use crate::intent::Intent;
use crate::number::Owner;

/// A page of the settings with rights of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    /// Settings > Chat > SMS.
    Sms,
    /// The inventory.
    Numbers,
    /// The global deflection.
    DirectNumbers,
    /// The thresholds.
    DirectInbound,
    /// The queue tree with all that belongs to a queue.
    Queues,
    /// Users and teams with their settings.
    UsersAndTeams,
    /// Hours of operation and holidays.
    SupportCenter,
    /// The blocklist.
    Consumers,
}

impl Page {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Sms,
        Self::Numbers,
        Self::DirectNumbers,
        Self::DirectInbound,
        Self::Queues,
        Self::UsersAndTeams,
        Self::SupportCenter,
        Self::Consumers,
    ];

    /// The name, as the product has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sms => "SMS",
            Self::Numbers => "Phone number management",
            Self::DirectNumbers => "Direct Numbers Global Settings",
            Self::DirectInbound => "Direct Inbound SMS",
            Self::Queues => "Queue",
            Self::UsersAndTeams => "Users & Teams",
            Self::SupportCenter => "Support Center Details",
            Self::Consumers => "Consumer Management",
        }
    }

    /// The page on which a change is made; none for several together.
    ///
    /// A number is given away on the page of who gets it (F5, F6), and taken back in the inventory.
    pub fn of(intent: &Intent) -> Option<Self> {
        Some(match intent {
            Intent::Bulk { .. } => return None,
            Intent::SetSmsChat { .. }
            | Intent::SetOutboundSms { .. }
            | Intent::SetTimeouts { .. }
            | Intent::SetDismissal { .. }
            | Intent::SetDismissedResponse { .. }
            | Intent::SetSupportContact { .. }
            | Intent::SetMenuWords { .. } => Self::Sms,
            Intent::AddNumber { .. }
            | Intent::Relabel { .. }
            | Intent::MarkDirect { .. }
            | Intent::UnmarkDirect { .. }
            | Intent::MarkVerified { .. }
            | Intent::RemoveNumber { .. }
            | Intent::Unassign { .. }
            | Intent::AllowOutbound { .. }
            | Intent::DenyOutbound { .. }
            | Intent::SetIvrQueue { .. }
            | Intent::AddPin { .. }
            | Intent::RenamePin { .. }
            | Intent::ExpectOutcome { .. }
            | Intent::RemovePin { .. } => Self::Numbers,
            Intent::SetGlobalDeflection { .. } | Intent::SetReplyLimit { .. } => Self::DirectNumbers,
            Intent::SetThresholds { .. } => Self::DirectInbound,
            Intent::Assign {
                owner: Owner::Queue(_),
                ..
            }
            | Intent::SetInboundQueue { .. }
            | Intent::AddQueue { .. }
            | Intent::RenameQueue { .. }
            | Intent::MoveQueue { .. }
            | Intent::RemoveQueue { .. }
            | Intent::ReplaceQueues { .. }
            | Intent::SetQueueHidden { .. }
            | Intent::SetQueueKeywords { .. }
            | Intent::SetQueueLanguage { .. }
            | Intent::SetGreeting { .. }
            | Intent::SetQueueTimeouts { .. }
            | Intent::SetQueueMembers { .. }
            | Intent::SetQueueHours { .. }
            | Intent::SetAfterHour { .. } => Self::Queues,
            Intent::Assign {
                owner: Owner::Agent(_),
                ..
            }
            | Intent::AddTeam { .. }
            | Intent::RenameTeam { .. }
            | Intent::MoveTeam { .. }
            | Intent::RemoveTeam { .. }
            | Intent::SetTeamDeflection { .. }
            | Intent::AddUser { .. }
            | Intent::EditUser { .. }
            | Intent::SetRoles { .. }
            | Intent::SetTeams { .. }
            | Intent::RemoveUser { .. }
            | Intent::SetUserActive { .. }
            | Intent::SetUserDeflection { .. }
            | Intent::SetAgentPermission { .. }
            | Intent::SetOwnDeflection { .. }
            | Intent::RevertToAgent { .. } => Self::UsersAndTeams,
            Intent::SetHours { .. }
            | Intent::AddHours { .. }
            | Intent::EditHours { .. }
            | Intent::RemoveHours { .. }
            | Intent::AddHolidayFolder { .. }
            | Intent::AddHoliday { .. }
            | Intent::RenameHolidayFolder { .. }
            | Intent::RemoveHolidayFolder { .. }
            | Intent::EditHoliday { .. }
            | Intent::RemoveHoliday { .. } => Self::SupportCenter,
            Intent::Block { .. } | Intent::Unblock { .. } => Self::Consumers,
        })
    }
}
