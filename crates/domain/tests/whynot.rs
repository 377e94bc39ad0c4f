//! "Why not?": for every refused case of the routing table, the changes that help, each verified, or why there is none.

mod closed;

use std::collections::BTreeSet;

use crate::company::*;
use crate::given::{self, Setting, VOCABULARY};
use chrono::{DateTime, NaiveDateTime, Utc};
use domain::impact::Handling;
use domain::routing::{Decision, InboundText, Situation, route};
use domain::whynot::{Beyond, MAX_FLIPS, WhyNot, why_not};
use domain::{Intent, PhoneNumber, Workspace};
use proptest::prelude::*;
use serde::Deserialize;

const HANDLED: [&str; 8] = [
    "command.opt_out",
    "command.opt_in",
    "continued",
    "resumed",
    "queue.standard",
    "offered.agent",
    "offered.queue",
    "command.help",
];

fn number_of(whose: &str) -> PhoneNumber {
    match whose {
        "Ann" => n1(),
        "Billing" => n2(),
        "free" => given::free(),
        "ordinary" => plain(),
        "unlisted" => number("+14155559999"),
        other => panic!("whose number is `{other}`?"),
    }
}

fn chicago(at: &str) -> DateTime<Utc> {
    let at = NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").unwrap();
    zone("America/Chicago").to_utc(at)
}

/// Asks, and holds what is true of every answer: each change is carried out, and then the text fares as was said.
#[track_caller]
fn ask(
    workspace: &Workspace,
    text: &InboundText<'_>,
    situation: &Situation<'_>,
) -> (Decision, Option<WhyNot>) {
    let found = route(workspace, text, situation);
    let answer = why_not(workspace, text, situation, &found);
    if let Some(answer) = &answer {
        assert!(answer.flips.len() <= MAX_FLIPS);
        assert!(
            !answer.flips.is_empty() || answer.beyond.is_some(),
            "{}",
            found.row
        );
        let mut order = Vec::new();
        let mut said = BTreeSet::new();
        for flip in &answer.flips {
            let mut after = workspace.clone();
            after.apply(&flip.intent).unwrap();
            assert_eq!(route(&after, text, situation), flip.decision, "{}", flip.change);
            assert_ne!(
                (flip.decision.outcome, &flip.decision.reply),
                (found.outcome, &found.reply),
                "{} changes nothing",
                flip.change
            );
            assert!(
                Handling::of(flip.decision.outcome) <= Handling::of(found.outcome),
                "{}",
                flip.change
            );
            assert!(
                said.insert((&flip.change, &flip.place)),
                "{} is said twice",
                flip.change
            );
            let steps = match &flip.intent {
                Intent::Bulk { changes, .. } => changes.len(),
                _ => 1,
            };
            order.push((
                Handling::of(flip.decision.outcome),
                steps,
                flip.reach,
                flip.opens_min,
            ));
        }
        assert!(order.is_sorted(), "smallest first: {order:?}");
    }
    (found, answer)
}

fn setting(given: &[&str], at: DateTime<Utc>) -> Setting {
    let mut setting = Setting::new();
    for sentence in given {
        setting.given(sentence, at);
    }
    setting
}

/// What is offered, as `change → outcome`.
#[track_caller]
fn offered(given: &[&str], whose: &str, at: &str) -> Vec<String> {
    let at = chicago(at);
    let setting = setting(given, at);
    let text = InboundText {
        to: number_of(whose),
        from: given::sender(),
        body: "hello",
        at,
    };
    let (_, answer) = ask(&setting.workspace, &text, &setting.situation());
    let flips = answer.unwrap().flips.into_iter();
    flips
        .map(|flip| format!("{} → {}", flip.change, flip.decision.outcome.code()))
        .collect()
}

#[derive(Deserialize)]
struct Case {
    #[serde(rename = "case")]
    shows: String,
    row: String,
    #[serde(default)]
    given: Vec<String>,
    to: String,
    text: Option<String>,
    at: Option<String>,
    outcome: String,
    reply: Option<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// Every refused case of the table is offered a change, but for the two where none can exist.
#[test]
fn d1_to_d26_every_refusing_row_has_a_change_or_a_reason() {
    let cases: Cases = toml::from_str(include_str!("cases/routing.toml")).unwrap();
    let mut rows = BTreeSet::new();
    for case in &cases.case {
        let at = chicago(case.at.as_deref().unwrap_or("2026-10-15 10:00"));
        let given: Vec<&str> = case.given.iter().map(String::as_str).collect();
        let setting = setting(&given, at);
        let text = InboundText {
            to: number_of(&case.to),
            from: given::sender(),
            body: case.text.as_deref().unwrap_or("hello"),
            at,
        };
        let (found, answer) = ask(&setting.workspace, &text, &setting.situation());
        assert_eq!(found.row, case.row);
        let is_help_unheard = case.outcome == "command.help" && case.reply.is_none();
        if HANDLED.contains(&case.outcome.as_str()) && !is_help_unheard {
            assert_eq!(answer, None, "{}", case.shows);
            continue;
        }
        let answer = answer.unwrap();
        rows.insert(case.row.clone());
        match case.row.as_str() {
            // The Do Not Contact list is the sender's: no intent takes anybody off it.
            "D7" => assert_eq!(
                (answer.flips.len(), answer.beyond),
                (0, Some(Beyond::OnlyTheSender))
            ),
            // The words of a support contact are not ours to invent.
            "D6" => assert_eq!(
                (answer.flips.len(), answer.beyond),
                (0, Some(Beyond::NoSupportContact))
            ),
            // What an agent is doing is no setting: only others can take the number.
            "D16" | "D17" | "D18" | "D19" | "D20" => {
                assert_eq!(answer.beyond, Some(Beyond::AgentBusy));
                assert!(!answer.flips.is_empty(), "{}", case.shows);
            }
            // Closed, and the agent is missing too: whichever is mended, the other stays.
            _ if given.contains(&"Ann is inactive") && case.row == "D13" => {
                assert_eq!(
                    (answer.flips.len(), answer.beyond),
                    (0, Some(Beyond::MoreThanOne))
                );
            }
            _ => {
                assert_eq!(answer.beyond, None, "{}", case.shows);
                assert!(!answer.flips.is_empty(), "{}", case.shows);
            }
        }
    }
    let expected: BTreeSet<String> = [1, 2, 3, 6, 7, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 23, 24, 25]
        .map(|row| format!("D{row}"))
        .into();
    assert_eq!(rows, expected);
}

#[test]
fn r74_a_blocked_sender_is_taken_off_the_list() {
    assert_eq!(
        offered(&["the sender is blocked"], "Ann", "2026-10-15 10:00"),
        ["take +12025550173 off the blocklist → offered.agent"]
    );
    // Also where the text then only comes as far as the next row.
    assert_eq!(
        offered(
            &["the sender is blocked", "SMS is off"],
            "Ann",
            "2026-10-15 10:00"
        ),
        ["take +12025550173 off the blocklist → dropped.sms_disabled"]
    );
}

#[test]
fn r1_sms_is_turned_on() {
    assert_eq!(
        offered(&["SMS is off"], "Ann", "2026-10-15 10:00"),
        ["turn Use SMS Chat on → offered.agent"]
    );
}

#[test]
fn d3_an_unlisted_number_is_added_and_given_to_somebody() {
    assert_eq!(
        offered(&[], "unlisted", "2026-10-15 10:00"),
        [
            "add +14155559999 and assign it to queue Billing → offered.queue",
            "add +14155559999 and assign it to agent Ann → offered.agent",
            "add +14155559999 and assign it to agent Bob → offered.agent",
            "add +14155559999 as a direct number → dropped.direct_unassigned",
        ]
    );
}

#[test]
fn r12_a_short_code_is_never_made_direct() {
    let workspace = company();
    let text = InboundText {
        to: number("72345"),
        from: given::sender(),
        body: "hello",
        at: chicago("2026-10-15 10:00"),
    };
    let (_, answer) = ask(&workspace, &text, &Situation::default());
    let answer = answer.unwrap();
    assert_eq!(answer.flips.len(), 1);
    assert_eq!(answer.flips[0].change, "add 72345 as a number");
}

#[test]
fn d11_r10_an_ordinary_number_is_verified_before_it_leads_into_a_queue() {
    assert_eq!(
        offered(&[], "ordinary", "2026-10-15 10:00"),
        [
            "mark +14155550103 as verified and lead its texts into queue Billing → queue.standard",
            "set +14155550103 as a direct number and assign it to queue Billing → offered.queue",
            "set +14155550103 as a direct number and assign it to agent Ann → offered.agent",
            "set +14155550103 as a direct number and assign it to agent Bob → offered.agent",
            "set +14155550103 as a direct number → dropped.direct_unassigned",
        ]
    );
}

#[test]
fn d12_a_free_number_is_given_to_those_who_would_answer() {
    assert_eq!(
        offered(&[], "free", "2026-10-15 10:00"),
        [
            "assign +14155550104 to queue Billing → offered.queue",
            "assign +14155550104 to agent Ann → offered.agent",
            "assign +14155550104 to agent Bob → offered.agent",
        ]
    );
    // In the evening only a user with other hours would.
    assert_eq!(
        offered(
            &["the global deflection is on", "Ann has Tokyo hours"],
            "free",
            "2026-10-15 22:00"
        ),
        ["assign +14155550104 to agent Ann → offered.agent"]
    );
}

#[test]
fn d15_the_agent_comes_back_or_another_takes_the_number() {
    assert_eq!(
        offered(&["Ann is inactive"], "Ann", "2026-10-15 10:00"),
        [
            "activate Ann → offered.agent",
            "give +14155550101 to queue Billing instead → offered.queue",
            "give +14155550101 to agent Bob instead → offered.agent",
            "give +14155550101 to agent Cat instead → offered.agent",
        ]
    );
}

#[test]
fn d25_people_come_into_the_queue() {
    assert_eq!(
        offered(&["Billing has nobody"], "Billing", "2026-10-15 10:00"),
        [
            "put agent Ann into queue Billing → offered.queue",
            "put agent Bob into queue Billing → offered.queue",
            "put team Support into queue Billing → offered.queue",
            "put team L1 into queue Billing → offered.queue",
            "give +14155550102 to agent Ann instead → offered.agent",
            "give +14155550102 to agent Bob instead → offered.agent",
        ]
    );
}

#[test]
fn nobody_is_offered_where_nobody_is() {
    let mut workspace = Workspace::empty("Test", zone("America/Chicago"));
    after(
        &mut workspace,
        [Intent::SetSmsChat { on: true }, add(n1(), "One", true)],
    )
    .unwrap();
    let text = InboundText {
        to: n1(),
        from: given::sender(),
        body: "hello",
        at: chicago("2026-10-15 10:00"),
    };
    let (_, answer) = ask(&workspace, &text, &Situation::default());
    assert_eq!(answer.unwrap().beyond, Some(Beyond::NobodyToTake));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_offered_holds(
        sentences in prop::sample::subsequence(VOCABULARY.to_vec(), 0..8),
        whose in prop::sample::select(vec!["Ann", "Billing", "free", "ordinary", "unlisted"]),
        minutes in 0i64..600_000,
    ) {
        let at = chicago("2026-01-01 00:00") + chrono::Duration::minutes(minutes);
        let setting = setting(&sentences, at);
        let text = InboundText { to: number_of(whose), from: given::sender(), body: "hello", at };
        let (found, answer) = ask(&setting.workspace, &text, &setting.situation());
        let is_handled = HANDLED.contains(&found.outcome.code());
        prop_assert_eq!(answer.is_none(), is_handled);
    }
}
