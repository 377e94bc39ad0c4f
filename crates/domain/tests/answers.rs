//! Conflicts that have to do with each other: parts of one change, fields that go together, numbers given once.

use crate::clash::*;
use crate::company::*;
use domain::conflict::{Choice, Class, Field, Given, NumberField, UserField, is_answered, settle};
use domain::intent::UserChange;
use domain::number::{Owner, Slot};
use domain::{Intent, PhoneNumber};

fn free(number: PhoneNumber) -> Intent {
    Intent::Unassign { number }
}

fn classes(case: &Case) -> Vec<Class> {
    let conflicts = case.find().conflicts;
    conflicts.iter().map(|conflict| conflict.class).collect()
}

#[test]
fn r102_parts_beside_a_refused_one_are_compared_too() {
    let mine = [together(&[assign(n1(), agent(ANN)), rename(L1, "Mine")])];
    let case = Case::new(&[assign(n1(), leaf(BILLING)), rename(L1, "Theirs")], &mine);
    assert_eq!(classes(&case), [Class::Uniqueness, Class::OtherValue]);
    assert_eq!(team_name(&case.end(Choice::Theirs), L1), "Theirs");
    let rebase = case.find();
    let choices = [Some(Choice::Park), Some(Choice::Mine)];
    let settled = settle(&case.base, &case.head, &case.mine, &rebase, &choices);
    assert_eq!(settled.intents, [together(&[rename(L1, "Mine")])]);
    assert_eq!(settled.parked[0].intent, assign(n1(), agent(ANN)));
}

#[test]
fn r102_what_builds_on_a_part_beside_a_refused_one_stays() {
    let new = Intent::AddTeam {
        team: team(50),
        name: "New".into(),
        parent: None,
    };
    let mine = [together(&[new, assign(n1(), agent(ANN))]), rename(50, "Newer")];
    let case = Case::new(&[assign(n1(), leaf(BILLING))], &mine);
    case.only(Class::Uniqueness);
    assert_eq!(team_name(&case.end(Choice::Theirs), 50), "Newer");
}

#[test]
fn r102_the_draft_stands_on_the_head_only_once_every_clash_was_asked_about() {
    let case = Case::new(
        &[rename(L1, "Theirs"), assign(n1(), leaf(BILLING))],
        &[rename(L1, "Mine"), assign(n1(), agent(ANN))],
    );
    let rebase = case.find();
    for (choices, expected) in [
        ([Some(Choice::Mine), Some(Choice::Number(n2()))], true),
        ([Some(Choice::Base), Some(Choice::Park)], true),
        ([Some(Choice::Theirs), Some(Choice::Theirs)], true),
        ([None, Some(Choice::Theirs)], false),
        ([Some(Choice::Mine), None], false),
    ] {
        let settled = settle(&case.base, &case.head, &case.mine, &rebase, &choices);
        let found = is_answered(&case.base, &case.head, &rebase, &choices, &settled);
        assert_eq!(found, expected, "{choices:?}");
    }
}

#[test]
fn r21_a_number_is_given_in_one_answer_only() {
    let mine = [assign(n1(), agent(ANN)), assign(n3(), agent(ANN))];
    let mut base = company();
    after(&mut base, [add(n3(), "Three", true)]).unwrap();
    let theirs = [assign(n1(), leaf(BILLING)), assign(n3(), leaf(BILLING))];
    let case = Case::on(base, &theirs, &mine);
    assert_eq!(classes(&case), [Class::Uniqueness; 2]);
    // The second answer counts as none: its change stays as it is, to be asked about again.
    let settled = case.choose(Choice::Number(n2()));
    assert_eq!(
        settled.intents,
        [assign(n2(), agent(ANN)), assign(n3(), agent(ANN))]
    );
    let rebase = case.find();
    let choices = [Some(Choice::Number(n2())), None];
    let given = Given::of(&rebase, &case.mine, &choices);
    let offered = |place: usize| -> Vec<PhoneNumber> {
        let conflict = &rebase.conflicts[place];
        let others = given.but(conflict, &case.mine, choices[place]);
        conflict.numbers(&case.mine, &case.head, others).collect()
    };
    assert_eq!(offered(0), [n2()]);
    assert_eq!(offered(1), []);
}

#[test]
fn r30_other_answers_take_the_room_of_an_agent() {
    let mut base = company();
    after(&mut base, [add(n3(), "Three", true)]).unwrap();
    for place in 0..4 {
        let more = number(&format!("+1415555020{place}"));
        after(&mut base, [add(more, "More", true), assign(more, agent(BOB))]).unwrap();
    }
    let gone = [Intent::RemoveUser { user: user(ANN) }];
    let mine = [assign(n1(), agent(ANN)), assign(n3(), agent(ANN))];
    let case = Case::on(base, &gone, &mine);
    let rebase = case.find();
    let owners = |choices: [Option<Choice>; 2]| -> Vec<Owner> {
        let given = Given::of(&rebase, &case.mine, &choices);
        let others = given.but(&rebase.conflicts[1], &case.mine, choices[1]);
        rebase.conflicts[1].owners(&case.head, others).collect()
    };
    assert_eq!(owners([None, None]), [agent(BOB), leaf(BILLING)]);
    let of_bob = [Some(Choice::Owner(agent(BOB))), None];
    assert_eq!(
        owners(of_bob),
        [leaf(BILLING)],
        "the other answer is his fifth (R30)"
    );
    let own = [None, Some(Choice::Owner(agent(BOB)))];
    assert_eq!(owners(own), [agent(BOB), leaf(BILLING)], "its own answer stays");
    let both = [Some(Choice::Owner(agent(BOB))); 2];
    assert_eq!(owners(both), [leaf(BILLING)], "a sixth is too many");
}

#[test]
fn r21_another_number_takes_the_place_of_the_last_assignment() {
    let mut base = company();
    after(
        &mut base,
        [assign(n1(), agent(ANN)), add_queue(30, "Other", Some(SALES))],
    )
    .unwrap();
    let mine = [
        free(n1()),
        assign(n1(), agent(BOB)),
        free(n1()),
        assign(n1(), leaf(BILLING)),
    ];
    let case = Case::on(base, &[free(n1()), assign(n1(), leaf(30))], &mine);
    assert_eq!(
        case.choose(Choice::Number(n2())).intents,
        [assign(n2(), leaf(BILLING))]
    );
}

#[test]
fn r62_what_is_written_together_is_answered_together() {
    let mut base = company();
    let allowed = Intent::SetAgentPermission {
        user: user(ANN),
        allowed: true,
    };
    let own = Intent::SetOwnDeflection {
        user: user(ANN),
        deflection: office("America/Chicago", "Own"),
    };
    let admins = |message: &str| Intent::SetUserDeflection {
        user: user(ANN),
        deflection: Some(office("America/Chicago", message)),
    };
    after(&mut base, [allowed, own, admins("Base")]).unwrap();
    let theirs = [admins("Theirs"), Intent::RevertToAgent { user: user(ANN) }];
    let case = Case::on(base, &theirs, &[admins("Mine")]);
    let conflict = case.only(Class::OtherValue);
    let field = |field| Field::User(user(ANN), field);
    assert_eq!(conflict.field, Some(field(UserField::Deflection)));
    assert_eq!(conflict.beside, [field(UserField::Writer)]);
    assert_eq!(
        conflict.choices,
        [Choice::Theirs, Choice::Mine, Choice::Park],
        "who wrote last cannot be written back"
    );
    assert_eq!(case.choose(Choice::Theirs).intents, []);
    assert_eq!(case.choose(Choice::Mine).intents, case.mine);
}

#[test]
fn r102_details_of_a_user_are_parked_and_dropped_one_by_one() {
    let details = |alias: Option<&str>, place: Option<&str>| {
        edit(
            ANN,
            UserChange {
                alias: alias.map(ToOwned::to_owned),
                location: place.map(ToOwned::to_owned),
                ..UserChange::default()
            },
        )
    };
    let case = Case::new(
        &[details(Some("T"), Some("Turin"))],
        &[details(Some("M"), Some("Rome"))],
    );
    let rebase = case.find();
    assert_eq!(rebase.conflicts.len(), 2);
    let choices = [Some(Choice::Park), Some(Choice::Theirs)];
    let settled = settle(&case.base, &case.head, &case.mine, &rebase, &choices);
    assert_eq!(settled.intents, []);
    assert_eq!(settled.parked.len(), 1);
    assert_eq!(settled.parked[0].intent, details(Some("M"), None));
    assert_eq!(settled.dropped, [details(None, Some("Rome"))]);
}

#[test]
fn r102_the_column_of_a_displaced_number_is_written_too() {
    let into = |number, column| Intent::Assign {
        number,
        owner: agent(ANN),
        slot: Slot::new(column),
    };
    let mut base = company();
    after(&mut base, [into(n1(), 0)]).unwrap();
    let case = Case::on(base, &[into(n1(), 1)], &[into(n2(), 1)]);
    let conflict = case.only(Class::OtherValue);
    assert_eq!(conflict.field, Some(Field::Number(n1(), NumberField::Slot)));
}

#[test]
fn r36_an_inbound_queue_taken_after_a_release_stays_taken() {
    let mut base = company();
    let lead = |queue_id: Option<u128>| Intent::SetInboundQueue {
        number: plain(),
        queue: queue_id.map(queue),
    };
    let verified = Intent::MarkVerified { number: plain() };
    let queues = [add_queue(30, "Other", None), add_queue(31, "Third", None)];
    after(
        &mut base,
        queues.into_iter().chain([verified, lead(Some(BILLING))]),
    )
    .unwrap();
    let case = Case::on(base, &[lead(None), lead(Some(30))], &[lead(None), lead(Some(31))]);
    let conflict = case.only(Class::Uniqueness);
    assert_eq!(conflict.choices, [Choice::Theirs, Choice::Park]);
    assert!(!conflict.other_number && !conflict.other_owner);
}

#[test]
fn what_builds_on_a_refused_record_of_another_kind_follows_it() {
    let mine = [add_queue(30, "New", Some(SALES)), assign(n1(), leaf(30))];
    let case = Case::new(&[Intent::RemoveQueue { queue: queue(SALES) }], &mine);
    assert_eq!(classes(&case), [Class::EditAgainstDelete, Class::Follows]);
}

#[test]
fn r3_no_other_number_helps_while_sms_is_off() {
    let case = Case::new(&[Intent::SetSmsChat { on: false }], &[assign(n1(), agent(ANN))]);
    let conflict = case.only(Class::PreconditionGone);
    assert!(!conflict.other_number && !conflict.other_owner);
}

fn n3() -> PhoneNumber {
    number("+14155550104")
}
