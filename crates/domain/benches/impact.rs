//! A year's impact at three sizes, all policies equal and all different, and the impact after one more edit.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark stops where it fails"
)]

#[path = "../tests/large/mod.rs"]
mod large;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::Intent;
use domain::impact::{Horizon, ImpactRun};
use large::{Policies, an_hour_longer, company, deflection, user};

fn year() -> Horizon {
    Horizon::months("2026-10-15T14:32:00Z".parse().unwrap(), 12)
}

fn whole(criterion: &mut Criterion) {
    for (numbers, size) in [(1_000, "1k"), (10_000, "10k"), (100_000, "100k")] {
        for (policies, kind) in [(Policies::Different, ""), (Policies::Equal, "_equal")] {
            let before = company(numbers, policies);
            let after = an_hour_longer(&before, policies);
            criterion.bench_function(&format!("impact_{size}{kind}_native_ms"), |bencher| {
                bencher.iter(|| {
                    let impact = ImpactRun::new(&before, &after, year()).finish();
                    assert_eq!(impact.totals().numbers, numbers as usize);
                    black_box(impact)
                });
            });
        }
    }
}

fn edit(criterion: &mut Criterion) {
    let before = company(10_000, Policies::Different);
    let after = an_hour_longer(&before, Policies::Different);
    let earlier = ImpactRun::new(&before, &after, year()).finish();
    let mut edited = after.clone();
    let intent = Intent::SetUserDeflection {
        user: user(5_000),
        deflection: Some(deflection(5_000, 90)),
    };
    edited.apply(&intent).unwrap();
    criterion.bench_function("impact_edit_10k_native_ms", |bencher| {
        bencher.iter(|| ImpactRun::revise(black_box(&earlier), &before, &edited).finish());
    });
    let mut edited = after.clone();
    let deflection = deflection(1, 90);
    edited.apply(&Intent::SetGlobalDeflection { deflection }).unwrap();
    criterion.bench_function("impact_edit_global_10k_native_ms", |bencher| {
        bencher.iter(|| ImpactRun::revise(black_box(&earlier), &before, &edited).finish());
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).measurement_time(Duration::from_secs(3));
    targets = whole, edit
}
criterion_main!(benches);
