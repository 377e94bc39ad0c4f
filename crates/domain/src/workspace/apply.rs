//! The one way in: an intent is carried out whole, or refused and nothing changes (R20, R32).

mod numbers;
mod people;
mod queues;

use std::sync::Arc;

use super::{Thresholds, Workspace};
use crate::applied::{Applied, Warning};
use crate::intent::Intent;
use crate::refusal::Refusal;

impl Workspace {
    /// Carries out an intent whole, or refuses it and changes nothing.
    ///
    /// # Errors
    /// The rule the intent would break.
    pub fn apply(&mut self, intent: &Intent) -> Result<Applied, Refusal> {
        // Every check stands before the first write, so a refusal finds nothing to take back.
        match intent.clone() {
            Intent::AddNumber {
                number,
                label,
                direct,
                entered_as,
                facts,
            } => self.add_number(number, label, direct, entered_as, facts),
            Intent::Relabel { number, label } => self.relabel(number, label),
            Intent::MarkDirect { number } => self.mark_direct(number),
            Intent::UnmarkDirect { number } => self.unmark_direct(number),
            Intent::MarkVerified { number } => self.mark_verified(number),
            Intent::RemoveNumber { number } => self.remove_number(number),
            Intent::Assign { number, owner } => self.assign(number, owner),
            Intent::Unassign { number } => self.unassign(number),
            Intent::AllowOutbound { number, target } => self.allow_outbound(number, target),
            Intent::SetSmsChat { on } => Ok(self.set_sms_chat(on)),
            Intent::SetGlobalDeflection { deflection } => {
                self.require_assigned_number()?;
                self.settings.deflection = Some(deflection);
                Ok(Applied::default())
            }
            Intent::SetThresholds {
                missed_chat,
                unresponsive,
            } => self.set_thresholds(missed_chat, unresponsive),
            Intent::SetHours { schedule } => {
                self.settings.hours = schedule;
                Ok(Applied::default())
            }
            Intent::AddTeam { team, name, parent } => self.add_team(team, name, parent),
            Intent::SetTeamDeflection { team, deflection } => {
                self.edit_team(team, |team| team.deflection = deflection)
            }
            Intent::AddUser {
                user,
                email,
                name,
                roles,
                teams,
            } => self.add_user(user, email, name, roles, teams),
            Intent::SetUserActive { user, active } => self.set_active(user, active),
            Intent::SetUserDeflection { user, deflection } => {
                self.edit_user(user, |user| user.deflection = deflection)
            }
            Intent::SetAgentPermission { user, allowed } => {
                self.edit_user(user, |user| user.may_configure_own = allowed)
            }
            Intent::SetOwnDeflection { user, deflection } => {
                self.edit_user(user, |user| user.own_deflection = Some(deflection))
            }
            Intent::AddQueue { queue, name, parent } => self.add_queue(queue, name, parent),
            Intent::SetQueueMembers { queue, agents, teams } => self.set_members(queue, agents, teams),
            Intent::SetQueueHours {
                queue,
                hours,
                after_hour_message,
            } => self.edit_queue(queue, |queue| {
                queue.hours = hours;
                queue.after_hour_message = after_hour_message;
            }),
            Intent::AddHolidayFolder { folder } => {
                self.holidays.add_folder(folder);
                Ok(Applied::default())
            }
            Intent::AddHoliday { holiday } => {
                self.holidays.add(holiday);
                Ok(Applied::default())
            }
            Intent::Block { sender } => {
                self.blocklist.insert(sender);
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
        let direct = self.numbers.values().filter(|number| number.is_direct()).count();
        let warnings = if on || direct == 0 {
            Vec::new()
        } else {
            vec![Warning::DirectNumbersStop { count: direct }]
        };
        Applied {
            warnings,
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

/// Changes a shared record in place.
fn edit<K: Ord + Clone, V: Clone>(
    map: &mut imbl::OrdMap<K, Arc<V>>,
    key: &K,
    what: &'static str,
    change: impl FnOnce(&mut V),
) -> Result<Applied, Refusal> {
    let record = map.get_mut(key).ok_or(Refusal::Gone { what })?;
    change(Arc::make_mut(record));
    Ok(Applied::default())
}
