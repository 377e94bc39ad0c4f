//! The worker that knows phone numbers: started when first needed, asked by messages, never ended half-way.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use domain::PhoneNumber;
use domain::phone::{NumberFacts, Printed};
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

use super::Error;

/// A worker that is starting, running, or could not start.
#[derive(Clone)]
pub struct PhoneWorker {
    worker: Worker,
    desk: Rc<Desk>,
    _ears: Rc<[Ear; 2]>,
}

/// A handler that lives as long as the worker.
type Ear = Closure<dyn Fn(Event)>;

/// What has been asked and not been answered.
#[derive(Default)]
struct Desk {
    state: Cell<State>,
    last: Cell<u32>,
    /// Whom to give an answer, by the number of the question.
    waiting: RefCell<HashMap<u32, Function>>,
    /// Questions from before it was ready, which it would not hear.
    unsent: RefCell<Vec<String>>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Starting,
    Ready,
    Failed,
}

impl PhoneWorker {
    /// Begins to load the worker from its address; what is asked meanwhile is kept for it.
    ///
    /// # Errors
    /// `Other` when the browser has no workers.
    pub fn start(address: &str) -> Result<Self, Error> {
        let worker = Worker::new(address)?;
        let desk = Rc::new(Desk::default());
        let hear = {
            let (worker, desk) = (worker.clone(), Rc::clone(&desk));
            Ear::new(move |event: Event| {
                let text = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
                desk.hear(
                    &worker,
                    &text.and_then(|text| text.as_string()).unwrap_or_default(),
                );
            })
        };
        let fail = {
            let desk = Rc::clone(&desk);
            Ear::new(move |event: Event| {
                // It is told on screen; the console need not repeat it.
                event.prevent_default();
                desk.fail();
            })
        };
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            desk,
            _ears: Rc::new([hear, fail]),
        })
    }

    /// Whether it could not be loaded, or broke off. It answers nothing any more.
    pub fn has_failed(&self) -> bool {
        self.desk.state.get() == State::Failed
    }

    /// What the database knows of a number, however long the worker takes to load.
    ///
    /// # Errors
    /// `Unavailable` when it cannot be loaded (offline, blocked), `Other` for an answer that is none.
    pub async fn ask(&self, number: PhoneNumber) -> Result<NumberFacts, Error> {
        if self.has_failed() {
            return Err(unavailable());
        }
        let id = self.desk.last.get().wrapping_add(1);
        self.desk.last.set(id);
        let answer = Promise::new(&mut |give, _| {
            self.desk.waiting.borrow_mut().insert(id, give);
        });
        let question = format!("{id} {number}");
        if self.desk.state.get() == State::Ready {
            self.worker.post_message(&JsValue::from_str(&question))?;
        } else {
            self.desk.unsent.borrow_mut().push(question);
        }
        let text = JsFuture::from(answer)
            .await?
            .as_string()
            .ok_or_else(unavailable)?;
        let mut facts: NumberFacts =
            serde_json::from_str(&text).map_err(|error| Error::Other(error.to_string()))?;
        // An answer that is another number's must not be seen either.
        facts.printed = facts
            .printed
            .and_then(|printed| Printed::new(number, printed.as_str()));
        Ok(facts)
    }
}

impl Desk {
    fn hear(&self, worker: &Worker, text: &str) {
        match text.split_once(' ') {
            Some((id, answer)) => {
                let asker = id
                    .parse()
                    .ok()
                    .and_then(|id| self.waiting.borrow_mut().remove(&id));
                give(asker, &JsValue::from_str(answer));
            }
            None if text == "ready" => {
                self.state.set(State::Ready);
                for question in self.unsent.take() {
                    // A text can always be sent.
                    let _ = worker.post_message(&JsValue::from_str(&question));
                }
            }
            None => self.fail(),
        }
    }

    /// Nobody waits for a worker that is gone.
    fn fail(&self) {
        self.state.set(State::Failed);
        self.unsent.take();
        for (_, asker) in self.waiting.take() {
            give(Some(asker), &JsValue::UNDEFINED);
        }
    }
}

fn give(asker: Option<Function>, answer: &JsValue) {
    if let Some(asker) = asker {
        // Settling a promise does not throw.
        let _ = asker.call1(&JsValue::UNDEFINED, answer);
    }
}

fn unavailable() -> Error {
    Error::Unavailable {
        what: "the phone number database",
        cause: "it could not be loaded".into(),
    }
}
