//! Random histories of everything an admin can do: nothing that must hold ever breaks.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unused_self,
    reason = "a test stops where it fails; a pick is asked for everything it can mean"
)]

mod company;

use std::collections::{BTreeMap, BTreeSet};

use company::*;
use domain::deflection::Deflection;
use domain::draft::{Draft, Step};
use domain::ids::{FolderId, HolidayId, HoursId};
use domain::intent::{QueueOutline, UserChange};
use domain::number::{NumberRole, Owner};
use domain::people::Role;
use domain::queue::{AfterHour, CustomHours, Timeouts};
use domain::schedule::Schedule;
use domain::workspace::MenuWords;
use domain::{Intent, PhoneNumber, Workspace};
use proptest::prelude::*;
use uuid::Uuid;

/// One random thing to do, from four random bytes: which, and to what.
#[derive(Clone, Copy, Debug)]
struct Pick(u8, u8, u8, u8);

const VARIANTS: u8 = 66;

fn picks(length: usize) -> impl Strategy<Value = Vec<Pick>> {
    let pick = (0..VARIANTS, 0..8_u8, 0..8_u8, any::<u8>()).prop_map(|(kind, a, b, c)| Pick(kind, a, b, c));
    prop::collection::vec(pick, 0..length)
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
    fn intent(self) -> Intent {
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

/// What the links say is what going through all records finds.
fn agrees_with_scans(workspace: &Workspace) {
    let mut owned: BTreeMap<Owner, Vec<PhoneNumber>> = BTreeMap::new();
    let mut free = Vec::new();
    let mut outbound: BTreeMap<Owner, Vec<PhoneNumber>> = BTreeMap::new();
    for number in workspace.numbers() {
        match &number.role {
            NumberRole::Direct { owner: Some(by) } => owned.entry(*by).or_default().push(number.number),
            NumberRole::Direct { owner: None } => free.push(number.number),
            NumberRole::Normal {
                outbound: targets, ..
            } => {
                for target in targets {
                    outbound.entry(*target).or_default().push(number.number);
                }
            }
        }
    }
    assert_eq!(listed(workspace.free_numbers()), free);
    assert_eq!(workspace.has_assigned_number(), !owned.is_empty());
    let direct = owned.values().map(Vec::len).sum::<usize>() + free.len();
    assert_eq!(workspace.direct_numbers(), direct);
    let agents = workspace.users().map(|user| Owner::Agent(user.id));
    for owner in agents.chain(workspace.queues().map(|queue| Owner::Queue(queue.id))) {
        let mine = owned.remove(&owner).unwrap_or_default();
        assert!(mine.is_empty() || can_own(workspace, owner), "{owner:?}");
        assert_eq!(listed(workspace.numbers_of(owner)), mine);
        assert_eq!(
            listed(workspace.outbound_of(owner)),
            outbound.remove(&owner).unwrap_or_default()
        );
    }
    assert!(
        owned.is_empty() && outbound.is_empty(),
        "nobody who is gone has a number"
    );
    for queue in workspace.queues() {
        let children = workspace.queues().any(|other| other.parent == Some(queue.id));
        assert_eq!(workspace.is_leaf(queue.id), !children);
        assert!(!children || (queue.agents.is_empty() && queue.teams.is_empty()));
    }
    for team in workspace.teams() {
        let members: Vec<_> = workspace.members(team.id).map(|user| user.id).collect();
        let scanned = workspace.users().filter(|user| user.teams.contains(&team.id));
        assert_eq!(members, scanned.map(|user| user.id).collect::<Vec<_>>());
    }
}

/// R28, R29, R30, by looking.
fn can_own(workspace: &Workspace, owner: Owner) -> bool {
    match owner {
        Owner::Agent(id) => {
            workspace.user(id).unwrap().roles.contains(&Role::Agent)
                && workspace.numbers_of(owner).count() <= 5
        }
        Owner::Queue(id) => workspace.queues().all(|other| other.parent != Some(id)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn r20_r21_r32_r103_random_histories_keep_what_must_hold(picks in picks(120)) {
        let mut workspace = company();
        for pick in picks {
            let intent = pick.intent();
            let before = workspace.clone();
            if workspace.apply(&intent).is_err() {
                prop_assert_eq!(&workspace, &before, "a refusal changes nothing: {:?}", intent);
            }
            // It can be written into the history, read from it, and said.
            let stored = serde_json::to_string(&intent).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Intent>(&stored).unwrap(), &intent);
            prop_assert!(!intent.describe(&workspace).is_empty());
        }
        agrees_with_scans(&workspace);
        // Reading checks every record and makes the links anew: they are the same.
        let stored = serde_json::to_string(&workspace).unwrap();
        prop_assert_eq!(serde_json::from_str::<Workspace>(&stored).unwrap(), workspace);
    }

    #[test]
    fn a_replayed_draft_is_its_changes_one_by_one(picks in picks(60)) {
        let mut draft = Draft::new(Uuid::from_u128(1).into(), "Draft", 1);
        let mut workspace = company();
        let mut done = Vec::new();
        let mut refused = Vec::new();
        for (index, pick) in picks.into_iter().enumerate() {
            let intent = pick.intent();
            match workspace.apply(&intent) {
                Ok(_) => done.push(intent.clone()),
                Err(refusal) => refused.push((index, refusal)),
            }
            draft.take(Step::Do { intent: Box::new(intent) });
        }
        let replayed = draft.replay(&company());
        prop_assert_eq!(&replayed.refused, &refused);
        prop_assert_eq!(&replayed.workspace, &workspace);
        // What goes one by one goes together, with the same end; and so it does when it is read back later.
        let together = Intent::Bulk { title: "All".into(), changes: done };
        for way in [Workspace::apply, Workspace::reapply] {
            let mut whole = company();
            way(&mut whole, &together).unwrap();
            prop_assert_eq!(&whole, &workspace);
        }
    }
}
