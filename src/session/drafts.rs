//! Several drafts: one is open, the others wait.

use domain::draft::{Step, cut_name};
use domain::ids::DraftId;
use domain::{Draft, Intent};
use leptos::prelude::*;
use sync::Kept;

use super::boot::new_draft;
use super::{Session, saving};
use crate::platform::clock;
use crate::platform::store::{Table, Write};

impl Session {
    /// The drafts that are not open, the discarded ones among them.
    pub fn other_drafts(self) -> Signal<Vec<Kept>> {
        self.beside().others.into()
    }

    /// What another tab has brought about here.
    pub fn notice(self) -> Signal<Option<String>> {
        self.beside().notice.into()
    }

    /// It was read.
    pub fn dismiss_notice(self) {
        self.beside().notice.set(None);
    }

    /// Opens a new draft.
    pub fn start_draft(self, name: &str, note: &str) {
        let mut draft = new_draft(self.head.read_untracked().revision);
        name.trim().clone_into(&mut draft.name);
        note.trim().clone_into(&mut draft.note);
        self.set_aside();
        self.show(Kept::afresh(draft), false);
        saving::ensure_record(self);
    }

    /// Opens a new draft with these changes in it.
    pub fn start_draft_of(self, name: &str, note: &str, intents: Vec<Intent>) {
        let mut draft = new_draft(self.head.read_untracked().revision).with_intents(intents);
        draft.name = cut_name(name);
        note.trim().clone_into(&mut draft.note);
        self.take_in(draft);
    }

    /// Opens a draft that is not kept yet, with nothing to redo in it.
    pub(super) fn take_in(self, draft: Draft) {
        self.set_aside();
        let kept = Kept::anew(draft);
        saving::enqueue(self, saving::kept_whole(&kept));
        self.show(kept, true);
        self.remember_open();
    }

    /// Opens another draft; the open one waits.
    pub fn open_draft(self, id: DraftId) {
        let Some(kept) = self.take_other(id) else { return };
        self.set_aside();
        self.show(kept, true);
        self.remember_open();
    }

    /// Gives a draft a name and a note.
    pub fn rename_draft(self, id: DraftId, name: &str, note: &str) {
        let rename = |draft: &mut Draft| {
            name.trim().clone_into(&mut draft.name);
            note.trim().clone_into(&mut draft.note);
        };
        if self.draft.read_untracked().id == id {
            self.draft.update(rename);
            saving::ensure_record(self);
            saving::enqueue(
                self,
                vec![saving::record(&self.draft.read_untracked(), false, None)],
            );
        } else {
            self.change_other(id, |kept| rename(&mut kept.draft));
        }
    }

    /// A second draft with the same changes, which waits; its name.
    pub fn duplicate_draft(self, id: DraftId) -> Option<String> {
        let source: Draft = if self.draft.read_untracked().id == id {
            self.draft.get_untracked()
        } else {
            let others = self.beside().others.read_untracked();
            others.iter().find(|kept| kept.draft.id == id)?.draft.clone()
        };
        let name = cut_name(&format!("Copy of {}", source.name));
        let mut copy = source;
        copy.id = clock::new_id().into();
        copy.name.clone_from(&name);
        let kept = Kept::afresh(copy);
        saving::enqueue(self, saving::kept_whole(&kept));
        self.beside().others.update(|others| others.push(kept));
        Some(name)
    }

    /// Puts a draft with the others under Discarded, for thirty days. In the place of the open one, an empty one opens.
    pub fn discard_draft(self, id: DraftId) {
        if self.draft.read_untracked().id == id {
            saving::ensure_record(self);
            self.set_aside();
            self.show(
                Kept::afresh(new_draft(self.head.read_untracked().revision)),
                false,
            );
            self.remember_open();
        }
        self.change_other(id, |kept| kept.discarded_at = Some(clock::now()));
    }

    /// Takes a draft back from Discarded.
    pub fn restore_draft(self, id: DraftId) {
        self.change_other(id, |kept| kept.discarded_at = None);
    }

    /// Undoes or redoes until so many changes stand. It goes on no further than to a settling, before which the draft
    /// held other changes: [`Self::undo_settling`] and [`Self::redo_settling`] lead over it.
    pub fn step_to(self, count: usize) {
        let is_back = count < self.draft.read_untracked().intents().len();
        let step = if is_back { Step::Undo } else { Step::Redo };
        let goes_on = |draft: &Draft| {
            if is_back {
                draft.intents().len() > count && draft.last_settled().is_none()
            } else {
                draft.intents().len() < count && draft.can_redo() && draft.last_unsettled().is_none()
            }
        };
        while self.draft.with_untracked(goes_on) {
            self.record(step.clone());
        }
        self.follow();
    }

    /// Undoes all of the draft, what was settled in it as well.
    pub fn undo_all(self) {
        while self.draft.with_untracked(Draft::can_undo) {
            self.record(Step::Undo);
        }
        self.replay();
    }

    /// Undoes the last settling, and what was done after it.
    pub fn undo_settling(self) {
        let count = self.draft.with_untracked(Draft::settled_at);
        self.step_to(count);
        self.undo();
    }

    /// Redoes what was done up to the next settling, and that.
    pub fn redo_settling(self) {
        let goes_on = |draft: &Draft| draft.can_redo() && draft.last_unsettled().is_none();
        while self.draft.with_untracked(goes_on) {
            self.record(Step::Redo);
        }
        self.follow();
        self.redo();
    }

    /// Puts the open draft with the others; one that nobody named or filled is gone.
    pub(super) fn set_aside(self) {
        let found = self.log.try_with_value(|log| (log.is_recorded, log.steps));
        if let Some((true, steps)) = found {
            let draft = self.draft.get_untracked();
            self.beside().others.update(|others| {
                others.push(Kept {
                    draft,
                    steps,
                    discarded_at: None,
                });
            });
        }
    }

    /// Opens a draft that is with nobody else.
    pub(super) fn show(self, kept: Kept, is_recorded: bool) {
        self.log.update_value(|log| {
            log.steps = kept.steps;
            log.is_recorded = is_recorded;
        });
        self.draft.set(kept.draft);
        self.replay();
    }

    /// The draft that is open now opens again at the next start.
    fn remember_open(self) {
        let open = saving::text(&self.draft.read_untracked().id);
        saving::enqueue(self, vec![Write::Put(Table::Meta, "open".into(), open)]);
    }

    pub(super) fn take_other(self, id: DraftId) -> Option<Kept> {
        let place = self
            .beside()
            .others
            .read_untracked()
            .iter()
            .position(|kept| kept.draft.id == id && kept.discarded_at.is_none())?;
        self.beside().others.try_update(|others| others.remove(place))
    }

    fn change_other(self, id: DraftId, change: impl FnOnce(&mut Kept)) {
        let changed = self.beside().others.try_update(|others| {
            let kept = others.iter_mut().find(|kept| kept.draft.id == id)?;
            change(kept);
            Some(saving::record(&kept.draft, false, kept.discarded_at))
        });
        if let Some(write) = changed.flatten() {
            saving::enqueue(self, vec![write]);
        }
    }
}
