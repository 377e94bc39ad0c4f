//! The lines of the editor, and what is written in them.

use chrono::Weekday;
use domain::schedule::Interval;
use domain::schedule::WEEKDAYS;

/// The three day modes (R64).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// 24 hours.
    AllDay,
    /// Weekdays, weekends.
    Weekdays,
    /// Each day.
    PerDay,
}

/// One line of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// Monday to Friday alike.
    Weekdays,
    /// Saturday and Sunday alike.
    Weekends,
    /// One day.
    Day(Weekday),
}

impl Row {
    /// The lines of a mode.
    pub fn of(mode: Mode) -> Vec<Self> {
        match mode {
            Mode::AllDay => Vec::new(),
            Mode::Weekdays => vec![Self::Weekdays, Self::Weekends],
            Mode::PerDay => WEEKDAYS.map(Self::Day).to_vec(),
        }
    }

    /// A day it stands for, the last when there are several: the one before the next row's.
    pub fn day(self) -> Weekday {
        match self {
            Self::Weekdays => Weekday::Tue,
            Self::Weekends => Weekday::Sun,
            Self::Day(day) => day,
        }
    }

    /// Its place among all lines.
    pub(super) fn place(self) -> u32 {
        match self {
            Self::Weekdays => 7,
            Self::Weekends => 8,
            Self::Day(day) => day.num_days_from_monday(),
        }
    }

    /// The line that holds a day in a mode.
    pub(super) fn holding(mode: Mode, day: Weekday) -> Self {
        match (mode, day) {
            (Mode::PerDay, _) => Self::Day(day),
            (_, Weekday::Sat | Weekday::Sun) => Self::Weekends,
            _ => Self::Weekdays,
        }
    }
}

/// Which time of an opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// When it opens.
    From,
    /// When it closes.
    To,
}

/// One opening as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Tells it from the others for as long as the editor is there.
    pub key: u32,
    /// When it opens.
    pub from: String,
    /// When it closes.
    pub to: String,
}

impl Opening {
    /// The text of one of its times.
    pub fn text(&self, end: End) -> &str {
        match end {
            End::From => &self.from,
            End::To => &self.to,
        }
    }

    pub(super) fn interval(&self) -> Option<Interval> {
        Interval::new(self.from.parse().ok()?, self.to.parse().ok()?).ok()
    }
}

/// What is wrong, where, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub row: Row,
    /// The opening, when it is one alone.
    pub key: Option<u32>,
    /// The time, when it is one alone.
    pub end: Option<End>,
    /// The sentence.
    pub text: String,
}
