//! Reading an entered number: our E.164 value beside `phonenumber`, on the same texts.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::PhoneNumber;

const TEXTS: &[&str] = &[
    "+13125550100",
    "+1 (312) 555-0100",
    "+44 20 7946 0999",
    "+49 30 901820",
    "+61 2 5550 1234",
    "+1 800 555 0199",
];

fn e164(c: &mut Criterion) {
    let mut group = c.benchmark_group("e164_vs_phonenumber");
    group.bench_function("ours", |b| {
        b.iter(|| {
            TEXTS
                .iter()
                .filter(|text| black_box(text).parse::<PhoneNumber>().is_ok())
                .count()
        });
    });
    group.bench_function("phonenumber", |b| {
        b.iter(|| {
            TEXTS
                .iter()
                .filter(|text| phonenumber::parse(None, black_box(text)).is_ok())
                .count()
        });
    });
    group.finish();
}

criterion_group!(benches, e164);
criterion_main!(benches);
