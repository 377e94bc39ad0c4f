//! Numbers: label, use, owner and links; the voice side and the blocklist.

use std::collections::BTreeSet;

use domain::number::{NumberRole, Owner, SmsNumber};
use domain::{Intent, PhoneNumber, Workspace};

use super::want::Want;

/// Owners let go, so that there is room for others.
pub(super) fn release(now: &Workspace, want: &Want) -> Vec<Intent> {
    let direct = direct(want).filter(|(number, _)| !want.staying.contains(number));
    let other_owner = direct.filter_map(|(number, wanted)| {
        let owner = now.number(number)?.owner()?;
        (wanted != Some(owner)).then_some(Intent::Unassign { number })
    });
    other_owner.collect()
}

/// Numbers that somebody has on the head and nobody would have now, though they were to go to somebody. One that was to
/// stay all the same went with whom it stayed with.
pub(super) fn released_in_vain(head: &Workspace, now: &Workspace, want: &Want) -> Vec<PhoneNumber> {
    let owner = |workspace: &Workspace, number| workspace.number(number).and_then(|number| number.owner());
    let wanted = direct(want).filter(|(number, wanted)| wanted.is_some() && !want.staying.contains(number));
    let numbers = wanted.map(|(number, _)| number);
    let in_vain = numbers.filter(|&number| owner(head, number).is_some() && owner(now, number).is_none());
    in_vain.collect()
}

/// The numbers that are to be direct, and who is to have them.
fn direct(want: &Want) -> impl Iterator<Item = (PhoneNumber, Option<Owner>)> {
    want.numbers
        .iter()
        .filter_map(|(&number, wanted)| match wanted.as_ref()?.role {
            NumberRole::Direct { owner } => Some((number, owner)),
            NumberRole::Normal { .. } => None,
        })
}

/// Every number that is not as it is to be.
pub(super) fn all(now: &Workspace, want: &Want) -> Vec<Intent> {
    let mut intents = Vec::new();
    for (&number, wanted) in &want.numbers {
        match (now.number(number), wanted) {
            (Some(_), None) => intents.push(Intent::RemoveNumber { number }),
            (None, Some(wanted)) => add(wanted, &mut intents),
            (Some(known), Some(wanted)) => change(known, wanted, &mut intents),
            (None, None) => {}
        }
    }
    intents
}

/// The voice side and the blocklist.
pub(super) fn beside(now: &Workspace, want: &Want) -> Vec<Intent> {
    let voice = want
        .ivr
        .iter()
        .filter(|(number, queue)| now.ivr_queue(**number) != queue.as_ref());
    let voice = voice.map(|(&number, queue)| Intent::SetIvrQueue {
        number,
        queue: queue.clone(),
    });
    let blocked = want
        .blocked
        .iter()
        .filter(|(sender, wanted)| now.is_blocked(**sender) != **wanted);
    let blocked = blocked.map(|(&sender, &wanted)| {
        if wanted {
            Intent::Block { sender }
        } else {
            Intent::Unblock { sender }
        }
    });
    voice.chain(blocked).collect()
}

fn add(wanted: &SmsNumber, intents: &mut Vec<Intent>) {
    intents.push(Intent::AddNumber {
        number: wanted.number,
        label: wanted.label.clone(),
        direct: wanted.is_direct(),
        entered_as: wanted.entered_as.clone(),
        facts: wanted.facts.clone(),
    });
    let role = if wanted.is_direct() {
        NumberRole::Direct { owner: None }
    } else {
        ordinary(false)
    };
    let fresh = SmsNumber {
        role,
        ..wanted.clone()
    };
    change(&fresh, wanted, intents);
}

fn ordinary(verified: bool) -> NumberRole {
    NumberRole::Normal {
        verified,
        inbound: None,
        outbound: BTreeSet::new(),
    }
}

fn change(known: &SmsNumber, wanted: &SmsNumber, intents: &mut Vec<Intent>) {
    let number = wanted.number;
    if known.label != wanted.label {
        let label = wanted.label.clone();
        intents.push(Intent::Relabel { number, label });
    }
    match (&known.role, &wanted.role) {
        (NumberRole::Direct { owner }, NumberRole::Direct { owner: wanted_owner }) => {
            let is_seated = owner == wanted_owner && known.slot == wanted.slot;
            if let Some(owner) = wanted_owner.filter(|_| !is_seated) {
                intents.push(assign(wanted, owner));
            }
        }
        (NumberRole::Normal { inbound, .. }, NumberRole::Direct { owner }) => {
            if inbound.is_some() {
                intents.push(Intent::SetInboundQueue { number, queue: None });
            }
            intents.push(Intent::MarkDirect { number });
            intents.extend(owner.map(|owner| assign(wanted, owner)));
        }
        // A proven number stays proven: only a new one is not yet.
        (known, NumberRole::Normal { verified: false, .. }) if !is_unproven(known) => {
            intents.push(Intent::RemoveNumber { number });
            add(wanted, intents);
        }
        (NumberRole::Direct { .. }, role @ NumberRole::Normal { .. }) => {
            intents.push(Intent::UnmarkDirect { number });
            links(wanted, &ordinary(true), role, intents);
        }
        (known, role @ NumberRole::Normal { verified, .. }) => {
            if *verified && is_unproven(known) {
                intents.push(Intent::MarkVerified { number });
            }
            links(wanted, known, role, intents);
        }
    }
}

fn is_unproven(role: &NumberRole) -> bool {
    matches!(role, NumberRole::Normal { verified: false, .. })
}

fn assign(wanted: &SmsNumber, owner: Owner) -> Intent {
    let slot = matches!(owner, Owner::Agent(_)).then_some(wanted.slot);
    Intent::Assign {
        number: wanted.number,
        owner,
        slot,
    }
}

/// Inbound queue and senders of an ordinary number.
fn links(number: &SmsNumber, known: &NumberRole, wanted: &NumberRole, intents: &mut Vec<Intent>) {
    let number = number.number;
    let (
        NumberRole::Normal {
            inbound, outbound, ..
        },
        NumberRole::Normal {
            inbound: wanted_inbound,
            outbound: wanted_outbound,
            ..
        },
    ) = (known, wanted)
    else {
        return;
    };
    if inbound != wanted_inbound {
        if inbound.is_some() {
            intents.push(Intent::SetInboundQueue { number, queue: None });
        }
        if wanted_inbound.is_some() {
            let queue = *wanted_inbound;
            intents.push(Intent::SetInboundQueue { number, queue });
        }
    }
    let deny = outbound.difference(wanted_outbound);
    intents.extend(deny.map(|&target| Intent::DenyOutbound { number, target }));
    let allow = wanted_outbound.difference(outbound);
    intents.extend(allow.map(|&target| Intent::AllowOutbound { number, target }));
}
