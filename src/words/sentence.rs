//! A message of the engine as a sentence of its own.

/// With a capital and a dot: messages have neither, since they also stand within others.
pub fn sentence(message: &str) -> String {
    let mut sentence = capital(message);
    if !sentence.ends_with(['.', '?', '!']) {
        sentence.push('.');
    }
    sentence
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
        assert_eq!(sentence("`72345` is a short code"), "`72345` is a short code.");
        assert_eq!(sentence("Done."), "Done.");
    }
}
