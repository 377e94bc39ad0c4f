//! The rows of the dry run, fetched part by part as they come into sight.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use engine::{FileAnswer, FileQuestion, Filter, List, Page, RowLine};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::run::Upload;

/// Rows of a part.
const PART: usize = 100;

/// The rows that fit the filter.
#[derive(Clone, Copy)]
pub(super) struct Listed {
    upload: Upload,
    filter: Memo<Filter>,
    shown: RwSignal<Shown>,
    /// The parts that were asked for.
    asked: StoredValue<HashSet<usize>>,
}

/// What is known of them; of an older filter until the new one's first part is there.
#[derive(Default)]
struct Shown {
    /// None before the first answer.
    total: Option<usize>,
    filter: Filter,
    parts: HashMap<usize, Vec<Arc<RowLine>>>,
}

impl Listed {
    /// Follows the filter for as long as the page lives.
    pub(super) fn follow(upload: Upload, filter: Memo<Filter>) -> Self {
        let listed = Self {
            upload,
            filter,
            shown: RwSignal::default(),
            asked: StoredValue::default(),
        };
        Effect::new(move |_| {
            filter.track();
            listed.asked.update_value(HashSet::clear);
            listed.fetch(0);
        });
        listed
    }

    /// How many there are; none before that is known.
    pub(super) fn total(self) -> Option<usize> {
        self.shown.read().total
    }

    /// The row at a place of the list; none while it is on its way.
    pub(super) fn line(self, place: usize) -> Option<Arc<RowLine>> {
        let part = place / PART;
        let shown = self.shown.read();
        let line = shown.parts.get(&part).and_then(|lines| lines.get(place % PART));
        if line.is_none() && shown.total.is_some_and(|total| place < total) {
            self.fetch(part);
        }
        line.cloned()
    }

    /// Asks for a part, once.
    fn fetch(self, part: usize) {
        if self.asked.try_update_value(|asked| asked.insert(part)) != Some(true) {
            return;
        }
        let filter = self.filter.get_untracked();
        let page = Page {
            skip: part * PART,
            take: PART,
        };
        let question = FileQuestion::Rows {
            filter: filter.clone(),
            page,
        };
        spawn_local(async move {
            let answer = self.upload.ask(question).await;
            if let Some(FileAnswer::Rows(list)) = answer
                && self.filter.try_get_untracked().as_ref() == Some(&filter)
            {
                self.take(part, filter, list);
            }
        });
    }

    fn take(self, part: usize, filter: Filter, list: List<RowLine>) {
        let lines = list.items.into_iter().map(Arc::new).collect();
        // None once the page is left.
        self.shown.try_update(|shown| {
            if shown.filter != filter {
                shown.parts.clear();
                shown.filter = filter;
            }
            shown.total = Some(list.total);
            shown.parts.insert(part, lines);
        });
    }
}
