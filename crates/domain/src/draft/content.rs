//! All of a draft put in the place of what it was: how conflicts are settled and changes are set aside, to be undone in
//! one step like everything else.

use serde::{Deserialize, Serialize};

use super::Draft;
use crate::intent::Intent;

/// What a draft is: the revision it stands on, what it does, and what is set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The published revision on which its changes were last looked at.
    pub base: u64,
    /// What it does, oldest first.
    pub intents: Vec<Intent>,
    /// What is set aside.
    #[serde(default)]
    pub parked: Vec<Parked>,
}

/// A change that is set aside until somebody restores or deletes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parked {
    /// The change.
    pub intent: Intent,
    /// Why it was set aside.
    pub reason: String,
    /// The published revision on which it was last looked at, where that is known: restored, it has yet to meet what was
    /// published since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<u64>,
}

impl Content {
    /// Takes a change that was set aside into the draft again, behind the others; false when there is none at this place.
    /// The draft goes back to the revision on which it was set aside: it has yet to meet what was published since (R102).
    pub fn restore(&mut self, place: usize) -> bool {
        if place >= self.parked.len() {
            return false;
        }
        let restored = self.parked.remove(place);
        self.base = restored.base.map_or(self.base, |base| base.min(self.base));
        self.intents.push(restored.intent);
        true
    }

    /// Sets a change aside, with the reason; changes nothing where there is none at the place.
    pub fn park(&mut self, place: usize, reason: &str) {
        if let Some(intent) = self.remove(place) {
            self.parked.push(Parked {
                intent,
                reason: reason.to_owned(),
                base: Some(self.base),
            });
        }
    }

    /// Takes a change out, and hands it over where there was one.
    pub fn remove(&mut self, place: usize) -> Option<Intent> {
        (place < self.intents.len()).then(|| self.intents.remove(place))
    }

    /// Puts a change right before another one.
    pub fn put_before(&mut self, place: usize, first: Intent) {
        self.intents.insert(place.min(self.intents.len()), first);
    }
}

/// What was done to a draft as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settling {
    /// So many conflicts were settled.
    Settled(usize),
    /// It was looked at on a newer revision.
    Reviewed,
    /// A change was set aside.
    Parked,
    /// A change that was set aside came back.
    Restored,
    /// A change that was set aside is gone.
    Deleted,
    /// A change was taken out.
    Removed,
    /// Something was put before a change, so that it can be made.
    Repaired,
    /// The draft came so from elsewhere. There is nothing before it, so this is not undone.
    Brought,
}

impl Settling {
    /// What it was, for undo: `settle 2 conflicts`.
    pub fn words(self) -> String {
        match self {
            Self::Settled(1) => "settle 1 conflict".to_owned(),
            Self::Settled(count) => format!("settle {count} conflicts"),
            Self::Reviewed => "review on the newer revision".to_owned(),
            Self::Parked => "park a change".to_owned(),
            Self::Restored => "restore a parked change".to_owned(),
            Self::Deleted => "delete a parked change".to_owned(),
            Self::Removed => "remove a change".to_owned(),
            Self::Repaired => "repair a change".to_owned(),
            Self::Brought => "bring the draft here".to_owned(),
        }
    }
}

/// A content in the place of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Switch {
    what: Settling,
    /// The content that is not there now: the one before while it is done, the one after while it is undone.
    other: Content,
    /// How many changes are done right after it, or undone right before it is done again: that is when it is its turn.
    turn: usize,
}

impl Draft {
    /// The revision it was begun on, whatever was settled since.
    pub fn begun(&self) -> u64 {
        self.begun
    }

    /// What is set aside, oldest first.
    pub fn parked(&self) -> &[Parked] {
        &self.parked
    }

    /// Whether nothing was ever done in it, so that it may as well begin on another revision.
    pub fn is_untouched(&self) -> bool {
        !self.can_undo() && !self.can_redo() && self.parked.is_empty()
    }

    /// The same on another revision, when nothing was done in it yet.
    pub fn begin_on(&mut self, base: u64) {
        self.base = base;
        self.begun = base;
    }

    /// What the draft is now.
    pub fn content(&self) -> Content {
        Content {
            base: self.base,
            intents: self.done.clone(),
            parked: self.parked.clone(),
        }
    }

    /// The settling that undo takes back, if that is what it takes back.
    pub fn last_settled(&self) -> Option<Settling> {
        let last = self.settled.last()?;
        (last.turn == self.done.len()).then_some(last.what)
    }

    /// What was settled and stands, oldest first.
    pub fn settlings(&self) -> impl Iterator<Item = Settling> {
        self.settled.iter().map(|switch| switch.what)
    }

    /// So many changes the draft had right after the last settling that stands: those are not undone one by one. None
    /// where nothing was settled.
    pub fn settled_at(&self) -> usize {
        self.settled.last().map_or(0, |last| last.turn)
    }

    /// The settling that is redone next but for the changes in front of it, and how many of the undone changes stay
    /// undone until then.
    pub fn next_settling(&self) -> Option<(Settling, usize)> {
        self.unsettled.last().map(|next| (next.what, next.turn))
    }

    /// The settling that redo does again, if that is what it does again.
    pub fn last_unsettled(&self) -> Option<Settling> {
        let last = self.unsettled.last()?;
        (last.turn == self.undone.len()).then_some(last.what)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty() || self.last_settled().is_some()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty() || self.last_unsettled().is_some()
    }

    pub(super) fn settle(&mut self, what: Settling, content: Content) {
        let before = self.replace(content);
        self.undone.clear();
        self.unsettled.clear();
        if what == Settling::Brought {
            return;
        }
        self.settled.push(Switch {
            what,
            other: before,
            turn: self.done.len(),
        });
    }

    pub(super) fn unsettle(&mut self) {
        if let Some(last) = self.settled.pop() {
            let after = self.replace(last.other);
            self.unsettled.push(Switch {
                what: last.what,
                other: after,
                turn: self.undone.len(),
            });
        }
    }

    pub(super) fn settle_again(&mut self) {
        if let Some(last) = self.unsettled.pop() {
            let before = self.replace(last.other);
            self.settled.push(Switch {
                what: last.what,
                other: before,
                turn: self.done.len(),
            });
        }
    }

    /// Hands back what was there.
    fn replace(&mut self, content: Content) -> Content {
        Content {
            base: std::mem::replace(&mut self.base, content.base),
            intents: std::mem::replace(&mut self.done, content.intents),
            parked: std::mem::replace(&mut self.parked, content.parked),
        }
    }
}
