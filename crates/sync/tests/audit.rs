//! S202: the audit trail of a publication, for every kind of record.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../../domain/tests/company/mod.rs"]
mod company;
#[path = "../../domain/tests/picks/mod.rs"]
mod picks;

use std::collections::BTreeSet;

use company::*;
use domain::{Intent, Workspace, Zone};
use picks::picks;
use proptest::prelude::*;
use sync::audit::{Audit, Changed, How, Record, audit, changes, facts, records};

/// The small company with folders, hours and links, so that there is something of every kind to change.
fn start() -> Workspace {
    let mut workspace = company();
    let stored = format!(
        r#"[
            {{"add_holiday_folder":{{"folder":{{"id":"{folder}","name":"US"}}}}}},
            {{"add_holiday":{{"holiday":{{"id":"{holiday}","folder":"{folder}","name":"Christmas","kind":{{"yearly":{{"from":{{"month":12,"day":25}},"to":{{"month":12,"day":25}}}}}},"times":null,"message":null}}}}}},
            {{"add_hours":{{"hours":{{"id":"{hours}","name":"Weekend desk","schedule":{{"time_zone":"Europe/London","days":"all_day","observed_holidays":["{holiday}"]}}}}}}}},
            {{"set_queue_hours":{{"queue":"{billing}","hours":"{hours}"}}}},
            {{"block":{{"sender":"+12025550199"}}}}
        ]"#,
        folder = user(40),
        holiday = user(41),
        hours = user(60),
        billing = queue(BILLING),
    );
    for intent in read(&stored) {
        workspace.apply(&intent).unwrap();
    }
    workspace
}

fn read(stored: &str) -> Vec<Intent> {
    serde_json::from_str(stored).unwrap()
}

#[test]
fn every_record_is_told_with_what_it_says() {
    let workspace = start();
    let all = records(&workspace);
    let nothing = Workspace::empty("", Zone::UTC);
    let added = changes(&nothing, &workspace);
    let expected: BTreeSet<Record> = added.iter().map(|changed| changed.record).collect();
    assert_eq!(all, expected);
    let counted = workspace.numbers().len() + workspace.users().len() + workspace.teams().len();
    let is_counted =
        |record: &&Record| matches!(record, Record::Number(_) | Record::User(_) | Record::Team(_));
    assert_eq!(all.iter().filter(is_counted).count(), counted);
    for changed in added.iter().filter(|changed| changed.how == How::Added) {
        let told = facts(&workspace, changed.record).unwrap();
        let told = told.into_iter().filter(|(_, text)| !text.is_empty());
        let fields = changed
            .fields
            .iter()
            .map(|field| (field.name.clone(), field.after.clone()));
        assert!(told.eq(fields), "{:?}", changed.record);
        assert_eq!(facts(&nothing, changed.record), None);
    }
    // An empty configuration has its settings, whatever they are.
    assert_eq!(records(&nothing), BTreeSet::from([Record::Settings]));
}

/// `User Ann Lee, changed, went along: Teams: Support → ; …`
fn line(changed: &Changed) -> String {
    let how = match changed.how {
        How::Added => "added",
        How::Changed => "changed",
        How::Removed => "removed",
    };
    let along = if changed.went_along { ", went along" } else { "" };
    let fields = changed
        .fields
        .iter()
        .map(|field| format!("{}: {} → {}", field.name, field.before, field.after));
    let fields: Vec<_> = fields.collect();
    format!(
        "{} {}, {how}{along}: {}",
        changed.record.kind(),
        changed.name,
        fields.join("; ")
    )
}

fn done(intents: &[Intent]) -> Audit {
    audit(&start(), intents)
}

#[track_caller]
fn check(intents: &[Intent], expected: &[&str]) {
    let lines: Vec<_> = done(intents).records.iter().map(line).collect();
    assert_eq!(lines, expected);
}

#[test]
fn s202_settings_and_hours_are_told_field_by_field() {
    check(
        &[
            Intent::SetThresholds {
                missed_chat: 3,
                unresponsive: 2,
            },
            Intent::SetReplyLimit { minutes: 1 },
        ],
        &["Settings Instance, changed: Reply limit: 10 minutes → 1 minute; Missed Chat Threshold: 2 → 3"],
    );
}

#[test]
fn s202_a_number_is_told_with_its_owner_and_its_voice_side() {
    let label = "Front desk".parse().unwrap();
    check(
        &[
            Intent::Relabel { number: n1(), label },
            assign(n1(), agent(ANN)),
            Intent::SetIvrQueue {
                number: plain(),
                queue: Some("Main".parse().unwrap()),
            },
            add(number("+14155550108"), "New", true),
        ],
        &[
            "Number +14155550101, changed: Label: One → Front desk; Owner:  → agent Ann",
            "Number +14155550108, added: Label:  → New; Direct:  → Yes; Entered as:  → +14155550108; Number:  → +14155550108",
            "IVR number +14155550103, added: IVR queue:  → Main",
        ],
    );
}

#[test]
fn s202_what_goes_along_with_a_deletion_is_marked_and_said() {
    let before = {
        let mut workspace = start();
        workspace.apply(&assign(n1(), agent(ANN))).unwrap();
        workspace
    };
    let audit = audit(&before, &[Intent::RemoveUser { user: user(ANN) }]);
    let lines: Vec<_> = audit.records.iter().map(line).collect();
    assert!(
        lines.contains(&"Number +14155550101, changed, went along: Owner: agent Ann → ".to_owned()),
        "{lines:?}"
    );
    let gone = lines
        .iter()
        .find(|line| line.starts_with("User Ann, removed: "))
        .unwrap();
    assert!(gone.contains("Roles: Agent → "), "{gone}");
    let done = audit.done.first().unwrap();
    assert_eq!(done.words, "delete Ann");
    assert!(
        done.cascades
            .contains(&"+14155550101 is taken from agent Ann".to_owned()),
        "{done:?}"
    );
}

#[test]
fn s202_teams_queues_hours_and_holidays_are_told() {
    let stored = format!(
        r#"[
            {{"rename_team":{{"team":"{support}","name":"Care"}}}},
            {{"rename_queue":{{"queue":"{billing}","name":"Invoices"}}}},
            {{"set_queue_keywords":{{"queue":"{billing}","keywords":["pay","bill"]}}}},
            {{"rename_holiday_folder":{{"folder":"{folder}","name":"USA"}}}},
            {{"unblock":{{"sender":"+12025550199"}}}},
            {{"remove_hours":{{"hours":"{hours}"}}}}
        ]"#,
        support = team(SUPPORT),
        billing = queue(BILLING),
        folder = user(40),
        hours = user(60),
    );
    check(
        &read(&stored),
        &[
            "Team Care, changed: Name: Support → Care",
            "Queue Invoices, changed: Name: Billing → Invoices; Keywords:  → bill, pay; Hours: Weekend desk → General hours",
            "Custom hours Weekend desk, removed: Name: Weekend desk → ; Time zone: Europe/London → ; Hours: 24 hours, every day → ; Observed holidays: Christmas → ",
            "Holiday folder USA, changed: Name: US → USA",
            "Blocked number +12025550199, removed: Number: +12025550199 → ",
        ],
    );
    let gone = format!(r#"[{{"remove_holiday":{{"holiday":"{}"}}}}]"#, user(41));
    check(
        &read(&gone),
        &[
            "Custom hours Weekend desk, changed, went along: Observed holidays: Christmas → ",
            "Holiday Christmas, removed: Name: Christmas → ; Folder: US → ; Dates: 12/25 every year → ; Closed: All day → ",
        ],
    );
}

#[test]
fn s202_a_deflection_is_told_by_its_parts() {
    let intents = [Intent::SetUserDeflection {
        user: user(ANN),
        deflection: Some(office("America/Chicago", "We are closed.")),
    }];
    check(
        &intents,
        &[
            "User Ann, changed: Agent after-hours deflection: Inherited → On; Agent after-hours deflection: time zone:  → America/Chicago; Agent after-hours deflection: hours:  → Weekdays 09:00–17:00, weekends closed; Agent after-hours deflection: message:  → We are closed.",
        ],
    );
}

#[test]
fn s202_pinned_texts_are_told() {
    check(
        &[add_pin(pin(70, "By day"))],
        &[
            "Pinned text By day, added: Name:  → By day; Text:  → “hello” from +12025550173 to +14155550101; Expected outcome:  → Offered to the agent",
        ],
    );
    let mut before = start();
    after(&mut before, [add_pin(pin(70, "By day"))]).unwrap();
    let name = "Daytime".to_owned();
    let renamed = audit(
        &before,
        &[Intent::RenamePin {
            pin: pin_id(70),
            name,
        }],
    );
    assert_eq!(
        renamed.records.iter().map(line).collect::<Vec<_>>(),
        ["Pinned text Daytime, changed: Name: By day → Daytime"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn s202_nothing_that_changed_is_left_out(first in picks(60), then in picks(30)) {
        let mut before = start();
        for pick in first {
            let _ = before.apply(&pick.intent());
        }
        let mut after = before.clone();
        let mut published = Vec::new();
        for pick in then {
            let intent = pick.intent();
            if after.apply(&intent).is_ok() {
                published.push(intent);
            }
        }
        let audit = audit(&before, &published);
        prop_assert_eq!(audit.done.len(), published.len());
        let told: BTreeSet<Record> = audit.records.iter().map(|changed| changed.record).collect();
        let difference = before.difference(&after);
        for number in difference.numbers {
            prop_assert!(told.contains(&Record::Number(number)));
        }
        for queue in difference.queues {
            prop_assert!(told.contains(&Record::Queue(queue)));
        }
        for team in difference.teams {
            prop_assert!(told.contains(&Record::Team(team)));
        }
        for user in difference.users {
            // Who wrote last says nothing while there is one setting at the most.
            let written = |workspace: &Workspace| workspace.user(user).map(|user| user.own_deflection.is_some());
            let silent = written(&before) == Some(false) && written(&after) == Some(false);
            prop_assert!(silent || told.contains(&Record::User(user)));
        }
        // What went along is never what a change was about, and every other record was meant by one.
        let marked = audit.records.iter().filter(|changed| changed.went_along).count();
        let cascades: usize = audit.done.iter().map(|done| done.cascades.len()).sum();
        let moved = published.iter().any(|intent| matches!(intent, Intent::AddQueue { .. } | Intent::MoveQueue { .. } | Intent::RemoveQueue { .. } | Intent::Assign { .. }));
        prop_assert!(marked == 0 || cascades > 0 || moved, "{:?}", audit);
        prop_assert!(changes(&after, &after).is_empty());
        // Read the other way round, before and after change places.
        let back = changes(&after, &before);
        prop_assert_eq!(back.len(), audit.records.len());
    }
}
