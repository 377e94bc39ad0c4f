//! D23: a queue that is closed and says so in a message of its own.

use super::levels::{changed, shorter_holiday};
use super::takers::{Taken, give};
use super::{Candidate, Question};
use crate::ids::{HoursId, QueueId};
use crate::intent::Intent;
use crate::number::Owner;
use crate::queue::{AfterHour, CustomHours};
use crate::schedule::State;
use crate::workspace::Workspace;

/// Other hours for the queue, its message off, or the number in other hands.
pub(super) fn queue_closed(question: &Question<'_>) -> Vec<Candidate> {
    let workspace = question.workspace;
    let Some(Owner::Queue(id)) = question.found.owner else {
        return Vec::new();
    };
    let Some(queue) = workspace.queue(id) else {
        return Vec::new();
    };
    let own_reach = workspace.numbers_of(Owner::Queue(id)).count();
    let custom = queue.hours.and_then(|hours| workspace.custom_hours(hours));
    let schedule = workspace.hours_of(queue);
    let (place, reach) = match custom {
        Some(hours) => (
            format!("Custom hours: {}", hours.name),
            workspace
                .queues_with_hours(hours.id)
                .map(|queue| numbers(workspace, queue.id))
                .sum(),
        ),
        None => (
            "General hours".to_owned(),
            workspace
                .queues()
                .filter(|queue| queue.hours.is_none())
                .map(|queue| numbers(workspace, queue.id))
                .sum(),
        ),
    };
    let written = |schedule| match custom {
        Some(hours) => Intent::EditHours {
            hours: CustomHours {
                schedule,
                ..CustomHours::clone(hours)
            },
        },
        None => Intent::SetHours { schedule },
    };
    let changed = changed(question, schedule).into_iter();
    let mut found: Vec<Candidate> = changed
        .map(|(schedule, change, opens_min)| Candidate {
            intent: written(schedule),
            change,
            place: Some(place.clone()),
            reach,
            opens_min,
        })
        .collect();
    found.extend(other_hours(workspace, id, queue.hours, own_reach));
    let message = workspace.after_hour_message(id).cloned();
    found.push(Candidate {
        intent: Intent::SetAfterHour {
            queue: id,
            after_hour: Some(AfterHour::Off { kept: message }),
        },
        change: "switch the after hour message off".to_owned(),
        place: Some(format!("Queue: {}", queue.name)),
        reach: own_reach,
        opens_min: 0,
    });
    if let Some(State::Holiday(holiday)) = question.found.schedule {
        found.extend(shorter_holiday(question, holiday, schedule));
    }
    found.extend(give(question, Taken::Owned));
    found
}

/// The hours of others, for this queue alone.
fn other_hours(workspace: &Workspace, queue: QueueId, now: Option<HoursId>, reach: usize) -> Vec<Candidate> {
    let place = workspace
        .queue(queue)
        .map(|queue| format!("Queue: {}", queue.name));
    let candidate = |hours: Option<HoursId>, change: String| Candidate {
        intent: Intent::SetQueueHours { queue, hours },
        change,
        place: place.clone(),
        reach,
        opens_min: 0,
    };
    let general = now.map(|_| candidate(None, "use the general hours".to_owned()));
    let custom = workspace.all_custom_hours().filter(|hours| Some(hours.id) != now);
    let custom =
        custom.map(|hours| candidate(Some(hours.id), format!("use the custom hours {}", hours.name)));
    general.into_iter().chain(custom).collect()
}

fn numbers(workspace: &Workspace, queue: QueueId) -> usize {
    workspace.owned_by(Owner::Queue(queue)).count()
}
