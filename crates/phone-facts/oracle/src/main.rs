//! Writes `tests/oracle.txt`: what `rlibphonenumber` says of every example number, and of its neighbours.
//!
//! One line a number: `number validity region kind neighbours printed`. The neighbours are the number with a 0 more,
//! with a 9 more and with a digit less: `y` valid, `n` not, `?` no number of ours or read as another number.

use std::collections::BTreeSet;
use std::fmt::Write;

use domain::phone::{NumberKind, PhoneNumber, Validity};
use rlibphonenumber::{PHONE_NUMBER_UTIL as ORACLE, PhoneNumberFormat, PhoneNumberType as Type};

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
fn examples() -> BTreeSet<PhoneNumber> {
    let regions = ORACLE.get_supported_regions().flat_map(|region| {
        TYPES
            .into_iter()
            .filter_map(move |kind| ORACLE.get_example_number_for_type_and_region(region, kind).ok())
    });
    let world = ORACLE
        .get_supported_global_network_calling_codes()
        .filter_map(|code| ORACLE.get_example_number_for_non_geo_entity(code).ok());
    regions
        .chain(world)
        .filter_map(|number| number.format_as(PhoneNumberFormat::E164).parse().ok())
        .collect()
}

/// Our name of the oracle's kind.
fn kind_of(kind: Type) -> NumberKind {
    match kind {
        Type::FixedLine => NumberKind::FixedLine,
        Type::Mobile => NumberKind::Mobile,
        Type::FixedLineOrMobile => NumberKind::FixedOrMobile,
        Type::TollFree => NumberKind::TollFree,
        Type::PremiumRate => NumberKind::PremiumRate,
        Type::SharedCost => NumberKind::SharedCost,
        Type::VoIP => NumberKind::Voip,
        Type::PersonalNumber | Type::Pager | Type::UAN | Type::VoiceMail => NumberKind::Other,
        Type::Unknown => NumberKind::Unknown,
    }
}

/// Whether a number is valid; `None` where it is none of ours, or the oracle drops a trunk prefix and speaks of another.
fn is_valid(text: &str) -> Option<bool> {
    text.parse::<PhoneNumber>().ok()?;
    let parsed: rlibphonenumber::PhoneNumber = text.parse().ok()?;
    (parsed.format_as(PhoneNumberFormat::E164) == text).then(|| parsed.is_valid())
}

fn line(number: PhoneNumber) -> Result<String, Box<dyn std::error::Error>> {
    let text = number.to_string();
    let parsed: rlibphonenumber::PhoneNumber = text.parse()?;
    let validity = if parsed.is_valid() {
        Validity::Valid
    } else {
        Validity::UnknownRange
    };
    let region = parsed.get_region_code().map(|region| region.to_string());
    let neighbours: String = [
        format!("{text}0"),
        format!("{text}9"),
        text[..text.len() - 1].to_owned(),
    ]
    .iter()
    .map(|neighbour| is_valid(neighbour).map_or('?', |valid| if valid { 'y' } else { 'n' }))
    .collect();
    let mut line = format!(
        "{text} {validity:?} {}",
        region.filter(|code| code.len() == 2).as_deref().unwrap_or("-")
    );
    write!(
        line,
        " {:?} {neighbours} {}",
        kind_of(parsed.get_type()),
        parsed.format_as(PhoneNumberFormat::International)
    )?;
    Ok(line)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lines: Vec<String> = examples().into_iter().map(line).collect::<Result<_, _>>()?;
    std::fs::write(
        concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/oracle.txt"),
        lines.join("\n") + "\n",
    )?;
    println!("{} numbers", lines.len());
    Ok(())
}
