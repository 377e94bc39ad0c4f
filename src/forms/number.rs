//! The inputs of a number's dialog: label, **Set as a direct number**, the voice side, and what an ordinary number is
//! used for (F3, F4, A10, specification 2.4 and 2.12a).

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::ids::QueueId;
use domain::number::{Label, NumberRole, Owner, SmsNumber};
use domain::queue::IvrQueueName;
use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use super::deflection::Faulty;
use crate::parts::choices::{owner_key, owner_of};

/// The inputs as they stand.
#[derive(Clone, Copy)]
pub struct NumberInputs {
    stored: StoredValue<Arc<SmsNumber>>,
    stored_ivr: StoredValue<Option<IvrQueueName>>,
    /// The label.
    pub label: RwSignal<String>,
    /// **Set as a direct number**.
    pub direct: RwSignal<bool>,
    /// **Mark as verified**; of an ordinary number.
    pub verified: RwSignal<bool>,
    /// The IVR queue that has the number on the voice side; empty when none has.
    pub ivr: RwSignal<String>,
    /// The key of the queue in which texts to an ordinary number land.
    pub inbound: RwSignal<Option<String>>,
    /// The keys of those who may send from an ordinary number.
    pub outbound: RwSignal<BTreeSet<String>>,
}

impl NumberInputs {
    /// The inputs as the draft has the number; none when it has no such number.
    pub fn new(workspace: &Workspace, number: PhoneNumber) -> Option<Self> {
        let record = Arc::clone(workspace.number(number)?);
        let ivr = workspace.ivr_queue(number).cloned();
        let (inbound, outbound) = match &record.role {
            NumberRole::Normal {
                inbound, outbound, ..
            } => (*inbound, outbound.iter().copied().map(owner_key).collect()),
            NumberRole::Direct { .. } => (None, BTreeSet::new()),
        };
        Some(Self {
            label: RwSignal::new(record.label.to_string()),
            direct: RwSignal::new(record.is_direct()),
            verified: RwSignal::new(record.is_verified()),
            ivr: RwSignal::new(ivr.as_ref().map(ToString::to_string).unwrap_or_default()),
            inbound: RwSignal::new(inbound.map(|queue| queue.to_string())),
            outbound: RwSignal::new(outbound),
            stored: StoredValue::new(record),
            stored_ivr: StoredValue::new(ivr),
        })
    }

    /// Whether it was direct when the dialog was opened.
    pub fn was_direct(self) -> bool {
        self.stored.read_value().is_direct()
    }

    /// Whether it was verified when the dialog was opened.
    pub fn was_verified(self) -> bool {
        self.stored.read_value().is_verified()
    }

    /// Whether it is and stays an ordinary number, so that what such a number is used for can be set.
    pub fn stays_ordinary(self) -> bool {
        !self.was_direct() && !self.direct.get()
    }

    /// What is wrong with the label.
    pub fn label_error(self) -> Option<String> {
        self.label
            .read()
            .parse::<Label>()
            .err()
            .map(|error| error.to_string())
    }

    /// What is wrong with the name of the IVR queue.
    pub fn ivr_error(self) -> Option<String> {
        self.ivr_queue().err().map(|error| error.to_string())
    }

    fn ivr_queue(self) -> Result<Option<IvrQueueName>, domain::queue::IvrQueueNameError> {
        let name = self.ivr.read();
        if name.trim().is_empty() {
            return Ok(None);
        }
        name.parse().map(Some)
    }

    /// The change of the number's role, which is asked about before it is written (F3, F4, R14).
    pub fn role(self) -> Option<Intent> {
        let number = self.stored.read_value().number;
        match (self.was_direct(), self.direct.get()) {
            (false, true) => Some(Intent::MarkDirect { number }),
            (true, false) => Some(Intent::UnmarkDirect { number }),
            _ => None,
        }
    }

    /// What **Save** does.
    ///
    /// # Errors
    /// A label or a name that cannot be.
    pub fn intents(self) -> Result<Vec<Intent>, Faulty> {
        let stored = self.stored.get_value();
        let number = stored.number;
        let label = self.label.read().parse::<Label>().map_err(|_| Faulty)?;
        let ivr = self.ivr_queue().map_err(|_| Faulty)?;
        let relabel = (label != stored.label).then_some(Intent::Relabel { number, label });
        let voice =
            (ivr != self.stored_ivr.get_value()).then_some(Intent::SetIvrQueue { number, queue: ivr });
        let mut intents: Vec<_> = relabel.into_iter().chain(voice).chain(self.role()).collect();
        if let (
            true,
            NumberRole::Normal {
                inbound, outbound, ..
            },
        ) = (self.stays_ordinary(), &stored.role)
        {
            if self.verified.get() && !self.was_verified() {
                intents.push(Intent::MarkVerified { number });
            }
            intents.extend(self.inbound_changes(number, *inbound));
            intents.extend(self.outbound_changes(number, outbound));
        }
        Ok(intents)
    }

    /// From one queue to another in two steps, since a number serves one queue at a time (R36).
    fn inbound_changes(self, number: PhoneNumber, stored: Option<QueueId>) -> Vec<Intent> {
        let wanted = self.inbound.read().as_deref().and_then(|key| key.parse().ok());
        if wanted == stored {
            return Vec::new();
        }
        let leave = stored.map(|_| None);
        let enter = wanted.map(Some);
        let steps = leave.into_iter().chain(enter);
        steps
            .map(|queue| Intent::SetInboundQueue { number, queue })
            .collect()
    }

    fn outbound_changes(self, number: PhoneNumber, stored: &BTreeSet<Owner>) -> Vec<Intent> {
        let wanted: BTreeSet<_> = self
            .outbound
            .read()
            .iter()
            .filter_map(|key| owner_of(key))
            .collect();
        let denied = stored.difference(&wanted);
        let denied = denied.map(|&target| Intent::DenyOutbound { number, target });
        let allowed = wanted.difference(stored);
        let allowed = allowed.map(|&target| Intent::AllowOutbound { number, target });
        denied.chain(allowed).collect()
    }
}

#[cfg(test)]
mod tests {
    use domain::Zone;
    use uuid::Uuid;

    use super::*;

    const NUMBER: &str = "+1 312 555 0100";

    fn queue(id: u128) -> QueueId {
        QueueId::from(Uuid::from_u128(id))
    }

    /// An ordinary, verified number that lands in Billing, which may send from it too; Sales is another queue.
    fn company() -> Workspace {
        let mut workspace = Workspace::empty("Larkspur", Zone::UTC);
        let number = NUMBER.parse().unwrap();
        let add_queue = |id: u128, name: &str| Intent::AddQueue {
            queue: queue(id),
            name: name.to_owned(),
            parent: None,
            position: None,
        };
        for intent in [
            Intent::SetSmsChat { on: true },
            add_queue(1, "Billing"),
            add_queue(2, "Sales"),
            Intent::AddNumber {
                number,
                label: "Desk".parse().unwrap(),
                direct: false,
                entered_as: NUMBER.to_owned(),
                facts: None,
            },
            Intent::MarkVerified { number },
            Intent::SetInboundQueue {
                number,
                queue: Some(queue(1)),
            },
            Intent::AllowOutbound {
                number,
                target: Owner::Queue(queue(1)),
            },
        ] {
            workspace.apply(&intent).unwrap();
        }
        workspace
    }

    /// How many changes **Save** makes of these inputs, and the number as it is then, with its IVR queue.
    fn saved(change: impl Fn(NumberInputs)) -> (usize, Arc<SmsNumber>, Option<String>) {
        let mut workspace = company();
        let number = NUMBER.parse().unwrap();
        let intents = leptos::prelude::Owner::new().with(|| {
            let inputs = NumberInputs::new(&workspace, number).unwrap();
            change(inputs);
            inputs.intents().unwrap()
        });
        for intent in &intents {
            workspace.apply(intent).unwrap();
        }
        let ivr = workspace.ivr_queue(number).map(ToString::to_string);
        (intents.len(), workspace.number(number).unwrap().clone(), ivr)
    }

    fn role(inbound: u128, senders: &[u128]) -> NumberRole {
        NumberRole::Normal {
            verified: true,
            inbound: Some(queue(inbound)),
            outbound: senders.iter().map(|&id| Owner::Queue(queue(id))).collect(),
        }
    }

    #[test]
    fn nothing_is_changed_by_a_form_that_was_only_looked_at() {
        let (changes, record, ivr) = saved(|_| ());
        assert_eq!((changes, record.role.clone(), ivr), (0, role(1, &[1]), None));
    }

    #[test]
    fn r24_the_voice_side_is_named_and_let_go_beside_all_else() {
        let (changes, record, ivr) = saved(|inputs| inputs.ivr.set(" Main ".to_owned()));
        assert_eq!((changes, ivr.as_deref()), (1, Some("Main")));
        assert_eq!(record.role, role(1, &[1]));
    }

    #[test]
    fn r36_another_inbound_queue_takes_the_place_of_the_first() {
        let (_, record, _) = saved(|inputs| inputs.inbound.set(Some(queue(2).to_string())));
        assert_eq!(record.role, role(2, &[1]));
    }

    #[test]
    fn outbound_links_are_those_that_are_ticked() {
        let (changes, record, _) = saved(|inputs| {
            let key = owner_key(Owner::Queue(queue(2)));
            inputs.outbound.set(BTreeSet::from([key]));
        });
        assert_eq!((changes, record.role.clone()), (2, role(1, &[2])));
    }

    #[test]
    fn r15_a_number_that_becomes_direct_takes_no_outbound_change_along() {
        let (changes, record, _) = saved(|inputs| {
            inputs.outbound.set(BTreeSet::new());
            inputs.direct.set(true);
        });
        assert_eq!(changes, 1);
        assert_eq!(record.owner(), Some(Owner::Queue(queue(1))));
    }

    #[test]
    fn a_label_and_an_ivr_name_that_cannot_be_are_said_and_nothing_is_saved() {
        leptos::prelude::Owner::new().with(|| {
            let inputs = NumberInputs::new(&company(), NUMBER.parse().unwrap()).unwrap();
            assert_eq!((inputs.label_error(), inputs.ivr_error()), (None, None));
            inputs.ivr.set("x".repeat(200));
            assert!(inputs.ivr_error().is_some());
            assert_eq!(inputs.intents(), Err(Faulty));
            inputs.ivr.set(String::new());
            inputs.label.set(" ".to_owned());
            assert!(inputs.label_error().is_some());
            assert_eq!(inputs.intents(), Err(Faulty));
        });
    }
}
