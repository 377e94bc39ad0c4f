//! Who has a direct number, who may send from an ordinary one, and where its texts land.

use std::sync::Arc;

use crate::applied::{Applied, Cascade, Warning};
use crate::ids::{QueueId, UserId};
use crate::number::{NumberRole, Owner, Slot, SmsNumber};
use crate::people::{MAX_AGENT_NUMBERS, User};
use crate::phone::PhoneNumber;
use crate::queue::SmsQueue;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

impl Workspace {
    /// One owner a number, and only one that can answer (R21–R30, R32).
    pub(super) fn assign(
        &mut self,
        number: PhoneNumber,
        owner: Owner,
        slot: Option<Slot>,
    ) -> Result<Applied, Refusal> {
        let record = self.require_direct(number)?;
        if let Some(present) = record.owner().filter(|present| *present != owner) {
            return Err(Refusal::OwnedByAnother {
                number,
                owner: self.owner_name(present),
            });
        }
        self.require_owner(owner)?;
        let warning = match owner {
            Owner::Agent(id) => {
                let user = self.require_agent(id)?;
                let mut others = self.numbers_of(owner).filter(|other| other.number != number);
                if others.nth(MAX_AGENT_NUMBERS - 1).is_some() {
                    return Err(Refusal::TooManyNumbers { user: user.name() });
                }
                let lacking = !self.has_personal_queue(id);
                lacking.then(|| Warning::NoPersonalQueue { agent: user.name() })
            }
            Owner::Queue(_) => None,
        };
        let seats = self.seats(number, owner, slot);
        self.set_role(number, NumberRole::Direct { owner: Some(owner) })?;
        for (number, slot) in seats {
            self.change(number, |number: &mut SmsNumber| number.slot = slot)?;
        }
        Ok(Applied::warning(warning))
    }

    /// The slots that change when a number comes to an agent: its own, and that of the number it displaces.
    fn seats(&self, number: PhoneNumber, owner: Owner, wanted: Option<Slot>) -> Vec<(PhoneNumber, Slot)> {
        if matches!(owner, Owner::Queue(_)) {
            return Vec::new();
        }
        let (mine, others): (Vec<_>, Vec<_>) = self
            .numbers_of(owner)
            .map(|record| (record.number, record.slot))
            .partition(|(other, _)| *other == number);
        let free = || Slot::all().find(|slot| others.iter().all(|(_, taken)| taken != slot));
        let present = mine.first().map(|(_, slot)| *slot).or_else(free);
        let Some(taken) = wanted.or(present) else {
            return Vec::new();
        };
        let displaced = others.iter().find(|(_, slot)| *slot == taken);
        let displaced = displaced.zip(present).map(|((other, _), slot)| (*other, slot));
        std::iter::once((number, taken)).chain(displaced).collect()
    }

    /// The number stays direct (A4).
    pub(super) fn unassign(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        if self.require_direct(number)?.owner().is_none() {
            return Err(Refusal::NotAssigned { number });
        }
        self.set_role(number, NumberRole::Direct { owner: None })?;
        Ok(Applied::default())
    }

    pub(super) fn allow_outbound(&mut self, number: PhoneNumber, target: Owner) -> Result<Applied, Refusal> {
        self.require_outbound(number)?;
        self.require_sender(target)?;
        self.change_outbound(number, |targets| targets.insert(target))
    }

    pub(super) fn deny_outbound(&mut self, number: PhoneNumber, target: Owner) -> Result<Applied, Refusal> {
        let NumberRole::Normal { outbound, .. } = &self.require_outbound(number)?.role else {
            return Err(Refusal::OutboundOfDirect { number });
        };
        if !outbound.contains(&target) {
            return Err(Refusal::NotOutbound {
                number,
                target: self.owner_name(target),
            });
        }
        self.change_outbound(number, |targets| targets.remove(&target))
    }

    /// Only a verified number (R10), and one queue at a time (R36).
    pub(super) fn set_inbound(
        &mut self,
        number: PhoneNumber,
        queue: Option<QueueId>,
    ) -> Result<Applied, Refusal> {
        let NumberRole::Normal {
            verified, inbound, ..
        } = self.require_number(number)?.role
        else {
            return Err(Refusal::InboundOfDirect { number });
        };
        if let Some(id) = queue {
            self.require_queue(id)?;
            if !verified {
                return Err(Refusal::NotVerified { number });
            }
            if let Some(present) = inbound.filter(|present| *present != id) {
                return Err(Refusal::InboundTaken {
                    number,
                    queue: self.queue_name(present),
                });
            }
        }
        self.change(number, |number: &mut SmsNumber| {
            if let NumberRole::Normal { inbound, .. } = &mut number.role {
                *inbound = queue;
            }
        })?;
        Ok(Applied::default())
    }

    /// Takes every direct number from an owner.
    pub(super) fn release_all(&mut self, owner: Owner) -> Result<Vec<Cascade>, Refusal> {
        let numbers: Vec<_> = self.numbers_of(owner).map(|number| number.number).collect();
        let name = self.owner_name(owner);
        let mut cascades = Vec::new();
        for number in numbers {
            self.set_role(number, NumberRole::Direct { owner: None })?;
            cascades.push(Cascade::Released {
                number: self.printed(number),
                owner: name.clone(),
            });
        }
        Ok(cascades)
    }

    /// Takes every number someone may send from away from them.
    pub(super) fn deny_all(&mut self, target: Owner) -> Result<Vec<Cascade>, Refusal> {
        let numbers: Vec<_> = self.outbound_of(target).map(|number| number.number).collect();
        let name = self.owner_name(target);
        let mut cascades = Vec::new();
        for number in numbers {
            self.change_outbound(number, |targets| targets.remove(&target))?;
            cascades.push(Cascade::OutboundRemoved {
                number: self.printed(number),
                target: name.clone(),
            });
        }
        Ok(cascades)
    }

    /// What its owner loses when a direct number is taken away.
    pub(super) fn release_of(&self, number: PhoneNumber) -> Result<Vec<Cascade>, Refusal> {
        let record = self.require_direct(number)?;
        let released = record.owner().map(|owner| Cascade::Released {
            number: record.printed(),
            owner: self.owner_name(owner),
        });
        Ok(released.into_iter().collect())
    }

    /// An agent or a leaf queue (R28, R29).
    pub(in crate::workspace) fn require_owner(&self, owner: Owner) -> Result<(), Refusal> {
        match owner {
            Owner::Agent(id) => self.require_agent(id).map(drop),
            Owner::Queue(id) => self.require_leaf(id).map(drop),
        }
    }

    /// An agent or any queue (specification 2.4).
    pub(in crate::workspace) fn require_sender(&self, target: Owner) -> Result<(), Refusal> {
        match target {
            Owner::Agent(id) => self.require_agent(id).map(drop),
            Owner::Queue(id) => self.require_queue(id).map(drop),
        }
    }

    pub(in crate::workspace) fn require_queue(&self, id: QueueId) -> Result<&Arc<SmsQueue>, Refusal> {
        self.queue(id).ok_or(Refusal::Gone { what: "queue" })
    }

    pub(super) fn require_agent(&self, id: UserId) -> Result<&Arc<User>, Refusal> {
        let user = self.user(id).ok_or(Refusal::Gone { what: "user" })?;
        if user.is_agent() {
            Ok(user)
        } else {
            Err(Refusal::NotAnAgent { user: user.name() })
        }
    }

    pub(super) fn require_leaf(&self, id: QueueId) -> Result<&Arc<SmsQueue>, Refusal> {
        let queue = self.require_queue(id)?;
        if self.is_leaf(id) {
            Ok(queue)
        } else {
            Err(Refusal::NotALeaf {
                queue: queue.name.clone(),
            })
        }
    }

    fn require_direct(&self, number: PhoneNumber) -> Result<&Arc<SmsNumber>, Refusal> {
        let record = self.require_number(number)?;
        if record.is_direct() {
            Ok(record)
        } else {
            Err(Refusal::NotDirect { number })
        }
    }

    fn require_outbound(&self, number: PhoneNumber) -> Result<&Arc<SmsNumber>, Refusal> {
        let record = self.require_number(number)?;
        if record.is_direct() {
            Err(Refusal::OutboundOfDirect { number })
        } else {
            Ok(record)
        }
    }

    fn change_outbound(
        &mut self,
        number: PhoneNumber,
        change: impl FnOnce(&mut std::collections::BTreeSet<Owner>) -> bool,
    ) -> Result<Applied, Refusal> {
        self.change(number, |number: &mut SmsNumber| {
            if let NumberRole::Normal { outbound, .. } = &mut number.role {
                change(outbound);
            }
        })?;
        Ok(Applied::default())
    }
}
