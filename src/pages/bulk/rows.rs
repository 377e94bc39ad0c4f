//! The keys by which the address says which rows are listed.

use domain::bulk::NumberOutcome;
use engine::{NumberSort, Show};

/// What is shown, in the order of `Show::ALL`: the key in the address, and its name.
pub(super) const SHOWN: [(&str, &str); 6] = [
    ("", "All"),
    ("changes", "Will change"),
    ("same", "No change"),
    ("skipped", "Skipped"),
    ("errors", "Errors"),
    ("warnings", "Warnings"),
];

/// What becomes of a number, in the order of `NumberSort::ALL`: the key in the address, and the word beside the number.
pub(super) const NUMBERS: [(&str, &str); 6] = [
    ("assigned", "Assigned"),
    ("moved", "Moved"),
    ("swapped", "Swapped"),
    ("shifted", "Other column"),
    ("cleared", "Cleared"),
    ("ignored", "Ignored"),
];

/// What a key of the address shows; everything for one that nobody knows.
pub(super) fn show(key: &str) -> Show {
    let mut all = SHOWN.iter().zip(Show::ALL);
    all.find(|((known, _), _)| *known == key)
        .map_or(Show::All, |(_, show)| show)
}

/// The numbers that a key of the address stands for; none for one that nobody knows.
pub(super) fn sort(key: &str) -> Option<NumberSort> {
    let mut all = NUMBERS.iter().zip(NumberSort::ALL);
    all.find(|((known, _), _)| *known == key).map(|(_, sort)| sort)
}

/// The word beside a number; none where nothing becomes of it.
pub(super) fn word(outcome: &NumberOutcome) -> Option<&'static str> {
    let of = NumberSort::of(outcome)?;
    let mut all = NUMBERS.iter().zip(NumberSort::ALL);
    all.find(|(_, sort)| *sort == of).map(|((_, word), _)| *word)
}
