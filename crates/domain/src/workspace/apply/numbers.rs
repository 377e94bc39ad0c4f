//! The inventory, and marking direct.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::applied::{Applied, Cascade, Warning};
use crate::ids::QueueId;
use crate::number::{Label, NumberRole, Owner, Slot, SmsNumber};
use crate::phone::{NumberFacts, PhoneNumber};
use crate::queue::IvrQueueName;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

impl Workspace {
    pub(super) fn add_number(
        &mut self,
        number: PhoneNumber,
        label: &Label,
        direct: bool,
        entered_as: &str,
        facts: Option<&NumberFacts>,
    ) -> Result<Applied, Refusal> {
        if let Some(known) = self.number(number) {
            return Err(Refusal::NumberExists {
                number,
                label: known.label.to_string(),
            });
        }
        if direct && number.is_short_code() {
            return Err(Refusal::ShortCodeDirect { number });
        }
        checked_facts(number, facts)?;
        let applied = Applied::warning(self.same_label(number, label));
        let role = if direct {
            NumberRole::Direct { owner: None }
        } else {
            normal(false)
        };
        self.put(SmsNumber {
            number,
            label: label.clone(),
            entered_as: entered_as.to_owned(),
            facts: facts.cloned(),
            role,
            slot: Slot::default(),
        });
        Ok(applied)
    }

    pub(super) fn relabel(&mut self, number: PhoneNumber, label: &Label) -> Result<Applied, Refusal> {
        self.require_number(number)?;
        let applied = Applied::warning(self.same_label(number, label));
        self.change(number, |number: &mut SmsNumber| number.label = label.clone())?;
        Ok(applied)
    }

    pub(super) fn mark_verified(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        self.require_number(number)?;
        self.change(number, |number: &mut SmsNumber| {
            if let NumberRole::Normal { verified, .. } = &mut number.role {
                *verified = true;
            }
        })?;
        Ok(Applied::default())
    }

    /// Outbound links go (R15); an inbound leaf queue becomes the owner, another one is let go (A11).
    pub(super) fn mark_direct(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        if number.is_short_code() {
            return Err(Refusal::ShortCodeDirect { number });
        }
        let record = Arc::clone(self.require_number(number)?);
        let NumberRole::Normal {
            inbound, outbound, ..
        } = &record.role
        else {
            return Err(Refusal::AlreadyDirect { number });
        };
        let mut cascades = self.outbound_lost(&record, outbound);
        let owner = inbound.filter(|&queue| self.is_leaf(queue)).map(Owner::Queue);
        if let Some(id) = *inbound {
            let (number, queue) = (record.printed(), self.queue_name(id));
            cascades.push(match owner {
                Some(_) => Cascade::InboundKept { number, queue },
                None => Cascade::InboundRemoved { number, queue },
            });
        }
        self.set_role(number, NumberRole::Direct { owner })?;
        Ok(Applied::with(cascades))
    }

    /// The number stays in the list, verified and without links (R17, R18); the voice side is another matter (R19).
    pub(super) fn unmark_direct(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        let cascades = self.release_of(number)?;
        self.set_role(number, normal(true))?;
        Ok(Applied::with(cascades))
    }

    /// With all that hangs on it (A32); the voice side is another matter (R13).
    pub(super) fn remove_number(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        let record = Arc::clone(self.require_number(number)?);
        let cascades = match &record.role {
            NumberRole::Direct { .. } => self.release_of(number)?,
            NumberRole::Normal {
                inbound, outbound, ..
            } => {
                let mut cascades = self.outbound_lost(&record, outbound);
                cascades.extend(inbound.map(|queue| Cascade::InboundLost {
                    number: record.printed(),
                    queue: self.queue_name(queue),
                }));
                cascades
            }
        };
        self.take::<SmsNumber>(number);
        Ok(Applied::with(cascades))
    }

    /// The voice side knows its own numbers, in the SMS list or not (R13, R24).
    pub(super) fn set_ivr(&mut self, number: PhoneNumber, queue: Option<&IvrQueueName>) -> Applied {
        match queue {
            Some(queue) => self.ivr.insert(number, queue.clone()),
            None => self.ivr.remove(&number),
        };
        Applied::default()
    }

    fn outbound_lost(&self, record: &SmsNumber, targets: &BTreeSet<Owner>) -> Vec<Cascade> {
        let name = |target: &Owner| Cascade::OutboundRemoved {
            number: record.printed(),
            target: self.owner_name(*target),
        };
        targets.iter().map(name).collect()
    }

    /// Labels may repeat, with a hint (specification 2.2).
    fn same_label(&self, number: PhoneNumber, label: &Label) -> Option<Warning> {
        let twin = self
            .numbers_labelled(label)
            .find(|other| other.number != number)?;
        Some(Warning::LabelInUse {
            label: label.to_string(),
            number: twin.printed(),
        })
    }

    pub(super) fn require_number(&self, number: PhoneNumber) -> Result<&Arc<SmsNumber>, Refusal> {
        self.number(number).ok_or(Refusal::UnknownNumber { number })
    }

    pub(super) fn set_role(&mut self, number: PhoneNumber, role: NumberRole) -> Result<(), Refusal> {
        self.change(number, |number: &mut SmsNumber| {
            number.role = role;
            number.slot = Slot::default();
        })
    }

    pub(super) fn queue_name(&self, id: QueueId) -> String {
        self.queue(id)
            .map_or_else(String::new, |queue| queue.name.clone())
    }
}

/// What is shown for a number is that number.
pub(in crate::workspace) fn checked_facts(
    number: PhoneNumber,
    facts: Option<&NumberFacts>,
) -> Result<(), Refusal> {
    match facts.and_then(|facts| facts.printed.as_ref()) {
        Some(printed) if !printed.shows(number) => Err(Refusal::OtherDigits {
            number,
            printed: printed.as_str().to_owned(),
        }),
        _ => Ok(()),
    }
}

fn normal(verified: bool) -> NumberRole {
    NumberRole::Normal {
        verified,
        inbound: None,
        outbound: BTreeSet::new(),
    }
}
