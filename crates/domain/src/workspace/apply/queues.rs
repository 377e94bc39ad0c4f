//! The queue tree and its members.

use std::collections::BTreeSet;

use crate::applied::Applied;
use crate::ids::{HoursId, QueueId, TeamId, UserId};
use crate::number::Owner;
use crate::queue::{CustomHours, SmsQueue};
use crate::refusal::Refusal;
use crate::workspace::Workspace;
use crate::workspace::records::Record;

impl Workspace {
    pub(super) fn add_queue(
        &mut self,
        id: QueueId,
        name: &str,
        parent: Option<QueueId>,
        position: Option<u32>,
    ) -> Result<Applied, Refusal> {
        if name.trim().is_empty() {
            return Err(Refusal::BadName {
                what: "queue",
                name: name.to_owned(),
            });
        }
        if self.settings.is_protected(name) {
            return Err(Refusal::ProtectedName {
                name: name.to_owned(),
            });
        }
        if self.queue(id).is_some() {
            return Err(Refusal::Exists { what: "queue" });
        }
        if let Some(parent) = parent {
            let above = self.queue(parent).ok_or(Refusal::Gone { what: "queue" })?;
            if self.numbers_of(Owner::Queue(parent)).next().is_some() {
                return Err(Refusal::LeafHasNumbers {
                    queue: above.name.clone(),
                });
            }
        }
        let beside = self.queues_under(parent);
        let last = u32::try_from(beside.len()).unwrap_or(u32::MAX);
        let position = position.unwrap_or(last).min(last);
        let after: Vec<_> = beside
            .into_iter()
            .filter(|queue| queue.position >= position)
            .map(|queue| queue.id)
            .collect();
        for queue in after {
            self.edit_queue(queue, |queue| queue.position += 1)?;
        }
        self.put(SmsQueue::new(id, name.trim(), parent, position));
        Ok(Applied::default())
    }

    /// Only leaves have agents.
    pub(super) fn set_members(
        &mut self,
        id: QueueId,
        agents: &BTreeSet<UserId>,
        teams: &BTreeSet<TeamId>,
    ) -> Result<Applied, Refusal> {
        let queue = self.queue(id).ok_or(Refusal::Gone { what: "queue" })?;
        if !self.is_leaf(id) {
            return Err(Refusal::NotALeaf {
                queue: queue.name.clone(),
            });
        }
        for &agent in agents {
            let user = self.user(agent).ok_or(Refusal::Gone { what: "user" })?;
            if !user.is_agent() {
                return Err(Refusal::NotAnAgent { user: user.name() });
            }
        }
        if teams.iter().any(|&team| self.team(team).is_none()) {
            return Err(Refusal::Gone { what: "team" });
        }
        self.edit_queue(id, |queue| {
            queue.agents.clone_from(agents);
            queue.teams.clone_from(teams);
        })
    }

    pub(super) fn edit_queue(
        &mut self,
        id: QueueId,
        change: impl FnOnce(&mut SmsQueue),
    ) -> Result<Applied, Refusal> {
        self.change(id, change)?;
        Ok(Applied::default())
    }

    pub(super) fn set_queue_hours(
        &mut self,
        id: QueueId,
        hours: Option<HoursId>,
    ) -> Result<Applied, Refusal> {
        if hours.is_some_and(|hours| self.custom_hours(hours).is_none()) {
            return Err(Refusal::Gone {
                what: CustomHours::WHAT,
            });
        }
        self.edit_queue(id, |queue| queue.hours = hours)
    }

    pub(super) fn add_hours(&mut self, hours: &CustomHours) -> Result<Applied, Refusal> {
        if hours.name.trim().is_empty() {
            return Err(Refusal::BadName {
                what: CustomHours::WHAT,
                name: hours.name.clone(),
            });
        }
        if self.custom_hours(hours.id).is_some() {
            return Err(Refusal::Exists {
                what: CustomHours::WHAT,
            });
        }
        self.put(hours.clone());
        Ok(Applied::default())
    }
}
