//! A bulk file: tried out, listed, held against routing, cut into changes.

mod check;
mod export;
mod impact;
mod rows;

use std::sync::Arc;

use domain::Workspace;
use domain::bulk::{
    Form, Incoming, Known, Report, Sheet, error_log, failed_rows_file, numbers_file, template_file,
};

use super::{Job, Step, at_once};
use crate::protocol::{Answer, FileAnswer, FileQuestion, Filter, Kind, List, Page, Text};
use crate::state::State;

/// The file at hand.
#[derive(Default)]
pub(crate) struct File {
    /// What has come of the next one.
    incoming: Option<Incoming>,
    /// What was read.
    sheet: Option<Arc<Sheet>>,
    /// What it would do to the configuration; none while that is not known.
    tried: Option<Tried>,
    /// What files are held against; none before the first.
    known: Option<Arc<Known>>,
}

/// What a file would do.
struct Tried {
    kind: Kind,
    report: Report,
    /// The rows of the last filter.
    listed: Option<(Filter, Vec<usize>)>,
}

impl File {
    /// The configuration is another one.
    pub(crate) fn outdate(&mut self) {
        (self.tried, self.known) = (None, None);
    }

    /// A file of that length is on its way to this workspace.
    pub(crate) fn expect(&mut self, length: usize, workspace: &Workspace) {
        self.incoming = Some(Incoming::new(length));
        self.known(workspace);
    }

    /// A piece of it has come.
    pub(crate) fn receive(&mut self, piece: &[u8]) {
        self.incoming.get_or_insert_default().add(piece);
    }

    /// What files are held against.
    fn known(&mut self, workspace: &Workspace) -> Arc<Known> {
        let known = self.known.get_or_insert_with(|| workspace.clone().into());
        Arc::clone(known)
    }
}

/// Whether a question is answered in a moment, and by itself: it need not wait for longer work.
pub(crate) fn is_short(question: &FileQuestion) -> bool {
    match question {
        FileQuestion::Rows { .. }
        | FileQuestion::Row(_)
        | FileQuestion::Changes(_)
        | FileQuestion::Prepare
        | FileQuestion::Forget
        | FileQuestion::Text(Text::ErrorLog | Text::FailedRows | Text::Template) => true,
        FileQuestion::Try { .. }
        | FileQuestion::TryAgain { .. }
        | FileQuestion::Impact { .. }
        | FileQuestion::Text(Text::Users | Text::UsersJson | Text::Numbers) => false,
    }
}

pub(super) fn begin(question: &mut FileQuestion) -> Box<dyn Job> {
    match question {
        FileQuestion::Try { job, seed, forbidden } => {
            Box::new(check::TryJob::new(job, *seed, forbidden, check::Stage::Come))
        }
        FileQuestion::TryAgain { job, seed, forbidden } => {
            Box::new(check::TryJob::new(job, *seed, forbidden, check::Stage::Sheet))
        }
        FileQuestion::Impact { from, months } => Box::new(impact::FileImpact::new(*from, *months)),
        FileQuestion::Rows { filter, page } => {
            let (filter, page) = (filter.clone(), *page);
            Box::new(Short(move |state: &mut State| rows::rows(state, &filter, page)))
        }
        FileQuestion::Row(place) => {
            let place = *place;
            Box::new(Short(move |state: &mut State| rows::row(state, place)))
        }
        FileQuestion::Changes(page) => {
            let page = *page;
            Box::new(Short(move |state: &mut State| changes(state, page)))
        }
        FileQuestion::Prepare => Box::new(Short(|state: &mut State| {
            state.file.known(&state.before);
            None
        })),
        FileQuestion::Forget => Box::new(Short(|state: &mut State| {
            (state.file.sheet, state.file.tried) = (None, None);
            None
        })),
        FileQuestion::Text(Text::Users) => Box::new(export::Export::new(Form::Csv(','))),
        FileQuestion::Text(Text::UsersJson) => Box::new(export::Export::new(Form::Json)),
        FileQuestion::Text(Text::ErrorLog) => {
            at_once(|state| text(tried(state).map(|report| error_log(&report.errors))))
        }
        FileQuestion::Text(Text::FailedRows) => at_once(|state| text(tried(state).map(failed_rows_file))),
        FileQuestion::Text(Text::Template) => at_once(|state| text(Some(template_file(&state.before)))),
        FileQuestion::Text(Text::Numbers) => {
            at_once(|state| text(Some(numbers_file(state.before.numbers()))))
        }
    }
}

/// Work that is done at once and keeps something for the next time.
struct Short<F>(F);

impl<F: Fn(&mut State) -> Option<FileAnswer>> Job for Short<F> {
    fn step(&mut self, state: &mut State) -> Step {
        Step::Done((self.0)(state).map_or(Answer::Nothing, Answer::File))
    }
}

fn changes(state: &State, page: Page) -> Option<FileAnswer> {
    let changes = tried(state)?.changes();
    let part = changes.iter().skip(page.skip).take(page.take);
    Some(FileAnswer::Changes(List {
        total: changes.len(),
        items: part.cloned().collect(),
    }))
}

fn tried(state: &State) -> Option<&Report> {
    state.file.tried.as_ref().map(|tried| &tried.report)
}

fn text(text: Option<String>) -> Answer {
    text.map_or(Answer::Nothing, |text| Answer::File(FileAnswer::Text(text)))
}
