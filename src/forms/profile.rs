//! The inputs of a user's profile, for a new user (S7) and for **Edit user**.

use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::Arc;

use domain::ids::{TeamId, UserId};
use domain::intent::UserChange;
use domain::people::{Role, User};
use domain::{Intent, Refusal, Workspace};
use leptos::prelude::*;

use super::deflection::Faulty;

/// The field that a refusal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// First and last name.
    Name,
    /// The address.
    Email,
    /// The roles.
    Roles,
}

impl Field {
    /// The field to mend, if there is one.
    pub fn of(refusal: &Refusal) -> Option<Self> {
        match refusal {
            Refusal::NoName { what: "user" } => Some(Self::Name),
            Refusal::BadEmail { .. } | Refusal::EmailExists { .. } => Some(Self::Email),
            Refusal::NoRole | Refusal::TooManyRoles => Some(Self::Roles),
            _ => None,
        }
    }

    /// What is said beside it. An address that is not there yet is not called a wrong one.
    pub fn said(refusal: &Refusal) -> String {
        match refusal {
            Refusal::BadEmail { email } if email.is_empty() => "enter an e-mail address".to_owned(),
            other => other.to_string(),
        }
    }
}

/// The inputs as they stand.
#[derive(Clone, Copy)]
pub struct ProfileInputs {
    stored: StoredValue<Option<Arc<User>>>,
    /// **First name**.
    pub first_name: RwSignal<String>,
    /// **Last name**.
    pub last_name: RwSignal<String>,
    /// The address.
    pub email: RwSignal<String>,
    /// **Alias**.
    pub alias: RwSignal<String>,
    /// **Agent ID**.
    pub agent_number: RwSignal<String>,
    /// **Location**.
    pub location: RwSignal<String>,
    /// **Chat concurrency** as it is written; empty takes the chat settings' number.
    pub concurrency: RwSignal<String>,
    /// Active or Inactive.
    pub active: RwSignal<bool>,
    /// The names of the roles.
    pub roles: RwSignal<BTreeSet<String>>,
    /// The keys of the teams.
    pub teams: RwSignal<BTreeSet<String>>,
    /// Whoever loses the Agent role gives the direct numbers back (A31).
    pub release: RwSignal<bool>,
}

impl ProfileInputs {
    /// Of a user, or of one to come, who is an agent unless that is unticked.
    pub fn new(user: Option<Arc<User>>) -> Self {
        let text = |field: fn(&User) -> &str| {
            let value = user.as_ref().map(|user| field(user).to_owned());
            RwSignal::new(value.unwrap_or_default())
        };
        let concurrency = user.as_ref().and_then(|user| user.chat_concurrency);
        let roles = user
            .as_ref()
            .map_or_else(|| BTreeSet::from([Role::Agent]), |user| user.roles.clone());
        let teams = user
            .as_ref()
            .map(|user| user.teams.iter().map(ToString::to_string).collect());
        Self {
            first_name: text(|user| &user.first_name),
            last_name: text(|user| &user.last_name),
            email: text(|user| &user.email),
            alias: text(|user| &user.alias),
            agent_number: text(|user| &user.agent_number),
            location: text(|user| &user.location),
            concurrency: RwSignal::new(concurrency.map(|limit| limit.to_string()).unwrap_or_default()),
            active: RwSignal::new(user.as_ref().is_none_or(|user| user.active)),
            roles: RwSignal::new(roles.iter().map(|role| role.name().to_owned()).collect()),
            teams: RwSignal::new(teams.unwrap_or_default()),
            release: RwSignal::new(false),
            stored: StoredValue::new(user),
        }
    }

    /// First and last name, as shown.
    pub fn name(self) -> String {
        format!(
            "{} {}",
            self.first_name.read().trim(),
            self.last_name.read().trim()
        )
        .trim()
        .to_owned()
    }

    /// Whether the Agent role is ticked.
    pub fn is_agent(self) -> bool {
        self.roles.read().contains(Role::Agent.name())
    }

    /// Why the chat concurrency cannot be read.
    pub fn concurrency_error(self) -> Option<String> {
        self.limit()
            .is_err()
            .then(|| "enter a whole number from 1 on, or leave it empty".to_owned())
    }

    /// A new user with all that is filled in.
    ///
    /// # Errors
    /// A chat concurrency that is no number.
    pub fn added(self, user: UserId) -> Result<Vec<Intent>, Faulty> {
        let chat_concurrency = self.limit()?.filter(|limit| *limit > 0);
        let filled = |text: RwSignal<String>| Some(text.get()).filter(|text| !text.trim().is_empty());
        let change = UserChange {
            alias: filled(self.alias),
            agent_number: filled(self.agent_number),
            location: filled(self.location),
            chat_concurrency,
            ..UserChange::default()
        };
        let add = Intent::AddUser {
            user,
            email: self.email.read().trim().to_owned(),
            first_name: self.first_name.read().trim().to_owned(),
            last_name: self.last_name.read().trim().to_owned(),
            roles: self.role_set(),
            teams: self.team_set(),
        };
        let more = (change != UserChange::default()).then_some(Intent::EditUser { user, change });
        Ok(std::iter::once(add).chain(more).collect())
    }

    /// What changes in the stored user besides the roles.
    ///
    /// # Errors
    /// A chat concurrency that is no number.
    pub fn edits(self) -> Result<Vec<Intent>, Faulty> {
        let Some(stored) = self.stored.get_value() else {
            return Ok(Vec::new());
        };
        let user = stored.id;
        let changed = |text: RwSignal<String>, before: &str| {
            let now = text.read().trim().to_owned();
            (now != before).then_some(now)
        };
        let before = stored.chat_concurrency.map_or(0, std::num::NonZero::get);
        let change = UserChange {
            email: changed(self.email, &stored.email),
            first_name: changed(self.first_name, &stored.first_name),
            last_name: changed(self.last_name, &stored.last_name),
            alias: changed(self.alias, &stored.alias),
            agent_number: changed(self.agent_number, &stored.agent_number),
            location: changed(self.location, &stored.location),
            chat_concurrency: Some(self.limit()?.unwrap_or(0)).filter(|limit| *limit != before),
            ..UserChange::default()
        };
        let mut intents = Vec::new();
        if change != UserChange::default() {
            intents.push(Intent::EditUser { user, change });
        }
        let teams = self.team_set();
        if teams != stored.teams {
            intents.push(Intent::SetTeams { user, teams });
        }
        let active = self.active.get();
        if active != stored.active {
            intents.push(Intent::SetUserActive { user, active });
        }
        Ok(intents)
    }

    /// Other roles than the stored ones.
    pub fn new_roles(self) -> Option<Intent> {
        let stored = self.stored.get_value()?;
        let roles = self.role_set();
        (roles != stored.roles).then(|| Intent::SetRoles {
            user: stored.id,
            roles,
            release_numbers: self.release.get(),
        })
    }

    fn limit(self) -> Result<Option<u16>, Faulty> {
        let written = self.concurrency.read();
        match written.trim() {
            "" => Ok(None),
            text => match text.parse() {
                Ok(limit) if limit > 0 => Ok(Some(limit)),
                _ => Err(Faulty),
            },
        }
    }

    fn role_set(self) -> BTreeSet<Role> {
        self.roles
            .read()
            .iter()
            .filter_map(|name| role_named(name))
            .collect()
    }

    fn team_set(self) -> BTreeSet<TeamId> {
        self.teams
            .read()
            .iter()
            .filter_map(|key| TeamId::from_str(key).ok())
            .collect()
    }
}

/// The role of a name.
fn role_named(name: &str) -> Option<Role> {
    let known = Role::DEFAULTS.iter().find(|role| role.name() == name).cloned();
    known.or_else(|| name.parse().ok().map(Role::Custom))
}

/// The names of the product's roles, then those that some user has.
pub fn role_names(workspace: &Workspace) -> Vec<String> {
    let mut names: Vec<_> = Role::DEFAULTS.iter().map(|role| role.name().to_owned()).collect();
    let custom: BTreeSet<_> = workspace
        .users()
        .flat_map(|user| &user.roles)
        .filter(|role| matches!(role, Role::Custom(_)))
        .map(|role| role.name().to_owned())
        .collect();
    names.extend(custom);
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::ana;

    /// Ana, as the draft has her, and the form over her.
    fn form(test: impl FnOnce(ProfileInputs, UserId)) {
        let (workspace, user) = ana::company();
        let record = workspace.user(user).cloned();
        Owner::new().with(|| test(ProfileInputs::new(record), user));
    }

    #[test]
    fn only_what_was_changed_is_written() {
        form(|inputs, user| {
            assert_eq!(inputs.edits(), Ok(Vec::new()));
            assert_eq!(inputs.new_roles(), None);
            inputs.last_name.set(" Ruiz-Vega ".into());
            let change = UserChange {
                last_name: Some("Ruiz-Vega".into()),
                ..UserChange::default()
            };
            assert_eq!(inputs.edits(), Ok(vec![Intent::EditUser { user, change }]));
        });
    }

    #[test]
    fn a_chat_concurrency_is_a_whole_number_from_1_on() {
        form(|inputs, user| {
            for wrong in ["0", "-1", "2.5", "many"] {
                inputs.concurrency.set(wrong.into());
                assert_eq!(inputs.edits(), Err(Faulty), "{wrong}");
            }
            inputs.concurrency.set("1".into());
            let change = UserChange {
                chat_concurrency: Some(1),
                ..UserChange::default()
            };
            assert_eq!(inputs.edits(), Ok(vec![Intent::EditUser { user, change }]));
        });
    }

    #[test]
    fn a31_taking_the_agent_role_can_release_the_numbers() {
        form(|inputs, user| {
            inputs
                .roles
                .set(BTreeSet::from(["Manager".to_owned(), "Night lead".to_owned()]));
            inputs.release.set(true);
            let roles = BTreeSet::from([Role::Manager, Role::Custom("Night lead".parse().unwrap())]);
            assert_eq!(
                inputs.new_roles(),
                Some(Intent::SetRoles {
                    user,
                    roles,
                    release_numbers: true
                })
            );
        });
    }
}
