//! Which numbers are listed, and in which order, as the address says.

use domain::number::{Owner, SmsNumber};
use domain::{PhoneNumber, Workspace};

use super::search::Haystack;
use crate::words;

/// What is shown: the key in the address, and its name.
pub(super) const SHOWN: [(&str, &str); 10] = [
    ("", "All numbers"),
    ("direct", "Direct"),
    ("other", "Not direct"),
    ("verified", "Verified"),
    ("unverified", "Not verified"),
    ("agents", "Owned by an agent"),
    ("queues", "Owned by a queue"),
    ("unassigned", "Unassigned"),
    ("ivr", "Also in an IVR queue"),
    ("draft", "Changed in the draft"),
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

/// The numbers to list; `live` is the published configuration, `all` holds what is searched in this one.
pub(super) fn rows(
    workspace: &Workspace,
    live: &Workspace,
    all: &Haystack,
    wanted: &Wanted<'_>,
) -> Vec<PhoneNumber> {
    let mut found = all.find(wanted.search);
    if !wanted.show.is_empty() {
        found.retain(|number| {
            workspace
                .number(*number)
                .is_some_and(|record| is_shown(workspace, live, record, wanted.show))
        });
    }
    let text_of = |number: &PhoneNumber, text: fn(&Workspace, &SmsNumber) -> String| {
        workspace
            .number(*number)
            .map(|record| text(workspace, record).to_lowercase())
    };
    match wanted.sort.trim_start_matches('-') {
        "label" => found.sort_by_cached_key(|number| text_of(number, |_, record| record.label.to_string())),
        "owner" => found.sort_by_cached_key(|number| text_of(number, words::owner)),
        _ => {}
    }
    if wanted.sort.starts_with('-') {
        found.reverse();
    }
    found
}

fn is_shown(workspace: &Workspace, live: &Workspace, number: &SmsNumber, show: &str) -> bool {
    match show {
        "direct" => number.is_direct(),
        "other" => !number.is_direct(),
        "unassigned" => number.is_direct() && number.owner().is_none(),
        "verified" => number.is_verified(),
        "unverified" => !number.is_verified(),
        "agents" => matches!(number.owner(), Some(Owner::Agent(_))),
        "queues" => matches!(number.owner(), Some(Owner::Queue(_))),
        "ivr" => workspace.ivr_queue(number.number).is_some(),
        "draft" => in_draft(workspace, live, number.number),
        _ => true,
    }
}

/// Whether the draft adds or changes this number.
pub(super) fn in_draft(workspace: &Workspace, live: &Workspace, number: PhoneNumber) -> bool {
    workspace.number(number) != live.number(number)
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
        let found = rows(
            &draft,
            &live,
            &Haystack::of(&draft),
            &Wanted { search, show, sort },
        );
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
        check("", "unverified", "", &["alarm"]);
        check("", "verified", "", &["Zoo", "Night desk"]);
        check("", "agents", "", &[]);
        check("", "ivr", "", &[]);
        check("", "draft", "", &["Night desk"]);
        check("", "no-such", "no-such", &["Zoo", "Night desk", "alarm"]);
        check("", "", "label", &["alarm", "Night desk", "Zoo"]);
        check("", "", "-label", &["Zoo", "Night desk", "alarm"]);
        check("", "", "-", &["alarm", "Night desk", "Zoo"]);
    }
}
