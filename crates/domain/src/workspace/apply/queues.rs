//! What a queue says and who serves it; custom hours.

use std::collections::BTreeSet;

use crate::applied::{Applied, Cascade};
use crate::ids::{HoursId, QueueId, TeamId, UserId};
use crate::queue::{CustomHours, SmsQueue, Timeouts};
use crate::refusal::Refusal;
use crate::workspace::Workspace;
use crate::workspace::records::Record;

impl Workspace {
    /// Only leaves have agents.
    pub(super) fn set_members(
        &mut self,
        id: QueueId,
        agents: &BTreeSet<UserId>,
        teams: &BTreeSet<TeamId>,
    ) -> Result<Applied, Refusal> {
        self.check_members(id, agents, teams)?;
        self.edit_queue(id, |queue| {
            queue.agents.clone_from(agents);
            queue.teams.clone_from(teams);
        })
    }

    pub(in crate::workspace) fn check_members(
        &self,
        id: QueueId,
        agents: &BTreeSet<UserId>,
        teams: &BTreeSet<TeamId>,
    ) -> Result<(), Refusal> {
        self.require_leaf(id)?;
        for &agent in agents {
            self.require_agent(agent)?;
        }
        self.require_teams(teams)
    }

    /// Whole words; texting a command means something else (R34).
    pub(super) fn set_keywords(
        &mut self,
        id: QueueId,
        keywords: &BTreeSet<String>,
    ) -> Result<Applied, Refusal> {
        let trimmed: BTreeSet<_> = keywords.iter().map(|keyword| keyword.trim().to_owned()).collect();
        self.check_keywords(&trimmed)?;
        self.edit_queue(id, |queue| queue.keywords = trimmed)
    }

    pub(in crate::workspace) fn check_keywords(&self, keywords: &BTreeSet<String>) -> Result<(), Refusal> {
        if keywords.iter().any(|keyword| keyword.trim().is_empty()) {
            return Err(Refusal::EmptyText { what: "keyword" });
        }
        match keywords
            .iter()
            .find(|keyword| self.settings.is_protected(keyword))
        {
            Some(keyword) => Err(Refusal::ProtectedName {
                name: keyword.clone(),
            }),
            None => Ok(()),
        }
    }

    pub(super) fn set_language(&mut self, id: QueueId, language: &str) -> Result<Applied, Refusal> {
        check_language(language)?;
        self.edit_queue(id, |queue| language.trim().clone_into(&mut queue.language))
    }

    pub(super) fn set_queue_timeouts(&mut self, id: QueueId, timeouts: Timeouts) -> Result<Applied, Refusal> {
        super::settings::check_timeouts(timeouts)?;
        self.edit_queue(id, |queue| queue.timeouts = timeouts)
    }

    pub(super) fn set_queue_hours(
        &mut self,
        id: QueueId,
        hours: Option<HoursId>,
    ) -> Result<Applied, Refusal> {
        if let Some(hours) = hours {
            self.require_hours(hours)?;
        }
        self.edit_queue(id, |queue| queue.hours = hours)
    }

    pub(super) fn add_hours(&mut self, hours: &CustomHours) -> Result<Applied, Refusal> {
        if self.custom_hours(hours.id).is_some() {
            return Err(Refusal::Exists {
                what: CustomHours::WHAT,
            });
        }
        self.write_hours(hours)
    }

    pub(super) fn edit_hours(&mut self, hours: &CustomHours) -> Result<Applied, Refusal> {
        self.require_hours(hours.id)?;
        self.write_hours(hours)
    }

    /// The queues that use them take the general hours (specification 5.5).
    pub(super) fn remove_hours(&mut self, id: HoursId) -> Result<Applied, Refusal> {
        self.require_hours(id)?;
        let queues: Vec<_> = self
            .queues_with_hours(id)
            .map(|queue| (queue.id, queue.name.clone()))
            .collect();
        let mut cascades = Vec::new();
        for (queue, name) in queues {
            self.change(queue, |queue: &mut SmsQueue| queue.hours = None)?;
            cascades.push(Cascade::GeneralHours { queue: name });
        }
        self.take::<CustomHours>(id);
        Ok(Applied::with(cascades))
    }

    fn write_hours(&mut self, hours: &CustomHours) -> Result<Applied, Refusal> {
        self.check_hours(hours)?;
        self.put(CustomHours {
            name: hours.name.trim().to_owned(),
            ..hours.clone()
        });
        Ok(Applied::default())
    }

    pub(in crate::workspace) fn check_hours(&self, hours: &CustomHours) -> Result<(), Refusal> {
        if hours.name.trim().is_empty() {
            return Err(Refusal::NoName {
                what: CustomHours::WHAT,
            });
        }
        self.check_schedule(&hours.schedule)
    }

    pub(in crate::workspace) fn require_hours(&self, id: HoursId) -> Result<(), Refusal> {
        match self.custom_hours(id) {
            Some(_) => Ok(()),
            None => Err(Refusal::Gone {
                what: CustomHours::WHAT,
            }),
        }
    }
}

pub(in crate::workspace) fn check_language(language: &str) -> Result<(), Refusal> {
    if language.trim().is_empty() {
        Err(Refusal::EmptyText { what: "language" })
    } else {
        Ok(())
    }
}
