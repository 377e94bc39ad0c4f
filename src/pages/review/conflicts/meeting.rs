//! The draft met by what was published since: found once, read by every part of the view.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::conflict::{Choice, Conflict, Field, Given, Place, Rebase, Settled, find, is_answered, settle};
use domain::draft::{Content, Parked, Settling};
use domain::{Intent, Workspace};
use leptos::prelude::*;
use sync::Since;

use super::effects::Effects;
use super::list::FIRST;
use super::moved::Moved;
use crate::session::Session;
use crate::words;

/// What was found.
pub(super) struct Found {
    /// The revision on which the changes were last looked at, and its configuration where it is still kept.
    pub(super) began: u64,
    pub(super) base: Option<Workspace>,
    /// What is published now.
    pub(super) revision: u64,
    pub(super) head: Workspace,
    pub(super) intents: Vec<Intent>,
    /// The draft on its base: it knows the names of what is gone from the head.
    mine: Option<Workspace>,
    pub(super) rebase: Rebase,
}

impl Found {
    fn of(session: Session) -> Self {
        let head = session.head().get();
        let draft = session.draft().get();
        let fits = session.refused().read().is_empty();
        let is_newer = draft.base != head.revision;
        let base = if is_newer {
            session.base()
        } else {
            Some(head.workspace.clone())
        };
        let rebase = if fits && !is_newer {
            Rebase::default()
        } else {
            let from = base.as_ref().unwrap_or(&head.workspace);
            find(from, &head.workspace, draft.intents())
        };
        let mine = base
            .as_ref()
            .filter(|_| !rebase.conflicts.is_empty())
            .map(|base| draft.replay(base).workspace);
        Self {
            mine,
            began: draft.base,
            base,
            revision: head.revision,
            head: head.workspace,
            intents: draft.intents().to_vec(),
            rebase,
        }
    }

    /// Whether something else is live than what the draft was looked at on.
    pub(super) fn is_newer(&self) -> bool {
        self.began != self.revision
    }

    /// What was published since the draft was looked at.
    pub(super) fn since(&self) -> Since {
        Since::between(self.began, self.revision)
    }

    /// The draft's changes with these answers.
    pub(super) fn settle(&self, choices: &[Option<Choice>]) -> Settled {
        let base = self.base.as_ref().unwrap_or(&self.head);
        settle(base, &self.head, &self.intents, &self.rebase, choices)
    }

    /// The workspaces whose names are said, the nearest first: a change that is refused has the names it was made with.
    pub(super) fn names(&self, conflict: &Conflict) -> Vec<&Workspace> {
        let mine = self.mine.as_ref();
        match conflict.refusal {
            Some(_) => mine.into_iter().chain([&self.head]).collect(),
            None => std::iter::once(&self.head).chain(mine).collect(),
        }
    }
}

/// What tells conflicts apart within one list.
type Key = (Vec<Place>, Option<Field>);

fn key(conflict: &Conflict) -> Key {
    (conflict.places.clone(), conflict.field.clone())
}

/// With the conflict they answer: an answer lasts as long as its conflict is the same.
type Answers = BTreeMap<Key, (Conflict, Choice)>;

/// The answers, in the order of the conflicts.
pub(super) type Choices = Arc<[Option<Choice>]>;

fn answered(answers: &Answers, conflict: &Conflict) -> Option<Choice> {
    // Most have none, and their key need not be made.
    if answers.is_empty() {
        return None;
    }
    let (of, choice) = answers.get(&key(conflict))?;
    (of == conflict).then_some(*choice)
}

/// The state of the view.
#[derive(Clone, Copy)]
pub struct Meeting {
    // Behind a handle: the view is handed around by value.
    session: StoredValue<Session>,
    pub(super) found: Memo<Arc<Found>>,
    answers: RwSignal<Answers>,
    /// Those of now and what they give, once for all conflicts.
    choices: Memo<Choices>,
    given: Memo<Arc<Given>>,
    pub(super) effects: Effects,
    pub(super) moved: RwSignal<Moved>,
    /// So many conflicts are shown: the effects of their answers are worked out.
    pub(super) shown: RwSignal<usize>,
}

impl Meeting {
    /// Looks for what clashes, now and after every change.
    pub fn new(session: Session) -> Self {
        let found = Memo::new_with_compare(move |_| Arc::new(Found::of(session)), |_, _| true);
        let answers = RwSignal::<Answers>::default();
        let choices = Memo::new(move |_| -> Choices {
            let (found, answers) = (found.read(), answers.read());
            let conflicts = found.rebase.conflicts.iter();
            conflicts.map(|conflict| answered(&answers, conflict)).collect()
        });
        let given = Memo::new(move |_| {
            let found = found.read();
            Arc::new(Given::of(&found.rebase, &found.intents, &choices.read()))
        });
        let meeting = Self {
            session: StoredValue::new(session),
            found,
            answers,
            choices,
            given,
            effects: Effects::new(),
            moved: RwSignal::default(),
            shown: RwSignal::new(FIRST),
        };
        meeting.follow_effects();
        meeting.follow_moved();
        meeting
    }

    pub(super) fn session(self) -> Session {
        self.session.get_value()
    }

    /// Whether nothing is to be answered first.
    pub fn is_settled(self) -> bool {
        self.found.read().rebase.is_settled()
    }

    /// Why the draft cannot be published yet though nothing clashes.
    pub fn blocks(self) -> Option<String> {
        let found = self.found.read();
        if found.is_newer() && found.base.is_none() {
            return Some(if found.since().is_ahead() {
                "Review the draft on what is live first".to_owned()
            } else {
                "Review the draft on the newer revision first".to_owned()
            });
        }
        match *self.moved.read() {
            Moved::Asking => Some(format!("Comparing with revision {}", found.began)),
            Moved::Other { .. } | Moved::Failed(_) => {
                Some("Review the draft on the newer revision first".to_owned())
            }
            Moved::Unasked | Moved::Same => None,
        }
    }

    pub(super) fn answer(self, conflict: &Conflict) -> Option<Choice> {
        answered(&self.answers.read(), conflict)
    }

    pub(super) fn choose(self, conflict: &Conflict, choice: Choice) {
        self.answers.update(|answers| {
            answers.insert(key(conflict), (conflict.clone(), choice));
        });
    }

    /// Sets aside whatever has no answer yet.
    pub(super) fn park_rest(self) {
        let found = self.found.get_untracked();
        let open = found
            .rebase
            .conflicts
            .iter()
            .filter(|conflict| untrack(|| self.answer(conflict)).is_none());
        let parked: Vec<_> = open
            .map(|conflict| (key(conflict), (conflict.clone(), Choice::Park)))
            .collect();
        self.answers.update(|answers| answers.extend(parked));
    }

    /// The answers, in the order of the conflicts.
    pub(super) fn choices(self) -> Choices {
        self.choices.get()
    }

    /// What all answers give, for the lists of what is left.
    pub(super) fn given(self) -> Arc<Given> {
        self.given.get()
    }

    /// Writes the answers into the draft; what to say about it.
    pub(super) fn keep(self) -> String {
        let found = self.found.get_untracked();
        let choices = untrack(|| self.choices());
        let settled = found.settle(&choices);
        let mut content = self.session().draft().with_untracked(domain::Draft::content);
        let count = found.rebase.conflicts.len() + found.rebase.refused_already.len();
        let is_looked_at = |base| is_answered(base, &found.head, &found.rebase, &choices, &settled);
        if found.base.as_ref().is_some_and(is_looked_at) {
            content.base = found.revision;
        }
        content
            .parked
            .extend(settled.parked.into_iter().map(|parked| Parked {
                base: Some(found.revision),
                ..parked
            }));
        content.intents = settled.intents;
        self.session().settle(Settling::Settled(count), content);
        format!("Settled {}", words::count(count, "conflict", "conflicts"))
    }

    /// The person has looked at the draft on what is published now.
    pub(super) fn reviewed(self) {
        let revision = self.found.get_untracked().revision;
        let content = self.session().draft().with_untracked(domain::Draft::content);
        let content = Content {
            base: revision,
            ..content
        };
        self.session().settle(Settling::Reviewed, content);
    }
}
