//! What becomes different about a number over the whole horizon, in few words.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::answer::Handling;
use crate::routing::Outcome;

/// The difference of two policies over the horizon. Numbers with the same two policies share one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind of change it is.
    pub theme: Theme,
    /// Minutes with another answer than before.
    pub changed_min: u32,
    /// Where the horizon's minutes went.
    pub minutes: Minutes,
    /// The first minute that differs.
    pub first: First,
    /// Stands for the exact difference: equal only for the same minutes with the same answers on both sides,
    /// whoever the owner is.
    pub(super) effect: u128,
}

/// The first minute that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct First {
    /// When.
    pub at: DateTime<Utc>,
    /// What became of a text before.
    pub before: Outcome,
    /// What becomes of it now; perhaps the same, with another reply or for someone else.
    pub after: Outcome,
}

/// The one word for a change; where several fit, the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// **Use SMS Chat** was switched.
    SmsSwitched,
    /// The number is new in the list.
    Added,
    /// The number is no longer in the list.
    Removed,
    /// Direct now, or no longer.
    DirectChanged,
    /// Had no owner and has one.
    OwnerGained,
    /// Had an owner and has none.
    OwnerLost,
    /// Went from one owner to another.
    OwnerChanged,
    /// Some minutes are answered, deflected or lost that were not.
    Hours,
    /// Senders get another text at the same times.
    Reply,
    /// Another row of the table decides, and the sender does not notice.
    Outcome,
    /// Other agents get the texts of the queue.
    Recipients,
    /// The same hours and text come from another level.
    Level,
}

/// Minutes by what they came to before (row) and come to after (column), in the order of [`Handling::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[[u32; 3]; 3]", into = "[[u32; 3]; 3]")]
// INVARIANT: no more together than fit into one `u32`; the longest horizon has far fewer.
pub struct Minutes(pub(super) [[u32; 3]; 3]);

/// Minutes that nobody has: more than fit into any horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{total}` minutes are more than any horizon has: a number has at most {most}", most = u32::MAX)]
pub struct TooManyMinutes {
    /// All of them together.
    pub total: u64,
}

impl TryFrom<[[u32; 3]; 3]> for Minutes {
    type Error = TooManyMinutes;

    fn try_from(cells: [[u32; 3]; 3]) -> Result<Self, TooManyMinutes> {
        let total = cells.as_flattened().iter().copied().map(u64::from).sum();
        match u32::try_from(total) {
            Ok(_) => Ok(Self(cells)),
            Err(_) => Err(TooManyMinutes { total }),
        }
    }
}

impl From<Minutes> for [[u32; 3]; 3] {
    fn from(minutes: Minutes) -> Self {
        minutes.0
    }
}

impl Minutes {
    /// Minutes that were the one and are the other.
    pub fn of(&self, before: Handling, after: Handling) -> u32 {
        let row = self.0.get(before as usize).copied().unwrap_or_default();
        row.get(after as usize).copied().unwrap_or_default()
    }

    /// Minutes that were not so handled and are now.
    pub fn gained(&self, handling: Handling) -> u32 {
        self.after(handling) - self.of(handling, handling)
    }

    /// Minutes that were so handled and no longer are.
    pub fn lost(&self, handling: Handling) -> u32 {
        self.before(handling) - self.of(handling, handling)
    }

    /// Minutes so handled before.
    pub fn before(&self, handling: Handling) -> u32 {
        Handling::ALL
            .into_iter()
            .map(|after| self.of(handling, after))
            .sum()
    }

    /// Minutes so handled after.
    pub fn after(&self, handling: Handling) -> u32 {
        Handling::ALL
            .into_iter()
            .map(|before| self.of(before, handling))
            .sum()
    }
}

impl Change {
    /// Whether the number is in the list after it, and no minute is answered.
    pub fn leaves_unanswered(&self) -> bool {
        self.theme != Theme::Removed && self.minutes.after(Handling::Answered) == 0
    }

    /// Minutes in which senders get a different treatment: answered, deflected or seen by nobody.
    pub fn moved_min(&self) -> u32 {
        Handling::ALL
            .into_iter()
            .map(|handling| self.minutes.gained(handling))
            .sum()
    }
}
