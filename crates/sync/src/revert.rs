//! Taking a publication back: the changes that give every field it wrote the value from before, as far as nothing
//! later wrote it too. What stays as it is, is told with the reason; nothing is overwritten in silence.

mod merge;
mod numbers;
mod people;
mod queues;
mod settings;
mod want;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use domain::{Intent, Workspace};

use crate::audit::{Changed, How, Record, changed, changes, is_there, targets_of};
use want::Want;

/// Each round undoes what stood in the way of the next; deeper than this nothing hangs together.
const ROUNDS: usize = 8;

/// How to take a publication back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revert {
    /// The changes, in an order in which they can be made.
    pub intents: Vec<Intent>,
    /// What they bring about.
    pub changes: Vec<Changed>,
    /// What stays other than it was before the publication.
    pub left: Vec<Left>,
}

/// A field, or a whole record, that is not as it was before the publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The record.
    pub record: Record,
    /// Its name.
    pub name: String,
    /// The field; none stands for the whole record.
    pub field: Option<Cow<'static, str>>,
    /// What it was before the publication, and what it stays; empty where there is nothing.
    pub before: String,
    /// What it stays.
    pub now: String,
    /// Why.
    pub why: Why,
}

/// Why something is not taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was written again later.
    ChangedLater,
    /// A rule stands against it, in words where there are any.
    Refused(Option<String>),
}

type Phase = fn(&Workspace, &Want) -> Vec<Intent>;

/// What is needed first comes first; what only lets go comes before what takes, and what goes comes last.
const PHASES: &[Phase] = &[
    settings::first,
    settings::pins,
    settings::holidays,
    settings::hours,
    people::teams,
    people::users,
    numbers::release,
    queues::content,
    numbers::all,
    numbers::beside,
    queues::gone,
    people::gone,
    settings::gone,
    settings::last,
];

/// The way back from `after` to `before`, made on a head that came later.
pub fn revert(before: &Workspace, after: &Workspace, head: &Workspace) -> Revert {
    let mut want = Want::of(before, after, head);
    let mut run = Run::of(head, &want);
    let mut why = BTreeMap::new();
    // A number that would be left with nobody stays with whom it is; that may stand in the way of something else.
    loop {
        let in_vain = numbers::released_in_vain(head, &run.workspace, &want);
        if in_vain.is_empty() {
            break;
        }
        for number in in_vain {
            let record = Record::Number(number);
            why.extend(
                run.refused
                    .get(&record)
                    .map(|sentence| (record, sentence.clone())),
            );
            want.staying.insert(number);
        }
        run = Run::of(head, &want);
    }
    run.refused.extend(why);
    let left = left(before, after, head, &run);
    Revert {
        changes: changes(head, &run.workspace),
        intents: run.intents,
        left,
    }
}

struct Run {
    workspace: Workspace,
    intents: Vec<Intent>,
    refused: BTreeMap<Record, String>,
}

impl Run {
    fn of(head: &Workspace, want: &Want) -> Self {
        let mut run = Self {
            workspace: head.clone(),
            intents: Vec::new(),
            refused: BTreeMap::new(),
        };
        for _ in 0..ROUNDS {
            run.refused.clear();
            let before = run.intents.len();
            for phase in PHASES {
                run.try_all(phase(&run.workspace, want));
            }
            if run.intents.len() == before {
                break;
            }
        }
        run.put_in_order(want);
        run
    }

    fn try_all(&mut self, intents: Vec<Intent>) {
        for intent in intents {
            match self.workspace.apply(&intent) {
                Ok(_) => self.intents.push(intent),
                Err(refusal) => {
                    let sentence = refusal.to_string();
                    let records = targets_of(&intent).into_iter();
                    self.refused
                        .extend(records.map(|record| (record, sentence.clone())));
                }
            }
        }
    }

    /// Queues change places one by one, as each move gives those behind it another place; each once, since two may want
    /// the same place.
    fn put_in_order(&mut self, want: &Want) {
        let mut moved = BTreeSet::new();
        while let Some((queue, intent)) = queues::next_move(&self.workspace, want, &moved) {
            moved.insert(queue);
            self.try_all(vec![intent]);
        }
    }
}

/// Every field that the publication wrote and that is not as it was before.
fn left(before: &Workspace, after: &Workspace, head: &Workspace, run: &Run) -> Vec<Left> {
    let now = &run.workspace;
    let mut found = Vec::new();
    for Changed {
        record,
        name,
        how,
        fields,
        ..
    } in changes(before, after)
    {
        let refused = || Why::Refused(run.refused.get(&record).cloned());
        let is_whole = is_there(now, record) == (how == How::Added);
        if is_whole {
            let is_later = changed(record, after, head).is_some();
            found.push(Left {
                record,
                name,
                field: None,
                before: String::new(),
                now: String::new(),
                why: if is_later { Why::ChangedLater } else { refused() },
            });
            continue;
        }
        if how == How::Added {
            continue;
        }
        let fields = fields.into_iter().map(|field| field.name);
        for field in fields {
            let Some((wanted, stays)) = differing(&field, (before, now), record) else {
                continue;
            };
            let is_later = differing(&field, (after, head), record).is_some();
            found.push(Left {
                record,
                name: name.clone(),
                field: Some(field),
                before: wanted,
                now: stays,
                why: if is_later { Why::ChangedLater } else { refused() },
            });
        }
    }
    found
}

/// A field's words in both configurations where it is not the same.
fn differing(
    field: &str,
    (one, other): (&Workspace, &Workspace),
    record: Record,
) -> Option<(String, String)> {
    let changed = changed(record, one, other)?;
    let found = changed.fields.into_iter().find(|found| found.name == field)?;
    Some((found.before, found.after))
}
