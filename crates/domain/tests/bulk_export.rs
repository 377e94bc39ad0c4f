//! Files out: whatever the users hold comes back as it was, and rows that failed can be mended and read again.

use std::collections::BTreeSet;

use crate::bulk::{ANN_MAIL, BOB_MAIL, codes, dry, file, run};
use crate::company::{ANN, BOB, agent, assign, company, n1, team, user};
use domain::bulk::{Code, Report, Rights, failed_rows_file, users_file, users_json};
use domain::intent::UserChange;
use domain::{Intent, Workspace};
use proptest::prelude::*;

fn add_team(workspace: &mut Workspace, id: u128, name: &str) {
    let add = Intent::AddTeam {
        team: team(id),
        name: name.to_owned(),
        parent: None,
    };
    workspace.apply(&add).unwrap();
}

fn join(workspace: &mut Workspace, id: u128, teams: &[u128]) {
    let set = Intent::SetTeams {
        user: user(id),
        teams: teams.iter().copied().map(team).collect::<BTreeSet<_>>(),
    };
    workspace.apply(&set).unwrap();
}

#[track_caller]
fn changes_nothing(workspace: &Workspace, text: &str) {
    let report = run(workspace, text, Rights::all());
    assert_eq!((&report.errors, report.intent()), (&Vec::new(), None));
}

#[test]
fn s206_an_export_with_2000_teams_changes_nothing_and_lists_only_what_a_user_has() {
    let mut workspace = company();
    for place in 0..2_000 {
        add_team(&mut workspace, 1_000 + place, &format!("Team {place}"));
    }
    join(&mut workspace, ANN, &[1_003, 2_999]);
    join(&mut workspace, BOB, &[]);
    let list = users_json(&workspace);
    assert!(list.len() < 3_000, "{} bytes", list.len());
    changes_nothing(&workspace, &list);
    changes_nothing(&workspace, &users_file(&workspace));
}

#[test]
fn s206_teams_of_one_name_are_not_taken_for_each_other() {
    let mut workspace = company();
    add_team(&mut workspace, 50, "Twin");
    add_team(&mut workspace, 51, "Twin");
    join(&mut workspace, ANN, &[51]);
    join(&mut workspace, BOB, &[50]);
    changes_nothing(&workspace, &users_json(&workspace));
    changes_nothing(&workspace, &users_file(&workspace));
}

/// The rows, by their cells, of a file that failed.
fn cells(failed: &str, separator: char) -> Vec<Vec<&str>> {
    failed
        .lines()
        .map(|line| line.split(separator).collect())
        .collect()
}

#[test]
fn r93_a_row_too_wide_comes_back_without_spoiling_those_below() {
    let workspace = company();
    let text = file(&workspace, &[(ANN_MAIL, &["Alias=A"]), (BOB_MAIL, &["1=bad"])]);
    let text = text.replacen("\nbob", ",,beyond\nbob", 1);
    let report = run(&workspace, &text, Rights::all());
    let expected = [(2, Code::InvalidValue), (3, Code::NumberFormat)];
    assert_eq!(codes(&report), expected);
    let failed = failed_rows_file(&report);
    let rows = cells(&failed, ',');
    let reason = rows[0].len() - 1;
    assert_eq!(rows[0][reason], "Reason");
    assert!(
        rows[1][reason].contains("Email: the row has "),
        "{}",
        rows[1][reason]
    );
    assert_eq!((rows[1][0], rows[1].last()), (ANN_MAIL, Some(&"beyond")));
    assert!(
        failed
            .lines()
            .nth(2)
            .unwrap()
            .contains("Direct Inbound Number: 1: "),
        "{failed}"
    );
    assert_eq!(codes(&run(&workspace, &failed, Rights::all())), expected);
    let mended = failed.replace(",beyond", "").replace("bad", "+14155550101");
    assert_eq!(codes(&run(&workspace, &mended, Rights::all())), []);
}

#[test]
fn r93_failed_rows_come_back_in_the_form_of_the_file_and_are_no_formulas() {
    let workspace = company();
    let text = file(
        &workspace,
        &[(ANN_MAIL, &["1=+1 415", "Alias==2+3", "Location=+1-800-555"])],
    );
    for separator in [';', '\t'] {
        let text = text.replace(',', &separator.to_string());
        let failed = failed_rows_file(&run(&workspace, &text, Rights::all()));
        let rows = cells(&failed, separator);
        let at = |header: &str| rows[0].iter().position(|name| *name == header).unwrap();
        assert_eq!(rows[1][at("Alias")], "'=2+3");
        assert_eq!(rows[1][at("Location")], "'+1-800-555");
        assert_eq!(rows[1][at("Direct Inbound Number: 1")], "+1 415");
        let again = run(&workspace, &failed, Rights::all());
        assert_eq!(again.intent(), run(&workspace, &text, Rights::all()).intent());
    }
}

fn after(workspace: &Workspace, report: Report) -> Workspace {
    let mut workspace = workspace.clone();
    if let Some(intent) = report.intent() {
        workspace.apply(intent).unwrap();
    }
    workspace
}

#[test]
fn r87_a_number_of_chats_that_does_not_count_is_kept() {
    let workspace = company();
    let step = |workspace: &Workspace, cells: &[&str]| {
        let report = dry(workspace, &[(ANN_MAIL, cells)]);
        assert_eq!(codes(&report), []);
        let after = after(workspace, report);
        assert_eq!(
            dry(&after, &[(ANN_MAIL, cells)]).intent(),
            None,
            "{cells:?} twice"
        );
        changes_nothing(&after, &users_file(&after));
        changes_nothing(&after, &users_json(&after));
        after
    };
    let chats = |workspace: &Workspace| workspace.user(user(ANN)).unwrap().chat_concurrency.map(u16::from);
    let off = step(&workspace, &["Chat concurrency=5", "Chat concurrency status=0"]);
    assert_eq!(chats(&off), None);
    let on = step(&off, &["Chat concurrency status=1"]);
    assert_eq!(chats(&on), Some(5));
    let off = step(&on, &["Chat concurrency status=0"]);
    assert_eq!(chats(&step(&off, &["Chat concurrency=5"])), None);
    assert_eq!(chats(&step(&off, &["Chat concurrency=7"])), Some(7));
    let none = step(&off, &["Chat concurrency=0"]);
    let report = dry(&none, &[(ANN_MAIL, &["Chat concurrency status=1"])]);
    assert_eq!(codes(&report), [(2, Code::InvalidValue)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn s206_any_texts_come_back(texts in proptest::array::uniform6("['=+@;,\"\t a-cé\n\r\\[{-]{0,8}"), numbered: bool) {
        let mut workspace = company();
        if numbered {
            workspace.apply(&assign(n1(), agent(ANN))).unwrap();
        }
        let [alias, first, last, place, id, kept] = texts;
        let change = UserChange {
            alias: Some(alias),
            first_name: Some(format!("A{first}")),
            last_name: Some(last),
            location: Some(place),
            agent_number: Some(id),
            extra: [("UCaaS username".to_owned(), kept.trim().to_owned())].into(),
            ..UserChange::default()
        };
        workspace.apply(&Intent::EditUser { user: user(ANN), change }).unwrap();
        changes_nothing(&workspace, &users_file(&workspace));
        changes_nothing(&workspace, &users_json(&workspace));
        // Rows that fail come back with all their cells.
        let spoilt = users_file(&workspace).replacen("Active", "Asleep", 1);
        let report = run(&workspace, &spoilt, Rights::all());
        let mended = failed_rows_file(&report).replacen("Asleep", "Active", 1);
        changes_nothing(&workspace, &mended);
    }
}
