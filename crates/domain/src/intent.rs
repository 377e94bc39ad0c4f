//! Everything an admin can do, one variant each: what is stored, replayed, undone and shown in the history.

mod describe;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::deflection::Deflection;
use crate::ids::{HoursId, QueueId, TeamId, UserId};
use crate::number::{Label, Owner};
use crate::people::Role;
use crate::phone::{NumberFacts, PhoneNumber};
use crate::queue::{AfterHour, CustomHours, IvrQueueName};
use crate::schedule::{Holiday, HolidayFolder, Schedule};

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
    /// **Also assigned to IVR queue**, or not when none (R24).
    SetIvrQueue {
        number: PhoneNumber,
        queue: Option<IvrQueueName>,
    },
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
        // Intents stored before names were split keep the whole name here.
        #[serde(alias = "name")]
        first_name: String,
        #[serde(default)]
        last_name: String,
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
    /// A new SMS queue, before those from its place on.
    AddQueue {
        queue: QueueId,
        name: String,
        parent: Option<QueueId>,
        /// Its place among those beside it; none puts it last.
        #[serde(default)]
        position: Option<u32>,
    },
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
    /// **Add Custom Operation Hours**.
    AddHours { hours: CustomHours },
    /// A new holiday folder.
    AddHolidayFolder { folder: HolidayFolder },
    /// A new holiday.
    AddHoliday { holiday: Holiday },
    /// Texts from this number are not handled from now on (R74).
    Block { sender: PhoneNumber },
}
