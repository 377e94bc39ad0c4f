//! Characters that word processors put in, written in the plain alphabet.

use domain::message::Segments;

/// The text in plain characters, when that alone makes it fit the plain alphabet.
pub(super) fn plain(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '‘' | '’' | '‚' | '′' => plain.push('\''),
            '“' | '”' | '„' | '″' => plain.push('"'),
            '–' | '—' | '−' | '‐' | '\u{2011}' => plain.push('-'),
            '…' => plain.push_str("..."),
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' => plain.push(' '),
            '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
            '•' => plain.push('*'),
            other => plain.push(other),
        }
    }
    (plain != text && Segments::of(&plain).forced_by.is_none()).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn typographic_characters_have_plain_ones() {
        assert_eq!(
            plain("We’re open 9–5…\u{a0}“soon”").as_deref(),
            Some("We're open 9-5... \"soon\"")
        );
        assert_eq!(plain("plain"), None);
        // Something else is Unicode too: the exchange would spoil the text for nothing.
        assert_eq!(plain("We’re open שלום"), None);
    }
}
