//! The repository's files, without what is built or fetched.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file, by its path from the root.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    /// `path:line: text` for each line that a test finds fault with; what follows `//` is no code.
    pub fn code_lines(&self, faulty: impl Fn(&str) -> bool) -> Vec<String> {
        let numbered = self.text.lines().zip(1..);
        numbered
            .filter(|(line, _)| faulty(code_of(line)))
            .map(|(line, number)| format!("{}:{number}: {}", self.path, line.trim()))
            .collect()
    }
}

/// The part of a Rust line before a comment; a `//` within a string follows a colon.
fn code_of(line: &str) -> &str {
    let comment = line
        .match_indices("//")
        .find(|(at, _)| !line[..*at].ends_with(':'));
    comment.map_or(line, |(at, _)| &line[..at])
}

pub fn root() -> PathBuf {
    // Asked when it runs: a binary may have been built for another checkout that shares the target folder.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap();
    Path::new(&package).ancestors().nth(2).unwrap().to_owned()
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All files under a folder that end in one of these.
pub fn under(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| endings.iter().any(|one| ending == *one))
        })
        .map(|path| File {
            text: fs::read_to_string(&path).unwrap(),
            path: path
                .strip_prefix(root())
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/"),
        })
        .collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    const NOT_OURS: [&str; 5] = ["target", "dist", "node_modules", "output", ".git"];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && !NOT_OURS.contains(&name) {
            walk(&path, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
}

/// The lines of a list that say something; `#` begins a remark.
pub fn list(path: &str) -> Vec<String> {
    let text = read(path);
    let lines = text.lines().map(|line| line.split('#').next().unwrap().trim());
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The words of a text: letters, digits, `_` and `-` in a row.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
        .filter(|word| !word.is_empty())
}

/// Whether a path such as `domain::` or `crate::session` begins anywhere in the line.
pub fn names(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + path.len()..].chars().next();
        let part_of_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !part_of_word(before)
            && before != Some(':')
            && (path.ends_with(|c: char| !c.is_alphanumeric()) || !part_of_word(after))
    })
}

/// The names under `[dependencies]` of a manifest.
pub fn list_dependencies(manifest: &str) -> Vec<String> {
    let text = read(manifest);
    let from = text
        .lines()
        .skip_while(|line| line.trim() != "[dependencies]")
        .skip(1);
    from.take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}
