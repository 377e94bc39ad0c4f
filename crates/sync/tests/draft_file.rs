//! A draft goes to a colleague as a file, and is the same there, or it is told what is not.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../../domain/tests/company/mod.rs"]
mod company;
#[path = "../../domain/tests/picks/mod.rs"]
mod picks;

use company::*;
use domain::impact::impact;
use domain::{Draft, Intent, Workspace};
use picks::{Pick, picks};
use proptest::prelude::*;
use sync::Head;
use sync::draft_file::{DraftFile, DraftFileError, Effect, digest};
use uuid::Uuid;

fn head() -> Head {
    Head::first(company())
}

fn draft(intents: Vec<Intent>) -> Draft {
    let mut draft = Draft::new(Uuid::from_u128(7).into(), "Winter hours", 1).with_intents(intents);
    "For the board".clone_into(&mut draft.note);
    draft
}

fn effect(before: &Workspace, draft: &Draft) -> Effect {
    let from = "2026-10-15T19:32:00Z".parse().unwrap();
    let found = impact(before, &draft.replay(before).workspace, from, 12);
    Effect {
        from,
        months: 12,
        numbers: found.totals().numbers,
        digest: found.digest(),
    }
}

/// The file of one draft, with its effect.
fn file() -> DraftFile {
    let draft = draft(vec![
        assign(n1(), agent(ANN)),
        Intent::RemoveNumber { number: n2() },
    ]);
    DraftFile::of(&draft, &head(), Some(effect(&head().workspace, &draft)))
}

#[test]
fn a_draft_comes_back_as_it_was_and_fits_exactly() {
    let text = file().write().unwrap();
    let read = DraftFile::read(text.as_bytes()).unwrap();
    assert_eq!(read, file());
    // A byte-order mark is passed over.
    assert_eq!(
        DraftFile::read(format!("\u{feff}{text}").as_bytes()).unwrap(),
        file()
    );
    let fit = read.fit(&head()).unwrap();
    assert!(fit.is_exact() && fit.refused.is_empty(), "{fit:?}");
    let again = draft(read.intents.clone());
    assert_eq!(Some(effect(&head().workspace, &again)), read.effect);
}

#[test]
fn the_base_is_what_is_configured_and_not_its_revision() {
    let mut later = head();
    later.revision = 9;
    assert!(file().fit(&later).unwrap().is_same_base);
    let label = Intent::Relabel {
        number: n1(),
        label: "Other".parse().unwrap(),
    };
    later.workspace.apply(&label).unwrap();
    let fit = file().fit(&later).unwrap();
    assert!(!fit.is_same_base && !fit.is_exact() && fit.refused.is_empty());
}

#[test]
fn what_cannot_be_made_here_is_told_with_its_reason() {
    let mut taken = head();
    taken.workspace.apply(&assign(n1(), agent(BOB))).unwrap();
    let fit = file().fit(&taken).unwrap();
    let [(place, words, refusal)] = fit.refused.as_slice() else {
        unreachable!("{fit:?}")
    };
    assert_eq!((*place, words.as_str()), (0, "assign +14155550101 to agent Ann"));
    assert!(refusal.to_string().contains("belongs to agent Bob"), "{refusal}");
}

#[test]
fn another_engine_and_other_time_zone_data_are_noticed() {
    let text = file().write().unwrap();
    let engine = format!(r#""engine": "{}""#, domain::VERSION);
    let zones = format!(r#""zones": "{}""#, domain::ZONE_DATA);
    let other = |from: &str, to: &str| {
        assert!(text.contains(from), "{text}");
        DraftFile::read(text.replace(from, to).as_bytes())
            .unwrap()
            .fit(&head())
            .unwrap()
    };
    let fit = other(&engine, r#""engine": "99.0.0""#);
    assert_eq!(
        (fit.is_same_engine, fit.are_same_zones, fit.is_exact()),
        (false, true, false)
    );
    let fit = other(&zones, r#""zones": "1999a""#);
    assert_eq!(
        (fit.is_same_engine, fit.are_same_zones, fit.is_exact()),
        (true, false, false)
    );
}

#[test]
fn a_file_that_cannot_be_opened_says_why() {
    let text = file().write().unwrap();
    let error = |text: &str| DraftFile::read(text.as_bytes()).unwrap_err();
    assert_eq!(DraftFile::read(b"\xff\xfe"), Err(DraftFileError::Foreign));
    for foreign in [
        "",
        "{}",
        "[]",
        "number,label\n",
        &sync::file::write(&company()).unwrap(),
    ] {
        assert_eq!(error(foreign), DraftFileError::Foreign);
    }
    assert_eq!(
        error(&text.replace("\"version\": 1", "\"version\": 2")),
        DraftFileError::TooNew
    );
    let damaged = error(&text.replace("+14155550101", "one hundred")).to_string();
    assert!(
        damaged.starts_with("this draft's file is damaged: intents[0].assign.number: write digits"),
        "{damaged}"
    );
    let cut = text.get(..text.len() / 2).unwrap();
    assert!(
        error(cut)
            .to_string()
            .starts_with("this draft's file is damaged: EOF"),
        "{}",
        error(cut)
    );
    let elsewhere = Head::first(Workspace::empty("Acme", zone("UTC")));
    assert_eq!(
        file().fit(&elsewhere).unwrap_err().to_string(),
        "this draft belongs to the workspace of Test, and open is that of Acme: open theirs first"
    );
    let empty = DraftFile::of(&draft(Vec::new()), &head(), None);
    assert_eq!(empty.fit(&head()), Err(DraftFileError::Empty));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn random_drafts_come_back_with_the_same_effect(first in picks(40), then in picks(20)) {
        let mut workspace = company();
        for pick in first {
            let _ = workspace.apply(&pick.intent());
        }
        let intents: Vec<_> = then.into_iter().map(Pick::intent).collect();
        let mine = draft(intents);
        let head = Head { revision: 3, workspace };
        let file = DraftFile::of(&mine, &head, Some(effect(&head.workspace, &mine)));
        let read = DraftFile::read(file.write().unwrap().as_bytes()).unwrap();
        prop_assert_eq!(&read, &file);
        // The colleague's copy went through a file as well.
        let stored = sync::file::write(&head.workspace).unwrap();
        let copy = sync::file::read(stored.as_bytes()).unwrap();
        prop_assert_eq!(digest(&copy), read.base.digest);
        let theirs = draft(read.intents.clone());
        prop_assert_eq!(Some(effect(&copy, &theirs)), read.effect);
    }
}
