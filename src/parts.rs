//! Widgets that know the domain.

pub mod ask_delete;
pub mod assigned;
pub mod choices;
pub mod closing;
pub mod effect;
pub mod frame;
pub mod leave;
pub mod level;
pub mod lock;
pub mod members;
pub mod message;
pub mod page_head;
pub mod phone_facts;
pub mod reply;
pub mod save_bar;
pub mod schedule;
pub mod tags;
pub mod verdict;
pub mod workspace_file;
pub mod zone;
