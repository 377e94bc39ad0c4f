//! Who may use whom: pages → forms → parts → ui, screens → session → platform, and nothing from the pure crates outwards.

use crate::files::{list_dependencies, names, under};
use crate::none;

/// A folder, and the paths its code may not name.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "src/ui",
        &[
            "domain::",
            "sync::",
            "phone_facts::",
            "engine::",
            "crate::session",
            "crate::paths",
            "crate::words",
            "crate::platform",
            "crate::parts",
            "crate::forms",
            "crate::pages",
            "crate::app",
        ],
    ),
    (
        "src/parts",
        &["crate::platform", "crate::forms", "crate::pages", "crate::app"],
    ),
    ("src/bin", &["direct_sms::", "leptos::"]),
    ("src/forms", &["crate::platform", "crate::pages", "crate::app"]),
    ("src/pages", &["crate::platform", "crate::app"]),
    (
        "src/words",
        &[
            "engine::",
            "crate::platform",
            "crate::session",
            "crate::parts",
            "crate::forms",
            "crate::pages",
            "crate::app",
        ],
    ),
    (
        "src/session",
        &[
            "crate::ui",
            "crate::parts",
            "crate::forms",
            "crate::pages",
            "crate::app",
        ],
    ),
    (
        "src/platform",
        &[
            "crate::session",
            "crate::ui",
            "crate::parts",
            "crate::forms",
            "crate::pages",
            "crate::words",
            "crate::app",
            "leptos::",
        ],
    ),
    (
        "crates/domain/src",
        &["sync::", "phone_facts::", "direct_sms::", "leptos::"],
    ),
    ("crates/sync/src", &["phone_facts::", "direct_sms::", "leptos::"]),
    ("crates/phone-facts/src", &["sync::", "direct_sms::", "leptos::"]),
    (
        "crates/engine/src",
        &["sync::", "phone_facts::", "direct_sms::", "leptos::"],
    ),
];

#[test]
fn no_layer_uses_one_above_it() {
    let mut breaches = Vec::new();
    for (folder, forbidden) in FORBIDDEN {
        let mut files = under(&parent_of(folder), &["rs"]);
        // The folder's own module stands beside it.
        let module = format!("{folder}.rs");
        files.retain(|file| file.path == module || file.path.starts_with(&format!("{folder}/")));
        for file in files {
            breaches.extend(file.code_lines(|line| forbidden.iter().any(|path| names(line, path))));
        }
    }
    none(breaches, "these lines use a layer that theirs may not know");
}

#[test]
fn only_its_own_thread_links_the_phone_number_database() {
    let mut breaches = Vec::new();
    for file in under("src", &["rs"]) {
        if file.path != "src/bin/phone_worker.rs" {
            breaches.extend(file.code_lines(|line| names(line, "phone_facts::")));
        }
    }
    none(
        breaches,
        "ask the thread: the database is as large as the rest of the app",
    );
}

fn parent_of(folder: &str) -> String {
    folder.rsplit_once('/').unwrap().0.to_owned()
}

#[test]
fn a_use_names_one_layer() {
    let mut breaches = Vec::new();
    for file in under("src", &["rs"]) {
        breaches.extend(file.code_lines(|line| line.contains("use crate::{")));
    }
    none(
        breaches,
        "write one `use crate::layer::…` a layer, so that these tests see them",
    );
}

/// Clocks, chance, files, the network, threads, other tasks and the browser.
const IMPURE: &[&str] = &[
    "now(",
    "async fn",
    ".await",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "rand::",
    "getrandom::",
    "new_v4",
    "web_sys::",
    "js_sys::",
    "wasm_bindgen::",
    "println!",
    "eprintln!",
    "static mut",
];

#[test]
fn the_core_is_pure() {
    let mut breaches = Vec::new();
    for folder in ["crates/domain/src", "crates/sync/src", "crates/engine/src"] {
        for file in under(folder, &["rs"]) {
            breaches.extend(file.code_lines(|line| IMPURE.iter().any(|path| names(line, path))));
        }
    }
    none(breaches, "take what this needs as an argument");
}

#[test]
fn the_core_depends_on_nothing_impure() {
    const OURS: &[&str] = &["sync", "phone-facts", "direct-sms"];
    const FOREIGN: &[&str] = &[
        "leptos",
        "wasm-bindgen",
        "web-sys",
        "js-sys",
        "tokio",
        "rand",
        "getrandom",
        "gloo-net",
        "indexed_db_futures",
    ];
    let mut breaches = Vec::new();
    for name in ["domain", "sync", "engine"] {
        let manifest = format!("crates/{name}/Cargo.toml");
        for dependency in list_dependencies(&manifest) {
            if OURS.contains(&dependency.as_str()) || FOREIGN.contains(&dependency.as_str()) {
                breaches.push(format!("{manifest}: {dependency}"));
            }
        }
    }
    none(breaches, "the core may not depend on these");
}

#[test]
fn only_one_file_reads_the_clock() {
    const CLOCKS: &[&str] = &[
        "Utc::now",
        "Local::now",
        "Date::now",
        "Date::new_0",
        "SystemTime",
        "Instant::now",
    ];
    let mut breaches = Vec::new();
    for file in under("src", &["rs"]) {
        if file.path != "src/platform/clock.rs" {
            breaches.extend(file.code_lines(|line| CLOCKS.iter().any(|clock| line.contains(clock))));
        }
    }
    none(breaches, "ask `platform::clock` (screens: `session::now`)");
}
