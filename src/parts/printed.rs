//! Numbers as people write them.

use domain::PhoneNumber;
use leptos::prelude::*;

use crate::session::Session;

/// A number as people write it, also one that the draft removes.
pub fn printed(session: Session, number: PhoneNumber) -> String {
    let (workspace, head) = (session.workspace(), session.head());
    let (workspace, head) = (workspace.read_untracked(), head.read_untracked());
    let record = workspace.number(number).or_else(|| head.workspace.number(number));
    record.map_or_else(|| number.to_string(), |record| record.printed())
}
