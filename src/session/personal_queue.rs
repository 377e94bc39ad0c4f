//! The queue where one agent's direct chats wait (R71).

use std::collections::BTreeSet;

use domain::ids::{QueueId, UserId};
use domain::{Applied, Intent, Refusal};
use leptos::prelude::*;

use super::{Session, new_id};

impl Session {
    /// Makes a queue for an agent alone, in the draft.
    ///
    /// # Errors
    /// The refusal; nothing has changed then.
    pub fn create_personal_queue(self, agent: UserId) -> Result<Applied, Refusal> {
        let user = self
            .workspace
            .with_untracked(|workspace| workspace.user(agent).cloned());
        let agent_name = user.map(|user| user.name()).unwrap_or_default();
        self.dispatch(Intent::Bulk {
            title: format!("create the personal queue of {agent_name}"),
            changes: intents(agent, &agent_name, new_id()).into(),
        })
    }
}

/// What makes a queue for this agent alone.
pub fn intents(agent: UserId, agent_name: &str, queue: QueueId) -> Vec<Intent> {
    vec![
        Intent::AddQueue {
            queue,
            name: name(agent_name),
            parent: None,
            position: None,
        },
        Intent::SetQueueMembers {
            queue,
            agents: BTreeSet::from([agent]),
            teams: BTreeSet::new(),
        },
    ]
}

/// What it is called.
pub fn name(agent_name: &str) -> String {
    format!("{agent_name}'s chats")
}

#[cfg(test)]
mod tests {
    use domain::people::Role;
    use domain::{Workspace, Zone};

    use super::*;

    #[test]
    fn r71_it_is_the_agents_personal_queue() {
        let user: UserId = "00000000-0000-0000-0000-000000000001".parse().unwrap();
        let queue: QueueId = "00000000-0000-0000-0000-000000000002".parse().unwrap();
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
        assert!(!workspace.has_personal_queue(user));
        for intent in intents(user, "Ana Ruiz", queue) {
            workspace.apply(&intent).unwrap();
        }
        assert_eq!(workspace.personal_queue(user).unwrap().name, "Ana Ruiz's chats");
    }
}
