//! Random companies and drafts, and the digests of what they are and of what they change: the same on every machine.

use domain::impact::impact;

use crate::random::{self, Dice};

/// How many there are.
pub const SEEDS: u64 = 60;
/// What comes out for each, on a line: written by `WRITE_DIGESTS=1 cargo test --test digests`.
pub const EXPECTED: &str = include_str!("expected.txt");

/// `7: base 9c…, effect cd…, 3 numbers, 41760 minutes`.
pub fn line(seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let before = random::workspace(&mut dice);
    let mut after = before.clone();
    for _ in 0..12 {
        // Refused ones are part of the game.
        let _ = after.apply(&random::intent(&mut dice));
    }
    let from = chrono::DateTime::from_timestamp(
        1_792_092_720 + i64::try_from(seed).unwrap_or_default() * 7_000_000,
        0,
    );
    let year = impact(&before, &after, from.unwrap_or_default(), 12);
    let totals = year.totals();
    format!(
        "{seed}: base {}, effect {}, {} numbers, {} minutes",
        sync::draft_file::digest(&before),
        year.digest(),
        totals.numbers,
        totals.changed_min
    )
}

/// The first line that is not the expected one.
pub fn first_difference() -> Option<String> {
    let mut expected = EXPECTED.lines();
    let mut differing = (0..SEEDS).map(|seed| (line(seed), expected.next().unwrap_or("nothing").to_owned()));
    let (found, expected) = differing.find(|(found, expected)| found != expected)?;
    Some(format!("found    {found}\nexpected {expected}"))
}
