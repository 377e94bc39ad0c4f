//! A cell's text, kept from being run as a formula, and as it was before.

use std::borrow::Cow;

/// Characters with which a spreadsheet begins a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// A text that no spreadsheet runs as a formula: an apostrophe stands before it where it would be one, and also where
/// its own apostrophe would be taken for ours.
pub(in super::super) fn escape(text: &str) -> Cow<'_, str> {
    if is_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The same, but a phone number keeps its plus sign bare: it holds digits and marks alone, which no spreadsheet turns
/// into anything but a number.
pub(in super::super) fn escape_number(text: &str) -> Cow<'_, str> {
    let is_number = text.starts_with('+')
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '.' | '(' | ')'));
    if is_number {
        Cow::Borrowed(text)
    } else {
        escape(text)
    }
}

/// A cell's text without the blanks around it, and as it was before either. Most are so already.
pub(super) fn bare(cell: &str) -> &str {
    let is_bare = |byte: &u8| matches!(byte, b'!'..=b'~');
    // Of more than one byte, blanks begin with one of these.
    let is_letter = |byte: &u8| *byte > 0x7F && !matches!(byte, 0xC2 | 0xE1 | 0xE2 | 0xE3);
    match cell.as_bytes() {
        [] => cell,
        [first, .., last] if (is_bare(first) || is_letter(first)) && is_bare(last) && *first != b'\'' => cell,
        _ => match cell.trim() {
            cell if cell.starts_with('\'') => unescape(cell).trim(),
            cell => cell,
        },
    }
}

/// The text as it was before either.
fn unescape(text: &str) -> &str {
    let bare = text.strip_prefix('\'');
    bare.filter(|bare| is_formula(bare)).unwrap_or(text)
}

/// Whether it would be run, apostrophes before it aside.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').trim_start().starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn free_text_is_kept_from_running_and_comes_back() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            ("@home", "'@home"),
            ("+1-800-555", "'+1-800-555"),
            ("'=quoted", "''=quoted"),
            ("''=twice", "'''=twice"),
            ("'tis", "'tis"),
            ("plain", "plain"),
        ] {
            assert_eq!(escape(text), written);
            assert_eq!(unescape(written), text);
        }
    }

    #[test]
    fn a_number_keeps_its_plus_sign() {
        assert_eq!(escape_number("+1 415-555-0100"), "+1 415-555-0100");
        assert_eq!(escape_number("+cmd|' /C calc'!Z9"), "'+cmd|' /C calc'!Z9");
        assert_eq!(escape_number("-2"), "'-2");
    }

    #[test]
    fn a_cell_is_bare_as_if_it_were_trimmed() {
        for c in ('\0'..=char::MAX).filter(|c| c.is_whitespace() || *c < '\u{4000}') {
            for text in [format!("{c}"), format!("{c}a"), format!("a{c}"), format!("a{c}a")] {
                let trimmed = text.trim();
                let expected = if trimmed.starts_with('\'') {
                    unescape(trimmed).trim()
                } else {
                    trimmed
                };
                assert_eq!(bare(&text), expected, "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "['=+@ a-]{0,6}") {
            for written in [escape(&text), escape_number(&text)] {
                prop_assert_eq!(unescape(&written), &text);
            }
            prop_assert!(!escape(&text).trim_start().starts_with(FORMULA));
        }
    }
}
