//! A message of the engine as a sentence of its own.

/// With a capital and a dot: messages have neither, since they also stand within others.
pub fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let mut sentence: String = first.chain(letters).collect();
    if !sentence.ends_with(['.', '?', '!']) {
        sentence.push('.');
    }
    sentence
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
