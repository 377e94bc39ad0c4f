//! Which level's deflection holds for a user.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod company;

use company::*;
use domain::Intent;
use domain::deflection::{Level, effective};

#[test]
fn r56_the_agents_own_setting_needs_the_permission() {
    let mut workspace = company();
    let own = Intent::SetOwnDeflection {
        user: user(ANN),
        deflection: office("America/Chicago", "own"),
    };
    let permission = |allowed| Intent::SetAgentPermission {
        user: user(ANN),
        allowed,
    };
    after(&mut workspace, [permission(true), own]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Agent(user(ANN)));
    // Without the permission it is ignored but kept.
    after(&mut workspace, [permission(false)]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Global);
    after(&mut workspace, [permission(true)]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Agent(user(ANN)));
    // R62: the admin's setting replaces it.
    let admin = Intent::SetUserDeflection {
        user: user(ANN),
        deflection: Some(office("America/Chicago", "admin")),
    };
    after(&mut workspace, [admin]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::User(user(ANN)));
}

#[test]
fn r61_the_deepest_team_wins_then_the_name() {
    let mut workspace = company();
    let add_team = |id, name: &str| Intent::AddTeam {
        team: team(id),
        name: name.into(),
        parent: None,
    };
    let set = |id, message| Intent::SetTeamDeflection {
        team: team(id),
        deflection: Some(office("America/Chicago", message)),
    };
    let cat = Intent::AddUser {
        user: user(4),
        email: "cat@test.example".into(),
        first_name: "Cat".into(),
        last_name: String::new(),
        roles: [domain::people::Role::Agent].into(),
        teams: [team(30), team(31), team(L1)].into(),
    };
    after(
        &mut workspace,
        [
            add_team(30, "Zebra"),
            add_team(31, "Apple"),
            cat,
            set(30, "z"),
            set(31, "a"),
        ],
    )
    .unwrap();
    assert_eq!(effective(&workspace, user(4)).level, Level::Team(team(31)));
    assert_eq!(
        effective(&workspace, user(4)).passed_over,
        [Level::Team(team(30))]
    );
    after(&mut workspace, [set(L1, "deep")]).unwrap();
    assert_eq!(effective(&workspace, user(4)).level, Level::Team(team(L1)));
    assert_eq!(
        effective(&workspace, user(4)).passed_over,
        [Level::Team(team(31)), Level::Team(team(30))]
    );
}
