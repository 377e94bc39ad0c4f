//! What can be asked, and what is answered: plain data that travels as text.

use chrono::{DateTime, NaiveDate, Utc};
use domain::deflection::LevelCounts;
use domain::ids::HolidayId;
use domain::impact::{Day, Digest, First, FirstChange, Minutes, Range, Shares, Square, Theme};
use domain::routing::Outcome;
use domain::workspace::Parts;
use domain::{Intent, PhoneNumber, Zone};
use serde::{Deserialize, Serialize};

mod bulk;
mod look_ahead;

pub use crate::jobs::FindingSort;
pub use bulk::{
    CellLine, FileAnswer, FileQuestion, Filter, Kind, NumberSort, RowDetails, RowLine, Show, Text, Trial,
};
pub use look_ahead::{FindingsPage, Found, Rehearsed, RehearsedClock, RehearsedHoliday, SortCount};

/// A question. What is asked about an impact concerns the last one that was answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// A part of what the next `Open` opens. It is not answered.
    Part(Box<Parts>),
    /// This, with the parts that have come, is published, and the draft is empty. Cuts short everything asked before.
    Open(Box<Parts>),
    /// The draft is another one: its first changes stay, these follow. Cuts short everything asked before.
    Change {
        /// How many of the changes known so far stay.
        keep: usize,
        /// What follows them.
        intents: Vec<Intent>,
    },
    /// Nobody waits for anything any more.
    Stop,
    /// What does the draft change?
    Impact {
        /// From this moment on.
        from: DateTime<Utc>,
        /// For so many months.
        months: u32,
    },
    /// What kinds of change are there? The kind with the greatest effect first.
    Clusters,
    /// To which numbers happens the same? The group with the greatest effect first.
    Groups {
        /// Only groups of this kind.
        theme: Option<Theme>,
        /// Only groups with a number that this is in: in its digits, its label or the name of its owner.
        search: String,
        /// Which of those.
        page: Page,
    },
    /// Which numbers are in a group?
    Numbers {
        /// Its place among the groups.
        group: usize,
        /// Only numbers that this is in.
        search: String,
        /// Which of them.
        page: Page,
    },
    /// When is a number's answer another one than before, and which?
    Ranges {
        /// The number.
        number: PhoneNumber,
        /// Which of its stretches of time.
        page: Page,
    },
    /// How much of the time does somebody answer, before and after?
    Coverage {
        /// Whose time.
        of: Of,
        /// On whose wall clock.
        zone: Zone,
    },
    /// What differs in one square of the coverage?
    Behind {
        /// Of whose coverage.
        of: Of,
        /// Which square.
        square: Square,
        /// On whose wall clock.
        zone: Zone,
        /// Which of the groups.
        page: Page,
    },
    /// What does each number answer in one square of the coverage, before and after?
    Traces {
        /// Of whose coverage.
        of: Of,
        /// Which square.
        square: Square,
        /// On whose wall clock.
        zone: Zone,
        /// Which of the numbers.
        page: Page,
    },
    /// How many numbers does each level decide for, before and after?
    Levels,
    /// What do clock changes and holidays do to the hours?
    Rehearsal,
    /// Which numbers does a clock change or a holiday touch?
    Touched {
        /// Which of the rehearsed.
        by: By,
        /// Which of the numbers.
        page: Page,
    },
    /// What should be looked at?
    Findings {
        /// Only this sort; otherwise the first of every sort.
        sort: Option<FindingSort>,
        /// Which of them; without a sort, so many of each.
        page: Page,
    },
    /// What is to be known of a bulk file on what is published, or of what is published as such a file?
    File(FileQuestion),
}

impl Question {
    /// A question as it travels; `None` for a text that is none. This crate is built to be fast, as the programs that ask
    /// and answer are not: a large company is long to tell.
    pub fn read(text: &[u8]) -> Option<Self> {
        serde_json::from_slice(text).ok()
    }

    /// The text that [`Self::read`] reads. Every question can be written: no map of it has keys other than texts.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// How many come before it.
    pub skip: usize,
    /// How many it has at most.
    pub take: usize,
}

impl Page {
    /// So many from the beginning.
    pub fn first(take: usize) -> Self {
        Self { skip: 0, take }
    }
}

/// Some numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// All in the list.
    All,
    /// Those that change.
    Changed,
    /// Those of a group, by its place.
    Group(usize),
    /// One.
    Number(PhoneNumber),
}

/// Something that is rehearsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// A clock change.
    Clock {
        /// The first moment of the new time.
        at: DateTime<Utc>,
        /// Whose clock.
        zone: Zone,
    },
    /// A holiday on one date.
    Holiday {
        /// Which.
        holiday: HolidayId,
        /// When.
        date: NaiveDate,
    },
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It is noted; so many changes of the draft are refused.
    Noted {
        /// How many.
        refused: usize,
    },
    /// Cut short by a newer question.
    Stopped,
    /// There is no impact, or no such group in it; no bulk file, or no such row.
    Nothing,
    /// What the draft changes.
    Impact(Summary),
    /// Kinds of change.
    Clusters(Vec<ClusterLine>),
    /// Groups.
    Groups(List<GroupLine>),
    /// Numbers of a group.
    Numbers(List<NumberLine>),
    /// Stretches of time that differ.
    Ranges(List<Range>),
    /// Coverage before and after.
    Coverage(Box<Coverages>),
    /// Groups that differ in a square.
    Behind(List<Behind>),
    /// Numbers with their answers in a square.
    Traces(List<TraceLine>),
    /// Numbers by level, before and after.
    Levels(Levels),
    /// The rehearsal.
    Rehearsal(Rehearsed),
    /// Numbers that a clock change or a holiday touches.
    Touched(List<PhoneNumber>),
    /// Findings.
    Findings(FindingsPage),
    /// About a bulk file.
    File(FileAnswer),
}

/// Part of a list, and how long the whole of it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct List<T> {
    /// How many there are.
    pub total: usize,
    /// Those asked for.
    pub items: Vec<T>,
}

/// What the sentence above a review says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Numbers with at least one minute that differs.
    pub numbers: usize,
    /// Numbers that were looked at in all.
    pub listed: usize,
    /// Groups of numbers to which the same happens.
    pub groups: usize,
    /// Minutes answered only after.
    pub gained_min: u64,
    /// Minutes answered only before.
    pub lost_min: u64,
    /// Minutes with another answer, over all numbers.
    pub changed_min: u64,
    /// The first minute that differs.
    pub first: Option<FirstChange>,
    /// How many numbers that change are never answered after it.
    pub never_answered: usize,
    /// The first few of those.
    pub examples: Vec<PhoneNumber>,
    /// Stands for the whole effect.
    pub digest: Digest,
    /// The first minute looked at.
    pub from: DateTime<Utc>,
    /// The first minute no longer looked at.
    pub to: DateTime<Utc>,
}

/// All numbers to which the same kind of thing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterLine {
    /// What kind of change it is.
    pub theme: Theme,
    /// How many groups.
    pub groups: usize,
    /// How many numbers.
    pub numbers: usize,
    /// Minutes of all of them answered only after.
    pub gained_min: u64,
    /// Minutes of all of them answered only before.
    pub lost_min: u64,
}

/// Numbers to which the same happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupLine {
    /// Its place among the groups.
    pub place: usize,
    /// What kind of change it is.
    pub theme: Theme,
    /// How many numbers.
    pub numbers: usize,
    /// The first of them; its ranges are those of all.
    pub first_number: PhoneNumber,
    /// Where the minutes of each number went.
    pub minutes: Minutes,
    /// Minutes of each number with another answer.
    pub changed_min: u32,
    /// The first minute that differs.
    pub first: First,
}

/// One number that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberLine {
    /// The number.
    pub number: PhoneNumber,
    /// Whether it is answered at some minute after.
    pub answered: bool,
}

/// Half hours of a week, Monday first, 48 a day.
pub type Week = Vec<Vec<Shares>>;

/// Coverage on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverages {
    /// How many numbers are added up.
    pub numbers: usize,
    /// The week before.
    pub week_before: Week,
    /// The week after.
    pub week_after: Week,
    /// The days before.
    pub days_before: Vec<Day>,
    /// The days after.
    pub days_after: Vec<Day>,
}

/// A group that differs in a square.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behind {
    /// Its place among the groups.
    pub group: usize,
    /// What kind of change it is.
    pub theme: Theme,
    /// How many numbers.
    pub numbers: usize,
    /// The one that was looked at; the others have the same stretches of time.
    pub number: PhoneNumber,
    /// How many stretches of time have a minute in the square.
    pub stretches: usize,
    /// The first few of those.
    pub first: Vec<Range>,
}

/// What a number answers at one minute of a square: the first that differs, or else the first of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceLine {
    /// The number.
    pub number: PhoneNumber,
    /// The minute.
    pub at: DateTime<Utc>,
    /// What becomes of a text before.
    pub before: Outcome,
    /// What becomes of it after.
    pub after: Outcome,
    /// Whether anything of the answer is otherwise, the outcome or what goes with it.
    pub differs: bool,
}

/// Numbers by the level that decides for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levels {
    /// Before.
    pub before: LevelCounts,
    /// After.
    pub after: LevelCounts,
}
