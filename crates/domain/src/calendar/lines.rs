//! The lines of a calendar file: folded ones put together, each split into name, parameters and value.

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the file, from 1.
    pub(super) number: usize,
    /// The name, in capitals.
    pub(super) name: String,
    /// What stands between name and value, in capitals, without the first semicolon.
    pub(super) parameters: String,
    /// The value as it is written.
    pub(super) value: String,
}

/// The lines that have a name and a value.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut whole: Vec<(usize, String)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), whole.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            _ => whole.push((index + 1, line.to_owned())),
        }
    }
    whole
        .into_iter()
        .filter_map(|(number, line)| split(number, &line))
        .collect()
}

/// The value begins at the first colon outside of quotation marks.
fn split(number: usize, line: &str) -> Option<Line> {
    let mut quoted = false;
    let colon = line.char_indices().find_map(|(at, character)| {
        quoted ^= character == '"';
        (character == ':' && !quoted).then_some(at)
    })?;
    let (head, value) = line.split_at_checked(colon)?;
    let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
    Some(Line {
        number,
        name: name.trim().to_uppercase(),
        parameters: parameters.to_uppercase(),
        value: value.strip_prefix(':').unwrap_or(value).trim_end().to_owned(),
    })
}

/// A text with its escapes undone, on one line.
pub(super) fn plain(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push(' '),
                Some(escaped) => text.push(escaped),
                None => {}
            },
            other => text.push(other),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
