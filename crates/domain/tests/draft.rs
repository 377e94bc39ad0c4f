//! Drafts: replay, undo, and that no history breaks what must hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::company::*;
use domain::draft::{Draft, Step, Trail, describe_parts};
use domain::number::Owner;
use domain::{Intent, PhoneNumber, Workspace};
use proptest::prelude::*;
use uuid::Uuid;

pub fn draft() -> Draft {
    Draft::new(Uuid::from_u128(1).into(), "Winter hours", 1)
}

pub fn done(intent: Intent) -> Step {
    Step::Do {
        intent: Box::new(intent),
    }
}

fn any_number() -> impl Strategy<Value = PhoneNumber> {
    (0..5).prop_map(|last| number(&format!("+1415555030{last}")))
}

pub fn any_intent() -> impl Strategy<Value = Intent> {
    let owner = prop::sample::select(vec![
        agent(ANN),
        agent(BOB),
        agent(MAX),
        leaf(BILLING),
        leaf(SALES),
    ]);
    prop_oneof![
        (any_number(), any::<bool>()).prop_map(|(number, direct)| add(number, "Label", direct)),
        any_number().prop_map(|number| Intent::MarkDirect { number }),
        any_number().prop_map(|number| Intent::UnmarkDirect { number }),
        any_number().prop_map(|number| Intent::RemoveNumber { number }),
        any_number().prop_map(|number| Intent::Unassign { number }),
        (any_number(), owner.clone()).prop_map(|(number, owner)| assign(number, owner)),
        (any_number(), owner).prop_map(|(number, target)| Intent::AllowOutbound { number, target }),
    ]
}

/// The naive model: which numbers there are, which are direct, who has them.
#[derive(Default)]
struct Model {
    direct: BTreeMap<PhoneNumber, bool>,
    owner: BTreeMap<PhoneNumber, Owner>,
}

impl Model {
    /// Whether the rules allow it, by going through the lists.
    fn apply(&mut self, intent: &Intent) -> bool {
        match intent {
            Intent::AddNumber { number, direct, .. } => {
                self.direct.insert(*number, *direct).is_none_or(|was| {
                    self.direct.insert(*number, was);
                    false
                })
            }
            Intent::MarkDirect { number } => self
                .direct
                .get_mut(number)
                .is_some_and(|direct| !std::mem::replace(direct, true)),
            Intent::UnmarkDirect { number } => {
                self.owner.remove(number).is_some() | self.direct.get_mut(number).is_some_and(std::mem::take)
            }
            Intent::RemoveNumber { number } => {
                self.owner.remove(number);
                self.direct.remove(number).is_some()
            }
            Intent::Unassign { number } => self.owner.remove(number).is_some(),
            Intent::Assign { number, owner, .. } => {
                let fits =
                    self.direct.get(number) == Some(&true) && *owner != agent(MAX) && *owner != leaf(SALES);
                let free = self.owner.get(number).is_none_or(|present| present == owner);
                if fits && free {
                    self.owner.insert(*number, *owner);
                }
                fits && free
            }
            Intent::AllowOutbound { number, target } => {
                self.direct.get(number) == Some(&false) && *target != agent(MAX)
            }
            _ => false,
        }
    }
}

proptest! {
    #[test]
    fn r21_random_histories_agree_with_a_naive_model(intents in prop::collection::vec(any_intent(), 0..60)) {
        let mut workspace = company();
        let mut model = Model::default();
        for intent in &intents {
            let before = workspace.clone();
            let applied = workspace.apply(intent);
            prop_assert_eq!(applied.is_ok(), model.apply(intent), "{:?}: {:?}", intent, applied);
            prop_assert!(applied.is_ok() || workspace == before, "a refusal changes nothing");
        }
        for number in workspace.numbers().filter(|number| number.number.to_string().starts_with("+1415555030")) {
            prop_assert_eq!(number.owner(), model.owner.get(&number.number).copied());
            prop_assert_eq!(Some(&number.is_direct()), model.direct.get(&number.number));
        }
        for owner in [agent(ANN), agent(BOB), leaf(BILLING)] {
            let listed: BTreeSet<_> = workspace.numbers_of(owner).map(|number| number.number).collect();
            let expected = model.owner.iter().filter(|(_, present)| **present == owner).map(|(number, _)| *number).collect();
            prop_assert_eq!(listed, expected, "the index follows");
        }
        // What is stored comes back the same, index included.
        let stored = serde_json::to_string(&workspace).unwrap();
        prop_assert_eq!(serde_json::from_str::<Workspace>(&stored).unwrap(), workspace);
    }

    #[test]
    fn undo_and_redo_along_a_trail_equal_a_replay(
        intents in prop::collection::vec(any_intent(), 0..80),
        moves in prop::collection::vec((0..3, 0..40_usize, any_intent()), 0..20),
    ) {
        let mut trail = Trail::new(company());
        let mut all = intents;
        let mut count = all.len();
        let mut now = trail.go_to(&all);
        for (kind, far, intent) in moves {
            match kind {
                0 => count = count.saturating_sub(far),
                1 => count = all.len().min(count + far),
                _ => {
                    all.truncate(count);
                    let mut after = now.workspace.clone();
                    if after.apply(&intent).is_ok() {
                        all.push(intent);
                        count += 1;
                        trail.push(count, after);
                    }
                }
            }
            let done = all.get(..count).unwrap_or_default();
            now = trail.go_to(done);
            let whole = draft().with_intents(done.to_vec()).replay(&company());
            prop_assert_eq!(&now, &whole);
        }
    }

    #[test]
    fn replay_equals_applying_one_by_one(intents in prop::collection::vec(any_intent(), 0..40)) {
        let mut draft = draft();
        let mut workspace = company();
        let mut refused = Vec::new();
        for (index, intent) in intents.into_iter().enumerate() {
            refused.extend(workspace.apply(&intent).err().map(|refusal| (index, refusal)));
            draft.take(done(intent));
        }
        let replayed = draft.replay(&company());
        prop_assert_eq!(replayed.refused, refused);
        prop_assert_eq!(replayed.workspace, workspace);
    }

    #[test]
    fn no_stored_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = serde_json::from_slice::<Workspace>(&bytes);
        let _ = serde_json::from_slice::<Intent>(&bytes);
        let _ = String::from_utf8_lossy(&bytes).parse::<PhoneNumber>();
    }
}

#[test]
fn undo_and_redo_walk_through_the_steps() {
    let mut draft = draft();
    let steps = [assign(n1(), agent(ANN)), assign(n2(), agent(BOB))];
    for intent in &steps {
        draft.take(done(intent.clone()));
    }
    draft.take(Step::Undo);
    assert_eq!(
        (draft.intents(), draft.last_undone()),
        (&steps[..1], Some(&steps[1]))
    );
    draft.take(Step::Redo);
    assert_eq!((draft.intents(), draft.last_undone()), (&steps[..], None));
    // A new step after an undo takes the place of what was undone.
    draft.take(Step::Undo);
    draft.take(done(Intent::SetSmsChat { on: false }));
    draft.take(Step::Redo);
    assert_eq!(
        draft.intents(),
        [steps[0].clone(), Intent::SetSmsChat { on: false }]
    );
    // Nothing left to undo is no error.
    for _ in 0..9 {
        draft.take(Step::Undo);
    }
    assert_eq!(draft.intents(), []);
}

#[test]
fn r32_s049_s203_of_two_assignments_of_one_number_exactly_one_stands() {
    let mut draft = draft();
    draft.take(done(assign(n1(), agent(ANN))));
    draft.take(done(assign(n2(), agent(ANN))));
    let mut head = company();
    after(&mut head, [assign(n1(), leaf(BILLING))]).unwrap();
    let replayed = draft.replay(&head);
    let said: Vec<_> = replayed
        .refused
        .iter()
        .map(|(index, refusal)| (*index, refusal.to_string()))
        .collect();
    let sentence = "`+14155550101` belongs to queue Billing: take it from there first".to_owned();
    assert_eq!(said, [(0, sentence)]);
    // The rest of the draft is kept.
    after(&mut head, [assign(n2(), agent(ANN))]).unwrap();
    assert_eq!(replayed.workspace, head);
}

#[test]
fn each_change_is_described_by_the_names_of_its_moment() {
    let rename = |name: &str| Intent::RenameQueue {
        queue: queue(BILLING),
        name: name.into(),
    };
    let changes = [
        (rename("Invoices"), "rename queue Billing to Invoices"),
        (rename("Money"), "rename queue Invoices to Money"),
        // Refused, as that name is empty: nothing is called so afterwards.
        (rename(""), "rename queue Money to "),
        (
            Intent::RemoveQueue {
                queue: queue(BILLING),
            },
            "delete queue Money",
        ),
    ];
    let mut draft = draft();
    for (intent, _) in &changes {
        draft.take(done(intent.clone()));
    }
    assert_eq!(
        draft.describe(&company()),
        changes.each_ref().map(|(_, words)| (*words).to_owned())
    );
    // What undo takes back is named by what it leaves.
    let replayed = draft.replay(&company());
    let last = draft.last_done().unwrap();
    assert_eq!(last.describe(&replayed.before), "delete queue Money");
    draft.take(Step::Undo);
    draft.take(Step::Undo);
    assert_eq!(draft.replay(&company()).workspace, replayed.before);
}

#[test]
fn the_parts_of_a_bulk_change_have_the_names_of_their_moment() {
    let (first, second) = ("+14155550301", "+14155550302");
    let bulk = |title: &str, changes: &[Intent]| Intent::Bulk {
        title: title.into(),
        changes: changes.to_vec().into(),
    };
    let label = |label: &str| Intent::Relabel {
        number: number(first),
        label: label.parse().unwrap(),
    };
    let intents = [
        add(number(first), "One", true),
        bulk("users.csv", &[add(number(second), "Two", true), label("Front")]),
        bulk("", &[label("Desk"), label("Till")]),
        bulk("", &[label("Alone")]),
        bulk("one.csv", &[label("Alone")]),
    ];
    let head = company();
    let mut workspace = head.clone();
    for (place, intent) in intents.iter().enumerate() {
        let parts = describe_parts(&intents, place, &head);
        let expected = match place {
            1 | 2 => 2,
            4 => 1,
            _ => 0,
        };
        assert_eq!(parts.len(), expected, "{place}");
        for (part, told) in intent.parts().iter().zip(parts) {
            assert_eq!(told, part.describe(&workspace));
            workspace.apply(part).unwrap();
        }
        if expected == 0 {
            workspace.apply(intent).unwrap();
        }
    }
    assert_eq!(intents[1].describe(&head), "users.csv (2 changes)");
    assert_eq!(intents[4].describe(&head), "one.csv (1 change)");
    assert_eq!(describe_parts(&intents, 5, &head), Vec::<String>::new());
}
