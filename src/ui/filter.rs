//! Finding choices by what was typed: case does not matter, nor how a number is spaced.

use super::Choice;

/// The choices, made ready to be searched once rather than at each keystroke.
pub(super) struct Searchable(Vec<(String, String)>);

impl Searchable {
    pub(super) fn new(choices: &[Choice]) -> Self {
        Self(choices.iter().map(folded).collect())
    }

    /// The places of the choices that match: those that begin with it, then those with a word that does, then the rest.
    pub(super) fn find(&self, typed: &str) -> Vec<usize> {
        let words = typed.trim().to_lowercase().replace('−', "-");
        if words.is_empty() {
            return (0..self.0.len()).collect();
        }
        let digits = as_digits(&words);
        let mut ranks: [Vec<usize>; 3] = Default::default();
        for (index, (text, number)) in self.0.iter().enumerate() {
            let found = text.find(&words).map(|at| rank(text, at));
            let by_digits = || {
                digits
                    .as_ref()
                    .filter(|digits| number.contains(digits.as_str()))
                    .map(|_| 2)
            };
            if let Some(list) = found.or_else(by_digits).and_then(|rank| ranks.get_mut(rank)) {
                list.push(index);
            }
        }
        ranks.concat()
    }
}

fn folded(choice: &Choice) -> (String, String) {
    let text = [&choice.label, &choice.detail, &choice.note, &choice.also]
        .map(|part| part.to_lowercase())
        .join(" ")
        // A keyboard has no minus sign of its own.
        .replace('−', "-");
    let digits = text.chars().filter(char::is_ascii_digit).collect();
    (text, digits)
}

/// What was typed as digits alone, if it is nothing but a number.
fn as_digits(typed: &str) -> Option<String> {
    let number = typed.chars().all(|c| c.is_ascii_digit() || " +-.()/".contains(c));
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    (number && !digits.is_empty()).then_some(digits)
}

fn rank(text: &str, at: usize) -> usize {
    match text.get(..at).and_then(|before| before.chars().next_back()) {
        None => 0,
        Some(before) if !before.is_alphanumeric() => 1,
        Some(_) => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<usize> {
        let choices = [
            Choice::new("1", "Diana Kessler").detail("Billing"),
            Choice::new("2", "Ana Ruiz").detail("Support"),
            Choice::new("3", "Juan Anaya"),
            Choice::new("4", "+1 312-555-0187").detail("Store alerts"),
        ];
        Searchable::new(&choices).find(typed)
    }

    #[test]
    fn beginnings_come_first() {
        assert_eq!(found("ana"), [1, 2, 0]);
        assert_eq!(found("  RUIZ "), [1]);
        assert_eq!(found("nobody"), [0_usize; 0]);
        assert_eq!(found(""), [0, 1, 2, 3]);
    }

    #[test]
    fn a_minus_can_be_typed_as_a_hyphen() {
        let choices = [
            Choice::new("1", "America/Chicago (UTC−5)"),
            Choice::new("2", "Asia/Dhaka (UTC+6)"),
        ];
        for typed in ["utc-5", "UTC−5", "-5"] {
            assert_eq!(Searchable::new(&choices).find(typed), [0], "{typed}");
        }
    }

    #[test]
    fn spacing_of_a_number_does_not_matter() {
        assert_eq!(found("5550187"), [3]);
        assert_eq!(found("(312) 555.0187"), [3]);
        assert_eq!(found("+44"), [0_usize; 0]);
    }
}
