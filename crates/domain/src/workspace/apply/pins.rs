//! Pinned scenarios.

use std::sync::Arc;

use crate::applied::Applied;
use crate::ids::PinId;
use crate::pin::Pin;
use crate::refusal::Refusal;
use crate::routing::Outcome;
use crate::workspace::Workspace;

/// What a pin is called in sentences.
const WHAT: &str = "pinned text";

impl Workspace {
    pub(super) fn add_pin(&mut self, pin: &Pin) -> Result<Applied, Refusal> {
        if self.pins.contains_key(&pin.id) {
            return Err(Refusal::Exists { what: WHAT });
        }
        let name = checked_name(&pin.name)?;
        self.pins.insert(pin.id, Arc::new(Pin { name, ..pin.clone() }));
        Ok(Applied::default())
    }

    pub(super) fn rename_pin(&mut self, id: PinId, name: &str) -> Result<Applied, Refusal> {
        let name = checked_name(name)?;
        self.edit_pin(id, |pin| pin.name = name)
    }

    pub(super) fn expect_outcome(&mut self, id: PinId, expected: Outcome) -> Result<Applied, Refusal> {
        self.edit_pin(id, |pin| pin.expected = expected)
    }

    pub(super) fn remove_pin(&mut self, id: PinId) -> Result<Applied, Refusal> {
        match self.pins.remove(&id) {
            Some(_) => Ok(Applied::default()),
            None => Err(Refusal::Gone { what: WHAT }),
        }
    }

    fn edit_pin(&mut self, id: PinId, edit: impl FnOnce(&mut Pin)) -> Result<Applied, Refusal> {
        let pin = self.pins.get_mut(&id).ok_or(Refusal::Gone { what: WHAT })?;
        edit(Arc::make_mut(pin));
        Ok(Applied::default())
    }
}

/// Without the blanks around it, and not empty.
pub(in crate::workspace) fn checked_name(name: &str) -> Result<String, Refusal> {
    match name.trim() {
        "" => Err(Refusal::NoName { what: WHAT }),
        name => Ok(name.to_owned()),
    }
}
