//! The hours of each team today, live beside the draft, and what its numbers do now.

use domain::Workspace;
use domain::ids::TeamId;
use domain::routing::team_standing;
use leptos::prelude::*;

use crate::parts::now::State;
use crate::parts::strip::{Strip, Window};
use crate::paths::{Page, query};
use crate::session::{Session, each_minute};
use crate::ui::Section;
use crate::words;

/// How many teams are shown; the others are on their page.
const SHOWN: usize = 8;

/// Teams that have members, by name.
fn teams(workspace: &Workspace) -> Vec<(TeamId, String)> {
    let teams = workspace.teams();
    let teams = teams.filter(|team| workspace.members(team.id).next().is_some());
    let mut teams: Vec<_> = teams.map(|team| (team.id, team.name.clone())).collect();
    teams.sort_by_cached_key(|(_, name)| name.to_lowercase());
    teams
}

/// A line a team; nothing while no team has members.
#[component]
pub(super) fn CoverageToday() -> impl IntoView {
    let session = expect_context::<Session>();
    let at = each_minute();
    let window = Memo::new(move |_| Window::day(&session.workspace().read(), at.get()));
    let found = Memo::new(move |_| teams(&session.workspace().read()));
    let zone = Memo::new(move |_| session.workspace().read().settings().hours.zone());
    let text = Signal::derive(move || format!("{}. The line is now.", words::moment(at.get(), zone.get())));
    let row = move |(team, name): (TeamId, String)| {
        let line = move || {
            let (live, draft) = (session.head(), session.workspace());
            let (live, draft) = (live.read(), draft.read());
            let (window, at) = (window.get(), at.get());
            let [was, is] = [&live.workspace, &draft].map(|side| team_standing(side, team));
            let (before, after) = (
                window.stretches(&was, &live.workspace),
                window.stretches(&is, &draft),
            );
            let state = State::of(&is.moment(draft.holidays(), at), at);
            view! {
                <td class="mid">{Strip::of(&before, &after, window).view(window, at)}</td>
                <td><span class=state.class>{state.words}</span></td>
            }
        };
        let href = Page::Teams.with(&[(query::EDIT, &team.to_string())]);
        view! {
            <tr>
                <th scope="row" class="cell-number"><a class="link" href=href>{name}</a></th>
                {line}
            </tr>
        }
    };
    let more = move || {
        let more = found.read().len().saturating_sub(SHOWN);
        let more = (more > 0).then(|| words::count(more, "more team", "more teams"))?;
        Some(view! { <p><a class="link" href=Page::Teams.path()>{more}</a></p> })
    };
    let table = move || {
        let rows = found.get().into_iter().take(SHOWN).map(row).collect_view();
        view! {
            <Section title="Coverage today" text>
                <div class="table-frame boxed">
                    <table class="table plain today">
                        <caption class="visually-hidden">"When the agents of each team answer today, in the open draft"</caption>
                        <thead>
                            <tr>
                                <th scope="col">"Team"</th>
                                <th scope="col" class="mid w-day">
                                    <span class="visually-hidden">"Today"</span>
                                    <span class="day-axis" aria-hidden="true">
                                        <span>"00"</span><span>"06"</span><span>"12"</span><span>"18"</span><span>"24"</span>
                                    </span>
                                </th>
                                <th scope="col">"Now"</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {more}
            </Section>
        }
    };
    let is_any = Memo::new(move |_| !found.read().is_empty());
    view! { <Show when=move || is_any.get()>{table}</Show> }
}

#[cfg(test)]
mod tests {
    use domain::{Intent, Zone};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn only_teams_with_members_stand_there_by_name() {
        let mut workspace = Workspace::empty("Larkspur", Zone::UTC);
        assert_eq!(teams(&workspace), []);
        let team = |place| TeamId::from(Uuid::from_u128(place));
        for (place, name) in [(1, "West"), (2, "east"), (3, "Nobody yet")] {
            workspace
                .apply(&Intent::AddTeam {
                    team: team(place),
                    name: name.to_owned(),
                    parent: None,
                })
                .unwrap();
        }
        workspace
            .apply(&Intent::AddUser {
                user: Uuid::from_u128(9).into(),
                first_name: "Ann".to_owned(),
                last_name: String::new(),
                email: "ann@larkspur.example".to_owned(),
                roles: [domain::people::Role::Agent].into(),
                teams: [team(1), team(2)].into(),
            })
            .unwrap();
        let names: Vec<_> = teams(&workspace).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["east", "West"]);
    }
}
