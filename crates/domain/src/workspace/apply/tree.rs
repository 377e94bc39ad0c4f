//! The queue tree: adding, moving, deleting, replacing.

use crate::applied::{Applied, Cascade};
use crate::ids::QueueId;
use crate::intent::QueueOutline;
use crate::number::{NumberRole, Owner, SmsNumber};
use crate::queue::SmsQueue;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

impl Workspace {
    pub(super) fn add_queue(
        &mut self,
        id: QueueId,
        name: &str,
        parent: Option<QueueId>,
        position: Option<u32>,
    ) -> Result<Applied, Refusal> {
        let name = self.checked_queue_name(name)?;
        if self.queue(id).is_some() {
            return Err(Refusal::Exists { what: "queue" });
        }
        self.require_room_under(parent)?;
        self.place(SmsQueue::new(id, &name, parent, 0), position, None)?;
        Ok(Applied::default())
    }

    /// At a place counted without the queue itself.
    pub(super) fn move_queue(
        &mut self,
        id: QueueId,
        parent: Option<QueueId>,
        position: Option<u32>,
        after: Option<QueueId>,
    ) -> Result<Applied, Refusal> {
        let queue = self.queue(id).ok_or(Refusal::Gone { what: "queue" })?;
        let mut queue = SmsQueue::clone(queue);
        if queue.parent != parent {
            self.require_room_under(parent)?;
        }
        if let Some(parent) = parent
            && self.queue_ancestry(parent).any(|above| above.id == id)
        {
            return Err(Refusal::InsideItself {
                what: "queue",
                name: queue.name,
                into: self.queue_name(parent),
            });
        }
        let from = queue.parent;
        queue.parent = parent;
        self.place(queue, position, after)?;
        self.close_ranks(from)?;
        Ok(Applied::default())
    }

    /// With the queues under it; all their numbers become free, their links go (R40).
    pub(super) fn remove_queue(&mut self, id: QueueId) -> Result<Applied, Refusal> {
        let parent = self.queue(id).ok_or(Refusal::Gone { what: "queue" })?.parent;
        let mut cascades = Vec::new();
        for queue in self.queue_with_those_under(id) {
            cascades.extend(self.clear_queue(queue)?);
            if queue != id {
                cascades.push(Cascade::QueueRemoved {
                    queue: self.queue_name(queue),
                });
            }
            self.take::<SmsQueue>(queue);
        }
        self.close_ranks(parent)?;
        Ok(Applied::with(cascades))
    }

    /// All queues go with what hangs on them, and the outline takes their place (R38).
    pub(super) fn replace_queues(&mut self, outline: &[QueueOutline]) -> Result<Applied, Refusal> {
        let mut next = self.clone();
        let mut cascades = Vec::new();
        let old: Vec<_> = self.queues().map(|queue| queue.id).collect();
        for queue in old {
            cascades.extend(next.clear_queue(queue)?);
            cascades.push(Cascade::QueueRemoved {
                queue: next.queue_name(queue),
            });
            next.take::<SmsQueue>(queue);
        }
        for QueueOutline { queue, name, parent } in outline {
            next.add_queue(*queue, name, *parent, None)?;
        }
        *self = next;
        Ok(Applied::with(cascades))
    }

    pub(super) fn rename_queue(&mut self, id: QueueId, name: &str) -> Result<Applied, Refusal> {
        let name = self.checked_queue_name(name)?;
        self.edit_queue(id, |queue| queue.name = name)
    }

    pub(super) fn edit_queue(
        &mut self,
        id: QueueId,
        change: impl FnOnce(&mut SmsQueue),
    ) -> Result<Applied, Refusal> {
        self.change(id, change)?;
        Ok(Applied::default())
    }

    /// Not empty, not a protected word (R34).
    pub(in crate::workspace) fn checked_queue_name(&self, name: &str) -> Result<String, Refusal> {
        let name = name.trim();
        if name.is_empty() {
            Err(Refusal::NoName { what: "queue" })
        } else if self.settings.is_protected(name) {
            Err(Refusal::ProtectedName {
                name: name.to_owned(),
            })
        } else {
            Ok(name.to_owned())
        }
    }

    /// A queue with numbers (R39) or members stays a leaf: they would be left in a queue that cannot have them.
    fn require_room_under(&self, parent: Option<QueueId>) -> Result<(), Refusal> {
        let Some(parent) = parent else { return Ok(()) };
        let above = self.queue(parent).ok_or(Refusal::Gone { what: "queue" })?;
        let queue = above.name.clone();
        if self.numbers_of(Owner::Queue(parent)).next().is_some() {
            return Err(Refusal::LeafHasNumbers { queue });
        }
        if !above.agents.is_empty() || !above.teams.is_empty() {
            return Err(Refusal::LeafHasMembers { queue });
        }
        Ok(())
    }

    /// Writes a queue at a place among those beside it, which make room.
    fn place(
        &mut self,
        mut queue: SmsQueue,
        position: Option<u32>,
        after: Option<QueueId>,
    ) -> Result<(), Refusal> {
        let mut order = self.queues_beside(queue.id, queue.parent);
        let last = order.len();
        let behind = after.and_then(|after| order.iter().position(|other| *other == after));
        let counted = position.and_then(|position| usize::try_from(position).ok());
        let at = behind
            .map(|before| before + 1)
            .or(counted)
            .map_or(last, |place| place.min(last));
        order.insert(at, queue.id);
        queue.position = u32::try_from(at).unwrap_or(u32::MAX);
        self.put(queue);
        self.number_in_order(order)
    }

    /// Numbers the queues under a queue from 0 again, after one has gone.
    fn close_ranks(&mut self, parent: Option<QueueId>) -> Result<(), Refusal> {
        let order = self.queues_under(parent).into_iter().map(|queue| queue.id);
        self.number_in_order(order.collect())
    }

    fn number_in_order(&mut self, order: Vec<QueueId>) -> Result<(), Refusal> {
        for (position, queue) in (0..).zip(order) {
            self.change(queue, |queue: &mut SmsQueue| queue.position = position)?;
        }
        Ok(())
    }

    /// Takes the numbers and links of a queue away.
    fn clear_queue(&mut self, id: QueueId) -> Result<Vec<Cascade>, Refusal> {
        let owner = Owner::Queue(id);
        let mut cascades = self.release_all(owner)?;
        cascades.extend(self.deny_all(owner)?);
        let inbound: Vec<_> = self.inbound_of(id).map(|number| number.number).collect();
        for number in inbound {
            self.change(number, |number: &mut SmsNumber| {
                if let NumberRole::Normal { inbound, .. } = &mut number.role {
                    *inbound = None;
                }
            })?;
            cascades.push(Cascade::InboundLost {
                number: self.printed(number),
                queue: self.queue_name(id),
            });
        }
        Ok(cascades)
    }
}
