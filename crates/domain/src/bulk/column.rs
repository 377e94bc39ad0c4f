//! The template's columns, and which column of a file is which (specification 8.1, R92).

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::BTreeMap;

use crate::ids::TeamId;
use crate::people::{MAX_AGENT_NUMBERS, Role};
use crate::workspace::Workspace;

use super::log::shortened;
use super::read::is_free_text;
use super::sheet::{Form, Sheet};

/// How many Direct Inbound Number columns there are (R30).
pub const SLOTS: usize = MAX_AGENT_NUMBERS;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Names the user; the row's key.
    Email,
    /// Another address from now on.
    NewEmail,
    /// **Agent ID**.
    AgentId,
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// What consumers see instead.
    Alias,
    /// Active or Inactive.
    Status,
    /// The location's name.
    Location,
    /// How many chats at once.
    Concurrency,
    /// Whether that number counts.
    ConcurrencyStatus,
    /// A column of the template that means nothing here; kept as it stands.
    Kept(&'static str),
    /// **Direct Inbound Number: 1** to **5**, from 0.
    Number(usize),
    /// **Role: ‹name›**.
    Role(Role),
    /// **Team: ‹name›** of a team that exists.
    Team(TeamId),
    /// **Team: ‹name›** of a team that the file makes.
    NewTeam(String),
    /// What was wrong with the row, in the file of failed rows; passed over.
    Reason,
}

/// The header of the column that the file of failed rows has in addition.
pub const REASON: &str = "Reason";

/// The header of the number of chats at once.
pub(super) const CHATS: &str = "Chat concurrency";

/// Columns 1 to 16 with the key of their JSON form; the five of the numbers, roles and teams follow.
pub(super) const FIXED: [(&str, &str, Column); 16] = [
    ("Email", "email", Column::Email),
    ("New email", "new_email", Column::NewEmail),
    ("Agent ID", "agent_number", Column::AgentId),
    ("First name", "first_name", Column::FirstName),
    ("Last name", "last_name", Column::LastName),
    ("Alias", "alias", Column::Alias),
    ("Status", "status", Column::Status),
    ("Location", "location", Column::Location),
    (CHATS, "max_chat_limit", Column::Concurrency),
    (
        "Chat concurrency status",
        "max_chat_limit_enabled",
        Column::ConcurrencyStatus,
    ),
    kept(
        "Non-restricted international calling",
        "unrestricted_international_calling",
    ),
    kept("External User", "external_user"),
    kept("External SIP URI", "ucaas_sip_uri"),
    kept("UCaaS username", "ucaas_user_name"),
    kept("Agent Extensions", "extension_number"),
    kept("Availability Filter Name", "availability_filter"),
];

const fn kept(header: &'static str, key: &'static str) -> (&'static str, &'static str, Column) {
    (header, key, Column::Kept(header))
}

/// What the headers of the columns of direct numbers begin with.
const NUMBER: &str = "Direct Inbound Number: ";

/// The header of a column of direct numbers, by its place from 0.
pub fn number_header(slot: usize) -> String {
    format!("{NUMBER}{}", slot + 1)
}

/// The place from 0 of the column of direct numbers with this header; `None` for any other column's.
pub fn number_slot(header: &str) -> Option<usize> {
    let place: usize = header.strip_prefix(NUMBER)?.parse().ok()?;
    place.checked_sub(1).filter(|slot| *slot < SLOTS)
}

/// The columns of the template as the workspace stands, in order, each with its header (F7).
pub fn template(workspace: &Workspace) -> Vec<(String, Column)> {
    let fixed = FIXED
        .into_iter()
        .map(|(header, _, column)| (header.to_owned(), column));
    let numbers = (0..SLOTS).map(|slot| (number_header(slot), Column::Number(slot)));
    let roles = roles(workspace).into_iter();
    let roles = roles.map(|role| (format!("Role: {}", role.name()), Column::Role(role)));
    let mut teams: Vec<_> = workspace
        .teams()
        .map(|team| (team.name.as_str(), team.id))
        .collect();
    teams.sort_unstable();
    let teams = teams
        .into_iter()
        .map(|(name, id)| (format!("Team: {name}"), Column::Team(id)));
    fixed.chain(numbers).chain(roles).chain(teams).collect()
}

/// The product's roles, then those of this instance by name.
fn roles(workspace: &Workspace) -> Vec<Role> {
    let mut custom: Vec<_> = workspace
        .users()
        .flat_map(|user| &user.roles)
        .filter(|role| matches!(role, Role::Custom(_)))
        .cloned()
        .collect();
    custom.sort_unstable();
    custom.dedup();
    Role::DEFAULTS.into_iter().chain(custom).collect()
}

/// Why a file's header does not fit the template (code `header_mismatch`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    /// No such column.
    #[error("column {place}, `{header}`, is not in the template: remove it, or download the template anew")]
    Unknown {
        /// Its place, from 1.
        place: usize,
        /// Its header.
        header: String,
    },
    /// The same header a second time.
    #[error("column {place}, `{header}`, is there twice: remove one of them")]
    Twice {
        /// Its place, from 1.
        place: usize,
        /// Its header.
        header: String,
    },
    /// It should stand further left (S091).
    #[error("column {place}, `{header}`, is out of order: in the template it stands before `{before}`")]
    OutOfOrder {
        /// Its place, from 1.
        place: usize,
        /// Its header.
        header: String,
        /// The column it should stand before.
        before: String,
    },
    /// Columns that every file needs.
    #[error("the column `{header}` is missing: download the template and fill that in")]
    Missing {
        /// Its header.
        header: String,
    },
}

impl HeaderError {
    /// The column's place in the file, from 1; none for one that is missing.
    pub fn place(&self) -> Option<usize> {
        match self {
            Self::Unknown { place, .. } | Self::Twice { place, .. } | Self::OutOfOrder { place, .. } => {
                Some(*place)
            }
            Self::Missing { .. } => None,
        }
    }

    /// The column's header.
    pub fn header(&self) -> &str {
        match self {
            Self::Unknown { header, .. }
            | Self::Twice { header, .. }
            | Self::OutOfOrder { header, .. }
            | Self::Missing { header } => header,
        }
    }
}

/// What each column of a file holds.
///
/// Columns 9 to 16, roles and teams may be left out, since instances differ in them; a team that does not exist yet
/// is made. Everything else stands as in the template, and in its order, teams after all others.
///
/// # Errors
/// The first column that does not fit.
pub(super) fn layout(sheet: &Sheet, workspace: &Workspace) -> Result<Vec<Column>, HeaderError> {
    let header = &sheet.header;
    let known = template(workspace);
    let mut places: BTreeMap<Cow<'_, str>, Vec<usize>> = BTreeMap::new();
    for (place, (header, _)) in known.iter().enumerate().rev() {
        places.entry(normal(header)).or_default().push(place);
    }
    let mut columns = Vec::with_capacity(header.len());
    let mut furthest: Option<(usize, &str)> = None;
    let said = LazyCell::new(|| columns_that_say_something(sheet));
    for (index, header) in header.iter().enumerate() {
        let place = index + 1;
        if header == REASON {
            columns.push(Column::Reason);
            continue;
        }
        let Some(found) = places.get_mut(&normal(header)) else {
            let column = new_team(header, &columns)
                .or_else(|| lost_role(header, &columns, || said.get(index) == Some(&true)));
            let column = column.ok_or_else(|| HeaderError::Unknown {
                place,
                header: shortened(header),
            })?;
            if matches!(column, Column::NewTeam(_)) {
                furthest = Some((known.len(), header));
            }
            columns.push(column);
            continue;
        };
        let Some(at) = found.pop() else {
            return Err(HeaderError::Twice {
                place,
                header: header.clone(),
            });
        };
        // A file that makes a team cannot know where the template will have it: teams have no order among themselves.
        let rank = match known.get(at) {
            Some((_, Column::Team(_))) => known.len(),
            _ => at,
        };
        match furthest {
            // Nor have the keys of an object.
            Some((last, before)) if rank < last && sheet.form != Form::Json => {
                return Err(HeaderError::OutOfOrder {
                    place,
                    header: header.clone(),
                    before: before.to_owned(),
                });
            }
            _ => furthest = Some((rank, header)),
        }
        columns.extend(known.get(at).map(|(_, column)| column.clone()));
    }
    let needed = known.iter().filter(|(_, column)| is_needed(column));
    match needed.into_iter().find(|(_, column)| !columns.contains(column)) {
        Some((header, _)) => Err(HeaderError::Missing {
            header: header.clone(),
        }),
        None => Ok(columns),
    }
}

/// The header with one blank after its colon, as the template has it.
fn normal(header: &str) -> Cow<'_, str> {
    match header.split_once(':') {
        Some((list @ ("Role" | "Team"), name)) => Cow::Owned(format!("{list}: {}", name.trim())),
        _ => Cow::Borrowed(header),
    }
}

/// Columns 1 to 8 and the five of the numbers.
fn is_needed(column: &Column) -> bool {
    use Column as C;
    matches!(
        column,
        C::Email
            | C::NewEmail
            | C::AgentId
            | C::FirstName
            | C::LastName
            | C::Alias
            | C::Status
            | C::Location
            | C::Number(_)
    )
}

/// A team column whose team does not exist yet, unless an earlier column names the same one.
fn new_team(header: &str, before: &[Column]) -> Option<Column> {
    let name = header.strip_prefix("Team:")?.trim();
    let column = Column::NewTeam(name.to_owned());
    let fits = !name.is_empty() && !name.contains(':') && is_free_text(name) && !before.contains(&column);
    fits.then_some(column)
}

/// A column of a role that nobody has, and that the file gives to nobody: it has been taken from the last who had it,
/// perhaps by this very file (S092).
fn lost_role(header: &str, before: &[Column], is_given: impl Fn() -> bool) -> Option<Column> {
    let name = header.strip_prefix("Role:")?;
    let column = Column::Role(Role::Custom(name.trim().parse().ok()?));
    (!before.contains(&column) && !is_given()).then_some(column)
}

/// Which columns have cells other than blank ones and `0`.
fn columns_that_say_something(sheet: &Sheet) -> Vec<bool> {
    let mut said = vec![false; sheet.header.len()];
    for row in sheet.rows() {
        for (said, cell) in said.iter_mut().zip(row.cells()) {
            *said |= !matches!(cell, "" | "0");
        }
    }
    said
}
