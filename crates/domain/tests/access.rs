//! Which roles see which pages, and which changes they may make.

use std::collections::{BTreeMap, BTreeSet};

use crate::company::*;
use domain::Intent;
use domain::access::{Access, Actor, CustomRoles, Forbidden, Page};
use domain::number::Owner;
use domain::people::{Role, RoleName};
use domain::schedule::Schedule;

const MANAGERS: [Role; 4] = [
    Role::Manager,
    Role::ManagerAdmin,
    Role::ManagerData,
    Role::ManagerTeams,
];

fn night_lead() -> RoleName {
    "Night lead".parse().unwrap()
}

/// A role of the instance that may change the one page and see the other.
fn custom() -> CustomRoles {
    let pages = BTreeMap::from([
        (Page::SupportCenter, Access::Edit),
        (Page::Queues, Access::View),
        (Page::Sms, Access::None),
    ]);
    BTreeMap::from([(night_lead(), pages)])
}

fn may(roles: &[Role], intent: &Intent) -> Result<(), Forbidden> {
    let (roles, custom): (BTreeSet<_>, _) = (roles.iter().cloned().collect(), custom());
    let actor = Actor {
        user: Some(user(ANN)),
        roles: &roles,
        custom: &custom,
    };
    actor.may(intent)
}

fn access(roles: &[Role], page: Page) -> Access {
    let (roles, custom): (BTreeSet<_>, _) = (roles.iter().cloned().collect(), custom());
    let actor = Actor {
        user: None,
        roles: &roles,
        custom: &custom,
    };
    actor.access(page)
}

fn general_hours() -> Intent {
    Intent::SetHours {
        schedule: Schedule::always(zone("UTC")),
    }
}

fn unmark() -> Intent {
    Intent::UnmarkDirect { number: n1() }
}

#[test]
fn r100_s200_only_an_admin_changes_numbers_and_users() {
    let of_user = Intent::SetUserDeflection {
        user: user(BOB),
        deflection: None,
    };
    let to_ann = assign(n1(), Owner::Agent(user(ANN)));
    for (intent, page) in [
        (unmark(), Page::Numbers),
        (of_user, Page::UsersAndTeams),
        (to_ann, Page::UsersAndTeams),
        (assign(n1(), leaf(BILLING)), Page::Queues),
    ] {
        assert_eq!(may(&[Role::Admin], &intent), Ok(()));
        assert_eq!(may(&[Role::Admin, Role::Agent], &intent), Ok(()));
        for manager in MANAGERS {
            assert_eq!(may(&[manager], &intent), Err(Forbidden::ViewOnly(page)));
        }
        assert_eq!(may(&[Role::Agent], &intent), Err(Forbidden::Hidden(page)));
        assert_eq!(may(&[], &intent), Err(Forbidden::Hidden(page)));
    }
    assert_eq!(
        may(&[Role::Agent], &unmark()).unwrap_err().to_string(),
        "Phone number management is not open to your roles: ask an Admin"
    );
}

#[test]
fn r101_s201_who_may_not_view_a_page_is_not_shown_it() {
    for page in Page::ALL {
        assert_eq!(access(&[Role::Admin], page), Access::Edit);
        for manager in MANAGERS {
            assert_eq!(access(&[manager], page), Access::View);
        }
        assert_eq!(access(&[Role::Agent], page), Access::None);
        // Of several roles the one that may do most counts.
        assert_eq!(access(&[Role::Agent, Role::Manager], page), Access::View);
    }
    let lead = Role::Custom(night_lead());
    assert_eq!(
        access(std::slice::from_ref(&lead), Page::SupportCenter),
        Access::Edit
    );
    assert_eq!(access(std::slice::from_ref(&lead), Page::Queues), Access::View);
    assert_eq!(access(std::slice::from_ref(&lead), Page::Sms), Access::None);
    assert_eq!(access(std::slice::from_ref(&lead), Page::Numbers), Access::None);
    assert_eq!(access(&[lead, Role::Manager], Page::Sms), Access::View);
    let unknown = Role::Custom("Day lead".parse().unwrap());
    assert_eq!(access(&[unknown], Page::SupportCenter), Access::None);
}

#[test]
fn r68_holidays_are_edited_by_admins_and_by_custom_roles_that_may_edit_their_page() {
    let holiday = r#"{"remove_holiday":{"holiday":"00000000-0000-0000-0000-000000000051"}}"#;
    let page = Page::SupportCenter;
    for intent in [general_hours(), serde_json::from_str(holiday).unwrap()] {
        assert_eq!(may(&[Role::Admin], &intent), Ok(()));
        for manager in MANAGERS {
            assert_eq!(may(&[manager], &intent), Err(Forbidden::ViewOnly(page)));
        }
        assert_eq!(may(&[Role::Agent], &intent), Err(Forbidden::Hidden(page)));
        assert_eq!(may(&[Role::Custom(night_lead())], &intent), Ok(()));
    }
    // The right is for that page alone.
    assert_eq!(
        may(&[Role::Custom(night_lead())], &unmark()),
        Err(Forbidden::Hidden(Page::Numbers))
    );
}

#[test]
fn a44_an_agent_writes_their_own_settings_and_nobody_elses() {
    let own = |id| Intent::SetOwnDeflection {
        user: user(id),
        deflection: office("UTC", "closed"),
    };
    let hidden = Err(Forbidden::Hidden(Page::UsersAndTeams));
    assert_eq!(may(&[Role::Agent], &own(ANN)), Ok(()));
    assert_eq!(may(&[Role::Agent], &own(BOB)), hidden);
    assert_eq!(may(&[Role::Custom(night_lead())], &own(ANN)), hidden);
    assert_eq!(may(&[Role::Admin], &own(BOB)), Ok(()));
    // Granting oneself the permission is an admin's change.
    let permission = Intent::SetAgentPermission {
        user: user(ANN),
        allowed: true,
    };
    assert_eq!(may(&[Role::Agent], &permission), hidden);
}

#[test]
fn several_changes_are_allowed_when_each_is() {
    let bulk = |changes: &[Intent]| Intent::Bulk {
        title: "Both".into(),
        changes: changes.to_vec().into(),
    };
    let lead = [Role::Custom(night_lead())];
    assert_eq!(may(&lead, &bulk(&[general_hours(), general_hours()])), Ok(()));
    assert_eq!(
        may(&lead, &bulk(&[general_hours(), bulk(&[unmark()])])),
        Err(Forbidden::Hidden(Page::Numbers))
    );
    assert_eq!(may(&[], &bulk(&[])), Ok(()));
}
