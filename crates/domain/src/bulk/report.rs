//! What the dry run says: what becomes of every row, the error log, and the one intent that does it.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::ids::{TeamId, UserId};
use crate::intent::{Intent, UserChange};
use crate::number::{Owner, Slot};
use crate::people::User;
use crate::phone::PhoneNumber;

use super::check::Check;
use super::column::{Column, SLOTS};
use super::log::{BulkError, Code};
use super::row::{Draft, Want};
use super::sheet::Sheet;

/// The outcome of a dry run; nothing is written yet (S094).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// One a row of the file, in its order.
    pub rows: Vec<RowReport>,
    /// The error log, by row and column.
    pub errors: Vec<BulkError>,
    /// What **Proceed** adds to the draft; none when the file changes nothing (S092).
    pub intent: Option<Intent>,
    /// The file itself.
    pub sheet: Arc<Sheet>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowReport {
    /// The line of the file.
    pub line: u32,
    /// The user, as the row names them.
    pub email: String,
    /// The user it speaks of; none for one that the row would have made, had it not been skipped.
    pub user: Option<UserId>,
    /// What happens to the user.
    pub outcome: RowOutcome,
    /// What happens to the number cells that are not blank, by slot.
    pub numbers: Vec<(usize, NumberOutcome)>,
    /// Whether some cell of it, or all of it, was not applied (counts as failed, specification 8.4).
    pub failed: bool,
}

/// What happens to a row's user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowOutcome {
    /// Made anew.
    Created,
    /// Something of theirs changes.
    Changed,
    /// Everything is so already.
    Unchanged,
    /// The row as a whole is not applied.
    Skipped,
}

/// What happens to a number cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberOutcome {
    /// A free number comes to the user.
    Assigned(PhoneNumber),
    /// A number comes from another agent, who gets none of this user's.
    Moved {
        /// Which.
        number: PhoneNumber,
        /// Whose it was.
        from: UserId,
    },
    /// A number comes from another agent, who gets one of this user's.
    Swapped {
        /// Which.
        number: PhoneNumber,
        /// With whom.
        with: UserId,
    },
    /// The number of the slot becomes free, or goes to another row.
    Cleared(Option<PhoneNumber>),
    /// The user has it already.
    Unchanged(PhoneNumber),
    /// The cell is not applied; its line in the error log says why.
    Ignored(Code),
}

/// How many rows there are of each kind; they add up to the number of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All rows.
    pub total: usize,
    /// Users made or changed.
    pub affected: usize,
    /// Rows that change nothing, without an error.
    pub unchanged: usize,
    /// Rows that are skipped.
    pub skipped: usize,
    /// Rows of which something was not applied, skipped ones included.
    pub failed: usize,
}

impl Report {
    /// How many rows there are of each kind.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts {
            total: self.rows.len(),
            ..Counts::default()
        };
        for row in &self.rows {
            match row.outcome {
                RowOutcome::Created | RowOutcome::Changed => counts.affected += 1,
                RowOutcome::Unchanged => counts.unchanged += 1,
                RowOutcome::Skipped => counts.skipped += 1,
            }
            counts.failed += usize::from(row.failed);
        }
        counts
    }

    /// The lines of the error log that speak of a line of the file.
    pub fn errors_of(&self, line: u32) -> &[BulkError] {
        let from = self.errors.partition_point(|error| error.line < Some(line));
        let to = self.errors.partition_point(|error| error.line <= Some(line));
        self.errors.get(from..to).unwrap_or_default()
    }
}

impl Check {
    /// Settles all rows and says what becomes of them. Ids of users and teams that the file makes come from `new_id`.
    pub fn finish(mut self, title: &str, mut new_id: impl FnMut() -> Uuid) -> Report {
        self.settle();
        let failed: std::collections::BTreeSet<_> = self
            .errors
            .iter()
            .filter(|error| !error.code.is_warning())
            .filter_map(|error| error.line)
            .collect();
        let owners = self.owners_after();
        let (changes, users) = self.changes(&mut new_id);
        let rows = self.sheet.rows().zip(&self.drafts).enumerate();
        let rows = rows.map(|(index, (row, draft))| RowReport {
            line: row.line,
            email: self.cell(index, &Column::Email).to_owned(),
            outcome: self.outcome(draft),
            numbers: self.number_outcomes(draft, &owners),
            user: users.get(index).copied().flatten(),
            failed: failed.contains(&row.line),
        });
        let rows = rows.collect();
        let intent = (!changes.is_empty()).then(|| Intent::Bulk {
            title: title.to_owned(),
            changes,
        });
        Report {
            rows,
            errors: self.errors,
            intent,
            sheet: self.sheet,
        }
    }

    fn outcome(&self, draft: &Draft) -> RowOutcome {
        let Some(user) = &draft.user else {
            return RowOutcome::Skipped;
        };
        let Some(before) = draft.present.and_then(|id| self.workspace.user(id)) else {
            return RowOutcome::Created;
        };
        let same = **before == *user && draft.new_teams.is_empty() && draft.numbers_after() == draft.held;
        if same {
            RowOutcome::Unchanged
        } else {
            RowOutcome::Changed
        }
    }

    /// Which user has each number of the file afterwards; users made by the file have no id yet.
    fn owners_after(&self) -> BTreeMap<PhoneNumber, UserId> {
        let drafts = self.drafts.iter();
        let pairs = drafts.filter_map(|draft| draft.present.map(|user| (user, draft.numbers_after())));
        pairs
            .flat_map(|(user, numbers)| numbers.into_iter().flatten().map(move |number| (number, user)))
            .collect()
    }

    fn number_outcomes(
        &self,
        draft: &Draft,
        owners: &BTreeMap<PhoneNumber, UserId>,
    ) -> Vec<(usize, NumberOutcome)> {
        if draft.user.is_none() {
            return Vec::new();
        }
        let from = |number| match self.workspace.number(number)?.owner()? {
            Owner::Agent(id) if draft.present != Some(id) => Some(id),
            _ => None,
        };
        let cells = draft.wants.iter().zip(draft.held).enumerate();
        cells
            .filter_map(|(slot, (want, held))| {
                let outcome = match *want {
                    Want::Keep => return None,
                    Want::Ignored(code) => NumberOutcome::Ignored(code),
                    Want::Clear => NumberOutcome::Cleared(held),
                    Want::Number(number) if draft.held.contains(&Some(number)) => {
                        NumberOutcome::Unchanged(number)
                    }
                    Want::Number(number) => match from(number) {
                        None => NumberOutcome::Assigned(number),
                        Some(other) => {
                            let mut mine = draft.held.iter().flatten();
                            if mine.any(|number| owners.get(number) == Some(&other)) {
                                NumberOutcome::Swapped { number, with: other }
                            } else {
                                NumberOutcome::Moved { number, from: other }
                            }
                        }
                    },
                };
                Some((slot, outcome))
            })
            .collect()
    }

    /// Teams first, then every release, then the users, then every assignment: so swaps and rotations work. Beside
    /// them the user of each row.
    fn changes(&self, new_id: &mut impl FnMut() -> Uuid) -> (Vec<Intent>, Vec<Option<UserId>>) {
        let mut teams: BTreeMap<usize, TeamId> = BTreeMap::new();
        for &column in self
            .drafts
            .iter()
            .filter(|draft| draft.user.is_some())
            .flat_map(|draft| &draft.new_teams)
        {
            teams.entry(column).or_insert_with(|| new_id().into());
        }
        let mut changes: Vec<Intent> = (teams.iter())
            .filter_map(|(column, id)| match self.columns.get(*column) {
                Some(Column::NewTeam(name)) => Some(Intent::AddTeam {
                    team: *id,
                    name: name.clone(),
                    parent: None,
                }),
                _ => None,
            })
            .collect();
        let (mut people, mut assignments) = (Vec::new(), Vec::new());
        let mut users = Vec::with_capacity(self.drafts.len());
        for draft in &self.drafts {
            let Some(user) = &draft.user else {
                users.push(draft.present);
                continue;
            };
            let mut user = user.clone();
            user.teams
                .extend(draft.new_teams.iter().filter_map(|column| teams.get(column)));
            let before = draft.present.and_then(|id| self.workspace.user(id));
            if before.is_none() {
                user.id = new_id().into();
            }
            users.push(Some(user.id));
            let after = draft.numbers_after();
            let released = draft
                .held
                .into_iter()
                .flatten()
                .filter(|number| !draft.still_holds(*number));
            changes.extend(released.map(|number| Intent::Unassign { number }));
            assignments.extend(assign(user.id, &draft.held, &after));
            people.extend(edits(before.map(AsRef::as_ref), user));
        }
        changes.extend(people);
        changes.extend(assignments);
        (changes, users)
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

/// What turns the user before the file into the user after it.
fn edits(before: Option<&User>, after: User) -> Vec<Intent> {
    let user = after.id;
    let mut edits = Vec::new();
    let fresh;
    let before = if let Some(before) = before {
        before
    } else {
        edits.push(Intent::AddUser {
            user,
            email: after.email.clone(),
            first_name: after.first_name.clone(),
            last_name: after.last_name.clone(),
            roles: after.roles.clone(),
            teams: after.teams.clone(),
        });
        fresh = User {
            email: after.email.clone(),
            first_name: after.first_name.clone(),
            last_name: after.last_name.clone(),
            roles: after.roles.clone(),
            teams: after.teams.clone(),
            ..super::row::blank_user("")
        };
        &fresh
    };
    let text = |before: &str, after: &str| (before != after).then(|| after.to_owned());
    let chats = |user: &User| user.chat_concurrency.map_or(0, u16::from);
    let extra = after
        .extra
        .iter()
        .filter(|(header, value)| before.extra.get(*header) != Some(value));
    let change = UserChange {
        email: text(&before.email, &after.email),
        first_name: text(&before.first_name, &after.first_name),
        last_name: text(&before.last_name, &after.last_name),
        alias: text(&before.alias, &after.alias),
        agent_number: text(&before.agent_number, &after.agent_number),
        location: text(&before.location, &after.location),
        chat_concurrency: (chats(before) != chats(&after)).then(|| chats(&after)),
        extra: extra
            .map(|(header, value)| (header.clone(), value.clone()))
            .collect(),
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
    edits
}
