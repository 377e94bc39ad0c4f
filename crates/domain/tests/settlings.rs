//! Settlings: all of a draft in the place of what it was, undone and redone in one step; changes that are set aside.

use crate::company::*;
use crate::draft::{any_intent, done, draft};
use domain::draft::{Content, Parked, Settling, Step};
use proptest::prelude::*;

fn settled(what: Settling, content: Content) -> Step {
    Step::Settle {
        what,
        content: Box::new(content),
    }
}

#[test]
fn a_settling_is_undone_in_one_step() {
    let mut draft = draft();
    let (one, two, three) = (
        add(n1(), "One", true),
        add(n2(), "Two", true),
        add(plain(), "Three", true),
    );
    draft.take(done(one.clone()));
    draft.take(done(two.clone()));
    let before = draft.clone();
    let parked = Parked {
        intent: two.clone(),
        reason: "taken".into(),
        base: None,
    };
    let content = Content {
        base: 4,
        intents: vec![one.clone()],
        parked: vec![parked.clone()],
    };
    draft.take(settled(Settling::Settled(1), content.clone()));
    assert_eq!(draft.content(), content);
    assert_eq!((draft.base, draft.begun()), (4, 1));
    assert_eq!(
        (draft.last_done(), draft.last_settled()),
        (None, Some(Settling::Settled(1)))
    );
    let after = draft.clone();
    draft.take(done(three.clone()));
    assert_eq!((draft.last_done(), draft.last_settled()), (Some(&three), None));
    draft.take(Step::Undo);
    draft.take(Step::Undo);
    assert_eq!(draft.content(), before.content());
    assert_eq!(draft.last_unsettled(), Some(Settling::Settled(1)));
    assert_eq!(draft.last_done(), Some(&two));
    // Further back and all the way forth again.
    draft.take(Step::Undo);
    assert_eq!((draft.last_undone(), draft.last_unsettled()), (Some(&two), None));
    for _ in 0..2 {
        draft.take(Step::Redo);
    }
    assert_eq!(draft.content(), after.content());
    draft.take(Step::Redo);
    assert_eq!(draft.intents(), [one, three]);
    assert!(!draft.can_redo());
    // Something new ends what could be redone, settlings too.
    for _ in 0..2 {
        draft.take(Step::Undo);
    }
    assert!(draft.can_redo());
    draft.take(done(assign(n1(), agent(ANN))));
    assert!(!draft.can_redo());
}

#[test]
fn a_draft_with_settlings_is_read_as_it_was_written() {
    let content = Content {
        base: 2,
        intents: vec![],
        parked: vec![Parked {
            intent: assign(n1(), agent(ANN)),
            reason: "taken".into(),
            base: Some(2),
        }],
    };
    for step in [
        settled(Settling::Settled(2), content.clone()),
        settled(Settling::Restored, content),
    ] {
        let text = serde_json::to_string(&step).unwrap();
        assert_eq!(serde_json::from_str::<Step>(&text).unwrap(), step);
    }
}

#[test]
fn r102_a_restored_change_meets_what_was_published_since() {
    let intent = assign(n1(), agent(ANN));
    let content = |base, draft_base| Content {
        base: draft_base,
        intents: vec![],
        parked: vec![Parked {
            intent: intent.clone(),
            reason: "taken".into(),
            base,
        }],
    };
    for (base, draft_base, expected) in [(Some(4), 7, 4), (Some(7), 4, 4), (None, 7, 7)] {
        let mut restored = content(base, draft_base);
        assert!(restored.restore(0));
        assert_eq!(
            (restored.base, restored.intents, restored.parked),
            (expected, vec![intent.clone()], vec![])
        );
    }
    assert!(!content(None, 7).restore(1));
}

proptest! {
    #[test]
    fn all_of_a_draft_is_undone_and_redone_with_its_settlings(
        steps in prop::collection::vec((any_intent(), 0..4_u8), 0..40)
    ) {
        let mut draft = draft();
        for (place, (intent, kind)) in steps.into_iter().enumerate() {
            draft.take(match kind {
                0 => settled(Settling::Settled(place), Content {
                    base: place as u64,
                    intents: vec![intent],
                    parked: vec![],
                }),
                1 => Step::Undo,
                _ => done(intent),
            });
        }
        while draft.can_redo() {
            draft.take(Step::Redo);
        }
        let whole = draft.content();
        let mut undone = 0;
        while draft.can_undo() {
            draft.take(Step::Undo);
            undone += 1;
        }
        prop_assert_eq!((draft.intents(), draft.base), (&[][..], 1));
        for _ in 0..undone {
            draft.take(Step::Redo);
        }
        prop_assert!(!draft.can_redo());
        prop_assert_eq!(draft.content(), whole);
    }
}
