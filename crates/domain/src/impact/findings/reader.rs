//! Reads opening times out of English texts: only what can hardly be meant otherwise.

use chrono::Weekday;

use super::tokens::{Times, Token, clauses};

/// What a text says about opening times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Promise {
    /// Open from one time to another, on these days or, when there are none, on some days.
    Range {
        days: Vec<Weekday>,
        from: Times,
        to: Times,
    },
    /// Open until then.
    Until { at: Times },
    /// Open from then on.
    From { at: Times },
    /// Open from then on, on the day after the text.
    Tomorrow { at: Times },
    /// Open round the clock.
    Always,
}

/// With one of these a clause speaks of closing, or of a time we cannot judge.
const DOUBTFUL: [&str; 19] = [
    "closed",
    "not",
    "no",
    "except",
    "excluding",
    "holiday",
    "holidays",
    "lunch",
    "break",
    "call",
    "unavailable",
    "away",
    "out",
    "within",
    "minutes",
    "hours'",
    "before",
    "or",
    "cannot",
];

/// Zones by their common names: the text's clock may be another one than the schedule's.
const ZONES: [&str; 24] = [
    "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "utc", "bst",
    "cet", "cest", "ist", "aest", "aedt", "jst", "time", "eastern", "pacific",
];

/// What a text promises, in its order; nothing when it names a zone of its own.
pub(super) fn promises(text: &str) -> Vec<Promise> {
    let lower = text.to_lowercase();
    let clauses: Vec<Vec<Token>> = clauses(&lower);
    let names_zone = clauses
        .iter()
        .flatten()
        .any(|token| matches!(token, Token::Word(word) if ZONES.contains(&word.as_str())));
    if names_zone {
        return Vec::new();
    }
    clauses.iter().flat_map(|clause| of_clause(clause)).collect()
}

fn of_clause(tokens: &[Token]) -> Vec<Promise> {
    let is_doubtful = |token: &Token| matches!(token, Token::Word(word) if DOUBTFUL.contains(&word.as_str()) || word.ends_with("n't"));
    if tokens.iter().any(is_doubtful) {
        return Vec::new();
    }
    let mut ranges = Vec::new();
    let mut promises = Vec::new();
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        let rest = tokens.get(place..).unwrap_or_default();
        if *token == Token::Always {
            promises.push(Promise::Always);
        } else if let Some((from, to)) = range(rest) {
            ranges.push((from, to));
            place += 2;
        } else if let Token::Time { times, bare } = token {
            let before = tokens.get(..place).unwrap_or_default();
            promises.extend(single(before, times, *bare));
        }
        place += 1;
    }
    let days = days(tokens);
    // Several ranges in one clause: which day belongs to which is anyone's guess.
    let days = if ranges.len() == 1 { days } else { Vec::new() };
    let ranges = ranges.into_iter().map(|(from, to)| Promise::Range {
        days: days.clone(),
        from,
        to,
    });
    promises.extend(ranges);
    promises
}

/// `9am-5pm`, `09:00 to 17:00`, `9-5pm`; two bare numbers are no range.
fn range(tokens: &[Token]) -> Option<(Times, Times)> {
    let [
        Token::Time {
            times: from,
            bare: from_bare,
        },
        middle,
        Token::Time {
            times: to,
            bare: to_bare,
        },
        ..,
    ] = tokens
    else {
        return None;
    };
    let links = match middle {
        Token::Dash => true,
        Token::Word(word) => ["to", "until", "till", "through", "and"].contains(&word.as_str()),
        _ => false,
    };
    (links && !(*from_bare && *to_bare)).then(|| (from.clone(), to.clone()))
}

/// A time alone, by the words before it.
fn single(before: &[Token], times: &Times, bare: bool) -> Option<Promise> {
    let word = |back: usize| match before.len().checked_sub(back).and_then(|place| before.get(place)) {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    let at = times.clone();
    match (word(1), word(2), word(3)) {
        ("at", "tomorrow", _) => Some(Promise::Tomorrow { at }),
        ("at", "back" | "reopen" | "open" | "opens" | "return", _) => Some(Promise::From { at }),
        _ if bare => None,
        ("until" | "till", "open" | "here" | "available", _) => Some(Promise::Until { at }),
        ("from", "open" | "here" | "available" | "back" | "again", _) | ("at", "again", _) => {
            Some(Promise::From { at })
        }
        _ => None,
    }
}

/// The days a clause names.
fn days(tokens: &[Token]) -> Vec<Weekday> {
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let Token::Word(word) = token else { continue };
        match word.as_str() {
            "weekday" | "weekdays" => found.extend(through(Weekday::Mon, Weekday::Fri)),
            "weekend" | "weekends" => found.extend([Weekday::Sat, Weekday::Sun]),
            "daily" => found.extend(through(Weekday::Mon, Weekday::Sun)),
            "day" | "days" if matches!(tokens.get(place.wrapping_sub(1)), Some(Token::Word(every)) if every == "every") =>
            {
                found.extend(through(Weekday::Mon, Weekday::Sun));
            }
            _ => {}
        }
        let Some(day) = day(word) else { continue };
        let linked = match tokens.get(place + 1) {
            Some(Token::Dash) => true,
            Some(Token::Word(word)) => ["to", "through", "until", "till"].contains(&word.as_str()),
            _ => false,
        };
        let last = match tokens.get(place + 2) {
            Some(Token::Word(word)) if linked => self::day(word),
            _ => None,
        };
        found.extend(through(day, last.unwrap_or(day)));
    }
    found.sort_by_key(Weekday::num_days_from_monday);
    found.dedup();
    found
}

fn day(word: &str) -> Option<Weekday> {
    let single = word
        .strip_suffix('s')
        .filter(|word| word.ends_with("day"))
        .unwrap_or(word);
    let short = ["tues", "weds", "thur", "thurs"].contains(&single);
    let known = matches!(single.len(), 3) || single.ends_with("day") || short;
    let cut = match single {
        "weds" => "wed",
        "thur" | "thurs" => "thu",
        "tues" => "tue",
        _ => single,
    };
    // `sun` and `sat` are words too, but hardly in a clause with opening times.
    known.then(|| cut.parse().ok()).flatten()
}

fn through(first: Weekday, last: Weekday) -> impl Iterator<Item = Weekday> {
    let mut next = Some(first);
    std::iter::from_fn(move || {
        let day = next?;
        next = (day != last).then(|| day.succ());
        Some(day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[Promise]) {
        assert_eq!(promises(text), expected, "{text}");
    }

    fn range(days: &[Weekday], from: &[u32], to: &[u32]) -> Promise {
        Promise::Range {
            days: days.to_vec(),
            from: from.to_vec(),
            to: to.to_vec(),
        }
    }

    #[test]
    fn ranges_are_read_with_their_days() {
        let working: Vec<_> = through(Weekday::Mon, Weekday::Fri).collect();
        check("We answer 9am-5pm.", &[range(&[], &[540], &[1020])]);
        check("Mon–Fri, 09:00 to 17:00", &[range(&working, &[540], &[1020])]);
        check(
            "Open Monday to Friday from 8:30 am until 6 p.m.",
            &[range(&working, &[510], &[1080])],
        );
        check("weekdays 9-5pm", &[range(&working, &[540, 1260], &[1020])]);
        check(
            "Hours: 9:00 - 5:00 daily",
            &[range(
                &through(Weekday::Mon, Weekday::Sun).collect::<Vec<_>>(),
                &[540, 1260],
                &[300, 1020],
            )],
        );
        check(
            "Saturdays 10:00–14:00",
            &[range(&[Weekday::Sat], &[600, 1320], &[840])],
        );
        // Two ranges in one clause keep no days.
        check(
            "Mon 9am-5pm, Sat 9am-noon, Sun 10am-2pm",
            &[range(&[], &[540], &[1020]), range(&[], &[600], &[840])],
        );
    }

    #[test]
    fn single_times_are_read_by_the_words_before_them() {
        check(
            "Back tomorrow at 9.",
            &[Promise::Tomorrow { at: vec![540, 1260] }],
        );
        check("We open at 8:00 am", &[Promise::From { at: vec![480] }]);
        check("We are open until 18:00.", &[Promise::Until { at: vec![1080] }]);
        check("We are here 24/7!", &[Promise::Always]);
    }

    #[test]
    fn what_could_mean_something_else_is_left_alone() {
        for text in [
            "Call 312-555-0142 or +1 415 555 0100.",
            "We are closed until 9 am.",
            "We are not available 12:00-13:00.",
            "Open 9am-5pm ET.",
            "Open 9am-5pm Chicago time.",
            "Order 9 to 12 items",
            "Back on 12/24 at 9",
            "We answer within 24 hours.",
            "Ref. 10:99, 25:00, 9%",
            "",
        ] {
            check(text, &[]);
        }
    }
}
