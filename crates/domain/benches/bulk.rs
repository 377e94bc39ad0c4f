//! A file of 100,000 users, from its bytes to what it would do: one that is as it should be, and some that have the
//! same cell in all their rows.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark stops where it fails"
)]

#[path = "../examples/big_company.rs"]
#[allow(dead_code, unreachable_pub, reason = "it is a program of its own too")]
mod big_company;

use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::Workspace;
use domain::bulk::{Check, Report, Rights, Sheet};
use uuid::Uuid;

fn dry_run(workspace: &Workspace, file: &str) -> Report {
    let sheet = Sheet::read(file.as_bytes()).unwrap();
    let mut next = 1 << 64;
    let check = Check::new(workspace.clone(), sheet, Rights::all()).unwrap();
    check.finish("users.csv", || {
        next += 1;
        Uuid::from_u128(next)
    })
}

fn whole(criterion: &mut Criterion) {
    let workspace = big_company::company().unwrap();
    let file = big_company::users_file(&workspace);
    assert!(file.len() > 19_000_000, "{} bytes", file.len());
    criterion.bench_function("bulk_100k_native_ms", |bencher| {
        // What was said of the rows is thrown away at leisure.
        bencher.iter_with_large_drop(|| {
            let report = dry_run(&workspace, &file);
            assert_eq!(report.fates().len(), 100_000);
            report
        });
    });
}

/// Each row has every other one to speak of; it must not look at all of them.
fn equal(criterion: &mut Criterion) {
    let workspace = big_company::company().unwrap();
    let header = big_company::users_file(&workspace);
    let header = header.lines().next().unwrap();
    let mut same = |name: &str, row: &dyn Fn(usize) -> String| {
        let rows: Vec<String> = (0..100_000).map(row).collect();
        let file = format!("{header}\n{}\n", rows.join("\n"));
        criterion.bench_function(name, |bencher| {
            bencher.iter_with_large_drop(|| {
                let report = dry_run(&workspace, &file);
                assert_eq!(report.counts().failed, 100_000);
                report
            });
        });
    };
    same("bulk_100k_one_user_native_ms", &|_| {
        "agent1@larkspur.example,,,,,Robin".to_owned()
    });
    same("bulk_100k_one_number_native_ms", &|row| {
        format!("new{row}@larkspur.example,,,Robin,,,,,,,,,,,,,+13122000007,,,,,1,")
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).measurement_time(Duration::from_secs(3));
    targets = whole, equal
}
criterion_main!(benches);
