//! Holidays and their folders: who observes them, and what goes with them.

use super::*;

const FOLDER: u128 = 70;

fn holiday(id: u128) -> HolidayId {
    Uuid::from_u128(id).into()
}

fn folder() -> FolderId {
    Uuid::from_u128(FOLDER).into()
}

/// A folder, stored as it is sent.
fn add_folder() -> Intent {
    let stored = format!(
        r#"{{"add_holiday_folder":{{"folder":{{"id":"{}","name":"US"}}}}}}"#,
        folder()
    );
    serde_json::from_str(&stored).unwrap()
}

fn holiday_intent(verb: &str, id: u128, name: &str) -> Intent {
    let stored = format!(
        r#"{{"{verb}":{{"holiday":{{"id":"{}","folder":"{}","name":"{name}","kind":{{"once":{{"from":"2026-12-25","to":"2026-12-25"}}}},"times":null,"message":null}}}}}}"#,
        holiday(id),
        folder()
    );
    serde_json::from_str(&stored).unwrap()
}

fn observing(holidays: &[u128]) -> Schedule {
    let always = Schedule::always(zone("UTC"));
    let observed: BTreeSet<_> = holidays.iter().copied().map(holiday).collect();
    Schedule::new(always.zone(), always.days().clone(), observed).unwrap()
}

fn deflecting(holidays: &[u128]) -> Deflection {
    Deflection::On(Reply {
        schedule: observing(holidays),
        message: "closed".to_owned().try_into().unwrap(),
    })
}

/// Three holidays of one folder; the general hours, a team, Ann (twice) and custom hours observe some of them.
fn celebrating() -> Workspace {
    let mut workspace = answered();
    let hours = domain::queue::CustomHours {
        id: Uuid::from_u128(60).into(),
        name: "Night".into(),
        schedule: observing(&[73]),
    };
    let intents = [
        add_folder(),
        holiday_intent("add_holiday", 71, "Christmas"),
        holiday_intent("add_holiday", 72, "Easter"),
        holiday_intent("add_holiday", 73, "Storm"),
        Intent::SetHours {
            schedule: observing(&[71]),
        },
        Intent::SetGlobalDeflection {
            deflection: deflecting(&[71]),
        },
        Intent::SetTeamDeflection {
            team: team(SUPPORT),
            deflection: Some(deflecting(&[71, 72])),
        },
        Intent::SetAgentPermission {
            user: user(ANN),
            allowed: true,
        },
        Intent::SetOwnDeflection {
            user: user(ANN),
            deflection: deflecting(&[71]),
        },
        Intent::SetUserDeflection {
            user: user(ANN),
            deflection: Some(Deflection::Off {
                kept: deflecting(&[71]).reply().cloned(),
            }),
        },
        Intent::AddHours { hours },
    ];
    after(&mut workspace, intents).unwrap();
    workspace
}

#[test]
fn a_schedule_observes_only_holidays_that_there_are() {
    let workspace = answered();
    let sentence = "this holiday does not exist any more: choose another";
    refused(
        &workspace,
        &Intent::SetHours {
            schedule: observing(&[71]),
        },
        sentence,
    );
    let team_setting = Intent::SetTeamDeflection {
        team: team(L1),
        deflection: Some(deflecting(&[71])),
    };
    refused(&workspace, &team_setting, sentence);
}

#[test]
fn r65_r66_an_observed_holiday_deflects_as_much_of_the_day_as_it_covers() {
    let mut workspace = answered();
    let holiday_with = |times: &str| {
        format!(
            r#"{{"holiday":{{"id":"{}","folder":"{}","name":"Christmas","kind":{{"once":{{"from":"2026-12-25","to":"2026-12-25"}}}},"times":{times},"message":null}}}}"#,
            holiday(71),
            folder()
        )
    };
    let stored = |verb: &str, times: &str| {
        serde_json::from_str(&format!(r#"{{"{verb}":{}}}"#, holiday_with(times))).unwrap()
    };
    let global = Intent::SetGlobalDeflection {
        deflection: deflecting(&[71]),
    };
    after(
        &mut workspace,
        [add_folder(), stored("add_holiday", "null"), global],
    )
    .unwrap();
    let row = |workspace: &Workspace, at: &str| {
        let text = InboundText {
            to: n1(),
            from: number("+12025550173"),
            body: "hi",
            at: at.parse().unwrap(),
        };
        let decision = route(workspace, &text, &Situation::default());
        (decision.row, decision.reply)
    };
    let offered = ("D21", None);
    let deflected = ("D14", Some("closed".into()));
    // The whole day.
    assert_eq!(row(&workspace, "2026-12-24T23:59:59Z"), offered);
    assert_eq!(row(&workspace, "2026-12-25T00:00:00Z"), deflected);
    assert_eq!(row(&workspace, "2026-12-25T23:59:59Z"), deflected);
    assert_eq!(row(&workspace, "2026-12-26T00:00:00Z"), offered);
    // Part of it.
    after(&mut workspace, [stored("edit_holiday", r#"["13:00","18:30"]"#)]).unwrap();
    assert_eq!(row(&workspace, "2026-12-25T12:59:59Z"), offered);
    assert_eq!(row(&workspace, "2026-12-25T13:00:00Z"), deflected);
    assert_eq!(row(&workspace, "2026-12-25T18:29:59Z"), deflected);
    assert_eq!(row(&workspace, "2026-12-25T18:30:00Z"), offered);
    // One that is not observed does nothing.
    let global = Intent::SetGlobalDeflection {
        deflection: deflecting(&[]),
    };
    after(&mut workspace, [global]).unwrap();
    assert_eq!(row(&workspace, "2026-12-25T13:00:00Z"), offered);
}

#[test]
fn r44_hours_and_message_are_in_force_only_while_the_switch_is_on() {
    let mut workspace = answered();
    let on = deflecting(&[]);
    let off = Deflection::Off {
        kept: on.reply().cloned(),
    };
    for (deflection, in_force) in [(on, true), (off, false), (Deflection::Off { kept: None }, false)] {
        after(&mut workspace, [Intent::SetGlobalDeflection { deflection }]).unwrap();
        let setting = workspace.global_deflection().unwrap();
        assert_eq!(setting.reply().is_some(), in_force);
        assert_eq!(effective(&workspace, user(ANN)).reply().is_some(), in_force);
    }
    // Hours without a message, or the other way round, cannot be read as a setting that is on.
    let schedule = serde_json::to_value(observing(&[])).unwrap();
    for half in [
        serde_json::json!({ "on": { "schedule": schedule } }),
        serde_json::json!({ "on": { "message": "closed" } }),
        serde_json::json!("on"),
    ] {
        assert!(
            serde_json::from_value::<Deflection>(half.clone()).is_err(),
            "{half}"
        );
    }
}

#[test]
fn a_deleted_holiday_leaves_every_schedule() {
    let mut workspace = celebrating();
    cascades(
        &mut workspace,
        &Intent::RemoveHoliday { holiday: holiday(71) },
        &[
            "Christmas is no longer observed by the general hours",
            "Christmas is no longer observed by the global deflection",
            "Christmas is no longer observed by team Support",
            "Christmas is no longer observed by Ann",
        ],
    );
    assert_eq!(workspace.settings().hours, observing(&[]));
    let ann = workspace.user(user(ANN)).unwrap();
    for setting in [&ann.deflection, &ann.own_deflection] {
        let kept = setting.as_ref().and_then(Deflection::kept).unwrap();
        assert_eq!(kept.schedule, observing(&[]));
    }
    refused(
        &workspace,
        &Intent::RemoveHoliday { holiday: holiday(71) },
        "this holiday does not exist any more: choose another",
    );
}

#[test]
fn s148_a_deleted_folder_takes_its_holidays_out_of_every_schedule() {
    let mut workspace = celebrating();
    let applied = workspace
        .apply(&Intent::RemoveHolidayFolder { folder: folder() })
        .unwrap();
    let said: Vec<_> = applied.cascades.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 9, "{said:?}");
    for sentence in [
        "Easter is deleted",
        "Easter is no longer observed by team Support",
        "Storm is no longer observed by custom hours Night",
    ] {
        assert!(said.iter().any(|one| one == sentence), "{sentence}: {said:?}");
    }
    assert_eq!(workspace.holidays().holidays().count(), 0);
    // Nothing dangles: it can be stored and read.
    let stored = serde_json::to_string(&workspace).unwrap();
    assert_eq!(serde_json::from_str::<Workspace>(&stored).unwrap(), workspace);
}

#[test]
fn holidays_lie_in_folders() {
    let mut workspace = answered();
    assert!(
        workspace
            .apply(&holiday_intent("add_holiday", 71, "Christmas"))
            .is_err()
    );
    after(
        &mut workspace,
        [add_folder(), holiday_intent("add_holiday", 71, "Christmas")],
    )
    .unwrap();
    assert!(workspace.apply(&add_folder()).is_err());
    assert!(
        workspace
            .apply(&holiday_intent("add_holiday", 71, "Again"))
            .is_err()
    );
    assert!(
        workspace
            .apply(&holiday_intent("edit_holiday", 72, "Easter"))
            .is_err()
    );
    after(&mut workspace, [holiday_intent("edit_holiday", 71, "Xmas")]).unwrap();
    assert_eq!(workspace.holidays().holiday(holiday(71)).unwrap().name(), "Xmas");
}
