//! A message of the engine as a sentence of its own.

/// With a capital and a dot: messages have neither, since they also stand within others. What a message cites stands in
/// typographic quotes, but for phone numbers, which need none.
pub fn sentence(message: &str) -> String {
    let mut sentence = cited(message);
    sentence = capital(&sentence);
    if !sentence.ends_with(['.', '?', '!']) {
        sentence.push('.');
    }
    sentence
}

fn cited(message: &str) -> String {
    let parts: Vec<_> = message.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return message.to_owned();
    }
    let shown = |(place, part): (usize, &&str)| {
        let is_number = part
            .strip_prefix('+')
            .is_some_and(|digits| digits.starts_with(|first: char| first.is_ascii_digit()));
        if place.is_multiple_of(2) || is_number {
            (*part).to_owned()
        } else {
            format!("“{part}”")
        }
    };
    parts.iter().enumerate().map(shown).collect()
}

/// With a capital.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_message_becomes_a_sentence() {
        assert_eq!(sentence("enter a label"), "Enter a label.");
        assert_eq!(sentence("`72345` is a short code"), "“72345” is a short code.");
        assert_eq!(
            sentence("start with `+`, as `+1 415 555 0100`"),
            "Start with “+”, as +1 415 555 0100."
        );
        assert_eq!(sentence("`+14155550100` is taken"), "+14155550100 is taken.");
        assert_eq!(sentence("one ` alone"), "One ` alone.");
        assert_eq!(sentence("Done."), "Done.");
    }
}
