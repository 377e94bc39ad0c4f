//! Rules, rows and scenarios of the specification: those named here exist there, and each has a test.

use std::collections::BTreeSet;
use std::fs;

use crate::files::{list, read, root, under, words};
use crate::none;

/// Every id of the specification, spelled out from the ranges of `ids.txt`.
fn known() -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for line in list("tests/tidy/ids.txt") {
        let mut parts = line.split_whitespace();
        let kind = parts.next().unwrap();
        for part in parts {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            if let (Ok(from), Ok(to)) = (first.parse::<u32>(), last.parse::<u32>()) {
                let width = first.len();
                known.extend((from..=to).map(|number| format!("{kind}{number:0width$}")));
            } else {
                known.insert(format!("{kind}{part}"));
            }
        }
    }
    known
}

/// `R21`, `D21a`, `S130` or `A42`; not `E164`, nor a colour.
fn is_id(word: &str) -> bool {
    let Some(kind) = word.chars().next().filter(|kind| "RDSA".contains(*kind)) else {
        return false;
    };
    let number = word[1..].trim_end_matches(|c| kind == 'D' && ('a'..='e').contains(&c));
    let digits = if kind == 'S' { 3..=3 } else { 1..=3 };
    let counts = kind == 'S' || !number.starts_with('0');
    counts && digits.contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit())
}

/// The ids at the beginning of a test's name: `r21_r22_a_number_has_one_owner` names two, `d1_to_d3_…` three.
fn in_name(name: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut up_to = false;
    for part in name.split('_') {
        let mut letters = part.chars();
        let kind = letters.next().map(|letter| letter.to_ascii_uppercase());
        let id: String = kind.into_iter().chain(letters).collect();
        match part {
            "to" => up_to = true,
            "and" => up_to = false,
            _ if !is_id(&id) => break,
            _ => {
                let number = |id: &str| id[1..].parse::<u32>();
                if let (true, Some(Ok(from)), Ok(to)) =
                    (up_to, found.last().map(|last| number(last)), number(&id))
                {
                    found.extend((from + 1..to).map(|between| format!("{}{between}", &id[..1])));
                }
                found.push(id);
                up_to = false;
            }
        }
    }
    found
}

fn function_names(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let (_, rest) = line.split_once("fn ")?;
        words(rest).next()
    })
}

#[test]
fn every_id_in_the_repository_is_in_the_specification() {
    let known = known();
    let mut breaches = Vec::new();
    for file in under(".", &["rs", "ts", "mjs", "toml", "md", "txt"]) {
        let split = |c: char| !c.is_ascii_alphanumeric();
        let named = file
            .text
            .split(split)
            .filter(|word| is_id(word))
            .map(str::to_owned);
        let in_names = function_names(&file.text).flat_map(in_name);
        let unknown: BTreeSet<String> = named.chain(in_names).filter(|id| !known.contains(id)).collect();
        breaches.extend(unknown.into_iter().map(|id| format!("{}: {id}", file.path)));
    }
    none(
        breaches,
        "these ids are not in the specification (tests/tidy/ids.txt)",
    );
}

/// Ids named by tests: in a test's name or as a literal of its own, in a case file, in the title of a browser test.
fn tested() -> BTreeSet<String> {
    let mut tested = BTreeSet::new();
    for file in under(".", &["rs"]) {
        let is_tests = file.path.contains("tests/");
        let body = if is_tests {
            Some(file.text.as_str())
        } else {
            file.text.split_once("#[cfg(test)]").map(|(_, tests)| tests)
        };
        tested.extend(body.into_iter().flat_map(function_names).flat_map(in_name));
        let literals = body.into_iter().flat_map(|text| text.split('"'));
        tested.extend(literals.filter(|literal| is_id(literal)).map(str::to_owned));
    }
    let cases = under("crates", &["toml", "txt"])
        .into_iter()
        .filter(|file| file.path.contains("/tests/cases/"));
    for file in cases.chain(under("tests/e2e", &["ts"])) {
        let titles = file
            .text
            .lines()
            .filter(|line| !file.path.ends_with(".ts") || line.contains("test("));
        let split = |c: char| !c.is_ascii_alphanumeric();
        tested.extend(
            titles
                .flat_map(|line| line.split(split))
                .filter(|word| is_id(word))
                .map(str::to_owned),
        );
    }
    tested
}

#[test]
fn every_rule_outcome_decision_and_scenario_has_a_test() {
    let (tested, known) = (tested(), known());
    let gaps: BTreeSet<String> = list("tests/tidy/gaps.txt")
        .iter()
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect();
    let missing = known
        .iter()
        .filter(|id| !tested.contains(*id) && !gaps.contains(*id));
    none(
        missing.cloned().collect(),
        "no test is named after these: write one, such as `fn r21_a_number_has_one_owner`",
    );
    let closed = gaps.iter().filter(|id| tested.contains(*id));
    none(
        closed.cloned().collect(),
        "these have a test now: take them out of tests/tidy/gaps.txt",
    );
    let unknown = gaps.iter().filter(|id| !known.contains(*id));
    none(
        unknown.cloned().collect(),
        "tests/tidy/gaps.txt names what the specification does not",
    );
}

/// The specification is kept outside of this repository; where it lies beside it, the two lists are compared.
#[test]
fn the_list_of_ids_is_that_of_the_specification() {
    let Ok(text) = fs::read_to_string(root().join("../shared/specification.md")) else {
        return;
    };
    let of_line = |line: &str| {
        let first = line
            .trim_start_matches(['|', '-', ' '])
            .split_whitespace()
            .next()?;
        (line.starts_with(['|', '-']) && is_id(first)).then(|| first.to_owned())
    };
    let specified: BTreeSet<String> = text.lines().filter_map(of_line).collect();
    let known = known();
    none(
        specified.symmetric_difference(&known).cloned().collect(),
        "correct tests/tidy/ids.txt: it differs in these",
    );
    assert!(read("tests/tidy/ids.txt").lines().count() < 40, "write ranges");
}
