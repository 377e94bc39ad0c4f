//! Findings in words, and where they are mended.

use domain::Workspace;
use domain::deflection::Level;
use domain::ids::{QueueId, UserId};
use domain::impact::{FindingKind as Kind, TextOf};
use domain::number::Owner;
use engine::FindingSort;

use crate::paths::{Page, query};

/// What sort it is.
pub(super) fn title(sort: FindingSort) -> &'static str {
    match sort {
        FindingSort::NoOwner => "No owner",
        FindingSort::AgentMissing => "Inactive owner",
        FindingSort::QueueWithoutAgents => "Queue without agents",
        FindingSort::NeverOpen => "No open minute",
        FindingSort::PromiseBroken => "Text promises other hours",
        FindingSort::SilentQueue => "Closed without a word",
        FindingSort::IdleOverride => "Setting without effect",
        FindingSort::UnusedTeamSetting => "Team setting reaches nobody",
        FindingSort::NoPersonalQueue => "No personal queue",
        FindingSort::LongText => "Text of several segments",
    }
}

/// What is the matter.
pub(super) fn sentence(workspace: &Workspace, kind: &Kind) -> String {
    let printed = |number| {
        workspace
            .number(number)
            .map_or_else(|| number.to_string(), |record| record.printed())
    };
    match *kind {
        Kind::NoOwner { number } => format!("{} is direct, and nobody answers it.", printed(number)),
        Kind::AgentMissing { number, user } => format!(
            "{} belongs to {}, who is inactive or no agent.",
            printed(number),
            name(workspace, user)
        ),
        Kind::QueueWithoutAgents { number, queue } => format!(
            "{} belongs to queue {}, which reaches no agent.",
            printed(number),
            queue_name(workspace, queue)
        ),
        Kind::NeverOpen { number } => format!(
            "{} is closed at every minute of the coming year.",
            printed(number)
        ),
        Kind::PromiseBroken { text } => format!(
            "{} promises hours that the schedule does not have.",
            text_of(workspace, text)
        ),
        Kind::SilentQueue { queue } => format!(
            "Queue {} closes, and sends nothing while it is closed.",
            queue_name(workspace, queue)
        ),
        Kind::IdleOverride { level } => format!(
            "{}: without this setting every minute and every text would be the same.",
            level.name(workspace)
        ),
        Kind::UnusedTeamSetting { team } => format!(
            "{} has a setting that no agent follows.",
            Level::Team(team).name(workspace)
        ),
        Kind::NoPersonalQueue { user } => format!(
            "{} has direct numbers, and no queue of their own for chats to wait in.",
            name(workspace, user)
        ),
        Kind::LongText {
            text,
            segments,
            forced_by,
        } => {
            let because =
                forced_by.map(|letter| format!(": “{letter}” leaves room for 70 characters instead of 160"));
            format!(
                "{} is sent as {segments} segments{}.",
                text_of(workspace, text),
                because.unwrap_or_default()
            )
        }
    }
}

fn text_of(workspace: &Workspace, text: TextOf) -> String {
    match text {
        TextOf::Deflection(level) => format!("The text of {}", level.name(workspace)),
        TextOf::Queue(queue) => format!("The after-hour message of queue {}", queue_name(workspace, queue)),
        TextOf::Holiday(holiday) => {
            let holiday = workspace.holidays().holiday(holiday);
            format!(
                "The text of holiday {}",
                holiday.map_or("(deleted)", |holiday| holiday.name.as_str())
            )
        }
    }
}

fn name(workspace: &Workspace, user: UserId) -> String {
    workspace
        .user(user)
        .map_or_else(|| "a deleted user".to_owned(), |user| user.name())
}

fn queue_name(workspace: &Workspace, queue: QueueId) -> String {
    workspace
        .queue(queue)
        .map_or_else(|| "(deleted)".to_owned(), |queue| queue.name.clone())
}

/// Where it is mended: what the link says, and where it leads. None where one press mends it on the spot.
pub(super) fn place(workspace: &Workspace, kind: &Kind) -> Option<(&'static str, String)> {
    let user = |user: UserId| Page::Users.with(&[(query::EDIT, &user.to_string())]);
    let queue = |queue: QueueId| Page::Queue.with(&[(query::EDIT, &queue.to_string())]);
    let of_level = |level| match level {
        Level::Global => Page::GlobalSettings.path().to_owned(),
        Level::Team(team) => Page::Teams.with(&[(query::EDIT, &team.to_string())]),
        Level::User(id) | Level::Agent(id) => user(id),
    };
    Some(match *kind {
        Kind::NoOwner { number } => (
            "See the number",
            Page::Numbers.with(&[(query::SEARCH, &number.to_string())]),
        ),
        Kind::AgentMissing { user: id, .. } => ("Edit the user", user(id)),
        Kind::QueueWithoutAgents { queue: id, .. } | Kind::SilentQueue { queue: id } => {
            ("Edit the queue", queue(id))
        }
        Kind::NeverOpen { number } => match workspace.number(number).and_then(|record| record.owner()) {
            Some(Owner::Agent(id)) => ("Edit the hours", user(id)),
            Some(Owner::Queue(id)) => ("Edit the hours", queue(id)),
            None => (
                "See the number",
                Page::Numbers.with(&[(query::SEARCH, &number.to_string())]),
            ),
        },
        Kind::PromiseBroken { text } | Kind::LongText { text, .. } => match text {
            TextOf::Deflection(level) => ("Edit the text", of_level(level)),
            TextOf::Queue(id) => ("Edit the text", queue(id)),
            TextOf::Holiday(_) => ("See the holidays", Page::SupportCenter.path().to_owned()),
        },
        Kind::IdleOverride { level } => ("See the setting", of_level(level)),
        Kind::UnusedTeamSetting { team } => ("See the setting", of_level(Level::Team(team))),
        Kind::NoPersonalQueue { .. } => return None,
    })
}
