//! What earlier versions stored is understood.

use super::*;

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
