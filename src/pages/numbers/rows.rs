//! Which numbers are listed, and in which order, as the address says.

use domain::find::Haystack;
use domain::number::SmsNumber;
use domain::{PhoneNumber, Workspace};

use super::filters::Shown;
use crate::words;

/// What the numbers can be sorted by, other than the number.
pub(super) const KEYS: &[&str] = &["label", "owner"];

/// What the address asks for.
pub(super) struct Wanted<'a> {
    /// Typed into the filter.
    pub(super) search: &'a str,
    /// The filters beside it.
    pub(super) shown: Shown<'a>,
    /// One of `KEYS`, with a `-` before it from the end; anything else sorts by number.
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
    if !wanted.shown.is_all() {
        found.retain(|number| {
            let record = workspace.number(*number);
            record.is_some_and(|record| wanted.shown.has(workspace, live, record))
        });
    }
    let text_of = |number: &PhoneNumber, text: fn(&Workspace, &SmsNumber) -> String| {
        workspace
            .number(*number)
            .map(|record| text(workspace, record).to_lowercase())
    };
    match wanted.sort.trim_start_matches('-') {
        "label" => found.sort_by_cached_key(|number| text_of(number, |_, record| record.label.to_string())),
        "owner" => found.sort_by_cached_key(|number| {
            text_of(number, |workspace, record| {
                words::owner(workspace, record).to_string()
            })
        }),
        _ => {}
    }
    if wanted.sort.starts_with('-') {
        found.reverse();
    }
    found
}

#[cfg(test)]
mod tests {
    use domain::ids::QueueId;
    use domain::number::Owner;
    use domain::{Intent, Zone};
    use uuid::Uuid;

    use super::super::search::SAID;
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

    /// Two numbers are published: Zoo, direct, and the alarm, which Billing may send from and an IVR queue has. The
    /// draft adds the night desk.
    #[track_caller]
    fn check(search: &str, shown: Shown<'_>, sort: &str, expected: &[&str]) {
        let mut live = Workspace::empty("Larkspur", Zone::UTC);
        let queue = QueueId::from(Uuid::from_u128(1));
        let number = "+44 20 7946 0999".parse().unwrap();
        for intent in [
            Intent::SetSmsChat { on: true },
            add("+1 312 555 0100", "Zoo", true),
            add("+44 20 7946 0999", "alarm", false),
            Intent::AddQueue {
                queue,
                name: "Billing".to_owned(),
                parent: None,
                position: None,
            },
            Intent::AllowOutbound {
                number,
                target: Owner::Queue(queue),
            },
            Intent::SetIvrQueue {
                number,
                queue: Some("Main".parse().unwrap()),
            },
        ] {
            live.apply(&intent).unwrap();
        }
        let mut draft = live.clone();
        draft.apply(&add("+1 312 555 0101", "Night desk", true)).unwrap();
        let wanted = Wanted { search, shown, sort };
        let found = rows(&draft, &live, &Haystack::of(&draft, SAID), &wanted);
        let labels: Vec<_> = found
            .iter()
            .map(|number| draft.number(*number).unwrap().label.to_string())
            .collect();
        assert_eq!(labels, expected, "{search} {shown:?} {sort}");
    }

    #[track_caller]
    fn check_search(search: &str, expected: &[&str]) {
        check(search, Shown::default(), "", expected);
    }

    #[track_caller]
    fn check_shown(tag: &str, owner: &str, state: &str, expected: &[&str]) {
        check("", Shown { tag, owner, state }, "", expected);
    }

    #[track_caller]
    fn check_sort(sort: &str, expected: &[&str]) {
        check("", Shown::default(), sort, expected);
    }

    #[test]
    fn r11_s018_numbers_are_found_by_label_and_by_digits_in_any_spacing() {
        check_search("", &["Zoo", "Night desk", "alarm"]);
        check_search("NIGHT", &["Night desk"]);
        check_search("(312) 555.01", &["Zoo", "Night desk"]);
        check_search("20 79", &["alarm"]);
        check_search("unassigned", &["Zoo", "Night desk"]);
        check_search("nobody", &[]);
    }

    #[test]
    fn r11_tag_owner_and_state_are_the_addresses_choice_and_count_together() {
        check_shown("direct", "", "", &["Zoo", "Night desk"]);
        check_shown("other", "", "", &["alarm"]);
        check_shown("unverified", "", "", &["alarm"]);
        check_shown("verified", "", "", &["Zoo", "Night desk"]);
        check_shown("ivr", "", "", &["alarm"]);
        check_shown("outbound", "", "", &["alarm"]);
        check_shown("", "agents", "", &[]);
        check_shown("", "inactive", "", &[]);
        check_shown("", "unassigned", "", &["Zoo", "Night desk"]);
        check_shown("", "", "draft", &["Night desk"]);
        check_shown("", "", "new", &["Night desk"]);
        check_shown("", "", "live", &["Zoo", "alarm"]);
        check_shown("direct", "unassigned", "live", &["Zoo"]);
        check_shown("ivr", "unassigned", "", &[]);
        check_shown("no-such", "no-such", "no-such", &["Zoo", "Night desk", "alarm"]);
    }

    #[test]
    fn the_address_names_the_order() {
        check_sort("no-such", &["Zoo", "Night desk", "alarm"]);
        check_sort("label", &["alarm", "Night desk", "Zoo"]);
        check_sort("-label", &["Zoo", "Night desk", "alarm"]);
        check_sort("-", &["alarm", "Night desk", "Zoo"]);
        check_sort("owner", &["alarm", "Zoo", "Night desk"]);
    }
}
