//! An impact that follows a draft: how many numbers are looked at again, runs that are broken off, and far-off years.

use chrono::{DateTime, Utc};
use domain::impact::{Groups, Handling, Horizon, Impact, ImpactRun, MAX_MONTHS};
use domain::{Intent, Workspace};
use proptest::prelude::*;

use crate::company::*;
use crate::large::{self, Policies};
use crate::picks::{Pick, picks};

fn horizon() -> Horizon {
    Horizon::months("2026-10-15T14:32:00Z".parse().unwrap(), 12)
}

/// Ann has n1 and two more, Bob has one, and Billing, whose only member he is, has n2.
fn owned() -> Workspace {
    let mut workspace = company();
    let more = ["+14155550111", "+14155550112"].map(number);
    let intents = [
        Intent::SetGlobalDeflection {
            deflection: office("America/Chicago", "Closed"),
        },
        add(more[0], "More", true),
        add(more[1], "Still more", true),
        assign(more[0], agent(ANN)),
        assign(more[1], agent(ANN)),
        members(BILLING, &[BOB], &[]),
        Intent::MarkDirect { number: plain() },
        assign(plain(), agent(BOB)),
    ];
    after(
        &mut workspace,
        [assign(n1(), agent(ANN)), assign(n2(), leaf(BILLING))],
    )
    .unwrap();
    after(&mut workspace, intents).unwrap();
    workspace
}

fn same(one: &Impact, other: &Impact) {
    let all = |impact: &Impact| -> Vec<_> {
        impact
            .numbers()
            .map(|(number, change)| (number, (**change).clone()))
            .collect()
    };
    assert_eq!(all(one), all(other));
    assert_eq!((one.totals(), one.digest()), (other.totals(), other.digest()));
}

/// A run after one more intent looks at so many numbers, and finds what a run from scratch finds.
#[track_caller]
fn looks_at(numbers: usize, intent: &Intent) {
    let before = owned();
    let mut draft = before.clone();
    let relabel = Intent::Relabel {
        number: n2(),
        label: "Renamed".parse().unwrap(),
    };
    after(&mut draft, [relabel]).unwrap();
    let found = ImpactRun::new(&before, &draft, horizon()).finish();
    draft.apply(intent).unwrap();
    let run = ImpactRun::revise(&found, &before, &draft);
    assert_eq!(run.progress().total, numbers, "{intent:?}");
    same(
        &run.finish(),
        &ImpactRun::new(&before, &draft, horizon()).finish(),
    );
}

#[test]
fn a_changed_intent_recomputes_only_the_numbers_it_can_touch() {
    let all = owned().numbers().len();
    let night = || office("Asia/Tokyo", "Night");
    // Itself.
    looks_at(
        1,
        &Intent::Relabel {
            number: n1(),
            label: "Other".parse().unwrap(),
        },
    );
    looks_at(1, &Intent::Unassign { number: n2() });
    looks_at(1, &add(number("+14155550119"), "New", true));
    // Those of the agent.
    looks_at(
        3,
        &Intent::SetUserDeflection {
            user: user(ANN),
            deflection: Some(night()),
        },
    );
    looks_at(
        1,
        &Intent::SetUserDeflection {
            user: user(BOB),
            deflection: Some(night()),
        },
    );
    looks_at(
        0,
        &Intent::SetUserDeflection {
            user: user(MAX),
            deflection: Some(night()),
        },
    );
    // And those of the queues, whose members they may be.
    looks_at(
        2,
        &Intent::SetUserActive {
            user: user(BOB),
            active: false,
        },
    );
    looks_at(
        4,
        &Intent::SetTeams {
            user: user(ANN),
            teams: [team(SUPPORT)].into(),
        },
    );
    // What no text from a stranger meets.
    looks_at(
        0,
        &Intent::Block {
            sender: number("+12025550173"),
        },
    );
    looks_at(0, &add_pin(pin(70, "Night")));
    let thresholds = Intent::SetThresholds {
        missed_chat: 3,
        unresponsive: 4,
    };
    looks_at(0, &thresholds);
    looks_at(0, &Intent::SetReplyLimit { minutes: 0 });
    // Those of a team's members, and those of the queue below.
    let of_team = |id| Intent::SetTeamDeflection {
        team: team(id),
        deflection: Some(night()),
    };
    looks_at(3, &of_team(L1));
    looks_at(3, &of_team(SUPPORT));
    let greeting = Intent::SetGreeting {
        queue: queue(SALES),
        greeting: Some("Welcome".to_owned().try_into().unwrap()),
    };
    looks_at(1, &greeting);
    // Anybody may have inherited it: each number is asked.
    looks_at(all, &Intent::SetGlobalDeflection { deflection: night() });
    looks_at(all, &Intent::SetSmsChat { on: false });
}

#[test]
fn a_run_that_is_broken_off_leaves_nothing_behind() {
    let before = owned();
    let found = Impact::none(&before, horizon());
    let mut first = before.clone();
    after(
        &mut first,
        [Intent::SetGlobalDeflection {
            deflection: office("Asia/Tokyo", "Night"),
        }],
    )
    .unwrap();
    let mut second = before.clone();
    after(&mut second, [Intent::Unassign { number: n1() }]).unwrap();

    let mut run = ImpactRun::revise(&found, &before, &first);
    let half = run.progress().total / 2;
    assert_eq!(run.step(half).done, half);
    assert!(!run.is_done());
    drop(run);
    // What was looked at before is as it was, and the next run begins there.
    assert!(found.is_empty());
    let mut run = ImpactRun::revise(&found, &before, &second);
    assert_eq!((run.progress().done, run.progress().total), (0, 1));
    run.step(1);
    assert!(run.is_done());
    let revised = run.finish();
    assert_eq!(
        revised.numbers().map(|(number, _)| number).collect::<Vec<_>>(),
        [n1()]
    );
    same(&revised, &ImpactRun::new(&before, &second, horizon()).finish());
    // The same when it goes on from a run that was not broken off.
    let whole = ImpactRun::revise(&found, &before, &first).finish();
    same(&ImpactRun::revise(&whole, &before, &second).finish(), &revised);
}

#[test]
fn groups_follow_a_draft_whether_few_numbers_move_or_many() {
    let before = large::company(300, Policies::Different);
    let longer = large::an_hour_longer(&before, Policies::Different);
    let agent = |place: u32, longer: u32| Intent::SetUserDeflection {
        user: large::user(place),
        deflection: Some(large::deflection(place, longer)),
    };
    let mut one = longer.clone();
    after(&mut one, [agent(7, 90)]).unwrap();
    let mut back = one.clone();
    after(&mut back, [agent(8, 0), agent(7, 0)]).unwrap();
    let mut gone = back.clone();
    let number = large::number(9);
    after(&mut gone, [Intent::RemoveNumber { number }]).unwrap();
    let mut found = Impact::none(&before, horizon());
    let mut groups = Groups::default();
    for draft in [
        &longer, &one, &back, &gone, &one, &longer, &before, &longer, &before,
    ] {
        found = ImpactRun::revise(&found, &before, draft).finish();
        same(&found, &ImpactRun::new(&before, draft, horizon()).finish());
        groups.follow(&found);
        assert_eq!(groups.all(), found.groups());
    }
    assert_eq!(groups.all(), []);
}

#[test]
fn minutes_add_up_over_the_longest_horizon_and_in_the_year_9999() {
    let mut before = company();
    after(
        &mut before,
        [assign(n2(), leaf(BILLING)), members(BILLING, &[BOB], &[])],
    )
    .unwrap();
    let mut after_it = before.clone();
    after(&mut after_it, [Intent::UnmarkDirect { number: n2() }]).unwrap();
    let check = |from: &str, months: u32, minutes: u32| {
        let from: DateTime<Utc> = from.parse().unwrap();
        let found = domain::impact::impact(&before, &after_it, from, months);
        let lost = |handling| {
            found
                .change(n2())
                .map_or(0, |change| change.minutes.lost(handling))
        };
        assert_eq!(lost(Handling::Answered), minutes, "{from} {months}");
        assert_eq!(found.horizon().minutes(), i64::from(minutes), "{from} {months}");
    };
    // Billing was open round the clock: every minute is lost.
    let minutes_a_day = 24 * 60;
    check("2026-01-01T00:00:00Z", 12, 365 * minutes_a_day);
    check("2026-01-01T00:00:00Z", MAX_MONTHS, 3_652 * minutes_a_day);
    check("2026-01-01T00:00:00Z", u32::MAX, 3_652 * minutes_a_day);
    check("9999-01-01T00:00:00Z", 12, 365 * minutes_a_day);
    check("1970-01-01T00:00:00Z", 12, 365 * minutes_a_day);
    // There are no twelve months left: nothing to look at.
    let last = DateTime::<Utc>::MAX_UTC;
    assert_eq!(Horizon::months(last, 12).minutes(), 0);
    assert!(domain::impact::impact(&before, &after_it, last, 12).is_empty());
    // A span of eight thousand years is cut to the longest horizon.
    let span = Horizon::between(
        "1970-01-01T00:00:00Z".parse().unwrap(),
        "9999-12-31T23:59:00Z".parse().unwrap(),
    );
    assert_eq!(span.minutes(), i64::from(3_652 * minutes_a_day));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever an admin does next: the numbers that are not looked at again are those that stay as they were.
    #[test]
    fn a_revised_impact_is_that_from_scratch_after_anything(picks in picks(16)) {
        let before = owned();
        let horizon = Horizon::months("2026-10-15T14:32:00Z".parse().unwrap(), 1);
        let mut draft = before.clone();
        let mut found = Impact::none(&before, horizon);
        let mut groups = Groups::default();
        for intent in picks.into_iter().map(Pick::intent) {
            if draft.apply(&intent).is_ok() {
                found = ImpactRun::revise(&found, &before, &draft).finish();
                same(&found, &ImpactRun::new(&before, &draft, horizon).finish());
                groups.follow(&found);
                prop_assert_eq!(groups.all(), found.groups());
            }
        }
    }
}
