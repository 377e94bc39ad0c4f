//! Users, roles, teams, and whose deflection was written last.

use crate::company::*;
use std::collections::BTreeSet;

use domain::deflection::{Deflection, Level, effective};
use domain::intent::UserChange;
use domain::people::{Role, Writer};
use domain::schedule::State;
use domain::{Intent, Workspace};

fn add_user(id: u128, email: &str, first_name: &str) -> Intent {
    Intent::AddUser {
        user: user(id),
        email: email.into(),
        first_name: first_name.into(),
        last_name: String::new(),
        roles: [Role::Agent].into(),
        teams: [].into(),
    }
}

fn edit(id: u128, change: UserChange) -> Intent {
    Intent::EditUser {
        user: user(id),
        change,
    }
}

fn roles(id: u128, roles: &[Role], release_numbers: bool) -> Intent {
    Intent::SetRoles {
        user: user(id),
        roles: roles.iter().cloned().collect(),
        release_numbers,
    }
}

fn move_team(id: u128, parent: Option<u128>) -> Intent {
    Intent::MoveTeam {
        team: team(id),
        parent: parent.map(team),
    }
}

#[test]
fn an_address_belongs_to_one_user_whatever_its_capitals() {
    let mut workspace = company();
    refused(
        &workspace,
        &add_user(9, "ANN@test.example", "Eva"),
        "`ANN@test.example` belongs to Ann already",
    );
    for wrong in ["", "ann", "@test.example", "ann@", "a b@test.example", "a@b@c"] {
        refused(
            &workspace,
            &add_user(9, wrong, "Eva"),
            &format!("`{wrong}` is not an e-mail address"),
        );
    }
    let new_email = |email: &str| UserChange {
        email: Some(email.into()),
        ..UserChange::default()
    };
    refused(
        &workspace,
        &edit(ANN, new_email("Bob@Test.example")),
        "`Bob@Test.example` belongs to Bob already",
    );
    // Her own in other capitals is free, and so is one that she gives up.
    after(
        &mut workspace,
        [
            edit(ANN, new_email("Ann@Test.example")),
            edit(ANN, new_email("anna@test.example")),
            edit(BOB, new_email("ann@test.example")),
        ],
    )
    .unwrap();
    assert_eq!(workspace.user_by_email("ANN@TEST.EXAMPLE").unwrap().name(), "Bob");
}

#[test]
fn an_edit_writes_only_what_it_names() {
    let mut workspace = company();
    let names = UserChange {
        first_name: Some(" Ann Marie ".into()),
        last_name: Some("Lee".into()),
        chat_concurrency: Some(4),
        extra: [("External User".to_owned(), "1".to_owned())].into(),
        ..UserChange::default()
    };
    let alias = UserChange {
        alias: Some("Annie".into()),
        extra: [("External SIP URI".to_owned(), "sip:1".to_owned())].into(),
        ..UserChange::default()
    };
    after(&mut workspace, [edit(ANN, names), edit(ANN, alias)]).unwrap();
    let ann = workspace.user(user(ANN)).unwrap();
    assert_eq!(
        (ann.name().as_str(), ann.alias.as_str(), ann.email.as_str()),
        ("Ann Marie Lee", "Annie", "ann@test.example")
    );
    assert_eq!(ann.chat_concurrency.map(u16::from), Some(4));
    assert_eq!(ann.extra.len(), 2);
    let nameless = UserChange {
        first_name: Some(" ".into()),
        last_name: Some(String::new()),
        ..UserChange::default()
    };
    refused(&workspace, &edit(ANN, nameless), "enter a name for the user");
    let standard = UserChange {
        chat_concurrency: Some(0),
        ..UserChange::default()
    };
    after(&mut workspace, [edit(ANN, standard)]).unwrap();
    assert_eq!(workspace.user(user(ANN)).unwrap().chat_concurrency, None);
}

#[test]
fn a_user_has_1_to_10_roles() {
    let mut workspace = company();
    let custom = |count: usize| -> Vec<Role> {
        let roles = (0..count).map(|place| Role::Custom(format!("Role {place}").parse().unwrap()));
        roles.collect()
    };
    refused(
        &workspace,
        &roles(MAX, &[], false),
        "give the user at least one role",
    );
    refused(
        &workspace,
        &roles(MAX, &custom(11), false),
        "a user has at most 10 roles: take some away",
    );
    after(&mut workspace, [roles(MAX, &custom(10), false)]).unwrap();
}

#[test]
fn a31_the_agent_role_stays_while_it_has_numbers_unless_they_are_released() {
    let mut workspace = company();
    let outbound = Intent::AllowOutbound {
        number: plain(),
        target: agent(ANN),
    };
    after(
        &mut workspace,
        [
            assign(n1(), agent(ANN)),
            outbound,
            members(BILLING, &[ANN, BOB], &[]),
        ],
    )
    .unwrap();
    refused(
        &workspace,
        &roles(ANN, &[Role::Manager], false),
        "Ann has direct numbers, which need the Agent role: release the numbers too",
    );
    // Another role beside it is no matter.
    after(&mut workspace, [roles(ANN, &[Role::Agent, Role::Manager], false)]).unwrap();
    cascades(
        &mut workspace,
        &roles(ANN, &[Role::Manager], true),
        &[
            "+14155550101 is taken from agent Ann",
            "agent Ann can no longer send from +14155550103",
            "agent Ann leaves queue Billing",
        ],
    );
    assert!(workspace.number(n1()).unwrap().is_direct());
    let billing = workspace.queue(queue(BILLING)).unwrap();
    assert_eq!(billing.agents, BTreeSet::from([user(BOB)]));
}

#[test]
fn a30_s068_an_inactive_user_keeps_the_numbers_with_a_warning() {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), agent(ANN))]).unwrap();
    let active = |active| Intent::SetUserActive {
        user: user(ANN),
        active,
    };
    warns(
        &mut workspace,
        &active(false),
        &["Ann keeps 1 number, which nobody answers"],
    );
    assert_eq!(listed(workspace.numbers_of(agent(ANN))), [n1()]);
    warns(&mut workspace, &active(true), &[]);
}

#[test]
fn a_deleted_user_leaves_everything() {
    let mut workspace = company();
    after(
        &mut workspace,
        [assign(n1(), agent(ANN)), members(BILLING, &[ANN], &[])],
    )
    .unwrap();
    cascades(
        &mut workspace,
        &Intent::RemoveUser { user: user(ANN) },
        &[
            "+14155550101 is taken from agent Ann",
            "agent Ann leaves queue Billing",
        ],
    );
    assert!(workspace.user(user(ANN)).is_none());
    assert_eq!(workspace.members(team(L1)).count(), 0);
    // The address is free again.
    after(&mut workspace, [add_user(9, "ann@test.example", "Ann")]).unwrap();
    refused(
        &workspace,
        &Intent::RemoveUser { user: user(ANN) },
        "this user no longer exists",
    );
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

fn own(message: &str) -> Intent {
    Intent::SetOwnDeflection {
        user: user(ANN),
        deflection: office("UTC", message),
    }
}

fn by_admin(message: Option<&str>) -> Intent {
    Intent::SetUserDeflection {
        user: user(ANN),
        deflection: message.map(|message| office("UTC", message)),
    }
}

fn permission(allowed: bool) -> Intent {
    Intent::SetAgentPermission {
        user: user(ANN),
        allowed,
    }
}

/// Which text Ann's senders get, if any.
fn text(workspace: &Workspace) -> Option<String> {
    let reply = effective(workspace, user(ANN))
        .reply()?
        .message
        .as_str()
        .to_owned();
    Some(reply)
}

#[test]
fn r56_s121_an_agents_own_setting_needs_the_permission() {
    let mut workspace = company();
    let sentence = "Ann may not configure their own deflection: allow it in Agent Permission first";
    refused(&workspace, &own("own"), sentence);
    // S122: with it, the agent's own is in force and the admin sees it.
    after(&mut workspace, [permission(true), own("own")]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Agent(user(ANN)));
    assert!(workspace.user(user(ANN)).unwrap().own_deflection.is_some());
    after(&mut workspace, [permission(false)]).unwrap();
    assert_eq!(text(&workspace), None);
    refused(&workspace, &Intent::RevertToAgent { user: user(ANN) }, sentence);
}

#[test]
fn r57_with_the_permission_the_agent_sets_hours_holidays_and_message() {
    let mut workspace = company();
    let folder =
        r#"{"add_holiday_folder":{"folder":{"id":"00000000-0000-0000-0000-000000000050","name":"US"}}}"#;
    let christmas = r#"{"add_holiday":{"holiday":{"id":"00000000-0000-0000-0000-000000000051",
        "folder":"00000000-0000-0000-0000-000000000050","name":"Christmas",
        "kind":{"once":{"from":"2026-12-25","to":"2026-12-25"}},"times":null,"message":null}}}"#;
    let stored = |text: &str| serde_json::from_str::<Intent>(text).unwrap();
    let id = uuid::Uuid::from_u128(0x51).into();
    let Deflection::On(mut reply) = office("Europe/London", "my own words") else {
        panic!("it is on");
    };
    reply.schedule = reply.schedule.observing([id].into());
    let own = Intent::SetOwnDeflection {
        user: user(ANN),
        deflection: Deflection::On(reply),
    };
    after(&mut workspace, [stored(folder), stored(christmas)]).unwrap();
    refused(
        &workspace,
        &own,
        "Ann may not configure their own deflection: allow it in Agent Permission first",
    );
    after(&mut workspace, [permission(true), own]).unwrap();
    let applies = effective(&workspace, user(ANN)).reply().unwrap();
    assert_eq!(applies.message.as_str(), "my own words");
    let state = |at: &str| {
        applies
            .schedule
            .state_at(workspace.holidays(), at.parse().unwrap())
    };
    // Thursday and Friday, Christmas Day, at London's nine in the morning.
    assert_eq!(state("2026-12-24T08:59:00Z"), State::OutsideHours);
    assert_eq!(state("2026-12-24T09:00:00Z"), State::Open);
    assert_eq!(state("2026-12-25T09:00:00Z"), State::Holiday(id));
}

#[test]
fn r62_the_last_writer_wins_and_the_others_values_are_kept() {
    let mut workspace = company();
    let revert = || Intent::RevertToAgent { user: user(ANN) };
    after(&mut workspace, [permission(true)]).unwrap();
    refused(
        &workspace,
        &revert(),
        "Ann has no settings of their own to go back to",
    );
    after(&mut workspace, [own("own"), by_admin(Some("admin"))]).unwrap();
    assert_eq!(text(&workspace).as_deref(), Some("admin"));
    after(&mut workspace, [own("own again")]).unwrap();
    assert_eq!(text(&workspace).as_deref(), Some("own again"));
    after(&mut workspace, [by_admin(Some("admin again"))]).unwrap();
    assert_eq!(text(&workspace).as_deref(), Some("admin again"));
    after(&mut workspace, [revert()]).unwrap();
    assert_eq!(text(&workspace).as_deref(), Some("own again"));
    // Without the permission the admin's stored values count.
    after(&mut workspace, [permission(false)]).unwrap();
    assert_eq!(text(&workspace).as_deref(), Some("admin again"));
    // A reset goes to inheriting, not to the agent's.
    after(&mut workspace, [permission(true), by_admin(None)]).unwrap();
    assert_eq!(effective(&workspace, user(ANN)).level, Level::Global);
    assert_eq!(workspace.user(user(ANN)).unwrap().last_writer, Writer::Admin);
    after(&mut workspace, [revert()]).unwrap();
    assert_eq!(text(&workspace).as_deref(), Some("own again"));
}
