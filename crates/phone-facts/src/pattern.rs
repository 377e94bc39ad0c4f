//! The database's patterns, matched whole or at the start.

use std::cell::RefCell;
use std::collections::HashMap;

use phonenumber::metadata::Descriptor;
use regex_lite::{Regex, RegexBuilder};

/// Where a match must end.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum End {
    Anywhere,
    AtTheEnd,
}

thread_local! {
    /// At most the two thousand patterns of the database; a country needs a dozen. `None`: not a pattern.
    static COMPILED: RefCell<HashMap<(&'static str, End), Option<Regex>>> = RefCell::default();
}

/// Whether a descriptor allows that many national digits, and its pattern is all of them.
pub fn describes(descriptor: &'static Descriptor, national: &str) -> bool {
    let lengths = descriptor.possible_length();
    let fits = lengths.is_empty()
        || lengths
            .iter()
            .any(|&length| usize::from(length) == national.len());
    fits && is_whole(descriptor.national_number().as_str(), national)
}

/// Whether a pattern is all of the text.
pub fn is_whole(pattern: &'static str, text: &str) -> bool {
    compiled(pattern, End::AtTheEnd, |regex| regex.is_match(text)).unwrap_or(false)
}

/// Whether a pattern is the beginning of the text.
pub fn is_start(pattern: &'static str, text: &str) -> bool {
    compiled(pattern, End::Anywhere, |regex| regex.is_match(text)).unwrap_or(false)
}

/// The text rewritten by a template such as `$1 $2`, if the pattern is all of it.
pub fn rewritten(pattern: &'static str, text: &str, template: &str) -> Option<String> {
    compiled(pattern, End::AtTheEnd, |regex| {
        regex
            .is_match(text)
            .then(|| regex.replace(text, template).into_owned())
    })
    .flatten()
}

/// Asks the compiled form of a pattern, which is made once.
fn compiled<T>(pattern: &'static str, end: End, ask: impl FnOnce(&Regex) -> T) -> Option<T> {
    COMPILED.with_borrow_mut(|known| {
        known
            .entry((pattern, end))
            .or_insert_with(|| compile(pattern, end))
            .as_ref()
            .map(ask)
    })
}

fn compile(pattern: &str, end: End) -> Option<Regex> {
    let end = if end == End::AtTheEnd { "$" } else { "" };
    // The data is laid out over several lines.
    RegexBuilder::new(&format!("^(?:{pattern}){end}"))
        .ignore_whitespace(true)
        .build()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_alternative_is_tried_too() {
        assert!(is_whole("80|801", "801"));
        assert!(is_whole(" 80 |\n 801 ", "80"));
        assert!(!is_whole("80|801", "8011"));
        assert!(is_start("80|801", "8011"));
        assert!(!is_start("80|801", "1801"));
    }

    #[test]
    fn a_template_places_the_groups() {
        let rewritten = |text| rewritten(r"(\d{3})(\d{4})", text, "$1-$2");
        assert_eq!(rewritten("5550100").as_deref(), Some("555-0100"));
        assert_eq!(rewritten("55501001"), None);
    }
}
