//! What reports count and store (specification 9).

mod row;
mod session_type;

pub use row::{TextFilter, TextRow};
pub use session_type::{ChatType, Direction, SessionType};
