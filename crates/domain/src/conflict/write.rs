//! The intents that put a field back to what it was.

use super::field::{Field, NumberField, PinField, QueueField, Setting, TeamField, UserField};
use super::value::Value;
use crate::ids::{QueueId, TeamId, UserId};
use crate::intent::{Intent, UserChange};
use crate::number::Owner;
use crate::people::Writer;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// What makes a field on `from` what it is in `to`, if intents can: always carried out whole.
pub(super) fn write(field: &Field, from: &Workspace, to: &Workspace) -> Option<Intent> {
    let value = field.value(to);
    let intent = match field {
        Field::Setting(setting) => setting.write(to),
        Field::Number(number, field) => field.write(*number, value, from, to),
        Field::Ivr(number) => Some(Intent::SetIvrQueue {
            number: *number,
            queue: to.ivr_queue(*number).cloned(),
        }),
        Field::User(user, field) => field.write(*user, to),
        Field::Team(team, field) => field.write(*team, value),
        Field::Queue(queue, field) => field.write(*queue, value, to),
        Field::Hours(id) => to.custom_hours(*id).map(|hours| Intent::EditHours {
            hours: (**hours).clone(),
        }),
        Field::FolderName(id) => to
            .holidays()
            .folder(*id)
            .map(|folder| Intent::RenameHolidayFolder {
                folder: *id,
                name: folder.name.clone(),
            }),
        Field::Holiday(id) => to.holidays().holiday(*id).map(|holiday| Intent::EditHoliday {
            holiday: (**holiday).clone(),
        }),
        Field::Blocked(sender) => Some(match value {
            Value::Flag(true) => Intent::Block { sender: *sender },
            _ => Intent::Unblock { sender: *sender },
        }),
        Field::Pin(pin, PinField::Name) => to.pin(*pin).map(|known| Intent::RenamePin {
            pin: *pin,
            name: known.name.clone(),
        }),
        Field::Pin(pin, PinField::Expected) => to.pin(*pin).map(|known| Intent::ExpectOutcome {
            pin: *pin,
            expected: known.expected,
        }),
        Field::Pin(_, PinField::Whole)
        | Field::Queues
        | Field::WholeHours(_)
        | Field::WholeFolder(_)
        | Field::WholeHoliday(_) => None,
    }?;
    from.clone().apply(&intent).is_ok().then_some(intent)
}

impl Setting {
    fn write(self, to: &Workspace) -> Option<Intent> {
        let settings = to.settings();
        Some(match self {
            Self::SmsChat => Intent::SetSmsChat {
                on: settings.sms_chat,
            },
            Self::OutboundSms => Intent::SetOutboundSms {
                on: settings.outbound_sms,
            },
            Self::Timeouts => Intent::SetTimeouts {
                timeouts: settings.timeouts,
            },
            Self::Dismissal => Intent::SetDismissal {
                minutes: settings.dismissal_min,
            },
            Self::DismissedResponse => Intent::SetDismissedResponse {
                text: settings.dismissed_response.clone(),
            },
            Self::SupportContact => Intent::SetSupportContact {
                text: settings.support_contact.clone(),
            },
            Self::MenuWords => Intent::SetMenuWords {
                words: settings.words.clone(),
            },
            // Once saved, it cannot be unsaved (S124).
            Self::Deflection => Intent::SetGlobalDeflection {
                deflection: settings.deflection.clone()?,
            },
            Self::ReplyLimit => Intent::SetReplyLimit {
                minutes: settings.reply_limit_min,
            },
            Self::Thresholds => Intent::SetThresholds {
                missed_chat: settings.thresholds.missed_chat,
                unresponsive: settings.thresholds.unresponsive,
            },
            Self::Hours => Intent::SetHours {
                schedule: settings.hours.clone(),
            },
        })
    }
}

impl NumberField {
    fn write(self, number: PhoneNumber, value: Value, from: &Workspace, to: &Workspace) -> Option<Intent> {
        Some(match (self, value) {
            (Self::Label, Value::Text(Some(label))) => Intent::Relabel {
                number,
                label: label.parse().ok()?,
            },
            (Self::Owner, Value::Owner(owner)) => {
                let has_owner = from.number(number).and_then(|number| number.owner()).is_some();
                let release = has_owner.then_some(Intent::Unassign { number });
                let assign = owner.map(|owner| Intent::Assign {
                    number,
                    owner,
                    // Back to the agent means back into the column as well.
                    slot: to
                        .number(number)
                        .filter(|_| matches!(owner, Owner::Agent(_)))
                        .map(|number| number.slot),
                });
                let mut changes: Vec<Intent> = release.into_iter().chain(assign).collect();
                match changes.len() {
                    1 => changes.pop()?,
                    _ => Intent::Bulk {
                        title: String::new(),
                        changes: changes.into(),
                    },
                }
            }
            (Self::Outbound(target), Value::Flag(true)) => Intent::AllowOutbound { number, target },
            (Self::Outbound(target), Value::Flag(false)) => Intent::DenyOutbound { number, target },
            (Self::Inbound, Value::Queue(queue)) => Intent::SetInboundQueue { number, queue },
            _ => return None,
        })
    }
}

impl UserField {
    fn write(&self, id: UserId, to: &Workspace) -> Option<Intent> {
        let user = to.user(id)?;
        let edit = |change| Some(Intent::EditUser { user: id, change });
        let mut change = UserChange::default();
        match self {
            Self::Email => change.email = Some(user.email.clone()),
            Self::FirstName => change.first_name = Some(user.first_name.clone()),
            Self::LastName => change.last_name = Some(user.last_name.clone()),
            Self::Alias => change.alias = Some(user.alias.clone()),
            Self::AgentNumber => change.agent_number = Some(user.agent_number.clone()),
            Self::Location => change.location = Some(user.location.clone()),
            Self::Concurrency => {
                change.chat_concurrency = Some(user.chat_concurrency.map_or(0, std::num::NonZero::get));
            }
            Self::Extra(header) => {
                let text = user.extra.get(header).cloned().unwrap_or_default();
                change.extra.insert(header.clone(), text);
            }
            Self::Roles => {
                return Some(Intent::SetRoles {
                    user: id,
                    roles: user.roles.clone(),
                    release_numbers: false,
                });
            }
            Self::Teams => {
                return Some(Intent::SetTeams {
                    user: id,
                    teams: user.teams.clone(),
                });
            }
            Self::Active => {
                return Some(Intent::SetUserActive {
                    user: id,
                    active: user.active,
                });
            }
            // Written by an admin, it would be in force; what the agent wrote last has to stay so (R62).
            Self::Deflection if user.last_writer == Writer::Admin || user.own_deflection.is_none() => {
                return Some(Intent::SetUserDeflection {
                    user: id,
                    deflection: user.deflection.clone(),
                });
            }
            Self::Permission => {
                return Some(Intent::SetAgentPermission {
                    user: id,
                    allowed: user.may_configure_own,
                });
            }
            Self::Whole | Self::Deflection | Self::OwnDeflection | Self::Writer => return None,
        }
        edit(change)
    }
}

impl TeamField {
    fn write(self, team: TeamId, value: Value) -> Option<Intent> {
        Some(match (self, value) {
            (Self::Name, Value::Text(Some(name))) => Intent::RenameTeam { team, name },
            (Self::Parent, Value::Team(parent)) => Intent::MoveTeam { team, parent },
            (Self::Deflection, Value::Deflection(deflection)) => {
                Intent::SetTeamDeflection { team, deflection }
            }
            _ => return None,
        })
    }
}

impl QueueField {
    fn write(self, queue: QueueId, value: Value, to: &Workspace) -> Option<Intent> {
        Some(match (self, value) {
            (Self::Name, Value::Text(Some(name))) => Intent::RenameQueue { queue, name },
            (
                Self::Place,
                Value::Place {
                    parent,
                    position,
                    after,
                },
            ) => Intent::MoveQueue {
                queue,
                parent,
                position: Some(position),
                after,
            },
            (Self::Hidden, Value::Flag(hidden)) => Intent::SetQueueHidden { queue, hidden },
            (Self::Keywords, Value::Keywords(keywords)) => Intent::SetQueueKeywords { queue, keywords },
            (Self::Language, Value::Text(Some(language))) => Intent::SetQueueLanguage { queue, language },
            (Self::Greeting, _) => Intent::SetGreeting {
                queue,
                greeting: to.queue(queue)?.greeting.clone(),
            },
            (Self::Timeouts, Value::Timeouts(timeouts)) => Intent::SetQueueTimeouts { queue, timeouts },
            (Self::Members, Value::Members { agents, teams }) => {
                Intent::SetQueueMembers { queue, agents, teams }
            }
            (Self::Hours, Value::Hours(hours)) => Intent::SetQueueHours { queue, hours },
            (Self::AfterHour, Value::AfterHour(after_hour)) => Intent::SetAfterHour { queue, after_hour },
            _ => return None,
        })
    }
}
