//! The agent of the forms' tests, in a company of her own.

use std::collections::BTreeSet;

use domain::ids::UserId;
use domain::people::Role;
use domain::{Intent, Workspace, Zone};

/// Her id.
pub(super) fn id() -> UserId {
    "00000000-0000-0000-0000-000000000001".parse().unwrap()
}

/// A company with Ana Ruiz in it, an agent without a team.
pub(super) fn company() -> (Workspace, UserId) {
    let user = id();
    let mut workspace = Workspace::empty("Test", Zone::UTC);
    let add = Intent::AddUser {
        user,
        email: "ana@example.com".into(),
        first_name: "Ana".into(),
        last_name: "Ruiz".into(),
        roles: BTreeSet::from([Role::Agent]),
        teams: BTreeSet::new(),
    };
    workspace.apply(&add).unwrap();
    (workspace, user)
}
