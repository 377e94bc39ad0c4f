use domain::{Intent, Workspace, Zone};

use super::*;

fn id<T: From<uuid::Uuid>>(number: u128) -> T {
    uuid::Uuid::from_u128(number).into()
}

fn company() -> Workspace {
    let mut workspace = Workspace::empty("Larkspur", Zone::UTC);
    let add = |number: &str, label: &str, direct| Intent::AddNumber {
        number: number.parse().unwrap(),
        label: label.parse().unwrap(),
        direct,
        entered_as: number.to_owned(),
        facts: None,
    };
    let user = |number, first: &str, role| Intent::AddUser {
        user: id(number),
        email: format!("{first}@larkspur.example"),
        first_name: first.to_owned(),
        last_name: "Ruiz".to_owned(),
        roles: [role].into(),
        teams: [].into(),
    };
    let queue = |number, name: &str, parent: Option<u128>| Intent::AddQueue {
        queue: id(number),
        name: name.to_owned(),
        parent: parent.map(id),
        position: None,
    };
    for intent in [
        Intent::SetSmsChat { on: true },
        add("+1 312 555 0100", "Front desk", true),
        add("+1 312 555 0101", "Night desk", true),
        add("+44 20 7946 0999", "Alerts", false),
        user(1, "Ana", domain::people::Role::Agent),
        user(2, "Diana", domain::people::Role::Admin),
        queue(11, "Sales", None),
        queue(12, "Anaheim", Some(11)),
        Intent::Assign {
            number: "+1 312 555 0100".parse().unwrap(),
            owner: Owner::Agent(id(1)),
            slot: None,
        },
    ] {
        workspace.apply(&intent).unwrap();
    }
    workspace
}

fn lines(found: &[Found]) -> Vec<String> {
    found
        .iter()
        .map(|found| format!("{}: {}", found.item.group, found.item.label))
        .collect()
}

#[test]
fn everything_is_found_by_what_is_typed() {
    let found = lines(&anything(&company(), "ana"));
    assert_eq!(
        found,
        [
            "Users: Ana Ruiz",
            "Users: Diana Ruiz",
            "Queues: Anaheim",
            "Numbers: +13125550100",
            "Pages: Phone number management",
            "Pages: Bulk user management",
        ]
    );
}

#[test]
fn a_free_number_can_be_assigned_from_where_it_is_found() {
    let found = lines(&anything(&company(), "(312) 555-01"));
    assert_eq!(
        found,
        [
            "Numbers: +13125550100",
            "Numbers: +13125550101",
            "Assign: Assign +13125550101 to…",
        ]
    );
}

#[test]
fn nothing_typed_shows_what_there_is_to_do_and_where_to_go() {
    let found = anything(&company(), " ");
    assert_eq!(
        found.iter().filter(|found| found.item.group == "Pages").count(),
        Page::ALL.len()
    );
    assert!(found.iter().any(|found| found.target == Target::Add("one")));
    assert!(
        found
            .iter()
            .all(|found| ["Actions", "Pages"].contains(&found.item.group))
    );
}

#[test]
fn r31_only_free_direct_numbers_can_be_assigned() {
    assert_eq!(
        lines(&free_numbers(&company(), "")),
        ["Free direct numbers: +13125550101"]
    );
    assert!(free_numbers(&company(), "front").is_empty());
}

#[test]
fn r28_r29_only_agents_and_leaf_queues_are_offered() {
    let number = "+1 312 555 0101".parse().unwrap();
    let found = owners(&company(), "", number);
    assert_eq!(lines(&found), ["Agents: Ana Ruiz", "Queues: Anaheim"]);
    assert_eq!(
        found.first().map(|found| found.target),
        Some(Target::Owner(number, Owner::Agent(id(1))))
    );
}
