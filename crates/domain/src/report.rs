//! What reports count and store (specification 9).

mod session_type;

pub use session_type::{ChatType, Direction, SessionType};
