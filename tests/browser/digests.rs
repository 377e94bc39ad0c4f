//! A draft's effect has the same digest in the browser as everywhere else.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::digests::{SEEDS, first_difference};

#[wasm_bindgen_test]
fn digests_are_those_of_a_native_run() {
    assert_eq!(first_difference(), None, "of {SEEDS} companies");
}
