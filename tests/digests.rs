//! The digests of random companies and drafts, natively; `tests/browser.rs` compares the same in Chromium.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../crates/domain/tests/company/mod.rs"]
mod company;
#[path = "digests/lines.rs"]
mod digests;
#[path = "../crates/domain/tests/random/mod.rs"]
mod random;

#[test]
fn digests_are_those_of_every_other_machine() {
    if std::env::var_os("WRITE_DIGESTS").is_some() {
        let lines: String = (0..digests::SEEDS)
            .map(|seed| digests::line(seed) + "\n")
            .collect();
        std::fs::write("../../tests/digests/expected.txt", lines).expect("the file is there");
        return;
    }
    // What a review once said is kept with drafts: a change of these lines makes each of them look like another effect.
    assert_eq!(digests::first_difference(), None);
}

#[test]
fn the_version_of_the_rules_is_another_when_the_digests_are() {
    let digest = domain::impact::Digest::of_texts([digests::EXPECTED]).to_string();
    let of_rules = domain::VERSION.split_once('+').map(|(_, build)| build);
    assert_eq!(
        of_rules,
        digest.get(..8),
        "write it into VERSION of crates/domain/src/lib.rs"
    );
}
