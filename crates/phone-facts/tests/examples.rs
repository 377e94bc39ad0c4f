//! Every example number of every region, against a second implementation of the same rules.
//!
//! What that one says stands in `oracle.txt`; the package in `../oracle` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test says by a panic what is wrong")]

use std::collections::BTreeMap;

use domain::phone::{NumberFacts, PhoneNumber, Validity};
use phone_facts::facts;

/// Where the two disagree, because their data is of different age: `number: ours / the oracle's`.
const DIFFERENCES: &[&str] = &[
    "+298201234: Valid FO FixedLine +298 201234 / Valid FO FixedLine +298 20 12 34",
    "+298211234: Valid FO Mobile +298 211234 / Valid FO Mobile +298 21 12 34",
    "+298601234: Valid FO Voip +298 601234 / Valid FO Voip +298 60 12 34",
    "+298802123: Valid FO TollFree +298 802123 / Valid FO TollFree +298 80 21 23",
    "+298901123: Valid FO PremiumRate +298 901123 / Valid FO PremiumRate +298 90 11 23",
];

/// Example numbers that the parser of `phonenumber` itself damages or misjudges. Nobody sees this, since only its data is used.
const UPSTREAM: &[&str] = &[
    "+37080012345",
    "+37080123456",
    "+37080812345",
    "+78001234567",
    "+78081234567",
    "+78091234567",
    "+3758011234567",
];

/// What the oracle says of an example number.
struct Told {
    number: PhoneNumber,
    /// Of the number with a 0 more, a 9 more, a digit less: `y` valid, `n` not, `?` read as another number.
    neighbours: &'static str,
    /// Validity, region, kind and print, as [`ours`] writes them.
    answers: String,
}

fn oracle() -> Vec<Told> {
    let told = |line: &'static str| {
        let mut parts = line.splitn(6, ' ');
        let mut next = || parts.next().unwrap();
        let (number, validity, region, kind, neighbours, printed) =
            (next(), next(), next(), next(), next(), next());
        Told {
            number: number.parse().unwrap(),
            neighbours,
            answers: format!("{validity} {region} {kind} {printed}"),
        }
    };
    include_str!("oracle.txt").lines().map(told).collect()
}

/// The four answers in one line, so that a difference can be read.
fn ours(facts: &NumberFacts) -> String {
    format!(
        "{:?} {} {:?} {}",
        facts.validity,
        facts.region.map_or_else(|| "-".to_owned(), String::from),
        facts.kind,
        facts.printed.as_ref().map_or("-", |printed| printed.as_str()),
    )
}

#[test]
fn every_example_number_is_told_as_the_oracle_tells_it() {
    let told = oracle();
    assert!(told.len() > 900, "only {} examples", told.len());
    let found: Vec<String> = told
        .into_iter()
        .filter_map(|Told { number, answers, .. }| {
            let ours = ours(&facts(number));
            (ours != answers).then(|| format!("{number}: {ours} / {answers}"))
        })
        .collect();
    assert_eq!(found, DIFFERENCES, "write the list anew");
}

#[test]
fn r6_no_example_number_changes_its_digits() {
    for Told { number, .. } in oracle() {
        let printed = facts(number).printed;
        let again = printed.map(|printed| printed.as_str().parse());
        assert_eq!(again, Some(Ok(number)));
    }
}

#[test]
fn a_digit_more_or_less_is_judged_as_the_oracle_judges_it() {
    let (mut judged, mut wrong) = (0, BTreeMap::new());
    for Told {
        number, neighbours, ..
    } in oracle()
    {
        let text = number.to_string();
        let (shorter, _) = text.split_at(text.len() - 1);
        let altered = [format!("{text}0"), format!("{text}9"), shorter.to_owned()];
        for (altered, theirs) in altered.into_iter().zip(neighbours.chars()) {
            if theirs == '?' {
                continue;
            }
            let altered: PhoneNumber = altered.parse().unwrap();
            let valid = facts(altered).validity == Validity::Valid;
            judged += 1;
            if valid != (theirs == 'y') {
                wrong.insert(altered, valid);
            }
        }
    }
    assert!(judged > 2_000, "only {judged} neighbours");
    assert_eq!(wrong, BTreeMap::new());
}

#[test]
fn what_is_no_number_in_use_says_why() {
    let check = |number: &str, validity: Validity| {
        assert_eq!(facts(number.parse().unwrap()).validity, validity, "{number}");
    };
    check("+12125550100", Validity::Valid);
    check("+15550100000", Validity::UnknownRange);
    check("+1415555010", Validity::TooShort);
    check("+141555501000", Validity::TooLong);
    check("+999123456789", Validity::UnknownCountryCode);
    // A short code has no country code, so the database cannot know it (R12).
    check("72345", Validity::NotJudged);
}

#[test]
fn the_errors_of_the_upstream_parser_are_known_by_name() {
    let found: Vec<String> = oracle()
        .into_iter()
        .map(|told| told.number)
        .filter(|number| {
            phonenumber::parse(None, number.to_string()).map_or(true, |parsed| {
                !parsed.is_valid()
                    || parsed.format().mode(phonenumber::Mode::E164).to_string() != number.to_string()
            })
        })
        .map(|number| number.to_string())
        .collect();
    assert_eq!(found, UPSTREAM, "when it is empty, its own parser may be used");
}
