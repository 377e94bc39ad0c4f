//! What becomes of a draft when somebody else has published meanwhile: every class, and what each choice does.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod company;

use company::*;
use domain::conflict::{Choice, Class, Conflict, Field, Rebase, Settled, TeamField, Value, find, settle};
use domain::intent::UserChange;
use domain::number::Owner;
use domain::{Intent, Workspace};

/// The company, what it is after others have published, and what a draft begun before does.
struct Case {
    base: Workspace,
    head: Workspace,
    mine: Vec<Intent>,
}

impl Case {
    fn new(theirs: &[Intent], mine: &[Intent]) -> Self {
        Self::on(company(), theirs, mine)
    }

    fn on(base: Workspace, theirs: &[Intent], mine: &[Intent]) -> Self {
        let mut head = base.clone();
        after(&mut head, theirs.iter().cloned()).unwrap();
        let mine = mine.to_vec();
        Self { base, head, mine }
    }

    fn find(&self) -> Rebase {
        find(&self.base, &self.head, &self.mine)
    }

    #[track_caller]
    fn only(&self, class: Class) -> Conflict {
        let rebase = self.find();
        assert_eq!(rebase.conflicts.len(), 1, "{:?}", rebase.conflicts);
        assert_eq!(rebase.conflicts[0].class, class);
        rebase.conflicts[0].clone()
    }

    #[track_caller]
    fn says(&self, class: Class, title: &str, sides: [&str; 3]) {
        let conflict = self.only(class);
        let names = [&self.head, &self.base];
        assert_eq!(conflict.title(&self.mine, &names), title);
        let words = [&conflict.base, &conflict.theirs, &conflict.mine].map(|value| value.words(&self.head));
        assert_eq!(words, sides);
    }

    /// The draft after the same choice for every conflict.
    fn choose(&self, choice: Choice) -> Settled {
        let rebase = self.find();
        let choices = vec![Some(choice); rebase.conflicts.len()];
        settle(&self.base, &self.head, &self.mine, &rebase, &choices)
    }

    /// The head with that draft in it.
    #[track_caller]
    fn end(&self, choice: Choice) -> Workspace {
        let settled = self.choose(choice);
        let mut end = self.head.clone();
        after(&mut end, settled.intents).unwrap();
        end
    }

    /// How many changes follow, are merged, and are there already.
    #[track_caller]
    fn goes_through(&self, expected: [usize; 3]) {
        let rebase = self.find();
        assert_eq!(rebase.conflicts, []);
        assert_eq!(
            [rebase.disjoint.len(), rebase.merged.len(), rebase.already.len()],
            expected
        );
    }
}

fn rename(id: u128, name: &str) -> Intent {
    Intent::RenameTeam {
        team: team(id),
        name: name.into(),
    }
}

fn deflect(id: u128, message: &str) -> Intent {
    Intent::SetTeamDeflection {
        team: team(id),
        deflection: Some(office("America/Chicago", message)),
    }
}

fn edit(id: u128, change: UserChange) -> Intent {
    Intent::EditUser {
        user: user(id),
        change,
    }
}

fn together(changes: &[Intent]) -> Intent {
    Intent::Bulk {
        title: "Both".into(),
        changes: changes.to_vec(),
    }
}

fn team_name(workspace: &Workspace, id: u128) -> &str {
    &workspace.team(team(id)).unwrap().name
}

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
fn s049_a_number_that_was_taken_meanwhile() {
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
    assert_eq!(conflict.owners(&case.head), [agent(BOB), leaf(BILLING)]);
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
    let owners: Vec<Owner> = case.only(Class::EditAgainstDelete).owners(&case.head);
    assert_eq!(owners, [leaf(BILLING)], "Bob has five (R30)");
}
