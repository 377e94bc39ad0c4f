//! A draft goes to a colleague as a file, and is the same there, or it is told what is not.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../../domain/tests/company/mod.rs"]
mod company;
#[path = "../../domain/tests/picks/mod.rs"]
mod picks;

use company::*;
use domain::draft::{Content, Parked, Settling, Step};
use domain::impact::impact;
use domain::{Draft, Intent, Workspace};
use picks::{Pick, picks};
use proptest::prelude::*;
use sync::draft_file::{DraftFile, DraftFileError, Effect, digest};
use sync::{DraftRecord, Head};
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
    DraftFile::of(
        &draft,
        &head(),
        Some(&head().workspace),
        Some(effect(&head().workspace, &draft)),
    )
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

/// A draft begun on revision 1, looked at on 2 with a change set aside, and exported when 3 was published.
fn settled() -> (Draft, [Head; 3]) {
    let relabel = |label: &str| Intent::Relabel {
        number: n1(),
        label: label.parse().unwrap(),
    };
    let first = head();
    let [mut second, mut third] = [first.clone(), first.clone()];
    second.revision = 2;
    second.workspace.apply(&relabel("Second")).unwrap();
    third.revision = 3;
    third.workspace.apply(&relabel("Third")).unwrap();
    let mut draft = draft(vec![assign(n1(), agent(ANN))]);
    let mut content = draft.content();
    content.base = 2;
    content.parked.push(Parked {
        intent: relabel("Mine"),
        reason: "label became `Second`".into(),
        base: Some(2),
    });
    draft.take(Step::Settle {
        what: Settling::Settled(1),
        content: Box::new(content),
    });
    (draft, [first, second, third])
}

#[test]
fn r102_what_is_set_aside_and_what_it_stands_on_go_along() {
    let (draft, heads) = settled();
    let [_, second, third] = &heads;
    let file = DraftFile::of(&draft, third, Some(&second.workspace), None);
    let read = DraftFile::read(file.write().unwrap().as_bytes()).unwrap();
    assert_eq!(read, file);
    let kept = |revision: u64| {
        let found = heads.iter().find(|head| head.revision == revision);
        found.map(|head| head.workspace.clone())
    };
    assert_eq!(read.known(kept), Some(2));
    let theirs = read.draft(draft.id, Some(2), 3);
    assert_eq!(theirs.content(), draft.content());
    assert_eq!(
        (theirs.begun(), &theirs.name, &theirs.note),
        (1, &draft.name, &draft.note)
    );
    // Its log gives the same again.
    let log = sync::shelf::steps(&theirs);
    let again = DraftRecord::of(&theirs, false, None).draft(theirs.id, log);
    assert_eq!(again.draft, theirs);
    // Where revision 2 is another one, or is not kept, it stands on what is live.
    assert_eq!(read.known(|_| Some(third.workspace.clone())), None);
    assert_eq!(read.known(|_| None), None);
    let apart = read.draft(draft.id, None, 9);
    let parked = Parked {
        base: None,
        ..draft.parked()[0].clone()
    };
    assert_eq!((apart.begun(), apart.base, apart.parked()), (9, 9, &[parked][..]));
    assert_eq!(apart.intents(), draft.intents());
}

#[test]
fn a_draft_of_parked_changes_alone_is_opened() {
    let (mut draft, [_, second, _]) = settled();
    draft.take(Step::Settle {
        what: Settling::Parked,
        content: Box::new(Content {
            intents: Vec::new(),
            ..draft.content()
        }),
    });
    let file = DraftFile::of(&draft, &second, Some(&second.workspace), None);
    assert!(file.fit(&second).unwrap().is_exact());
}

#[test]
fn a_file_of_the_first_version_is_opened_on_what_it_was_made_on() {
    let mut value: serde_json::Value = serde_json::from_str(&file().write().unwrap()).unwrap();
    for field in ["looked_at", "begun", "parked"] {
        assert!(value.as_object_mut().unwrap().remove(field).is_some(), "{field}");
    }
    let read = DraftFile::read(value.to_string().as_bytes()).unwrap();
    assert_eq!((read.begun, read.parked.len()), (None, 0));
    let known = read.known(|revision| (revision == 1).then(company));
    assert_eq!(known, Some(1));
    let draft = read.draft(Uuid::from_u128(7).into(), known, 4);
    assert_eq!((draft.begun(), draft.base, draft.intents().len()), (1, 1, 2));
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
    let empty = DraftFile::of(&draft(Vec::new()), &head(), None, None);
    assert_eq!(empty.fit(&head()), Err(DraftFileError::Empty));
}

/// What is said of a file with this in it, nothing where it is opened.
fn told(change: impl FnOnce(&mut DraftFile)) -> String {
    let (draft, [_, second, third]) = settled();
    let mut file = DraftFile::of(&draft, &third, Some(&second.workspace), None);
    change(&mut file);
    let read = DraftFile::read(file.write().unwrap().as_bytes());
    read.err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn a_file_without_a_name_or_with_an_endless_one_says_so() {
    let named = |name: &str| told(|file| file.name = name.to_owned());
    assert_eq!(
        named("  "),
        "enter a name for the draft; rename the draft where the file comes from, then export it again"
    );
    assert_eq!(
        named(&"x".repeat(201)),
        "shorten the draft's name to 200 characters: it has 201; rename the draft where the file comes from, then export it again"
    );
    assert_eq!([named("W"), named(&"x".repeat(200))], ["", ""]);
}

#[test]
fn a_file_whose_revisions_contradict_each_other_says_so() {
    let damaged = |cause: &str| format!("this draft's file is damaged: {cause}");
    assert_eq!(
        [1, 2].map(|revision| told(|file| file.begun = Some(revision))),
        ["", ""]
    );
    assert_eq!(
        told(|file| file.begun = Some(3)),
        damaged("it was begun on revision 3, after revision 2, on which its changes were looked at")
    );
    let looked_at = |file: &mut DraftFile, revision| {
        file.looked_at.as_mut().unwrap().revision = revision;
    };
    assert_eq!(
        told(|file| looked_at(file, 4)),
        damaged("its changes were looked at on revision 4, but revision 3 was the last when it was written")
    );
    assert_eq!(
        told(|file| looked_at(file, 3)),
        damaged("it knows two configurations of revision 3")
    );
    assert_eq!(told(|file| file.looked_at = Some(file.base)), "");
    let parked = |revision| told(|file| file.parked[0].base = Some(revision));
    assert_eq!(
        [parked(3), parked(4)],
        [
            String::new(),
            damaged("a change was set aside on revision 4, but revision 3 was the last when it was written")
        ]
    );
    // The first versions say of none of it.
    let first = |file: &mut DraftFile| (file.begun, file.looked_at) = (None, None);
    assert_eq!(told(first), "");
}

#[test]
fn a_draft_that_is_ahead_of_what_is_live_can_be_exported() {
    let ahead =
        Draft::new(Uuid::from_u128(7).into(), "Winter hours", 9).with_intents(vec![assign(n1(), agent(ANN))]);
    let file = DraftFile::of(&ahead, &head(), None, None);
    let read = DraftFile::read(file.write().unwrap().as_bytes()).unwrap();
    assert_eq!((read.begun, read.base.revision), (Some(1), 1));
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
        let file = DraftFile::of(&mine, &head, None, Some(effect(&head.workspace, &mine)));
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
