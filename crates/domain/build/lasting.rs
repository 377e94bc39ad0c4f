//! Reads the rule that lasts, such as `CST6CDT,M3.2.0,M11.1.0` or `<-03>3`.

use crate::Result;

/// The offsets of a year, in seconds ahead of UTC, and when summer time begins and ends.
pub struct Lasting {
    /// Of the winter, or of the whole year.
    pub standard: i32,
    /// Of the summer; the same where there is no summer time.
    pub summer: i32,
    /// None without summer time.
    pub edges: Vec<Edge>,
}

/// A moment of a year, by the wall clock that is about to change.
pub struct Edge {
    /// 1 to 12.
    pub month: u8,
    /// Which of the month's weeks: 5 is the last.
    pub week: u8,
    /// 0 is Sunday.
    pub weekday: u8,
    /// Minutes after midnight: it may be on another day.
    pub minute: i16,
}

impl Lasting {
    pub fn read(rule: &str) -> Result<Self> {
        let mut pieces = rule.split(',');
        let rest = after_name(pieces.next().unwrap_or_default())?;
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && !"+-:".contains(c))
            .unwrap_or(rest.len());
        let (standard, rest) = rest.split_at(end);
        // A rule counts westwards.
        let standard = -seconds(standard)?;
        if rest.is_empty() {
            return Ok(Self {
                standard,
                summer: standard,
                edges: Vec::new(),
            });
        }
        let summer = match after_name(rest)? {
            "" => standard + 3600,
            written => -seconds(written)?,
        };
        let edges = pieces.map(Edge::read).collect::<Result<Vec<_>>>()?;
        if edges.len() != 2 {
            return Err(format!("`{rule}` does not say when summer time begins and ends").into());
        }
        Ok(Self {
            standard,
            summer,
            edges,
        })
    }
}

impl Edge {
    fn read(text: &str) -> Result<Self> {
        let (day, time) = text.split_once('/').unwrap_or((text, "2"));
        let day = day
            .strip_prefix('M')
            .ok_or_else(|| format!("`{text}` is not a day by month, week and weekday"))?;
        let mut numbers = day.split('.').map(str::parse);
        let mut number = || -> Result<u8> { Ok(numbers.next().ok_or("a day cut short")??) };
        Ok(Self {
            month: number()?,
            week: number()?,
            weekday: number()?,
            minute: i16::try_from(seconds(time)? / 60)?,
        })
    }
}

/// What follows a zone's abbreviation: `CST` or `<+03>`.
fn after_name(text: &str) -> Result<&str> {
    if let Some(quoted) = text.strip_prefix('<') {
        return Ok(quoted.split_once('>').ok_or("a name cut short")?.1);
    }
    Ok(text.trim_start_matches(|c: char| c.is_ascii_alphabetic()))
}

/// `-1:30` as seconds.
fn seconds(text: &str) -> Result<i32> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.trim_start_matches('+')),
    };
    let mut sum = 0;
    for (piece, unit) in text.split(':').zip([3600, 60, 1]) {
        sum += piece.parse::<i32>()? * unit;
    }
    Ok(sign * sum)
}
