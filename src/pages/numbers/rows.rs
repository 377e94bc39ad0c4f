//! Which numbers are listed, and in which order, as the address says.

use domain::number::SmsNumber;
use domain::{PhoneNumber, Workspace};

use crate::words;

/// What is shown: the key in the address, and its name.
pub(super) const SHOWN: [(&str, &str); 5] = [
    ("", "All"),
    ("direct", "Direct"),
    ("other", "Not direct"),
    ("unassigned", "Unassigned"),
    ("draft", "In draft"),
];

/// What the address asks for.
pub(super) struct Wanted<'a> {
    /// Typed into the filter.
    pub(super) search: &'a str,
    /// A key of `SHOWN`; any other shows all.
    pub(super) show: &'a str,
    /// `label` or `owner`, with a `-` before it from the end; anything else sorts by number.
    pub(super) sort: &'a str,
}

/// The numbers to list; `live` is the published configuration.
pub(super) fn rows(workspace: &Workspace, live: &Workspace, wanted: &Wanted<'_>) -> Vec<PhoneNumber> {
    let search = Search::new(wanted.search);
    let mut found: Vec<&SmsNumber> = workspace
        .numbers()
        .map(|number| &**number)
        .filter(|number| is_shown(workspace, live, number, wanted.show) && search.fits(workspace, number))
        .collect();
    match wanted.sort.trim_start_matches('-') {
        "label" => found.sort_by_cached_key(|number| number.label.as_str().to_lowercase()),
        "owner" => found.sort_by_cached_key(|number| words::owner(workspace, number).to_lowercase()),
        _ => {}
    }
    if wanted.sort.starts_with('-') {
        found.reverse();
    }
    found.into_iter().map(|number| number.number).collect()
}

fn is_shown(workspace: &Workspace, live: &Workspace, number: &SmsNumber, show: &str) -> bool {
    match show {
        "direct" => number.is_direct(),
        "other" => !number.is_direct(),
        "unassigned" => number.is_direct() && number.owner().is_none(),
        "draft" => in_draft(workspace, live, number.number),
        _ => true,
    }
}

/// Whether the draft adds or changes this number.
pub(super) fn in_draft(workspace: &Workspace, live: &Workspace, number: PhoneNumber) -> bool {
    workspace.number(number) != live.number(number)
}

/// What was typed: words, or the digits of a number in any spelling (S018).
struct Search {
    words: String,
    digits: Option<String>,
}

impl Search {
    fn new(typed: &str) -> Self {
        let words = typed.trim().to_lowercase();
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        let spelled = words.chars().all(|c| c.is_ascii_digit() || " +-.()".contains(c));
        Self {
            digits: (spelled && !digits.is_empty()).then_some(digits),
            words,
        }
    }

    fn fits(&self, workspace: &Workspace, number: &SmsNumber) -> bool {
        self.words.is_empty()
            || self
                .digits
                .as_ref()
                .is_some_and(|digits| number.number.digits().contains(digits.as_str()))
            || number.label.as_str().to_lowercase().contains(&self.words)
            || words::owner(workspace, number)
                .to_lowercase()
                .contains(&self.words)
    }
}

#[cfg(test)]
mod tests {
    use domain::{Intent, Zone};

    use super::*;

    fn add(number: &str, label: &str, direct: bool) -> Intent {
        Intent::AddNumber {
            number: number.parse().unwrap(),
            label: label.parse().unwrap(),
            direct,
            entered_as: number.to_owned(),
            facts: None,
        }
    }

    #[track_caller]
    fn check(search: &str, show: &str, sort: &str, expected: &[&str]) {
        let mut live = Workspace::empty("Larkspur", Zone::UTC);
        live.apply(&Intent::SetSmsChat { on: true }).unwrap();
        live.apply(&add("+1 312 555 0100", "Zoo", true)).unwrap();
        live.apply(&add("+44 20 7946 0999", "alarm", false)).unwrap();
        let mut draft = live.clone();
        draft.apply(&add("+1 312 555 0101", "Night desk", true)).unwrap();
        let found = rows(&draft, &live, &Wanted { search, show, sort });
        let labels: Vec<_> = found
            .iter()
            .map(|number| draft.number(*number).unwrap().label.to_string())
            .collect();
        assert_eq!(labels, expected, "{search} {show} {sort}");
    }

    #[test]
    fn r11_s018_numbers_are_found_by_label_and_by_digits_in_any_spacing() {
        check("", "", "", &["Zoo", "Night desk", "alarm"]);
        check("NIGHT", "", "", &["Night desk"]);
        check("(312) 555.01", "", "", &["Zoo", "Night desk"]);
        check("20 79", "", "", &["alarm"]);
        check("unassigned", "", "", &["Zoo", "Night desk"]);
        check("nobody", "", "", &[]);
    }

    #[test]
    fn what_is_shown_and_how_it_is_sorted_is_the_addresses_choice() {
        check("", "direct", "", &["Zoo", "Night desk"]);
        check("", "other", "", &["alarm"]);
        check("", "draft", "", &["Night desk"]);
        check("", "no-such", "no-such", &["Zoo", "Night desk", "alarm"]);
        check("", "", "label", &["alarm", "Night desk", "Zoo"]);
        check("", "", "-label", &["Zoo", "Night desk", "alarm"]);
        check("", "", "-", &["alarm", "Night desk", "Zoo"]);
    }
}
