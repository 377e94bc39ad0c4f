//! The records that an intent needs to be there, those that it writes aside.

use super::field::{Field, NumberField, QueueField, TeamField, UserField};
use crate::deflection::Deflection;
use crate::ids::{QueueId, TeamId, UserId};
use crate::intent::Intent;
use crate::number::Owner;
use crate::schedule::Schedule;

/// The records named by an intent beside the one that it writes.
pub(super) fn refers(intent: &Intent) -> Vec<Field> {
    match intent {
        Intent::Assign { owner, .. } => vec![of(*owner)],
        Intent::AllowOutbound { target, .. } | Intent::DenyOutbound { target, .. } => vec![of(*target)],
        Intent::SetInboundQueue { queue, .. } => queue.iter().map(queue_record).collect(),
        Intent::AddTeam { parent, .. } | Intent::MoveTeam { parent, .. } => {
            parent.iter().map(team_record).collect()
        }
        Intent::AddUser { teams, .. } | Intent::SetTeams { teams, .. } => {
            teams.iter().map(team_record).collect()
        }
        Intent::AddQueue { parent, .. } | Intent::MoveQueue { parent, .. } => {
            parent.iter().map(queue_record).collect()
        }
        Intent::SetQueueMembers { agents, teams, .. } => {
            let agents = agents.iter().map(user_record);
            agents.chain(teams.iter().map(team_record)).collect()
        }
        Intent::SetQueueHours { hours, .. } => hours.iter().map(|hours| Field::WholeHours(*hours)).collect(),
        Intent::AddHoliday { holiday } | Intent::EditHoliday { holiday } => {
            vec![Field::WholeFolder(holiday.folder)]
        }
        Intent::SetHours { schedule } => observed(schedule),
        Intent::AddHours { hours } | Intent::EditHours { hours } => observed(&hours.schedule),
        Intent::SetGlobalDeflection { deflection } | Intent::SetOwnDeflection { deflection, .. } => {
            observed_by(deflection)
        }
        Intent::SetTeamDeflection { deflection, .. } | Intent::SetUserDeflection { deflection, .. } => {
            deflection.as_ref().map(observed_by).unwrap_or_default()
        }
        Intent::AddPin { pin } => vec![Field::Number(pin.scenario.to, NumberField::Whole)],
        _ => Vec::new(),
    }
}

fn of(owner: Owner) -> Field {
    match owner {
        Owner::Agent(user) => user_record(&user),
        Owner::Queue(queue) => queue_record(&queue),
    }
}

fn user_record(user: &UserId) -> Field {
    Field::User(*user, UserField::Whole)
}

fn team_record(team: &TeamId) -> Field {
    Field::Team(*team, TeamField::Whole)
}

fn queue_record(queue: &QueueId) -> Field {
    Field::Queue(*queue, QueueField::Whole)
}

fn observed(schedule: &Schedule) -> Vec<Field> {
    let observed = schedule.observed().iter();
    observed.map(|holiday| Field::WholeHoliday(*holiday)).collect()
}

fn observed_by(deflection: &Deflection) -> Vec<Field> {
    match deflection {
        Deflection::On(reply) | Deflection::Off { kept: Some(reply) } => observed(&reply.schedule),
        Deflection::Off { kept: None } => Vec::new(),
    }
}
