//! The rules of direct SMS numbers: pure, no input or output, no clock, no randomness.
//!
//! A [`Workspace`] is the whole configuration. An [`Intent`] changes it through [`Workspace::apply`], whole or
//! not at all. [`routing::route`] says what happens to a text, and why. Rule ids such as R21 or D13 are those of
//! the specification.
//!
//! # Who has a number, what applies to its agent, what happens to a text?
//!
//! ```
//! use domain::deflection::{Deflection, Level, Reply, effective};
//! use domain::ids::UserId;
//! use domain::number::Owner;
//! use domain::people::Role;
//! use domain::routing::{InboundText, Situation, route};
//! use domain::schedule::{DayHours, DayMode, Interval, Schedule};
//! use domain::{Intent, PhoneNumber, Workspace, Zone};
//!
//! let chicago: Zone = "America/Chicago".parse()?;
//! let mut workspace = Workspace::empty("Example", chicago);
//! let ann = UserId::from(uuid::Uuid::from_u128(1));
//! let number: PhoneNumber = "+1 415 555 0101".parse()?;
//! let nine_to_five = DayHours::new(vec![Interval::new("09:00".parse()?, "17:00".parse()?)?])?;
//! let days = DayMode::WeekdaysWeekends { weekdays: nine_to_five, weekends: DayHours::CLOSED };
//! let reply = Reply {
//!     schedule: Schedule::new(chicago, days, [].into())?,
//!     message: "We answer from nine to five.".to_owned().try_into()?,
//! };
//! for intent in [
//!     Intent::SetSmsChat { on: true },
//!     Intent::AddUser {
//!         user: ann,
//!         email: "ann@example.com".into(),
//!         first_name: "Ann".into(),
//!         last_name: "Lee".into(),
//!         roles: [Role::Agent].into(),
//!         teams: [].into(),
//!     },
//!     Intent::AddNumber {
//!         number,
//!         label: "Front desk".parse()?,
//!         direct: true,
//!         entered_as: "+1 415 555 0101".into(),
//!         facts: None,
//!     },
//!     Intent::Assign { number, owner: Owner::Agent(ann), slot: None },
//!     Intent::SetGlobalDeflection { deflection: Deflection::On(reply) },
//! ] {
//!     workspace.apply(&intent)?;
//! }
//!
//! // Who has it?
//! let owner = workspace.number(number).and_then(|number| number.owner());
//! assert_eq!(owner.map(|owner| workspace.owner_name(owner)).as_deref(), Some("agent Ann Lee"));
//!
//! // What applies to Ann, and why?
//! let applies = effective(&workspace, ann);
//! assert_eq!((applies.level, applies.reply().is_some()), (Level::Global, true));
//! assert!(applies.passed_over.is_empty());
//!
//! // What happens to a text on a Thursday at ten in the evening?
//! let text = InboundText {
//!     to: number,
//!     from: "+12025550173".parse()?,
//!     body: "Is somebody there?",
//!     at: "2026-10-16T03:00:00Z".parse()?,
//! };
//! let decision = route(&workspace, &text, &Situation::default());
//! assert_eq!((decision.row, decision.outcome.code()), ("D13", "deflected.after_hours"));
//! assert_eq!(decision.reply.as_deref(), Some("We answer from nine to five."));
//! let why: Vec<_> = decision.why.iter().map(|step| step.sentence(&workspace)).collect();
//! assert_eq!(why[4], "deflection is on");
//! assert_eq!(why[5], "Thu 15 Oct 2026, 22:00 Chicago is outside the hours");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What would this intent change?
//!
//! A copy of a workspace costs next to nothing: apply the intent to one, and read what goes along before anything
//! is written. A refused intent changes nothing and says what is in the way.
//!
//! ```
//! use domain::number::Owner;
//! use domain::people::Role;
//! use domain::{Intent, Workspace, Zone};
//! use uuid::Uuid;
//! # let mut workspace = Workspace::empty("Larkspur Home", Zone::UTC);
//! # let ana = Uuid::from_u128(1).into();
//! # let number = "+1 312-555-0100".parse()?;
//! # let label = "Desk".parse()?;
//! # let roles = [Role::Agent].into();
//! # let email = "ana.ruiz@larkspur.example".to_owned();
//! # let (first_name, last_name, teams) = ("Ana".to_owned(), "Ruiz".to_owned(), [].into());
//! # workspace.apply(&Intent::SetSmsChat { on: true })?;
//! # workspace.apply(&Intent::AddUser { user: ana, email, first_name, last_name, roles, teams })?;
//! # workspace.apply(&Intent::AddNumber { number, label, direct: true, entered_as: String::new(), facts: None })?;
//!
//! workspace.apply(&Intent::Assign { number, owner: Owner::Agent(ana), slot: None })?;
//! let applied = workspace.clone().apply(&Intent::UnmarkDirect { number })?;
//! let said: Vec<String> = applied.cascades.iter().map(ToString::to_string).collect();
//! assert_eq!(said, ["+13125550100 is taken from agent Ana Ruiz"]);
//!
//! let refused = workspace.apply(&Intent::SetRoles {
//!     user: ana,
//!     roles: [Role::Manager].into(),
//!     release_numbers: false,
//! });
//! assert_eq!(
//!     refused.map_err(|refusal| refusal.to_string()),
//!     Err("Ana Ruiz has direct numbers, which need the Agent role: release the numbers too".into())
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # When is it open next?
//!
//! ```
//! use chrono::{DateTime, Utc};
//! use domain::schedule::{DayHours, DayMode, HolidayBook, Schedule, State};
//!
//! let days = DayMode::WeekdaysWeekends {
//!     weekdays: DayHours::new(vec!["09:00-12:00".parse()?, "13:00-17:18".parse()?])?,
//!     weekends: DayHours::CLOSED,
//! };
//! let office = Schedule::new("America/New_York".parse()?, days, [].into())?;
//! assert_eq!(office.open_week().to_string(), "open 36 h 30 min a week");
//!
//! // A Friday evening; on Sunday the clock goes forward.
//! let (holidays, friday) = (HolidayBook::default(), "2026-03-06T23:30:00Z".parse::<DateTime<Utc>>()?);
//! assert_eq!(office.state_at(&holidays, friday), State::OutsideHours);
//! assert_eq!(office.next_open(&holidays, friday), Some("2026-03-09T13:00:00Z".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod access;
pub mod applied;
pub mod bulk;
pub mod calendar;
pub mod conflict;
pub mod deflection;
pub mod do_not_contact;
pub mod draft;
pub mod find;
pub mod ids;
pub mod impact;
pub mod intent;
pub mod message;
pub mod number;
pub mod outbound;
pub mod people;
pub mod phone;
pub mod pin;
pub mod presence;
pub mod queue;
pub mod refusal;
pub mod report;
pub mod routing;
pub mod scenario;
pub mod schedule;
pub mod simulation;
pub mod stored;
pub mod whynot;
pub mod workspace;
pub mod zone;

pub use applied::Applied;
pub use draft::Draft;
pub use intent::Intent;
pub use phone::{ParsePhoneError, PhoneNumber};
pub use refusal::Refusal;
pub use scenario::Scenario;
pub use workspace::Workspace;
pub use zone::{ZONE_DATA, Zone};

/// The version of the rules: what it says of a draft, the same version says again. Behind the `+` stands the beginning of
/// the digest of `tests/digests/expected.txt`, so that two builds that judge otherwise never share a version.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "+", "148f920e");
