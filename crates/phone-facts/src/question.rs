//! A question about a number as text, and its answer.

use domain::PhoneNumber;

use crate::facts;

/// The answer to a question such as `7 +14155550100`, under the question's number: `7 {"region":"US",…}`. Nothing for what
/// is no question.
pub fn answer(question: &str) -> Option<String> {
    let (id, number) = question.split_once(' ')?;
    let facts = facts(number.parse::<PhoneNumber>().ok()?);
    let facts = serde_json::to_string(&facts).ok()?;
    Some(format!("{id} {facts}"))
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn r6_an_answer_bears_the_number_of_its_question() {
        assert_eq!(
            answer("7 +78001234567").as_deref(),
            Some(r#"7 {"region":"RU","kind":"toll_free","printed":"+7 800 123-45-67","validity":"valid"}"#)
        );
    }

    #[test]
    fn what_is_no_question_has_no_answer() {
        assert_eq!(answer(""), None);
        assert_eq!(answer("7"), None);
        assert_eq!(answer("7 41"), None);
        assert_eq!(answer("7 4155550100"), None);
    }
}
