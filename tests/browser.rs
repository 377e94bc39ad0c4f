//! The platform layer, and the digests of the engine, in a real browser: `scripts/test-wasm` runs these in Chromium.
#![cfg(target_arch = "wasm32")]

#[path = "../crates/domain/tests/company/mod.rs"]
mod company;
#[path = "browser/digests.rs"]
mod digest_tests;
#[path = "digests/lines.rs"]
mod digests;
#[path = "browser/phone.rs"]
mod phone;
#[path = "../crates/domain/tests/random/mod.rs"]
mod random;
#[path = "browser/widgets.rs"]
mod widgets;

use direct_sms::platform::Error;
use direct_sms::platform::store::{Store, Table, Write};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

async fn open(name: &str) -> Store {
    Store::open(name, || panic!("blocked")).await.expect("opens")
}

fn add(key: &str, text: &str) -> Write {
    Write::Add(Table::Log, key.into(), text.into())
}

async fn log(store: &Store) -> Vec<(String, String)> {
    store.read(&[Table::Log]).await.expect("reads").remove(0)
}

#[wasm_bindgen_test]
async fn records_come_back_in_the_order_of_their_keys_after_reopening() {
    let store = open("order").await;
    store
        .write(&[add("b", "second"), add("a", "first")])
        .await
        .expect("writes");
    let again = open("order").await;
    assert_eq!(
        log(&again).await,
        [("a".into(), "first".into()), ("b".into(), "second".into())]
    );
}

#[wasm_bindgen_test]
async fn a_key_in_use_refuses_the_whole_transaction() {
    let store = open("taken").await;
    store.write(&[add("1", "mine")]).await.expect("writes");
    let clash = store.write(&[add("2", "new"), add("1", "theirs")]).await;
    assert_eq!(clash, Err(Error::Taken));
    assert_eq!(log(&store).await, [("1".into(), "mine".into())]);
}

#[wasm_bindgen_test]
async fn clearing_and_writing_is_one_step() {
    let store = open("clear").await;
    store.write(&[add("1", "old")]).await.expect("writes");
    store
        .write(&[
            Write::Clear(Table::Log),
            Write::Put(Table::Log, "2".into(), "new".into()),
        ])
        .await
        .expect("writes");
    assert_eq!(log(&store).await, [("2".into(), "new".into())]);
}
