//! Counted things.

/// `1 number`, `2 numbers`, `1,234 numbers`.
pub fn count(amount: usize, one: &str, many: &str) -> String {
    format!("{} {}", digits(amount), if amount == 1 { one } else { many })
}

/// A whole number with commas between the thousands.
pub fn digits(amount: usize) -> String {
    let plain = amount.to_string();
    let mut grouped = String::with_capacity(plain.len() + plain.len() / 3);
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(count(0, "number", "numbers"), "0 numbers");
        assert_eq!(count(1, "number", "numbers"), "1 number");
        assert_eq!(count(999, "number", "numbers"), "999 numbers");
        assert_eq!(count(1_000, "number", "numbers"), "1,000 numbers");
        assert_eq!(count(100_000, "number", "numbers"), "100,000 numbers");
        assert_eq!(digits(1_234_567), "1,234,567");
    }
}
