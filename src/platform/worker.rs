//! A worker of the app: started when first needed, asked by messages, ended only by whoever started it for one thing.
//!
//! A question travels as `7 text`, and so does its answer. In between the worker may say `7% text`: how far it is. A file that goes with a question goes before it, as `["7", file]`; an answer to be downloaded comes so too. A long question goes as bytes, `["7", bytes]`, or in pieces: `["7+", bytes]`, and the last as `["7", bytes]`. None of these is copied.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, File, MessageEvent, Worker};

use super::Error;
use super::pace::Pace;

/// A worker that is starting, running, or could not start.
#[derive(Clone)]
pub struct Asked {
    worker: Worker,
    desk: Rc<Desk>,
    _ears: Rc<Ears>,
}

/// The handlers of a worker.
struct Ears {
    worker: Worker,
    _held: [Ear; 2],
}

type Ear = Closure<dyn Fn(Event)>;

impl Drop for Ears {
    /// What a worker said before it was ended may still be on its way.
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
    }
}

/// What hears how far an answer is.
type Hears = Box<dyn Fn(&str)>;

/// What has been asked and not been answered.
#[derive(Default)]
struct Desk {
    state: Cell<State>,
    last: Cell<u32>,
    /// Whom to give an answer, by the number of the question.
    waiting: RefCell<HashMap<u32, Function>>,
    /// Who wants to hear how far it is.
    listening: RefCell<HashMap<u32, Hears>>,
    /// Questions from before it was ready, which it would not hear.
    unsent: RefCell<Vec<JsValue>>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Starting,
    Ready,
    Failed,
}

impl Asked {
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
                let said = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
                desk.hear(&worker, &said.unwrap_or_default());
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
        let ears = Ears {
            worker: worker.clone(),
            _held: [hear, fail],
        };
        Ok(Self {
            worker,
            desk,
            _ears: Rc::new(ears),
        })
    }

    /// Whether it could not be loaded, or broke off. It answers nothing any more.
    pub fn has_failed(&self) -> bool {
        self.desk.state.get() == State::Failed
    }

    /// The answer to a question, however long the worker takes to load; `None` when it cannot be loaded (offline,
    /// blocked) or breaks off.
    pub async fn ask(&self, question: &str, progress: Option<Hears>) -> Option<String> {
        self.answer(question, None, progress).await?.as_string()
    }

    /// The answer to a question about a file.
    pub async fn ask_about(&self, file: &File, question: &str, progress: Option<Hears>) -> Option<String> {
        self.answer(question, Some(file), progress).await?.as_string()
    }

    /// The answer to a question for something to download; `Err` with the text where it is none.
    pub async fn ask_for_file(&self, question: &str) -> Option<Result<Blob, String>> {
        let answer = self.answer(question, None, None).await?;
        let said = answer.as_string().unwrap_or_default();
        Some(answer.dyn_into().map_err(|_| said))
    }

    async fn answer(&self, question: &str, file: Option<&File>, progress: Option<Hears>) -> Option<JsValue> {
        if self.has_failed() {
            return None;
        }
        let id = self.desk.new_id();
        let answer = Promise::new(&mut |give, _| {
            self.desk.waiting.borrow_mut().insert(id, give);
        });
        if let Some(progress) = progress {
            self.desk.listening.borrow_mut().insert(id, progress);
        }
        if let Some(file) = file {
            self.send(Array::of2(&id.to_string().into(), file).into())?;
        }
        self.send(format!("{id} {question}").into())?;
        let answer = JsFuture::from(answer).await.ok()?;
        (!answer.is_undefined()).then_some(answer)
    }

    /// Sends a long text piece by piece, as they are made, with rests in between; its answer is not waited for.
    pub async fn tell(&self, pieces: impl Iterator<Item = String>) -> Option<()> {
        let id = self.desk.new_id();
        let mut pace = Pace::new();
        for piece in pieces {
            self.send(bytes(&format!("{id}+"), &piece))?;
            pace.rest().await;
        }
        self.send(bytes(&id.to_string(), ""))
    }

    /// Sends texts one by one, as they are made, with rests in between; their answers are not waited for.
    pub async fn tell_each(&self, texts: impl Iterator<Item = String>) -> Option<()> {
        let mut pace = Pace::new();
        for text in texts {
            self.send(bytes(&self.desk.new_id().to_string(), &text))?;
            pace.rest().await;
        }
        Some(())
    }

    /// Ends the worker; it answers nothing any more.
    pub fn end(&self) {
        self.worker.terminate();
        self.desk.fail();
    }

    fn send(&self, message: JsValue) -> Option<()> {
        match self.desk.state.get() {
            State::Ready => post(&self.worker, &message),
            State::Starting => {
                self.desk.unsent.borrow_mut().push(message);
                Some(())
            }
            State::Failed => None,
        }
    }
}

impl Desk {
    fn new_id(&self) -> u32 {
        let id = self.last.get().wrapping_add(1);
        self.last.set(id);
        id
    }

    fn hear(&self, worker: &Worker, said: &JsValue) {
        if let Some(pair) = said.dyn_ref::<Array>() {
            let id = pair.get(0).as_string();
            if let Some(id) = id.and_then(|id| id.parse().ok()) {
                self.answered(id, &pair.get(1));
            }
            return;
        }
        let text = said.as_string().unwrap_or_default();
        match text.split_once(' ') {
            Some((id, said)) => self.heard(id, said),
            None if text == "ready" => {
                self.state.set(State::Ready);
                for message in self.unsent.take() {
                    // Texts, files and bytes can always be sent.
                    let _ = post(worker, &message);
                }
            }
            None => self.fail(),
        }
    }

    fn heard(&self, id: &str, said: &str) {
        let progress = id.strip_suffix('%');
        let Ok(id) = progress.unwrap_or(id).parse() else {
            return;
        };
        if progress.is_none() {
            self.answered(id, &JsValue::from_str(said));
        } else if let Some(hears) = self.listening.borrow().get(&id) {
            hears(said);
        }
    }

    fn answered(&self, id: u32, answer: &JsValue) {
        self.listening.borrow_mut().remove(&id);
        let asker = self.waiting.borrow_mut().remove(&id);
        give(asker, answer);
    }

    /// Nobody waits for a worker that is gone.
    fn fail(&self) {
        self.state.set(State::Failed);
        self.unsent.take();
        self.listening.take();
        for (_, asker) in self.waiting.take() {
            give(Some(asker), &JsValue::UNDEFINED);
        }
    }
}

/// A long text as bytes: to make a text of them, and bytes of that, takes longer than to read them.
fn bytes(id: &str, text: &str) -> JsValue {
    Array::of2(&id.into(), &Uint8Array::from(text.as_bytes())).into()
}

/// Sends a message, and gives away the bytes in it.
fn post(worker: &Worker, message: &JsValue) -> Option<()> {
    let bytes = message.dyn_ref::<Array>().map(|pair| pair.get(1));
    let bytes = bytes.and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
    match bytes {
        Some(bytes) => worker
            .post_message_with_transfer(message, &Array::of1(&bytes.buffer()))
            .ok(),
        None => worker.post_message(message).ok(),
    }
}

fn give(asker: Option<Function>, answer: &JsValue) {
    if let Some(asker) = asker {
        // Settling a promise does not throw.
        let _ = asker.call1(&JsValue::UNDEFINED, answer);
    }
}
