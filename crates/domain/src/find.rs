//! Finding what was typed within a name. Nothing is copied: 100,000 names are looked through at each keystroke.

mod haystack;

use crate::PhoneNumber;

pub use haystack::{Haystack, Said};

/// How well a name matches; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// The name begins with it.
    Start,
    /// One of its words does.
    Word,
    /// It is somewhere within.
    Inside,
}

/// What was typed, made ready once.
pub struct Needle {
    words: String,
    digits: Option<String>,
}

impl Needle {
    /// Case does not matter, nor how a number is spaced (S018).
    pub fn new(typed: &str) -> Self {
        let words = typed.trim().to_lowercase();
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        let spelled = words.chars().all(|c| c.is_ascii_digit() || " +-.()/".contains(c));
        Self {
            digits: (spelled && !digits.is_empty()).then_some(digits),
            words,
        }
    }

    /// Nothing was typed: everything matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How it matches a name, if it does.
    pub fn within(&self, name: &str) -> Option<Match> {
        if self.words.is_empty() {
            return Some(Match::Start);
        }
        if !name.is_ascii() {
            let lower = name.to_lowercase();
            return lower.find(&self.words).map(|at| rank(&lower, at));
        }
        let (first, rest) = self.words.as_bytes().split_first()?;
        let bytes = name.as_bytes();
        // Most places differ in the first letter.
        let at = bytes.iter().enumerate().position(|(at, byte)| {
            byte.eq_ignore_ascii_case(first)
                && bytes
                    .get(at + 1..=at + rest.len())
                    .is_some_and(|place| place.eq_ignore_ascii_case(rest))
        })?;
        Some(rank(name, at))
    }

    /// Which of the lines it is in: one answer a line, or none at all where nothing was typed.
    pub fn within_lines(&self, lines: &Lines) -> Vec<bool> {
        lines.with(&self.words)
    }

    /// In which lines of digits the digits are, if it is nothing but a number: like `within_number` of each.
    pub(super) fn within_digits(&self, lines: &Lines) -> Vec<bool> {
        self.digits
            .as_ref()
            .map_or_else(Vec::new, |digits| lines.with(digits))
    }

    /// Whether it is nothing but a number, and its digits are among those of this one.
    pub fn within_number(&self, number: PhoneNumber) -> bool {
        self.digits
            .as_ref()
            .is_some_and(|wanted| number.has_digits(wanted))
    }
}

/// Many names in one piece of memory. Records lie far apart, and the way from one to the next takes longer than
/// looking through a name.
#[derive(Default, PartialEq, Eq)]
pub struct Lines {
    text: String,
    ends: Vec<usize>,
}

impl Lines {
    const END: char = '\n';

    /// Adds a name.
    pub fn push(&mut self, name: &str) {
        if name.is_ascii() {
            self.text.extend(name.chars().map(|c| c.to_ascii_lowercase()));
        } else {
            self.text.push_str(&name.to_lowercase());
        }
        self.text.push(Self::END);
        self.ends.push(self.text.len());
    }

    /// Which of them hold some words; no answer at all for no words.
    fn with(&self, words: &str) -> Vec<bool> {
        if words.is_empty() || words.contains(Self::END) {
            return Vec::new();
        }
        let mut found = vec![false; self.ends.len()];
        let mut marks = found.iter_mut().zip(&self.ends).peekable();
        let words = memchr::memmem::Finder::new(words);
        for at in words.find_iter(self.text.as_bytes()) {
            while marks.next_if(|(_, end)| **end <= at).is_some() {}
            if let Some((mark, _)) = marks.peek_mut() {
                **mark = true;
            }
        }
        found
    }
}

fn rank(text: &str, at: usize) -> Match {
    match text.get(..at).and_then(|before| before.chars().next_back()) {
        None => Match::Start,
        Some(before) if !before.is_alphanumeric() => Match::Word,
        Some(_) => Match::Inside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, name: &str, expected: Option<Match>) {
        assert_eq!(Needle::new(typed).within(name), expected, "{typed} in {name}");
    }

    #[test]
    fn capitals_and_blanks_around_it_do_not_matter() {
        check(" ANA", "Ana Ruiz", Some(Match::Start));
        check("ruiz", "Ana Ruiz", Some(Match::Word));
        check("ana", "Diana Kessler", Some(Match::Inside));
        check("ana", "Bo", None);
        check("", "Bo", Some(Match::Start));
        check("ÉTÉ", "Café d'été", Some(Match::Word));
        check("é", "Bo", None);
        check("bos", "Bo", None);
        check("aab", "Aaab", Some(Match::Inside));
    }

    #[test]
    fn s018_a_number_is_found_in_any_spacing() {
        let number: PhoneNumber = "+13125550187".parse().unwrap();
        for typed in ["5550187", "(312) 555.0187", "+1 312-555"] {
            assert!(Needle::new(typed).within_number(number), "{typed}");
        }
        for typed in ["+44", "ana", "", "312 ana"] {
            assert!(!Needle::new(typed).within_number(number), "{typed}");
        }
    }

    #[test]
    fn lines_are_found_as_each_by_itself() {
        let names = ["Returns 1", "", "CAFÉ D'ÉTÉ", "turn", "x returns\ty", "Bo"];
        let mut lines = Lines::default();
        for name in names {
            lines.push(name);
        }
        for typed in ["turn", "RETURNS", "été", "o", "s\nt", "nobody", "1"] {
            let needle = Needle::new(typed);
            let found = needle.within_lines(&lines);
            for (place, name) in names.iter().enumerate() {
                let expected = needle.within(name).is_some();
                assert_eq!(
                    found.get(place).copied().unwrap_or(false),
                    expected,
                    "{typed} in {name}"
                );
            }
        }
        assert_eq!(Needle::new(" ").within_lines(&lines), [] as [bool; 0]);
    }
}
