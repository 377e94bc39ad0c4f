//! What the form says to what is written into it.

use domain::Zone;
use domain::ids::QueueId;

use super::*;

/// The form of a company with a queue Billing, timeout after an hour.
fn form(test: impl FnOnce(SmsInputs, &Workspace)) {
    let queue: QueueId = "00000000-0000-0000-0000-000000000001".parse().unwrap();
    let mut workspace = Workspace::empty("Test", Zone::UTC);
    let timeouts = Timeouts {
        timeout_min: Some(60),
        ..Timeouts::default()
    };
    for intent in [
        Intent::AddQueue {
            queue,
            name: "Billing".into(),
            parent: None,
            position: None,
        },
        Intent::SetTimeouts { timeouts },
    ] {
        workspace.apply(&intent).unwrap();
    }
    Owner::new().with(|| test(SmsInputs::new(workspace.settings()), &workspace));
}

#[test]
fn a_form_that_was_only_looked_at_changes_nothing() {
    form(|inputs, workspace| {
        assert_eq!(inputs.intents(workspace.settings()), Ok(Vec::new()));
        assert_eq!(inputs.dismissal_error(workspace), None);
        assert_eq!(inputs.back_error(workspace), None);
        assert_eq!(inputs.exit_error(workspace), None);
    });
}

#[test]
fn dismissal_is_1_to_10080_minutes_and_not_above_the_chat_timeout() {
    form(|inputs, workspace| {
        let said = |timeout: &str, dismissal: &str| {
            inputs.timeout.set(timeout.into());
            inputs.dismissal.set(dismissal.into());
            inputs.dismissal_error(workspace)
        };
        assert_eq!(said("60", "60"), None);
        assert!(said("60", "61").unwrap().contains("from 1 to 60"));
        assert_eq!(said("", "10080"), None);
        assert!(said("", "10081").unwrap().contains("from 1 to 10080"));
        assert!(said("", "0").unwrap().contains("from 1 to 10080"));
        assert!(said("", "soon").unwrap().contains("whole number of minutes"));
        assert_eq!(said("", ""), None);
    });
}

#[test]
fn both_timeouts_are_1_to_10080_minutes_whatever_the_dismissal() {
    form(|inputs, workspace| {
        inputs.dismissal.set("50".into());
        for (written, fine) in [
            ("1", true),
            ("10080", true),
            ("", true),
            ("0", false),
            ("10081", false),
        ] {
            inputs.expiration.set(written.into());
            inputs.timeout.set(written.into());
            assert_eq!(inputs.expiration_error(workspace).is_none(), fine, "{written}");
            assert_eq!(inputs.timeout_error(workspace).is_none(), fine, "{written}");
        }
    });
}

#[test]
fn r34_a_word_of_the_menu_is_one_word_that_nothing_else_is() {
    form(|inputs, workspace| {
        for wrong in ["BACK, ", "GO BACK", "stop", "Back, BACK", "Billing"] {
            inputs.back.set(wrong.into());
            assert!(inputs.back_error(workspace).is_some(), "{wrong}");
            // The field below is not blamed for it.
            assert_eq!(inputs.exit_error(workspace), None, "{wrong}");
        }
        inputs.back.set("BACK, Zurück".into());
        assert_eq!(inputs.back_error(workspace), None);
        inputs.exit.set("ZURÜCK".into());
        assert!(inputs.exit_error(workspace).is_some());
    });
}

#[test]
fn an_empty_text_is_none_and_a_long_one_cannot_be() {
    form(|inputs, workspace| {
        inputs.contact.set("Call 555-0100".into());
        let text = MessageText::try_from("Call 555-0100".to_owned()).ok();
        assert_eq!(
            inputs.intents(workspace.settings()),
            Ok(vec![Intent::SetSupportContact { text }])
        );
        inputs.contact.set(" ".into());
        assert_eq!(inputs.intents(workspace.settings()), Ok(Vec::new()));
        inputs.dismissed.set("x".repeat(1601));
        assert_eq!(inputs.intents(workspace.settings()), Err(Faulty));
    });
}
