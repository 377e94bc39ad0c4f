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
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, DedicatedWorkerGlobalScope, File, MessageChannel, MessageEvent, MessagePort,
    ReadableStreamByobReader,
};

/// How long the worker is deaf at a time: an edit's effect is told within a tenth of a second, whatever is at work.
const SLICE_MS: f64 = 12.0;
/// How many bytes of a file it asks for at a time.
const PIECE: u32 = 1 << 20;
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
        stops: Cell::default(),
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
    /// How often what was at work was stopped.
    stops: Cell<u32>,
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

    fn hear(self: &Rc<Self>, id: &str, bytes: Vec<u8>) {
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
        match Question::read(&whole) {
            Some(Question::File(question @ FileQuestion::Try { .. })) => self.read(id, question),
            Some(question) => self.ask(id, question),
            None => self.say(&Said::Answer(id, Answer::Nothing)),
        }
    }

    fn ask(&self, id: u32, question: Question) {
        if matches!(
            question,
            Question::Stop | Question::Open(_) | Question::Change { .. }
        ) {
            self.stops.set(self.stops.get().wrapping_add(1));
        }
        self.desk.borrow_mut().ask(id, question);
        if !self.is_awake.replace(true) {
            self.slice();
        }
    }

    /// Has the file of a question read as it comes, then asks it.
    fn read(self: &Rc<Self>, id: u32, question: FileQuestion) {
        let file = self.files.borrow_mut().remove(&id);
        let (worker, stops) = (Rc::clone(self), self.stops.get());
        spawn_local(async move {
            let whole = match file {
                Some(file) => worker.receive(&file, stops).await,
                None => None,
            };
            match whole {
                _ if worker.stops.get() != stops => worker.say(&Said::Answer(id, Answer::Stopped)),
                Some(()) => worker.ask(id, Question::File(question)),
                // It cannot be read.
                None => worker.say(&Said::Answer(id, Answer::Nothing)),
            }
        });
    }

    /// Reads all of a file, unless it cannot be read or somebody stops it.
    async fn receive(&self, file: &File, stops: u32) -> Option<()> {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number, and cut to the greatest there is"
        )]
        self.desk.borrow_mut().expect_file(file.size() as usize);
        let Ok(pieces) = ReadableStreamByobReader::new(&file.stream()) else {
            // A browser that fills no buffers gives all of it at once.
            let all = JsFuture::from(file.array_buffer()).await.ok()?;
            self.desk.borrow_mut().receive(&Uint8Array::new(&all).to_vec());
            return Some(());
        };
        let mut buffer = ArrayBuffer::new(PIECE);
        loop {
            let piece = pieces.read_with_array_buffer_view(&Uint8Array::new(&buffer));
            let piece = JsFuture::from(piece).await.ok()?;
            if self.stops.get() != stops {
                // What comes of it is of no use to anybody.
                let _ = pieces.cancel();
                return None;
            }
            let value = Reflect::get(&piece, &"value".into()).ok()?;
            let value = value
                .dyn_into::<Uint8Array>()
                .ok()
                .filter(|value| value.length() > 0);
            let Some(value) = value else {
                return Some(());
            };
            self.desk.borrow_mut().receive(&value.to_vec());
            buffer = value.buffer();
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
