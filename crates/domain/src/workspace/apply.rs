//! The one way in: an intent is carried out whole, or refused and nothing changes (R20, R32).

mod bulk;
mod holidays;
mod numbers;
mod owners;
pub(super) mod pins;
pub(super) mod queues;
pub(super) mod settings;
pub(super) mod teams;
mod tree;
pub(super) mod users;

pub use bulk::Together;
pub(super) use numbers::checked_facts;

use super::{Thresholds, Workspace};
use crate::applied::Applied;
use crate::intent::Intent;
use crate::refusal::Refusal;

impl Workspace {
    /// Carries out an intent whole, or refuses it and changes nothing.
    ///
    /// # Errors
    /// The rule the intent would break.
    pub fn apply(&mut self, intent: &Intent) -> Result<Applied, Refusal> {
        match self.lock_of(intent) {
            Some(refusal) => Err(refusal),
            None => self.carry_out(intent, Self::apply),
        }
    }

    /// Carries out an intent that was published once, whole or not at all. The locks of the screens are not asked
    /// again (R3, R43): what was published stands, even if they have become stricter since.
    ///
    /// # Errors
    /// The intent does not fit this workspace.
    pub fn reapply(&mut self, intent: &Intent) -> Result<Applied, Refusal> {
        self.carry_out(intent, Self::reapply)
    }

    /// What locks the screen to which the intent belongs: SMS is off (R3, S004), or no direct number is assigned
    /// (R43, R48, A8).
    fn lock_of(&self, intent: &Intent) -> Option<Refusal> {
        if intent.needs_sms() && !self.settings.sms_chat {
            Some(Refusal::SmsOff)
        } else if intent.needs_assigned_number() && !self.has_assigned_number() {
            Some(Refusal::NoAssignedNumber)
        } else {
            None
        }
    }

    /// Every check stands before the first write, so a refusal finds nothing to take back.
    #[expect(clippy::too_many_lines, reason = "one line a variant")]
    fn carry_out(
        &mut self,
        intent: &Intent,
        each: fn(&mut Self, &Intent) -> Result<Applied, Refusal>,
    ) -> Result<Applied, Refusal> {
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
            Intent::Assign { number, owner, slot } => self.assign(*number, *owner, *slot),
            Intent::Unassign { number } => self.unassign(*number),
            Intent::AllowOutbound { number, target } => self.allow_outbound(*number, *target),
            Intent::DenyOutbound { number, target } => self.deny_outbound(*number, *target),
            Intent::SetInboundQueue { number, queue } => self.set_inbound(*number, *queue),
            Intent::SetIvrQueue { number, queue } => Ok(self.set_ivr(*number, queue.as_ref())),
            Intent::SetSmsChat { on } => Ok(self.set_sms_chat(*on)),
            Intent::SetOutboundSms { on } => Ok(set(&mut self.settings.outbound_sms, *on)),
            Intent::SetTimeouts { timeouts } => self.set_timeouts(*timeouts),
            Intent::SetDismissal { minutes } => self.set_dismissal(*minutes),
            Intent::SetDismissedResponse { text } => {
                Ok(set(&mut self.settings.dismissed_response, text.clone()))
            }
            Intent::SetSupportContact { text } => Ok(set(&mut self.settings.support_contact, text.clone())),
            Intent::SetMenuWords { words } => self.set_menu_words(words),
            Intent::SetGlobalDeflection { deflection } => self.set_global_deflection(deflection),
            Intent::SetReplyLimit { minutes } => self.set_reply_limit(*minutes),
            Intent::SetThresholds {
                missed_chat,
                unresponsive,
            } => self.set_thresholds(Thresholds {
                missed_chat: *missed_chat,
                unresponsive: *unresponsive,
            }),
            Intent::SetHours { schedule } => self.set_general_hours(schedule),
            Intent::AddHours { hours } => self.add_hours(hours),
            Intent::EditHours { hours } => self.edit_hours(hours),
            Intent::RemoveHours { hours } => self.remove_hours(*hours),
            Intent::AddTeam { team, name, parent } => self.add_team(*team, name, *parent),
            Intent::RenameTeam { team, name } => self.rename_team(*team, name),
            Intent::MoveTeam { team, parent } => self.move_team(*team, *parent),
            Intent::RemoveTeam { team } => self.remove_team(*team),
            Intent::SetTeamDeflection { team, deflection } => {
                self.set_team_deflection(*team, deflection.as_ref())
            }
            Intent::AddUser {
                user,
                email,
                first_name,
                last_name,
                roles,
                teams,
            } => self.add_user(*user, email, (first_name, last_name), roles, teams),
            Intent::EditUser { user, change } => self.edit_profile(*user, change),
            Intent::SetRoles {
                user,
                roles,
                release_numbers,
            } => self.set_roles(*user, roles, *release_numbers),
            Intent::SetTeams { user, teams } => self.set_teams(*user, teams),
            Intent::RemoveUser { user } => self.remove_user(*user),
            Intent::SetUserActive { user, active } => self.set_active(*user, *active),
            Intent::SetUserDeflection { user, deflection } => {
                self.set_user_deflection(*user, deflection.as_ref())
            }
            Intent::SetAgentPermission { user, allowed } => {
                self.edit_user(*user, |user| user.may_configure_own = *allowed)
            }
            Intent::SetOwnDeflection { user, deflection } => self.set_own_deflection(*user, deflection),
            Intent::RevertToAgent { user } => self.revert_to_agent(*user),
            Intent::AddQueue {
                queue,
                name,
                parent,
                position,
            } => self.add_queue(*queue, name, *parent, *position),
            Intent::RenameQueue { queue, name } => self.rename_queue(*queue, name),
            Intent::MoveQueue {
                queue,
                parent,
                position,
                after,
            } => self.move_queue(*queue, *parent, *position, *after),
            Intent::RemoveQueue { queue } => self.remove_queue(*queue),
            Intent::ReplaceQueues { queues } => self.replace_queues(queues),
            Intent::SetQueueHidden { queue, hidden } => {
                self.edit_queue(*queue, |queue| queue.hidden = *hidden)
            }
            Intent::SetQueueKeywords { queue, keywords } => self.set_keywords(*queue, keywords),
            Intent::SetQueueLanguage { queue, language } => self.set_language(*queue, language),
            Intent::SetGreeting { queue, greeting } => {
                self.edit_queue(*queue, |queue| queue.greeting.clone_from(greeting))
            }
            Intent::SetQueueTimeouts { queue, timeouts } => self.set_queue_timeouts(*queue, *timeouts),
            Intent::SetQueueMembers { queue, agents, teams } => self.set_members(*queue, agents, teams),
            Intent::SetQueueHours { queue, hours } => self.set_queue_hours(*queue, *hours),
            Intent::SetAfterHour { queue, after_hour } => {
                self.edit_queue(*queue, |queue| queue.after_hour.clone_from(after_hour))
            }
            Intent::AddHolidayFolder { folder } => self.add_folder(folder),
            Intent::RenameHolidayFolder { folder, name } => self.rename_folder(*folder, name),
            Intent::RemoveHolidayFolder { folder } => self.remove_folder(*folder),
            Intent::AddHoliday { holiday } => self.add_holiday(holiday),
            Intent::EditHoliday { holiday } => self.edit_holiday(holiday),
            Intent::RemoveHoliday { holiday } => self.remove_holiday(*holiday),
            Intent::AddPin { pin } => self.add_pin(pin),
            Intent::RenamePin { pin, name } => self.rename_pin(*pin, name),
            Intent::ExpectOutcome { pin, expected } => self.expect_outcome(*pin, *expected),
            Intent::RemovePin { pin } => self.remove_pin(*pin),
            Intent::Block { sender } => self.block(*sender),
            Intent::Unblock { sender } => self.unblock(*sender),
            Intent::Bulk { changes, .. } => self.carry_out_all(changes, each),
        }
    }
}

/// Writes a setting that no rule restricts.
fn set<T>(field: &mut T, value: T) -> Applied {
    *field = value;
    Applied::default()
}
