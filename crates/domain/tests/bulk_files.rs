//! Files of users out and in again, as tables and as lists, and the jobs that come of them.

use crate::bulk::{ANN_MAIL, BOB_MAIL, N1, codes, dry, run};
use crate::company::{ANN, BOB, agent, assign, company, n1, n2, user};
use domain::Intent;
use domain::bulk::{
    BulkError, Check, Code, Job, JobState, Rights, Sheet, SheetError, failed_rows_file, users_file,
    users_json,
};
use uuid::Uuid;

#[test]
fn s206_an_export_read_back_changes_nothing() {
    let mut workspace = company();
    for intent in [
        assign(n1(), agent(ANN)),
        assign(n2(), agent(ANN)),
        Intent::SetUserActive {
            user: user(BOB),
            active: false,
        },
    ] {
        workspace.apply(&intent).unwrap();
    }
    let report = run(&workspace, &users_file(&workspace), Rights::all());
    assert_eq!((&report.errors, report.intent()), (&Vec::new(), None));
}

#[test]
fn s206_a_list_of_users_changes_nothing_and_its_failed_ones_come_back_as_a_list() {
    let mut workspace = company();
    for intent in [assign(n1(), agent(ANN)), assign(n2(), agent(ANN))] {
        workspace.apply(&intent).unwrap();
    }
    let text = users_json(&workspace);
    assert!(
        text.contains("\"direct_inbound_number2\":\"+14155550102\""),
        "{text}"
    );
    assert!(
        text.contains("{\"name\":\"Agent\",\"value\":1}],\"teams\":[{\"name\":\"L1\",\"value\":1}"),
        "{text}"
    );
    let report = run(&workspace, &text, Rights::all());
    assert_eq!((&report.errors, report.intent()), (&Vec::new(), None));

    let list = format!(
        "[{{\"email\":\"{BOB_MAIL}\"}},{{\"email\":\"{ANN_MAIL}\",\"alias\":\"=A\",\"direct_inbound_number1\":14155550101,\
         \"roles\":[{{\"name\":\"Agent\",\"value\":true}}],\"teams\":[{{\"name\":\"Night\",\"value\":1}}]}}]"
    );
    let report = run(&workspace, &list, Rights::all());
    assert_eq!(codes(&report), [(2, Code::NumberFormat)]);
    assert_eq!(report.errors[0].column, Some(17));
    let failed = failed_rows_file(&report);
    assert!(!failed.contains(BOB_MAIL), "{failed}");
    assert!(failed.contains("\"alias\":\"=A\""), "{failed}");
    assert!(
        failed.contains("\"reason\":\"Direct Inbound Number: 1: the plus sign is missing"),
        "{failed}"
    );
    let mended = run(
        &workspace,
        &failed.replace(":\"14155550101", ":\"+14155550101"),
        Rights::all(),
    );
    assert_eq!(codes(&mended), []);
    workspace.apply(mended.intent().unwrap()).unwrap();
    let ann = workspace.user(user(ANN)).unwrap();
    assert_eq!(
        (
            ann.alias.as_str(),
            workspace.team(*ann.teams.last().unwrap()).unwrap().name.as_str()
        ),
        ("=A", "Night")
    );
}

#[test]
fn r92_a_list_of_users_with_an_unknown_role_is_refused() {
    let text = format!("[{{\"email\":\"{ANN_MAIL}\",\"roles\":[{{\"name\":\"Pilot\",\"value\":1}}]}}]");
    let sheet = Sheet::read(text.as_bytes()).unwrap();
    let error = Check::new(company(), sheet, Rights::all()).unwrap_err();
    assert_eq!(error.code, Code::HeaderMismatch);
    assert!(
        error.message.contains("`Role: Pilot`, is not in the template"),
        "{}",
        error.message
    );
}

#[test]
fn r94_a_job_goes_from_upload_to_its_end() {
    let at = chrono::DateTime::UNIX_EPOCH;
    let job = || Job::new(Uuid::from_u128(1), "users.csv", at);
    let workspace = company();
    let good = dry(&workspace, &[(ANN_MAIL, &[N1]), (BOB_MAIL, &[])]);
    let bad = dry(&workspace, &[(ANN_MAIL, &[N1, "2=bad"])]);
    for (report, written, state) in [
        (&good, true, JobState::Completed),
        (&bad, true, JobState::CompletedWithErrors),
        (&good, false, JobState::Failed),
    ] {
        let mut job = job();
        assert_eq!(job.state, JobState::Created);
        job.proceed(at);
        assert_eq!(job.state, JobState::Created, "nothing was tried out yet");
        job.check(report);
        assert_eq!((job.state, job.processed), (JobState::ValidScheme, None));
        job.proceed(at);
        assert_eq!((job.state, job.processed), (JobState::InProgress, Some(at)));
        job.finish(written);
        assert_eq!((job.state, job.affected), (state, 1));
        assert_eq!(job.is_written(), written);
    }
    let mut refused = job();
    refused.refuse(&BulkError::from(SheetError::Empty));
    refused.proceed(at);
    assert_eq!(refused.state, JobState::InvalidScheme);
    assert!(refused.log.unwrap().contains("not_csv"));
}

#[test]
fn r94_a_job_cut_off_while_it_is_written_is_one_that_was_tried_out() {
    let at = chrono::DateTime::UNIX_EPOCH;
    let mut job = Job::new(Uuid::from_u128(1), "users.csv", at);
    job.check(&dry(&company(), &[(ANN_MAIL, &[N1])]));
    let tried = job.clone();
    job.proceed(at);
    job.interrupt();
    assert_eq!(job, tried);
    job.proceed(at);
    job.finish(true);
    job.interrupt();
    assert_eq!(job.state, JobState::Completed, "what is written stays so");
}

#[test]
fn r93_a_job_says_when_its_log_is_too_long_to_be_kept() {
    let job = |rows: usize| {
        let rows: Vec<String> = (0..rows).map(|row| format!("no address {row}")).collect();
        let rows: Vec<(&str, &[&str])> = rows.iter().map(|row| (row.as_str(), [].as_slice())).collect();
        let mut job = Job::new(Uuid::from_u128(1), "users.csv", chrono::DateTime::UNIX_EPOCH);
        job.check(&dry(&company(), &rows));
        job
    };
    let (none, short, long) = (job(0), job(1), job(1_000));
    assert_eq!((none.log.is_some(), none.lacks_log()), (false, false));
    assert_eq!((short.log.is_some(), short.lacks_log()), (true, false));
    assert_eq!((long.log.is_some(), long.lacks_log()), (false, true));
    assert!(long.log_lines >= 1_000);
}
