//! Teams: their names, where they lie, and what their members inherit.

use super::*;

fn move_team(id: u128, parent: Option<u128>) -> Intent {
    Intent::MoveTeam {
        team: team(id),
        parent: parent.map(team),
    }
}

#[test]
fn a_team_has_a_name_without_a_colon() {
    let workspace = company();
    for (name, sentence) in [
        (" ", "enter a name for the team"),
        ("Team: One", "`Team: One` has a colon: a team's name has none"),
    ] {
        let add = Intent::AddTeam {
            team: team(40),
            name: name.into(),
            parent: None,
        };
        let rename = Intent::RenameTeam {
            team: team(L1),
            name: name.into(),
        };
        refused(&workspace, &add, sentence);
        refused(&workspace, &rename, sentence);
    }
}

#[test]
fn a_team_does_not_go_into_itself() {
    let mut workspace = company();
    for (into, name) in [(SUPPORT, "Support"), (L1, "L1")] {
        refused(
            &workspace,
            &move_team(SUPPORT, Some(into)),
            &format!("team Support cannot go into {name}, which lies inside it"),
        );
    }
    after(
        &mut workspace,
        [move_team(L1, None), move_team(SUPPORT, Some(L1))],
    )
    .unwrap();
    assert_eq!(workspace.team_with_sub_teams(team(L1)), [team(L1), team(SUPPORT)]);
}

#[test]
fn a_deleted_team_leaves_members_queues_and_sub_teams() {
    let mut workspace = company();
    let into_support = Intent::SetTeams {
        user: user(BOB),
        teams: [team(SUPPORT)].into(),
    };
    let night = Intent::AddTeam {
        team: team(40),
        name: "Night".into(),
        parent: None,
    };
    let set = Intent::SetTeamDeflection {
        team: team(SUPPORT),
        deflection: Some(office("UTC", "support")),
    };
    after(
        &mut workspace,
        [
            into_support,
            night,
            move_team(SUPPORT, Some(40)),
            members(BILLING, &[], &[SUPPORT]),
            set,
        ],
    )
    .unwrap();
    assert_eq!(effective(&workspace, user(BOB)).level, Level::Team(team(SUPPORT)));
    cascades(
        &mut workspace,
        &Intent::RemoveTeam { team: team(SUPPORT) },
        &[
            "Bob leaves team Support",
            "team Support leaves queue Billing",
            "team L1 goes into Night",
        ],
    );
    // Recomputed at once; users' own blocks would be untouched.
    assert_eq!(effective(&workspace, user(BOB)).level, Level::Global);
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Global);
    cascades(
        &mut workspace,
        &Intent::RemoveTeam { team: team(40) },
        &["team L1 goes to the top"],
    );
}

#[test]
fn s120_moving_to_another_team_changes_what_applies() {
    let mut workspace = company();
    let set = Intent::SetTeamDeflection {
        team: team(SUPPORT),
        deflection: Some(office("UTC", "support")),
    };
    after(&mut workspace, [set]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Team(team(SUPPORT)));
    let moved = Intent::SetTeams {
        user: user(ANN),
        teams: [].into(),
    };
    after(&mut workspace, [moved]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Global);
}

#[test]
fn r52_s112_a_reset_drops_the_teams_setting() {
    let mut workspace = company();
    let set = |deflection| Intent::SetTeamDeflection {
        team: team(L1),
        deflection,
    };
    after(&mut workspace, [set(Some(office("UTC", "team")))]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Team(team(L1)));
    after(&mut workspace, [set(None)]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Global);
}
