//! The release build for the browser keeps what `scripts/split.mjs` needs to take it apart by page.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |key: &str, value: &str| std::env::var(key).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_FAMILY", "wasm") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bin=direct-sms=--emit-relocs");
    }
}
