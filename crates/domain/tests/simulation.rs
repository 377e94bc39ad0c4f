//! Texts, agents and chats played through the rules.

use crate::company::*;
use chrono::{DateTime, Duration, Utc};
use domain::presence::{Capacity, Choice, OfferEnd, Status};
use domain::queue::Timeouts;
use domain::report::{ChatType, Direction, SessionType, TextFilter};
use domain::routing::{Decision, InboundText, Outcome};
use domain::simulation::{Pair, Simulation, Stage, Turn};
use domain::{Intent, PhoneNumber, Workspace};

fn consumer() -> PhoneNumber {
    number("+12025550173")
}

fn with(to: PhoneNumber) -> Pair {
    Pair {
        number: to,
        sender: consumer(),
    }
}

/// Minutes after Thursday, 15 October 2026, 10:00 in Chicago.
fn minute(minutes: i64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2026-10-15T15:00:00Z".parse().unwrap();
    start + Duration::minutes(minutes)
}

/// The same evening, when the office is closed.
const EVENING: i64 = 12 * 60;

fn text(day: &mut Simulation, to: PhoneNumber, body: &str, minutes: i64) -> Decision {
    day.receive(&InboundText {
        to,
        from: consumer(),
        body,
        at: minute(minutes),
    })
}

/// Ann has n1, Billing has n2 and reaches Ann, Bob and Cat; nobody is signed in.
fn workspace() -> Workspace {
    let mut workspace = company();
    let cat = Intent::AddUser {
        user: user(CAT),
        email: "cat@test.example".into(),
        first_name: "Cat".into(),
        last_name: String::new(),
        roles: [domain::people::Role::Agent].into(),
        teams: [].into(),
    };
    let members = Intent::SetQueueMembers {
        queue: queue(BILLING),
        agents: [user(ANN), user(BOB), user(CAT)].into(),
        teams: [].into(),
    };
    let timeouts = Timeouts {
        expiration_min: Some(60),
        timeout_min: Some(240),
    };
    let intents = [
        cat,
        members,
        assign(n1(), agent(ANN)),
        assign(n2(), leaf(BILLING)),
        Intent::SetTimeouts { timeouts },
        Intent::SetDismissal { minutes: Some(30) },
    ];
    after(&mut workspace, intents).unwrap();
    workspace
}

const CAT: u128 = 4;

fn day(workspace: Workspace, available: &[u128]) -> Simulation {
    let capacity = Capacity {
        chats: 1,
        while_on_call: false,
    };
    let mut day = Simulation::new(workspace, capacity);
    for &agent in available {
        day.choose(user(agent), Choice::Available);
    }
    day
}

fn rung(day: &Simulation, to: PhoneNumber) -> Vec<u128> {
    let Some(Stage::Offered { to }) = day.session(with(to)).map(|session| session.stage.clone()) else {
        return Vec::new();
    };
    let known = [ANN, BOB, MAX, CAT];
    known.into_iter().filter(|&id| to.contains(&user(id))).collect()
}

#[test]
fn s160_s172_who_is_rung() {
    let mut day = day(workspace(), &[ANN, BOB]);
    assert_eq!(text(&mut day, n1(), "hi", 0).row, "D21");
    assert_eq!(rung(&day, n1()), [ANN]);
    let decision = text(&mut day, n2(), "hi", 0);
    assert_eq!(decision.recipients, [user(ANN), user(BOB), user(CAT)]);
    assert_eq!(decision.ringing, [user(ANN), user(BOB)]);
    // The first answer wins: Ann can no longer pick up.
    assert_eq!(day.pick_up(user(BOB), with(n2())), Some(OfferEnd::Connected));
    assert_eq!(day.pick_up(user(ANN), with(n2())), None);
    assert_eq!(day.pick_up(user(CAT), with(n1())), None);
}

#[test]
fn s166_s170_missed_chat_and_back() {
    let mut day = day(workspace(), &[ANN]);
    text(&mut day, n1(), "hi", 0);
    assert_eq!(day.miss(with(n1())), [(user(ANN), OfferEnd::Missed)]);
    // D21b: still Available, so offered again at once.
    assert_eq!(rung(&day, n1()), [ANN]);
    assert_eq!(day.miss(with(n1())), [(user(ANN), OfferEnd::MissedChat)]);
    assert_eq!(day.presence(user(ANN)).status(), Status::MissedChat);
    assert_eq!(rung(&day, n1()), []);
    let other = number("+12025550174");
    let second = InboundText {
        to: n1(),
        from: other,
        body: "hi",
        at: minute(1),
    };
    assert_eq!(day.receive(&second).outcome.code(), "waiting.agent_missed_chat");
    day.choose(user(ANN), Choice::Available);
    assert_eq!(rung(&day, n1()), [ANN]);
    assert_eq!(day.pick_up(user(ANN), with(n1())), Some(OfferEnd::Connected));
}

#[test]
fn s168_s169_skips() {
    let mut day = day(workspace(), &[ANN]);
    text(&mut day, n1(), "hi", 0);
    day.miss(with(n1()));
    assert_eq!(day.skip(user(ANN), with(n1())), Some(OfferEnd::Skipped));
    assert_eq!(day.presence(user(ANN)).status(), Status::Available);
    assert_eq!(day.skip(user(ANN), with(n1())), Some(OfferEnd::Unresponsive));
    assert_eq!(day.presence(user(ANN)).status(), Status::Unresponsive);
    assert_eq!(text(&mut day, n1(), "hi", 1).row, "D8");
}

#[test]
fn r83_a_queues_chats_never_raise_the_missed_counter() {
    let mut day = day(workspace(), &[ANN, BOB]);
    text(&mut day, n2(), "hi", 0);
    for _ in 0..4 {
        let ends = day.miss(with(n2()));
        assert_eq!(
            ends,
            [(user(ANN), OfferEnd::Missed), (user(BOB), OfferEnd::Missed)]
        );
    }
    assert_eq!(day.presence(user(ANN)).missed_in_a_row(), 0);
    // A skip leaves the other one ringing.
    day.skip(user(ANN), with(n2()));
    assert_eq!(rung(&day, n2()), [BOB]);
}

#[test]
fn s164_at_the_limit_the_next_text_waits_and_then_rings() {
    let mut day = day(workspace(), &[ANN]);
    text(&mut day, n2(), "hi", 0);
    day.pick_up(user(ANN), with(n2()));
    assert_eq!(
        text(&mut day, n1(), "hi", 1).outcome.code(),
        "waiting.agent_at_capacity"
    );
    day.close(with(n2()));
    assert_eq!(rung(&day, n1()), [ANN]);
}

#[test]
fn d8_r85_a40_a_second_text_joins_whatever_the_hours() {
    let mut day = day(workspace(), &[ANN]);
    text(&mut day, n1(), "hi", 0);
    day.pick_up(user(ANN), with(n1()));
    let mut closed = workspace();
    after(
        &mut closed,
        [Intent::SetGlobalDeflection {
            deflection: office("America/Chicago", "closed"),
        }],
    )
    .unwrap();
    // The running chat is not judged anew.
    day.reconfigure(closed);
    let decision = text(&mut day, n1(), "still there?", EVENING);
    assert_eq!((decision.row, decision.reply), ("D8", None));
    assert_eq!(
        day.session(with(n1())).unwrap().stage,
        Stage::Active { agent: user(ANN) }
    );
}

#[test]
fn a41_a_deflected_text_is_logged_and_opens_no_chat() {
    let mut workspace = workspace();
    let deflection = office("America/Chicago", "closed");
    after(&mut workspace, [Intent::SetGlobalDeflection { deflection }]).unwrap();
    let mut day = day(workspace, &[ANN]);
    let decision = text(&mut day, n1(), "hi", EVENING);
    assert_eq!(
        (decision.row, decision.outcome),
        ("D13", Outcome::DeflectedAfterHours)
    );
    assert_eq!(decision.session_type, Some(SessionType::InboundDirect));
    assert!(day.session(with(n1())).is_none());
    assert_eq!((decision.recipients, decision.ringing), (vec![], vec![]));
}

#[test]
fn d9_a_dismissed_chat_is_taken_up_again() {
    let mut day = day(workspace(), &[ANN]);
    text(&mut day, n1(), "hi", 0);
    day.pick_up(user(ANN), with(n1()));
    // The agent has not written: it is not dismissed.
    assert_eq!(day.pass(minute(30)), []);
    day.write(with(n1()), minute(31));
    assert_eq!(day.pass(minute(60)), []);
    assert_eq!(day.pass(minute(61)), [(with(n1()), Turn::Dismissed)]);
    assert_eq!(day.presence(user(ANN)).status(), Status::Available);
    let decision = text(&mut day, n1(), "hello?", 62);
    assert_eq!(decision.row, "D9");
    assert!(decision.reply.is_some());
    assert_eq!(rung(&day, n1()), [ANN]);
    // A chat in which nobody writes for four hours is over.
    day.pick_up(user(ANN), with(n1()));
    assert_eq!(day.pass(minute(62 + 240)), [(with(n1()), Turn::TimedOut)]);
}

#[test]
fn d22_what_waits_too_long_is_over() {
    let mut day = day(workspace(), &[]);
    assert_eq!(text(&mut day, n1(), "hi", 0).row, "D18");
    assert_eq!(day.pass(minute(59)), []);
    assert_eq!(day.pass(minute(60)), [(with(n1()), Turn::Expired)]);
    assert_eq!(day.session(with(n1())), None);
    assert_eq!(text(&mut day, n1(), "hi", 61).row, "D18");
    // The queue's own time goes first.
    let mut workspace = workspace();
    let timeouts = Timeouts {
        expiration_min: Some(5),
        timeout_min: None,
    };
    let shorter = Intent::SetQueueTimeouts {
        queue: queue(BILLING),
        timeouts,
    };
    after(&mut workspace, [shorter]).unwrap();
    day.reconfigure(workspace);
    text(&mut day, n2(), "hi", 61);
    assert_eq!(day.pass(minute(66)), [(with(n2()), Turn::Expired)]);
}

#[test]
fn r75_r77_s182_s184_opting_out_and_in() {
    let mut workspace = workspace();
    after(
        &mut workspace,
        [Intent::SetGlobalDeflection {
            deflection: office("America/Chicago", "closed"),
        }],
    )
    .unwrap();
    let mut day = day(workspace, &[ANN]);
    text(&mut day, n1(), "hi", 0);
    day.pick_up(user(ANN), with(n1()));
    let decision = text(&mut day, n1(), "stop", EVENING);
    assert_eq!(decision.row, "D4");
    // The chat is over at once, and only this sender is listed.
    assert_eq!(day.session(with(n1())), None);
    assert_eq!(day.presence(user(ANN)).status(), Status::Available);
    assert_eq!(day.unwanted().iter().collect::<Vec<_>>(), [consumer()]);
    let dropped = text(&mut day, n1(), "hello", EVENING);
    assert_eq!((dropped.row, dropped.reply), ("D7", None));
    assert_eq!(text(&mut day, n1(), "START", EVENING).row, "D5");
    assert_eq!(day.unwanted().iter().len(), 0);
    assert_eq!(text(&mut day, n1(), "hello", EVENING).row, "D13");
}

#[test]
fn d2_r1_an_opt_out_is_recorded_while_sms_is_off() {
    let mut workspace = workspace();
    after(&mut workspace, [Intent::SetSmsChat { on: false }]).unwrap();
    let mut day = day(workspace, &[ANN]);
    let decision = text(&mut day, n1(), "STOP", 0);
    assert_eq!((decision.row, decision.reply), ("D2", None));
    assert!(day.unwanted().contains(consumer()));
}

#[test]
fn a42_s186_one_deflection_text_within_the_limit() {
    let replies = |limit: u16| {
        let mut workspace = workspace();
        after(
            &mut workspace,
            [
                Intent::SetGlobalDeflection {
                    deflection: office("America/Chicago", "closed"),
                },
                Intent::SetReplyLimit { minutes: limit },
            ],
        )
        .unwrap();
        let mut day = day(workspace, &[ANN]);
        move |minutes: &[i64]| -> Vec<bool> {
            let mut sent = |&at: &i64| text(&mut day, n1(), "hi", EVENING + at).reply.is_some();
            minutes.iter().map(&mut sent).collect()
        }
    };
    assert_eq!(replies(10)(&[0, 0, 1, 1, 2]), [true, false, false, false, false]);
    assert_eq!(replies(0)(&[0, 0, 1, 1, 2]), [true; 5]);
    // Both sides of the limit; a text that got no answer does not prolong it.
    assert_eq!(replies(10)(&[0, 9, 10, 19, 20]), [true, false, true, false, true]);
}

#[test]
fn r99_the_type_is_fixed_when_the_session_starts() {
    let mut day = day(workspace(), &[ANN]);
    text(&mut day, n1(), "hi", 0);
    let mut moved = workspace();
    after(&mut moved, [Intent::UnmarkDirect { number: n1() }]).unwrap();
    day.reconfigure(moved);
    assert_eq!(text(&mut day, n1(), "again", 1).row, "D8");
    let rows = day.rows();
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .all(|row| row.session_type == Some(SessionType::InboundDirect))
    );
    assert_eq!((rows[0].owner, rows[1].owner), (Some(agent(ANN)), None));
    assert_eq!(rows[0].masked_sender(), "+•••••••0173");
    let json = serde_json::to_string(rows).unwrap();
    assert_eq!(
        serde_json::from_str::<Vec<domain::report::TextRow>>(&json).unwrap(),
        rows
    );
}

#[test]
fn r96_s193_s195_direct_types_can_be_chosen_on_their_own() {
    let mut day = day(workspace(), &[ANN]);
    text(&mut day, n2(), "hi", 0);
    text(&mut day, plain(), "hi", 1);
    let count = |filter: &TextFilter| day.rows().iter().filter(|row| filter.matches(row)).count();
    let of = |kind| TextFilter {
        types: [kind].into(),
        ..TextFilter::default()
    };
    assert_eq!(count(&TextFilter::default()), 2);
    assert_eq!(count(&of(SessionType::InboundDirect)), 1);
    assert_eq!(count(&of(SessionType::Inbound)), 0);
    let until = TextFilter {
        to: Some(minute(1)),
        ..TextFilter::default()
    };
    assert_eq!(count(&until), 1);
    let of_billing = TextFilter {
        owner: Some(leaf(BILLING)),
        ..TextFilter::default()
    };
    assert_eq!(count(&of_billing), 1);
    // Every type has a name of its own, also in the older spelling.
    for kind in ChatType::ALL {
        assert_eq!(ChatType::named(kind.name()), Some(kind));
    }
    let older = ChatType::named("Messaging outbound (SMS by API)");
    assert_eq!(older, Some(ChatType::Sms(SessionType::OutboundApi)));
    let inbound = SessionType::ALL
        .into_iter()
        .filter(|kind| kind.direction() == Direction::In);
    assert_eq!(
        inbound.collect::<Vec<_>>(),
        [SessionType::Inbound, SessionType::InboundDirect]
    );
    assert_eq!(
        SessionType::ALL
            .into_iter()
            .filter(|kind| kind.is_direct())
            .count(),
        3
    );
}
