//! What is told of the rows of a bulk file, of files of numbers, and of files out.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

#[path = "../../domain/tests/large/mod.rs"]
mod large;

use std::collections::BTreeSet;

use domain::bulk::{Code, Job, NumberOutcome, Property, numbers_file, users_file, users_json};
use domain::{Intent, Workspace};
use engine::{
    Answer, Desk, FileAnswer, FileQuestion, Kind, NumberSort, Question, RowDetails, Said, Text, Trial,
};
use large::{Policies, company};
use uuid::Uuid;

const FROM: &str = "2026-10-15T14:32:00Z";

fn ask(desk: &mut Desk, question: FileQuestion) -> (usize, Answer) {
    desk.ask(2, Question::File(question));
    let mut steps = 0;
    loop {
        match desk.step() {
            Some(Said::Answer(2, answer)) => return (steps, answer),
            Some(_) => steps += 1,
            None => panic!("no answer"),
        }
    }
}

fn tried(workspace: &Workspace, text: &str) -> (Desk, Trial) {
    tried_without(workspace, text, BTreeSet::new())
}

fn tried_without(workspace: &Workspace, text: &str, forbidden: BTreeSet<Property>) -> (Desk, Trial) {
    let mut desk = Desk::default();
    desk.ask(1, Question::Open(Box::new(workspace.into())));
    let job = Job::new(Uuid::from_u128(5), "file.csv", FROM.parse().unwrap());
    let question = FileQuestion::Try {
        job: Box::new(job),
        seed: Uuid::from_u128(7 << 64),
        forbidden,
    };
    desk.expect_file(text.len());
    desk.receive(text.as_bytes());
    match ask(&mut desk, question).1 {
        Answer::File(FileAnswer::Tried(trial)) => (desk, *trial),
        other => panic!("{other:?}"),
    }
}

fn row(desk: &mut Desk, place: usize) -> RowDetails {
    match ask(desk, FileQuestion::Row(place)).1 {
        Answer::File(FileAnswer::Row(row)) => *row,
        other => panic!("{other:?}"),
    }
}

/// The number in the first slot of the first user.
fn held(workspace: &Workspace) -> String {
    let table = users_file(workspace);
    let row = table.lines().nth(1).unwrap();
    row.split(',').nth(16).unwrap().to_owned()
}

/// The table of all users with one more team, cells of the named columns written anew, and a user who is new.
fn edited(workspace: &Workspace, cells: &[(usize, &str, &str)]) -> String {
    let table = users_file(workspace);
    let mut lines: Vec<Vec<String>> = table
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect();
    for line in &mut lines {
        line.push(String::new());
    }
    lines[0].last_mut().unwrap().push_str("Team: Night");
    lines.push(vec![String::new(); lines[0].len()]);
    let header = lines[0].clone();
    for (line, column, text) in cells {
        let at = header.iter().position(|name| name == column).unwrap();
        lines[*line][at] = String::from(*text);
    }
    let lines: Vec<String> = lines.iter().map(|cells| cells.join(",")).collect();
    lines.join("\n")
}

#[test]
fn r87_what_the_file_makes_has_its_name_and_a_cell_says_from_what_to_what_it_changes() {
    let workspace = company(3, Policies::Equal);
    let number = held(&workspace);
    let text = edited(
        &workspace,
        &[
            (1, "Alias", "One"),
            (1, "Direct Inbound Number: 1", "NONE"),
            (1, "Team: Night", "1"),
            (4, "Email", "eve@large.example"),
            (4, "First name", "Eve"),
            (4, "Role: Agent", "1"),
            (4, "Direct Inbound Number: 1", &number),
            (4, "Team: Night", "1"),
        ],
    );
    let (mut desk, trial) = tried(&workspace, &text);
    assert_eq!(
        (trial.new_teams, trial.team_names.as_slice()),
        (1, ["Night".to_owned()].as_slice())
    );
    let first = row(&mut desk, 0);
    assert!(
        first.changes.iter().any(|change| change.ends_with("Night")),
        "{:?}",
        first.changes
    );
    let alias = first.cells.iter().find(|cell| cell.header == "Alias").unwrap();
    assert_eq!(alias.change, Some((String::new(), "One".to_owned())));
    let last = row(&mut desk, 3);
    assert!(
        last.changes.contains(&"add user Eve".to_owned()),
        "{:?}",
        last.changes
    );
    assert!(
        last.changes.iter().any(|change| change.ends_with("to agent Eve")),
        "{:?}",
        last.changes
    );
    for change in first.changes.iter().chain(&last.changes) {
        assert!(!change.contains("deleted"), "{change}");
    }
}

#[test]
fn s095_r95_numbers_that_the_uploader_may_not_edit_stay_and_the_rest_is_applied() {
    let workspace = company(3, Policies::Equal);
    let text = edited(
        &workspace,
        &[
            (1, "Direct Inbound Number: 1", "NONE"),
            (1, "Alias", "One"),
            (2, "Team: Night", "1"),
            (4, "Email", "eve@large.example"),
            (4, "First name", "Eve"),
            (4, "Role: Agent", "1"),
            (4, "Direct Inbound Number: 1", &held(&workspace)),
        ],
    );
    let (mut desk, trial) = tried_without(&workspace, &text, [Property::Numbers, Property::Teams].into());
    let counts = trial.counts;
    // Of the second user nothing else was to change; the third is as in the file.
    assert_eq!(
        (counts.total, counts.affected, counts.ignored, counts.unchanged),
        (4, 2, 1, 1)
    );
    assert_eq!((counts.failed, trial.errors, trial.new_teams), (3, 3, 0));
    let forbidden = NumberOutcome::Ignored(Code::ForbiddenColumn);
    let first = row(&mut desk, 0);
    assert_eq!(first.line.report.numbers.first(), Some(&(0, forbidden.clone())));
    assert_eq!(first.changes.len(), 1, "{:?}", first.changes);
    let said = first
        .cells
        .iter()
        .find(|cell| cell.slot == Some(0))
        .unwrap()
        .said
        .clone();
    let message = "you may not edit this column".to_owned();
    assert_eq!(said, Some((Code::ForbiddenColumn, message)));
    assert_eq!(row(&mut desk, 1).line.reason.unwrap().0, Code::ForbiddenColumn);
    assert_eq!(row(&mut desk, 3).line.report.numbers, [(0, forbidden)]);
    let Answer::File(FileAnswer::Text(log)) = ask(&mut desk, FileQuestion::Text(Text::ErrorLog)).1 else {
        panic!();
    };
    assert_eq!(log.matches(",error,forbidden_column,").count(), 3, "{log}");

    // Tried again on another configuration it is as it was, and with all rights nothing is forbidden.
    for (properties, errors) in [
        (BTreeSet::from([Property::Numbers, Property::Teams]), 3),
        (BTreeSet::new(), 0),
    ] {
        let question = FileQuestion::TryAgain {
            job: Box::new(trial.job.clone()),
            seed: Uuid::from_u128(8 << 64),
            forbidden: properties,
        };
        match ask(&mut desk, question).1 {
            Answer::File(FileAnswer::Tried(again)) => assert_eq!(again.counts.failed, errors),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn another_address_is_told_in_its_own_column_from_what_to_what() {
    let workspace = company(3, Policies::Equal);
    let was = workspace.users().next().unwrap().email.clone();
    let text = edited(
        &workspace,
        &[(1, "New email", "eve@large.example"), (1, "Team: Night", "1")],
    );
    let (mut desk, trial) = tried(&workspace, &text);
    assert_eq!(trial.counts.affected, 1);
    let first = row(&mut desk, 0);
    let changes = first
        .cells
        .iter()
        .filter_map(|cell| cell.change.clone().map(|change| (cell, change)));
    let told: Vec<_> = changes
        .map(|(cell, change)| (cell.header.as_str(), change))
        .collect();
    let change = |was: &str, is: &str| (was.to_owned(), is.to_owned());
    assert_eq!(
        told,
        [
            ("New email", change(&was, "eve@large.example")),
            ("Team: Night", change("0", "1"))
        ]
    );
}

#[test]
fn r89_a_number_that_goes_to_another_column_of_its_user_is_a_change_and_told_as_one() {
    let workspace = company(3, Policies::Equal);
    let number = held(&workspace);
    let text = edited(
        &workspace,
        &[
            (1, "Direct Inbound Number: 1", "NONE"),
            (1, "Direct Inbound Number: 4", &number),
        ],
    );
    let (mut desk, trial) = tried(&workspace, &text);
    assert_eq!(
        (trial.counts.affected, trial.counts.unchanged, trial.counts.failed),
        (1, 2, 0)
    );
    assert_eq!(trial.numbers[NumberSort::Shifted as usize], 1);
    let first = row(&mut desk, 0);
    let (slot, outcome) = first.line.report.numbers.last().unwrap();
    assert!(
        matches!(outcome, NumberOutcome::Shifted { from: 0, .. }) && *slot == 3,
        "{outcome:?}"
    );
    let number = number.replace([' ', '-'], "");
    let told = format!("put {number} from Direct Inbound Number: 1 into Direct Inbound Number: 4");
    assert_eq!(first.changes, [told]);
}

#[test]
fn a30_the_row_says_what_goes_along_with_it() {
    let workspace = company(3, Policies::Equal);
    assert!(held(&workspace).starts_with('+'));
    let text = edited(&workspace, &[(1, "Status", "Inactive")]);
    let (mut desk, _) = tried(&workspace, &text);
    let first = row(&mut desk, 0);
    assert_eq!(first.warnings.len(), 1, "{:?}", first.warnings);
    assert!(first.warnings[0].contains("number"), "{:?}", first.warnings);
    assert_eq!(row(&mut desk, 1).warnings, Vec::<String>::new());
}

#[test]
fn r3_while_sms_is_off_numbers_are_ignored_and_the_impact_is_told() {
    let mut workspace = company(3, Policies::Equal);
    workspace.apply(&Intent::SetSmsChat { on: false }).unwrap();
    let text = edited(
        &workspace,
        &[(1, "Direct Inbound Number: 1", "NONE"), (1, "Alias", "One")],
    );
    let (mut desk, trial) = tried(&workspace, &text);
    assert_eq!((trial.counts.affected, trial.changes), (1, 1));
    let first = row(&mut desk, 0);
    assert_eq!(
        first.line.report.numbers,
        [(0, NumberOutcome::Ignored(Code::SmsOff))]
    );
    let (from, months) = (FROM.parse().unwrap(), 12);
    let (_, answer) = ask(&mut desk, FileQuestion::Impact { from, months });
    assert!(matches!(answer, Answer::File(FileAnswer::Impact { totals, .. }) if totals.numbers == 0));
}

#[test]
fn numbers_go_out_and_in_as_a_file_of_their_own() {
    let workspace = company(3, Policies::Equal);
    let text = numbers_file(workspace.numbers()) + "+14155559999,New,0\n1.4E+10,Lost,1\n";
    let (mut desk, trial) = tried(&workspace, &text);
    assert_eq!((trial.kind, trial.created, trial.changes), (Kind::Numbers, 1, 1));
    assert_eq!(
        (trial.counts.unchanged, trial.counts.skipped),
        (workspace.numbers().len(), 1)
    );
    let place = trial.counts.total - 2;
    let made = row(&mut desk, place);
    assert_eq!((made.line.label.as_str(), made.changes.len()), ("New", 1));
    let lost = row(&mut desk, place + 1);
    assert_eq!(lost.line.reason.unwrap().0, Code::NumberFormat);
}

#[test]
fn s206_all_users_are_written_in_parts() {
    let workspace = company(300, Policies::Equal);
    let (mut desk, _) = tried(&workspace, "Number,Label,Direct\n");
    for (text, expected) in [
        (Text::Users, users_file(&workspace)),
        (Text::UsersJson, users_json(&workspace)),
    ] {
        let (steps, answer) = ask(&mut desk, FileQuestion::Text(text));
        assert!(steps >= 5, "{steps} steps");
        assert_eq!(answer, Answer::File(FileAnswer::Text(expected)));
    }
}
