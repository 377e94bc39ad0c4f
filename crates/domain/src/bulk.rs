//! Bulk user management: a file of users, tried out as a whole, then one intent (specification 8).
//!
//! Nothing is written by the dry run. Every row is judged against the state after the file, so that swaps and
//! rotations of numbers work; a bad cell is ignored, not its row; the error log names each with what to do.
//!
//! ```
//! use domain::bulk::{Check, Rights, Sheet, users_file};
//! use domain::{Workspace, Zone};
//!
//! let workspace = Workspace::empty("Larkspur Home", Zone::UTC);
//! let file = users_file(&workspace) + "ann@larkspur.example,,,Ann,Lee,,Active,,,0,,,,,,,,,,,,0,0,0,0,0,1\n";
//! let sheet = Sheet::read(file.as_bytes()).unwrap();
//! let check = Check::new(workspace, sheet, Rights::all()).unwrap();
//! let report = check.finish("users.csv", || uuid::Uuid::from_u128(1));
//! assert_eq!(report.counts().affected, 1);
//! ```

mod changes;
mod check;
mod column;
mod edit;
mod export;
mod failed_rows;
mod inventory;
mod job;
mod known;
mod log;
mod number_cells;
mod read;
mod report;
mod rights;
mod row;
mod sheet;
mod user_changes;

pub use check::Check;
pub use column::{Column, HeaderError, REASON, SLOTS, number_header, number_slot, template};
pub use export::{UsersExport, template_file, users_file, users_json};
pub use failed_rows::failed_rows_file;
pub use inventory::{NumbersCheck, numbers_file};
pub use job::{Job, JobState};
pub use known::Known;
pub use log::{BulkError, Code, error_log};
pub use report::{Counts, Fate, NumberOutcome, Report, RowOutcome, RowReport};
pub use rights::{Property, Rights};
pub use sheet::{Form, Incoming, Row, Sheet, SheetError};
