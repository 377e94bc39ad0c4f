//! The routing table: every row is reached, and says why.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod company;

use company::*;
use domain::deflection::{Deflection, Level, effective};
use domain::queue::{AfterHour, CustomHours};
use domain::routing::{AgentState, Decision, InboundText, SessionState, SessionType, Situation, route};
use domain::{Intent, PhoneNumber, Workspace};
use uuid::Uuid;

/// Thursday, 15 October 2026, 10:00 and 22:00 in Chicago.
const DAY: &str = "2026-10-15T15:00:00Z";
const NIGHT: &str = "2026-10-16T03:00:00Z";

fn text(workspace: &Workspace, to: PhoneNumber, body: &str, at: &str, situation: Situation) -> Decision {
    let text = InboundText {
        to,
        from: number("+12025550173"),
        body,
        at: at.parse().unwrap(),
    };
    route(workspace, &text, &situation)
}

#[track_caller]
fn check(
    workspace: &Workspace,
    body: &str,
    at: &str,
    situation: Situation<'_>,
    row: &str,
    code: &str,
    reply: Option<&str>,
) {
    let decision = text(workspace, n1(), body, at, situation);
    let last = decision.why.last().map(|step| step.rule);
    assert_eq!(
        (decision.outcome.code(), last),
        (code, Some(row)),
        "{:#?}",
        decision.why
    );
    assert_eq!(decision.reply.as_deref(), reply);
}

/// Ann has n1, Billing has n2; nothing is deflected yet.
fn answered() -> Workspace {
    let mut workspace = company();
    after(
        &mut workspace,
        [assign(n1(), agent(ANN)), assign(n2(), leaf(BILLING))],
    )
    .unwrap();
    workspace
}

fn calm() -> Situation<'static> {
    Situation::default()
}

#[test]
fn d1_to_d3_nothing_is_handled() {
    let mut workspace = answered();
    assert_eq!(
        text(&workspace, number("+14155559999"), "hi", DAY, calm())
            .outcome
            .row(),
        "D3"
    );
    after(&mut workspace, [Intent::SetSmsChat { on: false }]).unwrap();
    check(&workspace, "hi", DAY, calm(), "D2", "dropped.sms_disabled", None);
    after(
        &mut workspace,
        [Intent::Block {
            sender: number("+12025550173"),
        }],
    )
    .unwrap();
    check(&workspace, "hi", DAY, calm(), "D1", "dropped.blocklisted", None);
}

#[test]
fn d4_to_d7_commands_come_before_hours() {
    let mut workspace = answered();
    after(
        &mut workspace,
        [Intent::SetGlobalDeflection {
            deflection: office("America/Chicago", "closed"),
        }],
    )
    .unwrap();
    let opted_out = Situation {
        opted_out: true,
        ..calm()
    };
    // R76: only the whole text, whatever its capitals.
    let gone = "You will get no more texts from us. Reply START to get them again.";
    check(
        &workspace,
        "stop",
        NIGHT,
        calm(),
        "D4",
        "command.opt_out",
        Some(gone),
    );
    check(
        &workspace,
        " stop",
        NIGHT,
        calm(),
        "D13",
        "deflected.after_hours",
        Some("closed"),
    );
    check(
        &workspace,
        "START",
        NIGHT,
        opted_out,
        "D5",
        "command.opt_in",
        Some("You will get texts from us again. Reply STOP to end them."),
    );
    check(
        &workspace,
        "START",
        NIGHT,
        calm(),
        "D13",
        "deflected.after_hours",
        Some("closed"),
    );
    check(&workspace, "Help", NIGHT, opted_out, "D6", "command.help", None);
    check(
        &workspace,
        "hello",
        NIGHT,
        opted_out,
        "D7",
        "dropped.opted_out",
        None,
    );
}

#[test]
fn d8_d9_a_session_goes_on_whatever_the_hours() {
    let mut workspace = answered();
    after(
        &mut workspace,
        [Intent::SetGlobalDeflection {
            deflection: office("America/Chicago", "closed"),
        }],
    )
    .unwrap();
    check(
        &workspace,
        "hello",
        NIGHT,
        Situation {
            session: SessionState::Open,
            ..calm()
        },
        "D8",
        "continued",
        None,
    );
    check(
        &workspace,
        "hello",
        NIGHT,
        Situation {
            session: SessionState::Dismissed,
            ..calm()
        },
        "D9",
        "resumed",
        Some("Your chat was set aside. We are taking it up again."),
    );
}

#[test]
fn d11_d12_numbers_nobody_has() {
    let workspace = company();
    assert_eq!(text(&workspace, plain(), "hi", DAY, calm()).outcome.row(), "D11");
    check(
        &workspace,
        "hi",
        DAY,
        calm(),
        "D12",
        "dropped.direct_unassigned",
        None,
    );
}

#[test]
fn d13_the_effective_level_decides_and_supplies_the_text() {
    let mut workspace = answered();
    let team_setting = |deflection| Intent::SetTeamDeflection {
        team: team(SUPPORT),
        deflection,
    };
    after(
        &mut workspace,
        [Intent::SetGlobalDeflection {
            deflection: office("America/Chicago", "global"),
        }],
    )
    .unwrap();
    check(
        &workspace,
        "hi",
        NIGHT,
        calm(),
        "D13",
        "deflected.after_hours",
        Some("global"),
    );
    check(&workspace, "hi", DAY, calm(), "D21", "offered.agent", None);
    // A26: L1 has no setting of its own and takes Support's.
    after(
        &mut workspace,
        [team_setting(Some(office("America/Chicago", "team")))],
    )
    .unwrap();
    check(
        &workspace,
        "hi",
        NIGHT,
        calm(),
        "D13",
        "deflected.after_hours",
        Some("team"),
    );
    // R60: an explicit OFF deflects nothing.
    after(
        &mut workspace,
        [team_setting(Some(Deflection::Off { kept: None }))],
    )
    .unwrap();
    check(&workspace, "hi", NIGHT, calm(), "D21", "offered.agent", None);
    // R54, R58: the user's own block wins, hours and text together. 22:00 in Chicago is noon in Tokyo.
    let own = Intent::SetUserDeflection {
        user: user(ANN),
        deflection: Some(office("Asia/Tokyo", "user")),
    };
    after(&mut workspace, [own]).unwrap();
    check(&workspace, "hi", NIGHT, calm(), "D21", "offered.agent", None);
    check(
        &workspace,
        "hi",
        DAY,
        calm(),
        "D13",
        "deflected.after_hours",
        Some("user"),
    );
    assert_eq!(effective(&workspace, user(ANN)).level, Level::User(user(ANN)));
    let decision = text(&workspace, n1(), "hi", DAY, calm());
    assert_eq!(decision.session_type, Some(SessionType::InboundDirect));
}

#[test]
fn d15_to_d21_the_agents_status() {
    let mut workspace = answered();
    let rows = [
        (AgentState::MissedChat, "D16", "waiting.agent_missed_chat"),
        (AgentState::Unresponsive, "D17", "waiting.agent_unresponsive"),
        (AgentState::Unavailable, "D18", "waiting.agent_unavailable"),
        (AgentState::OnCall, "D19", "waiting.agent_busy"),
        (AgentState::AtCapacity, "D20", "waiting.agent_at_capacity"),
        (AgentState::Available, "D21", "offered.agent"),
    ];
    for (state, row, code) in rows {
        check(
            &workspace,
            "hi",
            DAY,
            Situation {
                agent: state,
                ..calm()
            },
            row,
            code,
            None,
        );
    }
    after(
        &mut workspace,
        [Intent::SetUserActive {
            user: user(ANN),
            active: false,
        }],
    )
    .unwrap();
    check(
        &workspace,
        "hi",
        DAY,
        calm(),
        "D15",
        "waiting.agent_missing",
        None,
    );
}

#[test]
fn d23_to_d26_a_queues_number() {
    let mut workspace = answered();
    let row = |workspace: &Workspace, at| {
        let decision = text(workspace, n2(), "hi", at, calm());
        assert_eq!(decision.session_type, Some(SessionType::InboundDirect), "R96");
        (decision.why.last().unwrap().rule, decision.reply)
    };
    assert_eq!(row(&workspace, NIGHT), ("D25", None));
    // R42: Ann is reached through Support's sub-team L1.
    let members = Intent::SetQueueMembers {
        queue: queue(BILLING),
        agents: [].into(),
        teams: [team(SUPPORT)].into(),
    };
    after(&mut workspace, [members]).unwrap();
    assert_eq!(row(&workspace, NIGHT), ("D26", None));
    after(
        &mut workspace,
        [Intent::SetGlobalDeflection {
            deflection: office("America/Chicago", "global"),
        }],
    )
    .unwrap();
    assert_eq!(row(&workspace, NIGHT), ("D24", Some("global".into())));
    let Deflection::On(reply) = office("America/Chicago", "queue") else {
        unreachable!()
    };
    let hours = Intent::AddHours {
        hours: CustomHours {
            id: Uuid::from_u128(1).into(),
            name: "Billing hours".into(),
            schedule: reply.schedule,
        },
    };
    let own = Intent::SetQueueHours {
        queue: queue(BILLING),
        hours: Some(Uuid::from_u128(1).into()),
    };
    // The message of the queue above reaches down to it.
    let message = Intent::SetAfterHour {
        queue: queue(SALES),
        after_hour: Some(AfterHour::On(reply.message)),
    };
    after(&mut workspace, [hours, own, message]).unwrap();
    assert_eq!(row(&workspace, NIGHT), ("D23", Some("queue".into())));
    assert_eq!(row(&workspace, DAY), ("D26", None));
}
