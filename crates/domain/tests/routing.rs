//! The routing table: the cases of `cases/routing.toml`, and what holds for every text in every situation.

use std::collections::BTreeSet;

use crate::company::*;
use crate::given::{self, Setting, VOCABULARY};
use chrono::NaiveDateTime;
use domain::routing::{Decision, InboundText, Listing, Outcome, route};
use domain::{PhoneNumber, Workspace};
use proptest::prelude::*;
use serde::Deserialize;

/// One case of the file: what is given, and what becomes of the text. A decision is compared as the case that it
/// would have satisfied.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(rename = "case")]
    shows: String,
    row: String,
    #[serde(default)]
    given: Vec<String>,
    to: String,
    #[serde(default = "hello")]
    text: String,
    #[serde(default = "thursday")]
    at: String,
    outcome: String,
    reply: Option<String>,
    r#type: Option<String>,
    level: Option<String>,
    #[serde(default)]
    meant_for: Vec<String>,
    #[serde(default)]
    rings: Vec<String>,
    waits_in: Option<String>,
    sender_is: Option<String>,
    warns: Option<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn hello() -> String {
    "hello".to_owned()
}

fn thursday() -> String {
    "2026-10-15 10:00".to_owned()
}

fn cases() -> Vec<Case> {
    toml::from_str::<Cases>(include_str!("cases/routing.toml"))
        .unwrap()
        .case
}

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

fn found(case: &Case, workspace: &Workspace, decision: &Decision) -> Case {
    let names = |ids: &[domain::ids::UserId]| -> Vec<String> {
        ids.iter().map(|&id| workspace.user(id).unwrap().name()).collect()
    };
    let listing = decision.listing.map(|listing| match listing {
        Listing::Add => "put on the Do Not Contact list".to_owned(),
        Listing::Remove => "taken off the Do Not Contact list".to_owned(),
    });
    Case {
        row: decision.row.to_owned(),
        outcome: decision.outcome.code().to_owned(),
        reply: decision.reply.clone(),
        r#type: decision.session_type.map(|kind| kind.name().to_owned()),
        level: decision.level.map(|level| level.name(workspace)),
        meant_for: names(&decision.recipients),
        rings: names(&decision.ringing),
        waits_in: decision
            .waits_in
            .map(|id| workspace.queue(id).unwrap().name.clone()),
        sender_is: listing,
        warns: decision.warnings.first().map(ToString::to_string),
        ..case.clone()
    }
}

fn check(case: &Case) {
    let mut setting = Setting::new();
    let at = NaiveDateTime::parse_from_str(&case.at, "%Y-%m-%d %H:%M").unwrap();
    let at = zone("America/Chicago").to_utc(at);
    for sentence in &case.given {
        setting.given(sentence, at);
    }
    let text = InboundText {
        to: number_of(&case.to),
        from: given::sender(),
        body: &case.text,
        at,
    };
    let decision = route(&setting.workspace, &text, &setting.situation());
    let trace = || -> String {
        let step = |step: &domain::routing::Step| {
            let source = step.source(&setting.workspace).unwrap_or_default();
            format!(
                "\n  {} {} [{source}]",
                step.rule,
                step.sentence(&setting.workspace)
            )
        };
        decision.why.iter().map(step).collect()
    };
    let found = found(case, &setting.workspace, &decision);
    assert_eq!(found, *case, "{}{}", case.shows, trace());
}

#[test]
fn d1_to_d26_the_table() {
    let cases = cases();
    assert!(cases.len() > 50);
    for case in &cases {
        check(case);
    }
}

#[test]
fn every_row_has_a_case_and_every_outcome_a_row() {
    let cases = cases();
    let rows: BTreeSet<&str> = cases.iter().map(|case| case.row.as_str()).collect();
    // D21a to D21e and D22 are what becomes of an offer later: tests/presence.rs and tests/simulation.rs.
    let expected: BTreeSet<String> = (1..=26)
        .filter(|&row| row != 22)
        .map(|row| format!("D{row}"))
        .collect();
    assert_eq!(rows, expected.iter().map(String::as_str).collect());
    let outcomes: BTreeSet<&str> = cases.iter().map(|case| case.outcome.as_str()).collect();
    assert_eq!(
        outcomes,
        Outcome::ALL.iter().map(|outcome| outcome.code()).collect()
    );
}

#[test]
fn every_sentence_of_the_vocabulary_is_used() {
    let used: BTreeSet<String> = cases().into_iter().flat_map(|case| case.given).collect();
    let unused: Vec<_> = VOCABULARY
        .iter()
        .filter(|&&sentence| !used.contains(sentence))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// The body of a text: anything at all, and now and then a command.
fn bodies() -> impl Strategy<Value = String> {
    let commands = prop::sample::select(vec!["STOP", "stop", "Start", "HELP", "end", "yes ", "", " "]);
    prop_oneof![any::<String>(), commands.prop_map(str::to_owned)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_table_is_total_and_deterministic(
        sentences in prop::sample::subsequence(VOCABULARY.to_vec(), 0..8),
        whose in prop::sample::select(vec!["Ann", "Billing", "free", "ordinary", "unlisted"]),
        body in bodies(),
        seconds in -60_000_000_000i64..200_000_000_000,
    ) {
        let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
        let mut setting = Setting::new();
        for sentence in sentences {
            setting.given(sentence, at);
        }
        let (workspace, situation) = (&setting.workspace, setting.situation());
        let text = InboundText { to: number_of(whose), from: given::sender(), body: &body, at };
        let decision = route(workspace, &text, &situation);
        prop_assert_eq!(&decision, &route(workspace, &text, &situation));
        // The last step is the row that decided, and every step reads as a sentence.
        prop_assert_eq!(decision.why.last().unwrap().rule, decision.row);
        prop_assert!(decision.why.iter().all(|step| !step.sentence(workspace).is_empty()));
        prop_assert!(decision.reply.as_ref().is_none_or(|reply| !reply.trim().is_empty()));
        prop_assert!(decision.ringing.iter().all(|agent| decision.recipients.contains(agent)));
        // Who is offered a text is rung, and nobody else.
        if decision.outcome == Outcome::OfferedAgent {
            prop_assert_eq!(decision.ringing.len(), 1);
        }
        let code = decision.outcome.code();
        if ["dropped.", "command.", "deflected."].iter().any(|kind| code.starts_with(kind)) {
            prop_assert!(decision.recipients.is_empty() && decision.waits_in.is_none());
        }
        // A session begins exactly where the table names its type.
        let begins = !["dropped.", "command.", "continued", "resumed"].iter().any(|kind| code.starts_with(kind));
        prop_assert_eq!(decision.session_type.is_some(), begins);
    }
}
