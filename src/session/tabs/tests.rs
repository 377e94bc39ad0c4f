//! What becomes of what waits when a publication came second.

use domain::Intent;
use domain::draft::{Content, Settling};
use domain::{Workspace, Zone};
use sync::Head;

use super::*;

fn id(bits: u128) -> DraftId {
    uuid::Uuid::from_u128(bits).into()
}

fn draft(bits: u128, base: u64) -> Draft {
    Draft::new(id(bits), "Winter", base)
}

fn record(draft: &Draft) -> Write {
    saving::record(draft, false, None)
}

fn step(draft: &Draft, step: &Step) -> Write {
    Write::Add(Table::Log, saving::step_key(draft, 0), saving::text(step))
}

fn publication(draft: &Draft, revision: u64) -> Vec<Write> {
    let commit = Commit {
        revision,
        at: "2026-10-01T00:00:00Z".parse().unwrap(),
        by: String::new(),
        draft: draft.name.clone(),
        note: String::new(),
        intents: Vec::new(),
    };
    vec![
        Write::Add(Table::Commits, revision.to_string(), saving::text(&commit)),
        saving::record(draft, true, None),
        step(draft, &Step::Close),
    ]
}

fn reviewed(base: u64) -> Step {
    Step::Settle {
        what: Settling::Reviewed,
        content: Box::new(Content {
            base,
            intents: vec![Intent::SetSmsChat { on: true }],
            parked: Vec::new(),
        }),
    }
}

/// What is left of what waits once revision 5 is lost, and the drafts that stood on it.
fn left(waiting: Vec<Vec<Write>>) -> (Vec<Vec<Write>>, Vec<DraftId>, Option<u64>) {
    let mut log = Log {
        waiting: waiting.into(),
        lost: Some(5),
        ..Log::default()
    };
    log.lose().unwrap();
    (log.waiting.into(), log.orphans.into_iter().collect(), log.lost)
}

#[test]
fn a_draft_begun_on_a_lost_publication_stands_on_the_revision_before_it() {
    let (first, second, old) = (draft(1, 4), draft(2, 5), draft(3, 2));
    let waiting = vec![
        publication(&first, 5),
        vec![record(&second), step(&second, &Step::Undo)],
        vec![step(&old, &reviewed(5))],
        publication(&second, 6),
    ];
    let expected = vec![
        vec![record(&draft(2, 4)), step(&second, &Step::Undo)],
        vec![step(&old, &reviewed(4))],
    ];
    assert_eq!(left(waiting), (expected, vec![id(2), id(3)], Some(5)));
}

#[test]
fn what_stood_on_an_earlier_revision_is_written_as_it_is() {
    let old = draft(1, 4);
    let waiting = vec![vec![record(&old), step(&old, &reviewed(4))]];
    assert_eq!(left(waiting.clone()), (waiting, Vec::new(), Some(5)));
}

#[test]
fn another_workspace_opened_meanwhile_counts_its_revisions_anew() {
    let whole = saving::whole(&Stored::first(Workspace::empty("Larkspur", Zone::UTC), id(9)));
    let head = Head::first(Workspace::empty("Larkspur", Zone::UTC));
    let waiting = vec![whole, publication(&draft(7, head.revision), 7)];
    assert_eq!(left(waiting.clone()), (waiting, Vec::new(), None));
}
