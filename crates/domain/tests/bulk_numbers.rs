//! Numbers as a file, in and out.

use crate::company::{ANN, add, agent, assign, company, n1, n2, number, plain};
use domain::bulk::{Code, NumbersCheck, Report, RowOutcome, Sheet, failed_rows_file, numbers_file};
use domain::{Intent, Workspace};

fn run(workspace: &Workspace, text: &str) -> Report {
    let sheet = Sheet::read(text.as_bytes()).unwrap();
    assert!(NumbersCheck::fits(&sheet));
    NumbersCheck::new(workspace.clone(), sheet)
        .unwrap()
        .finish("numbers.csv")
}

fn outcomes(report: &Report) -> Vec<RowOutcome> {
    report.fates().iter().map(|fate| fate.outcome).collect()
}

fn codes(report: &Report) -> Vec<(u32, Code)> {
    report
        .errors
        .iter()
        .map(|error| (error.line.unwrap(), error.code))
        .collect()
}

#[test]
fn s206_the_export_read_back_changes_nothing() {
    let mut workspace = company();
    workspace.apply(&assign(n1(), agent(ANN))).unwrap();
    let text = numbers_file(workspace.numbers());
    assert!(text.starts_with("Number,Label,Direct\n"));
    let report = run(&workspace, &text);
    assert_eq!((&report.errors, report.intent()), (&Vec::new(), None));
    assert_eq!(report.fates().len(), 3);
}

#[test]
fn s206_r12_a_short_code_comes_back_as_it_was() {
    let mut workspace = company();
    for code in ["72345", "711", "98765432"] {
        workspace.apply(&add(number(code), "Alerts", false)).unwrap();
    }
    let text = numbers_file(workspace.numbers());
    assert!(text.contains("\n72345,Alerts,0\n"), "{text}");
    let report = run(&workspace, &text);
    assert_eq!((&report.errors, report.intent()), (&Vec::new(), None));
}

#[test]
fn r90_a_row_too_wide_or_a_lost_plus_sign_is_told_as_in_a_file_of_users() {
    let workspace = company();
    let long = "9".repeat(5_000);
    let text =
        format!("Number,Label,Direct\n+14155550101,A,1,x\n14155550199,B,0\n{long},C,0\n+14155550102,,,\n");
    let report = run(&workspace, &text);
    let expected = [
        (2, Code::InvalidValue),
        (3, Code::NumberFormat),
        (4, Code::NumberFormat),
    ];
    assert_eq!(codes(&report), expected);
    assert!(
        report.errors[0]
            .message
            .starts_with("the row has 4 cells, the header 3")
    );
    assert!(report.errors[1].message.contains("which spreadsheets remove"));
    assert!(report.errors[2].value.len() < 300);
}

#[test]
fn r3_while_sms_is_off_no_number_is_changed() {
    let mut workspace = company();
    workspace.apply(&Intent::SetSmsChat { on: false }).unwrap();
    let report = run(&workspace, "Number,Label,Direct\n+14155550101,Other,\n");
    assert_eq!(codes(&report), [(2, Code::SmsOff)]);
}

#[test]
fn numbers_are_added_relabelled_and_marked() {
    let mut workspace = company();
    let text = "Number,Label,Direct\n\
                +1 415-555-0199,Night line,1\n\
                +14155550101,First,\n\
                +14155550103,,1\n\
                +14155550102,Two,0\n";
    let report = run(&workspace, text);
    assert_eq!(codes(&report), []);
    assert_eq!(
        outcomes(&report),
        [
            RowOutcome::Created,
            RowOutcome::Changed,
            RowOutcome::Changed,
            RowOutcome::Changed
        ]
    );
    workspace.apply(report.intent().unwrap()).unwrap();
    let direct = |number| workspace.number(number).unwrap().is_direct();
    assert!(direct(number("+14155550199")) && direct(plain()) && !direct(n2()));
    assert_eq!(workspace.number(n1()).unwrap().label.as_str(), "First");
    let again = run(&workspace, text);
    assert_eq!((&again.errors, again.intent()), (&Vec::new(), None));
}

#[test]
fn r88_r90_bad_rows_are_skipped_and_come_back_with_a_reason() {
    let workspace = company();
    let report = run(
        &workspace,
        "Number,Label,Direct\n\
         1.41556E+10,A,1\n\
         +14155550198,B,1\n\
         +1 415-555-0198,C,1\n\
         +14155550197,,1\n\
         +14155550196,D,yes\n\
         +14155550195,E,0\n",
    );
    let expected = [
        (2, Code::NumberFormat),
        (3, Code::NumberDuplicateInFile),
        (4, Code::NumberDuplicateInFile),
        (5, Code::InvalidValue),
        (6, Code::InvalidValue),
    ];
    assert_eq!(codes(&report), expected);
    let counts = report.counts();
    assert_eq!(
        (counts.total, counts.affected, counts.skipped, counts.failed),
        (6, 1, 5, 5)
    );
    assert!(report.errors[1].message.contains(" stands in row 4 too"));
    let failed = failed_rows_file(&report);
    assert!(failed.starts_with("Number,Label,Direct,Reason\n1.41556E+10,A,1,"));
    assert_eq!(codes(&run(&workspace, &failed)).len(), 5);
}

#[test]
fn r92_another_header_is_refused() {
    for header in [
        "Number,Label",
        "Number,Label,Direct,Owner",
        "Number,Number,Label,Direct",
    ] {
        let sheet = Sheet::read(format!("{header}\n").as_bytes()).unwrap();
        let refused = NumbersCheck::new(company(), sheet).unwrap_err();
        assert_eq!(
            (refused.code, refused.line),
            (Code::HeaderMismatch, Some(1)),
            "{header}"
        );
    }
}
