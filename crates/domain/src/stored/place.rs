//! Where in a JSON text the reading stopped, said as a path to the field.

/// What the reader is inside of.
enum Inside {
    /// With the last name seen.
    Object(String),
    /// With the place of the present item.
    Array(usize),
}

/// A text before and from the byte at a line and column, both counted from 1.
pub(super) fn split_at(text: &[u8], (line, column): (usize, usize)) -> Option<(&[u8], &[u8])> {
    let before: usize = text
        .split_inclusive(|&byte| byte == b'\n')
        .take(line.checked_sub(1)?)
        .map(<[u8]>::len)
        .sum();
    text.split_at_checked(before + column.checked_sub(1)?)
}

/// The path to what stands at a line and column, both counted from 1, the column in bytes: `numbers[3].label`.
///
/// Nothing for the outermost value. The text is well formed up to there. Right after a comma it is the item after it
/// that is named when the reader stands before it, else the one before: the reader has looked what follows.
pub(super) fn path_at(text: &[u8], (line, column): (usize, usize), is_before: bool) -> Option<String> {
    let before: usize = text
        .split_inclusive(|&byte| byte == b'\n')
        .take(line.checked_sub(1)?)
        .map(<[u8]>::len)
        .sum();
    let mut bytes = text.iter().copied().take(before + column);
    let mut inside: Vec<Inside> = Vec::new();
    let mut text_so_far = Vec::new();
    let mut is_after_comma = false;
    while let Some(byte) = bytes.next() {
        is_after_comma = byte == b',' || (is_after_comma && byte.is_ascii_whitespace());
        match byte {
            b'{' => inside.push(Inside::Object(String::new())),
            b'[' => inside.push(Inside::Array(0)),
            b'}' | b']' => drop(inside.pop()),
            b',' => match inside.last_mut() {
                Some(Inside::Array(place)) => *place += 1,
                Some(Inside::Object(name)) => name.clear(),
                None => {}
            },
            b':' => {
                if let Some(Inside::Object(name)) = inside.last_mut() {
                    *name = String::from_utf8_lossy(&text_so_far).into_owned();
                }
            }
            b'"' => {
                text_so_far.clear();
                while let Some(byte) = bytes.next().filter(|&byte| byte != b'"') {
                    text_so_far.push(byte);
                    if byte == b'\\' {
                        text_so_far.extend(bytes.next());
                    }
                }
            }
            _ => {}
        }
    }
    if let Some(Inside::Array(place)) = inside.last_mut().filter(|_| is_after_comma && !is_before) {
        *place -= 1;
    }
    let mut path = String::new();
    for part in &inside {
        match part {
            // Stopped at a name, before what it names.
            Inside::Object(name) if name.is_empty() => {}
            Inside::Object(name) if path.is_empty() => path.push_str(name),
            Inside::Object(name) => {
                path.push('.');
                path.push_str(name);
            }
            Inside::Array(place) => {
                path.push('[');
                path.push_str(&place.to_string());
                path.push(']');
            }
        }
    }
    (!path.is_empty()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_by_its_fields() {
        let text = "{\n  \"a\": [1, {\"b, \\\"c\\\"\": [[], \"]:{\"], \"d\": true}],\n  \"e\": null\n}";
        let at = |what: &str| {
            let offset = text.find(what).unwrap() + 1;
            let line = text[..offset].matches('\n').count() + 1;
            let begun = text[..offset].rfind('\n').map_or(0, |found| found + 1);
            path_at(text.as_bytes(), (line, offset - begun), false)
        };
        assert_eq!(at("1,").as_deref(), Some("a[0]"));
        assert_eq!(at("true").as_deref(), Some("a[1].d"));
        assert_eq!(at("\"]:{").as_deref(), Some("a[1].b, \\\"c\\\"[1]"));
        assert_eq!(at("null").as_deref(), Some("e"));
        assert_eq!(path_at(text.as_bytes(), (4, 1), false), None);
        // A name whose value has not begun.
        let unfinished = br#"{"a":[{"b":1,"c""#;
        assert_eq!(path_at(unfinished, (1, 16), false).as_deref(), Some("a[0]"));
        // Between two items.
        let between = |is_before| path_at(b"[[1,\n  2]]", (2, 2), is_before);
        assert_eq!(between(false).as_deref(), Some("[0][0]"));
        assert_eq!(between(true).as_deref(), Some("[0][1]"));
        // Places that are not there.
        assert_eq!(path_at(b"", (9, 9), false), None);
        assert_eq!(path_at(text.as_bytes(), (0, 0), false), None);
    }
}
