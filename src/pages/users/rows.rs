//! Which users are listed, and in which order, as the address says.

use std::cmp::Reverse;

use domain::Workspace;
use domain::deflection::effective;
use domain::find::{Lines, Needle};
use domain::ids::UserId;
use domain::number::Owner;
use domain::people::User;

/// What the users can be sorted by, other than their names.
pub(super) const KEYS: &[&str] = &["mail", "teams", "numbers", "deflection"];

/// All users in one order, with what is searched of each: to sort 50,000 takes longer than a keystroke may.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Sorted {
    users: Vec<UserId>,
    searched: Lines,
}

impl Sorted {
    /// `sort` is one of `KEYS`, with a `-` before it from the end; anything else sorts by name.
    pub(super) fn of(workspace: &Workspace, sort: &str) -> Self {
        let mut users: Vec<_> = workspace.users().collect();
        users.sort_by_cached_key(|user| user.name().to_lowercase());
        match sort.trim_start_matches('-') {
            "mail" => users.sort_by_cached_key(|user| user.email.to_lowercase()),
            "teams" => users.sort_by_cached_key(|user| teams(workspace, user).to_lowercase()),
            "numbers" => {
                users.sort_by_cached_key(|user| Reverse(workspace.numbers_of(Owner::Agent(user.id)).count()));
            }
            "deflection" => users.sort_by_cached_key(|user| {
                let effective = effective(workspace, user.id);
                user.is_agent()
                    .then(|| (effective.level.badge(), effective.reply().is_none()))
            }),
            _ => {}
        }
        if sort.starts_with('-') {
            users.reverse();
        }
        let mut searched = Lines::default();
        for user in &users {
            searched.push(&format!("{}\t{}", user.name(), user.email));
        }
        Self {
            users: users.into_iter().map(|user| user.id).collect(),
            searched,
        }
    }

    /// Those whose name or mail has what was typed; all of them while nothing is.
    pub(super) fn find(&self, typed: &str) -> Vec<UserId> {
        let needle = Needle::new(typed);
        if needle.is_empty() {
            return self.users.clone();
        }
        let found = self.users.iter().zip(needle.within_lines(&self.searched));
        found.filter_map(|(user, fits)| fits.then_some(*user)).collect()
    }
}

/// The names of a user's teams.
pub(super) fn teams(workspace: &Workspace, user: &User) -> String {
    let names = user.teams.iter().filter_map(|team| workspace.team(*team));
    names
        .map(|team| team.name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::ids::TeamId;
    use domain::people::Role;
    use domain::{Intent, Zone};
    use uuid::Uuid;

    use super::*;

    /// Zoë of team Berlin, who is an agent with a number, ana of team Austin, an admin, and Bo, an agent without one.
    fn company() -> Workspace {
        let mut workspace = Workspace::empty("Larkspur", Zone::UTC);
        let team = |id| TeamId::from(Uuid::from_u128(id));
        let agent = BTreeSet::from([Role::Agent]);
        let user =
            |id, first: &str, mail: &str, roles: &BTreeSet<Role>, team: Option<TeamId>| Intent::AddUser {
                user: UserId::from(Uuid::from_u128(id)),
                email: mail.to_owned(),
                first_name: first.to_owned(),
                last_name: "Lind".to_owned(),
                roles: roles.clone(),
                teams: team.into_iter().collect(),
            };
        let add_team = |id, name: &str| Intent::AddTeam {
            team: team(id),
            name: name.to_owned(),
            parent: None,
        };
        let number = "+1 312 555 0100".parse().unwrap();
        for intent in [
            Intent::SetSmsChat { on: true },
            add_team(1, "Berlin"),
            add_team(2, "Austin"),
            user(1, "Zoë", "c@larkspur.example", &agent, Some(team(1))),
            user(
                2,
                "ana",
                "b@larkspur.example",
                &BTreeSet::from([Role::Admin]),
                Some(team(2)),
            ),
            user(3, "Bo", "a@larkspur.example", &agent, None),
            Intent::AddNumber {
                number,
                label: "Desk".parse().unwrap(),
                direct: true,
                entered_as: number.to_string(),
                facts: None,
            },
            Intent::Assign {
                number,
                owner: Owner::Agent(UserId::from(Uuid::from_u128(1))),
                slot: None,
            },
        ] {
            workspace.apply(&intent).unwrap();
        }
        workspace
    }

    #[track_caller]
    fn check(sort: &str, typed: &str, expected: &[&str]) {
        let workspace = company();
        let found = Sorted::of(&workspace, sort).find(typed);
        let names: Vec<_> = found
            .iter()
            .map(|user| workspace.user(*user).unwrap().first_name.as_str())
            .collect();
        assert_eq!(names, expected, "{sort} {typed}");
    }

    #[test]
    fn the_address_names_the_order() {
        check("", "", &["ana", "Bo", "Zoë"]);
        check("-", "", &["Zoë", "Bo", "ana"]);
        check("no-such", "", &["ana", "Bo", "Zoë"]);
        check("mail", "", &["Bo", "ana", "Zoë"]);
        check("teams", "", &["Bo", "ana", "Zoë"]);
        check("-teams", "", &["Zoë", "ana", "Bo"]);
        check("numbers", "", &["Zoë", "ana", "Bo"]);
        check("deflection", "", &["ana", "Bo", "Zoë"]);
    }

    #[test]
    fn users_are_found_by_a_part_of_the_name_or_the_mail_in_any_order() {
        check("", "ZOË l", &["Zoë"]);
        check("-", "lind", &["Zoë", "Bo", "ana"]);
        check("mail", "@larkspur", &["Bo", "ana", "Zoë"]);
        check("", " b@ ", &["ana"]);
        check("", "nobody", &[]);
    }
}
