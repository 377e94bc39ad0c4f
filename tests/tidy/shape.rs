//! Where things stand, and how long a file may be.

use std::fs;

use crate::files::{File, read, root, under};
use crate::none;

#[test]
fn no_module_is_called_mod() {
    let files = under(".", &["rs"]);
    // Helpers that several test programs share have no other place: a file beside them would be a test program.
    let breaches = files
        .iter()
        .filter(|file| file.path.ends_with("/mod.rs") && !file.path.contains("/tests/"));
    none(
        breaches.map(|file| file.path.clone()).collect(),
        "write `thing.rs` beside `thing/`",
    );
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let files = under(".", &["rs", "css", "ts", "mjs"]);
    // Tests are lines of data for one `check`: they may go on a little longer.
    let limit = |file: &File| if file.path.contains("tests/") { 500 } else { 400 };
    let long = files
        .iter()
        .filter(|file| file.text.lines().count() > limit(file));
    none(
        long.map(|file| format!("{}: {}", file.path, file.text.lines().count()))
            .collect(),
        "look for the second idea",
    );
}

#[test]
fn every_file_of_tests_is_run() {
    let listed = read("crates/domain/tests/rules.rs");
    let forgotten = under("crates/domain/tests", &["rs"])
        .into_iter()
        .filter_map(|file| {
            Some(
                file.path
                    .strip_prefix("crates/domain/tests/")?
                    .strip_suffix(".rs")?
                    .to_owned(),
            )
        })
        .filter(|name| {
            !name.contains('/') && name != "rules" && !listed.contains(&format!("\nmod {name};\n"))
        })
        .collect();
    none(
        forgotten,
        "name it in crates/domain/tests/rules.rs, or it is never run",
    );
}

/// An address: a slash or a question mark and a letter, at the beginning of a literal.
fn has_address(line: &str) -> bool {
    let begins = |opening: &str| {
        let mut found = line.match_indices(opening);
        found.any(|(at, _)| line[at + opening.len()..].starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    begins("\"/") || begins("\"?")
}

#[test]
fn every_address_stands_in_paths() {
    let mut breaches = Vec::new();
    for file in under("src", &["rs"]) {
        if file.path != "src/paths.rs" && !file.path.starts_with("src/paths/") {
            breaches.extend(file.code_lines(has_address));
        }
    }
    none(breaches, "name a page or an asset of src/paths.rs instead");
}

#[test]
fn no_view_has_a_style_attribute() {
    let mut breaches = Vec::new();
    for file in under("src", &["rs"]) {
        breaches.extend(file.code_lines(|line| {
            let line = format!(" {line}");
            line.contains(" style=") || line.contains("\"style\"") || line.contains("inner_html")
        }));
    }
    none(
        breaches,
        "the content policy forbids inline styles: use a class, or `style:--name=` for a custom property",
    );
}

#[test]
fn nothing_is_left_for_later() {
    const LATER: &[&str] = &[
        "TODO",
        "FIXME",
        "XXX",
        "#[ignore]",
        "dbg!(",
        "test.only",
        "test.skip",
        "test.fixme",
    ];
    let mut breaches = Vec::new();
    let files: Vec<File> = under(".", &["rs", "ts", "mjs", "css"]);
    for file in files.iter().filter(|file| file.path != "tests/tidy/shape.rs") {
        for (line, number) in file.text.lines().zip(1..) {
            if LATER.iter().any(|word| line.contains(word)) {
                breaches.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    none(breaches, "finish it or take it out");
}

#[test]
fn every_widget_is_on_the_widgets_page() {
    let page: String = under("src/pages/widgets", &["rs"])
        .into_iter()
        .map(|file| file.text)
        .collect();
    let mut breaches = Vec::new();
    for file in under("src/ui", &["rs"]) {
        let mut component = false;
        for line in file.text.lines() {
            component |= line == "#[component]";
            if let Some(rest) = line.strip_prefix("pub fn ").filter(|_| component) {
                let name = rest.split(['<', '(']).next().unwrap();
                // The hosts are mounted once, at the app's root.
                if !name.ends_with("Host") && !page.contains(&format!("<{name}")) {
                    breaches.push(format!("{}: {name}", file.path));
                }
            }
            component &= !line.starts_with("pub fn ");
        }
    }
    none(breaches, "show it on /widgets in each of its states");
}

#[test]
fn the_readme_names_every_folder() {
    let readme = read("README.md");
    let mut breaches = Vec::new();
    for parent in ["crates", "src", "."] {
        for entry in fs::read_dir(root().join(parent)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let ours = !name.starts_with('.') && !["target", "dist"].contains(&name.as_str());
            let path = if parent == "." {
                format!("{name}/")
            } else {
                format!("{parent}/{name}")
            };
            if ours && entry.path().is_dir() && !readme.contains(&format!("`{path}")) {
                // `src` and `crates` are named by what is in them.
                if !readme.contains(&format!("`{}", path.trim_end_matches('/'))) {
                    breaches.push(path);
                }
            }
        }
    }
    none(breaches, "give these a line in the code map of README.md");
}
