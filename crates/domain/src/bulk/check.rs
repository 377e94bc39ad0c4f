//! The dry run: every row read, then all rows settled against the state after the file (specification 8.2).

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::ids::UserId;
use crate::number::Owner;
use crate::people::{MAX_ROLES, Role, in_small_letters};
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

use super::column::{Column, layout};
use super::known::Known;
use super::log::{BulkError, Code, other_lines};
use super::read::Reader;
use super::rights::Rights;
use super::row::{Draft, Want};
use super::sheet::{Row, Sheet};

/// A dry run that can be done in steps, so that a page stays alive under a large file. Dropping it cancels.
#[derive(Debug)]
pub struct Check {
    pub(super) workspace: Workspace,
    pub(super) sheet: Arc<Sheet>,
    pub(super) columns: Vec<Column>,
    rights: Rights,
    known: Known,
    pub(super) drafts: Vec<Draft>,
    pub(super) errors: Vec<BulkError>,
}

/// A number cell: row and slot.
type Place = (usize, usize);

impl Check {
    /// Begins a dry run on a copy of the workspace.
    ///
    /// # Errors
    /// A header that does not fit the template: the whole file is refused (R92).
    pub fn new(
        workspace: Workspace,
        sheet: impl Into<Arc<Sheet>>,
        rights: Rights,
    ) -> Result<Self, BulkError> {
        let sheet = sheet.into();
        let columns = layout(&sheet, &workspace).map_err(BulkError::from)?;
        Ok(Self {
            known: Known::of(&workspace),
            workspace,
            columns,
            rights,
            drafts: Vec::with_capacity(sheet.len()),
            sheet,
            errors: Vec::new(),
        })
    }

    /// Reads up to so many rows; true once every row is read and `finish` has its turn.
    pub fn step(&mut self, rows: usize) -> bool {
        let reader = Reader {
            workspace: &self.workspace,
            known: &self.known,
            header: &self.sheet.header,
            columns: &self.columns,
            rights: &self.rights,
        };
        let next = self.drafts.len();
        for index in next..next.saturating_add(rows) {
            let Some(row) = self.sheet.row(index) else {
                break;
            };
            let (draft, errors) = reader.read(&row);
            self.drafts.push(draft);
            self.errors.extend(errors);
        }
        self.drafts.len() == self.sheet.len()
    }

    /// Rows read so far, and rows there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.drafts.len(), self.sheet.len())
    }

    /// Everything that takes more than one row to know.
    pub(super) fn settle(&mut self) {
        while !self.step(usize::MAX) {}
        self.skip_users_named_twice();
        self.skip_addresses_taken_twice();
        self.ignore_numbers_of_several_rows();
        self.ignore_numbers_of_those_who_are_no_agents();
        self.ignore_numbers_of_others();
        self.keep_role_of_those_with_numbers();
        self.warn_of_missing_personal_queues();
        self.errors.sort_by_key(|error| (error.line, error.column));
        // One line a cell: what was found first.
        self.errors
            .dedup_by(|later, first| (later.line, later.column) == (first.line, first.column));
    }

    /// Two rows for one user have no safe winner, like numbers (A15).
    fn skip_users_named_twice(&mut self) {
        let place = self.columns.iter().position(|column| *column == Column::Email);
        let address = |row| Some(self.sheet.row(row)?.cell(place?));
        let twins = twins((0..self.drafts.len()).map(|row| address(row).unwrap_or_default()));
        self.skip_twins(twins, Code::UserDuplicateInFile, "this user stands");
    }

    fn skip_addresses_taken_twice(&mut self) {
        let place = self.columns.iter().position(|column| *column == Column::NewEmail);
        let is_renamed = |row: Row<'_>| place.is_some_and(|place| !row.cell(place).is_empty());
        // Else who would have the same address is named twice.
        if !self.sheet.rows().any(is_renamed) {
            return;
        }
        let drafts = self.drafts.iter();
        let rows = drafts.map(|draft| draft.user.as_ref().map_or("", |user| user.email.as_str()));
        let twins = twins(rows);
        self.skip_twins(twins, Code::EmailTaken, "this address stands, after the file,");
    }

    /// Skips every row of these groups.
    fn skip_twins(&mut self, twins: Vec<Vec<usize>>, code: Code, what: &str) {
        for rows in twins {
            for &row in &rows {
                let others = self.other_lines(&rows, row);
                self.note(
                    row,
                    &Column::Email,
                    code,
                    format!("{what} in {others} too: keep one of these rows"),
                );
                if let Some(draft) = self.drafts.get_mut(row) {
                    draft.user = None;
                }
            }
        }
    }

    /// Step 5: a number in two or more rows goes to none of them (R88). Rows that are skipped count: what they ask
    /// for is no safer.
    fn ignore_numbers_of_several_rows(&mut self) {
        let mut asked: Vec<(PhoneNumber, Place)> = self.places().collect();
        asked.sort_unstable();
        for group in asked
            .chunk_by(|(a, _), (b, _)| a == b)
            .filter(|group| group.len() > 1)
        {
            let rows: Vec<usize> = group.iter().map(|(_, (row, _))| *row).collect();
            for &(number, place) in group {
                let others = self.other_lines(&rows, place.0);
                let message = format!("`{number}` stands in {others} too: keep it in one row");
                self.ignore(place, Code::NumberDuplicateInFile, message);
            }
        }
    }

    /// Step 7: numbers are for those who have the Agent role after the row (R29).
    fn ignore_numbers_of_those_who_are_no_agents(&mut self) {
        let places: Vec<Place> = self.places().map(|(_, place)| place).collect();
        for place in places {
            let user = self.drafts.get(place.0).and_then(|draft| draft.user.as_ref());
            if user.is_some_and(|user| !user.is_agent()) {
                let message = "this user does not have the Agent role: set Role: Agent to 1 in this row";
                self.ignore(place, Code::NotAnAgent, message.to_owned());
            }
        }
    }

    /// Step 6: a number that somebody else keeps is not to be had. A cell ignored for it keeps its own old number,
    /// which may be what another row waits for, and so on, until nothing changes any more.
    fn ignore_numbers_of_others(&mut self) {
        let wanted: HashMap<PhoneNumber, Place> = self.places().collect();
        let row_of: HashMap<UserId, usize> = (self.drafts.iter().enumerate())
            .filter_map(|(row, draft)| draft.present.map(|user| (user, row)))
            .collect();
        let mut open: Vec<PhoneNumber> = wanted.keys().copied().collect();
        open.sort_unstable();
        while let Some(number) = open.pop() {
            let Some(&place) = wanted.get(&number) else {
                continue;
            };
            let (row, slot) = place;
            let Some(draft) = self.drafts.get(row) else {
                continue;
            };
            let still_asked = draft.wants.get(slot) == Some(&Want::Number(number));
            let Some(owner) = self.workspace.number(number).and_then(|record| record.owner()) else {
                continue;
            };
            let mine = matches!(owner, Owner::Agent(id) if draft.present == Some(id));
            let released = match owner {
                Owner::Agent(id) => row_of
                    .get(&id)
                    .and_then(|&row| self.drafts.get(row))
                    .is_some_and(|other| !other.still_holds(number)),
                Owner::Queue(_) => false,
            };
            if still_asked && !mine && !released {
                let kept = draft.held.get(slot).copied().flatten();
                let holder = self.workspace.owner_name(owner);
                let how = match owner {
                    Owner::Agent(_) => "take it from there first, or in this file",
                    // A file of users says nothing of queues.
                    Owner::Queue(_) => "take it from there first",
                };
                let message = format!("`{number}` belongs to {holder}: {how}");
                self.ignore(place, Code::NumberAssignedElsewhere, message);
                open.extend(kept);
            }
        }
    }

    /// A31: who keeps numbers keeps the Agent role.
    fn keep_role_of_those_with_numbers(&mut self) {
        for row in 0..self.drafts.len() {
            let Some(draft) = self.drafts.get(row) else {
                continue;
            };
            let was_agent = draft
                .present
                .and_then(|id| self.workspace.user(id))
                .is_some_and(|user| user.is_agent());
            let loses = was_agent && draft.user.as_ref().is_some_and(|user| !user.is_agent());
            if loses && draft.numbers_after().iter().any(Option::is_some) {
                let message =
                    "direct numbers stay with this user: clear them with NONE in the same row".to_owned();
                self.note(row, &Column::Role(Role::Agent), Code::AgentHasNumbers, message);
                let before = self.drafts.get(row).and_then(|draft| draft.present);
                let before = before.and_then(|id| self.workspace.user(id)).cloned();
                let user = self.drafts.get_mut(row).and_then(|draft| draft.user.as_mut());
                if let Some((user, before)) = user.zip(before) {
                    let user = Arc::make_mut(user);
                    // A role that was to take its place may be one too many beside it.
                    if user.roles.len() < MAX_ROLES {
                        user.roles.insert(Role::Agent);
                    } else {
                        user.roles.clone_from(&before.roles);
                    }
                }
            }
        }
    }

    /// R71: a warning, and the number is assigned.
    fn warn_of_missing_personal_queues(&mut self) {
        let places: Vec<_> = self.places().collect();
        for (number, (row, slot)) in places {
            let Some(draft) = self.drafts.get(row) else {
                continue;
            };
            let new = !draft.held.contains(&Some(number)) && draft.user.is_some();
            let has_queue = draft
                .present
                .is_some_and(|id| self.workspace.has_personal_queue(id));
            if new && !has_queue {
                let message =
                    "this agent has no personal queue where these chats can wait: make one".to_owned();
                self.note(row, &Column::Number(slot), Code::NoPersonalQueue, message);
            }
        }
    }

    /// Every number that is still asked for, and where.
    fn places(&self) -> impl Iterator<Item = (PhoneNumber, Place)> {
        let rows = self.drafts.iter().enumerate();
        rows.flat_map(|(row, draft)| {
            let wants = draft.wants.iter().enumerate();
            wants.filter_map(move |(slot, want)| match want {
                Want::Number(number) => Some((*number, (row, slot))),
                _ => None,
            })
        })
    }

    fn ignore(&mut self, (row, slot): Place, code: Code, message: String) {
        self.note(row, &Column::Number(slot), code, message);
        let want = self
            .drafts
            .get_mut(row)
            .and_then(|draft| draft.wants.get_mut(slot));
        if let Some(want) = want {
            *want = Want::Ignored(code);
        }
    }

    fn note(&mut self, row: usize, column: &Column, code: Code, message: String) {
        let reader = Reader {
            workspace: &self.workspace,
            known: &self.known,
            header: &self.sheet.header,
            columns: &self.columns,
            rights: &self.rights,
        };
        if let Some(row) = self.sheet.row(row) {
            let error = reader.error(&row, reader.place_of(column), code, message);
            self.errors.push(error);
        }
    }

    fn other_lines(&self, rows: &[usize], but: usize) -> String {
        let line = |row: usize| self.sheet.row(row).map(|row| row.line);
        let lines = rows.iter().filter_map(|row| line(*row));
        other_lines(lines, line(but).unwrap_or_default(), rows.len())
    }
}

/// The rows whose address another row has too, whatever its capitals, in groups; an empty address has no twin.
fn twins<'a>(addresses: impl Iterator<Item = &'a str>) -> Vec<Vec<usize>> {
    let mut first: HashMap<Cow<'a, str>, usize> = HashMap::with_capacity(addresses.size_hint().0);
    let mut twins: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (row, address) in addresses.enumerate().filter(|(_, address)| !address.is_empty()) {
        let first = *first.entry(in_small_letters(address)).or_insert(row);
        if first != row {
            twins.entry(first).or_insert_with(|| vec![first]).push(row);
        }
    }
    twins.into_values().collect()
}
