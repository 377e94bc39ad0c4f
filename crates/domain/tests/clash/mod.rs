//! A draft that was begun before others published.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each test file uses its part"
)]

use domain::conflict::{Choice, Class, Conflict, Rebase, Settled, find, settle};
use domain::intent::UserChange;
use domain::{Intent, Workspace};

use crate::company::*;

/// The company, what it is after others have published, and what a draft begun before does.
pub struct Case {
    pub base: Workspace,
    pub head: Workspace,
    pub mine: Vec<Intent>,
}

impl Case {
    pub fn new(theirs: &[Intent], mine: &[Intent]) -> Self {
        Self::on(company(), theirs, mine)
    }

    pub fn on(base: Workspace, theirs: &[Intent], mine: &[Intent]) -> Self {
        let mut head = base.clone();
        after(&mut head, theirs.iter().cloned()).unwrap();
        let mine = mine.to_vec();
        Self { base, head, mine }
    }

    pub fn find(&self) -> Rebase {
        find(&self.base, &self.head, &self.mine)
    }

    #[track_caller]
    pub fn only(&self, class: Class) -> Conflict {
        let rebase = self.find();
        assert_eq!(rebase.conflicts.len(), 1, "{:?}", rebase.conflicts);
        assert_eq!(rebase.conflicts[0].class, class);
        rebase.conflicts[0].clone()
    }

    #[track_caller]
    pub fn says(&self, class: Class, title: &str, sides: [&str; 3]) {
        let conflict = self.only(class);
        let names = [&self.head, &self.base];
        assert_eq!(conflict.title(&self.mine, &names), title);
        let words = [&conflict.base, &conflict.theirs, &conflict.mine].map(|value| value.words(&self.head));
        assert_eq!(words, sides);
    }

    /// The draft after the same choice for every conflict.
    pub fn choose(&self, choice: Choice) -> Settled {
        let rebase = self.find();
        let choices = vec![Some(choice); rebase.conflicts.len()];
        settle(&self.base, &self.head, &self.mine, &rebase, &choices)
    }

    /// The head with that draft in it.
    #[track_caller]
    pub fn end(&self, choice: Choice) -> Workspace {
        let settled = self.choose(choice);
        let mut end = self.head.clone();
        after(&mut end, settled.intents).unwrap();
        end
    }

    /// How many changes follow, are merged, and are there already.
    #[track_caller]
    pub fn goes_through(&self, expected: [usize; 3]) {
        let rebase = self.find();
        assert_eq!(rebase.conflicts, []);
        assert_eq!(
            [rebase.disjoint.len(), rebase.merged.len(), rebase.already.len()],
            expected
        );
    }
}

pub fn rename(id: u128, name: &str) -> Intent {
    Intent::RenameTeam {
        team: team(id),
        name: name.into(),
    }
}

pub fn deflect(id: u128, message: &str) -> Intent {
    Intent::SetTeamDeflection {
        team: team(id),
        deflection: Some(office("America/Chicago", message)),
    }
}

pub fn edit(id: u128, change: UserChange) -> Intent {
    Intent::EditUser {
        user: user(id),
        change,
    }
}

pub fn together(changes: &[Intent]) -> Intent {
    Intent::Bulk {
        title: "Both".into(),
        changes: changes.to_vec().into(),
    }
}

pub fn team_name(workspace: &Workspace, id: u128) -> &str {
    &workspace.team(team(id)).unwrap().name
}
