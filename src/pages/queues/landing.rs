//! Where a queue that is drawn along the tree would go: before, after or under another one (S2).

use domain::ids::QueueId;
use domain::{Intent, Refusal, Workspace};

use super::{Row, queue_name};
use crate::words;

/// A place in the tree, by a queue that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Landing {
    Before(QueueId),
    After(QueueId),
    Under(QueueId),
}

/// Which part of a line of the list the pointer is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Top,
    Middle,
    Bottom,
}

/// What would become of it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is there already, or would go into itself.
    Stays,
    /// It cannot go there.
    Refused(Refusal),
    /// This puts it there.
    Moves(Intent),
}

impl Landing {
    /// What the pointer means over a line, so many levels left of where the line begins; and how far in that place is.
    pub(super) fn over(rows: &[Row], line: usize, part: Part, left: u16) -> Option<(Self, u16)> {
        let row = rows.get(line)?;
        let below = rows.get(line + 1).copied();
        let depth = row.depth;
        Some(match (part, below) {
            (Part::Top, _) => (Self::Before(row.queue), depth),
            (Part::Middle, _) => (Self::Under(row.queue), depth),
            // Those under a queue begin right below it.
            (Part::Bottom, Some(below)) if below.depth > depth => (Self::Before(below.queue), below.depth),
            // Below the last of those under a queue, left means after that queue.
            (Part::Bottom, below) => {
                let least = below.map_or(0, |below| below.depth);
                let depth = depth.saturating_sub(left).max(least);
                let mut above = rows.get(..=line)?.iter().rev();
                (Self::After(above.find(|row| row.depth == depth)?.queue), depth)
            }
        })
    }

    /// The queue that tells the place.
    pub(super) fn by(self) -> QueueId {
        match self {
            Self::Before(queue) | Self::After(queue) | Self::Under(queue) => queue,
        }
    }

    /// Under which queue, and how many come before it there; none where it is the last.
    pub(super) fn place(self, workspace: &Workspace, moved: QueueId) -> (Option<QueueId>, Option<u32>) {
        let parent = match self {
            Self::Under(above) => return (Some(above), None),
            Self::Before(by) | Self::After(by) => workspace.queue(by).and_then(|queue| queue.parent),
        };
        let mut others = order(workspace, parent);
        others.retain(|other| *other != moved);
        let at = others.iter().position(|other| *other == self.by());
        let at = at.map(|at| at + usize::from(matches!(self, Self::After(_))));
        let at = at.filter(|at| *at < others.len());
        (parent, at.and_then(|at| u32::try_from(at).ok()))
    }

    /// What would become of a queue there: the engine is asked on a copy.
    pub(super) fn fate(self, workspace: &Workspace, moved: QueueId) -> Fate {
        let (parent, position) = self.place(workspace, moved);
        if parent == Some(moved) {
            return Fate::Stays;
        }
        let intent = workspace.moving(moved, parent, position);
        let mut copy = workspace.clone();
        if let Err(refusal) = copy.apply(&intent) {
            return Fate::Refused(refusal);
        }
        let is_same_parent = workspace.queue(moved).is_some_and(|queue| queue.parent == parent);
        if is_same_parent && order(workspace, parent) == order(&copy, parent) {
            return Fate::Stays;
        }
        Fate::Moves(intent)
    }

    /// `Before Billing, on the top level`.
    ///
    /// # Errors
    /// Why it cannot go there.
    pub(super) fn said(self, workspace: &Workspace, moved: QueueId) -> Result<String, String> {
        match self.fate(workspace, moved) {
            Fate::Stays => return Ok("Stays where it is".to_owned()),
            Fate::Refused(refusal) => return Err(words::sentence(&refusal.to_string())),
            Fate::Moves(_) => {}
        }
        let name = queue_name(workspace, self.by());
        let word = match self {
            Self::Under(_) => return Ok(format!("Under {name}")),
            Self::Before(_) => "Before",
            Self::After(_) => "After",
        };
        Ok(match self.place(workspace, moved).0 {
            Some(above) => format!("{word} {name}, under {}", queue_name(workspace, above)),
            None => format!("{word} {name}, on the top level"),
        })
    }
}

fn order(workspace: &Workspace, parent: Option<QueueId>) -> Vec<QueueId> {
    let queues = workspace.queues_under(parent).into_iter();
    queues.map(|queue| queue.id).collect()
}

#[cfg(test)]
mod tests;
