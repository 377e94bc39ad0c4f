//! What stands in a field of each sort of record.

use std::sync::Arc;

use super::Value;
use crate::conflict::field::{NumberField, QueueField, Setting, TeamField, UserField};
use crate::ids::QueueId;
use crate::number::{NumberRole, Owner, SmsNumber};
use crate::people::{Team, User};
use crate::phone::PhoneNumber;
use crate::queue::SmsQueue;
use crate::schedule::Holiday;
use crate::workspace::Workspace;

fn text(text: Option<&impl ToString>) -> Value {
    Value::Text(text.map(ToString::to_string))
}

pub(super) fn written(text: &str) -> Value {
    Value::Text((!text.is_empty()).then(|| text.to_owned()))
}

impl Setting {
    pub(super) fn value(self, workspace: &Workspace) -> Value {
        let settings = workspace.settings();
        match self {
            Self::SmsChat => Value::Flag(settings.sms_chat),
            Self::OutboundSms => Value::Flag(settings.outbound_sms),
            Self::Timeouts => Value::Timeouts(settings.timeouts),
            Self::Dismissal => Value::Minutes(settings.dismissal_min),
            Self::DismissedResponse => written(settings.dismissed_response()),
            Self::SupportContact => text(
                settings
                    .support_contact
                    .as_ref()
                    .map(|text| text.as_str().to_owned())
                    .as_ref(),
            ),
            Self::MenuWords => Value::MenuWords(settings.words.clone()),
            Self::Deflection => Value::Deflection(settings.deflection.clone()),
            Self::ReplyLimit => Value::Minutes(Some(settings.reply_limit_min)),
            Self::Thresholds => Value::Thresholds(settings.thresholds),
            Self::Hours => Value::Schedule(settings.hours.clone()),
        }
    }
}

impl NumberField {
    pub(super) fn value(self, number: &Arc<SmsNumber>) -> Value {
        match self {
            Self::Whole => Value::WholeNumber(number.clone()),
            Self::Label => text(Some(&number.label)),
            Self::Use => Value::Use(match &number.role {
                NumberRole::Normal {
                    inbound, outbound, ..
                } => NumberRole::Normal {
                    verified: true,
                    inbound: *inbound,
                    outbound: outbound.clone(),
                },
                direct @ NumberRole::Direct { .. } => direct.clone(),
            }),
            Self::Verified => Value::Flag(number.is_verified()),
            Self::Owner => Value::Owner(number.owner()),
            Self::Slot => Value::Slot(number.slot),
            Self::Inbound => Value::Queue(match &number.role {
                NumberRole::Normal { inbound, .. } => *inbound,
                NumberRole::Direct { .. } => None,
            }),
            Self::Outbound(target) => Value::Flag(match &number.role {
                NumberRole::Normal { outbound, .. } => outbound.contains(&target),
                NumberRole::Direct { .. } => false,
            }),
        }
    }
}

impl UserField {
    pub(super) fn value(&self, workspace: &Workspace, user: &Arc<User>) -> Value {
        match self {
            Self::Whole => Value::WholeUser {
                user: user.clone(),
                numbers: workspace.owned_by(Owner::Agent(user.id)).collect(),
                sends_from: workspace
                    .outbound_of(Owner::Agent(user.id))
                    .map(|number| number.number)
                    .collect(),
                queues: workspace.queues_of_agent(user.id).map(|queue| queue.id).collect(),
            },
            Self::Email => written(&user.email),
            Self::FirstName => written(&user.first_name),
            Self::LastName => written(&user.last_name),
            Self::Alias => written(&user.alias),
            Self::AgentNumber => written(&user.agent_number),
            Self::Location => written(&user.location),
            Self::Concurrency => text(user.chat_concurrency.as_ref()),
            // Earlier versions kept an empty text where there is none now.
            Self::Extra(header) => written(user.extra.get(header).map_or("", String::as_str)),
            Self::Roles => Value::Roles(user.roles.clone()),
            Self::Teams => Value::Teams(user.teams.clone()),
            Self::Active => Value::Flag(user.active),
            Self::Deflection => Value::Deflection(user.deflection.clone()),
            Self::Permission => Value::Flag(user.may_configure_own),
            Self::OwnDeflection => Value::Deflection(user.own_deflection.clone()),
            Self::Writer => Value::Writer(user.last_writer),
        }
    }
}

impl TeamField {
    pub(super) fn value(self, workspace: &Workspace, team: &Arc<Team>) -> Value {
        match self {
            Self::Whole => Value::WholeTeam {
                team: team.clone(),
                members: workspace.members(team.id).map(|user| user.id).collect(),
                inside: workspace.sub_teams(team.id).map(|team| team.id).collect(),
                queues: workspace.queues_of_team(team.id).map(|queue| queue.id).collect(),
            },
            Self::Name => written(&team.name),
            Self::Parent => Value::Team(team.parent),
            Self::Deflection => Value::Deflection(team.deflection.clone()),
        }
    }
}

impl QueueField {
    pub(super) fn value(self, workspace: &Workspace, queue: &Arc<SmsQueue>) -> Value {
        match self {
            Self::Whole => queues(workspace, &workspace.queue_with_those_under(queue.id)),
            Self::Name => written(&queue.name),
            Self::Place => Value::Place {
                parent: queue.parent,
                position: queue.position,
                after: before(workspace, queue),
            },
            Self::Hidden => Value::Flag(queue.hidden),
            Self::Keywords => Value::Keywords(queue.keywords.clone()),
            Self::Language => written(&queue.language),
            Self::Greeting => text(
                queue
                    .greeting
                    .as_ref()
                    .map(|text| text.as_str().to_owned())
                    .as_ref(),
            ),
            Self::Timeouts => Value::Timeouts(queue.timeouts),
            Self::Members => Value::Members {
                agents: queue.agents.clone(),
                teams: queue.teams.clone(),
            },
            Self::Hours => Value::Hours(queue.hours),
            Self::AfterHour => Value::AfterHour(queue.after_hour.clone()),
        }
    }
}

/// The queue right before one, among those beside it.
fn before(workspace: &Workspace, queue: &SmsQueue) -> Option<QueueId> {
    let beside = workspace.queues_under(queue.parent).into_iter();
    let before = beside.take_while(|other| other.id != queue.id);
    before.last().map(|other| other.id)
}

/// Queues with their numbers. The place of each among those beside it is left out: it moves whenever one of those does.
pub(super) fn queues(workspace: &Workspace, ids: &[QueueId]) -> Value {
    let found = ids.iter().filter_map(|id| workspace.queue(*id));
    let queues = found
        .map(|queue| SmsQueue {
            position: 0,
            ..SmsQueue::clone(queue)
        })
        .collect();
    let owned = ids.iter().flat_map(|id| workspace.owned_by(Owner::Queue(*id)));
    let inbound = ids.iter().flat_map(|id| workspace.inbound_of(*id));
    let outbound = ids.iter().flat_map(|id| workspace.outbound_of(Owner::Queue(*id)));
    let links = inbound.chain(outbound).map(|number| number.number);
    Value::WholeQueues {
        queues,
        numbers: sorted(owned),
        links: sorted(links),
    }
}

fn sorted(numbers: impl Iterator<Item = PhoneNumber>) -> Vec<PhoneNumber> {
    let mut numbers: Vec<PhoneNumber> = numbers.collect();
    numbers.sort_unstable();
    numbers
}

pub(super) fn observed(workspace: &Workspace, holiday: &Arc<Holiday>) -> Value {
    Value::WholeHoliday {
        holiday: holiday.clone(),
        observers: workspace.observed_by(holiday.id).collect(),
    }
}
