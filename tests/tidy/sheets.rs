//! Style sheets: linked once, in a layer, in use, and without colours of their own.

use crate::files::{read, under, words};
use crate::none;

#[test]
fn every_sheet_is_linked_once() {
    let page = read("index.html");
    let linked: Vec<&str> = page
        .split('"')
        .filter(|part| part.starts_with("style/") && part.ends_with(".css"))
        .collect();
    let sheets = under("style", &["css"]);
    let count = |path: &str| linked.iter().filter(|link| **link == path).count();
    let mut breaches: Vec<String> = sheets
        .iter()
        .filter(|sheet| count(&sheet.path) != 1)
        .map(|sheet| format!("{} is linked {} times", sheet.path, count(&sheet.path)))
        .collect();
    let gone = linked
        .iter()
        .filter(|link| sheets.iter().all(|sheet| sheet.path != **link));
    breaches.extend(gone.map(|link| format!("{link} does not exist")));
    none(breaches, "link every sheet once in index.html");
}

#[test]
fn every_rule_lies_in_a_layer() {
    let declared = read("style/layers.css");
    let mut breaches = Vec::new();
    for sheet in under("style", &["css"]) {
        for prelude in top_level(&without_comments(&sheet.text)) {
            let layer = prelude.strip_prefix("@layer").map(str::trim);
            match layer {
                Some(name) if words(&declared).any(|word| word == name) => {}
                Some(_) if sheet.path == "style/layers.css" => {}
                _ => breaches.push(format!("{}: `{prelude}`", sheet.path)),
            }
        }
    }
    none(
        breaches,
        "put every rule into one of the layers of style/layers.css",
    );
}

/// What stands before each outermost block or semicolon.
fn top_level(css: &str) -> Vec<String> {
    let (mut found, mut depth, mut prelude) = (Vec::new(), 0, String::new());
    for letter in css.chars() {
        match letter {
            '{' | ';' if depth == 0 => {
                found.push(prelude.trim().to_owned());
                prelude.clear();
                depth += i32::from(letter == '{');
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => prelude.push(letter),
            _ => {}
        }
    }
    found
}

fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// The names by which a colour can be written; those without a colour of their own may stand anywhere.
const NAMED: &[&str] = &[
    "white", "black", "red", "green", "blue", "gray", "grey", "orange", "yellow", "purple", "teal", "navy",
    "silver", "maroon", "pink", "brown", "gold", "crimson", "indigo", "violet",
];
const FUNCTIONS: &[&str] = &[
    "rgb(",
    "rgba(",
    "hsl(",
    "hsla(",
    "hwb(",
    "lab(",
    "lch(",
    "oklab(",
    "oklch(",
    "light-dark(",
];

#[test]
fn every_colour_is_a_token() {
    let mut breaches = Vec::new();
    let drawings = under("style", &["svg"]);
    for file in under("style", &["css"]).into_iter().chain(drawings) {
        if file.path == "style/tokens.css" {
            continue;
        }
        let css = without_comments(&file.text);
        for line in css.lines() {
            let value = line.split_once(':').map_or(line, |(_, value)| value);
            let named = words(value).any(|word| NAMED.contains(&word)) && line.trim_end().ends_with(';');
            if named || hexadecimal(value) || FUNCTIONS.iter().any(|function| line.contains(function)) {
                breaches.push(format!("{}: {}", file.path, line.trim()));
            }
        }
    }
    for file in under("src", &["rs"]) {
        breaches.extend(file.code_lines(|line| {
            FUNCTIONS
                .iter()
                .any(|function| line.contains(&format!("\"{function}")))
        }));
    }
    none(
        breaches,
        "name the colour in style/tokens.css and use it by `var(--…)`",
    );
}

/// Whether a `#` is followed by three to eight hexadecimal digits and nothing else.
fn hexadecimal(value: &str) -> bool {
    value.split('#').skip(1).any(|after| {
        let digits = after.chars().take_while(char::is_ascii_alphanumeric);
        let word: String = digits.collect();
        (3..=8).contains(&word.len()) && word.chars().all(|c| c.is_ascii_hexdigit())
    })
}

#[test]
fn every_sheet_is_in_use() {
    let mut screens: String = under("src", &["rs"]).into_iter().map(|file| file.text).collect();
    // The panic screen stands in the page itself; the head names every sheet.
    screens.push_str(read("index.html").split("<body>").last().unwrap());
    let used: std::collections::HashSet<&str> = words(&screens).collect();
    let mut breaches = Vec::new();
    for sheet in under("style", &["css"]) {
        let css = without_comments(&sheet.text);
        // A sheet begins with its own block; sheets of elements and of tokens have none.
        let Some(block) = first_class(&css).filter(|_| sheet.path.matches('/').count() == 2) else {
            continue;
        };
        if !used.contains(block.as_str()) {
            breaches.push(format!("{}: nothing in src/ has the class `{block}`", sheet.path));
        }
    }
    none(breaches, "a sheet belongs to a widget, a part or a page");
}

fn first_class(css: &str) -> Option<String> {
    let mut after_dots = css.split('.').skip(1);
    let name = after_dots.find(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let name = name
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c));
    Some(name.collect())
}
