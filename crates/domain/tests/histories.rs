//! Random histories of everything an admin can do: nothing that must hold ever breaks.

use std::collections::BTreeMap;

use crate::company::*;
use crate::picks::picks;
use domain::draft::{Draft, Step};
use domain::number::{NumberRole, Owner};
use domain::people::Role;
use domain::{Intent, PhoneNumber, Workspace};
use proptest::prelude::*;
use uuid::Uuid;

/// What the links say is what going through all records finds.
fn agrees_with_scans(workspace: &Workspace) {
    let mut owned: BTreeMap<Owner, Vec<PhoneNumber>> = BTreeMap::new();
    let mut free = Vec::new();
    let mut outbound: BTreeMap<Owner, Vec<PhoneNumber>> = BTreeMap::new();
    for number in workspace.numbers() {
        match &number.role {
            NumberRole::Direct { owner: Some(by) } => owned.entry(*by).or_default().push(number.number),
            NumberRole::Direct { owner: None } => free.push(number.number),
            NumberRole::Normal {
                outbound: targets, ..
            } => {
                for target in targets {
                    outbound.entry(*target).or_default().push(number.number);
                }
            }
        }
    }
    assert_eq!(listed(workspace.free_numbers()), free);
    assert_eq!(workspace.has_assigned_number(), !owned.is_empty());
    let direct = owned.values().map(Vec::len).sum::<usize>() + free.len();
    assert_eq!(workspace.direct_numbers(), direct);
    let agents = workspace.users().map(|user| Owner::Agent(user.id));
    for owner in agents.chain(workspace.queues().map(|queue| Owner::Queue(queue.id))) {
        let mine = owned.remove(&owner).unwrap_or_default();
        assert!(mine.is_empty() || can_own(workspace, owner), "{owner:?}");
        assert_eq!(listed(workspace.numbers_of(owner)), mine);
        assert_eq!(
            listed(workspace.outbound_of(owner)),
            outbound.remove(&owner).unwrap_or_default()
        );
    }
    assert!(
        owned.is_empty() && outbound.is_empty(),
        "nobody who is gone has a number"
    );
    for queue in workspace.queues() {
        let children = workspace.queues().any(|other| other.parent == Some(queue.id));
        assert_eq!(workspace.is_leaf(queue.id), !children);
        assert!(!children || (queue.agents.is_empty() && queue.teams.is_empty()));
    }
    for team in workspace.teams() {
        let members: Vec<_> = workspace.members(team.id).map(|user| user.id).collect();
        let scanned = workspace.users().filter(|user| user.teams.contains(&team.id));
        assert_eq!(members, scanned.map(|user| user.id).collect::<Vec<_>>());
    }
}

/// R28, R29, R30, by looking.
fn can_own(workspace: &Workspace, owner: Owner) -> bool {
    match owner {
        Owner::Agent(id) => {
            workspace.user(id).unwrap().roles.contains(&Role::Agent)
                && workspace.numbers_of(owner).count() <= 5
        }
        Owner::Queue(id) => workspace.queues().all(|other| other.parent != Some(id)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn r20_r21_r32_r103_random_histories_keep_what_must_hold(picks in picks(120)) {
        let mut workspace = company();
        for pick in picks {
            let intent = pick.intent();
            let before = workspace.clone();
            if workspace.apply(&intent).is_err() {
                prop_assert_eq!(&workspace, &before, "a refusal changes nothing: {:?}", intent);
            }
            // It can be written into the history, read from it, and said.
            let stored = serde_json::to_string(&intent).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Intent>(&stored).unwrap(), &intent);
            prop_assert!(!intent.describe(&workspace).is_empty());
        }
        agrees_with_scans(&workspace);
        // Reading checks every record and makes the links anew: they are the same.
        let stored = serde_json::to_string(&workspace).unwrap();
        prop_assert_eq!(serde_json::from_str::<Workspace>(&stored).unwrap(), workspace);
    }

    #[test]
    fn a_replayed_draft_is_its_changes_one_by_one(picks in picks(60)) {
        let mut draft = Draft::new(Uuid::from_u128(1).into(), "Draft", 1);
        let mut workspace = company();
        let mut done = Vec::new();
        let mut refused = Vec::new();
        for (index, pick) in picks.into_iter().enumerate() {
            let intent = pick.intent();
            match workspace.apply(&intent) {
                Ok(_) => done.push(intent.clone()),
                Err(refusal) => refused.push((index, refusal)),
            }
            draft.take(Step::Do { intent: Box::new(intent) });
        }
        let replayed = draft.replay(&company());
        prop_assert_eq!(&replayed.refused, &refused);
        prop_assert_eq!(&replayed.workspace, &workspace);
        // What goes one by one goes together, with the same end; and so it does when it is read back later.
        let together = Intent::Bulk { title: "All".into(), changes: done.into() };
        for way in [Workspace::apply, Workspace::reapply] {
            let mut whole = company();
            way(&mut whole, &together).unwrap();
            prop_assert_eq!(&whole, &workspace);
        }
    }
}
