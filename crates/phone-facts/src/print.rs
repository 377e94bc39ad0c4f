//! How a number is written for readers abroad.

use phonenumber::Metadata;
use phonenumber::metadata::Format;

use crate::pattern::{is_start, is_whole, rewritten};

/// The country code, a blank, and the national digits in the groups of their country.
pub fn international(plan: &'static Metadata, national: &str) -> String {
    let formats = if plan.international_formats().is_empty() {
        plan.formats()
    } else {
        plan.international_formats()
    };
    let grouped = formats
        .iter()
        .find(|format| suits(format, national))
        .and_then(|format| rewritten(format.pattern().as_str(), national, format.format()));
    format!(
        "+{} {}",
        plan.country_code(),
        grouped.as_deref().unwrap_or(national)
    )
}

/// The last of a format's patterns for leading digits is the most exact one.
fn suits(format: &'static Format, national: &str) -> bool {
    let led = format
        .leading_digits()
        .last()
        .is_none_or(|leading| is_start(leading.as_str(), national));
    led && is_whole(format.pattern().as_str(), national)
}
