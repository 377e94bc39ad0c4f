//! Setting a number as direct and clearing it, with all that goes along.

use crate::company::*;
use domain::number::NumberRole;
use domain::{Intent, Workspace};

const MARK: fn() -> Intent = || Intent::MarkDirect { number: plain() };

/// The ordinary number, used outbound by two queues and one agent.
fn used_outbound() -> Workspace {
    let mut workspace = company();
    let links = [leaf(SALES), leaf(BILLING), agent(ANN)].map(|target| Intent::AllowOutbound {
        number: plain(),
        target,
    });
    after(&mut workspace, links).unwrap();
    workspace
}

fn inbound_on(queue_id: u128) -> Workspace {
    let mut workspace = company();
    let inbound = Intent::SetInboundQueue {
        number: plain(),
        queue: Some(queue(queue_id)),
    };
    after(
        &mut workspace,
        [Intent::MarkVerified { number: plain() }, inbound],
    )
    .unwrap();
    workspace
}

#[test]
fn r15_s020_s022_marking_removes_outbound_links_and_names_them() {
    let mut workspace = used_outbound();
    cascades(
        &mut workspace,
        &MARK(),
        &[
            "agent Ann can no longer send from +14155550103",
            "queue Sales can no longer send from +14155550103",
            "queue Billing can no longer send from +14155550103",
        ],
    );
    let role = &workspace.number(plain()).unwrap().role;
    assert_eq!(*role, NumberRole::Direct { owner: None });
    for target in [leaf(SALES), leaf(BILLING), agent(ANN)] {
        assert_eq!(workspace.outbound_of(target).count(), 0);
    }
}

#[test]
fn r14_s021_looking_at_the_confirmation_changes_nothing() {
    let workspace = used_outbound();
    let mut thrown_away = workspace.clone();
    assert_eq!(thrown_away.apply(&MARK()).unwrap().cascades.len(), 3);
    assert_eq!(workspace, used_outbound());
}

#[test]
fn r16_s023_a_direct_number_is_no_outbound_number() {
    let mut workspace = used_outbound();
    after(&mut workspace, [MARK()]).unwrap();
    let again = Intent::AllowOutbound {
        number: plain(),
        target: agent(ANN),
    };
    refused(
        &workspace,
        &again,
        "`+14155550103` is a direct number: it cannot be used as a general outbound number",
    );
    refused(&workspace, &MARK(), "`+14155550103` is a direct number already");
}

#[test]
fn a11_s024_an_inbound_leaf_becomes_the_owner() {
    let mut workspace = inbound_on(BILLING);
    cascades(
        &mut workspace,
        &MARK(),
        &["+14155550103 becomes a direct number of queue Billing"],
    );
    assert_eq!(listed(workspace.numbers_of(leaf(BILLING))), [plain()]);
}

#[test]
fn a11_s025_an_inbound_queue_with_children_is_let_go() {
    let mut workspace = inbound_on(SALES);
    cascades(
        &mut workspace,
        &MARK(),
        &["+14155550103 is taken from queue Sales, which has queues under it"],
    );
    assert_eq!(workspace.number(plain()).unwrap().owner(), None);
    assert_eq!(workspace.inbound_of(queue(SALES)).count(), 0);
}

#[test]
fn r9_s026_direct_means_verified() {
    let mut workspace = company();
    assert!(workspace.number(n1()).unwrap().is_verified());
    assert!(!workspace.number(plain()).unwrap().is_verified());
    after(&mut workspace, [MARK()]).unwrap();
    assert!(workspace.number(plain()).unwrap().is_verified());
}

#[test]
fn r17_r18_s030_s031_unmarking_takes_the_number_from_its_owner() {
    for (owner, name) in [(leaf(BILLING), "queue Billing"), (agent(ANN), "agent Ann")] {
        let mut workspace = company();
        after(&mut workspace, [assign(n1(), owner)]).unwrap();
        let sentence = format!("+14155550101 is taken from {name}");
        cascades(
            &mut workspace,
            &Intent::UnmarkDirect { number: n1() },
            &[&sentence],
        );
        let left = workspace.number(n1()).unwrap();
        assert!(!left.is_direct() && left.is_verified() && left.label.as_str() == "One");
        assert_eq!(workspace.numbers_of(owner).count(), 0);
    }
}

#[test]
fn r19_s032_unmarking_leaves_the_ivr_queue_alone() {
    let mut workspace = company();
    let ivr = Intent::SetIvrQueue {
        number: n1(),
        queue: Some("Main".parse().unwrap()),
    };
    after(
        &mut workspace,
        [
            ivr,
            assign(n1(), leaf(BILLING)),
            Intent::UnmarkDirect { number: n1() },
        ],
    )
    .unwrap();
    assert_eq!(workspace.number(n1()).unwrap().owner(), None);
    assert_eq!(workspace.ivr_queue(n1()).unwrap().as_str(), "Main");
}

#[test]
fn r18_s033_outbound_links_do_not_come_back() {
    let mut workspace = used_outbound();
    after(&mut workspace, [MARK(), Intent::UnmarkDirect { number: plain() }]).unwrap();
    let NumberRole::Normal {
        verified, outbound, ..
    } = &workspace.number(plain()).unwrap().role
    else {
        panic!("it is ordinary again");
    };
    assert!(*verified && outbound.is_empty());
}

#[test]
fn s034_unmarking_a_free_number_takes_it_from_nobody() {
    let mut workspace = company();
    cascades(&mut workspace, &Intent::UnmarkDirect { number: n1() }, &[]);
    refused(
        &workspace,
        &Intent::UnmarkDirect { number: n1() },
        "`+14155550101` is not a direct number: set it as a direct number first",
    );
}

#[test]
fn r20_s035_a_cancelled_confirmation_leaves_the_number_assigned() {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), agent(ANN))]).unwrap();
    let mut thrown_away = workspace.clone();
    thrown_away.apply(&Intent::UnmarkDirect { number: n1() }).unwrap();
    assert_eq!(workspace.number(n1()).unwrap().owner(), Some(agent(ANN)));
}
