//! The impact against the routing itself: brute force, minute by minute, around clock changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use domain::impact::{Answer, Handling, Horizon, Impact, ImpactRun, Range, impact};
use domain::number::{NumberRole, Owner};
use domain::routing::{InboundText, Outcome, Situation, recipients, route};
use domain::{PhoneNumber, Workspace};
use proptest::prelude::*;

use crate::random::{self, Dice, NUMBERS, number};

/// Moments around which clocks change somewhere, and a plain week.
const CHANGES: [&str; 8] = [
    "2026-10-25T01:00:00Z",
    "2026-11-01T07:00:00Z",
    "2027-03-14T08:00:00Z",
    "2027-03-28T01:00:00Z",
    "2026-10-03T16:00:00Z",
    "2027-04-03T15:00:00Z",
    "2027-04-04T03:00:00Z",
    "2026-12-24T12:00:00Z",
];

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The answer as the table gives it, with what it leaves to the records.
fn by_table(workspace: &Workspace, to: PhoneNumber, at: DateTime<Utc>) -> Answer {
    let text = InboundText {
        to,
        from: "+447700900123".parse().unwrap(),
        body: "hello",
        at,
    };
    let decision = route(workspace, &text, &Situation::default());
    let role = workspace.number(to).map(|number| &number.role);
    let owner = match role {
        Some(NumberRole::Direct { owner }) => *owner,
        Some(NumberRole::Normal { inbound, .. }) => inbound.map(Owner::Queue),
        None => None,
    };
    let asked = matches!(
        decision.outcome,
        Outcome::OfferedQueue | Outcome::QueueAfterHourMessage
    );
    let recipients = owner.filter(|_| asked).map(|owner| recipients(workspace, owner));
    Answer {
        outcome: decision.outcome,
        reply: decision.reply.as_deref().map(Arc::from),
        session_type: decision.session_type,
        level: decision.level,
        owner: owner.filter(|_| workspace.settings().sms_chat),
        recipients: recipients.unwrap_or_default().into(),
    }
}

fn pair(seed: u64, intents: u64) -> (Workspace, Workspace, Dice) {
    let mut dice = Dice::new(seed);
    let before = random::workspace(&mut dice);
    let mut after = before.clone();
    for _ in 0..intents {
        let _ = after.apply(&random::intent(&mut dice));
    }
    (before, after, dice)
}

/// The numbers of either list.
fn listed(before: &Workspace, after: &Workspace) -> impl Iterator<Item = PhoneNumber> {
    let all = before
        .numbers()
        .chain(after.numbers())
        .map(|number| number.number);
    all.collect::<BTreeSet<_>>().into_iter()
}

#[track_caller]
fn check_ranges(ranges: &[Range], horizon: Horizon) {
    assert_eq!(ranges.first().map(|range| range.from), Some(horizon.from()));
    assert_eq!(ranges.last().map(|range| range.to), Some(horizon.to()));
    for pair in ranges.windows(2) {
        assert_eq!(pair[0].to, pair[1].from, "gapless");
        let alike = pair[0].before == pair[1].before && pair[0].after == pair[1].after;
        assert!(!alike, "neighbours differ");
    }
    assert!(ranges.iter().all(|range| range.from < range.to));
}

/// The change of a number must be what its ranges say.
#[track_caller]
fn check_change(found: &Impact, number: PhoneNumber) {
    let ranges = found.ranges(number);
    check_ranges(&ranges, found.horizon());
    let changed: i64 = ranges
        .iter()
        .filter(|range| range.differs())
        .map(Range::minutes)
        .sum();
    let Some(change) = found.change(number) else {
        assert_eq!(changed, 0, "{number} is missing");
        return;
    };
    assert_eq!(i64::from(change.changed_min), changed, "{number}");
    for before in Handling::ALL {
        for after in Handling::ALL {
            let cell = |range: &&Range| {
                Handling::of(range.before.outcome) == before && Handling::of(range.after.outcome) == after
            };
            let minutes: i64 = ranges.iter().filter(cell).map(Range::minutes).sum();
            assert_eq!(i64::from(change.minutes.of(before, after)), minutes, "{number}");
        }
    }
    let first = ranges.iter().find(|range| range.differs()).unwrap();
    assert_eq!(change.first.at, first.from);
    assert_eq!(change.first.before, first.before.outcome);
    assert_eq!(change.first.after, first.after.outcome);
}

#[track_caller]
fn check_totals(found: &Impact) {
    let totals = found.totals();
    assert_eq!(totals.numbers, found.numbers().len());
    let sum = |of: &dyn Fn(&domain::impact::Change) -> u32| -> u64 {
        found.numbers().map(|(_, change)| u64::from(of(change))).sum()
    };
    assert_eq!(totals.changed_min, sum(&|change| change.changed_min));
    for handling in Handling::ALL {
        assert_eq!(
            totals.gained(handling),
            sum(&|change| change.minutes.gained(handling))
        );
        assert_eq!(
            totals.lost(handling),
            sum(&|change| change.minutes.lost(handling))
        );
    }
    // Every minute gained by one handling is lost by another.
    assert_eq!(
        totals.gained_min.iter().sum::<u64>(),
        totals.lost_min.iter().sum::<u64>()
    );
    let first = found.numbers().map(|(_, change)| change.first.at).min();
    assert_eq!(totals.first.map(|first| first.at), first);
    let groups = found.groups();
    let grouped: usize = groups.iter().map(|group| group.numbers.len()).sum();
    assert_eq!(grouped, totals.numbers);
    let clusters = domain::impact::clusters(&groups);
    let summed = |part: fn(&domain::impact::Cluster) -> u64| clusters.iter().map(part).sum::<u64>();
    assert_eq!(summed(|cluster| cluster.numbers as u64), grouped as u64);
    assert_eq!(
        summed(|cluster| cluster.gained_min),
        totals.gained(Handling::Answered)
    );
    assert_eq!(
        summed(|cluster| cluster.lost_min),
        totals.lost(Handling::Answered)
    );
    let mut places: Vec<usize> = clusters
        .iter()
        .flat_map(|cluster| cluster.places.clone())
        .collect();
    for cluster in &clusters {
        assert!(cluster.places.is_sorted());
        assert!(
            cluster
                .places
                .iter()
                .all(|place| groups[*place].change.theme == cluster.theme)
        );
    }
    places.sort_unstable();
    assert!(places.into_iter().eq(0..groups.len()));
}

/// Two impacts are the same in everything that can be asked.
#[track_caller]
fn check_same(one: &Impact, other: &Impact) {
    let all = |found: &Impact| -> Vec<_> {
        found
            .numbers()
            .map(|(number, change)| (number, (**change).clone()))
            .collect()
    };
    assert_eq!(all(one), all(other));
    assert_eq!(one.totals(), other.totals());
    assert_eq!(one.groups(), other.groups());
    assert_eq!(one.digest(), other.digest());
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn the_impact_is_what_routing_does_minute_by_minute(seed: u64, near in 0..CHANGES.len()) {
        let (before, after, mut dice) = pair(seed, 3);
        let middle = utc(CHANGES[near]);
        let horizon = Horizon::between(middle - Duration::hours(14), middle + Duration::hours(14));
        let found = ImpactRun::new(&before, &after, horizon).finish();
        let number = number(dice.below(NUMBERS));
        let ranges = found.ranges(number);
        check_ranges(&ranges, horizon);
        for range in &ranges {
            let mut at = range.from;
            while at < range.to {
                prop_assert_eq!(&*range.before, &by_table(&before, number, at), "before, at {}", at);
                prop_assert_eq!(&*range.after, &by_table(&after, number, at), "after, at {}", at);
                at += Duration::minutes(1);
            }
        }
        listed(&before, &after).for_each(|number| check_change(&found, number));
    }

    #[test]
    fn an_impact_revised_is_the_impact_from_scratch(seed: u64) {
        let (before, mut after, mut dice) = pair(seed, 1);
        let horizon = Horizon::months(utc("2026-10-15T14:32:10Z"), 6);
        let mut found = ImpactRun::new(&before, &after, horizon).finish();
        let mut before = before;
        for _ in 0..8 {
            let _ = after.apply(&random::intent(&mut dice));
            if dice.chance(4) {
                let _ = before.apply(&random::intent(&mut dice));
            }
            let mut run = ImpactRun::revise(&found, &before, &after);
            while !run.is_done() {
                let before = run.progress();
                let progress = run.step(3);
                assert_eq!(progress.done, (before.done + 3).min(progress.total));
            }
            found = run.finish();
            check_same(&found, &ImpactRun::new(&before, &after, horizon).finish());
        }
    }

    #[test]
    fn nothing_differs_between_a_workspace_and_itself(seed: u64) {
        let (before, after, _) = pair(seed, 2);
        let from = utc("2026-10-15T14:32:10Z");
        prop_assert!(impact(&after, &after.clone(), from, 12).is_empty());
        // Read anew from its file, nothing is shared and still nothing differs.
        let file = serde_json::to_string(&after).unwrap();
        let read: Workspace = serde_json::from_str(&file).unwrap();
        prop_assert!(impact(&after, &read, from, 12).is_empty());
        check_same(&impact(&before, &after, from, 2), &impact(&before, &read, from, 2));
    }
}

proptest! {
    // A year of many numbers takes its time without optimisation.
    #![proptest_config(cases(8))]

    #[test]
    fn a_whole_year_agrees_with_routing_where_it_is_asked(seed: u64) {
        let (before, after, mut dice) = pair(seed, 2);
        let found = impact(&before, &after, utc("2026-10-15T14:32:10Z"), 12);
        for number in listed(&before, &after) {
            check_change(&found, number);
            let ranges = found.ranges(number);
            for _ in 0..40 {
                let range = &ranges[usize::try_from(dice.below(ranges.len() as u64)).unwrap()];
                for at in [range.from, range.to - Duration::seconds(1)] {
                    prop_assert_eq!(&*range.before, &by_table(&before, number, at), "before, at {}", at);
                    prop_assert_eq!(&*range.after, &by_table(&after, number, at), "after, at {}", at);
                }
            }
        }
        check_totals(&found);
        let silent = listed(&before, &after).all(|number| found.differences(number).is_empty());
        prop_assert_eq!(found.is_empty(), silent);
    }
}
