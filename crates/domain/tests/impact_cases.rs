//! The impact of changes that can be reckoned by hand, and what the charts, the rehearsal and the findings say.

use std::collections::BTreeSet;

use crate::company::*;
use crate::random;
use chrono::{DateTime, Utc};
use domain::deflection::{Deflection, Level, Reply};
use domain::impact::{
    FindingKind, FindingsDifference, Handling, Horizon, Impact, TextOf, Theme, answers, coverage, findings,
    impact, rehearse,
};
use domain::routing::{Decision, Outcome};
use domain::schedule::{DayHours, DayMode, Interval, Schedule};
use domain::{Intent, Scenario, Workspace};
use proptest::prelude::*;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn year() -> Horizon {
    Horizon::months(utc("2026-10-15T14:32:00Z"), 12)
}

/// These hours on each day, Sunday first; an empty text is a closed day.
fn hours(zone_name: &str, days: [&str; 7], message: &str) -> Deflection {
    let day = |text: &str| {
        let interval = text
            .split_once('-')
            .map(|(from, to)| Interval::new(from.parse().unwrap(), to.parse().unwrap()).unwrap());
        DayHours::new(interval.into_iter().collect()).unwrap()
    };
    let days = DayMode::PerDay { days: days.map(day) };
    Deflection::On(Reply {
        schedule: Schedule::new(zone(zone_name), days, BTreeSet::new()).unwrap(),
        message: message.to_owned().try_into().unwrap(),
    })
}

const OFFICE: [&str; 7] = [
    "",
    "09:00-17:00",
    "09:00-17:00",
    "09:00-17:00",
    "09:00-17:00",
    "09:00-17:00",
    "",
];

/// Ann has n1, and the office in Chicago is open on working days from nine to five.
fn office_of_ann(message: &str) -> Workspace {
    let mut workspace = company();
    let intents = [
        assign(n1(), agent(ANN)),
        Intent::SetGlobalDeflection {
            deflection: hours("America/Chicago", OFFICE, message),
        },
    ];
    after(&mut workspace, intents).unwrap();
    workspace
}

fn changed(before: &Workspace, intent: Intent) -> Impact {
    let mut draft = before.clone();
    draft.apply(&intent).unwrap();
    impact(before, &draft, year().from(), 12)
}

#[test]
fn the_same_minutes_are_one_group_however_they_are_written() {
    let mut before = company();
    after(&mut before, [assign(n1(), agent(ANN)), assign(n2(), agent(BOB))]).unwrap();
    let groups = |ann: Deflection, bob: Deflection| {
        let mut draft = before.clone();
        for (id, deflection) in [(ANN, ann), (BOB, bob)] {
            let deflection = Some(deflection);
            let intent = Intent::SetUserDeflection {
                user: user(id),
                deflection,
            };
            draft.apply(&intent).unwrap();
        }
        impact(&before, &draft, year().from(), 12).groups().len()
    };
    // Day by day, or weekdays and weekends: both nine to five.
    let by_day = |days| hours("America/Chicago", days, "Closed.");
    let week = || office("America/Chicago", "Closed.");
    assert_eq!(groups(by_day(OFFICE), week()), 1);
    // New York's ten to six are the same minutes, its clock changes on the same Sundays; Regina's never does.
    let ten_to_six = OFFICE.map(|day| if day.is_empty() { "" } else { "10:00-18:00" });
    assert_eq!(
        groups(hours("America/New_York", ten_to_six, "Closed."), week()),
        1
    );
    assert_eq!(groups(hours("America/Regina", OFFICE, "Closed."), week()), 2);
    // A single minute of a week, or another text, is another change.
    let mut longer = OFFICE;
    longer[3] = "09:00-17:01";
    assert_eq!(groups(by_day(longer), week()), 2);
    assert_eq!(groups(hours("America/Chicago", OFFICE, "Shut."), week()), 2);
}

#[test]
fn three_more_hours_on_fridays_are_156_a_year() {
    let mut days = OFFICE;
    days[5] = "09:00-20:00";
    let before = office_of_ann("Closed.");
    let found = changed(
        &before,
        Intent::SetGlobalDeflection {
            deflection: hours("America/Chicago", days, "Closed."),
        },
    );
    // 52 Fridays from 16 October 2026 to 8 October 2027; the clock changes fall on Sundays.
    let totals = found.totals();
    assert_eq!(totals.gained(Handling::Answered), 52 * 3 * 60);
    assert_eq!(totals.lost(Handling::Answered), 0);
    assert_eq!(totals.changed_min, 52 * 3 * 60);
    assert_eq!(totals.first.unwrap().at, utc("2026-10-16T22:00:00Z"));
    assert_eq!(found.groups()[0].change.theme, Theme::Hours);
    let ranges = found.differences(n1());
    assert_eq!(ranges.len(), 52);
    // After the first Sunday of November, five in the afternoon is an hour later in UTC.
    assert_eq!(ranges[3].from, utc("2026-11-06T23:00:00Z"));
    assert_eq!(ranges[3].to, utc("2026-11-07T02:00:00Z"));
}

#[test]
fn a_sunday_night_has_an_hour_more_when_clocks_go_back() {
    let mut days = OFFICE;
    days[0] = "00:00-06:00";
    let before = office_of_ann("Closed.");
    let found = changed(
        &before,
        Intent::SetGlobalDeflection {
            deflection: hours("America/Chicago", days, "Closed."),
        },
    );
    // 52 Sundays of six hours: one of seven, one of five.
    assert_eq!(found.totals().gained(Handling::Answered), 52 * 6 * 60);
    let lengths: BTreeSet<_> = found
        .differences(n1())
        .iter()
        .map(domain::impact::Range::minutes)
        .collect();
    assert_eq!(lengths, BTreeSet::from([300, 360, 420]));
    let rehearsal = rehearse(found.after(), [n1()], year());
    let changes: Vec<_> = rehearsal
        .clock_changes
        .iter()
        .map(|change| (change.at, change.is_forward(), change.touched[0].open_min))
        .collect();
    let expected = [
        (utc("2026-11-01T07:00:00Z"), false, 60),
        (utc("2027-03-14T08:00:00Z"), true, 60),
    ];
    assert_eq!(changes, expected);
    assert!(rehearsal.clock_changes[0].touched[0].boundaries.is_empty());
}

#[test]
fn themes_name_what_happens() {
    let before = office_of_ann("Closed.");
    let theme = |intent| changed(&before, intent).groups()[0].change.theme;
    assert_eq!(theme(assign(n2(), agent(BOB))), Theme::OwnerGained);
    assert_eq!(theme(Intent::Unassign { number: n1() }), Theme::OwnerLost);
    assert_eq!(theme(Intent::RemoveNumber { number: n2() }), Theme::Removed);
    assert_eq!(theme(Intent::SetSmsChat { on: false }), Theme::SmsSwitched);
    assert_eq!(
        theme(Intent::MarkDirect { number: plain() }),
        Theme::DirectChanged
    );
    let own = |message| Intent::SetUserDeflection {
        user: user(ANN),
        deflection: Some(hours("America/Chicago", OFFICE, message)),
    };
    assert_eq!(theme(own("Closed.")), Theme::Level);
    assert_eq!(theme(own("Away.")), Theme::Reply);
    let inactive = changed(
        &before,
        Intent::SetUserActive {
            user: user(ANN),
            active: false,
        },
    );
    assert_eq!(inactive.totals().never_answered, [n1()]);
    assert!(
        changed(
            &before,
            Intent::Block {
                sender: number("+14155559999")
            }
        )
        .is_empty()
    );
}

#[track_caller]
fn check_found(workspace: &Workspace, expected: &[FindingKind]) {
    let kinds: Vec<_> = findings(workspace, year())
        .iter()
        .map(|found| found.kind)
        .collect();
    assert_eq!(kinds, expected);
}

/// What a text like the example of a finding meets, the horizon begun at night.
#[track_caller]
fn met(workspace: &Workspace, is_meant: fn(&FindingKind) -> bool) -> Decision {
    let night = Horizon::months(utc("2026-10-15T03:00:00Z"), 12);
    let found = findings(workspace, night);
    let found = found.iter().find(|found| is_meant(&found.kind)).unwrap();
    let example = found.example.unwrap();
    let scenario = Scenario {
        to: example.number,
        at: example.at,
        ..pin(1, "").scenario
    };
    scenario.route(workspace)
}

#[test]
fn a38_d15_the_example_of_a_finding_shows_what_is_found() {
    let mut long = office_of_ann(&"a".repeat(161));
    let sent = met(&long, |kind| matches!(kind, FindingKind::LongText { .. }));
    assert_eq!(sent.reply, Some("a".repeat(161)));
    let inactive = Intent::SetUserActive {
        user: user(ANN),
        active: false,
    };
    after(&mut long, [inactive]).unwrap();
    let waits = met(&long, |kind| matches!(kind, FindingKind::AgentMissing { .. }));
    assert_eq!(waits.outcome, Outcome::WaitingAgentMissing);
    let nobody = met(&long, |kind| matches!(kind, FindingKind::NoOwner { .. }));
    assert_eq!(nobody.outcome, Outcome::DroppedDirectUnassigned);
}

#[test]
fn a_text_that_promises_other_hours_is_found_with_a_moment_at_which_it_does() {
    let global = TextOf::Deflection(Level::Global);
    let promise = FindingKind::PromiseBroken { text: global };
    let rest = [
        FindingKind::NoOwner { number: n2() },
        FindingKind::NoPersonalQueue { user: user(ANN) },
    ];
    for kept in [
        "We answer Mon-Fri 9am-5pm.",
        "Back soon.",
        "Open 9:00-17:00",
        "Back on Monday at 9",
    ] {
        check_found(&office_of_ann(kept), &rest);
    }
    for broken in [
        "Back tomorrow at 9",
        "We answer Mon-Sat 9am-5pm",
        "Open 9am-6pm",
        "We are here 24/7.",
    ] {
        check_found(&office_of_ann(broken), &[rest[0], promise, rest[1]]);
    }
    // On a Saturday at nine in Chicago it says that somebody is there.
    let saturday = findings(&office_of_ann("We answer Mon-Sat 9am-5pm"), year());
    let example = saturday[1].example.unwrap();
    assert_eq!((example.number, example.at), (n1(), utc("2026-10-17T14:00:00Z")));
}

#[test]
fn r71_a30_a46_findings_name_the_record() {
    let before = office_of_ann("Closed.");
    let rest = [
        FindingKind::NoOwner { number: n2() },
        FindingKind::NoPersonalQueue { user: user(ANN) },
    ];
    let with = |intents: &[Intent]| {
        let mut workspace = before.clone();
        after(&mut workspace, intents.iter().cloned()).unwrap();
        workspace
    };
    let own = |deflection| Intent::SetUserDeflection {
        user: user(ANN),
        deflection: Some(deflection),
    };
    let inactive = with(&[Intent::SetUserActive {
        user: user(ANN),
        active: false,
    }]);
    let missing = FindingKind::AgentMissing {
        number: n1(),
        user: user(ANN),
    };
    check_found(&inactive, &[rest[0], missing, rest[1]]);
    let never = with(&[own(hours("UTC", [""; 7], "Closed."))]);
    check_found(
        &never,
        &[rest[0], FindingKind::NeverOpen { number: n1() }, rest[1]],
    );
    let idle = FindingKind::IdleOverride {
        level: Level::User(user(ANN)),
    };
    check_found(
        &with(&[own(hours("America/Chicago", OFFICE, "Closed."))]),
        &[rest[0], idle, rest[1]],
    );
    let unused = with(&[
        Intent::AddTeam {
            team: team(30),
            name: "Nobody".into(),
            parent: None,
        },
        Intent::SetTeamDeflection {
            team: team(30),
            deflection: Some(office("UTC", "Away.")),
        },
    ]);
    check_found(
        &unused,
        &[
            rest[0],
            FindingKind::UnusedTeamSetting { team: team(30) },
            rest[1],
        ],
    );
    let long = FindingKind::LongText {
        text: TextOf::Deflection(Level::User(user(ANN))),
        segments: 2,
        forced_by: None,
    };
    check_found(
        &with(&[own(hours("UTC", OFFICE, &"a".repeat(161)))]),
        &[rest[0], rest[1], long],
    );
    let queue_owned = with(&[assign(n2(), leaf(BILLING))]);
    let without = FindingKind::QueueWithoutAgents {
        number: n2(),
        queue: queue(BILLING),
    };
    check_found(&queue_owned, &[without, rest[1]]);
    let difference = FindingsDifference::between(&findings(&before, year()), &findings(&queue_owned, year()));
    assert_eq!(
        difference.new.iter().map(|found| found.kind).collect::<Vec<_>>(),
        [without]
    );
    assert_eq!(
        difference
            .solved
            .iter()
            .map(|found| found.kind)
            .collect::<Vec<_>>(),
        [rest[0]]
    );
}

#[test]
fn a_normal_week_is_seen_in_the_coverage() {
    let workspace = office_of_ann("Closed.");
    let found = coverage(&workspace, [n1()], year(), zone("America/Chicago"));
    // Friday, half past four: 52 of them, always answered; half an hour later never.
    let (before, after) = (found.week[4][33], found.week[4][34]);
    assert_eq!((before.answered_min, before.deflected_min), (52 * 30, 0));
    assert_eq!((after.answered_min, after.deflected_min), (0, 52 * 30));
    assert_eq!(found.hours_of(4)[16].answered_permille(), 1000);
    assert_eq!(found.total().answered_min, 261 * 8 * 60);
    assert_eq!(found.days.len(), 366);
    // Clocks go back on the first of November.
    assert_eq!(found.days[17].shares.total_min(), 25 * 60);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_coverage_adds_up_to_the_answers(seed: u64, place in 0..random::ZONES.len()) {
        let workspace = random::workspace(&mut random::Dice::new(seed));
        let horizon = Horizon::months(utc("2026-10-15T14:32:00Z"), 6);
        let numbers: Vec<_> = workspace.numbers().map(|number| number.number).collect();
        let found = coverage(&workspace, numbers.iter().copied(), horizon, zone(random::ZONES[place]));
        let mut expected = [0, 0, 0];
        for stretch in numbers.iter().flat_map(|&number| answers(&workspace, number, horizon)) {
            let minutes = u64::try_from((stretch.to - stretch.from).num_minutes()).unwrap();
            expected[Handling::of(stretch.answer.outcome) as usize] += minutes;
        }
        let total = found.total();
        prop_assert_eq!([total.answered_min, total.deflected_min, total.nobody_min], expected);
        let week: u64 = found.week.iter().flatten().map(|shares| shares.total_min()).sum();
        prop_assert_eq!(week, total.total_min());
        // Neither rehearsal nor findings may fail on any company.
        let _ = (rehearse(&workspace, numbers, horizon), findings(&workspace, horizon));
    }
}
