//! The tree of the queues: who lies where, and what goes with a queue that is deleted.

use super::*;

fn move_queue(id: u128, parent: Option<u128>, position: Option<u32>) -> Intent {
    Intent::MoveQueue {
        queue: queue(id),
        parent: parent.map(queue),
        position,
        after: None,
    }
}

fn remove(id: u128) -> Intent {
    Intent::RemoveQueue { queue: queue(id) }
}

/// The names under a queue, in the order of the menu; their places count from 0.
#[track_caller]
fn order(workspace: &Workspace, parent: Option<u128>, expected: &[&str]) {
    let under = workspace.queues_under(parent.map(queue));
    let names: Vec<_> = under.iter().map(|queue| queue.name.as_str()).collect();
    assert_eq!(names, expected);
    for (place, queue) in (0..).zip(&under) {
        assert_eq!(queue.position, place, "{}", queue.name);
    }
}

/// Sales has Billing, Refunds and Orders under it.
fn three() -> Workspace {
    let mut workspace = company();
    let queues = [
        add_queue(REFUNDS, "Refunds", Some(SALES)),
        add_queue(ORDERS, "Orders", Some(SALES)),
    ];
    after(&mut workspace, queues).unwrap();
    workspace
}

#[test]
fn r39_s050_a_leaf_with_numbers_or_members_gets_no_queue_under_it() {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), leaf(BILLING))]).unwrap();
    let numbers = "queue Billing has direct numbers: move them before adding a queue under it";
    refused(&workspace, &add_queue(99, "Refunds", Some(BILLING)), numbers);
    after(&mut workspace, [add_queue(REFUNDS, "Refunds", Some(SALES))]).unwrap();
    refused(&workspace, &move_queue(REFUNDS, Some(BILLING), None), numbers);
    // The same for its agents: only leaves have them.
    after(
        &mut workspace,
        [Intent::Unassign { number: n1() }, members(BILLING, &[ANN], &[])],
    )
    .unwrap();
    refused(
        &workspace,
        &add_queue(99, "More", Some(BILLING)),
        "queue Billing has agents or teams: take them away before adding a queue under it",
    );
    after(
        &mut workspace,
        [members(BILLING, &[], &[]), add_queue(99, "More", Some(BILLING))],
    )
    .unwrap();
    assert!(!workspace.is_leaf(queue(BILLING)));
}

#[test]
fn queues_keep_their_order_in_the_menu() {
    let mut workspace = three();
    order(&workspace, Some(SALES), &["Billing", "Refunds", "Orders"]);
    let first = Intent::AddQueue {
        queue: queue(40),
        name: "Returns".into(),
        parent: Some(queue(SALES)),
        position: Some(0),
    };
    after(&mut workspace, [first]).unwrap();
    order(
        &workspace,
        Some(SALES),
        &["Returns", "Billing", "Refunds", "Orders"],
    );
    after(&mut workspace, [move_queue(40, Some(SALES), Some(2))]).unwrap();
    order(
        &workspace,
        Some(SALES),
        &["Billing", "Refunds", "Returns", "Orders"],
    );
    after(&mut workspace, [move_queue(REFUNDS, None, Some(0))]).unwrap();
    order(&workspace, Some(SALES), &["Billing", "Returns", "Orders"]);
    order(&workspace, None, &["Refunds", "Sales"]);
    after(
        &mut workspace,
        [move_queue(REFUNDS, Some(SALES), Some(99)), remove(BILLING)],
    )
    .unwrap();
    order(&workspace, Some(SALES), &["Returns", "Orders", "Refunds"]);
    order(&workspace, None, &["Sales"]);
}

#[test]
fn a_queue_does_not_go_into_itself() {
    let mut workspace = company();
    for into in [SALES, BILLING] {
        let name = if into == SALES { "Sales" } else { "Billing" };
        refused(
            &workspace,
            &move_queue(SALES, Some(into), None),
            &format!("queue Sales cannot go into {name}, which lies inside it"),
        );
    }
    after(
        &mut workspace,
        [
            move_queue(BILLING, None, Some(0)),
            move_queue(SALES, Some(BILLING), None),
        ],
    )
    .unwrap();
    order(&workspace, None, &["Billing"]);
}

#[test]
fn r40_s051_deleting_a_queue_frees_its_numbers() {
    let mut workspace = three();
    let inbound = Intent::SetInboundQueue {
        number: plain(),
        queue: Some(queue(SALES)),
    };
    let outbound = Intent::AllowOutbound {
        number: plain(),
        target: leaf(BILLING),
    };
    after(
        &mut workspace,
        [
            assign(n1(), leaf(BILLING)),
            Intent::MarkVerified { number: plain() },
            inbound,
            outbound,
            members(REFUNDS, &[ANN], &[]),
        ],
    )
    .unwrap();
    let mut only_billing = workspace.clone();
    cascades(
        &mut only_billing,
        &remove(BILLING),
        &[
            "+14155550101 is taken from queue Billing",
            "queue Billing can no longer send from +14155550103",
        ],
    );
    let freed = only_billing.number(n1()).unwrap();
    assert!(freed.is_direct() && freed.owner().is_none());
    cascades(
        &mut workspace,
        &remove(SALES),
        &[
            "texts to +14155550103 no longer land in queue Sales",
            "+14155550101 is taken from queue Billing",
            "queue Billing can no longer send from +14155550103",
            "queue Billing is deleted",
            "queue Refunds is deleted",
            "queue Orders is deleted",
        ],
    );
    assert_eq!(workspace.queues().len(), 0);
    assert_eq!(workspace.queues_of_agent(user(ANN)).count(), 0);
}

#[test]
fn r38_a_copied_structure_takes_the_place_of_all_queues() {
    let mut workspace = three();
    after(&mut workspace, [assign(n1(), leaf(BILLING))]).unwrap();
    let outline = |id, name: &str, parent: Option<u128>| QueueOutline {
        queue: queue(id),
        name: name.into(),
        parent: parent.map(queue),
    };
    let copy = |queues: &[QueueOutline]| Intent::ReplaceQueues {
        queues: queues.to_vec(),
    };
    refused(
        &workspace,
        &copy(&[outline(50, "Web", None), outline(51, "Stop", Some(50))]),
        "`Stop` is a command that people text: choose another name",
    );
    refused(
        &workspace,
        &copy(&[outline(51, "Shop", Some(BILLING))]),
        "this queue no longer exists",
    );
    cascades(
        &mut workspace,
        &copy(&[
            outline(50, "Web", None),
            outline(51, "Shop", Some(50)),
            outline(52, "Help desk", Some(50)),
        ]),
        &[
            "queue Sales is deleted",
            "+14155550101 is taken from queue Billing",
            "queue Billing is deleted",
            "queue Refunds is deleted",
            "queue Orders is deleted",
        ],
    );
    order(&workspace, None, &["Web"]);
    order(&workspace, Some(50), &["Shop", "Help desk"]);
    assert_eq!(workspace.number(n1()).unwrap().owner(), None);
}

#[test]
fn only_leaves_have_agents_and_teams() {
    let workspace = company();
    refused(
        &workspace,
        &members(SALES, &[ANN], &[]),
        "queue Sales has queues under it: choose one of those",
    );
    refused(
        &workspace,
        &members(BILLING, &[MAX], &[]),
        "Max does not have the Agent role: add the role first",
    );
    refused(
        &workspace,
        &members(BILLING, &[], &[77]),
        "this team no longer exists",
    );
}
