//! Where in a JSON text a reader stopped, said as a path to the field.

/// What the reader is inside of.
enum Inside {
    /// With the last name seen.
    Object(String),
    /// With the place of the present item.
    Array(usize),
}

/// The path to what stands at a line and column, both counted from 1, the column in bytes: `numbers[3].label`.
///
/// Nothing for the outermost value. The text is well formed up to there.
pub(crate) fn path_at(text: &str, line: usize, column: usize) -> Option<String> {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let mut bytes = text.bytes().take(before + column);
    let mut inside: Vec<Inside> = Vec::new();
    let mut text_so_far = Vec::new();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' => inside.push(Inside::Object(String::new())),
            b'[' => inside.push(Inside::Array(0)),
            b'}' | b']' => drop(inside.pop()),
            b',' => {
                if let Some(Inside::Array(place)) = inside.last_mut() {
                    *place += 1;
                }
            }
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
    let mut path = String::new();
    for part in &inside {
        match part {
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
            path_at(text, line, offset - begun)
        };
        assert_eq!(at("1,").as_deref(), Some("a[0]"));
        assert_eq!(at("true").as_deref(), Some("a[1].d"));
        assert_eq!(at("\"]:{").as_deref(), Some("a[1].b, \\\"c\\\"[1]"));
        assert_eq!(at("null").as_deref(), Some("e"));
        assert_eq!(path_at(text, 4, 1), None);
        // Places that are not there.
        assert_eq!(path_at("", 9, 9), None);
        assert_eq!(path_at(text, 0, 0), None);
    }
}
