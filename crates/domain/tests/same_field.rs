//! Two drafts and one field: what follows, what is merged, what is there already, and where a person has to choose.

use crate::clash::*;
use crate::company::*;
use domain::Intent;
use domain::conflict::{Choice, Class, Field, TeamField, Value};
use domain::deflection::{Deflection, Reply};
use domain::intent::UserChange;
use domain::number::Slot;
use domain::routing::Outcome;
use domain::schedule::{Holiday, HolidayFolder};

use crate::written;

#[test]
fn disjoint_changes_follow() {
    // Other numbers, other owners, other levels.
    Case::new(
        &[assign(n1(), agent(ANN)), deflect(L1, "Theirs")],
        &[assign(n2(), agent(ANN)), deflect(SUPPORT, "Mine")],
    )
    .goes_through([2, 0, 0]);
}

#[test]
fn another_field_of_the_same_record_is_merged() {
    let label = Intent::Relabel {
        number: n1(),
        label: "Desk".parse().unwrap(),
    };
    let case = Case::new(&[assign(n1(), agent(ANN))], &[label]);
    case.goes_through([0, 1, 0]);
    let end = case.end(Choice::Theirs);
    let number = end.number(n1()).unwrap();
    assert_eq!(
        (number.label.as_str(), number.owner()),
        ("Desk", Some(agent(ANN)))
    );
    // Details of a user are fields of their own.
    let alias = UserChange {
        alias: Some("A".into()),
        ..UserChange::default()
    };
    let place = UserChange {
        location: Some("Rome".into()),
        ..UserChange::default()
    };
    Case::new(&[edit(ANN, alias)], &[edit(ANN, place)]).goes_through([0, 1, 0]);
}

#[test]
fn the_same_value_is_there_already() {
    Case::new(&[rename(L1, "First line")], &[rename(L1, "First line")]).goes_through([0, 0, 1]);
    // Also where the head refuses to do it twice: then it goes, and only it.
    let case = Case::new(
        &[Intent::MarkDirect { number: plain() }],
        &[
            together(&[
                Intent::MarkDirect { number: plain() },
                assign(plain(), agent(BOB)),
            ]),
            rename(L1, "Mine"),
        ],
    );
    assert_eq!(case.find().refused_already.len(), 1);
    assert!(!case.find().is_settled());
    let settled = case.choose(Choice::Theirs);
    assert_eq!(
        settled.intents,
        [together(&[assign(plain(), agent(BOB))]), rename(L1, "Mine")]
    );
    assert_eq!(settled.dropped, [Intent::MarkDirect { number: plain() }]);
    for twice in [
        Intent::Block { sender: n1() },
        Intent::RemoveNumber { number: n1() },
        assign(n1(), agent(ANN)),
    ] {
        Case::new(std::slice::from_ref(&twice), std::slice::from_ref(&twice)).goes_through([0, 0, 1]);
    }
}

#[test]
fn r102_s125_another_value_for_the_same_field_needs_a_person() {
    let case = Case::new(
        &[rename(L1, "Theirs")],
        &[rename(L1, "Mine"), rename(SUPPORT, "Care")],
    );
    case.says(Class::OtherValue, "name of team Theirs", ["L1", "Theirs", "Mine"]);
    assert_eq!(
        case.only(Class::OtherValue).choices,
        [Choice::Base, Choice::Theirs, Choice::Mine, Choice::Park]
    );
    for (choice, name, kept, parked) in [
        (Choice::Base, "L1", 2, 0),
        (Choice::Theirs, "Theirs", 1, 0),
        (Choice::Mine, "Mine", 2, 0),
        (Choice::Park, "Theirs", 1, 1),
    ] {
        let settled = case.choose(choice);
        let end = case.end(choice);
        assert_eq!(team_name(&end, L1), name, "{choice:?}");
        assert_eq!(team_name(&end, SUPPORT), "Care", "the rest of the draft stays");
        assert_eq!(
            (settled.intents.len(), settled.parked.len()),
            (kept, parked),
            "{choice:?}"
        );
    }
    let parked = case.choose(Choice::Park).parked;
    assert_eq!(parked[0].intent, rename(L1, "Mine"));
    assert_eq!(parked[0].reason, "name of team Theirs became Theirs");
}

#[test]
fn r102_both_sides_of_the_same_field() {
    // Nobody else wrote it.
    Case::new(&[rename(SUPPORT, "Theirs")], &[rename(L1, "Mine")]).goes_through([1, 0, 0]);
    // They wrote it and wrote it back.
    let back = [rename(L1, "Theirs"), rename(L1, "L1")];
    Case::new(&back, &[rename(L1, "Mine")]).goes_through([1, 0, 0]);
    // The draft writes what stood there before: that too would undo what they did.
    let case = Case::new(&[rename(L1, "Theirs")], &[rename(L1, "L1")]);
    case.says(Class::OtherValue, "name of team Theirs", ["L1", "Theirs", "L1"]);
    // The last of several counts, and all of them go.
    let case = Case::new(&[rename(L1, "Theirs")], &[rename(L1, "One"), rename(L1, "Two")]);
    case.says(Class::OtherValue, "name of team Theirs", ["L1", "Theirs", "Two"]);
    assert_eq!(case.choose(Choice::Theirs).intents, []);
}

#[test]
fn r102_hours_and_messages_are_shown_side_by_side() {
    let mut base = company();
    after(&mut base, [deflect(L1, "Back at nine.")]).unwrap();
    let case = Case::on(base, &[deflect(L1, "Theirs.")], &[deflect(L1, "Mine.")]);
    let hours = "Mon–Fri 09:00–17:00, Sat–Sun closed, Chicago";
    case.says(
        Class::OtherValue,
        "deflection of team L1",
        [
            &format!("{hours}; “Back at nine.”"),
            &format!("{hours}; “Theirs.”"),
            &format!("{hours}; “Mine.”"),
        ],
    );
    let conflict = case.only(Class::OtherValue);
    assert_eq!(conflict.field, Some(Field::Team(team(L1), TeamField::Deflection)));
    assert!(matches!(conflict.theirs, Value::Deflection(Some(_))));
}

#[test]
fn r102_base_puts_a_number_back_into_its_column() {
    let mut base = company();
    let third = Intent::Assign {
        number: n1(),
        owner: agent(ANN),
        slot: Slot::new(2),
    };
    let free = Intent::Unassign { number: n1() };
    after(&mut base, [third]).unwrap();
    let case = Case::on(base, &[free.clone(), assign(n1(), leaf(BILLING))], &[free]);
    let end = case.end(Choice::Base);
    assert_eq!(Some(end.number(n1()).unwrap().slot), Slot::new(2));
}

#[test]
fn r102_one_part_of_a_bulk_clashes() {
    let bulk = together(&[rename(L1, "Mine"), rename(SUPPORT, "Care")]);
    let case = Case::new(&[rename(L1, "Theirs")], &[bulk]);
    assert_eq!(case.only(Class::OtherValue).places.len(), 1);
    assert_eq!(
        case.choose(Choice::Theirs).intents,
        [together(&[rename(SUPPORT, "Care")])]
    );
    assert_eq!(case.choose(Choice::Mine).intents, case.mine);
}

#[test]
fn r102_one_detail_of_a_user_clashes() {
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
    let case = Case::new(&[details(Some("T"), None)], &[details(Some("M"), Some("Rome"))]);
    case.says(Class::OtherValue, "alias of Ann", ["none", "T", "M"]);
    let settled = case.choose(Choice::Park);
    assert_eq!(settled.intents, [details(None, Some("Rome"))]);
    assert_eq!(settled.parked[0].intent, details(Some("M"), None));
    let end = case.end(Choice::Base);
    let ann = end.user(user(ANN)).unwrap();
    assert_eq!((ann.alias.as_str(), ann.location.as_str()), ("", "Rome"));
}

#[test]
fn r102_base_takes_a_column_away_that_was_not_there() {
    let column = |text: &str| {
        edit(
            ANN,
            UserChange {
                extra: [("External User".to_owned(), text.to_owned())].into(),
                ..UserChange::default()
            },
        )
    };
    let case = Case::new(&[column("1")], &[column("0")]);
    case.says(Class::OtherValue, "External User of Ann", ["none", "1", "0"]);
    let extra = |choice| case.end(choice).user(user(ANN)).unwrap().extra.clone();
    assert_eq!(extra(Choice::Base), [].into());
    assert_eq!(extra(Choice::Mine)["External User"], "0");
    // Both took away what was there.
    let mut base = company();
    after(&mut base, [column("1")]).unwrap();
    Case::on(base, &[column("")], &[column("")]).goes_through([0, 0, 1]);
}

#[test]
fn r62_who_wrote_a_deflection_last_is_asked_about() {
    let mut base = company();
    let allowed = Intent::SetAgentPermission {
        user: user(ANN),
        allowed: true,
    };
    after(&mut base, [allowed]).unwrap();
    let admin = Intent::SetUserDeflection {
        user: user(ANN),
        deflection: Some(office("America/Chicago", "Admin")),
    };
    let own = Intent::SetOwnDeflection {
        user: user(ANN),
        deflection: office("America/Chicago", "Own"),
    };
    let case = Case::on(base, &[admin], &[own]);
    case.says(
        Class::OtherValue,
        "deflection in force of Ann",
        ["the agent's own", "the admin's", "the agent's own"],
    );
    assert_eq!(case.choose(Choice::Theirs).intents, []);
}

#[test]
fn r102_a_pinned_text_has_two_fields() {
    let mut base = company();
    after(&mut base, [add_pin(pin(70, "By day"))]).unwrap();
    let rename = |name: &str| Intent::RenamePin {
        pin: pin_id(70),
        name: name.to_owned(),
    };
    let expect = |expected| Intent::ExpectOutcome {
        pin: pin_id(70),
        expected,
    };
    let held = Outcome::WaitingAgentMissing;
    Case::on(base.clone(), &[rename("Theirs")], &[expect(held)]).goes_through([0, 1, 0]);
    let case = Case::on(base.clone(), &[rename("Theirs")], &[rename("Mine")]);
    case.says(
        Class::OtherValue,
        "name of pinned text Theirs",
        ["By day", "Theirs", "Mine"],
    );
    assert_eq!(case.end(Choice::Mine).pin(pin_id(70)).unwrap().name, "Mine");
    assert_eq!(case.end(Choice::Base).pin(pin_id(70)).unwrap().name, "By day");
    let case = Case::on(base, &[expect(Outcome::DeflectedHoliday)], &[expect(held)]);
    case.says(
        Class::OtherValue,
        "expected outcome of pinned text By day",
        [
            Outcome::OfferedAgent.words(),
            Outcome::DeflectedHoliday.words(),
            held.words(),
        ],
    );
}

/// A holiday, its folder being that of all.
fn on(number: usize, dates: &str) -> Holiday {
    written::holiday(number, dates)
}

#[test]
fn r102_values_that_differ_in_their_holidays_are_told_apart() {
    let mut base = company();
    let folder = HolidayFolder {
        id: on(1, "12/25").folder,
        name: "All".parse().unwrap(),
    };
    let holidays = [on(1, "12/25"), on(2, "01/01")].map(|holiday| Intent::AddHoliday { holiday });
    after(&mut base, [Intent::AddHolidayFolder { folder }]).unwrap();
    after(&mut base, holidays).unwrap();
    let moved = |dates: &str| Intent::EditHoliday {
        holiday: on(1, dates),
    };
    Case::on(
        base.clone(),
        &[moved("12/25 13:00-24:00")],
        &[moved("12/24-12/26")],
    )
    .says(
        Class::OtherValue,
        "holiday Holiday 1",
        [
            "Holiday 1: 12/25 every year",
            "Holiday 1: 12/25 every year, 13:00–24:00",
            "Holiday 1: 12/24–12/26 every year",
        ],
    );
    let observing = |numbers: &[usize]| {
        let Deflection::On(reply) = office("America/Chicago", "Closed") else {
            unreachable!()
        };
        let observed = numbers.iter().map(|&number| on(number, "12/25").id).collect();
        let schedule = reply.schedule.observing(observed);
        Intent::SetTeamDeflection {
            team: team(L1),
            deflection: Some(Deflection::On(Reply { schedule, ..reply })),
        }
    };
    let week = "Mon–Fri 09:00–17:00, Sat–Sun closed, Chicago";
    Case::on(base, &[observing(&[1])], &[observing(&[1, 2])]).says(
        Class::OtherValue,
        "deflection of team L1",
        [
            "no setting of its own",
            &format!("{week}; closed on Holiday 1; “Closed”"),
            &format!("{week}; closed on Holiday 1, Holiday 2; “Closed”"),
        ],
    );
}
