//! Two drafts that order the same queues: a place is what stands beside it, not its figure.

use domain::conflict::{Choice, Class};
use domain::ids::QueueId;
use domain::{Intent, Workspace};

use crate::clash::Case;
use crate::company::*;

const A: u128 = 31;
const B: u128 = 32;
const C: u128 = 33;
const D: u128 = 34;
const X: u128 = 35;

/// A, B, C and D under Sales, where Billing stood.
fn four() -> Workspace {
    let mut base = company();
    let remove = Intent::RemoveQueue {
        queue: queue(BILLING),
    };
    after(&mut base, [remove]).unwrap();
    after(
        &mut base,
        [(A, "A"), (B, "B"), (C, "C"), (D, "D")].map(|(id, name)| add_queue(id, name, Some(SALES))),
    )
    .unwrap();
    base
}

fn add_at(id: u128, name: &str, position: u32) -> Intent {
    Intent::AddQueue {
        queue: queue(id),
        name: name.into(),
        parent: Some(queue(SALES)),
        position: Some(position),
    }
}

/// As it is written in the company of [`four`].
fn put(id: u128, position: u32) -> Intent {
    four().moving(queue(id), Some(queue(SALES)), Some(position))
}

/// As drafts of earlier versions have it: a figure alone.
fn put_at(id: u128, position: u32) -> Intent {
    Intent::MoveQueue {
        queue: queue(id),
        parent: Some(queue(SALES)),
        position: Some(position),
        after: None,
    }
}

#[track_caller]
fn stand(workspace: &Workspace, expected: &[u128]) {
    let found: Vec<QueueId> = workspace
        .queues_under(Some(queue(SALES)))
        .iter()
        .map(|queue| queue.id)
        .collect();
    assert_eq!(found, expected.iter().map(|id| queue(*id)).collect::<Vec<_>>());
}

#[test]
fn r102_a_queue_added_before_does_not_make_a_move_clash() {
    let case = Case::on(four(), &[add_at(X, "X", 0)], &[put(D, 1)]);
    case.goes_through([1, 0, 0]);
    // D was put behind A, and stands there.
    stand(&case.end(Choice::Mine), &[X, A, D, B, C]);
    // The same where it was put first or last, and where others move what stands beside it.
    let case = Case::on(four(), &[add_at(X, "X", 0)], &[put(C, 3)]);
    case.goes_through([1, 0, 0]);
    stand(&case.end(Choice::Mine), &[X, A, B, D, C]);
    let case = Case::on(four(), &[put(A, 3)], &[put(D, 1)]);
    case.goes_through([1, 0, 0]);
    stand(&case.end(Choice::Mine), &[B, C, A, D]);
    let case = Case::on(four(), &[put(B, 0)], &[put(D, 2)]);
    case.goes_through([1, 0, 0]);
    stand(&case.end(Choice::Mine), &[B, D, A, C]);
}

#[test]
fn r102_one_figure_beside_other_queues_is_not_the_same_place() {
    let theirs = [add_at(X, "X", 0), put_at(D, 1)];
    let case = Case::on(four(), &theirs, &[put(D, 1)]);
    case.says(
        Class::OtherValue,
        "place of queue D",
        [
            "under Sales, place 4, after C",
            "under Sales, place 2, after X",
            "under Sales, place 3, after A",
        ],
    );
    stand(&case.end(Choice::Base), &[X, A, B, C, D]);
    stand(&case.end(Choice::Theirs), &[X, D, A, B, C]);
    stand(&case.end(Choice::Mine), &[X, A, D, B, C]);
    // A draft of an earlier version would end where theirs put it, which is not where it was meant to.
    Case::on(four(), &theirs, &[put_at(D, 1)]).only(Class::OtherValue);
}

#[test]
fn r102_one_place_is_the_same_whatever_its_figure() {
    let theirs = [add_at(X, "X", 0), put_at(D, 2)];
    Case::on(four(), &theirs, &[put(D, 1)]).goes_through([0, 0, 1]);
    Case::on(four(), &[put(D, 1)], &[put_at(D, 1)]).goes_through([0, 0, 1]);
}

#[test]
fn r102_two_places_for_one_queue_clash() {
    let case = Case::on(four(), &[put(D, 0)], &[put(D, 2)]);
    case.only(Class::OtherValue);
    stand(&case.end(Choice::Base), &[A, B, C, D]);
    stand(&case.end(Choice::Theirs), &[D, A, B, C]);
    stand(&case.end(Choice::Mine), &[A, B, D, C]);
    // Side by side, either may be the one that moved.
    Case::on(four(), &[put(B, 0)], &[put(A, 3)]).only(Class::OtherValue);
}

#[test]
fn r102_a_figure_that_would_land_elsewhere_now_is_asked_about() {
    let case = Case::on(four(), &[add_at(X, "X", 0)], &[put_at(D, 1)]);
    case.only(Class::OtherValue);
    stand(&case.end(Choice::Mine), &[X, D, A, B, C]);
    stand(&case.end(Choice::Theirs), &[X, A, B, C, D]);
    // At the end it lands as meant.
    Case::on(four(), &[add_at(X, "X", 0)], &[put_at(B, 9)]).goes_through([1, 0, 0]);
}

#[test]
fn r102_where_the_queue_before_it_is_gone_the_figure_counts() {
    let gone = Intent::RemoveQueue { queue: queue(A) };
    let case = Case::on(four(), &[gone], &[put(D, 1)]);
    let end = case.end(Choice::Mine);
    stand(&end, &[B, D, C]);
}
