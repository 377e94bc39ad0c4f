use domain::ids::QueueId;
use domain::{Intent, Workspace, Zone};
use uuid::Uuid;

use super::{Fate, Landing, Part};
use crate::pages::queues::tree;

fn id(number: u128) -> QueueId {
    Uuid::from_u128(number).into()
}

const SUPPORT: u128 = 1;
const ORDERS: u128 = 2;
const RETURNS: u128 = 3;
const ABROAD: u128 = 4;
const BILLING: u128 = 5;

/// Support with Orders and Returns, which has Abroad under it; then Billing, which has a number.
fn company() -> Workspace {
    let mut workspace = Workspace::empty("Larkspur", Zone::UTC);
    workspace.apply(&Intent::SetSmsChat { on: true }).unwrap();
    for (queue, name, parent) in [
        (SUPPORT, "Support", None),
        (ORDERS, "Orders", Some(SUPPORT)),
        (RETURNS, "Returns", Some(SUPPORT)),
        (ABROAD, "Abroad", Some(RETURNS)),
        (BILLING, "Billing", None),
    ] {
        let add = Intent::AddQueue {
            queue: id(queue),
            name: name.to_owned(),
            parent: parent.map(id),
            position: None,
        };
        workspace.apply(&add).unwrap();
    }
    let number = "+13125550132".parse().unwrap();
    let add = Intent::AddNumber {
        number,
        label: "Billing".parse().unwrap(),
        direct: true,
        entered_as: String::new(),
        facts: None,
    };
    workspace.apply(&add).unwrap();
    let owner = domain::number::Owner::Queue(id(BILLING));
    let assign = Intent::Assign {
        number,
        owner,
        slot: None,
    };
    workspace.apply(&assign).unwrap();
    workspace
}

#[track_caller]
fn check_over(line: usize, part: Part, left: u16, expected: Landing) {
    let rows = tree(&company(), "");
    let found = Landing::over(&rows, line, part, left).map(|(landing, _)| landing);
    assert_eq!(found, Some(expected), "{line} {part:?} {left}");
}

#[test]
fn s2_the_upper_edge_of_a_line_is_before_it_and_the_middle_under_it() {
    check_over(1, Part::Top, 0, Landing::Before(id(ORDERS)));
    check_over(1, Part::Middle, 0, Landing::Under(id(ORDERS)));
    assert_eq!(Landing::over(&[], 0, Part::Top, 0), None);
}

#[test]
fn s2_the_lower_edge_is_after_it_or_before_the_first_under_it() {
    check_over(1, Part::Bottom, 0, Landing::After(id(ORDERS)));
    // Left of a line that another one of its level follows there is nothing to come out of.
    check_over(1, Part::Bottom, 3, Landing::After(id(ORDERS)));
    check_over(0, Part::Bottom, 0, Landing::Before(id(ORDERS)));
}

#[test]
fn s2_below_the_last_one_each_level_to_the_left_comes_out_of_a_queue() {
    check_over(3, Part::Bottom, 0, Landing::After(id(ABROAD)));
    check_over(3, Part::Bottom, 1, Landing::After(id(RETURNS)));
    check_over(3, Part::Bottom, 2, Landing::After(id(SUPPORT)));
    check_over(3, Part::Bottom, 9, Landing::After(id(SUPPORT)));
}

/// The tree after a queue was let go, or why it stays; each name with its depth.
#[track_caller]
fn check_fate(moved: u128, landing: Landing, expected: &str) {
    let mut workspace = company();
    let (Ok(said) | Err(said)) = landing.said(&workspace, id(moved));
    let found = match landing.fate(&workspace, id(moved)) {
        Fate::Moves(intent) => {
            workspace.apply(&intent).unwrap();
            let rows = tree(&workspace, "").into_iter();
            let line = rows.map(|row| {
                let name = workspace.queue(row.queue).unwrap().name.clone();
                format!("{}{name}", ">".repeat(usize::from(row.depth)))
            });
            format!("{said}: {}", line.collect::<Vec<_>>().join(" "))
        }
        Fate::Stays | Fate::Refused(_) => said,
    };
    assert_eq!(found, expected);
}

#[test]
fn s2_a_queue_goes_where_it_is_let_go_with_those_under_it() {
    check_fate(
        RETURNS,
        Landing::Before(id(ORDERS)),
        "Before Orders, under Support: Support >Returns >>Abroad >Orders Billing",
    );
    check_fate(
        RETURNS,
        Landing::After(id(BILLING)),
        "After Billing, on the top level: Support >Orders Billing Returns >Abroad",
    );
    check_fate(
        BILLING,
        Landing::Before(id(RETURNS)),
        "Before Returns, under Support: Support >Orders >Billing >Returns >>Abroad",
    );
    check_fate(
        BILLING,
        Landing::Under(id(ORDERS)),
        "Under Orders: Support >Orders >>Billing >Returns >>Abroad",
    );
}

#[test]
fn s2_a_queue_that_is_let_go_where_it_is_stays() {
    check_fate(RETURNS, Landing::After(id(ORDERS)), "Stays where it is");
    check_fate(ORDERS, Landing::Before(id(RETURNS)), "Stays where it is");
    check_fate(ABROAD, Landing::Under(id(RETURNS)), "Stays where it is");
    check_fate(SUPPORT, Landing::Before(id(ORDERS)), "Stays where it is");
}

#[test]
fn r39_a_queue_with_numbers_or_one_further_in_does_not_take_it() {
    check_fate(
        ORDERS,
        Landing::Under(id(BILLING)),
        "Queue Billing has direct numbers: move them before adding a queue under it.",
    );
    check_fate(
        SUPPORT,
        Landing::After(id(ABROAD)),
        "Queue Support cannot go into Returns, which lies inside it.",
    );
}
