//! Changes that are refused: set aside, taken out, or made possible by the one change that their refusal speaks of.

use std::collections::BTreeSet;

use crate::company::*;
use domain::draft::{Content, Draft, Settling, Step, repair, repair_at};
use domain::people::Role;
use domain::{Intent, Workspace};
use uuid::Uuid;

const NUMBER: &str = "+14155550301";

fn change(intents: &[Intent]) -> Workspace {
    let mut workspace = company();
    for intent in intents {
        workspace.apply(intent).unwrap();
    }
    workspace
}

/// The intent is refused, and the repair lets it be made.
#[track_caller]
fn check(workspace: &Workspace, intent: &Intent, expected: Option<Intent>) {
    assert!(workspace.clone().apply(intent).is_err());
    let found = repair(intent, workspace);
    assert_eq!(found, expected);
    if let Some(first) = found {
        let mut after = workspace.clone();
        after.apply(&first).unwrap();
        after.apply(intent).unwrap();
    }
}

#[test]
fn r3_r26_r21_r29_what_a_refusal_speaks_of_is_done_first() {
    let ordinary = add(number(NUMBER), "Desk", false);
    let direct = add(number(NUMBER), "Desk", true);
    let to_ann = assign(number(NUMBER), agent(ANN));
    check(
        &change(&[Intent::SetSmsChat { on: false }]),
        &direct,
        Some(Intent::SetSmsChat { on: true }),
    );
    check(
        &change(&[ordinary]),
        &to_ann,
        Some(Intent::MarkDirect {
            number: number(NUMBER),
        }),
    );
    check(
        &change(&[direct.clone(), assign(number(NUMBER), agent(BOB))]),
        &to_ann,
        Some(Intent::Unassign {
            number: number(NUMBER),
        }),
    );
    let manager = Intent::SetRoles {
        user: user(ANN),
        roles: BTreeSet::from([Role::Admin]),
        release_numbers: true,
    };
    check(
        &change(&[direct, manager]),
        &to_ann,
        Some(Intent::SetRoles {
            user: user(ANN),
            roles: BTreeSet::from([Role::Admin, Role::Agent]),
            release_numbers: false,
        }),
    );
    // Nothing can be said of a number that is not there.
    check(&company(), &to_ann, None);
}

#[test]
fn what_is_not_refused_needs_no_repair() {
    let intents = [
        add(number(NUMBER), "Desk", true),
        assign(number(NUMBER), agent(ANN)),
    ];
    assert_eq!(repair(&intents[0], &company()), None);
    assert_eq!(repair_at(&intents, 1, &company()), None);
    assert_eq!(repair_at(&intents, 2, &company()), None);
    let ordinary = [
        add(number(NUMBER), "Desk", false),
        assign(number(NUMBER), agent(ANN)),
    ];
    let first = Intent::MarkDirect {
        number: number(NUMBER),
    };
    assert_eq!(repair_at(&ordinary, 1, &company()), Some(first));
}

#[test]
fn a_change_is_set_aside_taken_out_or_repaired_and_undone_in_one_step() {
    let intents = vec![
        add(number(NUMBER), "Desk", false),
        assign(number(NUMBER), agent(ANN)),
    ];
    let mut draft = Draft::new(Uuid::from_u128(1).into(), "Winter hours", 1).with_intents(intents.clone());
    let before = draft.content();
    let mut take = |what: Settling, change: &dyn Fn(&mut Content)| {
        let mut content = draft.content();
        change(&mut content);
        let content = Box::new(content);
        draft.take(Step::Settle { what, content });
        assert_eq!(draft.last_settled(), Some(what));
        let after = draft.content();
        draft.take(Step::Undo);
        assert_eq!(draft.content(), before);
        after
    };
    let parked = take(Settling::Parked, &|content| content.park(1, "not yet"));
    assert_eq!((parked.intents.len(), parked.parked.len()), (1, 1));
    assert_eq!(
        (&parked.parked[0].intent, parked.parked[0].reason.as_str()),
        (&intents[1], "not yet")
    );
    let removed = take(Settling::Removed, &|content| {
        content.remove(0);
    });
    assert_eq!(
        (removed.intents, removed.parked),
        (vec![intents[1].clone()], vec![])
    );
    let first = Intent::MarkDirect {
        number: number(NUMBER),
    };
    let repaired = take(Settling::Repaired, &|content| {
        content.put_before(1, first.clone());
    });
    assert_eq!(repaired.intents[1], first);
    let mut beyond = before.clone();
    beyond.park(7, "nothing there");
    assert_eq!(beyond, before);
}
