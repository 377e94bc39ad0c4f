//! The queue where one agent's direct chats wait (R71).

use std::collections::BTreeSet;

use domain::Intent;
use domain::ids::{QueueId, UserId};

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
    use super::*;
    use crate::forms::ana;

    #[test]
    fn r71_it_is_the_agents_personal_queue() {
        let (mut workspace, user) = ana::company();
        let queue: QueueId = "00000000-0000-0000-0000-000000000002".parse().unwrap();
        assert!(!workspace.has_personal_queue(user));
        for intent in intents(user, "Ana Ruiz", queue) {
            workspace.apply(&intent).unwrap();
        }
        assert_eq!(workspace.personal_queue(user).unwrap().name, "Ana Ruiz's chats");
    }
}
