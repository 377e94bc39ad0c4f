//! Times as people write them.

use domain::schedule::TimeOfDay;

/// The text as a time is written here, `09:00`, when it can be read as one: `9`, `930`, `9.30`, `5 pm`.
/// Anything else stays as it is, for the error to name.
pub(crate) fn tidy(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let (digits, half) = match lower.strip_suffix('m') {
        Some(rest) => match rest.strip_suffix('a') {
            Some(rest) => (rest, Some(Half::Morning)),
            None => (rest.strip_suffix('p').unwrap_or(&lower), Some(Half::Afternoon)),
        },
        None => (lower.as_str(), None),
    };
    read(digits.trim(), half).unwrap_or_else(|| text.trim().to_owned())
}

/// How far one press of an arrow key goes, in minutes.
pub(super) const QUARTER: u16 = 15;

/// The time a quarter of an hour later or earlier, for the arrow keys; none of what is no time.
pub(super) fn step(text: &str, key: &str) -> Option<String> {
    let minutes = tidy(text).parse::<TimeOfDay>().ok()?.minutes();
    let quarter = match key {
        "ArrowUp" => minutes / QUARTER + 1,
        "ArrowDown" => minutes.div_ceil(QUARTER).saturating_sub(1),
        _ => return None,
    };
    Some(TimeOfDay::of(0, u32::from(quarter * QUARTER)).to_string())
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn read(text: &str, half: Option<Half>) -> Option<String> {
    let (hour, minute) = match text.split_once([':', '.', 'h']) {
        Some((hour, minute)) => (hour, minute),
        None if text.len() > 2 => text.split_at_checked(text.len() - 2)?,
        None => (text, ""),
    };
    let hour = whole(hour)?;
    let minute = if minute.is_empty() { 0 } else { whole(minute)? };
    let hour = match half {
        None => hour,
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
    };
    (minute < 60 && hour * 60 + minute <= 24 * 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// One or two digits.
fn whole(digits: &str) -> Option<u16> {
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{step, tidy};

    #[track_caller]
    fn check(written: &str, expected: &str) {
        assert_eq!(tidy(written), expected, "{written:?}");
    }

    #[test]
    fn a_time_can_be_written_in_many_ways() {
        check("9", "09:00");
        check(" 09:00 ", "09:00");
        check("930", "09:30");
        check("1730", "17:30");
        check("9.30", "09:30");
        check("17h", "17:00");
        check("17h30", "17:30");
        check("5 pm", "17:00");
        check("5:30PM", "17:30");
        check("12am", "00:00");
        check("12 pm", "12:00");
        check("24", "24:00");
        check("0", "00:00");
    }

    #[test]
    fn what_is_no_time_stays_as_it_was_written() {
        for text in [
            "", "noon", "25", "24:01", "9:60", "13pm", "0 am", "-9", "9:5:1", "12345", "é9", "pm",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn arrow_keys_go_by_quarters_within_the_day() {
        let up = |text: &str| step(text, "ArrowUp");
        let down = |text: &str| step(text, "ArrowDown");
        assert_eq!(up("09:00").as_deref(), Some("09:15"));
        assert_eq!(up("9:07").as_deref(), Some("09:15"));
        assert_eq!(down("09:07").as_deref(), Some("09:00"));
        assert_eq!(down("09:00").as_deref(), Some("08:45"));
        assert_eq!(up("24:00").as_deref(), Some("24:00"));
        assert_eq!(down("0").as_deref(), Some("00:00"));
        assert_eq!(up("noon"), None);
        assert_eq!(step("09:00", "a"), None);
    }
}
