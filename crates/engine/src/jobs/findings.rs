//! What to look at in the draft, and which of it the draft brings.

use std::collections::{BTreeMap, BTreeSet};

use domain::impact::{Finding, FindingKind, FindingsRun, Progress};
use serde::{Deserialize, Serialize};

use super::{Job, Step, nothing};
use crate::protocol::{Answer, FindingsPage, Found, Page, SortCount};
use crate::state::{Findings, State};

/// Records a step looks at.
const RECORDS: usize = 50;

/// A sort of finding, the most pressing first: [`FindingKind`] without the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "`FindingKind` says what each is")]
pub enum FindingSort {
    NoOwner,
    AgentMissing,
    QueueWithoutAgents,
    NeverOpen,
    PromiseBroken,
    SilentQueue,
    IdleOverride,
    UnusedTeamSetting,
    NoPersonalQueue,
    LongText,
}

impl FindingSort {
    /// The sort of a finding.
    pub fn of(kind: &FindingKind) -> Self {
        match kind {
            FindingKind::NoOwner { .. } => Self::NoOwner,
            FindingKind::AgentMissing { .. } => Self::AgentMissing,
            FindingKind::QueueWithoutAgents { .. } => Self::QueueWithoutAgents,
            FindingKind::NeverOpen { .. } => Self::NeverOpen,
            FindingKind::PromiseBroken { .. } => Self::PromiseBroken,
            FindingKind::SilentQueue { .. } => Self::SilentQueue,
            FindingKind::IdleOverride { .. } => Self::IdleOverride,
            FindingKind::UnusedTeamSetting { .. } => Self::UnusedTeamSetting,
            FindingKind::NoPersonalQueue { .. } => Self::NoPersonalQueue,
            FindingKind::LongText { .. } => Self::LongText,
        }
    }
}

/// The published configuration first, unless it was looked at before, then the draft.
struct FindingsJob {
    published: Option<FindingsRun>,
    draft: Option<FindingsRun>,
    sort: Option<FindingSort>,
    page: Page,
}

pub(super) fn begin(state: &State, sort: Option<FindingSort>, page: Page) -> Box<dyn Job> {
    let Some(impact) = state.current() else {
        return nothing();
    };
    let run = |workspace| FindingsRun::new(workspace, impact.horizon());
    let is_missing = state.findings.is_none();
    Box::new(FindingsJob {
        published: (is_missing && state.published_findings.is_none()).then(|| run(&state.before)),
        draft: is_missing.then(|| run(&state.after)),
        sort,
        page,
    })
}

impl Job for FindingsJob {
    fn step(&mut self, state: &mut State) -> Step {
        if let Some(progress) = step(&mut self.published, &mut state.published_findings) {
            return Step::Going(progress);
        }
        let mut found = None;
        if let Some(progress) = step(&mut self.draft, &mut found) {
            return Step::Going(progress);
        }
        if let Some(found) = found {
            let published = state.published_findings.as_deref().unwrap_or_default();
            state.findings = Some(compared(published, &found));
        }
        Step::Done(match &state.findings {
            Some(findings) => Answer::Findings(page_of(findings, self.sort, self.page)),
            None => Answer::Nothing,
        })
    }
}

/// A step of a run that is not done yet; what a run has found when it is.
fn step(run: &mut Option<FindingsRun>, found: &mut Option<Vec<Finding>>) -> Option<Progress> {
    if let Some(run) = run.as_mut().filter(|run| !run.is_done()) {
        return Some(run.step(RECORDS));
    }
    if let Some(run) = run.take() {
        *found = Some(run.finish());
    }
    None
}

fn compared(published: &[Finding], draft: &[Finding]) -> Findings {
    let kinds = |findings: &[Finding]| findings.iter().map(|one| one.kind).collect::<BTreeSet<_>>();
    let (known, left) = (kinds(published), kinds(draft));
    let found = |&finding: &Finding| Found {
        finding,
        new: !known.contains(&finding.kind),
    };
    Findings {
        all: draft.iter().map(found).collect(),
        solved: known.difference(&left).count(),
    }
}

fn page_of(findings: &Findings, sort: Option<FindingSort>, page: Page) -> FindingsPage {
    let mut sorts: BTreeMap<FindingSort, SortCount> = BTreeMap::new();
    let mut items = Vec::new();
    for found in &findings.all {
        let of = FindingSort::of(&found.finding.kind);
        let count = sorts.entry(of).or_insert(SortCount {
            sort: of,
            total: 0,
            new: 0,
        });
        let is_asked = sort.is_none_or(|sort| sort == of);
        if is_asked && (page.skip..page.skip.saturating_add(page.take)).contains(&count.total) {
            items.push(*found);
        }
        count.total += 1;
        count.new += usize::from(found.new);
    }
    FindingsPage {
        sorts: sorts.into_values().collect(),
        solved: findings.solved,
        items,
    }
}
