//! Who asked what, in order, and what is being worked on.

use std::collections::VecDeque;
use std::mem::{discriminant, take};

use domain::impact::Progress;
use domain::workspace::Parts;

use crate::jobs::{Job, Step, begin, bulk};
use crate::protocol::{Answer, Question};
use crate::state::State;

/// A message for whoever asked, under the number of the question.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// How far it is.
    Progress(u32, Progress),
    /// The answer; nothing follows it.
    Answer(u32, Answer),
}

impl Said {
    /// As it travels: `7% {progress}` or `7 {answer}`. All of it can be written: no map of it has keys other than texts.
    pub fn text(&self) -> String {
        let written = match self {
            Self::Progress(_, progress) => serde_json::to_string(progress),
            Self::Answer(_, answer) => serde_json::to_string(answer),
        };
        match (self, written.unwrap_or_default()) {
            (Self::Progress(id, _), text) => format!("{id}% {text}"),
            (Self::Answer(id, _), text) => format!("{id} {text}"),
        }
    }
}

/// Where questions are asked and answered.
#[derive(Default)]
pub struct Desk {
    state: State,
    /// What has come of a configuration of which more is to come.
    coming: Parts,
    waiting: VecDeque<(u32, Question)>,
    /// What is answered in a moment, and so before the others.
    short: VecDeque<(u32, Question)>,
    at_work: Option<Work>,
    /// What was decided at once and is still to be said.
    decided: VecDeque<Said>,
}

struct Work {
    id: u32,
    question: Question,
    job: Box<dyn Job>,
}

impl Desk {
    /// Takes a question in. What it says to this one, and to those it cuts short, comes with [`Self::step`].
    pub fn ask(&mut self, id: u32, question: Question) {
        match question {
            Question::Part(part) => self.coming.add(*part),
            Question::Open(last) => {
                self.cut_short(|_| true);
                let mut all = take(&mut self.coming);
                all.add(*last);
                match all.whole() {
                    Ok(workspace) => {
                        self.state.open(workspace);
                        self.decide(id, Answer::Noted { refused: 0 });
                    }
                    // What contradicts itself is published nowhere.
                    Err(_) => self.decide(id, Answer::Nothing),
                }
            }
            Question::Change { keep, intents } => {
                self.cut_short(|_| true);
                let refused = self.state.change(keep, intents);
                self.decide(id, Answer::Noted { refused });
            }
            Question::Stop => {
                self.cut_short(|_| true);
                self.decide(id, Answer::Stopped);
            }
            Question::File(ref file) if bulk::is_short(file) => self.short.push_back((id, question)),
            // Of these a newer one makes the older one pointless; several lists and drawings may be open at once.
            Question::Impact { .. } | Question::Rehearsal | Question::Findings { sort: None, .. } => {
                self.cut_short(|older| discriminant(older) == discriminant(&question));
                self.waiting.push_back((id, question));
            }
            Question::Clusters
            | Question::Groups { .. }
            | Question::Numbers { .. }
            | Question::Ranges { .. }
            | Question::Coverage { .. }
            | Question::File(_)
            | Question::Behind { .. }
            | Question::Traces { .. }
            | Question::Touched { .. }
            | Question::Levels
            | Question::Findings { sort: Some(_), .. } => self.waiting.push_back((id, question)),
        }
    }

    /// A file of that length in bytes is on its way, about which the next [`FileQuestion::Try`] asks.
    ///
    /// [`FileQuestion::Try`]: crate::FileQuestion::Try
    pub fn expect_file(&mut self, length: usize) {
        self.state.file.expect(length, &self.state.before);
    }

    /// A piece of it has come, and is read.
    pub fn receive(&mut self, piece: &[u8]) {
        self.state.file.receive(piece);
    }

    /// Does a little, and says one thing; `None` when there is nothing to do and nothing to say.
    pub fn step(&mut self) -> Option<Said> {
        if let Some(said) = self.decided.pop_front() {
            return Some(said);
        }
        if let Some((id, mut question)) = self.short.pop_front()
            && let Step::Done(answer) = begin(&mut question, &self.state).step(&mut self.state)
        {
            return Some(Said::Answer(id, answer));
        }
        if self.at_work.is_none() {
            let (id, mut question) = self.waiting.pop_front()?;
            let job = begin(&mut question, &self.state);
            self.at_work = Some(Work { id, question, job });
        }
        let work = self.at_work.as_mut()?;
        let id = work.id;
        match work.job.step(&mut self.state) {
            Step::Going(progress) => Some(Said::Progress(id, progress)),
            Step::Done(answer) => {
                self.at_work = None;
                Some(Said::Answer(id, answer))
            }
        }
    }

    fn decide(&mut self, id: u32, answer: Answer) {
        self.decided.push_back(Said::Answer(id, answer));
    }

    fn cut_short(&mut self, is_pointless: impl Fn(&Question) -> bool) {
        if let Some(work) = self.at_work.take_if(|work| is_pointless(&work.question)) {
            self.decide(work.id, Answer::Stopped);
        }
        for list in [&mut self.waiting, &mut self.short] {
            for (id, question) in take(list) {
                if is_pointless(&question) {
                    self.decided.push_back(Said::Answer(id, Answer::Stopped));
                } else {
                    list.push_back((id, question));
                }
            }
        }
    }
}
