//! Where a key leads within a row or a column of things, and where typed letters lead.

/// The next place after a key; around the ends. `None` for a key that does not move.
pub(super) fn step(key: &str, at: usize, len: usize) -> Option<usize> {
    let last = len.checked_sub(1)?;
    match key {
        "ArrowRight" | "ArrowDown" => Some(if at >= last { 0 } else { at + 1 }),
        "ArrowLeft" | "ArrowUp" => Some(if at == 0 { last } else { (at - 1).min(last) }),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

/// The next place after a key in a long list: not around the ends, and a page at a time as well.
pub(super) fn step_long(key: &str, at: Option<usize>, len: usize, page: usize) -> Option<usize> {
    let last = len.checked_sub(1)?;
    let Some(at) = at else {
        return match key {
            "ArrowDown" | "Home" | "PageDown" => Some(0),
            "ArrowUp" | "End" | "PageUp" => Some(last),
            _ => None,
        };
    };
    let next = match key {
        "ArrowDown" => at.saturating_add(1),
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at.saturating_add(page.max(1)),
        "PageUp" => at.saturating_sub(page.max(1)),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(next.min(last))
}

/// The first name after `at` that begins with the letter, around the end.
pub(super) fn by_letter(names: &[String], at: usize, key: &str) -> Option<usize> {
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return None;
    };
    let begins = |name: &String| {
        name.chars()
            .next()
            .is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
    };
    let after = names.iter().enumerate().skip(at + 1);
    let before = names.iter().enumerate().take(at + 1);
    after
        .chain(before)
        .find(|(_, name)| begins(name))
        .map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_row_goes_around_its_ends() {
        assert_eq!(step("ArrowRight", 2, 3), Some(0));
        assert_eq!(step("ArrowLeft", 0, 3), Some(2));
        assert_eq!(step("End", 0, 3), Some(2));
        assert_eq!(step("a", 0, 3), None);
        assert_eq!(step("ArrowRight", 0, 0), None);
        assert_eq!(step("ArrowLeft", 9, 3), Some(2), "a place that is gone");
    }

    #[test]
    fn a_long_list_stops_at_its_ends() {
        assert_eq!(step_long("ArrowDown", Some(9), 10, 4), Some(9));
        assert_eq!(step_long("ArrowUp", Some(0), 10, 4), Some(0));
        assert_eq!(step_long("PageDown", Some(7), 10, 4), Some(9));
        assert_eq!(step_long("PageUp", Some(7), 10, 4), Some(3));
        assert_eq!(step_long("ArrowDown", None, 10, 4), Some(0));
        assert_eq!(step_long("ArrowUp", None, 10, 4), Some(9));
        assert_eq!(step_long("ArrowDown", None, 0, 4), None);
    }

    #[test]
    fn a_letter_leads_to_the_next_name_that_begins_with_it() {
        let names = ["Edit", "Export", "Remove"].map(String::from);
        assert_eq!(by_letter(&names, 0, "e"), Some(1));
        assert_eq!(by_letter(&names, 1, "E"), Some(0));
        assert_eq!(by_letter(&names, 0, "x"), None);
        assert_eq!(by_letter(&names, 0, "Enter"), None);
    }
}
