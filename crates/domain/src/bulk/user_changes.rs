//! What makes one user another.

use crate::intent::{Intent, UserChange};
use crate::people::User;

use super::row::blank_user;

/// Adds what turns the user before the file, if there was one, into the user after it.
pub(super) fn add(before: Option<&User>, mut after: User, edits: &mut Vec<Intent>) {
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
        fresh = blank_user("");
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
