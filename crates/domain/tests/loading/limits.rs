//! A stored record is one that intents could have made.

use super::*;

#[test]
fn records_are_what_intents_could_have_made() {
    wrong(
        "/numbers/0/number",
        json!("72345"),
        "number `72345`: `72345` is a short code and cannot be direct",
    );
    wrong(
        "/numbers/0/facts",
        json!({ "region": "US", "kind": "mobile", "printed": "+1 415 555 0199", "validity": "valid" }),
        "number `+14155550101`: `+1 415 555 0199` is not how",
    );
    wrong(
        "/users/0/email",
        json!("BOB@test.example"),
        "user `bob@test.example`: `bob@test.example` belongs to Ann already",
    );
    wrong(
        "/users/0/email",
        json!("ann"),
        "user `ann`: `ann` is not an e-mail address",
    );
    wrong(
        "/users/0/first_name",
        json!(" "),
        "user `ann@test.example`: enter a name",
    );
    wrong(
        "/users/1/roles",
        json!([]),
        "user `bob@test.example`: give the user at least one role",
    );
    wrong(
        "/users/1/chat_concurrency",
        json!(0),
        "invalid value: integer `0`",
    );
    wrong("/teams/0/name", json!("A:B"), "team `A:B`: `A:B` has a colon");
    wrong(
        "/queues/0/name",
        json!("stop"),
        "queue `stop`: `stop` is a command",
    );
    wrong(
        "/queues/0/language",
        json!(""),
        "queue `Sales`: the language is empty",
    );
    wrong(
        "/queues/0/timeouts/timeout_min",
        json!(0),
        "queue `Sales`: `0` minutes are out of range",
    );
    wrong("/hours/0/name", json!(""), "custom hours ``: enter a name");
    wrong(
        "/settings/thresholds/missed_chat",
        json!(0),
        "settings: `0` is out of range",
    );
    wrong(
        "/settings/thresholds/unresponsive",
        json!(100),
        "settings: `100` is out of range",
    );
    wrong(
        "/settings/reply_limit_min",
        json!(10_081),
        "settings: `10081` minutes are out of range",
    );
    wrong(
        "/settings/words/back",
        json!(["stop"]),
        "settings: `stop` cannot lead through the menu",
    );
    wrong(
        "/settings/words/back",
        json!(["sales"]),
        "queue `Sales`: `Sales` is a command",
    );
    wrong(
        "/settings/hours/time_zone",
        json!("Mars/Base"),
        "`Mars/Base` is not a time zone",
    );
}

#[test]
fn r30_a_stored_agent_has_at_most_five_numbers() {
    let mut stored = serde_json::to_value(linked()).unwrap();
    let numbers = stored["numbers"].as_array_mut().unwrap();
    for last in 0..5 {
        let mut more = numbers[0].clone();
        more["number"] = json!(format!("+1415555020{last}"));
        numbers.push(more);
    }
    let error = serde_json::from_value::<Workspace>(stored)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("user `ann@test.example`: Ann has 5 direct numbers already"),
        "{error}"
    );
}

#[test]
fn a_deep_tree_is_checked_in_a_moment() {
    let mut stored = serde_json::to_value(company()).unwrap();
    let teams = stored["teams"].as_array_mut().unwrap();
    for place in 0..20_000_u32 {
        let parent = (place > 0).then(|| team(u128::from(place) + 999));
        let name = format!("T{place}");
        teams.push(json!({ "id": team(u128::from(place) + 1000), "name": name, "parent": parent, "deflection": null }));
    }
    teams.reverse();
    let read: Workspace = serde_json::from_value(stored).unwrap();
    assert_eq!(read.teams().len(), 20_002);
}
