//! Does the long work of the rule engine for the page.
//!
//! A worker of its own, because a year of ten thousand numbers takes longer than a page may stand still. The page
//! sends `7 {question}`, a long one as bytes (`["7", bytes]`) or in pieces of them (`["7+", bytes]`, `["7", bytes]`), the
//! worker says `7% {progress}` now and then and `7 {answer}` once. A file that a question is about comes before it, as
//! `["7", file]`; a text to be downloaded goes to the page in the same way. Before all that it says `ready`, or its loader
//! (`public/worker_loader.js`) says `failed`.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use engine::{Answer, Desk, FileAnswer, FileQuestion, Question, Said};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, DedicatedWorkerGlobalScope, File, FileReaderSync, MessageChannel, MessageEvent, MessagePort,
};

/// How long the worker is deaf at a time: an edit's effect is told within a tenth of a second, whatever is at work.
const SLICE_MS: f64 = 12.0;
/// How often it says how far it is.
const PROGRESS_MS: f64 = 100.0;

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let Ok(turns) = MessageChannel::new() else {
        return;
    };
    let worker = Rc::new(Worker {
        scope: scope.clone(),
        next: turns.port2(),
        desk: RefCell::default(),
        begun: RefCell::default(),
        files: RefCell::default(),
        is_awake: Cell::default(),
        told: Cell::default(),
    });
    let slicing = Rc::clone(&worker);
    let slice = Closure::<dyn Fn()>::new(move || slicing.slice());
    turns.port1().set_onmessage(Some(slice.as_ref().unchecked_ref()));
    slice.forget();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        if let Some(text) = data.as_string() {
            if let Some((id, text)) = text.split_once(' ') {
                worker.hear(id, text.into());
            }
        } else if let Some(pair) = data.dyn_ref::<Array>() {
            let id = pair.get(0).as_string().unwrap_or_default();
            match pair.get(1).dyn_into::<Uint8Array>() {
                Ok(bytes) => worker.hear(&id, bytes.to_vec()),
                Err(file) => worker.keep(&id, file),
            }
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    // A text can always be sent.
    let _ = scope.post_message(&JsValue::from_str("ready"));
}

struct Worker {
    scope: DedicatedWorkerGlobalScope,
    /// Begins the next slice behind what has come meanwhile. A message has no least delay, as a timer has.
    next: MessagePort,
    desk: RefCell<Desk>,
    /// The questions of which not all has come, by their numbers.
    begun: RefCell<HashMap<u32, Vec<u8>>>,
    /// The files whose questions have not come, by their numbers.
    files: RefCell<HashMap<u32, File>>,
    /// Whether a slice is under way.
    is_awake: Cell<bool>,
    /// When it last said how far it is.
    told: Cell<f64>,
}

impl Worker {
    fn keep(&self, id: &str, file: JsValue) {
        if let (Ok(id), Ok(file)) = (id.parse(), file.dyn_into()) {
            self.files.borrow_mut().insert(id, file);
        }
    }

    /// The question with the bytes of its file, if it has one; `None` when that cannot be read.
    fn with_bytes(&self, id: u32, mut question: Question) -> Option<Question> {
        if let Question::File(FileQuestion::Try { bytes, .. }) = &mut question {
            let file = self.files.borrow_mut().remove(&id)?;
            let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(&file).ok()?;
            *bytes = Uint8Array::new(&buffer).to_vec();
        }
        Some(question)
    }

    fn hear(&self, id: &str, bytes: Vec<u8>) {
        let piece_of = id.strip_suffix('+');
        let Ok(id) = piece_of.unwrap_or(id).parse() else {
            return;
        };
        let mut begun = self.begun.borrow_mut();
        if piece_of.is_some() {
            begun.entry(id).or_default().extend(bytes);
            return;
        }
        let whole = match begun.remove(&id) {
            Some(before) => [before, bytes].concat(),
            None => bytes,
        };
        drop(begun);
        match Question::read(&whole).and_then(|question| self.with_bytes(id, question)) {
            Some(question) => self.desk.borrow_mut().ask(id, question),
            None => self.say(&Said::Answer(id, Answer::Nothing)),
        }
        if !self.is_awake.replace(true) {
            self.slice();
        }
    }

    /// Works for a while, then lets messages in.
    fn slice(&self) {
        let end = self.now() + SLICE_MS;
        while self.now() < end {
            let said = self.desk.borrow_mut().step();
            let Some(said) = said else {
                self.is_awake.set(false);
                return;
            };
            self.say(&said);
        }
        if self.next.post_message(&JsValue::NULL).is_err() {
            self.is_awake.set(false);
        }
    }

    fn say(&self, said: &Said) {
        match said {
            Said::Progress(..) => {
                let now = self.now();
                if now < self.told.get() + PROGRESS_MS {
                    return;
                }
                self.told.set(now);
            }
            Said::Answer(id, Answer::File(FileAnswer::Text(text))) => {
                let parts = Array::of1(&JsValue::from_str(text));
                if let Ok(blob) = Blob::new_with_str_sequence(&parts) {
                    let pair = Array::of2(&id.to_string().into(), &blob);
                    let _ = self.scope.post_message(&pair);
                }
                return;
            }
            Said::Answer(..) => {}
        }
        let _ = self.scope.post_message(&JsValue::from_str(&said.text()));
    }

    fn now(&self) -> f64 {
        self.scope
            .performance()
            .map_or(0.0, |performance| performance.now())
    }
}
