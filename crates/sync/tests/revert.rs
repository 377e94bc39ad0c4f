//! A publication is taken back: everything as before, or told why not.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../../domain/tests/company/mod.rs"]
mod company;
#[path = "../../domain/tests/picks/mod.rs"]
mod picks;

use company::*;
use domain::intent::UserChange;
use domain::queue::Timeouts;
use domain::routing::Outcome;
use domain::{Intent, Workspace};
use picks::{Pick, picks};
use proptest::prelude::*;
use sync::audit::changes;
use sync::revert::{Revert, Why, revert};

/// A configuration after some changes, the refused ones left out.
fn after_all(before: &Workspace, intents: &[Intent]) -> Workspace {
    let mut workspace = before.clone();
    for intent in intents {
        let _ = workspace.apply(intent);
    }
    workspace
}

fn intents(picks: Vec<Pick>) -> Vec<Intent> {
    picks.into_iter().map(Pick::intent).collect()
}

/// Published, then later changes, then taken back: the head, and what was said.
fn taken_back(published: &[Intent], later: &[Intent]) -> (Workspace, Workspace, Revert) {
    let before = company();
    let after = after_all(&before, published);
    let head = after_all(&after, later);
    let way = revert(&before, &after, &head);
    let mut end = head.clone();
    for intent in &way.intents {
        end.apply(intent).unwrap();
    }
    (before, end, way)
}

#[track_caller]
fn left(way: &Revert, expected: &[&str]) {
    let said: Vec<_> = way
        .left
        .iter()
        .map(|left| {
            let why = match &left.why {
                Why::ChangedLater => "changed later".to_owned(),
                Why::Refused(why) => why.clone().unwrap_or_else(|| "not possible".to_owned()),
            };
            let field = left.field.as_deref().unwrap_or("all of it");
            format!(
                "{} {}, {field}: {} / {}, {why}",
                left.record.kind(),
                left.name,
                left.before,
                left.now
            )
        })
        .collect();
    assert_eq!(said, expected);
}

#[test]
fn a_deleted_agent_comes_back_with_numbers_and_queues() {
    let mut before = company();
    let first = [
        assign(n1(), agent(ANN)),
        members(BILLING, &[ANN, BOB], &[]),
        Intent::Block { sender: n2() },
    ];
    after(&mut before, first).unwrap();
    let after = after_all(
        &before,
        &[
            Intent::RemoveUser { user: user(ANN) },
            Intent::Unblock { sender: n2() },
        ],
    );
    let way = revert(&before, &after, &after);
    assert_eq!(after_all(&after, &way.intents), before);
    left(&way, &[]);
}

#[test]
fn r21_a_number_is_not_taken_back_for_an_agent_who_is_gone() {
    let mut before = company();
    after(&mut before, [assign(n1(), agent(ANN))]).unwrap();
    let published = [Intent::Unassign { number: n1() }, assign(n1(), leaf(BILLING))];
    let after = after_all(&before, &published);
    let head = after_all(&after, &[Intent::RemoveUser { user: user(ANN) }]);
    let way = revert(&before, &after, &head);
    assert_eq!(way.intents, [], "it would be left with nobody");
    left(
        &way,
        &["Number +14155550101, Owner: agent Ann / queue Billing, this user no longer exists"],
    );
}

#[test]
fn r21_a_number_whose_queue_goes_and_whose_agent_is_gone_is_nobodys() {
    let mut before = company();
    after(&mut before, [assign(n1(), agent(ANN))]).unwrap();
    let returns = Intent::AddQueue {
        queue: queue(30),
        name: "Returns".into(),
        parent: None,
        position: None,
    };
    let published = [returns, Intent::Unassign { number: n1() }, assign(n1(), leaf(30))];
    let after = after_all(&before, &published);
    let head = after_all(&after, &[Intent::RemoveUser { user: user(ANN) }]);
    let way = revert(&before, &after, &head);
    assert_eq!(way.intents, [Intent::RemoveQueue { queue: queue(30) }]);
    left(
        &way,
        &["Number +14155550101, Owner: agent Ann / , this user no longer exists"],
    );
}

#[test]
fn one_of_two_halves_is_taken_back_and_the_later_one_stays() {
    let timeouts = |expiration_min, timeout_min| Intent::SetTimeouts {
        timeouts: Timeouts {
            expiration_min: Some(expiration_min),
            timeout_min: Some(timeout_min),
        },
    };
    let mut before = company();
    after(&mut before, [timeouts(60, 240)]).unwrap();
    let after = after_all(&before, &[timeouts(90, 240)]);
    let head = after_all(&after, &[timeouts(90, 300)]);
    let way = revert(&before, &after, &head);
    assert_eq!(way.intents, [timeouts(60, 300)]);
}

#[test]
fn queues_are_moved_only_where_that_changes_their_order() {
    let mut before = company();
    let beside = [30, 31, 32, 33].map(|id| add_queue(id, &format!("Q{id}"), None));
    after(&mut before, beside).unwrap();
    let place = |id, position| Intent::MoveQueue {
        queue: queue(id),
        parent: None,
        position: Some(position),
        after: None,
    };
    let after = after_all(&before, &[place(33, 0), place(30, 4)]);
    // Fewer stand there than did, so the last place is another one.
    let gone = [32, SALES].map(|id| Intent::RemoveQueue { queue: queue(id) });
    let head = after_all(&after, &gone);
    let way = revert(&before, &after, &head);
    let end = after_all(&head, &way.intents);
    let order: Vec<_> = end.queues_under(None).into_iter().map(|queue| queue.id).collect();
    // The one that was moved up goes down again; where 30 is to stand among fewer was settled later.
    assert_eq!(order, [31, 30, 33].map(queue));
    assert_eq!(way.intents, [head.moving(queue(33), None, Some(2))]);
}

#[test]
fn a_pinned_text_is_there_again_as_it_was() {
    let mut before = company();
    after(
        &mut before,
        [add_pin(pin(70, "By day")), add_pin(pin(71, "Later"))],
    )
    .unwrap();
    let published = [
        Intent::RemovePin { pin: pin_id(70) },
        Intent::RenamePin {
            pin: pin_id(71),
            name: "Other".to_owned(),
        },
        Intent::ExpectOutcome {
            pin: pin_id(71),
            expected: Outcome::DeflectedHoliday,
        },
        add_pin(pin(72, "New")),
    ];
    let after = after_all(&before, &published);
    let way = revert(&before, &after, &after);
    assert_eq!(after_all(&after, &way.intents), before);
    left(&way, &[]);
}

#[test]
fn two_agents_who_swapped_their_numbers_swap_back() {
    let mut before = company();
    after(&mut before, [assign(n1(), agent(ANN)), assign(n2(), agent(BOB))]).unwrap();
    let swap = [
        Intent::Unassign { number: n1() },
        Intent::Unassign { number: n2() },
        assign(n1(), agent(BOB)),
        assign(n2(), agent(ANN)),
    ];
    let after = after_all(&before, &swap);
    let way = revert(&before, &after, &after);
    assert_eq!(after_all(&after, &way.intents), before);
    assert_eq!(way.intents.len(), 4);
}

#[test]
fn a_deleted_team_and_queue_come_back_where_they_were() {
    let mut before = company();
    let more = [
        add_queue(30, "First", None),
        add_queue(31, "Second", None),
        assign(n1(), leaf(31)),
        Intent::SetQueueKeywords {
            queue: queue(31),
            keywords: ["pay".to_owned()].into(),
        },
    ];
    after(&mut before, more).unwrap();
    let gone = [
        Intent::RemoveQueue { queue: queue(30) },
        Intent::RemoveQueue { queue: queue(31) },
        Intent::RemoveTeam { team: team(SUPPORT) },
    ];
    let after = after_all(&before, &gone);
    let way = revert(&before, &after, &after);
    assert_eq!(after_all(&after, &way.intents), before);
    left(&way, &[]);
}

#[test]
fn an_ordinary_number_that_became_direct_is_ordinary_again() {
    let (before, end, way) = taken_back(&[Intent::MarkDirect { number: plain() }], &[]);
    assert_eq!(end, before);
    left(&way, &[]);
}

#[test]
fn what_was_written_again_later_stays_and_is_told() {
    let label = |text: &str| Intent::Relabel {
        number: n1(),
        label: text.parse().unwrap(),
    };
    let published = [
        label("Front"),
        Intent::SetReplyLimit { minutes: 30 },
        assign(n2(), agent(ANN)),
    ];
    let (before, end, way) = taken_back(&published, &[label("Desk")]);
    left(&way, &["Number +14155550101, Label: One / Desk, changed later"]);
    assert_eq!(end.number(n1()).unwrap().label.as_str(), "Desk");
    assert_eq!(end.number(n2()), before.number(n2()));
}

#[test]
fn a_queue_that_was_put_under_another_one_later_stays_where_it_is() {
    let published = [Intent::AddQueue {
        queue: queue(30),
        name: "Refunds".into(),
        parent: Some(queue(SALES)),
        position: Some(0),
    }];
    // The new queue made Billing the second under Sales; at the top it is the second as well.
    let later = Intent::MoveQueue {
        queue: queue(BILLING),
        parent: None,
        position: None,
        after: None,
    };
    let (_, end, way) = taken_back(&published, &[later]);
    assert_eq!(way.intents, [Intent::RemoveQueue { queue: queue(30) }]);
    let top: Vec<_> = end.queues_under(None).iter().map(|queue| queue.id).collect();
    assert_eq!(top, [SALES, BILLING].map(queue));
}

#[test]
fn a_column_of_a_user_goes_again_with_the_publication_that_brought_it() {
    let column = |header: &str, text: &str| Intent::EditUser {
        user: user(ANN),
        change: UserChange {
            extra: [(header.to_owned(), text.to_owned())].into(),
            ..UserChange::default()
        },
    };
    let (before, end, way) = taken_back(&[column("External User", "1")], &[]);
    assert_eq!(end, before);
    left(&way, &[]);
    // One that came later stays.
    let (_, end, _) = taken_back(
        &[column("External User", "1")],
        &[column("UCaaS username", "ann")],
    );
    let columns: Vec<_> = end.user(user(ANN)).unwrap().extra.keys().cloned().collect();
    assert_eq!(columns, ["UCaaS username"]);
}

#[test]
fn an_added_record_that_was_written_to_later_stays() {
    let new = number("+14155550108");
    let published = [add(new, "New", true)];
    let (before, end, way) = taken_back(&published, &[]);
    assert_eq!(end, before);
    left(&way, &[]);
    let (_, end, way) = taken_back(&published, &[assign(new, agent(BOB))]);
    assert!(end.number(new).is_some());
    left(&way, &["Number +14155550108, all of it:  / , changed later"]);
}

#[test]
fn members_that_came_later_stay_members() {
    let published = [members(BILLING, &[ANN], &[])];
    let (_, end, way) = taken_back(&published, &[members(BILLING, &[ANN, BOB], &[])]);
    assert_eq!(end.queue(queue(BILLING)).unwrap().agents, [user(BOB)].into());
    left(&way, &["Queue Billing, Agents:  / Bob, changed later"]);
}

#[test]
fn what_a_rule_stands_against_is_told_with_the_rule() {
    let published = [assign(n1(), agent(ANN))];
    let (_, end, way) = taken_back(&published, &[Intent::SetSmsChat { on: false }]);
    assert!(way.intents.is_empty());
    assert!(end.number(n1()).unwrap().owner().is_some());
    let [one] = way.left.as_slice() else {
        unreachable!("{:?}", way.left)
    };
    assert!(
        matches!(&one.why, Why::Refused(Some(why)) if why.contains("Use SMS Chat")),
        "{one:?}"
    );
    // The first setting of all cannot be unsaved; switched off it does the same.
    let first = Intent::SetGlobalDeflection {
        deflection: office("Europe/London", "Closed."),
    };
    let (_, end, way) = taken_back(&[assign(n1(), agent(ANN)), first], &[]);
    assert!(end.settings().deflection.as_ref().unwrap().reply().is_none());
    assert!(way.left.iter().all(|left| {
        left.field
            .as_deref()
            .unwrap()
            .starts_with("Global SMS after-hours deflection")
    }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_publications_are_taken_back_or_it_is_told_what_is_not(first in picks(40), published in picks(25), later in picks(12)) {
        let before = after_all(&company(), &intents(first));
        let after = after_all(&before, &intents(published));
        for head in [after.clone(), after_all(&after, &intents(later))] {
            let way = revert(&before, &after, &head);
            let mut end = head.clone();
            for intent in &way.intents {
                prop_assert!(end.apply(intent).is_ok(), "{:?}", intent);
            }
            prop_assert_eq!(&changes(&head, &end), &way.changes);
            // Every difference to the configuration before is named, or was made by a later publication.
            let told = |record| way.left.iter().any(|left| left.record == record);
            for open in changes(&before, &end) {
                let is_later = changes(&after, &head).iter().any(|later| later.record == open.record);
                prop_assert!(told(open.record) || is_later, "{:?}\n{:?}\n{:?}", open, way.left, way.intents);
            }
            // Taking back twice finds nothing more to do.
            let again = revert(&before, &after, &end);
            prop_assert!(again.intents.len() <= way.intents.len().max(3), "{:?}", again.intents);
        }
    }

    #[test]
    fn without_later_changes_only_what_no_change_can_undo_is_left(first in picks(40), published in picks(25)) {
        let before = after_all(&company(), &intents(first));
        let after = after_all(&before, &intents(published));
        let way = revert(&before, &after, &after);
        for left in &way.left {
            // The first global setting and an agent's own can be switched off but not taken away; the rest needs a rule.
            let field = left.field.as_deref().unwrap_or_default();
            let stays = field.starts_with("Global SMS after-hours deflection")
                || field.starts_with("Agent's own deflection")
                || field == "Deflection written last by";
            prop_assert!(stays || matches!(left.why, Why::Refused(Some(_))), "{:?}", left);
        }
        let end = after_all(&after, &way.intents);
        if way.left.is_empty() {
            prop_assert!(changes(&before, &end).is_empty());
        }
    }
}
