//! The cells with direct numbers: which are taken, which are left as they were, and why (specification 8.2).

use super::*;
use domain::Intent;

#[test]
fn s081_s082_r88_a15_a_number_of_two_rows_goes_to_neither() {
    let workspace = company();
    let report = dry(
        &workspace,
        &[(ANN_MAIL, &[N1]), (BOB_MAIL, &["2=+1 (415) 555-0101"])],
    );
    assert_eq!(
        codes(&report),
        [(2, Code::NumberDuplicateInFile), (3, Code::NumberDuplicateInFile)]
    );
    assert_eq!(report.intent(), None);
    assert!(
        report.errors[0]
            .message
            .starts_with("`+14155550101` stands in row 3 too")
    );
}

#[test]
fn s081_r88_a_number_of_many_rows_names_two_of_them_and_counts_the_others() {
    let workspace = company();
    let users: Vec<String> = (0..5).map(|place| format!("user{place}@test.example")).collect();
    let cells = ["First name=Eve", "Role: Agent=1", N1];
    let rows: Vec<(&str, &[&str])> = users.iter().map(|mail| (mail.as_str(), &cells[..])).collect();
    let report = dry(&workspace, &rows);
    let said = |line: u32| report.errors_of(line)[0].message.clone();
    assert!(said(2).contains(" in rows 3, 4 and 2 more too: "), "{}", said(2));
    assert!(said(6).contains(" in rows 2, 3 and 2 more too: "), "{}", said(6));
    let report = dry(&workspace, &rows[..3]);
    assert!(report.errors_of(3)[0].message.contains(" in rows 2 and 4 too: "));
    // The same address in every row.
    let report = dry(&workspace, &[(ANN_MAIL, &[]), (ANN_MAIL, &[]), (ANN_MAIL, &[])]);
    assert_eq!(codes(&report).len(), 3);
    assert!(report.errors_of(2)[0].message.contains(" in rows 3 and 4 too: "));
}

#[test]
fn r89_a_repeat_in_a_row_is_ignored_and_the_first_kept() {
    let mut workspace = company();
    let report = proceed(&mut workspace, &[(ANN_MAIL, &[N1, "4=+1-415-555-0101"])]);
    assert_eq!(codes(&report), [(2, Code::NumberDuplicateInRow)]);
    assert_eq!(numbers(&workspace, ANN), [n1()]);
}

#[test]
fn s084_r90_a16_a_damaged_number_is_ignored_and_the_rest_of_the_row_applied() {
    for damaged in [
        "4155550101",
        "1.41556E+10",
        "+1415555",
        "+1415555010112345",
        "+1 415 555 0101 ext 5",
        "72345",
    ] {
        let mut workspace = company();
        let cell = format!("1={damaged}");
        let report = proceed(
            &mut workspace,
            &[(ANN_MAIL, &[&cell, "2=+14155550102", "Alias=Annie"])],
        );
        assert_eq!(codes(&report), [(2, Code::NumberFormat)], "{damaged}");
        assert_eq!(numbers(&workspace, ANN), [n2()]);
        assert_eq!(workspace.user(user(ANN)).unwrap().alias, "Annie");
        assert!(report.fates()[0].failed);
    }
}

#[test]
fn s085_s086_r91_a17_an_unknown_voice_or_ordinary_number_is_ignored() {
    let mut workspace = company();
    // The columns hold SMS numbers: what only the voice side knows is not in the list.
    let voice = Intent::SetIvrQueue {
        number: "+14155550199".parse().unwrap(),
        queue: Some("Orders".parse().unwrap()),
    };
    workspace.apply(&voice).unwrap();
    let report = dry(&workspace, &[(ANN_MAIL, &["1=+14155550199", "2=+14155550103"])]);
    assert_eq!(
        codes(&report),
        [(2, Code::NumberNotValidated), (2, Code::NumberNotValidated)]
    );
    assert!(report.errors[0].message.contains("is not in the list of numbers"));
    assert!(report.errors[1].message.contains("is not a direct number"));
}

#[test]
fn s089_r21_a_number_of_a_queue_stays_there() {
    let mut workspace = company();
    workspace.apply(&assign(n1(), leaf(BILLING))).unwrap();
    let report = dry(&workspace, &[(ANN_MAIL, &[N1])]);
    assert_eq!(codes(&report), [(2, Code::NumberAssignedElsewhere)]);
    assert!(report.errors[0].message.contains("queue Billing"));
}

#[test]
fn s090_a14_blank_keeps_and_none_clears() {
    let mut workspace = company();
    workspace.apply(&assign(n1(), agent(ANN))).unwrap();
    assert_eq!(
        proceed(&mut workspace, &[(ANN_MAIL, &[])]).fates()[0].outcome,
        RowOutcome::Unchanged
    );
    assert_eq!(numbers(&workspace, ANN), [n1()]);
    let report = proceed(&mut workspace, &[(ANN_MAIL, &["1=none"])]);
    assert_eq!(
        report.row(0).unwrap().numbers,
        [(0, NumberOutcome::Cleared(Some(n1())))]
    );
    assert_eq!(numbers(&workspace, ANN), []);
    assert!(workspace.number(n1()).unwrap().is_direct());
}

#[test]
fn s092_clearing_one_of_two_numbers_twice_clears_one() {
    let mut workspace = company();
    workspace.apply(&assign(n1(), agent(ANN))).unwrap();
    workspace.apply(&assign(n2(), agent(ANN))).unwrap();
    proceed(&mut workspace, &[(ANN_MAIL, &["1=NONE"])]);
    assert_eq!(numbers(&workspace, ANN), [n2()]);
}

#[test]
fn r89_a_number_that_goes_to_another_slot_is_neither_cleared_nor_as_it_was() {
    let mut workspace = company();
    workspace.apply(&assign(n1(), agent(ANN))).unwrap();
    workspace.apply(&assign(n2(), agent(ANN))).unwrap();
    let shifted = |number, from| NumberOutcome::Shifted { number, from };
    let before = workspace.clone();
    let report = proceed(&mut workspace, &[(ANN_MAIL, &["1=NONE", "4=+14155550101"])]);
    let intent = report.intent().unwrap();
    let told: Vec<_> = intent.parts().iter().map(|part| part.describe(&before)).collect();
    assert_eq!(
        told,
        ["put +14155550101 into Direct Inbound Number: 4 of agent Ann"]
    );
    assert_eq!(
        report.row(0).unwrap().numbers,
        [(0, NumberOutcome::Cleared(None)), (3, shifted(n1(), 0))]
    );
    assert_eq!(report.fates()[0].outcome, RowOutcome::Changed);
    let slot = |workspace: &Workspace, number| workspace.number(number).unwrap().slot.index();
    assert_eq!((slot(&workspace, n1()), slot(&workspace, n2())), (3, 1));
    // Two of one user's numbers change places, whatever stands in the other cells.
    let report = proceed(
        &mut workspace,
        &[(ANN_MAIL, &["2=+14155550101", "4=+14155550102"])],
    );
    assert_eq!(
        report.row(0).unwrap().numbers,
        [(1, shifted(n1(), 3)), (3, shifted(n2(), 1))]
    );
    assert_eq!((slot(&workspace, n1()), slot(&workspace, n2())), (1, 3));
    let report = proceed(&mut workspace, &[(ANN_MAIL, &["2=+14155550101"])]);
    assert_eq!(
        report.row(0).unwrap().numbers,
        [(1, NumberOutcome::Unchanged(n1()))]
    );
    assert_eq!(report.fates()[0].outcome, RowOutcome::Unchanged);
}

#[test]
fn r21_two_agents_swap_in_one_file() {
    let mut workspace = company();
    workspace.apply(&assign(n1(), agent(ANN))).unwrap();
    workspace.apply(&assign(n2(), agent(BOB))).unwrap();
    let report = proceed(&mut workspace, &[(ANN_MAIL, &[N2]), (BOB_MAIL, &[N1])]);
    assert_eq!(codes(&report), []);
    assert_eq!(
        (numbers(&workspace, ANN), numbers(&workspace, BOB)),
        (vec![n2()], vec![n1()])
    );
    let with = user(BOB);
    assert_eq!(
        report.row(0).unwrap().numbers,
        [(0, NumberOutcome::Swapped { number: n2(), with })]
    );
}

#[test]
fn r21_a_refused_cell_keeps_its_number_and_refuses_who_waits_for_it() {
    let mut workspace = company();
    workspace.apply(&assign(n1(), agent(ANN))).unwrap();
    workspace.apply(&assign(n2(), leaf(BILLING))).unwrap();
    // Ann wants Billing's number and gives hers up for it; Bob wants Ann's.
    let report = dry(&workspace, &[(ANN_MAIL, &[N2]), (BOB_MAIL, &[N1])]);
    let elsewhere = Code::NumberAssignedElsewhere;
    assert_eq!(codes(&report), [(2, elsewhere), (3, elsewhere)]);
    assert!(report.errors[1].message.contains("agent Ann"));
    assert_eq!(report.intent(), None);
}

#[test]
fn s097_r29_numbers_need_the_agent_role_after_the_row() {
    let mut workspace = company();
    assert_eq!(
        codes(&dry(&workspace, &[(MAX_MAIL, &[N1])])),
        [(2, Code::NotAnAgent)]
    );
    proceed(&mut workspace, &[(MAX_MAIL, &[N1, "Role: Agent=1"])]);
    assert_eq!(numbers(&workspace, MAX), [n1()]);
    // A31: who keeps a number keeps the role, unless the row clears the number too.
    let report = dry(&workspace, &[(MAX_MAIL, &["Role: Agent=0"])]);
    assert_eq!(codes(&report), [(2, Code::AgentHasNumbers)]);
    proceed(&mut workspace, &[(MAX_MAIL, &["1=NONE", "Role: Agent=0"])]);
    assert!(!workspace.user(user(MAX)).unwrap().roles.contains(&Role::Agent));
}

#[test]
fn r71_a_missing_personal_queue_is_a_warning() {
    let workspace = company();
    let report = dry(&workspace, &[(ANN_MAIL, &[N1])]);
    assert_eq!(
        report.errors.iter().map(|error| error.code).collect::<Vec<_>>(),
        [Code::NoPersonalQueue]
    );
    assert!(!report.fates()[0].failed);
}

#[test]
fn r3_while_sms_is_off_numbers_stay_and_the_rest_of_the_row_is_applied() {
    let mut workspace = company();
    workspace.apply(&assign(n1(), agent(ANN))).unwrap();
    workspace.apply(&Intent::SetSmsChat { on: false }).unwrap();
    let rows: &[(&str, &[&str])] = &[
        (ANN_MAIL, &["1=NONE", "2=+14155550102", "Alias=Annie"]),
        (BOB_MAIL, &["1=+14155550102"]),
        (MAX_MAIL, &["1=none"]),
    ];
    let report = proceed(&mut workspace, rows);
    let off = Code::SmsOff;
    assert_eq!(codes(&report), [(2, off), (2, off), (3, off)]);
    assert!(report.errors[0].message.starts_with("SMS is off"));
    assert_eq!(workspace.user(user(ANN)).unwrap().alias, "Annie");
    assert_eq!(numbers(&workspace, ANN), [n1()]);
    assert_eq!(codes(&dry(&workspace, &[(ANN_MAIL, &[N1])])), []);
}
