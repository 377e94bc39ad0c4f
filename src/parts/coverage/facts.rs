//! The facts of the drawings as tables: all three states of each half hour, month and day, on both sides.

mod days;
mod week;

use domain::impact::Square;
use engine::Coverages;
use leptos::prelude::*;

use super::drawing::Tint;
use crate::words;
use days::days;
use week::week;

pub(super) const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// What a half hour or a day comes to, in the order of its columns, with its word in front of the times.
const STATES: [(Tint, &str); 3] = [
    (Tint::Answered, "Answered"),
    (Tint::Deflected, "Deflected"),
    (Tint::Nobody, "Nobody"),
];

/// Both tables, unfolded on demand; a day leads to what lies behind it.
#[component]
pub(super) fn Facts(coverage: Coverages, city: String, square: RwSignal<Option<Square>>) -> impl IntoView {
    let coverage = StoredValue::new(coverage);
    view! {
        {week(&coverage.read_value(), &city)}
        {days(coverage, &city, square)}
    }
}

/// `+10 h`, `−2.5 h`, `0 h`.
pub(super) fn signed(minutes: i64) -> String {
    let sign = match minutes {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{} h", words::hours(minutes.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_bears_its_sign() {
        assert_eq!([600, -150, 0].map(signed), ["+10 h", "−2.5 h", "0 h"]);
    }
}
