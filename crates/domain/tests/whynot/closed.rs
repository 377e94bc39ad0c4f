//! Texts that come while it is closed: other hours, another level, a message of the queue.

use super::*;

#[test]
fn d13_the_hours_that_closed_it_are_made_longer() {
    let found = offered(
        &["the global deflection is on", "team Support deflects"],
        "Ann",
        "2026-10-15 18:40",
    );
    assert_eq!(
        found,
        [
            "open Thursdays 09:00–18:45 instead of 09:00–17:00, Chicago time → offered.agent",
            "give Ann settings of their own: open Thursdays 09:00–18:45 instead of 09:00–17:00, Chicago time → offered.agent",
            "open weekdays 09:00–18:45 instead of 09:00–17:00, Chicago time → offered.agent",
            "give Ann settings of their own: open weekdays 09:00–18:45 instead of 09:00–17:00, Chicago time → offered.agent",
            "switch the after-hours deflection off → offered.agent",
            "switch the deflection off for Ann alone → offered.agent",
        ]
    );
}

#[test]
fn d13_an_own_setting_is_dropped_where_what_lies_beneath_is_open() {
    // Ten in the morning in Chicago is midnight in Tokyo; Global is open.
    let given = ["the global deflection is on", "Ann has Tokyo hours"];
    let found = offered(&given, "Ann", "2026-10-15 10:00");
    assert!(
        found.contains(&"drop the settings of Ann, so that those of Global apply → offered.agent".to_owned()),
        "{found:#?}"
    );
    // In the evening in Chicago it is morning there, and nothing is asked; at six in the morning both are closed.
    let found = offered(&given, "Ann", "2026-10-15 06:00");
    assert!(!found.iter().any(|line| line.starts_with("drop")), "{found:#?}");
}

#[test]
fn d14_the_holiday_is_given_up_or_made_shorter() {
    let found = offered(
        &["the global deflection is on", "Christmas has a text"],
        "Ann",
        "2026-12-25 10:00",
    );
    for expected in [
        "stop observing Christmas → offered.agent",
        "give Ann settings of their own: stop observing Christmas → offered.agent",
        "let Christmas begin at 10:15 → offered.agent",
    ] {
        assert!(found.contains(&expected.to_owned()), "{expected} in {found:#?}");
    }
    // In the evening the hours say no too, so none of these helps.
    let found = offered(&["the global deflection is on"], "Ann", "2026-12-25 22:00");
    assert!(found.iter().all(|line| line.contains("switch")), "{found:#?}");
}

#[test]
fn a42_a_text_deflected_without_a_word_is_answered_under_a_shorter_limit() {
    let found = offered(
        &[
            "the global deflection is on",
            "a deflection text went out 9 minutes ago",
        ],
        "Ann",
        "2026-10-15 22:00",
    );
    assert!(
        found.contains(&"set the reply limit to 9 minutes → deflected.after_hours".to_owned()),
        "{found:#?}"
    );
}

#[test]
fn d23_a_queue_gets_other_hours_or_no_message() {
    let given = [
        "the company is open in office hours",
        "Billing has an after-hour message",
    ];
    assert_eq!(
        offered(&given, "Billing", "2026-10-15 17:00"),
        [
            "switch the after hour message off → offered.queue",
            "open Thursdays 09:00–17:15 instead of 09:00–17:00, Chicago time → offered.queue",
            "open weekdays 09:00–17:15 instead of 09:00–17:00, Chicago time → offered.queue",
            "give +14155550102 to agent Ann instead → offered.agent",
            "give +14155550102 to agent Bob instead → offered.agent",
        ]
    );
}

#[test]
fn a23_a_queue_takes_a_message_of_its_own_and_then_its_own_hours_count() {
    let found = offered(&["the global deflection is on"], "Billing", "2026-10-15 22:00");
    let own = "enable the after hour message of queue Billing, with the global text → offered.queue";
    assert!(found.contains(&own.to_owned()), "{found:#?}");
}
