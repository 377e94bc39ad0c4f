//! The queue tree and its members.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::applied::Applied;
use crate::ids::{QueueId, TeamId, UserId};
use crate::number::Owner;
use crate::queue::{SmsQueue, is_protected};
use crate::refusal::Refusal;
use crate::workspace::Workspace;

impl Workspace {
    pub(super) fn add_queue(
        &mut self,
        id: QueueId,
        name: String,
        parent: Option<QueueId>,
    ) -> Result<Applied, Refusal> {
        if name.trim().is_empty() {
            return Err(Refusal::BadName { what: "queue", name });
        }
        if is_protected(&name) {
            return Err(Refusal::ProtectedName { name });
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
        let queue = SmsQueue {
            id,
            name: name.trim().to_owned(),
            parent,
            agents: BTreeSet::new(),
            teams: BTreeSet::new(),
            hours: None,
            after_hour_message: None,
        };
        self.queues.insert(id, Arc::new(queue));
        Ok(Applied::default())
    }

    /// Only leaves have agents.
    pub(super) fn set_members(
        &mut self,
        id: QueueId,
        agents: BTreeSet<UserId>,
        teams: BTreeSet<TeamId>,
    ) -> Result<Applied, Refusal> {
        let queue = self.queue(id).ok_or(Refusal::Gone { what: "queue" })?;
        if !self.is_leaf(id) {
            return Err(Refusal::NotALeaf {
                queue: queue.name.clone(),
            });
        }
        for &agent in &agents {
            let user = self.user(agent).ok_or(Refusal::Gone { what: "user" })?;
            if !user.is_agent() {
                return Err(Refusal::NotAnAgent {
                    user: user.name.clone(),
                });
            }
        }
        if teams.iter().any(|&team| self.team(team).is_none()) {
            return Err(Refusal::Gone { what: "team" });
        }
        self.edit_queue(id, |queue| {
            queue.agents = agents;
            queue.teams = teams;
        })
    }

    pub(super) fn edit_queue(
        &mut self,
        id: QueueId,
        change: impl FnOnce(&mut SmsQueue),
    ) -> Result<Applied, Refusal> {
        super::edit(&mut self.queues, &id, "queue", change)
    }
}
