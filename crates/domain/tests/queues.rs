//! The queue tree, its members, texts and hours.

mod tree;

use crate::company::*;
use domain::intent::QueueOutline;
use domain::queue::{AfterHour, CustomHours, Timeouts};
use domain::schedule::Schedule;
use domain::{Intent, Workspace};
use uuid::Uuid;

const REFUNDS: u128 = 30;
const ORDERS: u128 = 31;

#[test]
fn r34_r35_s053_a_queue_is_not_called_a_command() {
    let mut workspace = company();
    let protected = |name: &str| format!("`{name}` is a command that people text: choose another name");
    for name in ["stop", "Unsubscribe", "Back", "exit", "HELP"] {
        refused(&workspace, &add_queue(99, name, None), &protected(name));
        let rename = Intent::RenameQueue {
            queue: queue(BILLING),
            name: name.into(),
        };
        refused(&workspace, &rename, &protected(name));
    }
    refused(&workspace, &add_queue(99, " Stop ", None), &protected("Stop"));
    refused(
        &workspace,
        &add_queue(99, "  ", None),
        "enter a name for the queue",
    );
    after(&mut workspace, [add_queue(99, "Stop orders", None)]).unwrap();
}

#[test]
fn r34_the_configured_words_are_protected_too() {
    let mut workspace = company();
    let words = |back: &str, exit: &str| Intent::SetMenuWords {
        words: domain::workspace::MenuWords {
            back: [back.to_owned()].into(),
            exit: [exit.to_owned()].into(),
        },
    };
    refused(
        &workspace,
        &words("billing", "EXIT"),
        "queue Billing goes by `billing`: change its name or keyword first, or choose another word",
    );
    let keyword = Intent::SetQueueKeywords {
        queue: queue(SALES),
        keywords: ["Zurueck".to_owned()].into(),
    };
    let mut reached = workspace.clone();
    after(&mut reached, [keyword]).unwrap();
    refused(
        &reached,
        &words("ZURUECK", "EXIT"),
        "queue Sales goes by `ZURUECK`: change its name or keyword first, or choose another word",
    );
    for wrong in ["", "two words", "stop", "exit"] {
        refused(
            &workspace,
            &words(wrong, "EXIT"),
            &format!(
                "`{}` cannot lead through the menu: choose one word that is no command and stands once",
                if wrong == "exit" { "EXIT" } else { wrong }
            ),
        );
    }
    after(
        &mut workspace,
        [words("ZURUECK", "EXIT"), add_queue(98, "Back", None)],
    )
    .unwrap();
    refused(
        &workspace,
        &add_queue(99, "Zurueck", None),
        "`Zurueck` is a command that people text: choose another name",
    );
}

#[test]
fn r42_r72_s054_a_team_brings_its_sub_teams() {
    let mut workspace = company();
    after(&mut workspace, [members(BILLING, &[BOB], &[SUPPORT])]).unwrap();
    let billing = workspace.queue(queue(BILLING)).unwrap();
    let reached: Vec<_> = workspace
        .agents_of(billing)
        .iter()
        .map(|user| user.name())
        .collect();
    assert_eq!(reached, ["Ann", "Bob"]);
}

#[test]
fn texts_flow_down_from_the_queue_above() {
    let mut workspace = company();
    let text = |text: &str| text.to_owned().try_into().unwrap();
    let set = |id, after_hour| Intent::SetAfterHour {
        queue: queue(id),
        after_hour,
    };
    let said = |workspace: &Workspace| {
        let message = workspace.after_hour_message(queue(BILLING));
        message.map(|message| message.as_str().to_owned())
    };
    assert_eq!(said(&workspace), None);
    after(&mut workspace, [set(SALES, Some(AfterHour::On(text("above"))))]).unwrap();
    assert_eq!(said(&workspace).as_deref(), Some("above"));
    after(
        &mut workspace,
        [set(BILLING, Some(AfterHour::Off { kept: None }))],
    )
    .unwrap();
    assert_eq!(said(&workspace), None);
    after(&mut workspace, [set(BILLING, Some(AfterHour::On(text("own"))))]).unwrap();
    assert_eq!(said(&workspace).as_deref(), Some("own"));
    let greeting = Intent::SetGreeting {
        queue: queue(SALES),
        greeting: Some(text("hello")),
    };
    after(&mut workspace, [greeting]).unwrap();
    assert_eq!(workspace.greeting(queue(BILLING)).unwrap().as_str(), "hello");
}

#[test]
fn custom_hours_are_used_by_queues_until_they_go() {
    let mut workspace = company();
    let id = Uuid::from_u128(60).into();
    let hours = |name: &str| CustomHours {
        id,
        name: name.into(),
        schedule: Schedule::always(zone("Europe/London")),
    };
    let use_them = Intent::SetQueueHours {
        queue: queue(BILLING),
        hours: Some(id),
    };
    refused(&workspace, &use_them, "this set of hours no longer exists");
    refused(
        &workspace,
        &Intent::AddHours { hours: hours(" ") },
        "enter a name for the set of hours",
    );
    after(
        &mut workspace,
        [
            Intent::AddHours {
                hours: hours("Night"),
            },
            use_them,
            Intent::EditHours {
                hours: hours("Nights"),
            },
        ],
    )
    .unwrap();
    assert_eq!(workspace.queues_with_hours(id).count(), 1);
    let billing = workspace.queue(queue(BILLING)).unwrap();
    assert_eq!(workspace.hours_of(billing).zone(), zone("Europe/London"));
    cascades(
        &mut workspace,
        &Intent::RemoveHours { hours: id },
        &["queue Billing takes the general hours"],
    );
    let billing = workspace.queue(queue(BILLING)).unwrap();
    assert_eq!(workspace.hours_of(billing), &workspace.settings().hours);
}

#[test]
fn the_other_fields_of_a_queue() {
    let mut workspace = company();
    let id = queue(BILLING);
    let keywords = |words: &[&str]| Intent::SetQueueKeywords {
        queue: id,
        keywords: words.iter().map(|&word| word.to_owned()).collect(),
    };
    let timeouts = |expiration_min| Intent::SetQueueTimeouts {
        queue: id,
        timeouts: Timeouts {
            expiration_min,
            timeout_min: Some(30),
        },
    };
    refused(
        &workspace,
        &keywords(&["bill", " "]),
        "the keyword is empty: enter it",
    );
    refused(
        &workspace,
        &keywords(&["Help"]),
        "`Help` is a command that people text: choose another name",
    );
    for minutes in [0, 10_081] {
        refused(
            &workspace,
            &timeouts(Some(minutes)),
            &format!(
                "`{minutes}` minutes are out of range for chat expiration: enter a whole number from 1 to 10080"
            ),
        );
    }
    let language = Intent::SetQueueLanguage {
        queue: id,
        language: "es".into(),
    };
    // R37: a hidden queue keeps its numbers.
    let hidden = Intent::SetQueueHidden {
        queue: id,
        hidden: true,
    };
    after(
        &mut workspace,
        [
            keywords(&[" bill "]),
            timeouts(Some(1)),
            timeouts(Some(10_080)),
            language,
            assign(n1(), leaf(BILLING)),
            hidden,
        ],
    )
    .unwrap();
    let billing = workspace.queue(id).unwrap();
    assert_eq!((billing.language.as_str(), billing.hidden), ("es", true));
    assert!(billing.keywords.contains("bill"));
    assert_eq!(listed(workspace.numbers_of(leaf(BILLING))), [n1()]);
}
