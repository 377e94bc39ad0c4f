//! Cuts a text into sentences of words, times and dashes.

/// A time of the day as the words allow it: minutes since midnight, two of them when morning or evening is open.
pub(super) type Times = Vec<u32>;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Word(String),
    /// A time; a bare one has neither minutes nor am or pm, and could be any number.
    Time {
        times: Times,
        bare: bool,
    },
    Dash,
    Always,
    Other,
}

/// Sentences and lines, each in tokens.
pub(super) fn clauses(text: &str) -> Vec<Vec<Token>> {
    let mut clauses = vec![Vec::new()];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, length) = if first.is_ascii_digit() {
            number(rest)
        } else if first.is_alphabetic() {
            let end = rest
                .find(|c: char| !c.is_alphabetic() && c != '\'' && c != '’')
                .unwrap_or(rest.len());
            let word = rest.get(..end).unwrap_or_default().replace('’', "'");
            (Some(Token::Word(word)), end)
        } else {
            let token = match first {
                '-' | '–' | '—' => Some(Token::Dash),
                '.' | '!' | '?' | ';' | '\n' => {
                    clauses.push(Vec::new());
                    None
                }
                c if c.is_whitespace() || c == ',' || c == ':' => None,
                _ => Some(Token::Other),
            };
            (token, first.len_utf8())
        };
        if let (Some(token), Some(clause)) = (token, clauses.last_mut()) {
            clause.push(token);
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    clauses
}

/// A token that begins with a digit, and how many bytes long it is.
fn number(text: &str) -> (Option<Token>, usize) {
    if text.starts_with("24/7") {
        return (Some(Token::Always), 4);
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour_digits = digits(text);
    let mut length = hour_digits;
    let hour: u32 = text
        .get(..hour_digits)
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(99);
    let after = text.get(length..).unwrap_or_default();
    let minute = after.strip_prefix(':').filter(|rest| digits(rest) == 2);
    let minute = minute
        .and_then(|rest| rest.get(..2))
        .and_then(|digits| digits.parse::<u32>().ok());
    if minute.is_some() {
        length += 3;
    }
    let after = text.get(length..).unwrap_or_default();
    let trimmed = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let half = [("am", 0), ("a.m.", 0), ("pm", 720), ("p.m.", 720)]
        .into_iter()
        .find(|(word, _)| {
            trimmed
                .strip_prefix(word)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
    if let Some((word, _)) = half {
        length += after.len() - trimmed.len() + word.len();
    }
    let next = text.get(length..).and_then(|rest| rest.chars().next());
    let joined = next.is_some_and(|c| c.is_alphanumeric() || "/:%$€£+#".contains(c));
    let minutes = minute.unwrap_or(0);
    let plain = hour * 60 + minutes;
    let times = match half {
        _ if hour_digits > 2 || hour > 24 || minutes > 59 || plain > 1440 || joined => None,
        Some((_, offset)) => (1..=12)
            .contains(&hour)
            .then(|| vec![hour % 12 * 60 + minutes + offset]),
        // `09:00` is the morning, `9:00` may be the evening.
        None if hour > 12 || (minute.is_some() && text.starts_with('0')) => Some(vec![plain]),
        None => Some(vec![plain, (plain + 720) % 1440]),
    };
    let bare = minute.is_none() && half.is_none();
    let token = times.map_or(Token::Other, |times| Token::Time { times, bare });
    (Some(token), length.max(1))
}
