//! The sentences that the cases begin with, and what they mean.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use domain::deflection::{Deflection, Reply};
use domain::ids::{FolderId, HolidayId};
use domain::people::Role;
use domain::queue::AfterHour;
use domain::routing::{AgentState, Roster, SessionState, Situation};
use domain::schedule::{Holiday, HolidayFolder, HolidayKind, Schedule, YearDay};
use domain::{Intent, PhoneNumber, Workspace};
use uuid::Uuid;

use crate::company::*;

/// All sentences.
pub const VOCABULARY: [&str; 34] = [
    "the sender is blocked",
    "SMS is off",
    "the sender has opted out",
    "a chat is open",
    "a chat was dismissed",
    "a deflection text went out 0 minutes ago",
    "a deflection text went out 1 minutes ago",
    "a deflection text went out 9 minutes ago",
    "a deflection text went out 10 minutes ago",
    "there is no reply limit",
    "the support contact is set",
    "the global deflection is on",
    "the global deflection is off",
    "Christmas has a text",
    "team Support deflects",
    "Ann has Tokyo hours",
    "Ann has a personal queue",
    "Ann has a personal queue that greets",
    "an IVR queue has Ann's number",
    "Ann is in Missed Chat",
    "Ann is Unresponsive",
    "Ann is on a break",
    "Ann is on a call",
    "Ann is at her chat limit",
    "Cat is signed out",
    "Ann is inactive",
    "the ordinary number is in Billing",
    "the company is open in office hours",
    "Billing has an after-hour message",
    "Sales has an after-hour message",
    "Billing has nobody",
    "Billing has team Support only",
    "Billing is hidden",
    "Billing greets",
];

const CAT: u128 = 4;
const ANNS: u128 = 22;

/// A direct number that nobody has.
pub fn free() -> PhoneNumber {
    number("+14155550104")
}

/// Who texts.
pub fn sender() -> PhoneNumber {
    number("+12025550173")
}

/// The company of the cases, and what is so at the moment of the text.
pub struct Setting {
    pub workspace: Workspace,
    opted_out: bool,
    session: SessionState,
    deflected_at: Option<DateTime<Utc>>,
    roster: Roster,
}

impl Setting {
    pub fn new() -> Self {
        let mut workspace = company();
        let cat = Intent::AddUser {
            user: user(CAT),
            email: "cat@test.example".into(),
            first_name: "Cat".into(),
            last_name: String::new(),
            roles: [Role::Agent].into(),
            teams: [].into(),
        };
        let intents = [
            cat,
            members([ANN, BOB, CAT].map(user).into(), [].into()),
            assign(n1(), agent(ANN)),
            assign(n2(), leaf(BILLING)),
            add(free(), "Free", true),
        ];
        after(&mut workspace, intents).unwrap();
        after(&mut workspace, christmas(None)).unwrap();
        Self {
            workspace,
            opted_out: false,
            session: SessionState::None,
            deflected_at: None,
            roster: Roster::new(),
        }
    }

    pub fn situation(&self) -> Situation<'_> {
        Situation {
            opted_out: self.opted_out,
            session: self.session,
            deflected_at: self.deflected_at,
            agent: AgentState::Available,
            roster: Some(&self.roster),
        }
    }

    /// Makes a sentence true.
    pub fn given(&mut self, sentence: &str, at: DateTime<Utc>) {
        if let Some(rest) = sentence.strip_prefix("a deflection text went out ") {
            let minutes = rest.split_once(' ').unwrap().0.parse().unwrap();
            self.deflected_at = Some(at - Duration::minutes(minutes));
            return;
        }
        match sentence {
            "the sender has opted out" => self.opted_out = true,
            "a chat is open" => self.session = SessionState::Open,
            "a chat was dismissed" => self.session = SessionState::Dismissed,
            "Ann is in Missed Chat" => self.is_doing(ANN, AgentState::MissedChat),
            "Ann is Unresponsive" => self.is_doing(ANN, AgentState::Unresponsive),
            "Ann is on a break" => self.is_doing(ANN, AgentState::Unavailable),
            "Ann is on a call" => self.is_doing(ANN, AgentState::OnCall),
            "Ann is at her chat limit" => self.is_doing(ANN, AgentState::AtCapacity),
            "Cat is signed out" => self.is_doing(CAT, AgentState::Unavailable),
            configured => self.configure(configured),
        }
    }

    fn is_doing(&mut self, id: u128, state: AgentState) {
        self.roster.insert(user(id), state);
    }

    fn configure(&mut self, sentence: &str) {
        let intents = match sentence {
            "SMS is off" => vec![Intent::SetSmsChat { on: false }],
            "the sender is blocked" => vec![Intent::Block { sender: sender() }],
            "there is no reply limit" => vec![Intent::SetReplyLimit { minutes: 0 }],
            "the support contact is set" => vec![Intent::SetSupportContact {
                text: Some(message("Call 555-0199.")),
            }],
            "an IVR queue has Ann's number" => vec![Intent::SetIvrQueue {
                number: n1(),
                queue: Some("Main".to_owned().try_into().unwrap()),
            }],
            "Ann is inactive" => vec![Intent::SetUserActive {
                user: user(ANN),
                active: false,
            }],
            "Ann has a personal queue" => self.personal_queue(None),
            "Ann has a personal queue that greets" => self.personal_queue(Some("Ann: how can I help?")),
            "Christmas has a text" => christmas(Some("Merry Christmas.")),
            _ => deflection(sentence).unwrap_or_else(|| queue_settings(sentence)),
        };
        // Switching SMS off locks other screens; what came before stands, and what comes after is left out.
        let result = after(&mut self.workspace, intents);
        assert!(
            result.is_ok() || !self.workspace.settings().sms_chat,
            "{sentence}: {result:?}"
        );
    }
}

impl Setting {
    /// The intents that make it, where it is not there yet.
    fn personal_queue(&self, greeting: Option<&str>) -> Vec<Intent> {
        let mut intents = Vec::new();
        if self.workspace.queue(queue(ANNS)).is_none() {
            intents.push(Intent::AddQueue {
                queue: queue(ANNS),
                name: "Ann's own".into(),
                parent: Some(queue(SALES)),
                position: None,
            });
            intents.push(Intent::SetQueueMembers {
                queue: queue(ANNS),
                agents: [user(ANN)].into(),
                teams: [].into(),
            });
        }
        intents.extend(greeting.map(|text| Intent::SetGreeting {
            queue: queue(ANNS),
            greeting: Some(message(text)),
        }));
        intents
    }
}

/// Sentences about deflection settings.
fn deflection(sentence: &str) -> Option<Vec<Intent>> {
    let intent = match sentence {
        "the global deflection is on" => Intent::SetGlobalDeflection {
            deflection: closed_on_christmas("Global: we are closed."),
        },
        "the global deflection is off" => {
            let Deflection::On(reply) = closed_on_christmas("Global: we are closed.") else {
                return None;
            };
            Intent::SetGlobalDeflection {
                deflection: Deflection::Off { kept: Some(reply) },
            }
        }
        "team Support deflects" => Intent::SetTeamDeflection {
            team: team(SUPPORT),
            deflection: Some(closed_on_christmas("Support: we are closed.")),
        },
        "Ann has Tokyo hours" => Intent::SetUserDeflection {
            user: user(ANN),
            deflection: Some(office("Asia/Tokyo", "Ann: I am out.")),
        },
        _ => return None,
    };
    Some(vec![intent])
}

/// Sentences about queues.
fn queue_settings(sentence: &str) -> Vec<Intent> {
    let after_hour = |id, text| Intent::SetAfterHour {
        queue: queue(id),
        after_hour: Some(AfterHour::On(message(text))),
    };
    let greeting = |id, text| Intent::SetGreeting {
        queue: queue(id),
        greeting: Some(message(text)),
    };
    let intent = match sentence {
        "the ordinary number is in Billing" => {
            return vec![
                Intent::MarkVerified { number: plain() },
                Intent::SetInboundQueue {
                    number: plain(),
                    queue: Some(queue(BILLING)),
                },
            ];
        }
        "Billing greets" => greeting(BILLING, "Billing: welcome."),
        "the company is open in office hours" => Intent::SetHours {
            schedule: office_hours(),
        },
        "Billing has an after-hour message" => after_hour(BILLING, "Billing: closed for today."),
        "Sales has an after-hour message" => after_hour(SALES, "Sales: closed for today."),
        "Billing has nobody" => members([].into(), [].into()),
        "Billing has team Support only" => members([].into(), [team(SUPPORT)].into()),
        "Billing is hidden" => Intent::SetQueueHidden {
            queue: queue(BILLING),
            hidden: true,
        },
        other => panic!("nobody knows what `{other}` means"),
    };
    vec![intent]
}

fn message(text: &str) -> domain::message::MessageText {
    text.to_owned().try_into().unwrap()
}

fn members(agents: BTreeSet<domain::ids::UserId>, teams: BTreeSet<domain::ids::TeamId>) -> Intent {
    Intent::SetQueueMembers {
        queue: queue(BILLING),
        agents,
        teams,
    }
}

/// Monday to Friday from nine to five in Chicago, and not on Christmas.
fn office_hours() -> Schedule {
    let Deflection::On(reply) = office("America/Chicago", "closed") else {
        unreachable!()
    };
    let (zone, days) = (reply.schedule.zone(), reply.schedule.days().clone());
    Schedule::new(zone, days, [holiday_id()].into()).unwrap()
}

fn closed_on_christmas(text: &str) -> Deflection {
    Deflection::On(Reply {
        schedule: office_hours(),
        message: message(text),
    })
}

fn holiday_id() -> HolidayId {
    Uuid::from_u128(900).into()
}

/// The holiday, in a folder of its own; with a text it is written anew.
fn christmas(text: Option<&str>) -> Vec<Intent> {
    let folder: FolderId = Uuid::from_u128(800).into();
    let day = YearDay::new(12, 25).unwrap();
    let holiday = Holiday {
        id: holiday_id(),
        folder,
        name: "Christmas".to_owned().try_into().unwrap(),
        kind: HolidayKind::Yearly { from: day, to: day },
        times: None,
        message: text.map(message),
    };
    match text {
        Some(_) => vec![Intent::EditHoliday { holiday }],
        None => vec![
            Intent::AddHolidayFolder {
                folder: HolidayFolder {
                    id: folder,
                    name: "All".parse().unwrap(),
                },
            },
            Intent::AddHoliday { holiday },
        ],
    }
}
