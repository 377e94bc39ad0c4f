//! Everything an admin can do, drawn at random.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unused_self,
    reason = "a pick is asked for everything it can mean"
)]

use std::collections::BTreeSet;

use domain::deflection::Deflection;
use domain::ids::{FolderId, HolidayId, HoursId};
use domain::intent::{QueueOutline, UserChange};
use domain::number::Owner;
use domain::people::Role;
use domain::queue::{AfterHour, CustomHours, Timeouts};
use domain::schedule::Schedule;
use domain::workspace::MenuWords;
use domain::{Intent, PhoneNumber};
use proptest::prelude::*;
use uuid::Uuid;

use crate::company::*;

/// One random thing to do, from four random bytes: which, and to what.
#[derive(Clone, Copy, Debug)]
pub struct Pick(u8, u8, u8, u8);

const VARIANTS: u8 = 66;

pub fn picks(length: usize) -> impl Strategy<Value = Vec<Pick>> {
    let pick = (0..VARIANTS, 0..8_u8, 0..8_u8, any::<u8>()).prop_map(|(kind, a, b, c)| Pick(kind, a, b, c));
    prop::collection::vec(pick, 0..length)
}

/// One thing to do of each sort; of some, one with and one without what may be left out.
pub fn one_of_each() -> Vec<Intent> {
    let sorts = (0..VARIANTS).flat_map(|kind| [Pick(kind, 1, 1, 0), Pick(kind, 2, 2, 7)]);
    sorts.map(Pick::intent).collect()
}

impl Pick {
    fn number(self) -> PhoneNumber {
        let all = [n1(), n2(), plain(), number("+14155550104"), number("72345")];
        all[usize::from(self.1) % all.len()]
    }

    fn queue_id(self, from: u8) -> domain::ids::QueueId {
        queue([SALES, BILLING, 30, 31, 32][usize::from(from) % 5])
    }

    fn team_id(self, from: u8) -> domain::ids::TeamId {
        team([SUPPORT, L1, 12, 13][usize::from(from) % 4])
    }

    fn user_id(self, from: u8) -> domain::ids::UserId {
        user([ANN, BOB, MAX, 4, 5][usize::from(from) % 5])
    }

    fn owner(self) -> Owner {
        if self.3.is_multiple_of(2) {
            Owner::Agent(self.user_id(self.2))
        } else {
            Owner::Queue(self.queue_id(self.2))
        }
    }

    fn holiday(self, from: u8) -> HolidayId {
        Uuid::from_u128(70 + u128::from(from % 3)).into()
    }

    fn folder(self) -> FolderId {
        Uuid::from_u128(80 + u128::from(self.1 % 2)).into()
    }

    fn hours(self, from: u8) -> HoursId {
        Uuid::from_u128(60 + u128::from(from % 3)).into()
    }

    fn name(self) -> String {
        ["Alpha", "Beta", "stop", "", "Zurueck", "A:B", "Gamma"][usize::from(self.3) % 7].to_owned()
    }

    fn maybe<T>(self, value: T) -> Option<T> {
        (!self.3.is_multiple_of(3)).then_some(value)
    }

    fn schedule(self) -> Schedule {
        let always = Schedule::always(zone("UTC"));
        let observed = (0..3)
            .filter(|bit| self.3 >> bit & 1 == 1)
            .map(|bit| self.holiday(bit));
        Schedule::new(always.zone(), always.days().clone(), observed.collect()).unwrap()
    }

    fn deflection(self) -> Deflection {
        let Deflection::On(mut reply) = office("UTC", "closed") else {
            panic!("it is on");
        };
        reply.schedule = self.schedule();
        if self.2.is_multiple_of(3) {
            Deflection::Off { kept: Some(reply) }
        } else {
            Deflection::On(reply)
        }
    }

    fn roles(self) -> BTreeSet<Role> {
        let all = [
            Role::Agent,
            Role::Manager,
            Role::Custom("Night lead".parse().unwrap()),
        ];
        let chosen = all
            .into_iter()
            .enumerate()
            .filter(|(bit, _)| self.3 >> bit & 1 == 1);
        chosen.map(|(_, role)| role).collect()
    }

    fn timeouts(self) -> Timeouts {
        Timeouts {
            expiration_min: self.maybe(u16::from(self.1)),
            timeout_min: self.maybe(u16::from(self.2) * 10),
        }
    }

    fn stored<T: serde::de::DeserializeOwned>(text: &str) -> T {
        serde_json::from_str(text).unwrap()
    }

    fn holiday_intent(self, verb: &str) -> Intent {
        Self::stored(&format!(
            r#"{{"{verb}":{{"holiday":{{"id":"{}","folder":"{}","name":"Day","kind":{{"once":{{"from":"2026-12-25","to":"2026-12-25"}}}},"times":null,"message":null}}}}}}"#,
            self.holiday(self.2),
            self.folder()
        ))
    }

    #[expect(clippy::too_many_lines, reason = "one line a variant")]
    pub fn intent(self) -> Intent {
        let Self(kind, a, b, c) = self;
        let (place, owner) = (self.number(), self.owner());
        let (on, text) = (c.is_multiple_of(2), || "text".to_owned().try_into().unwrap());
        let (of_user, of_team, of_queue) = (self.user_id(a), self.team_id(a), self.queue_id(a));
        match kind {
            0 | 1 => add(place, "Label", on),
            2 => Intent::Relabel {
                number: place,
                label: "Other".parse().unwrap(),
            },
            3 => Intent::MarkDirect { number: place },
            4 => Intent::UnmarkDirect { number: place },
            5 => Intent::MarkVerified { number: place },
            6 => Intent::RemoveNumber { number: place },
            7..=10 => assign(place, owner),
            11 => Intent::Unassign { number: place },
            12 | 13 => Intent::AllowOutbound {
                number: place,
                target: owner,
            },
            14 => Intent::DenyOutbound {
                number: place,
                target: owner,
            },
            15 | 16 => Intent::SetInboundQueue {
                number: place,
                queue: self.maybe(self.queue_id(b)),
            },
            17 => Intent::SetIvrQueue {
                number: place,
                queue: self.maybe("Main".parse().unwrap()),
            },
            18 => Intent::SetSmsChat {
                on: !c.is_multiple_of(4),
            },
            19 => Intent::SetOutboundSms { on },
            20 => Intent::SetTimeouts {
                timeouts: self.timeouts(),
            },
            21 => Intent::SetDismissal {
                minutes: self.maybe(u16::from(b) * 5),
            },
            22 => Intent::SetDismissedResponse {
                text: self.maybe(text()),
            },
            23 => Intent::SetSupportContact {
                text: self.maybe(text()),
            },
            24 => Intent::SetMenuWords {
                words: MenuWords {
                    back: [self.name()].into(),
                    ..MenuWords::default()
                },
            },
            25 => Intent::SetGlobalDeflection {
                deflection: self.deflection(),
            },
            26 => Intent::SetReplyLimit {
                minutes: u16::from(c) * 50,
            },
            27 => Intent::SetThresholds {
                missed_chat: c,
                unresponsive: b,
            },
            28 => Intent::SetHours {
                schedule: self.schedule(),
            },
            29 | 30 => Intent::AddHours {
                hours: self.custom_hours(),
            },
            31 => Intent::EditHours {
                hours: self.custom_hours(),
            },
            32 => Intent::RemoveHours { hours: self.hours(a) },
            33 => Intent::AddTeam {
                team: of_team,
                name: self.name(),
                parent: self.maybe(self.team_id(b)),
            },
            34 => Intent::RenameTeam {
                team: of_team,
                name: self.name(),
            },
            35 => Intent::MoveTeam {
                team: of_team,
                parent: self.maybe(self.team_id(b)),
            },
            36 => Intent::RemoveTeam { team: of_team },
            37 => Intent::SetTeamDeflection {
                team: of_team,
                deflection: self.maybe(self.deflection()),
            },
            38 => Intent::AddUser {
                user: of_user,
                email: format!("user{b}@test.example"),
                first_name: self.name(),
                last_name: "Last".into(),
                roles: self.roles(),
                teams: [self.team_id(b)].into(),
            },
            39 => Intent::EditUser {
                user: of_user,
                change: self.change(),
            },
            40 | 41 => Intent::SetRoles {
                user: of_user,
                roles: self.roles(),
                release_numbers: b.is_multiple_of(2),
            },
            42 => Intent::SetTeams {
                user: of_user,
                teams: [self.team_id(b), self.team_id(c)].into(),
            },
            43 => Intent::RemoveUser { user: of_user },
            44 => Intent::SetUserActive {
                user: of_user,
                active: on,
            },
            45 => Intent::SetUserDeflection {
                user: of_user,
                deflection: self.maybe(self.deflection()),
            },
            46 => Intent::SetAgentPermission {
                user: of_user,
                allowed: on,
            },
            47 => Intent::SetOwnDeflection {
                user: of_user,
                deflection: self.deflection(),
            },
            48 => Intent::RevertToAgent { user: of_user },
            49 => Intent::AddQueue {
                queue: of_queue,
                name: self.name(),
                parent: self.maybe(self.queue_id(b)),
                position: self.maybe(u32::from(b)),
            },
            50 => Intent::RenameQueue {
                queue: of_queue,
                name: self.name(),
            },
            51 => Intent::MoveQueue {
                queue: of_queue,
                parent: self.maybe(self.queue_id(b)),
                position: self.maybe(u32::from(b)),
                after: self.maybe(self.queue_id(c)),
            },
            52 => Intent::RemoveQueue { queue: of_queue },
            53 if c < 40 => Intent::ReplaceQueues {
                queues: vec![QueueOutline {
                    queue: of_queue,
                    name: self.name(),
                    parent: None,
                }],
            },
            53 | 54 => Intent::SetQueueMembers {
                queue: of_queue,
                agents: self.maybe(self.user_id(b)).into_iter().collect(),
                teams: self.maybe(self.team_id(b)).into_iter().collect(),
            },
            55 => Intent::SetQueueHours {
                queue: of_queue,
                hours: self.maybe(self.hours(b)),
            },
            56 => Intent::SetAfterHour {
                queue: of_queue,
                after_hour: self.maybe(AfterHour::On(text())),
            },
            57 => Intent::SetQueueKeywords {
                queue: of_queue,
                keywords: [self.name()].into(),
            },
            58 => Intent::SetQueueTimeouts {
                queue: of_queue,
                timeouts: self.timeouts(),
            },
            59 => Self::stored(&format!(
                r#"{{"add_holiday_folder":{{"folder":{{"id":"{}","name":"US"}}}}}}"#,
                self.folder()
            )),
            60 | 61 => self.holiday_intent("add_holiday"),
            62 => self.holiday_intent("edit_holiday"),
            63 => Intent::RemoveHoliday {
                holiday: self.holiday(a),
            },
            64 => Intent::RemoveHolidayFolder {
                folder: self.folder(),
            },
            _ if on => Intent::Block { sender: place },
            _ => Intent::Unblock { sender: place },
        }
    }

    fn custom_hours(self) -> CustomHours {
        CustomHours {
            id: self.hours(self.1),
            name: self.name(),
            schedule: self.schedule(),
        }
    }

    fn change(self) -> UserChange {
        UserChange {
            email: self.maybe(format!("USER{}@test.example", self.2)),
            first_name: (self.2 > 3).then(|| self.name()),
            chat_concurrency: self.maybe(u16::from(self.3)),
            ..UserChange::default()
        }
    }
}
