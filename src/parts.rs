//! Widgets that know the domain.

pub mod frame;
pub mod page_head;
pub mod phone_facts;
pub mod tags;
pub mod verdict;
