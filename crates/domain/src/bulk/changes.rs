//! What the rows come to as changes of the workspace, and which of them are whose.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::applied::Applied;
use crate::ids::{TeamId, UserId};
use crate::intent::Intent;
use crate::number::{Owner, Slot};
use crate::people::User;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

use super::check::Check;
use super::column::{Column, SLOTS};
use super::read::Reader;
use super::report::Report;
use super::row::{Draft, blank_user};
use super::user_changes;

/// What the changes are made of once they are asked for.
#[derive(Debug)]
pub(super) enum Plan {
    /// The settled rows of a file of users.
    Users(Box<UsersPlan>),
    /// The changes of a file of numbers.
    Numbers(Vec<Intent>),
}

/// The changes while they are made.
#[derive(Debug, Default)]
pub(super) struct Making {
    changes: Vec<Intent>,
    /// Which of the parts is being made, from which row on.
    part: usize,
    row: usize,
}

/// What of all rows stands together.
#[derive(Clone, Copy)]
enum Part {
    Releases,
    Users,
    Assignments,
}

impl Part {
    /// In their order.
    const ALL: [Self; 3] = [Self::Releases, Self::Users, Self::Assignments];
}

#[derive(Debug)]
pub(super) struct UsersPlan {
    pub(super) reader: Reader,
    pub(super) drafts: Vec<Draft>,
    /// The row of each person known.
    pub(super) rows_of_people: Vec<Option<usize>>,
    /// The ids of the teams that the file makes, by their columns.
    teams: BTreeMap<usize, TeamId>,
    /// The user of each row.
    users: Vec<Option<UserId>>,
}

impl UsersPlan {
    /// Gives ids to all that the file makes.
    pub(super) fn new(check: Check, new_id: &mut impl FnMut() -> Uuid) -> Self {
        let rows_of_people = check.rows_of_people();
        let Check { reader, drafts, .. } = check;
        let mut teams = BTreeMap::new();
        let applied = drafts.iter().filter(|draft| draft.outline.is_some());
        for &column in applied.flat_map(|draft| &draft.new_teams) {
            teams.entry(column).or_insert_with(|| new_id().into());
        }
        let present = |place: usize| reader.known.person(place).map(|person| person.user.id);
        let user = |draft: &Draft| match (draft.present, draft.outline) {
            (Some(place), _) => present(place),
            (None, Some(_)) => Some(new_id().into()),
            (None, None) => None,
        };
        let users = drafts.iter().map(user).collect();
        Self {
            reader,
            drafts,
            rows_of_people,
            teams,
            users,
        }
    }

    /// The address that names the user of a row.
    pub(super) fn address(&self, place: usize) -> &str {
        self.reader.address_at(place)
    }

    /// The user of a row; none for one that the row would have made, had it not been skipped.
    pub(super) fn user(&self, place: usize) -> Option<UserId> {
        self.users.get(place).copied().flatten()
    }

    /// Makes the changes of up to so many rows more; true once all are made. Teams first, then every release, then the
    /// users, then every assignment: so swaps and rotations work.
    fn make(&self, making: &mut Making, rows: usize) -> bool {
        let Some(part) = Part::ALL.get(making.part) else {
            return true;
        };
        if making.part == 0 && making.row == 0 {
            making.changes.reserve(self.count());
            making.changes.extend(self.new_teams());
        }
        let end = making.row.saturating_add(rows).min(self.drafts.len());
        for place in making.row..end {
            match part {
                Part::Releases => making
                    .changes
                    .extend(self.drafts.get(place).into_iter().flat_map(releases)),
                Part::Users => self.edit(place, &mut making.changes),
                Part::Assignments => making.changes.extend(self.assignments(place)),
            }
        }
        making.row = end;
        if end == self.drafts.len() {
            (making.part, making.row) = (making.part + 1, 0);
        }
        making.part == Part::ALL.len()
    }

    /// Those of a row alone, in the same order.
    fn of_row(&self, place: usize) -> Vec<Intent> {
        let mut changes: Vec<_> = self.drafts.get(place).into_iter().flat_map(releases).collect();
        self.edit(place, &mut changes);
        changes.extend(self.assignments(place));
        changes
    }

    /// How many there are in all.
    fn count(&self) -> usize {
        let of_row = |draft: &Draft| {
            let after = draft.numbers_after();
            let of_user = draft.outline.map_or(0, |outline| {
                let joins_only = !draft.new_teams.is_empty() && !outline.changes_teams();
                if draft.present.is_none() {
                    outline.changes_when_made()
                } else {
                    outline.changes() + usize::from(joins_only)
                }
            });
            let held = draft.held.iter().flatten();
            let released = held.filter(|number| !after.contains(&Some(**number)));
            of_user + released.count() + assigned(&draft.held, &after).count()
        };
        self.teams.len() + self.drafts.iter().map(of_row).sum::<usize>()
    }

    fn new_teams(&self) -> impl Iterator<Item = Intent> {
        let name = |column: usize| match self.reader.columns.get(column) {
            Some(Column::NewTeam(name)) => Some(name.clone()),
            _ => None,
        };
        self.teams.iter().filter_map(move |(column, team)| {
            Some(Intent::AddTeam {
                team: *team,
                name: name(*column)?,
                parent: None,
            })
        })
    }

    /// Adds what makes the user of a row what the row says.
    fn edit(&self, place: usize, changes: &mut Vec<Intent>) {
        let (Some(draft), Some(row)) = (self.drafts.get(place), self.reader.sheet.row(place)) else {
            return;
        };
        let Some(outline) = draft.outline else {
            return;
        };
        let before = draft.present.and_then(|place| self.reader.known.person(place));
        let before = before.map(|person| person.user.as_ref());
        if before.is_some() && outline.changes() == 0 && draft.new_teams.is_empty() {
            return;
        }
        let mut user = before.map_or_else(|| blank_user(self.reader.address(&row)), User::clone);
        self.reader.edits(&row, |edit| edit.apply(&mut user));
        if let Some(before) = before {
            outline.keep_roles(&mut user, before);
        }
        let joined = draft.new_teams.iter().filter_map(|column| self.teams.get(column));
        user.teams.extend(joined);
        if let Some(id) = self.user(place) {
            user.id = id;
        }
        user_changes::add(before, user, changes);
    }

    /// Gives the user of a row their numbers.
    fn assignments(&self, place: usize) -> impl Iterator<Item = Intent> {
        let draft = self.drafts.get(place).zip(self.user(place));
        draft.into_iter().flat_map(|(draft, user)| {
            let owner = Owner::Agent(user);
            assigned(&draft.held, &draft.numbers_after())
                .map(move |(slot, number)| Intent::Assign {
                    number,
                    owner,
                    slot: Some(slot),
                })
                .collect::<Vec<_>>()
        })
    }
}

impl Report {
    /// Makes the changes of some rows more, so that nobody waits long for those of a large file; true once all are made.
    pub fn make(&mut self, rows: usize) -> bool {
        if self.made.get().is_some() {
            return true;
        }
        let mut making = std::mem::take(&mut self.making);
        let is_done = match &self.plan {
            Plan::Users(plan) => plan.make(&mut making, rows),
            Plan::Numbers(changes) => {
                making.changes.clone_from(changes);
                true
            }
        };
        if is_done {
            let _ = self.made.set(self.bundle(making.changes));
        } else {
            self.making = making;
        }
        is_done
    }

    /// What **Proceed** adds to the draft; none when the file changes nothing (S092). It is made when first asked for, if
    /// it was not made before.
    pub fn intent(&self) -> Option<&Intent> {
        let make = || {
            let changes = match &self.plan {
                Plan::Users(plan) => {
                    let mut making = Making::default();
                    while !plan.make(&mut making, usize::MAX) {}
                    making.changes
                }
                Plan::Numbers(changes) => changes.clone(),
            };
            self.bundle(changes)
        };
        self.made.get_or_init(make).as_ref()
    }

    fn bundle(&self, changes: Vec<Intent>) -> Option<Intent> {
        (!changes.is_empty()).then(|| Intent::Bulk {
            title: self.title.clone(),
            changes: changes.into(),
        })
    }

    /// The changes that the intent holds.
    pub fn changes(&self) -> &[Intent] {
        match self.intent() {
            Some(Intent::Bulk { changes, .. }) => changes.as_slice(),
            _ => &[],
        }
    }

    /// How many they are, without making them.
    pub fn count_changes(&self) -> usize {
        match &self.plan {
            Plan::Users(plan) => plan.count(),
            Plan::Numbers(changes) => changes.len(),
        }
    }

    /// The changes that a row brings, by its place: of its user, or of its number in a file of numbers.
    pub fn changes_of(&self, place: usize) -> Vec<Intent> {
        match &self.plan {
            Plan::Users(plan) => plan.of_row(place),
            Plan::Numbers(changes) => {
                let number = self.key(place).parse().ok();
                let is_of_row = |intent: &&Intent| number.is_some_and(|number| is_of_number(intent, number));
                changes.iter().filter(is_of_row).cloned().collect()
            }
        }
    }

    /// The teams that the file makes, by name.
    pub fn new_teams(&self) -> Vec<String> {
        let name = |team| match team {
            Intent::AddTeam { name, .. } => Some(name),
            _ => None,
        };
        self.team_changes().into_iter().filter_map(name).collect()
    }

    fn team_changes(&self) -> Vec<Intent> {
        match &self.plan {
            Plan::Users(plan) => plan.new_teams().collect(),
            Plan::Numbers(_) => Vec::new(),
        }
    }

    /// The workspace as far as a row is concerned once the file is carried out, and what went along with that row's
    /// changes. Numbers that it takes from others are free for it; what else the file does to others is left out.
    pub fn after_row(&self, place: usize, before: &Workspace) -> (Workspace, Applied) {
        let mut after = before.clone();
        let mut along = Applied::default();
        for team in self.team_changes() {
            // What fits in no order is refused by **Proceed**, which says why.
            let _ = after.apply(&team);
        }
        for change in self.changes_of(place) {
            if let Intent::Assign { number, owner, .. } = change {
                let holder = after.number(number).and_then(|record| record.owner());
                if holder.is_some_and(|holder| holder != owner) {
                    let _ = after.apply(&Intent::Unassign { number });
                }
            }
            if let Ok(applied) = after.apply(&change) {
                along.cascades.extend(applied.cascades);
                along.warnings.extend(applied.warnings);
            }
        }
        (after, along)
    }
}

/// Takes away the numbers that a row's user has no longer.
fn releases(draft: &Draft) -> impl Iterator<Item = Intent> {
    let after = draft.numbers_after();
    let held = draft.held.into_iter().flatten();
    let released = held.filter(move |number| !after.contains(&Some(*number)));
    released.map(|number| Intent::Unassign { number })
}

/// The slots that get a number, or another one.
fn assigned(
    held: &[Option<PhoneNumber>; SLOTS],
    after: &[Option<PhoneNumber>; SLOTS],
) -> impl Iterator<Item = (Slot, PhoneNumber)> {
    let slots = Slot::all().zip(held.iter().zip(after));
    slots
        .filter(|(_, (held, after))| held != after)
        .filter_map(|(slot, (_, after))| Some((slot, (*after)?)))
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
