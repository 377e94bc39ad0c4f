//! Inventory, marking direct, and who may own a number.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod company;

use company::*;
use domain::applied::{Cascade, Warning};
use domain::number::NumberRole;
use domain::{Applied, Intent, Refusal, Workspace};

#[track_caller]
fn refused(workspace: &Workspace, intent: &Intent, sentence: &str) {
    let mut copy = workspace.clone();
    assert_eq!(copy.apply(intent).unwrap_err().to_string(), sentence);
    assert_eq!(copy, *workspace, "a refused intent changes nothing (R32)");
}

#[test]
fn r7_a_number_is_in_the_list_once() {
    refused(
        &company(),
        &add(number("+1 (415) 555.0101"), "Again", true),
        "`+14155550101` is already in the list, as One",
    );
}

#[test]
fn r12_a_short_code_cannot_be_direct() {
    let mut workspace = company();
    let sentence = "`72345` is a short code and cannot be direct: a direct number has a country code";
    refused(&workspace, &add(number("72345"), "Votes", true), sentence);
    after(&mut workspace, [add(number("72345"), "Votes", false)]).unwrap();
    refused(
        &workspace,
        &Intent::MarkDirect {
            number: number("72345"),
        },
        sentence,
    );
}

#[test]
fn r9_direct_means_verified() {
    let mut workspace = company();
    assert!(workspace.number(n1()).unwrap().is_verified());
    assert!(!workspace.number(plain()).unwrap().is_verified());
    after(&mut workspace, [Intent::MarkDirect { number: plain() }]).unwrap();
    assert!(workspace.number(plain()).unwrap().is_verified());
}

#[test]
fn r15_marking_direct_removes_outbound_links_and_names_them() {
    let mut workspace = company();
    let links = [leaf(SALES), leaf(BILLING), agent(ANN)].map(|target| Intent::AllowOutbound {
        number: plain(),
        target,
    });
    after(&mut workspace, links).unwrap();
    let applied = workspace.apply(&Intent::MarkDirect { number: plain() }).unwrap();
    let said: Vec<_> = applied.cascades.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "agent Ann can no longer send from +14155550103",
            "queue Sales can no longer send from +14155550103",
            "queue Billing can no longer send from +14155550103",
        ]
    );
    assert_eq!(
        workspace.number(plain()).unwrap().role,
        NumberRole::Direct { owner: None }
    );
    // R16: and none can be made.
    let again = Intent::AllowOutbound {
        number: plain(),
        target: agent(ANN),
    };
    refused(
        &workspace,
        &again,
        "`+14155550103` is a direct number: it cannot be used as a general outbound number",
    );
}

#[test]
fn r17_unmarking_takes_the_number_from_its_owner() {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), leaf(BILLING))]).unwrap();
    let applied = workspace.apply(&Intent::UnmarkDirect { number: n1() }).unwrap();
    assert_eq!(
        applied.cascades,
        [Cascade::Released {
            number: n1(),
            owner: "queue Billing".into()
        }]
    );
    let left = workspace.number(n1()).unwrap();
    assert!(!left.is_direct() && left.is_verified() && left.label.as_str() == "One");
    assert_eq!(workspace.numbers_of(leaf(BILLING)).count(), 0);
}

#[test]
fn r21_a_number_has_one_owner_and_the_refusal_names_it() {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), agent(BOB))]).unwrap();
    for other in [agent(ANN), leaf(BILLING)] {
        refused(
            &workspace,
            &assign(n1(), other),
            "`+14155550101` belongs to agent Bob: take it from there first",
        );
    }
    after(
        &mut workspace,
        [Intent::Unassign { number: n1() }, assign(n1(), leaf(BILLING))],
    )
    .unwrap();
    refused(
        &workspace,
        &assign(n1(), agent(ANN)),
        "`+14155550101` belongs to queue Billing: take it from there first",
    );
}

#[test]
fn r26_r28_r29_only_direct_numbers_leaves_and_agents() {
    let workspace = company();
    let sentence = "`+14155550103` is not a direct number: set it as a direct number first";
    refused(&workspace, &assign(plain(), agent(ANN)), sentence);
    refused(
        &workspace,
        &assign(n1(), leaf(SALES)),
        "queue Sales has queues under it: choose one of those",
    );
    refused(
        &workspace,
        &assign(n1(), agent(MAX)),
        "Max does not have the Agent role: add the role first",
    );
}

#[test]
fn r30_an_agent_has_at_most_five_numbers() {
    let mut workspace = company();
    let numbers: Vec<_> = (0..6).map(|last| number(&format!("+1415555020{last}"))).collect();
    for (index, &number) in numbers.iter().enumerate() {
        after(&mut workspace, [add(number, &format!("N{index}"), true)]).unwrap();
        let result = workspace.apply(&assign(number, agent(ANN)));
        let expected = if index < 5 {
            None
        } else {
            Some(Refusal::TooManyNumbers { user: "Ann".into() })
        };
        assert_eq!(result.err(), expected, "number {index}");
    }
    assert_eq!(workspace.numbers_of(agent(ANN)).count(), 5);
}

#[test]
fn r39_a_leaf_with_numbers_gets_no_queue_under_it() {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), leaf(BILLING))]).unwrap();
    let child = Intent::AddQueue {
        queue: queue(99),
        name: "Refunds".into(),
        parent: Some(queue(BILLING)),
        position: None,
    };
    refused(
        &workspace,
        &child,
        "queue Billing has direct numbers: move them before adding a queue under it",
    );
    after(&mut workspace, [Intent::Unassign { number: n1() }, child]).unwrap();
}

#[test]
fn r71_a_personal_queue_is_recommended_not_demanded() {
    let mut workspace = company();
    let lacking = workspace.clone().apply(&assign(n1(), agent(ANN))).unwrap();
    assert_eq!(
        lacking.warnings,
        [Warning::NoPersonalQueue { agent: "Ann".into() }]
    );
    let agents = [user(ANN)].into();
    after(
        &mut workspace,
        [Intent::SetQueueMembers {
            queue: queue(BILLING),
            agents,
            teams: [].into(),
        }],
    )
    .unwrap();
    assert_eq!(workspace.apply(&assign(n1(), agent(ANN))), Ok(Applied::default()));
}

#[test]
fn r43_the_direct_settings_need_an_assigned_number() {
    let mut workspace = company();
    let thresholds = Intent::SetThresholds {
        missed_chat: 3,
        unresponsive: 4,
    };
    refused(
        &workspace,
        &thresholds,
        "assign a direct number to an agent or a queue first",
    );
    after(&mut workspace, [assign(n1(), agent(ANN)), thresholds]).unwrap();
    // S109: both sides of each limit.
    for (given, fits) in [(0, false), (1, true), (99, true), (100, false)] {
        let result = workspace.clone().apply(&Intent::SetThresholds {
            missed_chat: given,
            unresponsive: 2,
        });
        assert_eq!(result.is_ok(), fits, "{given}");
    }
}

#[test]
fn r2_switching_sms_off_and_on_keeps_everything() {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), agent(ANN))]).unwrap();
    let before = workspace.clone();
    let off = workspace.apply(&Intent::SetSmsChat { on: false }).unwrap();
    assert_eq!(off.warnings, [Warning::DirectNumbersStop { count: 2 }]);
    after(&mut workspace, [Intent::SetSmsChat { on: true }]).unwrap();
    assert_eq!(workspace, before);
}
