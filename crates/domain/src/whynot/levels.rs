//! D13, D14 and D24: the hours or the holiday of the level that closed it.

use chrono::Timelike;

use super::opening::openings;
use super::takers::{Taken, give};
use super::{Candidate, Question};
use crate::deflection::{Deflection, Level, Reply, beneath_user, effective};
use crate::ids::{HolidayId, QueueId, TeamId, UserId};
use crate::intent::Intent;
use crate::number::Owner;
use crate::queue::AfterHour;
use crate::schedule::{Holiday, PartOfDay, Schedule, State, TimeOfDay};
use crate::workspace::Workspace;

/// What would open the setting in force, or put another in its place, or the number into other hands.
pub(super) fn deflected(question: &Question<'_>) -> Vec<Candidate> {
    let workspace = question.workspace;
    let Some(level) = question.found.level else {
        return Vec::new();
    };
    let agent = match question.found.owner {
        Some(Owner::Agent(agent)) => Some(agent),
        _ => None,
    };
    let setting = match agent {
        Some(agent) => effective(workspace, agent).setting,
        None => workspace.global_deflection(),
    };
    let Some(reply) = setting.and_then(Deflection::reply) else {
        return Vec::new();
    };
    let mut found = Vec::from_iter(silent(question));
    found.extend(at_level(question, level, reply));
    if let Some(agent) = agent {
        found.extend(for_the_agent(question, level, agent, reply));
    }
    if let Some(Owner::Queue(queue)) = question.found.owner {
        found.extend(own_message(question, queue, reply));
    }
    if let Some(State::Holiday(holiday)) = question.found.schedule {
        found.extend(shorter_holiday(question, holiday, &reply.schedule));
    }
    found.extend(give(question, Taken::Owned));
    found
}

/// The same setting with longer hours, without the holiday, or switched off.
fn at_level(question: &Question<'_>, level: Level, reply: &Reply) -> Vec<Candidate> {
    let workspace = question.workspace;
    let reach = reach(workspace, level);
    let candidate = |deflection: Deflection, change: String, opens_min: u32| {
        Some(Candidate {
            intent: written_at(level, deflection)?,
            change,
            place: Some(level.name(workspace)),
            reach,
            opens_min,
        })
    };
    let open = changed(question, &reply.schedule).into_iter();
    let open = open.filter_map(|(schedule, change, minutes)| {
        let message = reply.message.clone();
        candidate(Deflection::On(Reply { schedule, message }), change, minutes)
    });
    let off = Deflection::Off {
        kept: Some(reply.clone()),
    };
    let off = candidate(
        off,
        "switch the after-hours deflection off".to_owned(),
        closed_min(reply),
    );
    open.chain(off).collect()
}

/// A setting of the agent's own, without the levels beneath it; or none any more, where the agent's own closed it.
fn for_the_agent(question: &Question<'_>, level: Level, agent: UserId, reply: &Reply) -> Vec<Candidate> {
    let workspace = question.workspace;
    let name = workspace.user(agent).map(|user| user.name()).unwrap_or_default();
    let reach = workspace.numbers_of(Owner::Agent(agent)).count();
    let candidate = |deflection: Option<Deflection>, change: String, opens_min: u32| Candidate {
        intent: Intent::SetUserDeflection {
            user: agent,
            deflection,
        },
        change,
        place: Some(format!("User: {name}")),
        reach,
        opens_min,
    };
    let mut found = Vec::new();
    if level != Level::User(agent) {
        for (schedule, change, minutes) in changed(question, &reply.schedule) {
            let message = reply.message.clone();
            let own = Deflection::On(Reply { schedule, message });
            found.push(candidate(
                Some(own),
                format!("give {name} settings of their own: {change}"),
                minutes,
            ));
        }
        let off = Deflection::Off {
            kept: Some(reply.clone()),
        };
        found.push(candidate(
            Some(off),
            format!("switch the deflection off for {name} alone"),
            closed_min(reply),
        ));
    }
    if matches!(level, Level::User(_) | Level::Agent(_)) {
        let beneath = beneath_user(workspace, agent);
        let to = beneath.level.name(workspace);
        let closed = beneath.reply().map_or(0, closed_min);
        found.push(candidate(
            None,
            format!("drop the settings of {name}, so that those of {to} apply"),
            closed_min(reply).saturating_sub(closed),
        ));
    }
    if let Level::Team(team) = level {
        found.push(reset_team(workspace, team));
    }
    found
}

/// **Reset to Global** (R52).
fn reset_team(workspace: &Workspace, team: TeamId) -> Candidate {
    Candidate {
        intent: Intent::SetTeamDeflection {
            team,
            deflection: None,
        },
        change: "drop the team's settings, so that those above it apply".to_owned(),
        place: Some(Level::Team(team).name(workspace)),
        reach: reach(workspace, Level::Team(team)),
        opens_min: 0,
    }
}

/// D23: with a message of its own the chat is queued, and the queue's own hours count (A23).
fn own_message(question: &Question<'_>, queue: QueueId, reply: &Reply) -> Option<Candidate> {
    let name = &question.workspace.queue(queue)?.name;
    let own = AfterHour::On(reply.message.clone());
    Some(Candidate {
        intent: Intent::SetAfterHour {
            queue,
            after_hour: Some(own),
        },
        change: format!("enable the after hour message of queue {name}, with the global text"),
        place: Some(format!("Queue: {name}")),
        reach: question.workspace.numbers_of(Owner::Queue(queue)).count(),
        opens_min: 0,
    })
}

/// A42: the text is deflected without a word because one went out a moment ago.
fn silent(question: &Question<'_>) -> Option<Candidate> {
    let since = question.situation.deflected_at?;
    question.found.reply.is_none().then_some(())?;
    let minutes = u16::try_from((question.text.at - since).num_minutes()).ok()?;
    Some(Candidate {
        reach: question.workspace.direct_numbers(),
        ..Candidate::one(
            Intent::SetReplyLimit { minutes },
            format!("set the reply limit to {minutes} minutes"),
        )
    })
}

/// Longer hours, or the holiday no longer observed: what it says, and how much longer a week it is open.
pub(super) fn changed(question: &Question<'_>, schedule: &Schedule) -> Vec<(Schedule, String, u32)> {
    match question.found.schedule {
        Some(State::Holiday(id)) => {
            let holiday = question.workspace.holidays().holiday(id);
            let name = holiday.map_or("the holiday", |holiday| holiday.name());
            vec![(schedule.without_holiday(id), format!("stop observing {name}"), 0)]
        }
        Some(State::OutsideHours) => openings(schedule, question.text.at)
            .into_iter()
            .map(|opening| {
                (
                    opening.schedule,
                    format!("open {}", opening.words),
                    opening.minutes,
                )
            })
            .collect(),
        Some(State::Open) | None => Vec::new(),
    }
}

/// The holiday over before the moment, or beginning after it, whichever leaves more of it (R66).
pub(super) fn shorter_holiday(
    question: &Question<'_>,
    id: HolidayId,
    schedule: &Schedule,
) -> Option<Candidate> {
    const QUARTER: u32 = 15;
    let holiday = question.workspace.holidays().holiday(id)?;
    let local = schedule.zone().to_local(question.text.at);
    let minute = local.hour() * 60 + local.minute();
    let (first, last) = match holiday.times {
        Some(part) => (part.from(), part.to()),
        None => (TimeOfDay::of(0, 0), TimeOfDay::MIDNIGHT),
    };
    let (end, begin) = (minute / QUARTER * QUARTER, (minute / QUARTER + 1) * QUARTER);
    let at = |minutes: u32| TimeOfDay::of(minutes / 60, minutes % 60);
    let earlier = PartOfDay::new(first, at(end)).ok();
    let later = PartOfDay::new(at(begin), last).ok();
    let length = |part: &PartOfDay| part.to().minutes() - part.from().minutes();
    let part = earlier.into_iter().chain(later).max_by_key(length)?;
    let name = holiday.name();
    let change = if part.from() == first {
        format!("let {name} end at {}", part.to())
    } else {
        format!("let {name} begin at {}", part.from())
    };
    let folder = question.workspace.holidays().folder(holiday.folder);
    Some(Candidate {
        intent: Intent::EditHoliday {
            holiday: Holiday {
                times: Some(part),
                ..Holiday::clone(holiday)
            },
        },
        change,
        place: folder.map(|folder| format!("Holidays: {}", folder.name)),
        reach: question.workspace.direct_numbers(),
        opens_min: 0,
    })
}

/// How long it is closed in a week.
fn closed_min(reply: &Reply) -> u32 {
    (7 * 24 * 60_u32).saturating_sub(reply.schedule.open_minutes_a_week())
}

/// How a level's setting is written; the agent's own is the agent's to write.
fn written_at(level: Level, deflection: Deflection) -> Option<Intent> {
    Some(match level {
        Level::Global => Intent::SetGlobalDeflection { deflection },
        Level::Team(team) => Intent::SetTeamDeflection {
            team,
            deflection: Some(deflection),
        },
        Level::User(user) => Intent::SetUserDeflection {
            user,
            deflection: Some(deflection),
        },
        Level::Agent(_) => return None,
    })
}

/// How many numbers a level's setting reaches, at most.
fn reach(workspace: &Workspace, level: Level) -> usize {
    let of = |user: UserId| workspace.numbers_of(Owner::Agent(user)).count();
    match level {
        Level::Global => workspace.direct_numbers(),
        Level::Team(team) => {
            let teams = workspace.team_with_sub_teams(team).into_iter();
            let members = teams.flat_map(|team| workspace.members(team));
            let mut members: Vec<UserId> = members.map(|user| user.id).collect();
            members.sort_unstable();
            members.dedup();
            members.into_iter().map(of).sum()
        }
        Level::User(user) | Level::Agent(user) => of(user),
    }
}
