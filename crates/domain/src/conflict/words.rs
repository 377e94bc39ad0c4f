//! Values in words: two that differ are told apart.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::value::Value;
use crate::deflection::{Deflection, Reply};
use crate::ids::{QueueId, TeamId, UserId};
use crate::number::{NumberRole, Owner};
use crate::people::{Role, User, Writer};
use crate::queue::{AfterHour, Timeouts};
use crate::schedule::{DayMode, Holiday, Schedule};
use crate::workspace::Workspace;

impl Value {
    /// The value, by the names of a workspace that knows the records it mentions.
    pub fn words(&self, workspace: &Workspace) -> String {
        let or = |text: Option<&String>, none: &str| text.cloned().unwrap_or_else(|| none.to_owned());
        let user = |id: &UserId| {
            workspace
                .user(*id)
                .map_or_else(|| "a deleted user".to_owned(), |user| user.name())
        };
        let team = |id: &TeamId| {
            let found = workspace.team(*id).map(|team| &team.name);
            or(found, "a deleted team")
        };
        let queue = |id: &QueueId| {
            let found = workspace.queue(*id).map(|queue| &queue.name);
            or(found, "a deleted queue")
        };
        match self {
            Self::Missing => "deleted".to_owned(),
            Self::Flag(on) => if *on { "yes" } else { "no" }.to_owned(),
            Self::Minutes(None) => "never".to_owned(),
            Self::Minutes(Some(minutes)) => format!("{minutes} min"),
            Self::Text(text) => or(text.as_ref(), "none"),
            Self::Keywords(words) => list(words.iter().cloned()),
            Self::MenuWords(words) => format!(
                "back: {}; out: {}",
                list(words.back.iter().cloned()),
                list(words.exit.iter().cloned())
            ),
            Self::Timeouts(timeouts) => timeouts_in_words(*timeouts),
            Self::Thresholds(thresholds) => {
                format!(
                    "missed chat {}, unresponsive {}",
                    thresholds.missed_chat, thresholds.unresponsive
                )
            }
            Self::Schedule(schedule) => schedule_in_words(schedule, workspace),
            Self::Deflection(deflection) => deflection_in_words(deflection.as_ref(), workspace),
            Self::AfterHour(after_hour) => after_hour_in_words(after_hour.as_ref()),
            Self::Writer(Writer::Admin) => "the admin's".to_owned(),
            Self::Writer(Writer::Agent) => "the agent's own".to_owned(),
            Self::Owner(None) => "nobody".to_owned(),
            Self::Owner(Some(owner)) => workspace.owner_name(*owner),
            Self::Slot(slot) => format!("Direct Inbound Number {}", slot.index() + 1),
            Self::Use(role) => use_in_words(role, workspace),
            Self::Queue(id) => id.as_ref().map_or_else(|| "none".to_owned(), queue),
            Self::Team(parent) => parent.as_ref().map_or_else(
                || "at the top".to_owned(),
                |parent| format!("in {}", team(parent)),
            ),
            Self::Place {
                parent,
                position,
                after,
            } => place_in_words(parent.as_ref().map(queue), *position, after.as_ref().map(queue)),
            Self::Hours(hours) => match hours.map(|id| workspace.custom_hours(id)) {
                None => "the general hours".to_owned(),
                Some(found) => or(found.map(|hours| &hours.name), "deleted hours"),
            },
            Self::Roles(roles) => list(roles.iter().map(Role::name).map(ToOwned::to_owned)),
            Self::Teams(teams) => list(teams.iter().map(team)),
            Self::Members { agents, teams } => list(agents.iter().map(user).chain(teams.iter().map(team))),
            Self::Outcome(outcome) => outcome.words().to_owned(),
            Self::WholePin(pin) => pin.name.clone(),
            Self::WholeNumber(number) => {
                let role = use_in_words(&number.role, workspace);
                format!("{}, {role}", number.label)
            }
            Self::WholeUser {
                user,
                numbers,
                sends_from,
                queues,
            } => user_in_words(user, [numbers.len(), sends_from.len(), queues.len()]),
            Self::WholeTeam { team, members, .. } => match members.len() {
                1 => format!("{}, 1 member", team.name),
                members => format!("{}, {members} members", team.name),
            },
            Self::WholeQueues { queues, numbers, .. } => {
                let name = match queues.as_slice() {
                    [queue] => queue.name.clone(),
                    queues => format!("{} queues", queues.len()),
                };
                with_numbers(name, numbers.len())
            }
            Self::CustomHours(hours) | Self::WholeHours { hours, .. } => {
                format!(
                    "{}: {}",
                    hours.name,
                    schedule_in_words(&hours.schedule, workspace)
                )
            }
            Self::WholeFolder { folder, holidays } => match holidays.len() {
                1 => format!("{}, 1 holiday", folder.name),
                holidays => format!("{}, {holidays} holidays", folder.name),
            },
            Self::Holiday(holiday) => holiday_in_words(holiday),
            Self::WholeHoliday { holiday, .. } => holiday.name().to_owned(),
        }
    }
}

fn with_numbers(name: String, numbers: usize) -> String {
    match counted(numbers, "number", "numbers") {
        None => name,
        Some(numbers) => format!("{name}, {numbers}"),
    }
}

/// `under Sales, place 2, after Billing`.
fn place_in_words(parent: Option<String>, position: u32, after: Option<String>) -> String {
    let under = parent.map_or_else(|| "at the top".to_owned(), |parent| format!("under {parent}"));
    let place = format!("{under}, place {}", u64::from(position) + 1);
    match after {
        None => place,
        Some(after) => format!("{place}, after {after}"),
    }
}

fn list(words: impl Iterator<Item = String>) -> String {
    let words: BTreeSet<String> = words.collect();
    let words: Vec<String> = words.into_iter().collect();
    if words.is_empty() {
        "none".to_owned()
    } else {
        words.join(", ")
    }
}

fn timeouts_in_words(timeouts: Timeouts) -> String {
    let minutes = |minutes: Option<u16>| {
        minutes.map_or_else(|| "not set".to_owned(), |minutes| format!("{minutes} min"))
    };
    format!(
        "expire: {}; time out: {}",
        minutes(timeouts.expiration_min),
        minutes(timeouts.timeout_min)
    )
}

fn after_hour_in_words(after_hour: Option<&AfterHour>) -> String {
    match after_hour {
        None => "as the queue above".to_owned(),
        Some(AfterHour::Off { kept: None }) => "off".to_owned(),
        Some(AfterHour::Off { kept: Some(text) }) => format!("off, before that “{}”", text.as_str()),
        Some(AfterHour::On(text)) => format!("“{}”", text.as_str()),
    }
}

fn deflection_in_words(deflection: Option<&Deflection>, workspace: &Workspace) -> String {
    match deflection {
        None => "no setting of its own".to_owned(),
        Some(Deflection::Off { kept: None }) => "off".to_owned(),
        Some(Deflection::Off { kept: Some(reply) }) => {
            format!("off, before that {}", reply_in_words(reply, workspace))
        }
        Some(Deflection::On(reply)) => reply_in_words(reply, workspace),
    }
}

fn reply_in_words(reply: &Reply, workspace: &Workspace) -> String {
    let hours = schedule_in_words(&reply.schedule, workspace);
    format!("{hours}; “{}”", reply.message.as_str())
}

/// `direct, agent Ann` or `not direct, queue Billing, sent from by agent Ann and queue Sales`.
fn use_in_words(role: &NumberRole, workspace: &Workspace) -> String {
    match role {
        NumberRole::Direct { owner } => {
            let owner = owner.map_or_else(|| "nobody".to_owned(), |owner| workspace.owner_name(owner));
            format!("direct, {owner}")
        }
        NumberRole::Normal {
            verified,
            inbound,
            outbound,
        } => {
            let unverified = (!verified).then(|| "not verified".to_owned());
            let inbound = inbound.map(|queue| workspace.owner_name(Owner::Queue(queue)));
            let senders = list(outbound.iter().map(|target| workspace.owner_name(*target)));
            let senders = (!outbound.is_empty()).then(|| format!("sent from by {senders}"));
            let details = [unverified, inbound, senders].into_iter().flatten();
            details.fold("not direct".to_owned(), |text, detail| {
                format!("{text}, {detail}")
            })
        }
    }
}

/// `Ann, ann@test.example, 2 numbers, 1 queue`, the counts being those of numbers, of senders and of queues.
fn user_in_words(user: &User, [numbers, sends_from, queues]: [usize; 3]) -> String {
    let name = with_numbers(format!("{}, {}", user.name(), user.email), numbers);
    let sends = counted(sends_from, "number to send from", "numbers to send from");
    let queues = counted(queues, "queue", "queues");
    let details = [sends, queues].into_iter().flatten();
    details.fold(name, |text, detail| format!("{text}, {detail}"))
}

/// `2 queues`; nothing where there are none.
fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    }
}

/// `Mon–Fri 09:00–17:00, Sat–Sun closed, Chicago; closed on Christmas, New Year`.
fn schedule_in_words(schedule: &Schedule, workspace: &Workspace) -> String {
    let week = schedule.week_in_words();
    if schedule.observed().is_empty() {
        return week;
    }
    let book = workspace.holidays();
    let names = schedule.observed().iter().map(|&id| {
        book.holiday(id).map_or_else(
            || "a deleted holiday".to_owned(),
            |holiday| holiday.name().to_owned(),
        )
    });
    format!("{week}; closed on {}", list(names))
}

/// `Christmas: 12/25 every year, 13:00–24:00, “We are closed.”`.
fn holiday_in_words(holiday: &Holiday) -> String {
    let times = holiday.times.map(|part| format!(", {part}")).unwrap_or_default();
    let message = holiday.message.as_ref();
    let message = message
        .map(|text| format!(", “{}”", text.as_str()))
        .unwrap_or_default();
    format!("{}: {}{times}{message}", holiday.name(), holiday.kind)
}

impl Schedule {
    /// The week in words, days with the same hours together: `Mon–Fri 09:00–17:00, Sat–Sun closed, Chicago`.
    pub fn week_in_words(&self) -> String {
        let mut runs: Vec<(&str, &str, String)> = Vec::new();
        for (day, name) in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
            .into_iter()
            .enumerate()
        {
            let hours = match self.days() {
                DayMode::AllDay => None,
                DayMode::WeekdaysWeekends { weekdays, weekends } => {
                    Some(if day < 5 { weekdays } else { weekends })
                }
                // Sunday is the first of them.
                DayMode::PerDay { days } => days.get((day + 1) % 7),
            };
            let words = hours.map_or_else(
                || "round the clock".to_owned(),
                |hours| {
                    let times: Vec<String> = hours.intervals().iter().map(ToString::to_string).collect();
                    if times.is_empty() {
                        "closed".to_owned()
                    } else {
                        times.join(" and ")
                    }
                },
            );
            match runs.last_mut() {
                Some((_, last, same)) if *same == words => *last = name,
                _ => runs.push((name, name, words)),
            }
        }
        let mut text = String::new();
        for (first, last, words) in runs {
            // Writing to a text cannot fail.
            let _ = match (first, last) {
                (first, last) if first == last => write!(text, "{first} {words}, "),
                ("Mon", "Sun") => write!(text, "{words}, "),
                (first, last) => write!(text, "{first}–{last} {words}, "),
            };
        }
        text + &self.zone().city()
    }
}
