//! What a row of the list says of a user, written into its places in one go, as `numbers/line.rs` does.

use domain::Workspace;
use domain::deflection::{Level, effective};
use domain::ids::UserId;
use domain::number::Owner;
use leptos::prelude::*;

use super::rows::teams;
use crate::parts::level::level_icon;
use crate::ui::{Tag, Written, WrittenIcon, WrittenText, tell, write_changed};

/// The columns of a user; of one that has just gone they are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) name: String,
    is_inactive: bool,
    email: String,
    teams: String,
    numbers: String,
    /// Of an agent: the level that decides, and whether texts are deflected.
    deflection: Option<(Level, bool)>,
}

impl Line {
    /// Of a user of the draft.
    pub(super) fn of(draft: &Workspace, id: UserId) -> Self {
        let Some(user) = draft.user(id) else {
            return Self::default();
        };
        let printed: Vec<_> = draft
            .numbers_of(Owner::Agent(id))
            .map(|number| number.printed())
            .collect();
        let deflection = user.is_agent().then(|| {
            let effective = effective(draft, id);
            (effective.level, effective.reply().is_some())
        });
        Self {
            name: user.name(),
            is_inactive: !user.active,
            email: user.email.clone(),
            teams: teams(draft, user),
            numbers: if printed.is_empty() {
                "–".to_owned()
            } else {
                printed.join(", ")
            },
            deflection,
        }
    }

    fn texts(&self) -> [&str; 6] {
        let (level, state) = match self.deflection {
            Some((level, is_on)) => (level.badge(), if is_on { " ON" } else { " OFF" }),
            None => ("", ""),
        };
        [&self.name, &self.email, &self.teams, &self.numbers, level, state]
    }
}

/// The places of a line.
#[derive(Clone, Default)]
pub(super) struct Cells {
    name: Written,
    email: Written,
    teams: Written,
    // Once in a column, once under the name.
    numbers: [Written; 2],
    icon: WrittenIcon,
    level: Written,
    state: Written,
    is_inactive: ArcRwSignal<bool>,
}

impl Cells {
    /// Shows another line than the last one.
    pub(super) fn write(&self, last: Option<&Line>, line: &Line) {
        let places: [&[Written]; 6] = [
            &[self.name],
            &[self.email],
            &[self.teams],
            &self.numbers,
            &[self.level],
            &[self.state],
        ];
        write_changed(last.map(Line::texts), line.texts(), places);
        let level = |line: &Line| line.deflection.map(|(level, _)| level);
        if last.is_none_or(|last| level(last) != level(line)) {
            self.icon.write(level(line).map(level_icon));
        }
        tell(&self.is_inactive, line.is_inactive);
    }

    /// All cells but that of the three dots.
    pub(super) fn view(&self) -> impl IntoView + use<> {
        let [numbers, under] = self.numbers;
        let is_inactive = self.is_inactive.clone();
        let inactive = move || is_inactive.get().then(|| view! { <Tag word="Inactive" /> });
        view! {
            <th scope="row" class="cell-number">
                <WrittenText at=self.name />
                <span class="tags">{inactive}</span>
                <WrittenText at=under class="sub" />
            </th>
            <td class="late"><WrittenText at=self.email /></td>
            <td class="mid clip"><WrittenText at=self.teams /></td>
            <td class="mid"><WrittenText at=numbers /></td>
            <td>
                <span class="level">{self.icon.view()}<WrittenText at=self.level /></span>
                <WrittenText at=self.state />
            </td>
        }
    }
}
