//! The worker's side is played by a few lines of JavaScript, so that it can be late, wrong or broken.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use direct_sms::platform::phone::PhoneWorker;
use direct_sms::platform::{Error, names};
use domain::PhoneNumber;
use domain::phone::{NumberFacts, Validity};
use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, Url};

fn start(script: &str) -> PhoneWorker {
    let blob = Blob::new_with_str_sequence(&Array::of1(&script.into())).expect("a blob");
    let address = Url::create_object_url_with_blob(&blob).expect("an address");
    PhoneWorker::start(&address).expect("starts")
}

fn number(text: &str) -> PhoneNumber {
    text.parse().expect("a number")
}

async fn ask(worker: &PhoneWorker, text: &str) -> Result<NumberFacts, Error> {
    worker.ask(number(text)).await
}

fn printed(facts: Result<NumberFacts, Error>) -> Option<String> {
    let printed = facts.expect("an answer").printed?;
    Some(printed.as_str().to_owned())
}

pub async fn next_turn() {
    let window = web_sys::window().expect("a page");
    let wait = Promise::new(&mut |resolve, _| {
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 50)
            .expect("a timer");
    });
    JsFuture::from(wait).await.expect("passes");
}

/// Answers with the number itself, in the order in which `answers` calls it.
fn echo(answers: &str) -> String {
    format!(
        r#"const told = (question) => {{
            const [id, number] = question.split(" ");
            postMessage(`${{id}} {{"region":null,"kind":"unknown","printed":"${{number}}","validity":"valid"}}`);
        }};
        {answers}
        postMessage("ready");"#
    )
}

#[wasm_bindgen_test]
async fn what_is_asked_before_it_is_ready_is_answered() {
    let worker = start(&echo("onmessage = (event) => told(event.data);"));
    let facts = ask(&worker, "+14155550100").await.expect("an answer");
    assert_eq!(facts.validity, Validity::Valid);
    assert_eq!(
        printed(ask(&worker, "+14155550101").await).as_deref(),
        Some("+14155550101")
    );
}

#[wasm_bindgen_test]
async fn late_answers_find_their_question() {
    let worker = start(&echo(
        "const asked = [];
        onmessage = (event) => { asked.push(event.data); if (asked.length === 2) asked.reverse().forEach(told); };",
    ));
    let heard = Rc::new(RefCell::new(Vec::new()));
    let (other, first) = (worker.clone(), Rc::clone(&heard));
    spawn_local(async move {
        let answer = printed(ask(&other, "+14155550100").await);
        first.borrow_mut().push(answer);
    });
    let second = printed(ask(&worker, "+14155550101").await);
    assert_eq!(second.as_deref(), Some("+14155550101"));
    // The first question's answer came behind the second's; both are told within one turn of the page.
    next_turn().await;
    assert_eq!(*heard.borrow(), [Some("+14155550100".to_owned())]);
}

#[wasm_bindgen_test]
async fn r6_a_printed_form_of_other_digits_is_not_passed_on() {
    let worker = start(
        r#"onmessage = (event) => postMessage(event.data.split(" ")[0] + ' {"region":"RU","kind":"toll_free","printed":"+7 001234567","validity":"valid"}');
        postMessage("ready");"#,
    );
    assert_eq!(printed(ask(&worker, "+78001234567").await), None);
}

#[wasm_bindgen_test]
async fn a_worker_that_cannot_start_lets_nobody_wait() {
    for script in [
        "postMessage('failed')",
        "throw new Error('broken')",
        "importScripts('/no/such/file.js')",
    ] {
        let worker = start(script);
        let first = ask(&worker, "+14155550100").await;
        assert!(
            matches!(first, Err(Error::Unavailable { .. })),
            "{script}: {first:?}"
        );
        assert!(worker.has_failed());
        let second = ask(&worker, "+14155550100").await;
        assert!(
            matches!(second, Err(Error::Unavailable { .. })),
            "{script}: {second:?}"
        );
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_is_none_is_an_error() {
    let worker = start(
        r#"onmessage = (event) => postMessage(event.data.split(" ")[0] + " {}"); postMessage("ready");"#,
    );
    let answer = ask(&worker, "+14155550100").await;
    assert!(matches!(answer, Err(Error::Other(_))), "{answer:?}");
    assert!(!worker.has_failed());
}

#[wasm_bindgen_test]
async fn what_a_worker_says_after_it_was_let_go_is_not_heard() {
    let worker =
        start("for (let more = 0; more < 30; more += 1) setTimeout(() => postMessage('1% more'), 5 * more);");
    next_turn().await;
    let errors = Rc::new(Cell::new(0));
    let seen = Rc::clone(&errors);
    let listener = Closure::<dyn Fn()>::new(move || seen.set(seen.get() + 1));
    let window = web_sys::window().expect("a page");
    let function = listener.as_ref().unchecked_ref();
    window
        .add_event_listener_with_callback("error", function)
        .expect("listens");
    drop(worker);
    next_turn().await;
    window
        .remove_event_listener_with_callback("error", function)
        .expect("stops");
    assert_eq!(errors.get(), 0);
}

#[wasm_bindgen_test]
fn a_country_has_its_english_name() {
    assert_eq!(names::region("US"), "United States");
    assert_eq!(names::region("XK"), "Kosovo");
    assert_eq!(names::region("ZZ"), "Unknown Region");
}

#[wasm_bindgen_test]
fn languages_have_english_names_and_what_is_no_code_stands_for_itself() {
    assert_eq!(names::language("es"), "Spanish");
    for code in ["", "no code at all", "zz-"] {
        assert_eq!(names::language(code), code);
    }
}
