//! Segments against a naive model that writes the bits out, and texts of any kind and length.

use domain::message::{Encoding, MAX_MESSAGE, MessageText, Segments};
use proptest::prelude::*;

const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// Each character as the code units that travel, then packed one by one into messages.
fn naive(text: &str) -> (Encoding, usize, usize) {
    let seven = text.chars().all(|c| BASIC.contains(c) || EXTENSION.contains(c));
    let coded: Vec<Vec<u16>> = text
        .chars()
        .map(|c| match (seven, EXTENSION.contains(c)) {
            (true, true) => vec![0x1b, 1],
            (true, false) => vec![1],
            (false, _) => c.encode_utf16(&mut [0; 2]).to_vec(),
        })
        .collect();
    let (encoding, single, linked) = if seven {
        (Encoding::Gsm7, 160, 153)
    } else {
        (Encoding::Ucs2, 70, 67)
    };
    let units = coded.iter().map(Vec::len).sum();
    let mut messages: Vec<Vec<u16>> = Vec::new();
    let limit = if units <= single { single } else { linked };
    for character in coded {
        match messages.last_mut() {
            Some(last) if last.len() + character.len() <= limit => last.extend(character),
            _ => messages.push(character),
        }
    }
    (encoding, units, messages.len())
}

/// Texts around the limits: few kinds of characters, up to a few hundred of them.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => Just('a'), 2 => Just('€'), 1 => Just('~'), 1 => Just('\n'),
    ];
    let plain = prop::collection::vec(piece, 0..500).prop_map(String::from_iter);
    let wide = prop_oneof![
        4 => Just('a'), 2 => Just('\u{1f600}'), 1 => Just('ש'), 1 => Just('`'), 1 => any::<char>(),
    ];
    let wide = prop::collection::vec(wide, 0..250).prop_map(String::from_iter);
    prop_oneof![plain, wide, any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a38_segments_are_those_of_the_naive_model(text in texts()) {
        let counted = Segments::of(&text);
        prop_assert_eq!((counted.encoding, counted.units, counted.segments), naive(&text));
    }

    #[test]
    fn a38_parts_are_whole_segments_and_nothing_is_lost(text in texts()) {
        let counted = Segments::of(&text);
        let parts = Segments::parts(&text);
        prop_assert_eq!(parts.len(), counted.segments);
        prop_assert_eq!(parts.concat(), text.as_str());
        for part in &parts {
            let alone = Segments::of(part);
            prop_assert!(!part.is_empty());
            // A part in the plain alphabet of a text that is not takes its sixteen bits all the same.
            let units = match counted.encoding {
                Encoding::Gsm7 => alone.units,
                Encoding::Ucs2 => part.encode_utf16().count(),
            };
            let limit = if parts.len() == 1 { counted.encoding.single() } else { counted.encoding.linked() };
            prop_assert!(units <= limit);
        }
    }

    #[test]
    fn s204_a_message_is_kept_as_it_is_written(text in texts()) {
        if let Ok(message) = MessageText::try_from(text.clone()) {
            prop_assert_eq!(message.as_str(), &text);
            prop_assert!((1..=MAX_MESSAGE).contains(&text.chars().count()));
            let json = serde_json::to_string(&message).unwrap();
            prop_assert_eq!(serde_json::from_str::<MessageText>(&json).unwrap(), message);
        }
    }
}

#[test]
fn a38_a_hundred_thousand_characters_are_counted() {
    let plain = "a€".repeat(50_000);
    assert_eq!(Segments::of(&plain).units, 150_000);
    assert_eq!(Segments::parts(&plain).concat(), plain);
    // Only the last character is foreign.
    let foreign = "a".repeat(99_999) + "\u{1f600}";
    let counted = Segments::of(&foreign);
    assert_eq!((counted.units, counted.segments), (100_001, 1493));
    assert_eq!(counted.forced_at, Some(99_999));
    assert!(MessageText::try_from(foreign).is_err());
}
