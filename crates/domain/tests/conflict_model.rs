//! Two drafts on one base, random changes and random answers: nothing is lost, and nothing is undone unasked.

use crate::random::{Dice, intent, workspace};
use domain::conflict::{
    Choice, Class, Conflict, Field, NumberField, Others, Rebase, find, is_answered, settle, touched,
};
use domain::number::{NumberRole, Slot, SmsNumber};
use domain::workspace::Difference;
use domain::{Intent, Workspace};

/// Changes of which some stand or fall together.
fn draft(dice: &mut Dice, most: u64) -> Vec<Intent> {
    let length = dice.below(most + 1);
    let any = |dice: &mut Dice| {
        if !dice.chance(5) {
            return intent(dice);
        }
        Intent::Bulk {
            title: "Together".into(),
            changes: (0..=dice.below(3)).map(|_| intent(dice)).collect(),
        }
    };
    (0..length).map(|_| any(dice)).collect()
}

/// The changes with those inside others beside them.
fn leaves(intents: &[Intent]) -> Vec<&Intent> {
    fn each(intent: &Intent) -> &[Intent] {
        match intent {
            Intent::Bulk { changes, .. } => changes.as_slice(),
            single => std::slice::from_ref(single),
        }
    }
    intents.iter().flat_map(each).collect()
}

fn any_choice(dice: &mut Dice, conflict: &Conflict, head: &Workspace) -> Choice {
    let mut choices = conflict.choices.clone();
    if conflict.other_number {
        choices.extend(
            head.free_numbers()
                .next()
                .map(|number| Choice::Number(number.number)),
        );
    }
    if conflict.other_owner {
        choices.extend(conflict.owners(head, Others::default()).next().map(Choice::Owner));
    }
    dice.pick(&choices)
}

fn publish(head: &Workspace, intents: &[Intent]) -> Workspace {
    let mut next = head.clone();
    for intent in intents {
        next.apply(intent)
            .unwrap_or_else(|refusal| panic!("{intent:?}: {refusal}"));
    }
    next
}

/// Others publish what fits; the head after it, and what they did.
fn theirs(dice: &mut Dice, base: &Workspace) -> (Workspace, Vec<Intent>) {
    let mut head = base.clone();
    let done = draft(dice, 12);
    let done: Vec<Intent> = done
        .into_iter()
        .filter(|intent| head.apply(intent).is_ok())
        .collect();
    (head, done)
}

#[test]
fn r102_no_change_is_lost_whatever_is_chosen() {
    let mut met = std::collections::BTreeSet::new();
    for seed in 0..400 {
        let dice = &mut Dice::new(seed);
        let mut base = workspace(dice);
        let (head, _) = theirs(dice, &base);
        let mut mine = draft(dice, 12);
        for round in 0.. {
            let rebase = find(&base, &head, &mine);
            if rebase.is_settled() {
                break;
            }
            assert!(round < 30, "{seed}: it comes to an end");
            met.extend(rebase.conflicts.iter().map(|conflict| conflict.class));
            let choices: Vec<_> = rebase
                .conflicts
                .iter()
                .map(|conflict| (!dice.chance(4)).then(|| any_choice(dice, conflict, &head)))
                .collect();
            let settled = settle(&base, &head, &mine, &rebase, &choices);
            accounted_for(&mine, &settled, &rebase, &choices);
            if is_answered(&base, &head, &rebase, &choices, &settled) {
                base = head.clone();
            }
            mine = settled.intents;
        }
        // Published whole, and read back from the history it is the same.
        let published = publish(&head, &mine);
        let mut again = head.clone();
        for intent in &mine {
            again.reapply(intent).unwrap();
        }
        assert_eq!(again, published, "{seed}");
        one_owner(&published);
    }
    let all = [
        Class::OtherValue,
        Class::Uniqueness,
        Class::EditAgainstDelete,
        Class::PreconditionGone,
        Class::Refused,
    ];
    // These changes make no records on which others could build.
    assert_eq!(met, all.into(), "every other class occurred");
}

/// Each change is in the draft, set aside, or was dropped because somebody chose so or the head has it.
fn accounted_for(
    before: &[Intent],
    settled: &domain::conflict::Settled,
    rebase: &Rebase,
    choices: &[Option<Choice>],
) {
    let mut left: Vec<&Intent> = leaves(&settled.intents);
    left.extend(settled.parked.iter().map(|parked| &parked.intent));
    left.extend(&settled.dropped);
    let mut missing = 0;
    for leaf in leaves(before) {
        match left.iter().position(|other| *other == leaf) {
            Some(place) => drop(left.swap_remove(place)),
            None => missing += 1,
        }
    }
    let exchanged = choices
        .iter()
        .filter(|choice| matches!(choice, Some(Choice::Number(_) | Choice::Owner(_))))
        .count();
    assert!(
        missing <= exchanged,
        "only what was exchanged for another is not there"
    );
    let may_drop: usize = rebase
        .conflicts
        .iter()
        .zip(choices)
        .filter(|(_, choice)| !matches!(choice, None | Some(Choice::Mine | Choice::Park)))
        .map(|(conflict, _)| conflict.places.len())
        .sum();
    assert!(settled.dropped.len() <= may_drop + rebase.refused_already.len());
    let may_park: usize = rebase
        .conflicts
        .iter()
        .zip(choices)
        .filter(|(_, choice)| **choice == Some(Choice::Park))
        .map(|(conflict, _)| conflict.places.len())
        .sum();
    assert!(settled.parked.len() <= may_park);
}

fn one_owner(workspace: &Workspace) {
    for number in workspace.numbers() {
        let listed = workspace
            .users()
            .map(|user| domain::number::Owner::Agent(user.id))
            .chain(
                workspace
                    .queues()
                    .map(|queue| domain::number::Owner::Queue(queue.id)),
            )
            .filter(|owner| {
                workspace
                    .numbers_of(*owner)
                    .any(|other| other.number == number.number)
            });
        let owner = match number.role {
            NumberRole::Direct { owner } => owner,
            NumberRole::Normal { .. } => None,
        };
        assert_eq!(listed.collect::<Vec<_>>(), owner.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn r102_what_others_published_is_not_undone_unasked() {
    let mut kept = 0;
    for seed in 1000..1400 {
        let dice = &mut Dice::new(seed);
        let base = workspace(dice);
        let (head, done) = theirs(dice, &base);
        let mine = draft(dice, 12);
        let rebase = find(&base, &head, &mine);
        let choices = vec![Some(Choice::Theirs); rebase.conflicts.len()];
        let mut mine = settle(&base, &head, &mine, &rebase, &choices).intents;
        // What built on what was dropped may be refused now, and goes as well.
        let mut rest = find(&base, &head, &mine);
        while !rest.is_settled() {
            let choices = vec![Some(Choice::Theirs); rest.conflicts.len()];
            mine = settle(&base, &head, &mine, &rest, &choices).intents;
            rest = find(&base, &head, &mine);
        }
        let end = publish(&head, &mine);
        for field in done.iter().flat_map(|intent| touched(intent, &base)) {
            let (was, is) = (field.value(&base), field.value(&head));
            // A record that both filled together is not as either left it.
            if was != is && field != field.record() {
                // Who has a direct number is a field of its own.
                if let Field::Number(number, NumberField::Use) = field {
                    let is_direct =
                        |workspace: &Workspace| workspace.number(number).map(|number| number.is_direct());
                    assert_eq!(is_direct(&end), is_direct(&head), "{seed}: {number}");
                    continue;
                }
                assert!(field.is_alike(&end, &head), "{seed}: {field:?} by {mine:?}");
                kept += 1;
            }
        }
    }
    assert!(kept > 500, "{kept}");
}

/// The same, except that an agent's columns are filled in the order of the assignments.
fn alike_but_for_columns(one: &Workspace, other: &Workspace) {
    let mut difference = one.difference(other);
    difference.numbers.retain(|number| {
        let [one, other] = [one, other].map(|workspace| {
            workspace.number(*number).map(|number| SmsNumber {
                slot: Slot::default(),
                ..SmsNumber::clone(number)
            })
        });
        one != other
    });
    assert_eq!(difference, Difference::default());
}

#[test]
fn r102_drafts_without_conflicts_end_alike_in_either_order() {
    let mut alike = 0;
    for seed in 2000..2600 {
        let dice = &mut Dice::new(seed);
        let base = workspace(dice);
        let (one, first) = theirs(dice, &base);
        let (two, second) = theirs(dice, &base);
        let (there, back) = (find(&base, &one, &second), find(&base, &two, &first));
        let is_apart = |rebase: &Rebase| rebase.is_settled() && rebase.already.is_empty();
        if is_apart(&there) && is_apart(&back) {
            alike_but_for_columns(&publish(&one, &second), &publish(&two, &first));
            alike += 1;
        }
    }
    assert!(alike > 100, "{alike}");
}
