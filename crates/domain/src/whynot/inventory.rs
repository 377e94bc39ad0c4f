//! D1 to D3 and D11: the sender, the switch, and numbers that lead nowhere.

use super::takers::{Taken, give, queues};
use super::{Candidate, Question};
use crate::intent::Intent;
use crate::number::{Label, Owner, SmsNumber};
use crate::phone::PhoneNumber;

/// D1, R74.
pub(super) fn unblock(question: &Question<'_>) -> Candidate {
    let sender = question.text.from;
    Candidate {
        reach: question.workspace.numbers().len(),
        ..Candidate::one(
            Intent::Unblock { sender },
            format!("take {sender} off the blocklist"),
        )
    }
}

/// D2, R1.
pub(super) fn sms_on(question: &Question<'_>) -> Candidate {
    Candidate {
        reach: question.workspace.numbers().len(),
        ..Candidate::one(Intent::SetSmsChat { on: true }, "turn Use SMS Chat on".to_owned())
    }
}

/// D3: into the list, alone or together with somebody who takes it.
pub(super) fn add(question: &Question<'_>) -> Vec<Candidate> {
    let number = question.text.to;
    let Some(intent) = added(number) else {
        return Vec::new();
    };
    let kind = if number.is_short_code() {
        "number"
    } else {
        "direct number"
    };
    let mut found = vec![Candidate::one(intent, format!("add {number} as a {kind}"))];
    if !number.is_short_code() {
        found.extend(give(question, Taken::Unlisted));
    }
    found
}

/// The number in the list, under its own digits until somebody labels it; a short code is never direct (R12).
pub(super) fn added(number: PhoneNumber) -> Option<Intent> {
    let label: Label = number.to_string().parse().ok()?;
    Some(Intent::AddNumber {
        number,
        label,
        direct: !number.is_short_code(),
        entered_as: number.to_string(),
        facts: None,
    })
}

/// D11: an ordinary number in no queue, into a queue or made direct.
pub(super) fn lead_somewhere(question: &Question<'_>) -> Vec<Candidate> {
    let number = question.text.to;
    let printed = question.printed();
    let record = question.workspace.number(number);
    let is_verified = record.is_some_and(|record| SmsNumber::is_verified(record));
    let mut found = vec![Candidate::one(
        Intent::MarkDirect { number },
        format!("set {printed} as a direct number"),
    )];
    for owner in queues(question).take(2) {
        let Owner::Queue(queue) = owner else { continue };
        let name = question.workspace.owner_name(owner);
        let lead = Intent::SetInboundQueue {
            number,
            queue: Some(queue),
        };
        found.push(if is_verified {
            Candidate::one(lead, format!("lead texts to {printed} into {name}"))
        } else {
            let title = format!("mark {printed} as verified and lead its texts into {name}");
            let changes = vec![Intent::MarkVerified { number }, lead].into();
            Candidate::one(
                Intent::Bulk {
                    title: title.clone(),
                    changes,
                },
                title,
            )
        });
    }
    found.extend(give(question, Taken::Ordinary));
    found
}
