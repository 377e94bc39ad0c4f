//! Which numbers can answer otherwise in one workspace than in another.

use std::collections::BTreeSet;

use crate::deflection::Deflection;
use crate::ids::{TeamId, UserId};
use crate::number::Owner;
use crate::people::User;
use crate::phone::PhoneNumber;
use crate::schedule::Schedule;
use crate::workspace::{Difference, Workspace};

/// Numbers to look at.
pub(super) enum Touched {
    All,
    Some(Vec<PhoneNumber>),
}

/// Every number whose answers can differ, and perhaps others.
pub(super) fn touched(one: &Workspace, other: &Workspace) -> Touched {
    let difference = one.difference(other);
    // Any level may observe a holiday, and the settings are what is inherited where nothing else is set.
    if difference.holidays || asked(one) != asked(other) {
        return Touched::All;
    }
    let members_differ = difference
        .users
        .iter()
        .any(|&user| membership(one, user) != membership(other, user));
    let mut numbers = difference.numbers.clone();
    for workspace in [one, other] {
        numbers.extend(of_agents(workspace, &difference));
        numbers.extend(of_queues(workspace, &difference, members_differ));
    }
    Touched::Some(numbers)
}

/// The settings that decide about a text of a stranger.
fn asked(workspace: &Workspace) -> (bool, Option<&Deflection>, &Schedule) {
    let settings = workspace.settings();
    (settings.sms_chat, settings.deflection.as_ref(), &settings.hours)
}

/// Those of the users, and of all who inherit from the teams.
fn of_agents(workspace: &Workspace, difference: &Difference) -> Vec<PhoneNumber> {
    let teams = difference.teams.iter();
    let teams = teams.flat_map(|&team| workspace.team_with_sub_teams(team));
    let members = teams.flat_map(|team| workspace.members(team)).map(|user| user.id);
    let users = difference.users.iter().copied().chain(members);
    users
        .flat_map(|user| workspace.owned_by(Owner::Agent(user)))
        .collect()
}

/// Those of the queues with those under them, of all that use the hours, and of all that have other people now.
fn of_queues(workspace: &Workspace, difference: &Difference, members_differ: bool) -> Vec<PhoneNumber> {
    let themselves = difference.queues.iter();
    let themselves = themselves.flat_map(|&queue| workspace.queue_with_those_under(queue));
    let hours = difference.hours.iter();
    let by_hours = hours.flat_map(|&hours| workspace.queues_with_hours(hours));
    let teams_differ = !difference.teams.is_empty();
    let by_people = workspace
        .queues()
        .filter(|queue| members_differ || (teams_differ && !queue.teams.is_empty()));
    let queues = themselves.chain(by_hours.chain(by_people).map(|queue| queue.id));
    let numbers = queues.flat_map(|queue| {
        let inbound = workspace.inbound_of(queue).map(|number| number.number);
        workspace.owned_by(Owner::Queue(queue)).chain(inbound)
    });
    numbers.collect()
}

/// What decides in which queues a user receives texts.
fn membership(workspace: &Workspace, user: UserId) -> Option<(bool, &BTreeSet<TeamId>)> {
    let takes_chats = |user: &User| user.active && user.is_agent();
    workspace.user(user).map(|user| (takes_chats(user), &user.teams))
}

impl Touched {
    pub(super) fn is_all(&self) -> bool {
        matches!(self, Self::All)
    }

    pub(super) fn join(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::All, _) => {}
            (Self::Some(numbers), Self::Some(others)) => numbers.extend(others),
            (Self::Some(_), Self::All) => *self = Self::All,
        }
    }

    /// The numbers themselves, sorted; when it can be any, these.
    pub(super) fn numbers(self, all: impl Iterator<Item = PhoneNumber>) -> Vec<PhoneNumber> {
        let mut numbers = match self {
            Self::Some(numbers) => numbers,
            Self::All => all.collect(),
        };
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}
