//! What is printed is read back as the same, however else it may be written.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use domain::number::Label;
use domain::schedule::{Interval, TimeOfDay, YearDay};
use domain::{PhoneNumber, Zone};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Printed and stored, it comes back as it was.
#[track_caller]
fn comes_back<T>(value: &T)
where
    T: Display + FromStr + Serialize + DeserializeOwned + PartialEq + Debug,
    T::Err: Debug,
{
    assert_eq!(&value.to_string().parse::<T>().unwrap(), value);
    let stored = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&stored).unwrap(), value);
}

/// The same digits with blanks, dashes, dots, brackets and invisible characters between them, or in other digits.
fn spelled(digits: &str, marks: &[u8]) -> String {
    const BETWEEN: [&str; 10] = [
        "", " ", "-", ".", "\u{a0}", "\u{2011}", "\u{200b}", "\u{200f}", "", "",
    ];
    let mut text = String::from("+");
    for (digit, mark) in digits.chars().zip(marks.iter().cycle()) {
        let value = digit.to_digit(10).unwrap();
        let zero = match mark >> 4 & 3 {
            0 => 0x0660,
            1 => 0xff10,
            _ => 0x30,
        };
        text.push(char::from_u32(zero + value).unwrap());
        text.push_str(BETWEEN.get(usize::from(mark & 15)).unwrap_or(&""));
    }
    text
}

proptest! {
    #[test]
    fn r6_a_number_is_read_as_it_is_printed(digits in "[1-9][0-9]{7,14}", marks in prop::collection::vec(any::<u8>(), 1..8)) {
        let number: PhoneNumber = format!("+{digits}").parse().unwrap();
        prop_assert_eq!(number.to_string(), format!("+{digits}"));
        comes_back(&number);
        // No digit is lost or changed by spelling.
        prop_assert_eq!(spelled(&digits, &marks).parse(), Ok(number));
    }

    #[test]
    fn r12_a_short_code_is_read_as_it_is_printed(digits in "[0-9]{3,8}") {
        if let Ok(code) = digits.parse::<PhoneNumber>() {
            prop_assert!(code.is_short_code());
            prop_assert_eq!(code.to_string(), digits);
            comes_back(&code);
        }
    }

    #[test]
    fn hours_are_read_as_they_are_printed(from in 0..=1440_u32, to in 0..=1440_u32) {
        let (from, to) = (TimeOfDay::of(0, from), TimeOfDay::of(0, to));
        comes_back(&from);
        if let Ok(interval) = Interval::new(from, to) {
            prop_assert_eq!(interval.to_string().parse(), Ok(interval));
        }
    }

    #[test]
    fn a_day_of_the_year_is_read_as_it_is_printed(month in 0..15_u8, day in 0..35_u8) {
        if let Ok(date) = YearDay::new(month, day) {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }
    }

    #[test]
    fn r5_a_label_is_read_as_it_is_printed(text in ".{0,60}") {
        if let Ok(label) = text.parse::<Label>() {
            comes_back(&label);
        }
    }
}

#[test]
fn r63_every_zone_is_read_as_it_is_printed() {
    Zone::all().for_each(|zone| comes_back(&zone));
}
