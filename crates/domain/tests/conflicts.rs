//! Changes of a draft that clash with what somebody else has published: every class, and what each choice does.

use crate::clash::*;
use crate::company::*;
use domain::Intent;
use domain::conflict::{Choice, Class, Others};
use domain::intent::UserChange;
use domain::number::Owner;

#[test]
fn s049_a43_a_number_that_was_taken_meanwhile() {
    let mine = [assign(n1(), agent(ANN)), rename(L1, "Mine")];
    let case = Case::new(&[assign(n1(), leaf(BILLING))], &mine);
    let conflict = case.only(Class::Uniqueness);
    assert_eq!(
        conflict.refusal.as_ref().unwrap().to_string(),
        "`+14155550101` belongs to queue Billing: take it from there first"
    );
    assert_eq!(conflict.choices, [Choice::Theirs, Choice::Park]);
    assert_eq!(
        conflict.title(&case.mine, &[&case.head]),
        "assign +14155550101 to agent Ann"
    );
    assert!(conflict.other_number && !conflict.other_owner);
    for (choice, of_ann) in [
        (Choice::Theirs, vec![]),
        (Choice::Park, vec![]),
        (Choice::Number(n2()), vec![n2()]),
    ] {
        let end = case.end(choice);
        assert_eq!(listed(end.numbers_of(agent(ANN))), of_ann, "{choice:?}");
        assert_eq!(
            listed(end.numbers_of(leaf(BILLING))),
            [n1()],
            "the first commit stands"
        );
        assert_eq!(team_name(&end, L1), "Mine", "the rest of the draft stays");
    }
    // The other side: nobody took it.
    Case::new(&[assign(n2(), leaf(BILLING))], &mine).goes_through([2, 0, 0]);
}

#[test]
fn r21_a_number_that_the_draft_frees_first_is_not_taken_from_its_new_owner() {
    let mut base = company();
    after(&mut base, [assign(n1(), agent(ANN))]).unwrap();
    let free = Intent::Unassign { number: n1() };
    let mine = [free.clone(), assign(n1(), agent(BOB))];
    let case = Case::on(base, &[free.clone(), assign(n1(), leaf(BILLING))], &mine);
    case.says(
        Class::Uniqueness,
        "owner of +14155550101",
        ["agent Ann", "queue Billing", "agent Bob"],
    );
    assert_eq!(
        case.only(Class::Uniqueness).choices,
        [Choice::Theirs, Choice::Park]
    );
    assert_eq!(case.choose(Choice::Theirs).intents, []);
    assert_eq!(case.choose(Choice::Park).parked.len(), 2);
    // With another number nothing is taken from Billing.
    assert_eq!(
        case.choose(Choice::Number(n2())).intents,
        [assign(n2(), agent(BOB))]
    );
    // Freeing alone is a question of one value or the other.
    let case = Case::on(case.base, &[free.clone(), assign(n1(), leaf(BILLING))], &[free]);
    case.says(
        Class::OtherValue,
        "owner of +14155550101",
        ["agent Ann", "queue Billing", "nobody"],
    );
    assert_eq!(listed(case.end(Choice::Base).numbers_of(agent(ANN))), [n1()]);
}

#[test]
fn other_things_that_belong_to_one_alone() {
    let taken = [
        add(number("+14155550199"), "Theirs", true),
        edit(
            ANN,
            UserChange {
                email: Some("desk@test.example".into()),
                ..UserChange::default()
            },
        ),
    ];
    for mine in [
        add(number("+14155550199"), "Mine", true),
        edit(
            BOB,
            UserChange {
                email: Some("desk@test.example".into()),
                ..UserChange::default()
            },
        ),
    ] {
        let case = Case::new(&taken, &[mine]);
        let conflict = case.only(Class::Uniqueness);
        assert!(!conflict.other_number && !conflict.other_owner);
        assert_eq!(case.choose(Choice::Park).parked.len(), 1);
    }
}

#[test]
fn an_edit_of_what_was_deleted_offers_another_owner() {
    let gone = [Intent::RemoveUser { user: user(ANN) }];
    let case = Case::new(&gone, &[assign(n1(), agent(ANN))]);
    let conflict = case.only(Class::EditAgainstDelete);
    assert!(conflict.other_owner && !conflict.other_number);
    assert_eq!(
        conflict.owners(&case.head, Others::default()).collect::<Vec<_>>(),
        [agent(BOB), leaf(BILLING)]
    );
    let end = case.end(Choice::Owner(leaf(BILLING)));
    assert_eq!(end.number(n1()).unwrap().owner(), Some(leaf(BILLING)));
    let case = Case::new(
        &[Intent::RemoveTeam { team: team(L1) }],
        &[rename(L1, "Mine"), rename(SUPPORT, "Care")],
    );
    assert_eq!(
        case.only(Class::EditAgainstDelete).choices,
        [Choice::Theirs, Choice::Park]
    );
    assert_eq!(case.choose(Choice::Park).intents, [rename(SUPPORT, "Care")]);
    // The other side: it was edited, not deleted.
    Case::new(&[deflect(L1, "Theirs")], &[rename(L1, "Mine")]).goes_through([0, 1, 0]);
}

#[test]
fn a_deletion_of_what_was_edited_is_asked_about() {
    let removal = Intent::RemoveUser { user: user(ANN) };
    // Also where only what hangs on the record was written: it would go along.
    for theirs in [
        assign(n1(), agent(ANN)),
        members(BILLING, &[ANN], &[]),
        Intent::AllowOutbound {
            number: plain(),
            target: agent(ANN),
        },
    ] {
        let case = Case::new(&[theirs], std::slice::from_ref(&removal));
        let conflict = case.only(Class::EditAgainstDelete);
        assert_eq!(conflict.choices, [Choice::Theirs, Choice::Mine, Choice::Park]);
        assert!(case.end(Choice::Theirs).user(user(ANN)).is_some());
        assert!(case.end(Choice::Mine).user(user(ANN)).is_none());
    }
    Case::new(&[assign(n1(), agent(BOB))], &[removal]).goes_through([1, 0, 0]);
}

#[test]
fn a_precondition_that_is_gone_names_its_rule() {
    let unmark = [Intent::UnmarkDirect { number: n1() }];
    let off = [Intent::SetSmsChat { on: false }];
    let under = [add_queue(30, "Deep", Some(BILLING))];
    let manager = [Intent::SetRoles {
        user: user(ANN),
        roles: [domain::people::Role::Manager].into(),
        release_numbers: false,
    }];
    for (theirs, mine, rule, other_owner) in [
        (&unmark[..], assign(n1(), agent(ANN)), "R26", false),
        (&off, Intent::UnmarkDirect { number: n1() }, "R3", false),
        (&under, assign(n1(), leaf(BILLING)), "R28", true),
        (&manager, assign(n1(), agent(ANN)), "R29", true),
    ] {
        let case = Case::new(theirs, &[mine]);
        let conflict = case.only(Class::PreconditionGone);
        assert_eq!(conflict.refusal.as_ref().unwrap().rule(), Some(rule));
        assert_eq!(conflict.other_owner, other_owner, "{rule}");
        assert_eq!(case.choose(Choice::Park).parked.len(), 1);
    }
}

#[test]
fn an_old_refusal_is_no_conflict() {
    // Refused on the base already: nobody else has to do with it, but the draft cannot be published with it.
    let mine = [Intent::Unassign { number: n1() }];
    let case = Case::new(&[], &mine);
    assert_eq!(case.only(Class::Refused).choices, [Choice::Theirs, Choice::Park]);
    assert_eq!(case.choose(Choice::Theirs).dropped, mine);
}

#[test]
fn what_builds_on_a_refused_change_follows_it() {
    let new = Intent::AddTeam {
        team: team(50),
        name: "New".into(),
        parent: Some(team(L1)),
    };
    let case = Case::new(
        &[Intent::RemoveTeam { team: team(L1) }],
        &[new.clone(), rename(50, "Newer")],
    );
    let classes: Vec<Class> = case
        .find()
        .conflicts
        .iter()
        .map(|conflict| conflict.class)
        .collect();
    // The team around it is gone, and what is made inside it never was.
    assert_eq!(classes, [Class::EditAgainstDelete, Class::Follows]);
    assert_eq!(case.choose(Choice::Park).parked.len(), 2);
}

#[test]
fn many_owners_are_offered_only_where_there_is_room() {
    let mut base = company();
    for place in 0..5 {
        let more = number(&format!("+1415555020{place}"));
        after(&mut base, [add(more, "More", true), assign(more, agent(BOB))]).unwrap();
    }
    let case = Case::on(
        base,
        &[Intent::RemoveUser { user: user(ANN) }],
        &[assign(n1(), agent(ANN))],
    );
    let owners: Vec<Owner> = case
        .only(Class::EditAgainstDelete)
        .owners(&case.head, Others::default())
        .collect();
    assert_eq!(owners, [leaf(BILLING)], "Bob has five (R30)");
}
