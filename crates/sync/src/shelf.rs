//! The drafts beside the open one: how they are kept, for how long, and what becomes of steps that two tabs wrote at once.

use chrono::{DateTime, TimeDelta, Utc};
use domain::draft::{Content, Settling, Step};
use domain::ids::DraftId;
use domain::{Draft, Intent};
use serde::{Deserialize, Serialize};

/// How long a discarded draft can be restored.
pub const KEEP_DAYS: i64 = 30;

/// A draft's record; what is in it stands in its log. Records of the first version have neither note nor bin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRecord {
    /// The admin's name for it.
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub note: String,
    /// The revision it starts from.
    pub base: u64,
    /// Whether it is part of the head now.
    pub published: bool,
    /// When it was discarded, if it was.
    #[serde(default)]
    pub discarded_at: Option<DateTime<Utc>>,
}

impl DraftRecord {
    /// The record of a draft.
    pub fn of(draft: &Draft, published: bool, discarded_at: Option<DateTime<Utc>>) -> Self {
        Self {
            name: draft.name.clone(),
            note: draft.note.clone(),
            base: draft.begun(),
            published,
            discarded_at,
        }
    }

    /// The same where the publication that would have made a revision came second and never was: begun on that one or on
    /// a later one, the draft stands on the last revision before it. None where it was begun earlier.
    #[must_use]
    pub fn without(&self, lost: u64) -> Option<Self> {
        (self.base >= lost).then(|| Self {
            base: lost.saturating_sub(1),
            ..self.clone()
        })
    }

    /// The draft that its log makes.
    pub fn draft(&self, id: DraftId, log: Vec<Step>) -> Kept {
        let mut draft = Draft::new(id, &self.name, self.base);
        draft.note.clone_from(&self.note);
        let steps = log.len();
        for step in log {
            draft.take(step);
        }
        Kept {
            draft,
            steps,
            discarded_at: self.discarded_at,
        }
    }
}

/// A draft that is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The draft.
    pub draft: Draft,
    /// How many steps its log has.
    pub steps: usize,
    /// When it was discarded, if it was.
    pub discarded_at: Option<DateTime<Utc>>,
}

impl Kept {
    /// A draft whose log is its changes and nothing else; how it came to its base is forgotten.
    pub fn afresh(draft: Draft) -> Self {
        let intents = draft.intents().to_vec();
        Self::anew(draft.with_intents(intents))
    }

    /// A draft in which nothing was undone or settled yet.
    pub fn anew(draft: Draft) -> Self {
        Self {
            steps: steps(&draft).len(),
            draft,
            discarded_at: None,
        }
    }

    /// Whole days in which it can still be restored; none once they are over.
    pub fn days_left(&self, now: DateTime<Utc>) -> Option<i64> {
        let gone = now - self.discarded_at?;
        let left = TimeDelta::days(KEEP_DAYS) - gone;
        (left > TimeDelta::zero()).then(|| (left - TimeDelta::milliseconds(1)).num_days() + 1)
    }

    /// Whether it was discarded so long ago that it goes for good.
    pub fn is_lapsed(&self, now: DateTime<Utc>) -> bool {
        self.discarded_at.is_some() && self.days_left(now).is_none()
    }
}

/// The log of a draft that is its changes and nothing else.
pub fn steps(draft: &Draft) -> Vec<Step> {
    let comes_with = !draft.parked().is_empty() || draft.base != draft.begun();
    let brought = comes_with.then(|| Step::Settle {
        what: Settling::Brought,
        content: Box::new(Content {
            base: draft.base,
            intents: Vec::new(),
            parked: draft.parked().to_vec(),
        }),
    });
    let done = draft.intents().iter().map(|intent| Step::Do {
        intent: Box::new(intent.clone()),
    });
    brought.into_iter().chain(done).collect()
}

/// A step where the publication that would have made a revision came second and never was: what was looked at on that one
/// or on a later one was looked at on the last revision before it. None where the step says nothing of those.
#[must_use]
pub fn without(step: &Step, lost: u64) -> Option<Step> {
    let Step::Settle { what, content } = step else {
        return None;
    };
    let stand = |base: u64| base.min(lost.saturating_sub(1));
    let mut content = content.clone();
    content.base = stand(content.base);
    for parked in &mut content.parked {
        parked.base = parked.base.map(stand);
    }
    let step_without = Step::Settle { what: *what, content };
    (step_without != *step).then_some(step_without)
}

/// What steps come to that could not be written because another tab wrote to the same draft first: the changes that are
/// put behind those of the other tab. An undo that reached further back than they do is not carried out, since it would
/// now take back what the other tab did.
pub fn settle(pending: &[Step]) -> Vec<Intent> {
    let mut mine = Draft::new(uuid::Uuid::nil().into(), "", 0);
    // Undos that reached further back: those are redone first.
    let mut beyond = 0_usize;
    for step in pending {
        match step {
            Step::Undo if !mine.can_undo() => beyond += 1,
            Step::Redo if beyond > 0 => beyond -= 1,
            // What was settled was the draft without the other tab's changes: the person looks at both together.
            Step::Settle { what, .. } => {
                beyond = 0;
                let content = Box::new(mine.content());
                mine.take(Step::Settle { what: *what, content });
            }
            Step::Do { .. } => {
                beyond = 0;
                mine.take(step.clone());
            }
            step => mine.take(step.clone()),
        }
    }
    mine.intents().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> DraftId {
        uuid::Uuid::from_u128(1).into()
    }

    fn on(on: bool) -> Intent {
        Intent::SetSmsChat { on }
    }

    fn done(intent: Intent) -> Step {
        Step::Do {
            intent: Box::new(intent),
        }
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_record_of_the_first_version_is_read() {
        let record: DraftRecord =
            serde_json::from_str(r#"{"name":"Winter","base":3,"published":false}"#).unwrap();
        let kept = record.draft(id(), vec![done(on(true))]);
        assert_eq!(
            (kept.draft.name.as_str(), kept.draft.base, kept.steps),
            ("Winter", 3, 1)
        );
        assert_eq!((kept.draft.note.as_str(), kept.discarded_at), ("", None));
        assert_eq!(kept.draft.intents(), [on(true)]);
    }

    #[test]
    fn a_record_comes_back_as_it_was() {
        let mut draft = Draft::new(id(), "Winter", 3);
        draft.note = "For the board".into();
        let record = DraftRecord::of(&draft, false, Some(at("2026-10-01T00:00:00Z")));
        let text = serde_json::to_string(&record).unwrap();
        assert_eq!(serde_json::from_str::<DraftRecord>(&text).unwrap(), record);
        assert_eq!(record.draft(id(), Vec::new()).draft, draft);
    }

    #[test]
    fn a_discarded_draft_is_kept_for_thirty_days() {
        let mut kept = Kept::afresh(Draft::new(id(), "Winter", 1));
        let left = |kept: &Kept, now: &str| (kept.days_left(at(now)), kept.is_lapsed(at(now)));
        assert_eq!(left(&kept, "2036-10-01T00:00:00Z"), (None, false));
        kept.discarded_at = Some(at("2026-10-01T00:00:00Z"));
        assert_eq!(left(&kept, "2026-10-01T00:00:00Z"), (Some(30), false));
        assert_eq!(left(&kept, "2026-10-30T23:59:59.999Z"), (Some(1), false));
        assert_eq!(left(&kept, "2026-10-31T00:00:00Z"), (None, true));
    }

    #[test]
    fn what_stood_on_a_lost_publication_stands_on_the_revision_before_it() {
        let record = |base| DraftRecord::of(&Draft::new(id(), "Winter", base), false, None);
        let base = |begun, lost| record(begun).without(lost).map(|record| record.base);
        assert_eq!(
            (base(4, 5), base(5, 5), base(7, 5), base(0, 0)),
            (None, Some(4), Some(4), Some(0))
        );
        let reviewed = |base, parked| Step::Settle {
            what: Settling::Reviewed,
            content: Box::new(Content {
                base,
                intents: vec![on(true)],
                parked: vec![domain::draft::Parked {
                    intent: on(false),
                    reason: "why".into(),
                    base: parked,
                }],
            }),
        };
        assert_eq!(without(&reviewed(4, Some(4)), 5), None);
        assert_eq!(without(&reviewed(4, None), 5), None);
        assert_eq!(without(&reviewed(5, Some(3)), 5), Some(reviewed(4, Some(3))));
        assert_eq!(without(&reviewed(4, Some(6)), 5), Some(reviewed(4, Some(4))));
        assert_eq!(without(&done(on(true)), 5), None);
        // The draft that comes of both meets what was published in its place.
        let log = [reviewed(5, None)].map(|step| without(&step, 5).unwrap_or(step));
        let kept = record(5).without(5).unwrap().draft(id(), log.into());
        assert_eq!((kept.draft.begun(), kept.draft.base), (4, 4));
    }

    #[test]
    fn steps_of_two_tabs_never_undo_each_other() {
        assert_eq!(settle(&[done(on(true)), done(on(false))]), [on(true), on(false)]);
        assert_eq!(settle(&[done(on(true)), Step::Undo, Step::Redo]), [on(true)]);
        // The first undo meant what stood before; the other tab's change stands there now.
        assert_eq!(settle(&[Step::Undo, done(on(true))]), [on(true)]);
        assert_eq!(settle(&[done(on(true)), Step::Undo, Step::Undo]), []);
        // The redo brings back what the second undo took, which was the other tab's.
        let back = [done(on(true)), Step::Undo, Step::Undo, Step::Redo];
        assert_eq!(settle(&back), []);
        assert_eq!(settle(&[&back[..], &[Step::Redo]].concat()), [on(true)]);
        assert_eq!(
            settle(&[Step::Undo, done(on(true)), Step::Undo, Step::Redo]),
            [on(true)]
        );
    }

    #[test]
    fn what_is_set_aside_goes_along_with_a_draft() {
        let mut draft = Draft::new(id(), "Winter", 1);
        draft.take(done(on(true)));
        let parked = domain::draft::Parked {
            intent: on(false),
            reason: "why".into(),
            base: None,
        };
        let mut content = draft.content();
        content.base = 4;
        content.parked.push(parked.clone());
        let settled = Step::Settle {
            what: Settling::Settled(1),
            content: Box::new(content),
        };
        draft.take(settled.clone());
        // The record says where the log begins; the log leads on from there.
        assert_eq!((draft.base, DraftRecord::of(&draft, false, None).base), (4, 1));
        let kept = Kept::afresh(draft);
        let again = DraftRecord::of(&kept.draft, false, None).draft(id(), steps(&kept.draft));
        assert_eq!(again, kept);
        assert_eq!(
            (again.draft.base, again.draft.parked(), again.steps),
            (4, &[parked][..], 2)
        );
        // Undo never reaches back behind what was brought along.
        let mut undone = again.draft;
        undone.take(Step::Undo);
        assert!(!undone.can_undo());
        undone.take(Step::Undo);
        assert_eq!((undone.parked().len(), undone.intents()), (1, &[][..]));
        // Settled without the other tab's changes: to be looked at again.
        assert_eq!(
            settle(&[done(on(true)), settled, done(on(false))]),
            [on(true), on(false)]
        );
    }

    #[test]
    fn a_draft_afresh_has_nothing_to_redo() {
        let mut draft = Draft::new(id(), "Winter", 1);
        for step in [done(on(true)), done(on(false)), Step::Undo] {
            draft.take(step);
        }
        let kept = Kept::afresh(draft);
        assert_eq!((kept.steps, kept.draft.last_undone()), (1, None));
    }
}
