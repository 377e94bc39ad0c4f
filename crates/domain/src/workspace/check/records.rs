//! Each record by itself, and what it points at: nothing that an intent could not have made.

use crate::number::{NumberRole, Owner, SmsNumber};
use crate::people::{MAX_AGENT_NUMBERS, User};
use crate::queue::SmsQueue;
use crate::refusal::Refusal;
use crate::workspace::Workspace;
use crate::workspace::apply::{checked_facts, pins, queues, settings, teams, users};

impl Workspace {
    /// The first record that is wrong, by name, and why.
    pub(super) fn check_records(&self) -> Result<(), (String, Refusal)> {
        let in_record = |what: String, found: Result<(), Refusal>| found.map_err(|cause| (what, cause));
        in_record("settings".into(), self.check_settings())?;
        for team in self.teams.values() {
            let found =
                teams::checked_name(&team.name).and_then(|_| self.check_observed(team.deflection.as_ref()));
            in_record(format!("team `{}`", team.name), found)?;
        }
        for user in self.users.values() {
            in_record(format!("user `{}`", user.email), self.check_user(user))?;
        }
        for hours in self.hours.values() {
            in_record(format!("custom hours `{}`", hours.name), self.check_hours(hours))?;
        }
        for queue in self.queues.values() {
            in_record(format!("queue `{}`", queue.name), self.check_queue(queue))?;
        }
        for number in self.numbers.values() {
            in_record(format!("number `{}`", number.number), self.check_number(number))?;
        }
        for pin in self.pins.values() {
            let found = pins::checked_name(&pin.name).map(drop);
            in_record(format!("pinned text `{}`", pin.name), found)?;
        }
        Ok(())
    }

    fn check_settings(&self) -> Result<(), Refusal> {
        let settings = &self.settings;
        settings::check_thresholds(settings.thresholds)?;
        settings::check_timeouts(settings.timeouts)?;
        settings::check_dismissal(settings.dismissal_min, settings.timeouts)?;
        settings::check_reply_limit(settings.reply_limit_min)?;
        settings::check_menu_words(&settings.words)?;
        self.check_schedule(&settings.hours)?;
        self.check_observed(settings.deflection.as_ref())
    }

    fn check_user(&self, user: &User) -> Result<(), Refusal> {
        self.check_email(&user.email, user.id)?;
        users::check_name(&user.first_name, &user.last_name)?;
        users::check_roles(&user.roles)?;
        self.require_teams(&user.teams)?;
        self.check_observed(user.deflection.as_ref())?;
        self.check_observed(user.own_deflection.as_ref())?;
        let mut numbers = self.numbers_of(Owner::Agent(user.id));
        match numbers.nth(MAX_AGENT_NUMBERS) {
            Some(_) => Err(Refusal::TooManyNumbers { user: user.name() }),
            None => Ok(()),
        }
    }

    fn check_queue(&self, queue: &SmsQueue) -> Result<(), Refusal> {
        self.checked_queue_name(&queue.name)?;
        self.check_keywords(&queue.keywords)?;
        queues::check_language(&queue.language)?;
        settings::check_timeouts(queue.timeouts)?;
        if let Some(hours) = queue.hours {
            self.require_hours(hours)?;
        }
        if !queue.agents.is_empty() || !queue.teams.is_empty() {
            self.check_members(queue.id, &queue.agents, &queue.teams)?;
        }
        Ok(())
    }

    fn check_number(&self, record: &SmsNumber) -> Result<(), Refusal> {
        let number = record.number;
        checked_facts(number, record.facts.as_ref())?;
        match &record.role {
            NumberRole::Direct { .. } if number.is_short_code() => Err(Refusal::ShortCodeDirect { number }),
            NumberRole::Direct { owner: None } => Ok(()),
            NumberRole::Direct { owner: Some(owner) } => self.require_owner(*owner),
            NumberRole::Normal {
                verified,
                inbound,
                outbound,
            } => {
                if let Some(queue) = inbound {
                    self.require_queue(*queue)?;
                    if !verified {
                        return Err(Refusal::NotVerified { number });
                    }
                }
                outbound
                    .iter()
                    .try_for_each(|target| self.require_sender(*target))
            }
        }
    }
}
