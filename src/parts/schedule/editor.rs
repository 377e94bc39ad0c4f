//! The editor as it stands, shared by its lines.

use domain::schedule::Schedule;
use leptos::prelude::*;

use super::inputs::ScheduleInputs;
use super::rows::{End, Fault, Row};

/// Handles into the editor.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    pub(super) inputs: RwSignal<ScheduleInputs>,
    /// The hours to compare with; none when they follow another clock, or there are none.
    pub(super) comparable: Memo<Option<Schedule>>,
    /// The time being written; its fault waits until the field is left.
    pub(super) editing: RwSignal<Option<(u32, End)>>,
    /// The opening whose first field takes the focus as it appears.
    pub(super) focus: RwSignal<Option<u32>>,
    pub(super) faults: Memo<Vec<Fault>>,
    pub(super) id: StoredValue<String>,
}

impl Editor {
    /// The faults of a line that can be told by now.
    pub(super) fn shown_faults(self, row: Row) -> Vec<Fault> {
        let editing = self.editing.get().map(|(key, _)| key);
        let faults = self.faults.read();
        faults
            .iter()
            .filter(|fault| fault.row == row && (editing.is_none() || fault.key != editing))
            .cloned()
            .collect()
    }

    /// Whether a time has a fault that can be told.
    pub(super) fn is_wrong(self, row: Row, key: u32, end: End) -> bool {
        let at = |fault: &Fault| {
            fault.key.is_none_or(|other| other == key) && fault.end.is_none_or(|other| other == end)
        };
        self.shown_faults(row).iter().any(at)
    }

    /// The id of a line's sentences.
    pub(super) fn error_id(self, row: Row) -> String {
        format!("{}-{}", self.id.get_value(), row.place())
    }
}
