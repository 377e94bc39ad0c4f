//! What the draft changes over the coming year, as the worker works it out.
//!
//! The worker gets the published configuration once and then the changes of the draft, as few as possible, a moment
//! after the last of them. Whoever wants to know more of the effect asks by [`Session::ask_engine`].

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::Intent;
use engine::{Answer, Progress, Question, Summary};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{Effect as Reaction, *};
use leptos::task::spawn_local;

use super::{Boot, Session};
use crate::paths::assets;
use crate::platform::engine::EngineWorker;
use crate::platform::{Error, clock};

/// Several changes at once are sent together.
const PAUSE: Duration = Duration::from_millis(10);
/// From so many changes within others on they are told in pieces.
const MANY: usize = 500;
/// How far the effect is looked at.
pub(super) const MONTHS: u32 = 12;
/// Minutes after which the year begins anew.
const STALE_MIN: i64 = 60;

/// How far the effect of the draft is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Effect {
    /// Nobody asked for it yet.
    #[default]
    Unasked,
    /// It is being worked out.
    Working(Option<Progress>),
    /// This.
    Known(Summary),
    /// Somebody stopped the work.
    Stopped,
    /// The worker could not be loaded, or broke off.
    Failed(Error),
}

impl Effect {
    /// The sentence's data, where they are known.
    pub fn known(&self) -> Option<&Summary> {
        match self {
            Self::Known(summary) => Some(summary),
            _ => None,
        }
    }
}

/// The worker and what it was told.
#[derive(Clone, Copy)]
pub(super) struct Engine {
    effect: RwSignal<Effect>,
    told: StoredValue<Told, LocalStorage>,
}

/// What the worker was told.
#[derive(Default)]
struct Told {
    worker: Option<EngineWorker>,
    /// Whether somebody wants to know, so that the worker is worth its download.
    is_wanted: bool,
    knows_head: bool,
    /// It is being told the head, or many changes; whatever else is to be said waits for that.
    is_busy: bool,
    /// The changes it knows.
    intents: Vec<Intent>,
    from: Option<DateTime<Utc>>,
    /// Counts the questions for the whole effect: only the last one's answer counts.
    turn: u64,
    timer: Option<TimeoutHandle>,
}

impl Engine {
    pub(super) fn new() -> Self {
        Self {
            effect: RwSignal::default(),
            told: StoredValue::new_local(Told::default()),
        }
    }

    fn told<T>(self, with: impl FnOnce(&mut Told) -> T) -> Option<T> {
        self.told.try_update_value(with)
    }

    /// The worker, started by the first who asks.
    fn worker(self) -> Result<EngineWorker, Error> {
        self.told(Told::worker)
            .unwrap_or_else(|| Err(Error::Other(String::new())))
    }
}

impl Told {
    /// A new worker knows nothing.
    fn worker(&mut self) -> Result<EngineWorker, Error> {
        if let Some(worker) = self.worker.as_ref().filter(|worker| !worker.has_failed()) {
            return Ok(worker.clone());
        }
        self.knows_head = false;
        let worker = EngineWorker::start(assets::ENGINE_WORKER)?;
        self.worker = Some(worker.clone());
        Ok(worker)
    }

    /// What it does not know yet: how many changes are as they were, and those behind them.
    fn news(&mut self, intents: &[Intent]) -> (usize, Vec<Intent>) {
        let both = self.intents.iter().zip(intents);
        let keep = both.take_while(|(one, other)| one == other).count();
        let new = intents.get(keep..).unwrap_or_default();
        self.intents.truncate(keep);
        self.intents.extend_from_slice(new);
        (keep, new.to_vec())
    }

    /// The first moment that is looked at: now, or a while ago, so that an edit's effect is found from the last one.
    fn from(&mut self, now: DateTime<Utc>) -> DateTime<Utc> {
        let is_fresh = |from: &DateTime<Utc>| (now - *from).abs() < TimeDelta::minutes(STALE_MIN);
        let from = self.from.filter(is_fresh).unwrap_or(now);
        self.from = Some(from);
        from
    }
}

impl Session {
    /// How far the effect of the draft is known.
    pub fn effect(self) -> Signal<Effect> {
        self.engine.effect.into()
    }

    /// Begins to load what works the effect out, before there is anything to ask it.
    pub(super) fn start_engine(self) {
        // Who asks it is told why it cannot be loaded.
        let _ = self.engine.worker();
    }

    /// Has the effect worked out from now on, after every change.
    pub fn want_effect(self) {
        if self.engine.told(|told| !told.is_wanted) == Some(true) {
            self.work_out();
        }
    }

    /// Works the effect out, once more after a failure or a stop.
    pub fn work_out(self) {
        let engine = self.engine;
        if self.boot.get_untracked() != Boot::Ready {
            return;
        }
        let worker = match engine.worker() {
            Ok(worker) => worker,
            Err(error) => return engine.effect.set(Effect::Failed(error)),
        };
        engine.effect.set(Effect::Working(None));
        let asked = engine.told(|told| {
            told.is_wanted = true;
            told.turn += 1;
            if told.is_busy {
                return None;
            }
            if !told.knows_head {
                told.is_busy = true;
                spawn_local(self.tell_head(worker.clone()));
                return None;
            }
            let (keep, intents) = told.news(self.draft.read_untracked().intents());
            if intents.iter().map(|intent| intent.parts().len()).sum::<usize>() > MANY {
                told.is_busy = true;
                spawn_local(self.tell_changes(worker.clone(), keep, intents));
                return None;
            }
            let from = told.from(clock::now());
            let months = MONTHS;
            let questions = [
                Question::Change { keep, intents },
                Question::Impact { from, months },
            ];
            Some((told.turn, questions))
        });
        let Some((turn, questions)) = asked.flatten() else {
            return;
        };
        for question in questions {
            let worker = worker.clone();
            spawn_local(async move {
                let is_last = move || engine.told(|told| told.turn) == Some(turn);
                let hear = move |progress| {
                    if is_last() {
                        engine.effect.set(Effect::Working(Some(progress)));
                    }
                };
                match worker.ask(&question, hear).await {
                    _ if !is_last() => {}
                    Ok(Answer::Impact(summary)) => engine.effect.set(Effect::Known(summary)),
                    Err(error) => engine.effect.set(Effect::Failed(error)),
                    Ok(_) => {}
                }
            });
        }
    }

    /// Tells the worker what is published, then asks it what was to be asked.
    async fn tell_head(self, worker: EngineWorker) {
        let engine = self.engine;
        engine.told(|told| {
            told.knows_head = true;
            told.intents.clear();
        });
        let workspace = self.head.read_untracked().workspace.clone();
        let told = worker.open(&workspace).await;
        self.go_on(told);
    }

    /// Tells the worker so many changes that they cannot be written at a time, then asks it what was to be asked.
    async fn tell_changes(self, worker: EngineWorker, keep: usize, intents: Vec<Intent>) {
        let told = worker.change(keep, &intents).await;
        self.go_on(told);
    }

    /// The worker knows what it was being told: what waited for that is asked.
    fn go_on(self, told: Result<(), Error>) {
        let engine = self.engine;
        engine.told(|told| told.is_busy = false);
        match told {
            Err(error) => engine.effect.set(Effect::Failed(error)),
            // Somebody stopped it meanwhile.
            Ok(()) if *engine.effect.read_untracked() == Effect::Stopped => {}
            Ok(()) => self.work_out(),
        }
    }

    /// Gives up working it out, until the next change.
    pub fn stop_effect(self) {
        self.engine.told(|told| told.turn += 1);
        self.engine.effect.set(Effect::Stopped);
        if let Ok(worker) = self.engine.worker() {
            spawn_local(async move {
                // Whether it hears it or has failed, it stops.
                let _ = worker.ask(&Question::Stop, |_| {}).await;
            });
        }
    }

    /// The worker's answer to a question about the effect that is known.
    ///
    /// # Errors
    /// `Unavailable` when the worker cannot be loaded.
    pub async fn ask_engine(
        self,
        question: Question,
        progress: impl Fn(Progress) + 'static,
    ) -> Result<Answer, Error> {
        self.engine.worker()?.ask(&question, progress).await
    }

    /// Follows head and draft from now on.
    pub fn follow_effect(self) {
        let engine = self.engine;
        Reaction::new(move |_| {
            self.head.track();
            engine.told(|told| told.knows_head = false);
        });
        Reaction::new(move |_| {
            self.head.track();
            let is_empty = self.draft.read().intents().is_empty();
            if self.boot.get() != Boot::Ready {
                return;
            }
            engine.told(|told| {
                if is_empty && !told.is_wanted {
                    return;
                }
                if let Some(timer) = told.timer.take() {
                    timer.clear();
                }
                told.timer = set_timeout_with_handle(move || self.work_out(), PAUSE).ok();
            });
        });
    }
}
