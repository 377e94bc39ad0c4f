//! Users & Teams → Teams: the tree of teams, each with the level its deflection comes from (F10), **Add a team** (S6).

mod add;
mod affected;
mod deflections;
mod edit;

use std::collections::HashSet;

use domain::deflection::effective_for_team;
use domain::ids::TeamId;
use domain::number::Owner;
use domain::{Intent, Workspace};
use leptos::prelude::*;

use crate::forms::team::followers;
use crate::pages::address::query_value;
use crate::pages::users::{Found, UsersFound};
use crate::parts::ask_delete::AskDelete;
use crate::parts::level::LevelBadge;
use crate::parts::page_head::PageHead;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{
    Button, ButtonKind, EmptyState, Icon, IconButton, IconName, Menu, MenuEntry, MenuItem, SearchBox,
    TableHead, VirtualTable, by_key,
};
use crate::words;

/// The page.
#[component]
pub fn Teams() -> impl IntoView {
    let session = expect_context::<Session>();
    let (search, set_search) = query_value(query::SEARCH);
    let (edit, set_edit) = query_value(query::EDIT);
    let rows = Memo::new(move |_| tree(&session.workspace().read(), &search.read()));
    let total = move || session.workspace().read().teams().len();
    let matching = move || rows.read().iter().filter(|row| row.matches).count();
    let editing = Memo::new(move |_| {
        let id = edit.read().parse::<TeamId>().ok()?;
        session.workspace().read().team(id).is_some().then_some(id)
    });
    // Inside which team, if any.
    let adding = RwSignal::new(None::<Option<TeamId>>);
    let deleting = RwSignal::new(None::<TeamId>);
    let actions = Actions {
        open: Callback::from(move |team: TeamId| set_edit.run((team.to_string(),))),
        add_inside: Callback::from(move |team: TeamId| adding.set(Some(Some(team)))),
        delete: Callback::from(move |team: TeamId| deleting.set(Some(team))),
    };
    let add_button = move || {
        view! { <Button kind=ButtonKind::Primary on_press=move || adding.set(Some(None))>"Add a team"</Button> }
    };
    let close = Callback::new(move |()| set_edit.run((String::new(),)));
    let text = Signal::derive(move || {
        format!(
            "{}. A sub-team without settings of its own takes those of the team around it.",
            words::count(total(), "team", "teams")
        )
    });
    // The product looks for an agent here as well (F6, A5).
    let users = Found::of(session, search);
    let title = Signal::derive(move || {
        if total() == 0 {
            "No teams yet"
        } else {
            "No team or user matches"
        }
        .to_owned()
    });
    view! {
        <PageHead title="Teams" text actions=add_button />
        <div class="toolbar" role="search" aria-label="Filter teams">
            <SearchBox label="Filter by name" placeholder="Team or agent" value=search on_input=set_search />
            <span class="sum">{move || format!("{} of {}", words::digits(matching()), words::digits(total()))}</span>
        </div>
        <Show when=move || !rows.read().is_empty()><List rows actions /></Show>
        <UsersFound found=users />
        <Show when=move || rows.read().is_empty() && users.is_empty()>
            <EmptyState icon=IconName::Users title text="Add a team, or clear the filter." />
        </Show>
        {move || editing.get().map(|team| view! { <edit::EditTeam team on_close=close /> })}
        {move || adding.get().map(|parent| view! { <add::AddTeam parent on_close=move || adding.set(None) /> })}
        {move || deleting.get().map(|team| delete_question(session, team, Callback::new(move |()| deleting.set(None))))}
    }
}

/// What the page does for a row.
#[derive(Clone, Copy)]
struct Actions {
    /// The pencil.
    open: Callback<(TeamId,)>,
    /// **Add a team** inside this one.
    add_inside: Callback<(TeamId,)>,
    /// Asks before it deletes.
    delete: Callback<(TeamId,)>,
}

/// Asks before a team is deleted, and lists what goes along.
fn delete_question(session: Session, team: TeamId, on_close: Callback<()>) -> impl IntoView {
    let workspace = session.workspace();
    let workspace = workspace.read_untracked();
    let (agents, _) = followers(&workspace, team);
    let numbers = agents
        .into_iter()
        .flat_map(|agent| workspace.numbers_of(Owner::Agent(agent)));
    let numbers: Vec<_> = numbers.map(|number| number.number).collect();
    view! {
        <AskDelete
            what=format!("team {}", team_name(&workspace, team))
            intent=Intent::RemoveTeam { team }
            alone="It has no members, no sub-teams and no queues: nothing else goes along."
            with_others="This goes along with it. Its members follow the settings that are left for them."
            numbers
            on_close
        />
    }
}

/// A team in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Row {
    team: TeamId,
    depth: u16,
    /// Whether it is shown for itself, not for a team inside it.
    matches: bool,
}

/// The teams whose name has the words, with the teams around them, from the top down and by name.
fn tree(workspace: &Workspace, words: &str) -> Vec<Row> {
    let wanted = words.trim().to_lowercase();
    let matching: HashSet<TeamId> = workspace
        .teams()
        .filter(|team| team.name.to_lowercase().contains(&wanted))
        .map(|team| team.id)
        .collect();
    let shown: HashSet<TeamId> = matching
        .iter()
        .flat_map(|&team| workspace.ancestry(team).map(|team| team.id))
        .collect();
    let by_name = |mut teams: Vec<(String, TeamId)>| {
        // The last is taken first.
        teams.sort_unstable_by(|a, b| b.cmp(a));
        teams
    };
    let top = workspace.teams().filter(|team| team.parent.is_none());
    let mut waiting: Vec<(TeamId, u16)> = by_name(top.map(|team| (team.name.clone(), team.id)).collect())
        .into_iter()
        .map(|(_, team)| (team, 0))
        .collect();
    let mut rows = Vec::new();
    while let Some((team, depth)) = waiting.pop() {
        if shown.contains(&team) {
            rows.push(Row {
                team,
                depth,
                matches: matching.contains(&team),
            });
            let inside = by_name(
                workspace
                    .sub_teams(team)
                    .map(|team| (team.name.clone(), team.id))
                    .collect(),
            );
            waiting.extend(inside.into_iter().map(|(_, team)| (team, depth + 1)));
        }
    }
    rows
}

#[component]
fn List(rows: Memo<Vec<Row>>, actions: Actions) -> impl IntoView {
    let session = expect_context::<Session>();
    let name = move |row: Row| team_name(&session.workspace().read_untracked(), row.team);
    view! {
        <VirtualTable
            caption="Teams as they stand in the open draft"
            rows
            row_name=name
            cells=by_key(move |row: Row| view! { <Cells row session actions /> })
            on_open=move |row: Row| actions.open.run((row.team,))
        >
            <TableHead slot>
                <th scope="col">"Team"</th>
                <th scope="col" class="num mid">"Members"</th>
                <th scope="col">"Agent SMS deflections"</th>
                <th scope="col" class="mid">"From"</th>
                <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
            </TableHead>
        </VirtualTable>
    }
}

#[component]
fn Cells(row: Row, session: Session, actions: Actions) -> impl IntoView {
    let team = row.team;
    let name = Memo::new(move |_| team_name(&session.workspace().read(), team));
    let effective = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let effective = effective_for_team(&workspace, team);
        let state = match effective.reply() {
            Some(reply) => format!(
                "ON, {} a week",
                words::duration(reply.schedule.open_minutes_a_week())
            ),
            None => "OFF".to_owned(),
        };
        (effective.level, effective.level.name(&workspace), state)
    });
    let members = move || session.workspace().read().members(team).count();
    view! {
        <th scope="row" class="tree" style:--depth=row.depth.to_string()>{move || name.get()}</th>
        <td class="num mid">{move || words::digits(members())}</td>
        <td><LevelBadge level=Signal::derive(move || effective.read().0) plain=true />" "{move || effective.read().2.clone()}</td>
        <td class="mid muted">{move || effective.read().1.clone()}</td>
        <td class="cell-act">
            <div>
                <IconButton
                    name=IconName::Pencil
                    label=Signal::derive(move || format!("Edit {}", name.get()))
                    on_press=move || actions.open.run((team,))
                />
                <Menu
                    label=Signal::derive(move || format!("Options for {}", name.get()))
                    entries=move |()| options(actions, team)
                >
                    <Icon name=IconName::Dots />
                </Menu>
            </div>
        </td>
    }
}

/// What can be done with a team.
fn options(actions: Actions, team: TeamId) -> Vec<MenuEntry> {
    vec![
        MenuItem::new("Edit team", move || actions.open.run((team,)))
            .icon(IconName::Pencil)
            .entry(),
        MenuItem::new("Add a team inside", move || actions.add_inside.run((team,)))
            .icon(IconName::Plus)
            .entry(),
        MenuEntry::Line,
        MenuItem::new("Delete…", move || actions.delete.run((team,)))
            .icon(IconName::Trash)
            .danger()
            .entry(),
    ]
}

fn team_name(workspace: &Workspace, team: TeamId) -> String {
    workspace
        .team(team)
        .map(|team| team.name.clone())
        .unwrap_or_default()
}
