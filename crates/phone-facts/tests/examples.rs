//! Every example number of every region, against a second implementation of the same rules.

#![allow(clippy::unwrap_used, reason = "a test says by a panic what is wrong")]

use std::collections::BTreeMap;

use domain::phone::{NumberFacts, NumberKind, PhoneNumber, Validity};
use phone_facts::facts;
use rlibphonenumber::{PHONE_NUMBER_UTIL as ORACLE, PhoneNumberFormat, PhoneNumberType as Type};

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

const TYPES: [Type; 11] = [
    Type::FixedLine,
    Type::Mobile,
    Type::TollFree,
    Type::PremiumRate,
    Type::SharedCost,
    Type::VoIP,
    Type::PersonalNumber,
    Type::Pager,
    Type::UAN,
    Type::VoiceMail,
    Type::FixedLineOrMobile,
];

/// The example numbers that our numbers can be: fewer than eight digits are not one (specification 2.2).
fn examples() -> Vec<PhoneNumber> {
    let regions = ORACLE.get_supported_regions().flat_map(|region| {
        TYPES
            .into_iter()
            .filter_map(move |kind| ORACLE.get_example_number_for_type_and_region(region, kind).ok())
    });
    let world = ORACLE
        .get_supported_global_network_calling_codes()
        .filter_map(|code| ORACLE.get_example_number_for_non_geo_entity(code).ok());
    let mut numbers: Vec<PhoneNumber> = regions
        .chain(world)
        .filter_map(|number| number.format_as(PhoneNumberFormat::E164).parse().ok())
        .collect();
    numbers.sort();
    numbers.dedup();
    numbers
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

fn theirs(number: PhoneNumber) -> String {
    let parsed: rlibphonenumber::PhoneNumber = number.to_string().parse().unwrap();
    let validity = if parsed.is_valid() {
        Validity::Valid
    } else {
        Validity::UnknownRange
    };
    let region = parsed.get_region_code().map(|region| region.to_string());
    let kind = match parsed.get_type() {
        Type::FixedLine => NumberKind::FixedLine,
        Type::Mobile => NumberKind::Mobile,
        Type::FixedLineOrMobile => NumberKind::FixedOrMobile,
        Type::TollFree => NumberKind::TollFree,
        Type::PremiumRate => NumberKind::PremiumRate,
        Type::SharedCost => NumberKind::SharedCost,
        Type::VoIP => NumberKind::Voip,
        Type::PersonalNumber | Type::Pager | Type::UAN | Type::VoiceMail => NumberKind::Other,
        Type::Unknown => NumberKind::Unknown,
    };
    format!(
        "{validity:?} {} {kind:?} {}",
        region.filter(|code| code.len() == 2).as_deref().unwrap_or("-"),
        parsed.format_as(PhoneNumberFormat::International),
    )
}

#[test]
fn every_example_number_is_told_as_the_oracle_tells_it() {
    let numbers = examples();
    assert!(numbers.len() > 900, "only {} examples", numbers.len());
    let found: Vec<String> = numbers
        .into_iter()
        .filter_map(|number| {
            let (ours, theirs) = (ours(&facts(number)), theirs(number));
            (ours != theirs).then(|| format!("{number}: {ours} / {theirs}"))
        })
        .collect();
    assert_eq!(found, DIFFERENCES, "write the list anew");
}

#[test]
fn r6_no_example_number_changes_its_digits() {
    for number in examples() {
        let printed = facts(number).printed;
        let again = printed.map(|printed| printed.as_str().parse());
        assert_eq!(again, Some(Ok(number)));
    }
}

#[test]
fn a_digit_more_or_less_is_judged_as_the_oracle_judges_it() {
    let mut wrong = BTreeMap::new();
    for number in examples() {
        let text = number.to_string();
        for altered in [
            format!("{text}0"),
            format!("{text}9"),
            text[..text.len() - 1].to_owned(),
        ] {
            let Ok(altered) = altered.parse::<PhoneNumber>() else {
                continue;
            };
            let Ok(parsed) = altered.to_string().parse::<rlibphonenumber::PhoneNumber>() else {
                continue;
            };
            // The oracle may drop a trunk prefix; then it speaks of another number.
            if parsed.format_as(PhoneNumberFormat::E164) != altered.to_string() {
                continue;
            }
            let valid = facts(altered).validity == Validity::Valid;
            if valid != parsed.is_valid() {
                wrong.insert(altered, valid);
            }
        }
    }
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
    let found: Vec<String> = examples()
        .into_iter()
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
