//! Bulk files as the page has them tried out, against the dry run asked directly.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

#[path = "../../domain/tests/large/mod.rs"]
mod large;

use std::collections::BTreeSet;

use domain::bulk::{Check, Code, Job, JobState, Report, Rights, Sheet, error_log, users_file};
use domain::impact::impact;
use domain::{Intent, Workspace};
use engine::{
    Answer, Desk, FileAnswer, FileQuestion, Filter, Kind, NumberSort, Page, Question, RowLine, Said, Show,
    Text, Trial,
};
use large::{Policies, company};
use uuid::Uuid;

const FROM: &str = "2026-10-15T14:32:00Z";

/// A desk that knows the workspace.
fn desk(workspace: &Workspace) -> Desk {
    let mut desk = Desk::default();
    desk.ask(1, Question::Open(Box::new(workspace.into())));
    assert_eq!(desk.step(), Some(Said::Answer(1, Answer::Noted { refused: 0 })));
    desk
}

/// Asks as over the wire, where the bytes of a file travel apart, and works until that is answered.
fn ask(desk: &mut Desk, id: u32, question: FileQuestion) -> Answer {
    send(desk, id, question);
    loop {
        match desk.step() {
            Some(Said::Answer(of, answer)) if of == id => {
                let text = serde_json::to_string(&answer).unwrap();
                assert_eq!(serde_json::from_str::<Answer>(&text).unwrap(), answer);
                return answer;
            }
            Some(_) => {}
            None => panic!("no answer to {id}"),
        }
    }
}

fn send(desk: &mut Desk, id: u32, question: FileQuestion) {
    let text = serde_json::to_string(&Question::File(question)).unwrap();
    desk.ask(id, serde_json::from_str(&text).unwrap());
}

/// A file comes in pieces.
fn come(desk: &mut Desk, file: &[u8]) {
    desk.expect_file(file.len());
    for piece in file.chunks(1_000) {
        desk.receive(piece);
    }
}

fn job() -> Job {
    Job::new(Uuid::from_u128(5), "users.csv", FROM.parse().unwrap())
}

fn try_out(desk: &mut Desk, text: &str) -> Answer {
    let question = FileQuestion::Try {
        job: Box::new(job()),
        seed: Uuid::from_u128(7 << 64),
        forbidden: BTreeSet::new(),
    };
    come(desk, text.as_bytes());
    ask(desk, 2, question)
}

#[track_caller]
fn tried(answer: Answer) -> Trial {
    match answer {
        Answer::File(FileAnswer::Tried(trial)) => *trial,
        other => panic!("{other:?}"),
    }
}

fn rows(desk: &mut Desk, filter: Filter, page: Page) -> (usize, Vec<RowLine>) {
    match ask(desk, 3, FileQuestion::Rows { filter, page }) {
        Answer::File(FileAnswer::Rows(list)) => (list.total, list.items),
        other => panic!("{other:?}"),
    }
}

/// 300 users of whom the file swaps each two neighbours' numbers, but for the last two; one number is damaged.
fn swapping() -> (Workspace, String) {
    let workspace = company(300, Policies::Equal);
    let mut lines: Vec<Vec<String>> = users_file(&workspace)
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect();
    for place in (1..=297).step_by(2) {
        let (one, other) = (lines[place][16].clone(), lines[place + 1][16].clone());
        lines[place][16] = other;
        lines[place + 1][16] = one;
    }
    lines[300][17] = String::from("1.4E+10");
    let lines: Vec<String> = lines.iter().map(|cells| cells.join(",")).collect();
    (workspace, lines.join("\n"))
}

fn directly(workspace: &Workspace, text: &str) -> Report {
    let sheet = Sheet::read(text.as_bytes()).unwrap();
    let check = Check::new(workspace.clone(), sheet, Rights::all()).unwrap();
    check.finish("users.csv", || panic!("nobody is made"))
}

#[test]
fn r94_a_file_that_is_forgotten_is_no_longer_at_hand() {
    let (workspace, text) = swapping();
    let mut desk = desk(&workspace);
    tried(try_out(&mut desk, &text));
    assert_eq!(ask(&mut desk, 3, FileQuestion::Forget), Answer::Nothing);
    let again = FileQuestion::TryAgain {
        job: Box::new(job()),
        seed: Uuid::nil(),
        forbidden: BTreeSet::new(),
    };
    for question in [FileQuestion::Row(0), FileQuestion::Text(Text::ErrorLog), again] {
        assert_eq!(ask(&mut desk, 4, question), Answer::Nothing);
    }
    let trial = tried(try_out(&mut desk, &text));
    assert_eq!(trial.counts.total, 300);
}

#[test]
fn r94_a_trial_is_the_dry_run_in_parts() {
    let (workspace, text) = swapping();
    let report = directly(&workspace, &text);
    let mut desk = desk(&workspace);
    let trial = tried(try_out(&mut desk, &text));
    assert_eq!((trial.kind, trial.counts), (Kind::Users, report.counts()));
    // Nobody has a personal queue, and one number is damaged.
    assert_eq!((trial.errors, trial.created), (299, 0));
    assert_eq!(trial.shown, [300, 298, 1, 1, 1, 298]);
    assert_eq!(trial.numbers, [0, 0, 298, 0, 0, 1]);
    assert_eq!(
        (trial.job.state, trial.job.affected),
        (JobState::ValidScheme, 298)
    );

    let mut all = Vec::new();
    for skip in (0..300).step_by(70) {
        let (total, lines) = rows(&mut desk, Filter::default(), Page { skip, take: 70 });
        assert_eq!(total, 300);
        all.extend(lines.into_iter().map(|line| line.report));
    }
    assert_eq!(all, report.rows().collect::<Vec<_>>());

    let Some(Intent::Bulk { changes, .. }) = report.intent() else {
        panic!()
    };
    assert_eq!(trial.changes, changes.len());
    let mut parts = Vec::new();
    while parts.len() < changes.len() {
        let page = Page {
            skip: parts.len(),
            take: 64,
        };
        match ask(&mut desk, 4, FileQuestion::Changes(page)) {
            Answer::File(FileAnswer::Changes(list)) => parts.extend(list.items),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(parts, changes.as_slice());
    let log = ask(&mut desk, 5, FileQuestion::Text(Text::ErrorLog));
    assert_eq!(log, Answer::File(FileAnswer::Text(error_log(&report.errors))));
}

#[test]
fn rows_are_found_by_outcome_by_number_and_by_words() {
    let (workspace, text) = swapping();
    let mut desk = desk(&workspace);
    tried(try_out(&mut desk, &text));
    let mut check = |show, numbers, search: &str, expected: usize| {
        let search = search.to_owned();
        let filter = Filter {
            show,
            numbers,
            search,
        };
        let (total, lines) = rows(&mut desk, filter, Page::first(5));
        assert_eq!((total, lines.len()), (expected, expected.min(5)));
        lines
    };
    check(Show::Changes, None, "", 298);
    check(Show::All, Some(NumberSort::Swapped), " AGENT29@ ", 1);
    // By the name, which is not in the address.
    check(Show::All, None, "agent 29", 11);
    check(Show::Same, Some(NumberSort::Swapped), "", 0);
    let lines = check(Show::Errors, Some(NumberSort::Ignored), "", 1);
    assert_eq!((lines[0].place, lines[0].ignored), (299, 1));
    assert_eq!(lines[0].written, [(1, "1.4E+10".to_owned())]);
    assert_eq!(lines[0].reason.as_ref().unwrap().0, Code::NumberFormat);
}

#[test]
fn a_row_has_its_cells_and_its_changes_in_words() {
    let (workspace, text) = swapping();
    let mut desk = desk(&workspace);
    tried(try_out(&mut desk, &text));
    let Answer::File(FileAnswer::Row(row)) = ask(&mut desk, 6, FileQuestion::Row(299)) else {
        panic!()
    };
    let bad = row.cells.iter().find(|cell| cell.slot == Some(1)).unwrap();
    assert_eq!(
        (bad.text.as_str(), bad.said.as_ref().unwrap().0),
        ("1.4E+10", Code::NumberFormat)
    );
    assert!(row.cells.iter().all(|cell| !cell.text.is_empty()));
    assert_eq!(row.changes, Vec::<String>::new());
    let Answer::File(FileAnswer::Row(row)) = ask(&mut desk, 6, FileQuestion::Row(0)) else {
        panic!()
    };
    assert_eq!(row.changes.len(), 2, "{:?}", row.changes);
    assert_eq!(ask(&mut desk, 6, FileQuestion::Row(300)), Answer::Nothing);
}

#[test]
fn rows_do_not_wait_for_the_impact_of_the_file() {
    let (workspace, text) = swapping();
    let mut desk = desk(&workspace);
    tried(try_out(&mut desk, &text));
    let (from, months) = (FROM.parse().unwrap(), 12);
    send(&mut desk, 9, FileQuestion::Impact { from, months });
    assert!(matches!(desk.step(), Some(Said::Progress(9, _))));
    let filter = Filter::default();
    let page = Page::first(1);
    send(&mut desk, 10, FileQuestion::Rows { filter, page });
    assert!(matches!(desk.step(), Some(Said::Answer(10, _))));
    let found = loop {
        match desk.step() {
            Some(Said::Answer(
                9,
                Answer::File(FileAnswer::Impact {
                    totals,
                    never_answered,
                }),
            )) => {
                assert_eq!(never_answered, 0);
                break totals;
            }
            Some(Said::Progress(9, _)) => {}
            other => panic!("{other:?}"),
        }
    };
    let mut after = workspace.clone();
    after
        .apply(directly(&workspace, &text).intent().unwrap())
        .unwrap();
    let expected = impact(&workspace, &after, from, months);
    assert_eq!(found.numbers, expected.totals().numbers);
    assert_eq!(
        (found.first, found.changed_min),
        (expected.totals().first, expected.totals().changed_min)
    );
    assert_eq!(found.numbers, 298);
}

#[test]
fn s092_the_file_is_tried_again_on_what_it_made() {
    let (workspace, text) = swapping();
    let mut desk = desk(&workspace);
    let trial = tried(try_out(&mut desk, &text));
    let mut after = workspace.clone();
    after
        .apply(directly(&workspace, &text).intent().unwrap())
        .unwrap();
    desk.ask(1, Question::Open(Box::new((&after).into())));
    // What was known of it was about another configuration.
    let changes = FileQuestion::Changes(Page::first(1));
    assert_eq!(ask(&mut desk, 4, changes), Answer::Nothing);
    let again = FileQuestion::TryAgain {
        job: Box::new(trial.job),
        seed: Uuid::from_u128(8 << 64),
        forbidden: BTreeSet::new(),
    };
    let again = tried(ask(&mut desk, 2, again));
    assert_eq!((again.counts.affected, again.changes), (0, 0));
}

#[test]
fn r94_a_trial_is_stopped_and_the_same_file_tried_again() {
    let (workspace, text) = swapping();
    let mut desk = desk(&workspace);
    let question = FileQuestion::Try {
        job: Box::new(job()),
        seed: Uuid::from_u128(7 << 64),
        forbidden: BTreeSet::new(),
    };
    come(&mut desk, text.as_bytes());
    send(&mut desk, 2, question.clone());
    for _ in 0..4 {
        assert!(matches!(desk.step(), Some(Said::Progress(2, _))));
    }
    desk.ask(3, Question::Stop);
    let said: Vec<Said> = std::iter::from_fn(|| desk.step()).collect();
    let stopped = |id| Said::Answer(id, Answer::Stopped);
    assert_eq!(said, [stopped(2), stopped(3)]);
    let changes = FileQuestion::Changes(Page::first(1));
    assert_eq!(ask(&mut desk, 4, changes), Answer::Nothing);
    come(&mut desk, text.as_bytes());
    let trial = tried(ask(&mut desk, 2, question));
    assert_eq!(trial.counts.affected, 298);
}

#[test]
fn r92_what_is_no_such_file_is_refused_and_the_job_says_so() {
    let workspace = company(1, Policies::Equal);
    let mut desk = desk(&workspace);
    for (text, code) in [("", Code::NotCsv), ("Email,Nickname\n", Code::HeaderMismatch)] {
        match try_out(&mut desk, text) {
            Answer::File(FileAnswer::Refused { job, error }) => {
                assert_eq!((job.state, error.code), (JobState::InvalidScheme, code));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn ids_of_those_who_are_made_differ() {
    let workspace = company(1, Policies::Equal);
    let mut desk = desk(&workspace);
    let header = users_file(&workspace);
    let header = header.lines().next().unwrap();
    let row = |name: &str| {
        let cells = header.split(',').map(|column| match column {
            "Email" => format!("{name}@large.example"),
            "First name" => name.to_owned(),
            "Role: Agent" => "1".to_owned(),
            _ => String::new(),
        });
        cells.collect::<Vec<_>>().join(",")
    };
    let text = format!("{header}\n{}\n{}\n", row("eve"), row("max"));
    let trial = tried(try_out(&mut desk, &text));
    assert_eq!((trial.created, trial.changes), (2, 2));
    let Answer::File(FileAnswer::Changes(list)) = ask(&mut desk, 4, FileQuestion::Changes(Page::first(9)))
    else {
        panic!()
    };
    let mut after = workspace.clone();
    for change in &list.items {
        after.apply(change).unwrap();
    }
    assert_eq!(after.users().len(), 3);
}
