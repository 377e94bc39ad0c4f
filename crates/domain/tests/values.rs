//! What stands in a field: two values that differ never read alike, and a name is no part of who observes.

use crate::clash::*;
use crate::company::*;
use crate::written;
use domain::Intent;
use domain::conflict::Class;
use domain::deflection::{Deflection, Reply};
use domain::schedule::HolidayFolder;

/// What was, what is and what is wanted, of the only conflict.
fn sides(case: &Case, class: Class) -> [String; 3] {
    let conflict = case.only(class);
    conflict.sides(&case.head)
}

fn reply(message: &str) -> Reply {
    match office("America/Chicago", message) {
        Deflection::On(reply) => reply,
        Deflection::Off { .. } => unreachable!(),
    }
}

#[test]
fn two_uses_of_an_ordinary_number_are_told_apart() {
    let mut base = company();
    after(&mut base, [Intent::MarkVerified { number: plain() }]).unwrap();
    let into_billing = Intent::SetInboundQueue {
        number: plain(),
        queue: Some(queue(BILLING)),
    };
    let case = Case::on(base, &[into_billing], &[Intent::MarkDirect { number: plain() }]);
    assert_eq!(
        sides(&case, Class::OtherValue),
        ["not direct", "not direct, queue Billing", "direct, queue Billing"]
    );
}

#[test]
fn two_settings_that_are_off_are_told_apart() {
    let off = |message: &str| Intent::SetTeamDeflection {
        team: team(L1),
        deflection: Some(Deflection::Off {
            kept: Some(reply(message)),
        }),
    };
    let case = Case::new(&[off("Theirs")], &[off("Mine")]);
    let week = "Mon–Fri 09:00–17:00, Sat–Sun closed, Chicago";
    assert_eq!(
        sides(&case, Class::OtherValue),
        [
            "no setting of its own".to_owned(),
            format!("off, before that {week}; “Theirs”"),
            format!("off, before that {week}; “Mine”"),
        ]
    );
}

#[test]
fn what_never_was_is_not_called_deleted() {
    let new = number("+14155550199");
    let case = Case::new(&[add(new, "Theirs", true)], &[add(new, "Mine", false)]);
    assert_eq!(
        sides(&case, Class::Uniqueness),
        [
            "not there",
            "Theirs, direct, nobody",
            "Mine, not direct, not verified"
        ]
    );
    let renamed = [rename(L1, "Theirs")];
    let case = Case::new(&renamed, &[Intent::RemoveTeam { team: team(L1) }]);
    let [was, _, wanted] = sides(&case, Class::EditAgainstDelete);
    assert_eq!([was.as_str(), wanted.as_str()], ["L1, 1 member", "deleted"]);
}

#[test]
fn an_observer_with_another_name_is_the_same_observer() {
    let mut base = company();
    let christmas = written::holiday(1, "12/25");
    let folder = HolidayFolder {
        id: christmas.folder,
        name: "All".parse().unwrap(),
    };
    let schedule = reply("Closed").schedule.observing([christmas.id].into());
    let deflection = Some(Deflection::On(Reply {
        schedule,
        ..reply("Closed")
    }));
    let first = [
        Intent::AddHolidayFolder { folder },
        Intent::AddHoliday {
            holiday: christmas.clone(),
        },
        Intent::SetTeamDeflection {
            team: team(L1),
            deflection,
        },
    ];
    after(&mut base, first).unwrap();
    let removal = Intent::RemoveHoliday {
        holiday: christmas.id,
    };
    Case::on(
        base.clone(),
        &[rename(L1, "First line")],
        std::slice::from_ref(&removal),
    )
    .goes_through([1, 0, 0]);
    // The other side: nobody observes it any more.
    let reset = Intent::SetTeamDeflection {
        team: team(L1),
        deflection: None,
    };
    Case::on(base, &[reset], &[removal]).only(Class::EditAgainstDelete);
}
