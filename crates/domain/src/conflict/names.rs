//! What fields are called.

use super::field::{Field, NumberField, PinField, QueueField, Setting, TeamField, UserField};
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

impl Field {
    /// What it is called: `name of team Support`. The names are those of the first workspace that knows the record.
    pub fn name(&self, workspaces: &[&Workspace]) -> String {
        fn first<T>(workspaces: &[&Workspace], what: &str, name: impl Fn(&Workspace) -> Option<T>) -> String
        where
            T: ToString,
        {
            let found = workspaces.iter().find_map(|workspace| name(workspace));
            found.map_or_else(|| format!("a deleted {what}"), |name| name.to_string())
        }
        let number = |number: PhoneNumber| {
            let printed = workspaces
                .iter()
                .find_map(|workspace| workspace.number(number).map(|number| number.printed()));
            printed.unwrap_or_else(|| number.to_string())
        };
        match self {
            Self::Setting(setting) => setting.name().to_owned(),
            Self::Number(id, NumberField::Outbound(target)) => {
                let target = workspaces.first().map(|workspace| workspace.owner_name(*target));
                format!(
                    "whether {} can send from {}",
                    target.unwrap_or_default(),
                    number(*id)
                )
            }
            Self::Number(id, field) => of(field.name(), &number(*id)),
            Self::Ivr(id) => format!("IVR queue of {}", number(*id)),
            Self::User(id, field) => {
                let name = first(workspaces, "user", |ws| ws.user(*id).map(|user| user.name()));
                of(field.name(), &name)
            }
            Self::Team(id, field) => {
                let name = first(workspaces, "team", |ws| {
                    ws.team(*id).map(|team| team.name.clone())
                });
                of(field.name(), &format!("team {name}"))
            }
            Self::Queue(id, field) => {
                let name = first(workspaces, "queue", |ws| {
                    ws.queue(*id).map(|queue| queue.name.clone())
                });
                of(field.name(), &format!("queue {name}"))
            }
            Self::Queues => "all queues".to_owned(),
            Self::Hours(id) | Self::WholeHours(id) => {
                let name = first(workspaces, "set of hours", |ws| {
                    ws.custom_hours(*id).map(|hours| hours.name.clone())
                });
                format!("custom hours {name}")
            }
            Self::WholeFolder(id) | Self::FolderName(id) => {
                let name = first(workspaces, "folder", |ws| {
                    ws.holidays().folder(*id).map(|folder| folder.name.to_string())
                });
                format!("holiday folder {name}")
            }
            Self::Holiday(id) | Self::WholeHoliday(id) => {
                let name = first(workspaces, "holiday", |ws| {
                    ws.holidays()
                        .holiday(*id)
                        .map(|holiday| holiday.name().to_owned())
                });
                format!("holiday {name}")
            }
            Self::Pin(id, field) => {
                let name = first(workspaces, "pinned text", |ws| {
                    ws.pin(*id).map(|pin| pin.name.clone())
                });
                let field = match field {
                    PinField::Whole => "",
                    PinField::Name => "name",
                    PinField::Expected => "expected outcome",
                };
                of(field, &format!("pinned text {name}"))
            }
            Self::Blocked(sender) => format!("whether {sender} is on the blocklist"),
        }
    }
}

fn of(field: &str, record: &str) -> String {
    if field.is_empty() {
        record.to_owned()
    } else {
        format!("{field} of {record}")
    }
}

impl Setting {
    fn name(self) -> &'static str {
        match self {
            Self::SmsChat => "Use SMS Chat",
            Self::OutboundSms => "whether agents can start SMS chats",
            Self::Timeouts => "when chats expire and time out",
            Self::Dismissal => "when quiet chats are dismissed",
            Self::DismissedResponse => "dismissed auto response",
            Self::SupportContact => "support contact",
            Self::MenuWords => "words that lead back and out of the menu",
            Self::Deflection => "Direct Numbers Global Settings",
            Self::ReplyLimit => "reply limit",
            Self::Thresholds => "thresholds of Direct Inbound SMS",
            Self::Hours => "general hours",
        }
    }
}

impl NumberField {
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Label => "label",
            Self::Use => "direct mark",
            Self::Verified => "verification",
            Self::Owner => "owner",
            Self::Slot => "column",
            Self::Inbound => "queue",
            Self::Outbound(_) => "outbound use",
        }
    }
}

impl UserField {
    fn name(&self) -> &str {
        match self {
            Self::Whole => "",
            Self::Email => "email",
            Self::FirstName => "first name",
            Self::LastName => "last name",
            Self::Alias => "alias",
            Self::AgentNumber => "Agent ID",
            Self::Location => "location",
            Self::Concurrency => "chat concurrency",
            Self::Extra(header) => header,
            Self::Roles => "roles",
            Self::Teams => "teams",
            Self::Active => "status",
            Self::Deflection => "deflection",
            Self::Permission => "agent permission",
            Self::OwnDeflection => "own deflection",
            Self::Writer => "deflection in force",
        }
    }
}

impl TeamField {
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Name => "name",
            Self::Parent => "place",
            Self::Deflection => "deflection",
        }
    }
}

impl QueueField {
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Name => "name",
            Self::Place => "place",
            Self::Hidden => "place in the menu",
            Self::Keywords => "keywords",
            Self::Language => "language",
            Self::Greeting => "greeting",
            Self::Timeouts => "chat times",
            Self::Members => "members",
            Self::Hours => "hours",
            Self::AfterHour => "after-hour message",
        }
    }
}
