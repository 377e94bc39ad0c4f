//! What agents set for themselves, and what an admin sets in its place.

use super::*;

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
