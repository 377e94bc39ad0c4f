//! Users, roles, teams, and whose deflection was written last.

mod own;
mod teams;

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
    // Nothing in a column is no column.
    let emptied = UserChange {
        extra: [("External User".to_owned(), String::new())].into(),
        ..UserChange::default()
    };
    let mut without = workspace.clone();
    after(&mut without, [edit(ANN, emptied.clone()), edit(BOB, emptied)]).unwrap();
    let columns = |id| {
        without
            .user(user(id))
            .unwrap()
            .extra
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (columns(ANN), columns(BOB)),
        (vec!["External SIP URI".to_owned()], vec![])
    );
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

/// Which text Ann's senders get, if any.
fn text(workspace: &Workspace) -> Option<String> {
    let reply = effective(workspace, user(ANN))
        .reply()?
        .message
        .as_str()
        .to_owned();
    Some(reply)
}
