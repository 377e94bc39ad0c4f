//! What the desk knows: both configurations, and what was worked out of them.

use domain::draft::{Replayed, Trail};
use domain::impact::{Finding, Group, Groups, Impact};
use domain::{Intent, Workspace, Zone};

use crate::jobs::bulk::File;
use crate::protocol::Found;

/// Both sides and the latest results.
pub(crate) struct State {
    pub(crate) before: Workspace,
    pub(crate) after: Workspace,
    intents: Vec<Intent>,
    trail: Trail,
    /// The last impact that was worked out; of an older draft, unless it is current.
    pub(crate) impact: Option<Impact>,
    groups: Groups,
    is_current: bool,
    /// Of the published configuration and the last impact's horizon.
    pub(crate) published_findings: Option<Vec<Finding>>,
    /// Of the draft.
    pub(crate) findings: Option<Findings>,
    /// The bulk file at hand, tried on the published configuration.
    pub(crate) file: File,
}

/// What was found in the draft.
pub(crate) struct Findings {
    pub(crate) all: Vec<Found>,
    pub(crate) solved: usize,
}

impl Default for State {
    fn default() -> Self {
        let nothing = Workspace::empty("", Zone::UTC);
        Self {
            before: nothing.clone(),
            trail: Trail::new(nothing.clone()),
            after: nothing,
            intents: Vec::new(),
            impact: None,
            groups: Groups::default(),
            is_current: false,
            published_findings: None,
            findings: None,
            file: File::default(),
        }
    }
}

impl State {
    pub(crate) fn open(&mut self, workspace: Workspace) {
        self.after = workspace.clone();
        self.trail = Trail::new(workspace.clone());
        self.before = workspace;
        self.intents.clear();
        self.published_findings = None;
        self.file.outdate();
        self.outdate();
    }

    /// What cannot be applied is passed over, as when a draft is replayed; how many those are is handed back.
    pub(crate) fn change(&mut self, keep: usize, intents: Vec<Intent>) -> usize {
        self.trail.forget_after(keep);
        self.intents.truncate(keep);
        self.intents.extend(intents);
        let Replayed {
            workspace, refused, ..
        } = self.trail.go_to(&self.intents);
        self.after = workspace;
        self.outdate();
        refused.len()
    }

    /// The impact of the draft as it is, if it was worked out.
    pub(crate) fn current(&self) -> Option<&Impact> {
        self.impact.as_ref().filter(|_| self.is_current)
    }

    pub(crate) fn set_impact(&mut self, impact: Impact) {
        let horizon = self.impact.as_ref().map(Impact::horizon);
        if horizon != Some(impact.horizon()) {
            self.published_findings = None;
        }
        self.groups.follow(&impact);
        self.impact = Some(impact);
        self.is_current = true;
        self.findings = None;
    }

    /// The groups of the draft as it is; none until they were worked out.
    pub(crate) fn groups(&self) -> &[Group] {
        if self.is_current { self.groups.all() } else { &[] }
    }

    /// The impact and its groups are kept: the next ones are worked out from them.
    fn outdate(&mut self) {
        self.is_current = false;
        self.findings = None;
    }
}
