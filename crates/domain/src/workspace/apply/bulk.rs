//! Several changes that stand or fall together.

use crate::applied::Applied;
use crate::intent::Intent;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

impl Workspace {
    /// Judged by the state after all of them: a change that does not fit yet waits for the others, so that two agents
    /// can swap their numbers in whatever order the changes come. What fits in no order is refused, and nothing is
    /// done.
    pub(super) fn carry_out_all(
        &mut self,
        changes: &[Intent],
        each: fn(&mut Self, &Intent) -> Result<Applied, Refusal>,
    ) -> Result<Applied, Refusal> {
        let mut next = self.clone();
        let mut whole = Applied::default();
        let mut waiting: Vec<&Intent> = changes.iter().collect();
        while !waiting.is_empty() {
            let mut refused = Vec::new();
            let mut first = None;
            for &change in &waiting {
                match each(&mut next, change) {
                    Ok(applied) => {
                        whole.cascades.extend(applied.cascades);
                        whole.warnings.extend(applied.warnings);
                    }
                    Err(refusal) => {
                        refused.push(change);
                        first.get_or_insert(refusal);
                    }
                }
            }
            if let Some(refusal) = first.filter(|_| refused.len() == waiting.len()) {
                return Err(refusal);
            }
            waiting = refused;
        }
        *self = next;
        Ok(whole)
    }
}
