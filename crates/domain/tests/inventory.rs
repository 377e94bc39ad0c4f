//! The list of numbers: adding, labels, verified, removing.

use crate::company::*;
use domain::number::{Label, NumberRole, SmsNumber};
use domain::phone::{NumberFacts, NumberKind, Printed, Validity};
use domain::{Intent, ParsePhoneError, PhoneNumber};

fn label(number: PhoneNumber, label: &str) -> Intent {
    Intent::Relabel {
        number,
        label: label.parse().unwrap(),
    }
}

#[test]
fn s010_an_added_direct_number_is_verified_and_unassigned() {
    let mut workspace = company();
    after(&mut workspace, [add(number("+1 415-555-0100"), "Ann", true)]).unwrap();
    let added: &SmsNumber = workspace.number(number("+14155550100")).unwrap();
    assert_eq!(added.label.as_str(), "Ann");
    assert!(added.is_direct() && added.is_verified());
    assert_eq!(added.owner(), None);
}

#[test]
fn s011_a_number_has_its_country_code() {
    assert_eq!(
        "415-555-0100".parse::<PhoneNumber>(),
        Err(ParsePhoneError::NoCountryCode)
    );
}

#[test]
fn r7_s012_a_number_is_in_the_list_once() {
    refused(
        &company(),
        &add(number("+1 (415) 555.0101"), "Again", true),
        "`+14155550101` is already in the list, as One",
    );
}

#[test]
fn r5_s013_a_label_is_not_empty() {
    assert!(" ".parse::<Label>().is_err());
    let stored = r#"{"relabel":{"number":"+14155550101","label":"  "}}"#;
    assert!(serde_json::from_str::<Intent>(stored).is_err());
}

#[test]
fn s014_an_ordinary_number_is_neither_direct_nor_verified() {
    let workspace = company();
    let record = workspace.number(plain()).unwrap();
    assert!(!record.is_direct() && !record.is_verified());
}

#[test]
fn r12_a34_s015_a_short_code_cannot_be_direct() {
    let mut workspace = company();
    let sentence = "`72345` is a short code and cannot be direct: a direct number has a country code";
    refused(&workspace, &add(number("72345"), "Votes", true), sentence);
    after(&mut workspace, [add(number("72345"), "Votes", false)]).unwrap();
    let mark = Intent::MarkDirect {
        number: number("72345"),
    };
    refused(&workspace, &mark, sentence);
}

#[test]
fn r6_s017_full_width_digits_are_digits() {
    let mut workspace = company();
    after(
        &mut workspace,
        [add(number("+１４１５５５５０１００"), "Ann", true)],
    )
    .unwrap();
    assert!(workspace.number(number("+14155550100")).is_some());
}

/// +14155550100 as somebody writes it.
fn written(printed: &str) -> Intent {
    let facts = NumberFacts {
        region: None,
        kind: NumberKind::Unknown,
        printed: Printed::new(number(printed), printed),
        validity: Validity::NotJudged,
    };
    Intent::AddNumber {
        number: number("+14155550100"),
        label: "Ann".parse().unwrap(),
        direct: true,
        entered_as: String::new(),
        facts: Some(facts),
    }
}

#[test]
fn r20_what_goes_along_names_a_number_as_it_is_written() {
    let mut workspace = company();
    let number = number("+14155550100");
    after(
        &mut workspace,
        [written("+1 415-555-0100"), assign(number, leaf(BILLING))],
    )
    .unwrap();
    warns(
        &mut workspace.clone(),
        &label(n1(), "Ann"),
        &["+1 415-555-0100 has the label Ann too"],
    );
    for intent in [
        Intent::UnmarkDirect { number },
        Intent::RemoveNumber { number },
        Intent::RemoveQueue {
            queue: queue(BILLING),
        },
    ] {
        cascades(
            &mut workspace.clone(),
            &intent,
            &["+1 415-555-0100 is taken from queue Billing"],
        );
    }
}

#[test]
fn r6_what_is_shown_for_a_number_is_that_number() {
    refused(
        &company(),
        &written("+1 415 555 0199"),
        "`+1 415 555 0199` is not how `+14155550100` is written: its digits are others",
    );
    after(&mut company(), [written("+1 415 555 0100")]).unwrap();
    // What is stored goes through the same door.
    for wrong in ["415 555 0100", "+1 415 FLOWERS", "+1 415 555\u{202e} 0100", ""] {
        let stored = serde_json::to_string(wrong).unwrap();
        assert!(serde_json::from_str::<Printed>(&stored).is_err(), "{wrong}");
    }
}

#[test]
fn labels_may_repeat_with_a_hint() {
    let mut workspace = company();
    warns(
        &mut workspace,
        &label(n2(), "One"),
        &["+14155550101 has the label One too"],
    );
    warns(
        &mut workspace,
        &label(n1(), "One"),
        &["+14155550102 has the label One too"],
    );
    warns(&mut workspace, &label(n2(), "Other"), &[]);
    warns(&mut workspace, &label(n1(), "One"), &[]);
}

#[test]
fn a10_a_number_is_marked_as_verified() {
    let mut workspace = company();
    after(&mut workspace, [Intent::MarkVerified { number: plain() }]).unwrap();
    assert!(workspace.number(plain()).unwrap().is_verified());
    refused(
        &workspace,
        &Intent::MarkVerified {
            number: number("+14155559999"),
        },
        "`+14155559999` is not in the list: add it first",
    );
}

#[test]
fn a32_removing_a_number_lists_what_goes() {
    let mut workspace = company();
    after(
        &mut workspace,
        [
            Intent::MarkVerified { number: plain() },
            Intent::AllowOutbound {
                number: plain(),
                target: agent(ANN),
            },
            Intent::SetInboundQueue {
                number: plain(),
                queue: Some(queue(BILLING)),
            },
            Intent::SetIvrQueue {
                number: plain(),
                queue: Some("Main".parse().unwrap()),
            },
            assign(n1(), leaf(BILLING)),
        ],
    )
    .unwrap();
    cascades(
        &mut workspace,
        &Intent::RemoveNumber { number: plain() },
        &[
            "agent Ann can no longer send from +14155550103",
            "texts to +14155550103 no longer land in queue Billing",
        ],
    );
    cascades(
        &mut workspace,
        &Intent::RemoveNumber { number: n1() },
        &["+14155550101 is taken from queue Billing"],
    );
    assert_eq!(listed(workspace.numbers()), [n2()]);
    assert_eq!(workspace.inbound_of(queue(BILLING)).count(), 0);
    assert_eq!(workspace.outbound_of(agent(ANN)).count(), 0);
    assert_eq!(workspace.ivr_queue(plain()).unwrap().as_str(), "Main");
}

#[test]
fn r8_a_number_carries_the_direct_tag_while_it_is_marked() {
    let mut workspace = company();
    let tags = |workspace: &domain::Workspace| {
        let number = workspace.number(plain()).unwrap();
        (number.is_direct(), number.is_verified())
    };
    assert_eq!(tags(&workspace), (false, false));
    after(&mut workspace, [Intent::MarkDirect { number: plain() }]).unwrap();
    assert_eq!(tags(&workspace), (true, true));
    after(&mut workspace, [Intent::UnmarkDirect { number: plain() }]).unwrap();
    assert_eq!(tags(&workspace), (false, true));
}

#[test]
fn r13_the_voice_list_and_the_sms_list_know_nothing_of_each_other() {
    let mut workspace = company();
    let main = Intent::SetIvrQueue {
        number: plain(),
        queue: Some("Main".parse().unwrap()),
    };
    let outside = number("+14155550109");
    let unlisted = Intent::SetIvrQueue {
        number: outside,
        queue: Some("Main".parse().unwrap()),
    };
    after(&mut workspace, [main, unlisted]).unwrap();
    // What only the voice list has is no SMS number, and may become one.
    assert!(workspace.number(outside).is_none());
    after(&mut workspace, [add(outside, "Late", true)]).unwrap();
    assert_eq!(workspace.ivr_queue(outside).unwrap().as_str(), "Main");
    // Neither record goes with the other.
    after(&mut workspace, [Intent::RemoveNumber { number: plain() }]).unwrap();
    assert_eq!(workspace.ivr_queue(plain()).unwrap().as_str(), "Main");
    let none = Intent::SetIvrQueue {
        number: outside,
        queue: None,
    };
    after(&mut workspace, [none]).unwrap();
    assert!(workspace.ivr_queue(outside).is_none());
    assert_eq!(workspace.number(outside).unwrap().label.as_str(), "Late");
}

#[test]
fn r10_r36_an_ordinary_number_serves_one_queue_and_only_verified() {
    let mut workspace = company();
    let lead = |queue_id| Intent::SetInboundQueue {
        number: plain(),
        queue: Some(queue(queue_id)),
    };
    refused(
        &workspace,
        &lead(SALES),
        "`+14155550103` is not verified: mark it as verified first",
    );
    after(
        &mut workspace,
        [Intent::MarkVerified { number: plain() }, lead(SALES)],
    )
    .unwrap();
    refused(
        &workspace,
        &lead(BILLING),
        "texts to `+14155550103` land in queue Sales: take it from there first",
    );
    let none = Intent::SetInboundQueue {
        number: plain(),
        queue: None,
    };
    after(&mut workspace, [none, lead(BILLING)]).unwrap();
    // A queue may have several.
    let other = number("+14155550104");
    let more = Intent::SetInboundQueue {
        number: other,
        queue: Some(queue(BILLING)),
    };
    after(
        &mut workspace,
        [
            add(other, "Other", false),
            Intent::MarkVerified { number: other },
            more,
        ],
    )
    .unwrap();
    assert_eq!(listed(workspace.inbound_of(queue(BILLING))), [plain(), other]);
    let direct = Intent::SetInboundQueue {
        number: n1(),
        queue: Some(queue(BILLING)),
    };
    refused(
        &workspace,
        &direct,
        "`+14155550101` is a direct number: assign it to the queue instead",
    );
}

#[test]
fn outbound_links_are_many_to_many() {
    let mut workspace = company();
    let allow = |target| Intent::AllowOutbound {
        number: plain(),
        target,
    };
    let deny = |target| Intent::DenyOutbound {
        number: plain(),
        target,
    };
    after(
        &mut workspace,
        [allow(agent(ANN)), allow(leaf(SALES)), deny(agent(ANN))],
    )
    .unwrap();
    let NumberRole::Normal { outbound, .. } = &workspace.number(plain()).unwrap().role else {
        panic!("it is ordinary");
    };
    assert_eq!(outbound.iter().copied().collect::<Vec<_>>(), [leaf(SALES)]);
    refused(
        &workspace,
        &deny(agent(ANN)),
        "agent Ann cannot send from `+14155550103` anyway",
    );
    refused(
        &workspace,
        &allow(agent(MAX)),
        "Max does not have the Agent role: add the role first",
    );
}

#[test]
fn r3_s004_the_screens_of_numbers_are_locked_while_sms_is_off() {
    let mut workspace = company();
    after(
        &mut workspace,
        [assign(n1(), agent(ANN)), Intent::SetSmsChat { on: false }],
    )
    .unwrap();
    let locked = [
        add(number("+14155550100"), "New", true),
        label(n1(), "Two"),
        Intent::MarkDirect { number: plain() },
        Intent::UnmarkDirect { number: n1() },
        Intent::MarkVerified { number: plain() },
        Intent::RemoveNumber { number: n1() },
        assign(n2(), agent(BOB)),
        Intent::Unassign { number: n1() },
        Intent::SetIvrQueue {
            number: n1(),
            queue: None,
        },
        Intent::SetReplyLimit { minutes: 5 },
        Intent::SetThresholds {
            missed_chat: 3,
            unresponsive: 4,
        },
        Intent::SetGlobalDeflection {
            deflection: office("UTC", "closed"),
        },
    ];
    for intent in &locked {
        refused(
            &workspace,
            intent,
            "SMS is off: turn on Use SMS Chat in Settings, Chat, SMS",
        );
    }
    // S001: it unlocks them, and people and queues were never locked.
    after(
        &mut workspace,
        [members(BILLING, &[BOB], &[]), Intent::SetSmsChat { on: true }],
    )
    .unwrap();
    for intent in locked.into_iter().take(1) {
        after(&mut workspace, [intent]).unwrap();
    }
}
