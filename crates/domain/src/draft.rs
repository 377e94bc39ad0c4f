//! A draft: named steps on a published revision, with undo.

mod content;
mod name;
mod repair;
mod trail;

use serde::{Deserialize, Serialize};

use crate::ids::DraftId;
use crate::intent::Intent;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

use content::Switch;
pub use content::{Content, Parked, Settling};
pub use name::{DraftNameError, MAX_NAME, checked_name, cut_name};
pub use repair::repair;
pub use trail::Trail;

/// Work in progress on top of a published revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Identifies the draft.
    pub id: DraftId,
    /// The admin's name for it.
    pub name: String,
    /// What it is for, in the admin's words.
    #[serde(default)]
    pub note: String,
    /// The published revision on which its changes were last looked at.
    pub base: u64,
    /// The one it was begun on.
    #[serde(default)]
    begun: u64,
    done: Vec<Intent>,
    undone: Vec<Intent>,
    #[serde(default)]
    parked: Vec<Parked>,
    /// The contents that were put in the place of others, to be taken back; the last is the next.
    #[serde(default)]
    settled: Vec<Switch>,
    /// Those taken back, to be put in their place again.
    #[serde(default)]
    unsettled: Vec<Switch>,
}

/// One line of a draft's log. The log is only ever appended to; folding it gives the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Something was done; what was undone before can no longer be redone.
    Do {
        /// What.
        intent: Box<Intent>,
    },
    /// All of the draft was put in order: conflicts settled, changes set aside or taken back.
    Settle {
        /// What was done.
        what: Settling,
        /// What the draft is from then on.
        content: Box<Content>,
    },
    /// The last thing was undone.
    Undo,
    /// The last undone thing was done again.
    Redo,
    /// It was published; nothing follows.
    Close,
}

/// A draft carried out on a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed {
    /// The head with everything that could be applied.
    pub workspace: Workspace,
    /// The same without the last change, which undo would leave.
    pub before: Workspace,
    /// What could not: its place in the draft, and why.
    pub refused: Vec<(usize, Refusal)>,
}

impl Draft {
    /// An empty draft.
    pub fn new(id: DraftId, name: &str, base: u64) -> Self {
        Self {
            id,
            name: name.to_owned(),
            note: String::new(),
            base,
            begun: base,
            done: Vec::new(),
            undone: Vec::new(),
            parked: Vec::new(),
            settled: Vec::new(),
            unsettled: Vec::new(),
        }
    }

    /// The same with other changes, and nothing to redo; how it came to its base is forgotten.
    #[must_use]
    pub fn with_intents(self, intents: Vec<Intent>) -> Self {
        Self {
            begun: self.base,
            done: intents,
            undone: Vec::new(),
            settled: Vec::new(),
            unsettled: Vec::new(),
            ..self
        }
    }

    /// What the draft does, oldest first.
    pub fn intents(&self) -> &[Intent] {
        &self.done
    }

    /// What was undone and can be redone; the last is the next.
    pub fn undone(&self) -> &[Intent] {
        &self.undone
    }

    /// The change that undo takes back; none when it would take back a settling.
    pub fn last_done(&self) -> Option<&Intent> {
        self.done.last().filter(|_| self.last_settled().is_none())
    }

    /// The change that redo does again; none when it would settle again.
    pub fn last_undone(&self) -> Option<&Intent> {
        self.undone.last().filter(|_| self.last_unsettled().is_none())
    }

    /// Takes one line of the log into account; a step that finds nothing to undo or redo changes nothing.
    pub fn take(&mut self, step: Step) {
        match step {
            Step::Do { intent } => {
                self.done.push(*intent);
                self.undone.clear();
                self.unsettled.clear();
            }
            Step::Settle { what, content } => self.settle(what, *content),
            Step::Undo if self.last_settled().is_some() => self.unsettle(),
            Step::Undo => self.undone.extend(self.done.pop()),
            Step::Redo if self.last_unsettled().is_some() => self.settle_again(),
            Step::Redo => self.done.extend(self.undone.pop()),
            Step::Close => {}
        }
    }

    /// Never fails: what cannot be applied is set aside with its reason, and the rest goes on.
    pub fn replay(&self, head: &Workspace) -> Replayed {
        Trail::new(head.clone()).go_to(&self.done)
    }

    /// What each change does, in words, oldest first: by the names of the moment at which it is carried out.
    pub fn describe(&self, head: &Workspace) -> Vec<String> {
        describe(&self.done, head)
    }
}

/// What each change does, in words, oldest first: by the names of the moment at which it is carried out.
pub fn describe(intents: &[Intent], head: &Workspace) -> Vec<String> {
    let mut workspace = head.clone();
    let line = |intent: &Intent| {
        let line = intent.describe(&workspace);
        // What is refused changes no name.
        let _ = workspace.reapply(intent);
        line
    };
    intents.iter().map(line).collect()
}

/// What each part of a bulk change does, in words; nothing where the change is none.
pub fn describe_parts(intents: &[Intent], place: usize, head: &Workspace) -> Vec<String> {
    let until = intents.get(..=place).and_then(<[Intent]>::split_last);
    let Some((intent, earlier)) = until.filter(|(intent, _)| !intent.parts().is_empty()) else {
        return Vec::new();
    };
    let mut workspace = head.clone();
    for intent in earlier {
        // What is refused changes no name.
        let _ = workspace.reapply(intent);
    }
    describe(intent.parts(), &workspace)
}

/// What repairs a change of a draft that is refused at its place; see [`repair`].
pub fn repair_at(intents: &[Intent], place: usize, head: &Workspace) -> Option<Intent> {
    let (intent, earlier) = intents.get(..=place)?.split_last()?;
    let mut workspace = head.clone();
    for intent in earlier {
        // What is refused stays out, as when the draft is replayed.
        let _ = workspace.apply(intent);
    }
    repair(intent, &workspace)
}
