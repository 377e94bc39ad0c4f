//! Widgets that know the domain.

pub mod answer;
pub mod ask_delete;
pub mod assigned;
pub mod choices;
pub mod closing;
pub mod coverage;
pub mod effect;
pub mod findings;
pub mod frame;
pub mod impact_line;
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
pub mod try_text;
pub mod verdict;
pub mod workspace_file;
pub mod zone;
