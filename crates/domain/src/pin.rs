//! Pinned scenarios: texts with the outcome they are expected to have, checked on every draft.

use serde::{Deserialize, Serialize};

use crate::ids::PinId;
use crate::routing::Outcome;
use crate::scenario::Scenario;
use crate::workspace::Workspace;

/// A text that is to fare the same whatever is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Identifies the pin.
    pub id: PinId,
    /// Not empty.
    pub name: String,
    /// The text, and what is so when it arrives.
    pub scenario: Scenario,
    /// What is to become of it.
    pub expected: Outcome,
}

impl Pin {
    /// What becomes of it instead; none while it is as expected.
    pub fn broken(&self, workspace: &Workspace) -> Option<Outcome> {
        let actual = self.scenario.route(workspace).outcome;
        (actual != self.expected).then_some(actual)
    }
}
