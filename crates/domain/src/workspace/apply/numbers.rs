//! Inventory, marking direct, owners.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::applied::{Applied, Cascade, Warning};
use crate::number::{Label, NumberRole, Owner, SmsNumber};
use crate::people::MAX_AGENT_NUMBERS;
use crate::phone::{NumberFacts, PhoneNumber};
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
        let applied = Applied {
            warnings: self.same_label(number, label),
            ..Applied::default()
        };
        let role = if direct {
            NumberRole::Direct { owner: None }
        } else {
            unverified()
        };
        self.put(SmsNumber {
            number,
            label: label.clone(),
            entered_as: entered_as.to_owned(),
            facts: facts.cloned(),
            role,
        });
        Ok(applied)
    }

    pub(super) fn relabel(&mut self, number: PhoneNumber, label: &Label) -> Result<Applied, Refusal> {
        let applied = Applied {
            warnings: self.same_label(number, label),
            ..Applied::default()
        };
        self.edit_number(number, |number| number.label = label.clone())?;
        Ok(applied)
    }

    pub(super) fn mark_verified(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        self.edit_number(number, |number| {
            if let NumberRole::Normal { verified, .. } = &mut number.role {
                *verified = true;
            }
        })
    }

    /// Outbound links go (R15); an inbound leaf queue becomes the owner, another one is let go (A11).
    pub(super) fn mark_direct(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        if number.is_short_code() {
            return Err(Refusal::ShortCodeDirect { number });
        }
        let NumberRole::Normal {
            inbound, outbound, ..
        } = self.require_number(number)?.role.clone()
        else {
            return Err(Refusal::AlreadyDirect { number });
        };
        let mut cascades: Vec<_> = outbound
            .into_iter()
            .map(|target| Cascade::OutboundRemoved {
                number,
                target: self.owner_name(target),
            })
            .collect();
        let queue_name = |id| {
            self.queue(id)
                .map_or_else(String::new, |queue| queue.name.clone())
        };
        let owner = inbound.filter(|&queue| self.is_leaf(queue)).map(Owner::Queue);
        if let Some(id) = inbound {
            let queue = queue_name(id);
            let kept = owner.is_some();
            cascades.push(if kept {
                Cascade::InboundKept { number, queue }
            } else {
                Cascade::InboundRemoved { number, queue }
            });
        }
        self.set_role(number, NumberRole::Direct { owner })?;
        Ok(Applied {
            cascades,
            ..Applied::default()
        })
    }

    /// The number stays in the list, verified and without links (R17, R18).
    pub(super) fn unmark_direct(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        let cascades = self.release_of(number)?;
        self.set_role(
            number,
            NumberRole::Normal {
                verified: true,
                inbound: None,
                outbound: BTreeSet::new(),
            },
        )?;
        Ok(Applied {
            cascades,
            ..Applied::default()
        })
    }

    pub(super) fn remove_number(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        let record = Arc::clone(self.require_number(number)?);
        let cascades = match &record.role {
            NumberRole::Direct { .. } => self.release_of(number)?,
            NumberRole::Normal { outbound, .. } => {
                let name = |target: &Owner| Cascade::OutboundRemoved {
                    number,
                    target: self.owner_name(*target),
                };
                outbound.iter().map(name).collect()
            }
        };
        self.take::<SmsNumber>(number);
        Ok(Applied {
            cascades,
            ..Applied::default()
        })
    }

    /// One owner a number, and only one that can answer (R21–R30, R32).
    pub(super) fn assign(&mut self, number: PhoneNumber, owner: Owner) -> Result<Applied, Refusal> {
        let record = self.require_direct(number)?;
        if let Some(present) = record.owner().filter(|present| *present != owner) {
            return Err(Refusal::OwnedByAnother {
                number,
                owner: self.owner_name(present),
            });
        }
        let warnings = match owner {
            Owner::Agent(id) => {
                let user = self.user(id).ok_or(Refusal::Gone { what: "user" })?;
                if !user.is_agent() {
                    return Err(Refusal::NotAnAgent { user: user.name() });
                }
                let others = self
                    .numbers_of(owner)
                    .filter(|other| other.number != number)
                    .count();
                if others >= MAX_AGENT_NUMBERS {
                    return Err(Refusal::TooManyNumbers { user: user.name() });
                }
                let lacking = !self.has_personal_queue(id);
                lacking
                    .then(|| Warning::NoPersonalQueue { agent: user.name() })
                    .into_iter()
                    .collect()
            }
            Owner::Queue(id) => {
                let queue = self.queue(id).ok_or(Refusal::Gone { what: "queue" })?;
                if !self.is_leaf(id) {
                    return Err(Refusal::NotALeaf {
                        queue: queue.name.clone(),
                    });
                }
                Vec::new()
            }
        };
        self.set_role(number, NumberRole::Direct { owner: Some(owner) })?;
        Ok(Applied {
            warnings,
            ..Applied::default()
        })
    }

    pub(super) fn unassign(&mut self, number: PhoneNumber) -> Result<Applied, Refusal> {
        let cascades = self.release_of(number)?;
        if cascades.is_empty() {
            return Err(Refusal::NotAssigned { number });
        }
        self.set_role(number, NumberRole::Direct { owner: None })?;
        Ok(Applied::default())
    }

    pub(super) fn allow_outbound(&mut self, number: PhoneNumber, target: Owner) -> Result<Applied, Refusal> {
        if self.require_number(number)?.is_direct() {
            return Err(Refusal::OutboundOfDirect { number });
        }
        let exists = match target {
            Owner::Agent(id) => self.user(id).is_some(),
            Owner::Queue(id) => self.queue(id).is_some(),
        };
        if !exists {
            return Err(Refusal::Gone { what: "owner" });
        }
        self.edit_number(number, |number| {
            if let NumberRole::Normal { outbound, .. } = &mut number.role {
                outbound.insert(target);
            }
        })
    }

    /// What its owner loses when a direct number is taken away.
    fn release_of(&self, number: PhoneNumber) -> Result<Vec<Cascade>, Refusal> {
        let owner = self.require_direct(number)?.owner();
        Ok(owner
            .map(|owner| Cascade::Released {
                number,
                owner: self.owner_name(owner),
            })
            .into_iter()
            .collect())
    }

    fn require_number(&self, number: PhoneNumber) -> Result<&Arc<SmsNumber>, Refusal> {
        self.number(number).ok_or(Refusal::UnknownNumber { number })
    }

    fn require_direct(&self, number: PhoneNumber) -> Result<&Arc<SmsNumber>, Refusal> {
        self.require_number(number).and_then(|found| {
            if found.is_direct() {
                Ok(found)
            } else {
                Err(Refusal::NotDirect { number })
            }
        })
    }

    fn edit_number(
        &mut self,
        number: PhoneNumber,
        change: impl FnOnce(&mut SmsNumber),
    ) -> Result<Applied, Refusal> {
        self.require_number(number)?;
        self.change(number, change)?;
        Ok(Applied::default())
    }

    fn set_role(&mut self, number: PhoneNumber, role: NumberRole) -> Result<(), Refusal> {
        self.change(number, |number: &mut SmsNumber| number.role = role)
    }

    /// Labels may repeat, with a hint.
    fn same_label(&self, number: PhoneNumber, label: &Label) -> Vec<Warning> {
        let twin = self.numbers_labelled(label).find(|other| other.number != number);
        twin.map(|twin| Warning::LabelInUse {
            label: label.to_string(),
            number: twin.number,
        })
        .into_iter()
        .collect()
    }
}

fn unverified() -> NumberRole {
    NumberRole::Normal {
        verified: false,
        inbound: None,
        outbound: BTreeSet::new(),
    }
}
