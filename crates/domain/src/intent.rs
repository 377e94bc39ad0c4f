//! Everything an admin can do, one variant each: what is stored, replayed, undone and shown in the history.

mod changes;
mod describe;
mod parts;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::deflection::Deflection;
use crate::ids::{FolderId, HolidayId, HoursId, PinId, QueueId, TeamId, UserId};
use crate::message::MessageText;
use crate::number::{Label, Owner, Slot};
use crate::people::Role;
use crate::phone::{NumberFacts, PhoneNumber};
use crate::pin::Pin;
use crate::queue::{AfterHour, CustomHours, IvrQueueName, Timeouts};
use crate::routing::Outcome;
use crate::schedule::{FolderName, Holiday, HolidayFolder, Schedule};
use crate::workspace::MenuWords;

pub use changes::Changes;
pub use parts::{QueueOutline, UserChange};

/// One thing to do; carries all it needs to be understood years later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    Assign {
        number: PhoneNumber,
        owner: Owner,
        /// The agent's column; none takes the first that is free. Who stands there takes the number's place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slot: Option<Slot>,
    },
    /// Takes a number from its owner; it stays direct (A4).
    Unassign { number: PhoneNumber },
    /// Lets an agent or queue send from an ordinary number.
    AllowOutbound { number: PhoneNumber, target: Owner },
    /// No longer lets an agent or queue send from an ordinary number.
    DenyOutbound { number: PhoneNumber, target: Owner },
    /// The queue in which the texts to an ordinary number land, or none (R10, R36).
    SetInboundQueue {
        number: PhoneNumber,
        queue: Option<QueueId>,
    },
    /// **Also assigned to IVR queue**, or not when none (R24).
    SetIvrQueue {
        number: PhoneNumber,
        queue: Option<IvrQueueName>,
    },
    /// **Use SMS Chat** (F1).
    SetSmsChat { on: bool },
    /// Whether agents may start SMS chats.
    SetOutboundSms { on: bool },
    /// When chats expire and time out.
    SetTimeouts { timeouts: Timeouts },
    /// Minutes until a quiet chat is dismissed, or never when none.
    SetDismissal { minutes: Option<u16> },
    /// What a consumer gets who answers a dismissed chat; none is the product's text.
    SetDismissedResponse { text: Option<MessageText> },
    /// What HELP and INFO are answered with (R77).
    SetSupportContact { text: Option<MessageText> },
    /// The words that lead back and out of the menu; protected from then on (R34).
    SetMenuWords { words: MenuWords },
    /// **Save Direct Numbers Global Settings** (F8).
    SetGlobalDeflection { deflection: Deflection },
    /// At most one deflection text for a sender and number within so many minutes (A42).
    SetReplyLimit { minutes: u16 },
    /// **Save Direct Inbound** (F9).
    SetThresholds { missed_chat: u8, unresponsive: u8 },
    /// General hours of operation.
    SetHours { schedule: Schedule },
    /// **Add Custom Operation Hours**.
    AddHours { hours: CustomHours },
    /// Gives custom hours another name or schedule.
    EditHours { hours: CustomHours },
    /// Deletes custom hours; their queues take the general ones.
    RemoveHours { hours: HoursId },
    /// A new team.
    AddTeam {
        team: TeamId,
        name: String,
        parent: Option<TeamId>,
    },
    /// Another name for a team.
    RenameTeam { team: TeamId, name: String },
    /// Puts a team, with its sub-teams, into another, or at the top.
    MoveTeam { team: TeamId, parent: Option<TeamId> },
    /// Deletes a team; its sub-teams go to the team around it.
    RemoveTeam { team: TeamId },
    /// A team's own setting, or **Reset to Global** when none (F10).
    SetTeamDeflection {
        team: TeamId,
        deflection: Option<Deflection>,
    },
    /// A new user.
    AddUser {
        user: UserId,
        email: String,
        // Intents stored before names were split keep the whole name here.
        #[serde(alias = "name")]
        first_name: String,
        #[serde(default)]
        last_name: String,
        roles: BTreeSet<Role>,
        teams: BTreeSet<TeamId>,
    },
    /// Writes some fields of a user anew.
    EditUser { user: UserId, change: UserChange },
    /// The roles of a user; taking the Agent role can release the direct numbers along with it (A31).
    SetRoles {
        user: UserId,
        roles: BTreeSet<Role>,
        #[serde(default)]
        release_numbers: bool,
    },
    /// The teams a user is in.
    SetTeams { user: UserId, teams: BTreeSet<TeamId> },
    /// Deletes a user with all that hangs on them.
    RemoveUser { user: UserId },
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
    /// **Revert to agent settings** (R62).
    RevertToAgent { user: UserId },
    /// A new SMS queue, before those from its place on.
    AddQueue {
        queue: QueueId,
        name: String,
        parent: Option<QueueId>,
        /// Its place among those beside it; none puts it last.
        #[serde(default)]
        position: Option<u32>,
    },
    /// Another name for a queue.
    RenameQueue { queue: QueueId, name: String },
    /// Puts a queue, with those under it, at a place under another, or at the top; none puts it last.
    MoveQueue {
        queue: QueueId,
        parent: Option<QueueId>,
        /// Its place among those beside it, counted without the queue itself.
        position: Option<u32>,
        /// The queue right before that place. While that one stands there, wherever it is by then, it decides and the
        /// position does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<QueueId>,
    },
    /// Deletes a queue with those under it; their numbers become free (R40).
    RemoveQueue { queue: QueueId },
    /// Takes all queues away and puts these in their place (R38).
    ReplaceQueues { queues: Vec<QueueOutline> },
    /// Whether the menu leaves a queue out (R37).
    SetQueueHidden { queue: QueueId, hidden: bool },
    /// Words that jump straight to a queue.
    SetQueueKeywords {
        queue: QueueId,
        keywords: BTreeSet<String>,
    },
    /// The language of a queue's texts.
    SetQueueLanguage { queue: QueueId, language: String },
    /// The first text of a queue; none takes that of the queue above.
    SetGreeting {
        queue: QueueId,
        greeting: Option<MessageText>,
    },
    /// When chats of a queue expire and time out, where it differs from the SMS settings.
    SetQueueTimeouts { queue: QueueId, timeouts: Timeouts },
    /// Agents and teams of a leaf queue.
    SetQueueMembers {
        queue: QueueId,
        agents: BTreeSet<UserId>,
        teams: BTreeSet<TeamId>,
    },
    /// Custom hours for a queue, or the general ones when none.
    SetQueueHours { queue: QueueId, hours: Option<HoursId> },
    /// **Enable after hour message** and its text; none takes those of the queue above.
    SetAfterHour {
        queue: QueueId,
        after_hour: Option<AfterHour>,
    },
    /// A new holiday folder.
    AddHolidayFolder { folder: HolidayFolder },
    /// A new holiday.
    AddHoliday { holiday: Holiday },
    /// Another name for a holiday folder.
    RenameHolidayFolder { folder: FolderId, name: FolderName },
    /// Deletes a folder with its holidays, and takes those out of every schedule.
    RemoveHolidayFolder { folder: FolderId },
    /// Writes a holiday anew.
    EditHoliday { holiday: Holiday },
    /// Deletes a holiday and takes it out of every schedule.
    RemoveHoliday { holiday: HolidayId },
    /// Texts from this number are not handled from now on (R74).
    Block { sender: PhoneNumber },
    /// Texts from this number are handled again.
    Unblock { sender: PhoneNumber },
    /// **Pin this text**: a text with the outcome it is expected to have.
    AddPin { pin: Pin },
    /// Another name for a pinned text.
    RenamePin { pin: PinId, name: String },
    /// From now on a pinned text is expected to fare so.
    ExpectOutcome { pin: PinId, expected: Outcome },
    /// A pinned text is no longer checked.
    RemovePin { pin: PinId },
    /// Several changes that stand or fall together.
    Bulk {
        /// What they are for, such as the file they come from.
        #[serde(default)]
        title: String,
        changes: Changes,
    },
}

impl Intent {
    /// Whether it belongs to a screen that is locked while **Use SMS Chat** is off (R3, S004).
    pub fn needs_sms(&self) -> bool {
        matches!(
            self,
            Self::AddNumber { .. }
                | Self::Relabel { .. }
                | Self::MarkDirect { .. }
                | Self::UnmarkDirect { .. }
                | Self::MarkVerified { .. }
                | Self::RemoveNumber { .. }
                | Self::Assign { .. }
                | Self::Unassign { .. }
                | Self::SetIvrQueue { .. }
                | Self::SetGlobalDeflection { .. }
                | Self::SetReplyLimit { .. }
                | Self::SetThresholds { .. }
        )
    }

    /// The changes that it holds together and that are not told one by one in its own sentence.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Bulk { title, changes } if changes.len() > 1 || !title.is_empty() => changes,
            _ => &[],
        }
    }

    /// Whether it belongs to a panel that is locked until a direct number is assigned (R43).
    pub fn needs_assigned_number(&self) -> bool {
        matches!(
            self,
            Self::SetGlobalDeflection { .. } | Self::SetReplyLimit { .. } | Self::SetThresholds { .. }
        )
    }
}
