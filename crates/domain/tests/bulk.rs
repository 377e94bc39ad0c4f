//! Bulk user management: every code of the error log, and what a file does (specification 8).

mod numbers;

use crate::company::{ANN, BILLING, BOB, MAX, agent, assign, company, leaf, n1, n2, user};
use domain::bulk::{
    Check, Code, Column, NumberOutcome, Property, Report, Rights, RowOutcome, Sheet, template,
};
use domain::people::Role;
use domain::{Intent, PhoneNumber, Workspace};
use uuid::Uuid;

/// A file with the template's header; each row is an address and `Header=value` cells, the numbers as `1=`.
pub(crate) fn file(workspace: &Workspace, rows: &[(&str, &[&str])]) -> String {
    let header: Vec<String> = template(workspace)
        .into_iter()
        .map(|(header, _)| header)
        .collect();
    let line = |(email, cells): &(&str, &[&str])| {
        let value = |header: &String| {
            let of = |cell: &&&str| {
                let (name, _) = cell.split_once('=').unwrap();
                *header == name || *header == format!("Direct Inbound Number: {name}")
            };
            let cell = cells
                .iter()
                .find(of)
                .map_or("", |cell| cell.split_once('=').unwrap().1);
            if header == "Email" { email } else { cell }
        };
        header.iter().map(value).collect::<Vec<_>>().join(",")
    };
    let rows: Vec<String> = rows.iter().map(line).collect();
    format!("{}\n{}\n", header.join(","), rows.join("\n"))
}

pub(crate) fn run(workspace: &Workspace, text: &str, rights: Rights) -> Report {
    let sheet = Sheet::read(text.as_bytes()).unwrap();
    let mut next = 1_000;
    Check::new(workspace.clone(), sheet, rights)
        .unwrap()
        .finish("users.csv", || {
            next += 1;
            Uuid::from_u128(next)
        })
}

pub(crate) fn dry(workspace: &Workspace, rows: &[(&str, &[&str])]) -> Report {
    run(workspace, &file(workspace, rows), Rights::all())
}

/// Carries the file out; a second run of it must change nothing (S092).
#[track_caller]
fn proceed(workspace: &mut Workspace, rows: &[(&str, &[&str])]) -> Report {
    let text = file(workspace, rows);
    let report = run(workspace, &text, Rights::all());
    if let Some(intent) = report.intent() {
        workspace.apply(intent).unwrap();
    }
    let again = run(workspace, &text, Rights::all());
    assert_eq!(
        again.intent(),
        None,
        "the second run: {:?}",
        again.rows().collect::<Vec<_>>()
    );
    report
}

pub(crate) fn codes(report: &Report) -> Vec<(u32, Code)> {
    let errors = report.errors.iter().filter(|error| !error.code.is_warning());
    errors.map(|error| (error.line.unwrap(), error.code)).collect()
}

fn numbers(workspace: &Workspace, id: u128) -> Vec<PhoneNumber> {
    workspace
        .numbers_of(agent(id))
        .map(|number| number.number)
        .collect()
}

pub(crate) const ANN_MAIL: &str = "ann@test.example";
pub(crate) const BOB_MAIL: &str = "bob@test.example";
const MAX_MAIL: &str = "max@test.example";
pub(crate) const N1: &str = "1=+14155550101";
const N2: &str = "1=+14155550102";

#[test]
fn s080_r87_a_correct_file_assigns_all_and_logs_no_error() {
    let mut workspace = company();
    let report = proceed(&mut workspace, &[(ANN_MAIL, &[N1]), (BOB_MAIL, &[N2])]);
    assert_eq!(codes(&report), []);
    assert_eq!(
        (numbers(&workspace, ANN), numbers(&workspace, BOB)),
        (vec![n1()], vec![n2()])
    );
    assert_eq!(
        report.row(0).unwrap().numbers,
        [(0, NumberOutcome::Assigned(n1()))]
    );
}

#[test]
fn s091_r92_columns_in_another_order_refuse_the_file() {
    let workspace = company();
    let swapped = file(&workspace, &[(ANN_MAIL, &[N1])]).replacen("Email,New email", "New email,Email", 1);
    let sheet = Sheet::read(swapped.as_bytes()).unwrap();
    let refused = Check::new(workspace.clone(), sheet, Rights::all()).unwrap_err();
    assert_eq!(
        (refused.code, refused.line, refused.column),
        (Code::HeaderMismatch, Some(1), Some(2))
    );
    for (from, to) in [("Alias", "Nickname"), ("Alias", "Location"), (",Alias", "")] {
        let text = file(&workspace, &[]).replacen(from, to, 1);
        let sheet = Sheet::read(text.as_bytes()).unwrap();
        let refused = Check::new(workspace.clone(), sheet, Rights::all()).unwrap_err();
        assert_eq!(
            refused.code,
            Code::HeaderMismatch,
            "{from} → {to}: {}",
            refused.message
        );
    }
}

#[test]
fn s093_counts_add_up_to_the_rows() {
    let mut workspace = company();
    workspace.apply(&assign(n2(), agent(BOB))).unwrap();
    let rows: &[(&str, &[&str])] = &[
        (ANN_MAIL, &["1=bad", "2=worse", "Alias=A"]),
        (BOB_MAIL, &[]),
        (MAX_MAIL, &["1=+14155550101"]),
        ("nobody", &[]),
    ];
    let counts = dry(&workspace, rows).counts();
    assert_eq!(counts.total, 4);
    assert_eq!(
        (counts.affected, counts.unchanged, counts.ignored, counts.skipped),
        (1, 1, 1, 1)
    );
    assert_eq!(
        (counts.failed, counts.succeeded(), counts.without_effect()),
        (3, 1, 2)
    );
}

#[test]
fn s094_r94_the_upload_changes_nothing_and_proceed_applies_it() {
    let mut workspace = company();
    let report = dry(&workspace, &[(ANN_MAIL, &[N1])]);
    assert_eq!(workspace, company());
    workspace.apply(report.intent().unwrap()).unwrap();
    assert_eq!(numbers(&workspace, ANN), [n1()]);
}

#[test]
fn r94_a_file_has_no_most_rows() {
    let mut workspace = company();
    let mails: Vec<String> = (0..3_000).map(|row| format!("new{row}@test.example")).collect();
    let cells = ["First name=New", "Last name=Person", "Role: Agent=1"];
    let rows: Vec<(&str, &[&str])> = mails.iter().map(|mail| (mail.as_str(), &cells[..])).collect();
    let before = workspace.users().len();
    let report = proceed(&mut workspace, &rows);
    assert_eq!((codes(&report), report.fates().len()), (vec![], 3_000));
    assert_eq!(workspace.users().len(), before + 3_000);
}

#[test]
fn s095_r95_a_forbidden_column_is_ignored_and_others_applied() {
    let workspace = company();
    let rights = Rights::without((0..5).map(Column::Number));
    let report = run(
        &workspace,
        &file(&workspace, &[(ANN_MAIL, &[N1, "Alias=Annie"])]),
        rights,
    );
    assert_eq!(codes(&report), [(2, Code::ForbiddenColumn)]);
    assert_eq!(report.fates()[0].outcome, RowOutcome::Changed);
    let mut after = workspace.clone();
    after.apply(report.intent().unwrap()).unwrap();
    assert_eq!(numbers(&after, ANN), []);
    assert_eq!(after.user(user(ANN)).unwrap().alias, "Annie");
}

#[test]
fn s095_r95_what_a_forbidden_column_holds_does_not_matter() {
    let workspace = company();
    for (column, cell) in [
        (Column::Number(0), "1=bad"),
        (Column::Number(0), "1=+14155550101"),
        (Column::Status, "Status=Asleep"),
        (Column::Role(Role::Agent), "Role: Agent=yes"),
        (Column::Concurrency, "Chat concurrency=many"),
        (Column::ConcurrencyStatus, "Chat concurrency status=1"),
        (Column::ConcurrencyStatus, "Chat concurrency status=x"),
        (Column::NewEmail, "New email=nonsense"),
        (Column::Location, "Location=a\u{7}"),
    ] {
        let text = file(&workspace, &[(ANN_MAIL, &[cell, "Alias=Annie"])]);
        let report = run(&workspace, &text, Rights::without([column]));
        assert_eq!(codes(&report), [(2, Code::ForbiddenColumn)], "{cell}");
        assert_eq!(report.fates()[0].outcome, RowOutcome::Changed, "{cell}");
    }
    // Those of a property go together, a team that is to be made with the others.
    for (_, column) in template(&workspace) {
        let property = Property::of(&column);
        let rights = Rights::without_properties(property);
        let text = file(
            &workspace,
            &[(ANN_MAIL, &["Alias=Annie", "Status=Inactive", "1=bad"])],
        );
        let forbidden = [Property::Details, Property::Status, Property::Numbers];
        let forbidden = property.is_some_and(|property| forbidden.contains(&property));
        let expected = codes(&run(&workspace, &text, rights));
        assert_eq!(
            expected.contains(&(2, Code::ForbiddenColumn)),
            forbidden,
            "{column:?}"
        );
    }
    // What is so already needs no rights.
    let text = file(
        &workspace,
        &[(ANN_MAIL, &["Status=active", "Role: Agent=1", "1=none"])],
    );
    let all = [Column::Status, Column::Role(Role::Agent), Column::Number(0)];
    assert_eq!(codes(&run(&workspace, &text, Rights::without(all))), []);
}

#[test]
fn r87_users_and_teams_that_do_not_exist_are_made() {
    let mut workspace = company();
    let header = file(&workspace, &[]).trim_end().to_owned() + ",Team: Night\n";
    let cells = header.split(',').count();
    let row = |filled: &[(&str, &str)]| {
        let names: Vec<&str> = header.trim_end().split(',').collect();
        let mut cells = vec![""; cells];
        for (name, value) in filled {
            cells[names.iter().position(|header| header == name).unwrap()] = value;
        }
        cells.join(",")
    };
    let new = row(&[
        ("Email", "eve@test.example"),
        ("First name", "Eve"),
        ("Status", "Inactive"),
        ("Role: Agent", "1"),
        ("Team: Night", "1"),
        ("Direct Inbound Number: 2", "+14155550101"),
        ("Agent ID", "77"),
    ]);
    let bare = row(&[("Email", "kim@test.example"), ("First name", "Kim")]);
    let report = run(&workspace, &format!("{header}{new}\n{bare}\n"), Rights::all());
    assert_eq!(codes(&report), [(3, Code::UnknownUserIncomplete)]);
    workspace.apply(report.intent().unwrap()).unwrap();
    let eve = workspace.user_by_email("EVE@test.example").unwrap();
    assert_eq!(
        (eve.first_name.as_str(), eve.active, eve.agent_number.as_str()),
        ("Eve", false, "77")
    );
    let team = workspace.team(*eve.teams.first().unwrap()).unwrap();
    assert_eq!(team.name, "Night");
    assert_eq!(
        workspace.number(n1()).unwrap().owner(),
        Some(domain::number::Owner::Agent(eve.id))
    );
}

#[test]
fn bad_cells_skip_their_row_alone() {
    let workspace = company();
    for (cell, code) in [
        ("Status=Asleep", Code::InvalidValue),
        ("Role: Agent=yes", Code::InvalidValue),
        ("Chat concurrency=many", Code::InvalidValue),
        ("New email=bob@test.example", Code::EmailTaken),
        ("New email=nonsense", Code::InvalidEmail),
        ("Role: Agent=0", Code::InvalidValue),
        ("Alias=a\u{1b}b", Code::InvalidValue),
        (&format!("Location={}", "é".repeat(256)), Code::InvalidValue),
    ] {
        let report = dry(&workspace, &[(ANN_MAIL, &[cell]), (BOB_MAIL, &["Alias=B"])]);
        assert_eq!(codes(&report), [(2, code)], "{cell}");
        let outcomes: Vec<_> = report.fates().iter().map(|fate| fate.outcome).collect();
        assert_eq!(outcomes, [RowOutcome::Skipped, RowOutcome::Changed], "{cell}");
    }
    let twice = dry(
        &workspace,
        &[(ANN_MAIL, &["Alias=A"]), ("ANN@test.example", &["Alias=B"])],
    );
    assert_eq!(
        codes(&twice),
        [(2, Code::UserDuplicateInFile), (3, Code::UserDuplicateInFile)]
    );
    assert_eq!(twice.intent(), None);
}

#[test]
fn s092_a_role_that_the_file_took_from_the_last_who_had_it_is_still_read() {
    let mut workspace = company();
    let pilot = Role::Custom("Pilot".parse().unwrap());
    let set = Intent::SetRoles {
        user: user(ANN),
        roles: [Role::Agent, pilot].into(),
        release_numbers: false,
    };
    workspace.apply(&set).unwrap();
    let text = file(&workspace, &[(ANN_MAIL, &["Role: Pilot=0"]), (BOB_MAIL, &[])]);
    let given = file(&workspace, &[(BOB_MAIL, &["Role: Pilot=1"])]);
    let report = run(&workspace, &text, Rights::all());
    workspace.apply(report.intent().unwrap()).unwrap();
    let again = run(&workspace, &text, Rights::all());
    assert_eq!((&again.errors, again.intent()), (&Vec::new(), None));
    // Nobody can be given a role that is not there.
    let sheet = Sheet::read(given.as_bytes()).unwrap();
    let refused = Check::new(workspace, sheet, Rights::all()).unwrap_err();
    assert_eq!(refused.code, Code::HeaderMismatch);
    assert_eq!(refused.header, "Role: Pilot");
}

#[test]
fn s092_a_team_is_known_with_or_without_a_blank_after_the_colon() {
    let mut workspace = company();
    let text = |header: &str, line: &str| {
        let table = file(&workspace, &[(ANN_MAIL, &[])]);
        let (first, row) = table.trim_end().split_once('\n').unwrap();
        format!("{first},{header}\n{row},{line}\n")
    };
    let table = text("Team:Night", "1");
    let list = format!("[{{\"email\":\"{ANN_MAIL}\",\"teams\":[{{\"name\":\" Night\",\"value\":1}}]}}]");
    let report = run(&workspace, &table, Rights::all());
    workspace.apply(report.intent().unwrap()).unwrap();
    for again in [table, list] {
        let again = run(&workspace, &again, Rights::all());
        assert_eq!((&again.errors, again.intent()), (&Vec::new(), None));
    }
}

#[test]
fn a31_who_has_ten_roles_does_not_get_an_eleventh_by_keeping_the_numbers() {
    let mut workspace = company();
    workspace.apply(&assign(n1(), agent(ANN))).unwrap();
    let custom = (0..9).map(|place| Role::Custom(format!("Role {place}").parse().unwrap()));
    let set = Intent::SetRoles {
        user: user(ANN),
        roles: custom.chain([Role::Agent]).collect(),
        release_numbers: false,
    };
    workspace.apply(&set).unwrap();
    let report = dry(
        &workspace,
        &[(ANN_MAIL, &["Role: Agent=0", "Role: Admin=1", "Alias=A"])],
    );
    assert_eq!(codes(&report), [(2, Code::AgentHasNumbers)]);
    let before = workspace.user(user(ANN)).unwrap().roles.clone();
    workspace.apply(report.intent().unwrap()).unwrap();
    assert_eq!(workspace.user(user(ANN)).unwrap().roles, before);
    assert_eq!(workspace.user(user(ANN)).unwrap().alias, "A");
}

#[test]
fn r93_a_cell_has_one_line_of_the_log_and_no_more_of_it_than_a_person_reads() {
    let workspace = company();
    let long = "x".repeat(5_000);
    let report = dry(&workspace, &[(&long, &[]), (&long, &[])]);
    assert_eq!(codes(&report), [(2, Code::InvalidEmail), (3, Code::InvalidEmail)]);
    let error = &report.errors[0];
    assert!(error.message.len() < 300 && error.value.len() < 300, "{error:?}");
}
