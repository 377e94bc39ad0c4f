//! All users as a file, part by part.

use domain::bulk::{Form, UsersExport};

use crate::jobs::{Job, Step};
use crate::protocol::{Answer, FileAnswer};
use crate::state::State;

/// Users that a step writes.
const USERS: usize = 50;

pub(super) struct Export {
    form: Form,
    at_work: Option<UsersExport>,
}

impl Export {
    pub(super) fn new(form: Form) -> Self {
        Self { form, at_work: None }
    }
}

impl Job for Export {
    fn step(&mut self, state: &mut State) -> Step {
        let begin = || UsersExport::new(&state.before, self.form);
        let mut export = self.at_work.take().unwrap_or_else(begin);
        if export.step(USERS) {
            return Step::Done(Answer::File(FileAnswer::Text(export.finish())));
        }
        let (done, total) = export.progress();
        self.at_work = Some(export);
        Step::Going(domain::impact::Progress { done, total })
    }
}
