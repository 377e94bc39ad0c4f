//! What the rows come to as changes of the workspace, and which of them are whose.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::applied::Applied;
use crate::ids::{TeamId, UserId};
use crate::intent::{Intent, UserChange};
use crate::number::{Owner, Slot};
use crate::people::User;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

use super::check::Check;
use super::column::{Column, SLOTS};
use super::report::{Report, RowReport};

impl Check {
    /// Teams first, then every release, then the users, then every assignment: so swaps and rotations work. Beside
    /// them the user of each row.
    pub(super) fn changes(
        &mut self,
        new_id: &mut impl FnMut() -> Uuid,
    ) -> (Vec<Intent>, Vec<Option<UserId>>) {
        let mut teams: BTreeMap<usize, TeamId> = BTreeMap::new();
        for &column in self
            .drafts
            .iter()
            .filter(|draft| draft.user.is_some())
            .flat_map(|draft| &draft.new_teams)
        {
            teams.entry(column).or_insert_with(|| new_id().into());
        }
        // A user has two changes as a rule: of fields and of a number.
        let mut changes = Vec::with_capacity(teams.len() + 2 * self.drafts.len());
        let new_teams = teams.iter();
        changes.extend(
            new_teams.filter_map(|(column, id)| match self.columns.get(*column) {
                Some(Column::NewTeam(name)) => Some(Intent::AddTeam {
                    team: *id,
                    name: name.clone(),
                    parent: None,
                }),
                _ => None,
            }),
        );
        for draft in self.drafts.iter().filter(|draft| draft.user.is_some()) {
            let after = draft.numbers_after();
            let released = draft.held.into_iter().flatten();
            let released = released.filter(|number| !after.contains(&Some(*number)));
            changes.extend(released.map(|number| Intent::Unassign { number }));
        }
        let mut users = Vec::with_capacity(self.drafts.len());
        let mut assignments = Vec::with_capacity(self.drafts.len());
        for draft in &mut self.drafts {
            let after = draft.numbers_after();
            // A user goes into the changes as they are: a large file has too many to make copies.
            let before = draft.present.and_then(|id| self.workspace.user(id));
            let user = draft.user.take();
            let is_same = before
                .zip(user.as_ref())
                .is_some_and(|(before, user)| Arc::ptr_eq(before, user));
            // Whose row is skipped, or says nothing new of them, may still get a number.
            let Some(user) = user.filter(|_| !is_same || !draft.new_teams.is_empty()) else {
                users.push(draft.present);
                assignments.extend(
                    draft
                        .present
                        .into_iter()
                        .flat_map(|id| assign(id, &draft.held, &after)),
                );
                continue;
            };
            let mut user = Arc::unwrap_or_clone(user);
            user.teams
                .extend(draft.new_teams.iter().filter_map(|column| teams.get(column)));
            if before.is_none() {
                user.id = new_id().into();
            }
            users.push(Some(user.id));
            assignments.extend(assign(user.id, &draft.held, &after));
            edit(before.map(AsRef::as_ref), user, &mut changes);
        }
        changes.extend(assignments);
        (changes, users)
    }
}

impl Report {
    /// The changes that a row brings: of its user, or of its number in a file of numbers. `before` is what the file
    /// was tried on.
    pub fn changes_of(&self, row: &RowReport, before: &Workspace) -> Vec<&Intent> {
        let changes = match &self.intent {
            Some(Intent::Bulk { changes, .. }) => changes.as_slice(),
            _ => &[],
        };
        let number = row.email.parse().ok();
        let is_of_row = |intent: &&Intent| match row.user {
            Some(user) => is_of_user(intent, user, before),
            None => number.is_some_and(|number| is_of_number(intent, number)),
        };
        changes.iter().filter(is_of_row).collect()
    }

    /// The teams that the file makes, by name.
    pub fn new_teams(&self) -> impl Iterator<Item = &str> {
        let changes = match &self.intent {
            Some(Intent::Bulk { changes, .. }) => changes.as_slice(),
            _ => &[],
        };
        // They come before all other changes.
        changes.iter().map_while(|change| match change {
            Intent::AddTeam { name, .. } => Some(name.as_str()),
            _ => None,
        })
    }

    /// The workspace as far as a row is concerned once the file is carried out, and what went along with that row's
    /// changes. Numbers that it takes from others are free for it; what else the file does to others is left out.
    pub fn after_row(&self, row: &RowReport, before: &Workspace) -> (Workspace, Applied) {
        let mut after = before.clone();
        let mut along = Applied::default();
        if let Some(Intent::Bulk { changes, .. }) = &self.intent {
            let new_teams = changes.iter().take(self.new_teams().count());
            for team in new_teams {
                // What fits in no order is refused by **Proceed**, which says why.
                let _ = after.apply(team);
            }
        }
        for change in self.changes_of(row, before) {
            if let Intent::Assign { number, owner, .. } = change {
                let holder = after.number(*number).and_then(|record| record.owner());
                if holder.is_some_and(|holder| holder != *owner) {
                    let _ = after.apply(&Intent::Unassign { number: *number });
                }
            }
            if let Ok(applied) = after.apply(change) {
                along.cascades.extend(applied.cascades);
                along.warnings.extend(applied.warnings);
            }
        }
        (after, along)
    }
}

fn assign<'a>(
    user: UserId,
    held: &'a [Option<PhoneNumber>; SLOTS],
    after: &'a [Option<PhoneNumber>; SLOTS],
) -> impl Iterator<Item = Intent> + use<'a> {
    let owner = Owner::Agent(user);
    let slots = Slot::all().zip(held.iter().zip(after));
    slots
        .filter(|(_, (held, after))| held != after)
        .filter_map(move |(slot, (_, after))| {
            after.map(|number| Intent::Assign {
                number,
                owner,
                slot: Some(slot),
            })
        })
}

/// Adds what turns the user before the file, if there was one, into the user after it.
fn edit(before: Option<&User>, mut after: User, edits: &mut Vec<Intent>) {
    let user = after.id;
    let fresh;
    let before = if let Some(before) = before {
        before
    } else {
        // What a user is made with needs no change.
        edits.push(Intent::AddUser {
            user,
            email: std::mem::take(&mut after.email),
            first_name: std::mem::take(&mut after.first_name),
            last_name: std::mem::take(&mut after.last_name),
            roles: std::mem::take(&mut after.roles),
            teams: std::mem::take(&mut after.teams),
        });
        fresh = super::row::blank_user("");
        &fresh
    };
    let text = |before: &str, after: String| (before != after).then_some(after);
    let chats = |user: &User| user.chat_concurrency.map_or(0, u16::from);
    let concurrency = chats(&after);
    after
        .extra
        .retain(|header, value| before.extra.get(header) != Some(&*value));
    let change = UserChange {
        email: text(&before.email, after.email),
        first_name: text(&before.first_name, after.first_name),
        last_name: text(&before.last_name, after.last_name),
        alias: text(&before.alias, after.alias),
        agent_number: text(&before.agent_number, after.agent_number),
        location: text(&before.location, after.location),
        chat_concurrency: (chats(before) != concurrency).then_some(concurrency),
        extra: after.extra,
    };
    if change != UserChange::default() {
        edits.push(Intent::EditUser { user, change });
    }
    if before.active != after.active {
        edits.push(Intent::SetUserActive {
            user,
            active: after.active,
        });
    }
    if before.roles != after.roles {
        edits.push(Intent::SetRoles {
            user,
            roles: after.roles,
            release_numbers: false,
        });
    }
    if before.teams != after.teams {
        edits.push(Intent::SetTeams {
            user,
            teams: after.teams,
        });
    }
}

fn is_of_user(intent: &Intent, user: UserId, before: &Workspace) -> bool {
    let owner = Owner::Agent(user);
    match intent {
        Intent::AddUser { user: of, .. }
        | Intent::EditUser { user: of, .. }
        | Intent::SetUserActive { user: of, .. }
        | Intent::SetRoles { user: of, .. }
        | Intent::SetTeams { user: of, .. } => *of == user,
        Intent::Assign { owner: of, .. } => *of == owner,
        Intent::Unassign { number } => {
            let record = before.number(*number);
            record.and_then(|record| record.owner()) == Some(owner)
        }
        _ => false,
    }
}

fn is_of_number(intent: &Intent, number: PhoneNumber) -> bool {
    match intent {
        Intent::AddNumber { number: of, .. }
        | Intent::Relabel { number: of, .. }
        | Intent::MarkDirect { number: of }
        | Intent::UnmarkDirect { number: of } => *of == number,
        _ => false,
    }
}
