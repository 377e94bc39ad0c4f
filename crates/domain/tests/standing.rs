//! The standing policy of a number and the ladder are one: they agree at every moment.

use crate::company::*;
use chrono::{DateTime, Utc};
use domain::deflection::{Deflection, Reply};
use domain::ids::{FolderId, HolidayId};
use domain::impact::Handling;
use domain::queue::{AfterHour, CustomHours};
use domain::routing::{
    Decision, InboundText, Outcome, Situation, moment, route, standing, stretches, team_standing,
};
use domain::schedule::{DayMode, Holiday, HolidayFolder, HolidayKind, Schedule, State};
use domain::{Intent, PhoneNumber, Workspace};
use proptest::prelude::*;
use uuid::Uuid;

/// A setting of some level: office hours in some zone, or round the clock but for the holiday, or off.
fn deflections() -> impl Strategy<Value = Option<Deflection>> {
    let zones = ["America/Chicago", "Asia/Tokyo", "Europe/London", "Pacific/Apia"];
    let office = prop::sample::select(zones.to_vec()).prop_map(|zone| Some(office(zone, "office")));
    prop_oneof![
        2 => Just(None),
        1 => Just(Some(Deflection::Off { kept: None })),
        3 => office,
        2 => Just(Some(holidays_only())),
    ]
}

fn christmas() -> HolidayId {
    Uuid::from_u128(900).into()
}

fn holidays_only() -> Deflection {
    let schedule = Schedule::new(zone("Asia/Kolkata"), DayMode::AllDay, [christmas()].into()).unwrap();
    let message = "closed today".to_owned().try_into().unwrap();
    Deflection::On(Reply { schedule, message })
}

fn holiday(message: Option<&str>) -> [Intent; 2] {
    let folder: FolderId = Uuid::from_u128(800).into();
    let holiday = Holiday {
        id: christmas(),
        folder,
        name: "Christmas".to_owned().try_into().unwrap(),
        kind: HolidayKind::Yearly {
            from: "12/25".parse().unwrap(),
            to: "12/26".parse().unwrap(),
        },
        times: None,
        message: message.map(|text| text.to_owned().try_into().unwrap()),
    };
    let name = "All".parse().unwrap();
    [
        Intent::AddHolidayFolder {
            folder: HolidayFolder { id: folder, name },
        },
        Intent::AddHoliday { holiday },
    ]
}

#[derive(Clone, Debug)]
struct Company {
    sms: bool,
    active: bool,
    global: Option<Deflection>,
    team: Option<Deflection>,
    user: Option<Deflection>,
    queue: Option<Reply>,
    members: bool,
    holiday_text: bool,
}

fn companies() -> impl Strategy<Value = Company> {
    let levels = (deflections(), deflections(), deflections(), deflections());
    let flags = (prop::bool::weighted(0.9), any::<[bool; 3]>());
    (levels, flags).prop_map(
        |((global, team, user, queue), (sms, [active, members, holiday_text]))| Company {
            sms,
            active,
            global,
            team,
            user,
            queue: queue.and_then(|setting| setting.reply().cloned()),
            members,
            holiday_text,
        },
    )
}

impl Company {
    fn build(self) -> Workspace {
        let mut workspace = company();
        let agents = if self.members {
            [user(ANN), user(BOB)].into()
        } else {
            [].into()
        };
        let mut intents = Vec::from(holiday(self.holiday_text.then_some("merry")));
        intents.extend([
            assign(n1(), agent(ANN)),
            assign(n2(), leaf(BILLING)),
            Intent::SetUserActive {
                user: user(ANN),
                active: self.active,
            },
            Intent::SetTeamDeflection {
                team: team(SUPPORT),
                deflection: self.team,
            },
            Intent::SetUserDeflection {
                user: user(ANN),
                deflection: self.user,
            },
            Intent::SetQueueMembers {
                queue: queue(BILLING),
                agents,
                teams: [].into(),
            },
        ]);
        intents.extend(
            self.global
                .map(|deflection| Intent::SetGlobalDeflection { deflection }),
        );
        if let Some(reply) = self.queue {
            let hours = CustomHours {
                id: Uuid::from_u128(1).into(),
                name: "Billing".into(),
                schedule: reply.schedule,
            };
            intents.extend([
                Intent::AddHours { hours: hours.clone() },
                Intent::SetQueueHours {
                    queue: queue(BILLING),
                    hours: Some(hours.id),
                },
                Intent::SetAfterHour {
                    queue: queue(BILLING),
                    after_hour: Some(AfterHour::On(reply.message)),
                },
            ]);
        }
        intents.push(Intent::SetSmsChat { on: self.sms });
        after(&mut workspace, intents).unwrap();
        workspace
    }
}

/// What the ladder makes of an ordinary text.
fn decision(workspace: &Workspace, to: PhoneNumber, at: DateTime<Utc>) -> Decision {
    let text = InboundText {
        to,
        from: number("+12025550173"),
        body: "hello",
        at,
    };
    route(workspace, &text, &Situation::default())
}

fn agrees(workspace: &Workspace, to: PhoneNumber, at: DateTime<Utc>) {
    let standing = standing(workspace, to);
    let state = standing.hours.as_ref().map_or(State::Open, |hours| {
        hours.schedule.state_at(workspace.holidays(), at)
    });
    let ending = standing.at(workspace.holidays(), state);
    let decision = decision(workspace, to, at);
    assert_eq!(
        (decision.outcome, decision.row, decision.reply.as_deref()),
        (ending.outcome, ending.row, ending.reply),
        "{to} at {at}"
    );
    if decision.outcome != Outcome::DroppedSmsDisabled {
        assert_eq!(
            (decision.owner, decision.session_type, decision.level),
            (standing.owner, standing.session_type, standing.level)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_ladder_ends_where_the_standing_policy_says(
        company in companies(),
        // December 2026, so that the holidays are met.
        seconds in 0i64..31 * 86_400,
    ) {
        let workspace = company.build();
        let start: DateTime<Utc> = "2026-12-01T00:00:00Z".parse().unwrap();
        let at = start + chrono::Duration::seconds(seconds);
        for to in [n1(), n2(), plain(), number("+14155559999")] {
            agrees(&workspace, to, at);
        }
    }
}

fn handling(workspace: &Workspace, to: PhoneNumber, at: DateTime<Utc>) -> Handling {
    Handling::of(decision(workspace, to, at).outcome)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn what_is_said_of_now_is_so_until_it_says_and_no_longer(
        company in companies(),
        seconds in 0i64..31 * 86_400,
    ) {
        let workspace = company.build();
        let start: DateTime<Utc> = "2026-12-01T00:00:00Z".parse().unwrap();
        let at = start + chrono::Duration::seconds(seconds);
        for to in [n1(), n2(), plain(), number("+14155559999")] {
            let found = moment(&workspace, to, at);
            let until = found.until.map(|(until, _)| until);
            let end = until.unwrap_or(at + chrono::Duration::days(40));
            let mut probe = at;
            while probe < end {
                prop_assert_eq!(handling(&workspace, to, probe), Handling::of(found.outcome), "{} at {}", to, probe);
                probe += chrono::Duration::minutes(20);
            }
            if let Some(until) = until {
                prop_assert!(until > at);
                prop_assert_ne!(handling(&workspace, to, until), Handling::of(found.outcome), "{} at {}", to, until);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_stretches_of_a_week_hold_what_is_so_at_each_moment(
        company in companies(),
        seconds in 0i64..31 * 86_400,
    ) {
        let workspace = company.build();
        let start: DateTime<Utc> = "2026-12-01T00:00:00Z".parse().unwrap();
        let from = start + chrono::Duration::seconds(seconds);
        let to = from + chrono::Duration::days(7);
        for number in [n1(), n2(), plain(), number("+14155559999")] {
            let found = stretches(&workspace, number, from, to);
            prop_assert_eq!((found[0].from, found[found.len() - 1].to), (from, to));
            for (one, next) in found.iter().zip(found.iter().skip(1)) {
                prop_assert_eq!(one.to, next.from);
                prop_assert_ne!(one.outcome, next.outcome);
            }
            for stretch in found {
                let mut probe = stretch.from;
                while probe < stretch.to {
                    prop_assert_eq!(decision(&workspace, number, probe).outcome, stretch.outcome, "{} at {}", number, probe);
                    probe += chrono::Duration::minutes(90);
                }
            }
            prop_assert_eq!(stretches(&workspace, number, from, from), []);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a26_what_is_said_of_a_team_holds_for_its_agents_without_settings_of_their_own(
        company in companies(),
        seconds in 0i64..31 * 86_400,
    ) {
        let workspace = Company { user: None, active: true, ..company }.build();
        let start: DateTime<Utc> = "2026-12-01T00:00:00Z".parse().unwrap();
        let from = start + chrono::Duration::seconds(seconds);
        let to = from + chrono::Duration::days(7);
        let of_team = team_standing(&workspace, team(SUPPORT));
        let holidays = workspace.holidays();
        prop_assert_eq!(of_team.stretches(holidays, from, to), stretches(&workspace, n1(), from, to));
        prop_assert_eq!(of_team.moment(holidays, from), moment(&workspace, n1(), from));
    }
}

#[test]
fn zones_are_those_of_all_hours_that_anybody_has() {
    let mut workspace = company();
    let own = workspace.settings().hours.zone();
    assert_eq!(workspace.zones(), [own].into());
    let setting = |zone: &str| Some(office(zone, "office"));
    after(
        &mut workspace,
        [
            Intent::SetTeamDeflection {
                team: team(SUPPORT),
                deflection: setting("Asia/Tokyo"),
            },
            Intent::SetUserDeflection {
                user: user(ANN),
                deflection: setting("Europe/London"),
            },
        ],
    )
    .unwrap();
    assert_eq!(
        workspace.zones(),
        [own, zone("Asia/Tokyo"), zone("Europe/London")].into()
    );
}

#[test]
fn r41_a_leaf_answers_once_an_agent_is_assigned_by_name_or_through_a_team() {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), leaf(BILLING))]).unwrap();
    let row = |workspace: &Workspace| {
        let text = InboundText {
            to: n1(),
            from: number("+12025550173"),
            body: "hi",
            at: "2026-10-15T15:00:00Z".parse().unwrap(),
        };
        let decision = route(workspace, &text, &Situation::default());
        (decision.row, decision.outcome.code())
    };
    let (waits, offered) = (("D25", "waiting.queue_no_agents"), ("D26", "offered.queue"));
    assert_eq!(row(&workspace), waits);
    after(&mut workspace, [members(BILLING, &[ANN], &[])]).unwrap();
    assert_eq!(row(&workspace), offered);
    // A team counts when an agent is in it or below it.
    let empty = Intent::AddTeam {
        team: team(40),
        name: "Empty".into(),
        parent: None,
    };
    after(&mut workspace, [empty, members(BILLING, &[], &[40])]).unwrap();
    assert_eq!(row(&workspace), waits);
    after(&mut workspace, [members(BILLING, &[], &[SUPPORT])]).unwrap();
    assert_eq!(row(&workspace), offered);
    let gone = Intent::SetUserActive {
        user: user(ANN),
        active: false,
    };
    after(&mut workspace, [gone]).unwrap();
    assert_eq!(row(&workspace), waits);
}
