//! Reading stored data: earlier shapes are understood, what contradicts itself is refused by name, nothing panics.

use crate::company::*;
use domain::{Draft, Intent, PhoneNumber, Workspace};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A company in which most things point at something.
fn linked() -> Workspace {
    let mut workspace = company();
    let observed = domain::schedule::Schedule::always(zone("UTC"));
    let hours = domain::queue::CustomHours {
        id: uuid::Uuid::from_u128(60).into(),
        name: "Night".into(),
        schedule: observed,
    };
    let use_them = Intent::SetQueueHours {
        queue: queue(BILLING),
        hours: Some(hours.id),
    };
    let inbound = Intent::SetInboundQueue {
        number: plain(),
        queue: Some(queue(BILLING)),
    };
    let outbound = Intent::AllowOutbound {
        number: plain(),
        target: agent(BOB),
    };
    let team_setting = Intent::SetTeamDeflection {
        team: team(L1),
        deflection: Some(office("UTC", "team")),
    };
    after(
        &mut workspace,
        [
            assign(n1(), agent(ANN)),
            Intent::MarkVerified { number: plain() },
            inbound,
            outbound,
            members(BILLING, &[BOB], &[SUPPORT]),
            Intent::AddHours { hours },
            use_them,
            team_setting,
        ],
    )
    .unwrap();
    workspace
}

/// The stored form with one value written anew is refused with a sentence that begins so.
#[track_caller]
fn wrong(pointer: &str, value: Value, sentence: &str) {
    let mut stored = serde_json::to_value(linked()).unwrap();
    *stored
        .pointer_mut(pointer)
        .unwrap_or_else(|| panic!("{pointer} is not there")) = value;
    let error = serde_json::from_value::<Workspace>(stored)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with(sentence), "{pointer}: {error}");
}

/// The record twice.
#[track_caller]
fn twice(list: &str, sentence: &str) {
    let mut stored = serde_json::to_value(linked()).unwrap();
    let records = stored[list].as_array_mut().unwrap();
    let first = records[0].clone();
    records.push(first);
    let error = serde_json::from_value::<Workspace>(stored)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with(sentence), "{list}: {error}");
}

#[test]
fn s206_what_is_stored_comes_back_as_it_was() {
    let stored = serde_json::to_string(&linked()).unwrap();
    assert_eq!(serde_json::from_str::<Workspace>(&stored).unwrap(), linked());
}

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
fn queues_without_a_place_stand_in_the_order_of_their_ids() {
    let mut workspace = company();
    after(
        &mut workspace,
        [
            add_queue(31, "Third", Some(SALES)),
            add_queue(30, "Second", Some(SALES)),
        ],
    )
    .unwrap();
    let mut stored = serde_json::to_value(workspace).unwrap();
    for queue in stored["queues"].as_array_mut().unwrap() {
        queue.as_object_mut().unwrap().remove("position");
    }
    let read: Workspace = serde_json::from_value(stored).unwrap();
    let order: Vec<_> = read
        .queues_under(Some(queue(SALES)))
        .iter()
        .map(|queue| (queue.name.clone(), queue.position))
        .collect();
    let expected =
        [("Billing", 0), ("Second", 1), ("Third", 2)].map(|(name, place)| (name.to_owned(), place));
    assert_eq!(order, expected);
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

#[test]
fn a_workspace_stored_before_names_were_split_is_read() {
    let mut stored = serde_json::to_value(company()).unwrap();
    for user in stored["users"].as_array_mut().unwrap() {
        let user = user.as_object_mut().unwrap();
        let name = user.remove("first_name").unwrap();
        user.insert("name".into(), name);
        for later in [
            "last_name",
            "alias",
            "agent_number",
            "location",
            "chat_concurrency",
            "last_writer",
            "extra",
        ] {
            user.remove(later);
        }
    }
    for queue in stored["queues"].as_array_mut().unwrap() {
        let queue = queue.as_object_mut().unwrap();
        for later in [
            "position",
            "language",
            "keywords",
            "hidden",
            "greeting",
            "after_hour",
            "timeouts",
        ] {
            queue.remove(later);
        }
    }
    let settings = stored["settings"].as_object_mut().unwrap();
    for later in [
        "outbound_sms",
        "timeouts",
        "dismissal_min",
        "dismissed_response",
        "support_contact",
        "words",
        "reply_limit_min",
    ] {
        settings.remove(later);
    }
    stored.as_object_mut().unwrap().remove("ivr");
    stored.as_object_mut().unwrap().remove("hours");
    assert_eq!(serde_json::from_value::<Workspace>(stored).unwrap(), company());
    // And so is an intent.
    let text = r#"{"add_user":{"user":"00000000-0000-0000-0000-000000000009","email":"e@test.example","name":"Eva Bloom","roles":["Agent"],"teams":[]}}"#;
    let mut workspace = company();
    after(&mut workspace, [serde_json::from_str(text).unwrap()]).unwrap();
    assert_eq!(workspace.user(user(9)).unwrap().name(), "Eva Bloom");
}

/// Some JSON: mostly what such data holds, in the wrong places.
fn any_json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        Just("+14155550101".to_owned()),
        Just("00000000-0000-0000-0000-000000000001".to_owned()),
        Just("Agent".to_owned()),
        Just("24:00".to_owned()),
        Just("UTC".to_owned()),
        ".{0,8}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2_i64..20_000).prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let key = prop::sample::select(vec![
            "id", "name", "on", "off", "agent", "queue", "direct", "parent", "kept",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key.prop_map(str::to_owned), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Every place of a value, as pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                places(field, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Whatever stands at any place of a stored workspace: it is read, and then it is sound, or it is refused.
    #[test]
    fn a_damaged_workspace_is_sound_or_refused(place in any::<prop::sample::Index>(), value in any_json()) {
        let mut stored = serde_json::to_value(linked()).unwrap();
        let mut found = Vec::new();
        places(&stored, "", &mut found);
        *stored.pointer_mut(&found[place.index(found.len())]).unwrap() = value;
        if let Ok(read) = serde_json::from_value::<Workspace>(stored) {
            let again = serde_json::to_string(&read).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Workspace>(&again).unwrap(), &read);
            for number in read.numbers() {
                prop_assert!(!(number.is_direct() && number.number.is_short_code()));
            }
            for user in read.users() {
                prop_assert!(read.numbers_of(domain::number::Owner::Agent(user.id)).count() <= 5);
                prop_assert!((1..=10).contains(&user.roles.len()));
            }
        }
    }

    #[test]
    fn no_stored_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), value in any_json()) {
        let _ = serde_json::from_slice::<Workspace>(&bytes);
        let _ = serde_json::from_slice::<Intent>(&bytes);
        let _ = serde_json::from_slice::<Draft>(&bytes);
        let _ = String::from_utf8_lossy(&bytes).parse::<PhoneNumber>();
        let _ = serde_json::from_value::<Intent>(value.clone());
        let _ = serde_json::from_value::<domain::people::User>(value.clone());
        let _ = serde_json::from_value::<domain::queue::SmsQueue>(value.clone());
        let _ = serde_json::from_value::<domain::number::SmsNumber>(value.clone());
        let _ = serde_json::from_value::<domain::schedule::Schedule>(value.clone());
        let _ = serde_json::from_value::<domain::schedule::HolidayBook>(value.clone());
        let _ = serde_json::from_value::<domain::deflection::Deflection>(value);
    }
}
