//! What a change of the configuration does: the exact difference in routing, for every number over every minute
//! of the coming months.
//!
//! Compared is the answer to one **standing situation**: a plain text from a sender who is not on any list, no
//! session between the two numbers, every agent Available. What does not depend on time (owner, agents of the
//! queue, reply text, session type, level) is part of the answer, so a minute counts as changed when any of it is
//! different. Minutes in which texts are answered, deflected or seen by nobody are counted as [`Handling`] has it.
//!
//! ```
//! use domain::deflection::{Deflection, Reply};
//! use domain::impact::{Handling, Theme, impact};
//! use domain::schedule::{DayHours, DayMode, Interval, Schedule};
//! # use std::collections::BTreeSet;
//! # use domain::ids::UserId;
//! # use domain::number::Owner;
//! # use domain::people::Role;
//! use domain::{Intent, PhoneNumber, Workspace, Zone};
//!
//! let ana = Owner::Agent(UserId::from(uuid::Uuid::from_u128(1)));
//! let number: PhoneNumber = "+13125550142".parse()?;
//! let mut before = Workspace::empty("Larkspur Home", "America/Chicago".parse()?);
//! # for intent in [
//! #     Intent::SetSmsChat { on: true },
//! #     Intent::AddUser {
//! #         user: UserId::from(uuid::Uuid::from_u128(1)),
//! #         email: "ana@larkspur.example".into(),
//! #         first_name: "Ana".into(),
//! #         last_name: "Ruiz".into(),
//! #         roles: BTreeSet::from([Role::Agent]),
//! #         teams: BTreeSet::new(),
//! #     },
//! #     Intent::AddNumber {
//! #         number,
//! #         label: "Ana".parse()?,
//! #         direct: true,
//! #         entered_as: String::new(),
//! #         facts: None,
//! #     },
//! #     Intent::Assign { number, owner: ana, slot: None },
//! # ] {
//! #     before.apply(&intent)?;
//! # }
//! // Ana has a number and answers it round the clock: no hours were ever set.
//! let weekdays = DayHours::new(vec![Interval::new("09:00".parse()?, "17:00".parse()?)?])?;
//! let weekends = DayHours::CLOSED;
//! let days = DayMode::WeekdaysWeekends { weekdays, weekends };
//! let schedule = Schedule::new("America/Chicago".parse()?, days, BTreeSet::new())?;
//! let message = "We answer Monday to Friday, 9:00 to 17:00.".to_owned().try_into()?;
//! let deflection = Deflection::On(Reply { schedule, message });
//!
//! // What would this intent change over the coming year?
//! let mut after = before.clone();
//! after.apply(&Intent::SetGlobalDeflection { deflection })?;
//! let year = impact(&before, &after, "2026-10-15T14:32:00Z".parse()?, 12);
//!
//! // The year has 261 working days of 8 hours, and 365 of 24. The change begins at 17:00 on the first day.
//! let totals = year.totals();
//! assert_eq!(totals.numbers, 1);
//! assert_eq!(totals.lost(Handling::Answered), (365 * 24 - 261 * 8) * 60);
//! assert_eq!(totals.gained(Handling::Deflected), totals.lost(Handling::Answered));
//! assert_eq!(totals.first.map(|first| first.at), Some("2026-10-15T22:00:00Z".parse()?));
//! assert_eq!(year.groups()[0].change.theme, Theme::Hours);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod behind;
mod change;
mod comparison;
mod content;
mod coverage;
mod digest;
mod effect;
mod findings;
mod groups;
mod horizon;
mod pair;
mod policy;
mod ranges;
mod rehearsal;
mod run;
mod sums;
mod sweep;
mod totals;
mod touched;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use imbl::OrdMap;

use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

pub use answer::{Answer, Handling};
pub use behind::{Square, Traced};
pub use change::{Change, First, Minutes, Theme, TooManyMinutes};
pub use coverage::{Coverage, CoverageRun, Day, SLOTS, Shares, coverage};
pub use digest::{Digest, ParseDigestError};
pub use findings::{Example, Finding, FindingKind, FindingsDifference, FindingsRun, TextOf, findings};
pub use groups::{Cluster, Group, Groups, clusters};
pub use horizon::{Horizon, MAX_MONTHS};
pub use ranges::{Range, Stretch, answers};
pub use rehearsal::{ClockChange, HolidayDate, Rehearsal, RehearsalRun, Touched, rehearse};
pub use run::{ImpactRun, Progress};
pub use totals::{FirstChange, Totals};

/// The numbers that change, in the order of their digits.
type Entries = OrdMap<PhoneNumber, Entry>;

/// The difference between two workspaces over a horizon. Cheap to clone; ranges are worked out when asked for.
#[derive(Clone, Debug)]
pub struct Impact {
    before: Workspace,
    after: Workspace,
    horizon: Horizon,
    entries: Entries,
    totals: Totals,
    digest: Digest,
}

/// One number that changes.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    /// The hash of both policies and what they have to do with each other.
    policies: u128,
    /// The hash of the number, its owners and its change.
    effect: u128,
    change: Arc<Change>,
}

/// What is different in `after`, from a moment on, for so many months. See [`ImpactRun`] for doing it in steps.
pub fn impact(before: &Workspace, after: &Workspace, from: DateTime<Utc>, months: u32) -> Impact {
    ImpactRun::new(before, after, Horizon::months(from, months)).finish()
}

impl Impact {
    /// Nothing differs between a workspace and itself.
    pub fn none(workspace: &Workspace, horizon: Horizon) -> Self {
        Self {
            before: workspace.clone(),
            after: workspace.clone(),
            horizon,
            entries: Entries::new(),
            totals: Totals::default(),
            digest: Digest::default(),
        }
    }

    /// The stretch of time that was looked at.
    pub fn horizon(&self) -> Horizon {
        self.horizon
    }

    /// The workspace before.
    pub fn before(&self) -> &Workspace {
        &self.before
    }

    /// The workspace after.
    pub fn after(&self) -> &Workspace {
        &self.after
    }

    /// Whether no minute of any number differs.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The numbers that change, in the order of their digits.
    pub fn numbers(&self) -> impl ExactSizeIterator<Item = (PhoneNumber, &Arc<Change>)> {
        self.entries
            .iter()
            .map(|(&number, entry)| (number, &entry.change))
    }

    /// What changes about one number, if anything does.
    pub fn change(&self, number: PhoneNumber) -> Option<&Arc<Change>> {
        self.entries.get(&number).map(|entry| &entry.change)
    }

    /// What the sentence above a review says.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Stands for the whole effect; what is compared when somebody has seen a review and publishes later. It
    /// covers the horizon, so work the later one out from the same moment.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}
