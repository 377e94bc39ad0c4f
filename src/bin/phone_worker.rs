//! Answers the page's questions about phone numbers.
//!
//! A worker of its own, because the database is as large as the rest of the app and takes a third of a second
//! to unpack: the page neither downloads it nor waits for it until somebody enters a number.
//!
//! The page sends `7 +14155550100`, the worker answers `7 {"region":"US",…}`. Before that it says `ready` once,
//! or its loader (`public/worker_loader.js`) says `failed`.

use domain::PhoneNumber;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let page = scope.clone();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(answer) = event.data().as_string().as_deref().and_then(answer) {
            say(&page, &answer);
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    say(&scope, "ready");
    // What is asked meanwhile waits in the queue of messages.
    phone_facts::warm_up();
}

fn say(page: &DedicatedWorkerGlobalScope, text: &str) {
    // A text can always be sent.
    let _ = page.post_message(&JsValue::from_str(text));
}

/// The answer to a question, under the question's number; nothing for what is no question.
fn answer(question: &str) -> Option<String> {
    let (id, number) = question.split_once(' ')?;
    let facts = phone_facts::facts(number.parse::<PhoneNumber>().ok()?);
    let facts = serde_json::to_string(&facts).ok()?;
    Some(format!("{id} {facts}"))
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn r6_an_answer_bears_the_number_of_its_question() {
        assert_eq!(
            answer("7 +78001234567").as_deref(),
            Some(r#"7 {"region":"RU","kind":"toll_free","printed":"+7 800 123-45-67","validity":"valid"}"#)
        );
    }

    #[test]
    fn what_is_no_question_has_no_answer() {
        assert_eq!(answer(""), None);
        assert_eq!(answer("7"), None);
        assert_eq!(answer("7 41"), None);
        assert_eq!(answer("7 4155550100"), None);
    }
}
