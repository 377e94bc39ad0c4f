//! The tree of SMS queues.

use std::collections::BTreeSet;

use domain::ids::QueueId;
use domain::queue::SmsQueue;
use domain::{Intent, Workspace};

use super::want::Want;

/// Every queue that is not as it is to be, its place apart.
pub(super) fn content(now: &Workspace, want: &Want) -> Vec<Intent> {
    let mut intents = Vec::new();
    for (&queue, wanted) in &want.queues {
        let Some(wanted) = wanted else { continue };
        let fresh = SmsQueue::new(queue, &wanted.name, wanted.parent, wanted.position);
        let known = now.queue(queue).map(AsRef::as_ref);
        if known.is_none() {
            intents.push(Intent::AddQueue {
                queue,
                name: wanted.name.clone(),
                parent: wanted.parent,
                position: Some(wanted.position),
            });
        }
        change(known.unwrap_or(&fresh), wanted, &mut intents);
    }
    intents
}

fn change(known: &SmsQueue, wanted: &SmsQueue, intents: &mut Vec<Intent>) {
    let queue = wanted.id;
    let wanted_now = wanted.clone();
    if known.parent != wanted.parent {
        intents.push(Intent::MoveQueue {
            queue,
            parent: wanted.parent,
            position: Some(wanted.position),
            after: None,
        });
    }
    if known.name != wanted.name {
        let name = wanted_now.name;
        intents.push(Intent::RenameQueue { queue, name });
    }
    if known.language != wanted.language {
        let language = wanted_now.language;
        intents.push(Intent::SetQueueLanguage { queue, language });
    }
    if known.keywords != wanted.keywords {
        let keywords = wanted_now.keywords;
        intents.push(Intent::SetQueueKeywords { queue, keywords });
    }
    if known.hidden != wanted.hidden {
        let hidden = wanted.hidden;
        intents.push(Intent::SetQueueHidden { queue, hidden });
    }
    if known.greeting != wanted.greeting {
        let greeting = wanted_now.greeting;
        intents.push(Intent::SetGreeting { queue, greeting });
    }
    if known.after_hour != wanted.after_hour {
        let after_hour = wanted_now.after_hour;
        intents.push(Intent::SetAfterHour { queue, after_hour });
    }
    if known.timeouts != wanted.timeouts {
        let timeouts = wanted.timeouts;
        intents.push(Intent::SetQueueTimeouts { queue, timeouts });
    }
    if known.hours != wanted.hours {
        let hours = wanted.hours;
        intents.push(Intent::SetQueueHours { queue, hours });
    }
    if (&known.agents, &known.teams) != (&wanted.agents, &wanted.teams) {
        intents.push(Intent::SetQueueMembers {
            queue,
            agents: wanted_now.agents,
            teams: wanted_now.teams,
        });
    }
}

/// Queues that are to go, once nothing lies under them.
pub(super) fn gone(now: &Workspace, want: &Want) -> Vec<Intent> {
    let gone = want
        .queues
        .iter()
        .filter(|(id, wanted)| wanted.is_none() && now.queue(**id).is_some() && now.is_leaf(**id));
    gone.map(|(&queue, _)| Intent::RemoveQueue { queue }).collect()
}

/// The first queue, by place, that stands at another place than it is to, those that were moved left out.
pub(super) fn next_move(
    now: &Workspace,
    want: &Want,
    moved: &BTreeSet<QueueId>,
) -> Option<(QueueId, Intent)> {
    let misplaced = want.misplaced.difference(moved).filter_map(|&id| {
        let (known, wanted) = (now.queue(id)?, want.queues.get(&id)?.as_ref()?);
        // There may be fewer of them than there were.
        let last = now.queues_under(known.parent).len().saturating_sub(1);
        let position = wanted.position.min(u32::try_from(last).unwrap_or(u32::MAX));
        let is_near = known.parent == wanted.parent && known.position != position;
        is_near.then_some((wanted.parent, position, id))
    });
    let (parent, position, queue) = misplaced.min()?;
    Some((queue, now.moving(queue, parent, Some(position))))
}
