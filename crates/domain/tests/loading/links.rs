//! Records point at records that are there, and at themselves nowhere.

use super::*;

#[test]
fn r7_records_with_one_id_are_refused() {
    twice(
        "numbers",
        "number `+14155550101` occurs twice: remove one of them",
    );
    twice("users", "user `ann@test.example` occurs twice");
    twice("teams", "team `Support` occurs twice");
    twice("queues", "queue `Sales` occurs twice");
    twice("hours", "custom hours `Night` occurs twice");
    let mut stored = serde_json::to_value(linked()).unwrap();
    stored["blocklist"] = json!(["+14155550101", "+1 415 555 0101"]);
    let error = serde_json::from_value::<Workspace>(stored)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("a number on the blocklist occurs twice"),
        "{error}"
    );
}

#[test]
fn nothing_lies_inside_itself() {
    wrong(
        "/teams/0/parent",
        json!(team(L1)),
        "team `Support` lies inside itself: give it another parent",
    );
    wrong(
        "/teams/0/parent",
        json!(team(SUPPORT)),
        "team `Support` lies inside itself",
    );
    wrong(
        "/queues/0/parent",
        json!(queue(BILLING)),
        "queue `Sales` lies inside itself",
    );
    wrong(
        "/queues/0/parent",
        json!(queue(77)),
        "queue `Sales` lies inside something that is not in the file",
    );
}

#[test]
fn links_lead_somewhere() {
    wrong(
        "/numbers/0/role/direct/owner",
        json!({ "agent": user(77) }),
        "number `+14155550101`: this user no longer exists",
    );
    wrong(
        "/numbers/0/role/direct/owner",
        json!({ "queue": queue(SALES) }),
        "number `+14155550101`: queue Sales has queues under it",
    );
    wrong(
        "/numbers/0/role/direct/owner",
        json!({ "agent": user(MAX) }),
        "number `+14155550101`: Max does not have the Agent role",
    );
    wrong(
        "/numbers/2/role/normal/inbound",
        json!(queue(77)),
        "number `+14155550103`: this queue no longer exists",
    );
    wrong(
        "/numbers/2/role/normal/verified",
        json!(false),
        "number `+14155550103`: `+14155550103` is not verified",
    );
    wrong(
        "/numbers/2/role/normal/outbound",
        json!([{ "agent": user(77) }]),
        "number `+14155550103`: this user no longer exists",
    );
    wrong(
        "/queues/1/agents",
        json!([user(77)]),
        "queue `Billing`: this user no longer exists",
    );
    wrong(
        "/queues/1/agents",
        json!([user(MAX)]),
        "queue `Billing`: Max does not have the Agent role",
    );
    wrong(
        "/queues/0/agents",
        json!([user(ANN)]),
        "queue `Sales`: queue Sales has queues under it",
    );
    wrong(
        "/queues/1/teams",
        json!([team(77)]),
        "queue `Billing`: this team no longer exists",
    );
    wrong(
        "/queues/1/hours",
        json!(queue(77)),
        "queue `Billing`: this set of hours no longer exists",
    );
    wrong(
        "/users/0/teams",
        json!([team(77)]),
        "user `ann@test.example`: this team no longer exists",
    );
    let holidays = json!([queue(77)]);
    for (pointer, record) in [
        ("/settings/hours/observed_holidays", "settings"),
        ("/hours/0/schedule/observed_holidays", "custom hours `Night`"),
        ("/teams/1/deflection/on/schedule/observed_holidays", "team `L1`"),
    ] {
        wrong(
            pointer,
            holidays.clone(),
            &format!("{record}: this holiday does not exist any more"),
        );
    }
}
