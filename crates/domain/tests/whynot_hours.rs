//! "Why not?", where the hours say no: they grow by as little as holds the minute.

use crate::company::*;
use chrono::NaiveDateTime;
use domain::Intent;
use domain::deflection::Deflection;
use domain::routing::{InboundText, Situation, route};
use domain::schedule::Schedule;
use domain::whynot::why_not;

/// Bob has the number, with hours for that day and nothing else.
#[track_caller]
fn longer(days: &str, at: &str, expected: &str) {
    let mut workspace = company();
    let days = serde_json::from_str(days).unwrap();
    let Deflection::On(mut reply) = office("America/Chicago", "closed") else {
        unreachable!()
    };
    reply.schedule = Schedule::new(zone("America/Chicago"), days, [].into()).unwrap();
    let deflection = Some(Deflection::On(reply));
    let own = Intent::SetUserDeflection {
        user: user(BOB),
        deflection,
    };
    after(&mut workspace, [assign(n1(), agent(BOB)), own]).unwrap();
    let text = InboundText {
        to: n1(),
        from: number("+12025550173"),
        body: "hello",
        at: zone("America/Chicago").to_utc(NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").unwrap()),
    };
    let situation = Situation::default();
    let found = route(&workspace, &text, &situation);
    let flips = why_not(&workspace, &text, &situation, &found).unwrap().flips;
    let found = flips.iter().find(|flip| flip.opens_min > 0).unwrap();
    assert_eq!(found.change, format!("open {expected}, Chicago time"));
}

fn per_day(thursday: &str, friday: &str) -> String {
    format!(r#"{{"per_day":{{"days":[[],[],[],[],{thursday},{friday},[]]}}}}"#)
}

#[test]
fn r66_hours_grow_by_as_little_as_holds_the_minute() {
    let lunch = per_day(r#"[["09:00","12:00"],["13:00","17:00"]]"#, "[]");
    // Before and after a break, whichever is nearer; a break shorter than a quarter goes.
    longer(
        &lunch,
        "2026-10-15 12:00",
        "Thursdays 09:00–12:15, 13:00–17:00 instead of 09:00–12:00, 13:00–17:00",
    );
    longer(
        &lunch,
        "2026-10-15 12:59",
        "Thursdays 09:00–12:00, 12:45–17:00 instead of 09:00–12:00, 13:00–17:00",
    );
    longer(
        &lunch,
        "2026-10-15 08:59",
        "Thursdays 08:45–12:00, 13:00–17:00 instead of 09:00–12:00, 13:00–17:00",
    );
    longer(
        &lunch,
        "2026-10-15 17:00",
        "Thursdays 09:00–12:00, 13:00–17:15 instead of 09:00–12:00, 13:00–17:00",
    );
    let short = per_day(r#"[["09:00","12:00"],["12:10","17:00"]]"#, "[]");
    longer(
        &short,
        "2026-10-15 12:05",
        "Thursdays 09:00–17:00 instead of 09:00–12:00, 12:10–17:00",
    );
    // A closed day opens for the hour.
    longer(
        &lunch,
        "2026-10-16 18:40",
        "Fridays 18:00–19:00 instead of closed",
    );
    longer(
        &lunch,
        "2026-10-16 23:59",
        "Fridays 23:00–24:00 instead of closed",
    );
    // To the end of the day, not past it.
    longer(
        &lunch,
        "2026-10-15 23:50",
        "Thursdays 09:00–12:00, 13:00–24:00 instead of 09:00–12:00, 13:00–17:00",
    );
    // A night grows at its end, and an evening at its beginning.
    let night = per_day(r#"[["22:00","06:00"]]"#, "[]");
    longer(
        &night,
        "2026-10-16 06:00",
        "Thursdays 22:00–06:15 instead of 22:00–06:00",
    );
    longer(
        &night,
        "2026-10-15 21:59",
        "Thursdays 21:45–06:00 instead of 22:00–06:00",
    );
}
