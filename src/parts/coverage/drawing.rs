//! Which square of a coverage drawing has which tint, and the paths that draw them.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};
use domain::impact::{Day, Shares, Square};
use engine::Coverages;

use super::behind::weekday;

/// Which side is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What is published.
    Live,
    /// What the draft makes of it.
    Draft,
    /// The draft, and where it differs.
    Difference,
}

/// What a square says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// Answered.
    Answered,
    /// Told that it is closed.
    Deflected,
    /// Seen by nobody.
    Nobody,
    /// Answered only in the draft.
    Gained,
    /// Answered more in the draft.
    GainedPart,
    /// Answered less in the draft.
    Lost,
}

impl Tint {
    /// All of them, in the order in which they are drawn.
    pub const ALL: [Self; 6] = [
        Self::Deflected,
        Self::Nobody,
        Self::Answered,
        Self::GainedPart,
        Self::Gained,
        Self::Lost,
    ];

    /// The class that carries its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Answered => "f-answered",
            Self::Deflected => "f-deflected",
            Self::Nobody => "f-nobody",
            Self::Gained => "f-gained",
            Self::GainedPart => "f-gained-2",
            Self::Lost => "f-lost",
        }
    }
}

/// Half hours of the week: of a year's weeks a few are otherwise, so that only what most of them have counts.
const WEEK: (u64, u64) = (100, 500);
/// Days: any difference counts.
const DAY: (u64, u64) = (1, 200);

/// The tint of one square; `some` and `much` are shares in thousandths from which a difference shows.
fn tint(before: Shares, after: Shares, side: Side, (some, much): (u64, u64)) -> Tint {
    let plain = |shares| plain(shares, much);
    let (one, other) = (before.answered_permille(), after.answered_permille());
    match side {
        Side::Live => plain(before),
        Side::Difference if other >= one + much => Tint::Gained,
        Side::Difference if other >= one + some => Tint::GainedPart,
        Side::Difference if one >= other + some => Tint::Lost,
        Side::Draft | Side::Difference => plain(after),
    }
}

/// What most weeks have in a half hour, on one side.
pub fn half_hour(shares: Shares) -> Tint {
    plain(shares, WEEK.1)
}

fn plain(shares: Shares, much: u64) -> Tint {
    if shares.answered_permille() >= much && shares.answered_min > 0 {
        Tint::Answered
    } else if shares.nobody_min > shares.deflected_min {
        Tint::Nobody
    } else {
        Tint::Deflected
    }
}

/// A path a tint.
pub type Paths = Vec<(Tint, String)>;

struct Pen([String; 6]);

impl Pen {
    fn square(&mut self, tint: Tint, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let place = Tint::ALL.iter().position(|one| *one == tint);
        if let Some(path) = place.and_then(|place| self.0.get_mut(place)) {
            // A text takes everything.
            let _ = write!(path, "M{x} {y}h{width}v{height}h-{width}z");
        }
    }

    fn paths(self) -> Paths {
        let both = Tint::ALL.into_iter().zip(self.0);
        both.filter(|(_, path)| !path.is_empty()).collect()
    }
}

/// Where the week's squares begin, and how large they are.
pub const WEEK_LEFT: f64 = 36.0;
const WEEK_TOP: f64 = 18.0;
const SLOT: f64 = 15.0;
/// From one weekday to the next.
pub const WEEK_STEP: f64 = 20.0;

/// The half hours of the week; those alike in a row are one rectangle.
pub fn week(coverage: &Coverages, side: Side) -> Paths {
    let mut pen = Pen(Default::default());
    let mut top = WEEK_TOP;
    for (before, after) in coverage.week_before.iter().zip(&coverage.week_after) {
        let tints: Vec<Tint> = before
            .iter()
            .zip(after)
            .map(|(&before, &after)| tint(before, after, side, WEEK))
            .collect();
        let mut left = WEEK_LEFT;
        for run in tints.chunk_by(PartialEq::eq) {
            let width: f64 = run.iter().map(|_| SLOT).sum();
            if let Some(&tint) = run.first() {
                pen.square(tint, (left, top), (width, WEEK_STEP - 3.0));
            }
            left += width;
        }
        top += WEEK_STEP;
    }
    pen.paths()
}

/// How wide the drawing of the week is.
pub const WEEK_WIDTH: f64 = 756.0;

/// The half hour at a place of the drawing.
pub fn week_square((x, y): (f64, f64)) -> Option<Square> {
    let slot = cell(x - WEEK_LEFT, SLOT).filter(|slot| *slot < 48)?;
    let weekday = weekday(cell(y - WEEK_TOP, WEEK_STEP)? as usize)?;
    Some(Square::HalfHour { weekday, slot })
}

/// The cell that a distance ends in.
fn cell(distance: f64, step: f64) -> Option<u32> {
    // There are few cells: counting them needs no conversion of what may be no number.
    let ends = (1_u32..=60).map(|cells| f64::from(cells) * step);
    let passed = ends.take_while(|end| *end <= distance).count();
    u32::try_from(passed).ok().filter(|_| distance >= 0.0)
}

/// Where the year's squares begin.
const YEAR_LEFT: f64 = 36.0;
const YEAR_TOP: f64 = 28.0;
/// From one day or week to the next.
pub const YEAR_STEP: f64 = 13.5;
const SQUARE: f64 = 11.0;

/// The days of the horizon, a column a week.
pub fn year(coverage: &Coverages, side: Side) -> Paths {
    let mut pen = Pen(Default::default());
    let days = coverage.days_before.iter().zip(&coverage.days_after);
    let Some(first) = coverage.days_before.first().map(|day| day.date) else {
        return Vec::new();
    };
    for (before, after) in days {
        let tint = tint(before.shares, after.shares, side, DAY);
        let top = YEAR_TOP + YEAR_STEP * f64::from(before.date.weekday().num_days_from_monday());
        pen.square(tint, (column(first, before.date), top), (SQUARE, SQUARE));
    }
    pen.paths()
}

/// How wide the drawing of the year is.
pub const YEAR_WIDTH: f64 = 766.0;

/// The day at a place of the drawing.
pub fn year_square(days: &[Day], (x, y): (f64, f64)) -> Option<Square> {
    let first = days.first()?.date;
    let (week, weekday) = (cell(x - YEAR_LEFT, YEAR_STEP)?, cell(y - YEAR_TOP, YEAR_STEP)?);
    let monday = first - chrono::Days::new(u64::from(first.weekday().num_days_from_monday()));
    let date = monday.checked_add_days(chrono::Days::new(u64::from(week * 7 + weekday)))?;
    let is_shown = weekday < 7 && days.iter().any(|day| day.date == date);
    is_shown.then_some(Square::Day(date))
}

/// Where the months begin, with their names.
pub fn months(days: &[Day]) -> Vec<(f64, String)> {
    let Some(first) = days.first().map(|day| day.date) else {
        return Vec::new();
    };
    let begins = days.iter().filter(|day| day.date.day() == 1);
    begins
        .map(|day| (column(first, day.date), day.date.format("%b").to_string()))
        .collect()
}

fn column(first: NaiveDate, date: NaiveDate) -> f64 {
    let monday = first - chrono::Days::new(u64::from(first.weekday().num_days_from_monday()));
    let weeks = u32::try_from((date - monday).num_days() / 7).unwrap_or_default();
    YEAR_LEFT + YEAR_STEP * f64::from(weeks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(answered_min: u64, deflected_min: u64, nobody_min: u64) -> Shares {
        Shares {
            answered_min,
            deflected_min,
            nobody_min,
        }
    }

    #[test]
    fn a_square_says_what_most_of_its_minutes_are() {
        let closed = shares(0, 60, 0);
        let tint = |before, after, side| tint(before, after, side, WEEK);
        assert_eq!(tint(shares(30, 30, 0), closed, Side::Live), Tint::Answered);
        assert_eq!(tint(shares(29, 31, 0), closed, Side::Live), Tint::Deflected);
        assert_eq!(tint(closed, shares(0, 29, 31), Side::Draft), Tint::Nobody);
        assert_eq!(tint(closed, shares(30, 30, 0), Side::Difference), Tint::Gained);
        assert_eq!(tint(closed, shares(6, 54, 0), Side::Difference), Tint::GainedPart);
        assert_eq!(tint(closed, shares(5, 55, 0), Side::Difference), Tint::Deflected);
        assert_eq!(
            tint(shares(60, 0, 0), shares(54, 6, 0), Side::Difference),
            Tint::Lost
        );
        assert_eq!(tint(closed, closed, Side::Difference), Tint::Deflected);
    }

    #[test]
    fn a_press_finds_its_square() {
        let half_hour = |weekday, slot| Some(Square::HalfHour { weekday, slot });
        assert_eq!(week_square((36.0, 18.0)), half_hour(chrono::Weekday::Mon, 0));
        assert_eq!(week_square((50.9, 37.9)), half_hour(chrono::Weekday::Mon, 0));
        assert_eq!(week_square((51.0, 38.0)), half_hour(chrono::Weekday::Tue, 1));
        assert_eq!(week_square((755.0, 157.0)), half_hour(chrono::Weekday::Sun, 47));
        for outside in [(35.0, 20.0), (40.0, 17.0), (756.0, 20.0), (40.0, 158.0)] {
            assert_eq!(week_square(outside), None, "{outside:?}");
        }
        let day = |text: &str| Day {
            date: text.parse().unwrap(),
            shares: shares(0, 1440, 0),
        };
        // A Thursday, and the Monday after it.
        let days = [day("2026-10-15"), day("2026-10-19")];
        assert_eq!(year_square(&days, (40.0, 70.0)), Some(Square::Day(days[0].date)));
        assert_eq!(year_square(&days, (50.0, 30.0)), Some(Square::Day(days[1].date)));
        assert_eq!(year_square(&days, (40.0, 30.0)), None);
    }

    #[test]
    fn days_stand_below_each_other_by_week() {
        let day = |text: &str| Day {
            date: text.parse().unwrap(),
            shares: shares(0, 1440, 0),
        };
        let days = vec![
            day("2026-10-15"),
            day("2026-10-18"),
            day("2026-10-19"),
            day("2026-11-01"),
        ];
        let coverage = Coverages {
            numbers: 1,
            week_before: Vec::new(),
            week_after: Vec::new(),
            days_before: days.clone(),
            days_after: days.clone(),
        };
        let paths = year(&coverage, Side::Draft);
        let expected = "M36 68.5h11v11h-11zM36 109h11v11h-11zM49.5 28h11v11h-11zM63 109h11v11h-11z";
        assert_eq!(paths, [(Tint::Deflected, expected.to_owned())]);
        assert_eq!(months(&days), [(63.0, "Nov".to_owned())]);
    }
}
