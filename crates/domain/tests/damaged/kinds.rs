//! Every type of this crate that is stored, with values of it.

use std::fmt::Debug;

use domain::stored::{self, Unreadable};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::picks;

/// A type that is stored.
pub struct Kind {
    /// Where it is defined, as the compiler says it: `domain::number::Owner`.
    pub name: &'static str,
    /// What is read as such, together all its fields and variants that hold something.
    pub samples: Vec<Value>,
    /// Reads it; what is read is written and read again as the same, and can be used.
    pub read: fn(&[u8]) -> Result<(), Unreadable>,
}

/// One type a line, its samples, and how it is used where it does more than hold values.
macro_rules! kinds {
    ($($kind:ty: $samples:tt $(=> $used:expr)?;)*) => {
        vec![$(Kind {
            name: std::any::type_name::<$kind>(),
            samples: serde_json::from_value(json!($samples)).unwrap(),
            read: |bytes| {
                let _value: $kind = comes_back(bytes)?;
                $(let used: fn($kind) = $used; used(_value);)?
                Ok(())
            },
        }),*]
    };
}

fn comes_back<T: DeserializeOwned + Serialize + PartialEq + Debug>(bytes: &[u8]) -> Result<T, Unreadable> {
    let value: T = stored::read(bytes)?;
    let written = serde_json::to_string(&value).unwrap();
    match stored::read::<T>(written.as_bytes()) {
        Ok(again) => assert_eq!(again, value, "{written} is read as something else"),
        Err(unreadable) => panic!("{written} was written, but {unreadable}"),
    }
    Ok(value)
}

const ID: &str = "00000000-0000-0000-0000-000000000001";
const NUMBER: &str = "+14155550101";
const AT: &str = "2026-10-25T02:59:00Z";

/// All of them. A test finds those that are missing here.
#[expect(clippy::too_many_lines, reason = "a line or two for each type")]
pub fn kinds() -> Vec<Kind> {
    let agent = json!({ "agent": ID });
    let schedule = json!({
        "time_zone": "Europe/London",
        "days": { "weekdays_weekends": { "weekdays": [["09:00", "12:00"], ["22:00", "06:00"]], "weekends": [] } },
        "observed_holidays": [ID],
    });
    let per_day = json!({ "per_day": { "days": [[], [["09:00", "24:00"]], [], [], [], [], []] } });
    let reply = json!({ "schedule": schedule, "message": "Back at nine" });
    let kept = json!({ "off": { "kept": reply } });
    let facts =
        json!({ "region": "US", "kind": "mobile", "printed": "+1 415-555-0101", "validity": "valid" });
    let scenario = json!({
        "to": NUMBER, "from": "+12025550173", "body": "Hello", "at": AT, "zone": "America/Chicago",
        "agent": "at_capacity", "session": "open", "opted_out": true, "deflected_min": 5,
    });
    let pin = json!({ "id": ID, "name": "Night", "scenario": scenario, "expected": "deflected.after_hours" });
    let yearly = json!({ "yearly": { "from": { "month": 12, "day": 24 }, "to": { "month": 1, "day": 2 } } });
    let conditional =
        json!({ "conditional": { "weekday": "Thu", "occurrence": "week4", "month": "November" } });
    let once = json!({ "once": { "from": "2026-12-04", "to": "2026-12-05" } });
    let holiday = json!({
        "id": ID, "folder": ID, "name": "New Year", "kind": yearly, "times": ["13:00", "24:00"], "message": "Closed",
    });
    let folder = json!({ "id": ID, "name": "All" });
    let timeouts = json!({ "expiration_min": 60, "timeout_min": 30 });
    let ivr = json!({ "number": NUMBER, "queue": "Main" });
    let hours = json!({ "id": ID, "name": "Night", "schedule": schedule });
    let words = json!({ "back": ["BACK"], "exit": ["EXIT", "BYE"] });
    let answer = json!({
        "outcome": "offered.agent", "reply": "Hello", "session_type": "inbound_direct", "level": { "user": ID },
        "owner": agent, "recipients": [ID],
    });
    let example = json!({ "number": NUMBER, "at": AT });
    let long = json!({ "long_text": { "text": { "queue": ID }, "segments": 2, "forced_by": "\u{1f600}" } });
    let finding = json!({ "kind": long, "example": example });
    let shares = json!({ "answered_min": 3, "deflected_min": 2, "nobody_min": 1 });
    let relabel = json!({ "relabel": { "number": NUMBER, "label": "Desk" } });
    let parked = json!({ "intent": relabel, "reason": "later", "base": 2 });
    let content = json!({ "base": 3, "intents": [relabel], "parked": [parked] });
    let switch = json!({ "what": { "settled": 2 }, "other": content, "turn": 1 });
    let draft = json!({
        "id": ID, "name": "Winter", "note": "", "base": 3, "begun": 2, "done": [relabel], "undone": [relabel],
        "parked": [parked], "settled": [switch], "unsettled": [switch],
    });
    let linked = serde_json::to_value(&*super::COMPANY).unwrap();
    let mut kinds = ids();
    kinds.extend(kinds! {
        domain::access::Access: ["none", "view", "edit"];
        domain::access::Page: ["sms", "consumers"];
        domain::bulk::BulkError: [{
            "line": 3, "column": 17, "header": "Direct Inbound Number: 1", "value": "1.41556E+10",
            "code": "number_format", "message": "write it with its country code",
        }];
        domain::bulk::Code: ["number_format", "no_personal_queue"];
        domain::bulk::Counts: [{ "total": 4, "affected": 1, "unchanged": 1, "ignored": 1, "skipped": 1, "failed": 2 }];
        domain::bulk::Form: [{ "csv": ";" }, "json"];
        domain::bulk::Job: [{
            "id": ID, "file": "users.csv", "created": AT, "processed": AT, "state": "completed", "total": 3,
            "affected": 2, "failed": 1, "log": "row,column",
        }];
        domain::bulk::JobState: ["created", "completed_with_errors"];
        domain::bulk::NumberOutcome: [
            { "assigned": NUMBER }, { "moved": { "number": NUMBER, "from": ID } },
            { "swapped": { "number": NUMBER, "with": ID } }, { "shifted": { "number": NUMBER, "from": 1 } },
            { "cleared": NUMBER },
        ];
        domain::bulk::Property: ["details", "numbers"];
        domain::bulk::RowOutcome: ["created", "skipped"];
        domain::bulk::RowReport: [{
            "line": 2, "email": "ann@test.example", "user": ID, "outcome": "changed",
            "numbers": [[0, { "unchanged": NUMBER }]], "failed": false,
        }];
        domain::deflection::Deflection: [{ "on": reply }, kept];
        domain::deflection::Level: ["global", { "team": ID }, { "user": ID }, { "agent": ID }];
        domain::deflection::LevelCounts: [{ "global": 3, "team": 2, "user": 1, "off": 0, "own_message": 0 }]
            => |counts| assert!(counts.total() >= counts.global);
        domain::deflection::Reply: [reply];
        domain::do_not_contact::DoNotContact: [[NUMBER, "72345"]];
        domain::Draft: [draft] => super::replay;
        domain::draft::Step: [
            { "do": { "intent": relabel } }, { "settle": { "what": "reviewed", "content": content } }, "undo", "close",
        ];
        domain::draft::Content: [content];
        domain::draft::Parked: [parked];
        domain::draft::Settling: [{ "settled": 2 }, "brought"];
        domain::impact::Answer: [answer];
        domain::impact::Day: [{ "date": "2026-10-25", "shares": shares }];
        domain::impact::Digest: ["cdc4c64c345b27c79ec0f865c9d32f6c"];
        domain::impact::Example: [example];
        domain::impact::Finding: [finding];
        domain::impact::FindingKind: [
            { "no_owner": { "number": NUMBER } }, { "agent_missing": { "number": NUMBER, "user": ID } },
            { "promise_broken": { "text": { "holiday": ID } } }, { "idle_override": { "level": "global" } }, long,
        ];
        domain::impact::FindingsDifference: [{ "new": [finding], "solved": [] }];
        domain::impact::First: [{ "at": AT, "before": "offered.queue", "after": "queue.standard" }];
        domain::impact::FirstChange: [{ "at": AT, "number": NUMBER }];
        domain::impact::Minutes: [[[1, 2, 3], [4, 5, 6], [7, 8, 9]]] => super::add_up;
        domain::impact::Progress: [{ "done": 1, "total": 2 }];
        domain::impact::Range: [{ "from": AT, "to": AT, "before": answer, "after": answer }]
            => |range| assert!(!range.differs() || range.minutes() != i64::MAX);
        domain::impact::Shares: [shares] => |shares| assert!(shares.answered_permille() <= 1000);
        domain::impact::Square: [{ "half_hour": { "weekday": "Thu", "slot": 36 } }, { "day": "2026-10-15" }]
            => |square| {
                let at: chrono::DateTime<chrono::Utc> = AT.parse().unwrap();
                let _: bool = square.touches(at, at + chrono::Duration::days(1), domain::Zone::UTC);
            };
        domain::impact::TextOf: [{ "deflection": "global" }, { "queue": ID }, { "holiday": ID }];
        domain::impact::Theme: ["hours", "owner_gained"];
        domain::impact::Totals: [{
            "numbers": 1, "changed_min": 60, "gained_min": [0, 60, 0], "lost_min": [60, 0, 0], "first": example,
            "never_answered": [NUMBER],
        }];
        domain::Intent: (picks::one_of_each()) => super::carry_out;
        domain::intent::Changes: [[relabel]];
        domain::intent::QueueOutline: [{ "queue": ID, "name": "Sales", "parent": ID }];
        domain::intent::UserChange: [{
            "email": "ann@test.example", "first_name": "Ann", "last_name": "Lee", "alias": "", "agent_number": "7",
            "location": "Chicago", "chat_concurrency": 3, "extra": { "External User": "1" },
        }];
        domain::message::MessageText: ["Back at nine"] => |text| {
            assert_eq!(domain::message::Segments::parts(text.as_str()).concat(), text.as_str());
        };
        domain::number::Label: ["Desk"];
        domain::number::NumberRole: [
            { "direct": { "owner": agent } },
            { "normal": { "verified": true, "inbound": ID, "outbound": [agent, { "queue": ID }] } },
        ];
        domain::number::Owner: [agent, { "queue": ID }];
        domain::number::Slot: [4];
        domain::number::SmsNumber: [{
            "number": NUMBER, "label": "Desk", "entered_as": "", "facts": facts, "role": { "direct": { "owner": agent } },
            "slot": 1,
        }];
        domain::people::Role: ["Agent", { "Custom": "Night lead" }];
        domain::people::RoleName: ["Night lead"];
        domain::people::Team: (linked["teams"]);
        domain::people::User: [{
            "id": ID, "email": "ann@test.example", "first_name": "Ann", "last_name": "Lee", "alias": "Annie",
            "agent_number": "7", "location": "Chicago", "chat_concurrency": 2, "active": true, "roles": ["Agent"],
            "teams": [ID], "deflection": { "on": reply }, "may_configure_own": true, "own_deflection": kept,
            "last_writer": "admin", "extra": { "External User": "1" },
        }];
        domain::people::Writer: ["admin", "agent"];
        domain::phone::NumberFacts: [facts];
        domain::phone::NumberKind: ["mobile", "toll_free"];
        domain::phone::Printed: ["+1 (415) 555-0101"];
        domain::phone::Region: ["US"];
        domain::phone::Validity: ["valid", "too_short"];
        domain::PhoneNumber: [NUMBER, "72345"];
        domain::pin::Pin: [pin] => |pin| assert_ne!(pin.broken(&super::COMPANY), Some(pin.expected));
        domain::queue::AfterHour: [{ "on": "Closed" }, { "off": { "kept": "Closed" } }];
        domain::queue::CustomHours: [hours];
        domain::queue::IvrAssignment: [ivr];
        domain::queue::IvrQueueName: ["Main"];
        domain::queue::SmsQueue: [{
            "id": ID, "name": "Billing", "parent": ID, "position": 1, "language": "en", "keywords": ["bill"],
            "hidden": true, "greeting": "Welcome", "after_hour": { "on": "Closed" }, "timeouts": timeouts,
            "agents": [ID], "teams": [ID], "hours": ID,
        }];
        domain::queue::Timeouts: [timeouts];
        domain::report::ChatType: [{ "sms": "inbound" }, "web"];
        domain::report::Direction: ["in", "out"];
        domain::report::SessionType: ["inbound_direct", "outbound_api"];
        domain::report::TextFilter: [{ "types": ["inbound"], "from": AT, "to": AT, "owner": agent }];
        domain::report::TextRow: [{
            "at": AT, "number": NUMBER, "sender": "72345", "outcome": "deflected.holiday",
            "session_type": "inbound_direct", "owner": agent, "level": { "team": ID }, "schedule": { "holiday": ID },
        }] => |row| assert!(row.masked_sender().contains('•'));
        domain::routing::AgentState: ["available", "on_call"];
        domain::routing::Outcome: ["deflected.after_hours"];
        domain::routing::SessionState: ["none", "dismissed"];
        domain::Scenario: [scenario] => |scenario| {
            let row = scenario.route(&super::COMPANY).row;
            assert!(scenario.why_not(&super::COMPANY).is_none() || row != "D21", "{scenario:?}");
        };
        domain::schedule::DateRange: [once["once"]];
        domain::schedule::DayHours: [[["09:00", "12:00"], ["13:00", "17:00"]]] => |day| assert!(day.minutes() < 48 * 60);
        domain::schedule::DayMode: ["all_day", schedule["days"], per_day];
        domain::schedule::FolderName: ["All"];
        domain::schedule::Holiday: [holiday];
        domain::schedule::HolidayBook: [{ "folders": [folder], "holidays": [holiday] }];
        domain::schedule::HolidayFolder: [folder];
        domain::schedule::HolidayKind: [yearly, conditional, once] => |kind| assert!(kind.dates(2028).len() <= 366);
        domain::schedule::HolidayName: ["New Year"];
        domain::schedule::Interval: [["22:00", "06:00"]];
        domain::schedule::Occurrence: ["week5", "last"];
        domain::schedule::PartOfDay: [["13:00", "24:00"]];
        domain::schedule::Schedule: [schedule] => super::walk;
        domain::schedule::State: ["open", { "holiday": ID }];
        domain::schedule::TimeOfDay: ["24:00"];
        domain::schedule::YearDay: [{ "month": 2, "day": 29 }];
        domain::Workspace: [linked];
        domain::workspace::MenuWords: [words];
        domain::workspace::Parts: [linked] => |parts| drop(parts.clone().whole());
        domain::workspace::Settings: [linked["settings"]];
        domain::workspace::Thresholds: [{ "missed_chat": 2, "unresponsive": 99 }];
        domain::Zone: ["Pacific/Chatham"];
    });
    kinds
}

fn ids() -> Vec<Kind> {
    kinds! {
        domain::ids::DraftId: [ID];
        domain::ids::FolderId: [ID];
        domain::ids::HolidayId: [ID];
        domain::ids::HoursId: [ID];
        domain::ids::PinId: [ID];
        domain::ids::QueueId: [ID];
        domain::ids::TeamId: [ID];
        domain::ids::UserId: [ID];
    }
}
