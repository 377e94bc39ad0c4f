//! Settings of the instance: the switch, times, words, thresholds, hours, holidays, blocklist.

mod holidays;

use crate::company::*;
use std::collections::BTreeSet;

use domain::applied::Warning;
use domain::deflection::{Deflection, Reply, effective};
use domain::ids::{FolderId, HolidayId};
use domain::queue::Timeouts;
use domain::routing::{InboundText, Situation, route};
use domain::schedule::Schedule;
use domain::{Intent, Workspace};
use uuid::Uuid;

fn answered() -> Workspace {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), agent(ANN))]).unwrap();
    workspace
}

fn thresholds(missed_chat: u8, unresponsive: u8) -> Intent {
    Intent::SetThresholds {
        missed_chat,
        unresponsive,
    }
}

fn global() -> Intent {
    Intent::SetGlobalDeflection {
        deflection: office("UTC", "closed"),
    }
}

#[test]
fn r1_r2_s003_switching_sms_off_and_on_keeps_everything() {
    let mut workspace = answered();
    let before = workspace.clone();
    let off = workspace.apply(&Intent::SetSmsChat { on: false }).unwrap();
    assert_eq!(off.warnings, [Warning::DirectNumbersStop { count: 2 }]);
    after(&mut workspace, [Intent::SetSmsChat { on: true }]).unwrap();
    assert_eq!(workspace, before);
}

#[test]
fn r43_r48_a8_s100_s101_s102_the_direct_settings_need_an_assigned_number() {
    let sentence = "assign a direct number to an agent or a queue first";
    let panels = [global(), thresholds(3, 4), Intent::SetReplyLimit { minutes: 5 }];
    // n1 and n2 are direct, and nobody has them.
    let mut workspace = company();
    for panel in &panels {
        refused(&workspace, panel, sentence);
    }
    after(&mut workspace, [assign(n1(), leaf(BILLING))]).unwrap();
    for panel in &panels {
        after(&mut workspace, [panel.clone()]).unwrap();
    }
    // What was saved stays when the last one goes, and the panels lock again.
    after(&mut workspace, [Intent::Unassign { number: n1() }]).unwrap();
    assert!(workspace.global_deflection().is_some());
    for panel in &panels {
        refused(&workspace, panel, sentence);
    }
}

#[test]
fn a9_teams_and_users_are_set_up_before_a_number_is_assigned() {
    let mut workspace = company();
    assert!(!workspace.has_assigned_number());
    let deflection = Some(office("UTC", "closed"));
    let panels = [
        Intent::SetTeamDeflection {
            team: team(SUPPORT),
            deflection: deflection.clone(),
        },
        Intent::SetUserDeflection {
            user: user(ANN),
            deflection,
        },
        Intent::SetAgentPermission {
            user: user(ANN),
            allowed: true,
        },
    ];
    after(&mut workspace, panels).unwrap();
}

#[test]
fn r46_r49_s107_s108_the_two_panels_save_apart() {
    let mut workspace = answered();
    let of = |workspace: &Workspace| {
        let thresholds = workspace.settings().thresholds;
        (thresholds.missed_chat, thresholds.unresponsive)
    };
    assert_eq!(of(&workspace), (2, 2));
    after(&mut workspace, [global()]).unwrap();
    assert_eq!(of(&workspace), (2, 2));
    let deflection = workspace.global_deflection().cloned();
    after(&mut workspace, [thresholds(3, 4)]).unwrap();
    assert_eq!(of(&workspace), (3, 4));
    assert_eq!(workspace.global_deflection().cloned(), deflection);
}

#[test]
fn s109_a18_a_threshold_is_a_whole_number_from_1_to_99() {
    for (given, fits) in [(0, false), (1, true), (99, true), (100, false)] {
        for intent in [thresholds(given, 2), thresholds(2, given)] {
            assert_eq!(answered().apply(&intent).is_ok(), fits, "{given}");
        }
    }
    refused(
        &answered(),
        &thresholds(2, 0),
        "`0` is out of range: enter a whole number from 1 to 99",
    );
    for wrong in ["-1", "2.5", "null", "\"\""] {
        let stored = format!(r#"{{"set_thresholds":{{"missed_chat":2,"unresponsive":{wrong}}}}}"#);
        assert!(serde_json::from_str::<Intent>(&stored).is_err(), "{wrong}");
    }
}

#[test]
fn a42_the_reply_limit_is_0_to_10080_minutes_and_10_at_first() {
    let mut workspace = answered();
    assert_eq!(workspace.settings().reply_limit_min, 10);
    for minutes in [0, 10_080] {
        after(&mut workspace, [Intent::SetReplyLimit { minutes }]).unwrap();
        assert_eq!(workspace.settings().reply_limit_min, minutes);
    }
    refused(
        &workspace,
        &Intent::SetReplyLimit { minutes: 10_081 },
        "`10081` minutes are out of range for the reply limit: enter a whole number from 0 to 10080",
    );
}

#[test]
fn s104_s126_a_deflection_that_is_on_has_a_message() {
    let mut stored = serde_json::to_value(global()).unwrap();
    stored["set_global_deflection"]["deflection"]["on"]["message"] = " ".into();
    let error = serde_json::from_value::<Intent>(stored).unwrap_err().to_string();
    assert!(
        error.contains("enter the message that the sender gets"),
        "{error}"
    );
}

#[test]
fn dismissal_comes_before_the_chat_timeout() {
    let mut workspace = company();
    let timeout = |minutes| Intent::SetTimeouts {
        timeouts: Timeouts {
            expiration_min: None,
            timeout_min: minutes,
        },
    };
    let dismissal = |minutes| Intent::SetDismissal {
        minutes: Some(minutes),
    };
    let sentence = |given, most| {
        format!(
            "`{given}` minutes are out of range for dismissal, which comes before the chat timeout: enter a whole number from 1 to {most}"
        )
    };
    refused(&workspace, &dismissal(0), &sentence(0, 10_080));
    refused(&workspace, &dismissal(10_081), &sentence(10_081, 10_080));
    after(&mut workspace, [timeout(Some(30)), dismissal(30)]).unwrap();
    refused(&workspace, &dismissal(31), &sentence(31, 30));
    refused(&workspace, &timeout(Some(29)), &sentence(30, 29));
    after(
        &mut workspace,
        [
            Intent::SetDismissal { minutes: None },
            timeout(Some(1)),
            timeout(None),
        ],
    )
    .unwrap();
}

#[test]
fn texts_and_switches_of_the_instance() {
    let mut workspace = company();
    let text = |text: &str| Some(text.to_owned().try_into().unwrap());
    assert_eq!(
        workspace.settings().dismissed_response(),
        domain::workspace::DISMISSED_RESPONSE
    );
    after(
        &mut workspace,
        [
            Intent::SetOutboundSms { on: true },
            Intent::SetDismissedResponse {
                text: text("Here again"),
            },
            Intent::SetSupportContact {
                text: text("Call 555"),
            },
        ],
    )
    .unwrap();
    let settings = workspace.settings();
    assert!(settings.outbound_sms);
    assert_eq!(settings.dismissed_response(), "Here again");
    assert_eq!(settings.support_contact.as_ref().unwrap().as_str(), "Call 555");
}

#[test]
fn r74_a_number_is_on_the_blocklist_once() {
    let mut workspace = company();
    let sender = number("+12025550173");
    after(&mut workspace, [Intent::Block { sender }]).unwrap();
    assert!(workspace.is_blocked(sender));
    refused(
        &workspace,
        &Intent::Block { sender },
        "`+12025550173` is on the blocklist already",
    );
    after(&mut workspace, [Intent::Unblock { sender }]).unwrap();
    refused(
        &workspace,
        &Intent::Unblock { sender },
        "`+12025550173` is not on the blocklist",
    );
    assert_eq!(workspace.blocklist().count(), 0);
}

/// Both times go from one pair to the other, whichever comes first, and one undo takes both back.
#[track_caller]
fn check_ends(from: (Option<u16>, Option<u16>), to: (Option<u16>, Option<u16>)) {
    let timeouts = |timeout_min| Timeouts {
        timeout_min,
        ..Timeouts::default()
    };
    let mut workspace = company();
    let set = |workspace: &mut Workspace, (timeout, dismissal)| {
        let intents = workspace.settings().ends_of_chats(timeouts(timeout), dismissal);
        after(workspace, intents).unwrap();
        let settings = workspace.settings();
        assert_eq!(
            (settings.timeouts.timeout_min, settings.dismissal_min),
            (timeout, dismissal)
        );
        assert_eq!(settings.ends_of_chats(timeouts(timeout), dismissal), []);
    };
    set(&mut workspace, from);
    set(&mut workspace, to);
    set(&mut workspace, from);
}

#[test]
fn dismissal_and_the_chat_timeout_move_up_and_down_together() {
    check_ends((Some(60), Some(50)), (Some(20), Some(10)));
    check_ends((Some(60), None), (None, Some(10_080)));
    check_ends((Some(1), Some(1)), (Some(10_080), None));
    check_ends((None, None), (Some(30), Some(30)));
}
