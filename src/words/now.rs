//! What a number does now, in a few words.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Zone;
use domain::impact::Handling;
use domain::routing::Moment;

/// `Answers until 17:00 Chicago`, `Deflects until Fri 08:30 London`, `Nobody answers`.
pub fn now(found: &Moment, at: DateTime<Utc>) -> String {
    let verb = match Handling::of(found.outcome) {
        Handling::Answered => "Answers",
        Handling::Deflected => "Deflects",
        Handling::Nobody => return found.outcome.words().to_owned(),
    };
    match found.until {
        Some((until, zone)) => format!("{verb} until {}", ahead(until, zone, at)),
        None => format!("{verb} round the clock"),
    }
}

/// A moment to come, with its day if that is another one, and its date if the day alone could be the wrong week's.
fn ahead(moment: DateTime<Utc>, zone: Zone, from: DateTime<Utc>) -> String {
    let (local, today) = (zone.to_local(moment), zone.to_local(from));
    let days = local.date().signed_duration_since(today.date());
    let format = if days == TimeDelta::zero() {
        "%H:%M"
    } else if days < TimeDelta::days(7) {
        "%a %H:%M"
    } else {
        "%-d %b %Y, %H:%M"
    };
    format!("{} {}", local.format(format), zone.city())
}

#[cfg(test)]
mod tests {
    use domain::routing::Outcome;

    use super::*;

    #[track_caller]
    fn check(outcome: Outcome, until: Option<&str>, expected: &str) {
        let at = "2026-10-15T19:32:00Z".parse().unwrap();
        let zone: Zone = "America/Chicago".parse().unwrap();
        let until = until.map(|until| (until.parse().unwrap(), zone));
        assert_eq!(now(&Moment { outcome, until }, at), expected);
    }

    #[test]
    fn now_says_until_when() {
        let answers = Outcome::OfferedAgent;
        check(
            answers,
            Some("2026-10-15T22:00:00Z"),
            "Answers until 17:00 Chicago",
        );
        check(
            answers,
            Some("2026-10-16T05:00:00Z"),
            "Answers until Fri 00:00 Chicago",
        );
        let deflects = Outcome::DeflectedAfterHours;
        check(
            deflects,
            Some("2026-10-22T04:59:00Z"),
            "Deflects until Wed 23:59 Chicago",
        );
        check(
            deflects,
            Some("2026-10-22T05:00:00Z"),
            "Deflects until 22 Oct 2026, 00:00 Chicago",
        );
        check(deflects, None, "Deflects round the clock");
        check(Outcome::DroppedDirectUnassigned, None, "Nobody answers");
        check(
            Outcome::WaitingAgentMissing,
            Some("2026-10-15T22:00:00Z"),
            "Waits, the agent is inactive",
        );
    }
}
