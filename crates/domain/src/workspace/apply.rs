//! The one way in: an intent is carried out whole, or refused and nothing changes (R20, R32).

mod numbers;
mod people;
mod queues;

use super::{Thresholds, Workspace};
use crate::applied::{Applied, Warning};
use crate::intent::Intent;
use crate::people::Writer;
use crate::refusal::Refusal;

impl Workspace {
    /// Carries out an intent whole, or refuses it and changes nothing.
    ///
    /// # Errors
    /// The rule the intent would break.
    pub fn apply(&mut self, intent: &Intent) -> Result<Applied, Refusal> {
        // Every check stands before the first write, so a refusal finds nothing to take back.
        match intent {
            Intent::AddNumber {
                number,
                label,
                direct,
                entered_as,
                facts,
            } => self.add_number(*number, label, *direct, entered_as, facts.as_ref()),
            Intent::Relabel { number, label } => self.relabel(*number, label),
            Intent::MarkDirect { number } => self.mark_direct(*number),
            Intent::UnmarkDirect { number } => self.unmark_direct(*number),
            Intent::MarkVerified { number } => self.mark_verified(*number),
            Intent::RemoveNumber { number } => self.remove_number(*number),
            Intent::Assign { number, owner } => self.assign(*number, *owner),
            Intent::Unassign { number } => self.unassign(*number),
            Intent::AllowOutbound { number, target } => self.allow_outbound(*number, *target),
            Intent::SetIvrQueue { number, queue } => {
                self.ivr = match queue {
                    Some(queue) => self.ivr.update(*number, queue.clone()),
                    None => self.ivr.without(number),
                };
                Ok(Applied::default())
            }
            Intent::SetSmsChat { on } => Ok(self.set_sms_chat(*on)),
            Intent::SetGlobalDeflection { deflection } => {
                self.require_assigned_number()?;
                self.settings.deflection = Some(deflection.clone());
                Ok(Applied::default())
            }
            Intent::SetThresholds {
                missed_chat,
                unresponsive,
            } => self.set_thresholds(*missed_chat, *unresponsive),
            Intent::SetHours { schedule } => {
                self.settings.hours = schedule.clone();
                Ok(Applied::default())
            }
            Intent::AddTeam { team, name, parent } => self.add_team(*team, name, *parent),
            Intent::SetTeamDeflection { team, deflection } => {
                self.edit_team(*team, |team| team.deflection.clone_from(deflection))
            }
            Intent::AddUser {
                user,
                email,
                first_name,
                last_name,
                roles,
                teams,
            } => self.add_user(*user, email, (first_name, last_name), roles, teams),
            Intent::SetUserActive { user, active } => self.set_active(*user, *active),
            Intent::SetUserDeflection { user, deflection } => self.edit_user(*user, |user| {
                user.deflection.clone_from(deflection);
                user.last_writer = Writer::Admin;
            }),
            Intent::SetAgentPermission { user, allowed } => {
                self.edit_user(*user, |user| user.may_configure_own = *allowed)
            }
            Intent::SetOwnDeflection { user, deflection } => self.edit_user(*user, |user| {
                user.own_deflection = Some(deflection.clone());
                user.last_writer = Writer::Agent;
            }),
            Intent::AddQueue {
                queue,
                name,
                parent,
                position,
            } => self.add_queue(*queue, name, *parent, *position),
            Intent::SetQueueMembers { queue, agents, teams } => self.set_members(*queue, agents, teams),
            Intent::SetQueueHours { queue, hours } => self.set_queue_hours(*queue, *hours),
            Intent::SetAfterHour { queue, after_hour } => {
                self.edit_queue(*queue, |queue| queue.after_hour.clone_from(after_hour))
            }
            Intent::AddHours { hours } => self.add_hours(hours),
            Intent::AddHolidayFolder { folder } => {
                self.holidays.add_folder(folder.clone());
                Ok(Applied::default())
            }
            Intent::AddHoliday { holiday } => {
                self.holidays.add(holiday.clone());
                Ok(Applied::default())
            }
            Intent::Block { sender } => {
                self.blocklist.insert(*sender);
                Ok(Applied::default())
            }
        }
    }

    /// R43, A8.
    fn require_assigned_number(&self) -> Result<(), Refusal> {
        if self.has_assigned_number() {
            Ok(())
        } else {
            Err(Refusal::NoAssignedNumber)
        }
    }

    /// Switching off keeps everything and says how many numbers stop (R1, R2).
    fn set_sms_chat(&mut self, on: bool) -> Applied {
        self.settings.sms_chat = on;
        let count = self.direct_numbers();
        let warning = (!on && count > 0).then_some(Warning::DirectNumbersStop { count });
        Applied {
            warnings: warning.into_iter().collect(),
            ..Applied::default()
        }
    }

    fn set_thresholds(&mut self, missed_chat: u8, unresponsive: u8) -> Result<Applied, Refusal> {
        self.require_assigned_number()?;
        for given in [missed_chat, unresponsive] {
            if !(1..=99).contains(&given) {
                return Err(Refusal::ThresholdRange { given });
            }
        }
        self.settings.thresholds = Thresholds {
            missed_chat,
            unresponsive,
        };
        Ok(Applied::default())
    }
}
