//! The words that are commands, texted: each of them, however its letters are written, and what only looks like one.

use crate::company::*;
use crate::given::{self, Setting};
use domain::Intent;
use domain::queue::COMMAND_WORDS;
use domain::routing::{Decision, InboundText, Listing, route};

const OPT_OUT: [&str; 6] = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];
const OPT_IN: [&str; 3] = ["START", "YES", "UNSTOP"];
const HELP: [&str; 2] = ["HELP", "INFO"];

/// The sentences are made true, then the sender texts Ann's number on a Thursday at ten.
fn texted(body: &str, given: &[&str]) -> Decision {
    let mut setting = Setting::new();
    let at = "2026-10-15T15:00:00Z".parse().unwrap();
    for sentence in given {
        setting.given(sentence, at);
    }
    let text = InboundText {
        to: n1(),
        from: given::sender(),
        body,
        at,
    };
    route(&setting.workspace, &text, &setting.situation())
}

/// `STOP`, `stop`, `Stop` and `sTOP`.
fn spellings(word: &str) -> [String; 4] {
    let (first, rest) = word.split_at(1);
    [
        word.to_owned(),
        word.to_lowercase(),
        first.to_owned() + &rest.to_lowercase(),
        first.to_lowercase() + rest,
    ]
}

/// Blanks and marks around it, another word beside it, letters that only look the same.
fn lookalikes(word: &str) -> Vec<String> {
    let marked = [
        "{} ",
        " {}",
        "{}.",
        "{}!",
        "\"{}\"",
        "{}\n",
        "{} please",
        "please {}",
        "{0}{0}",
        "{}\u{200b}",
    ];
    let marked = marked.map(|pattern| pattern.replace("{}", word).replace("{0}", word));
    let cut = word.split_at(word.len() - 1).0.to_owned();
    let cyrillic = word
        .replace('T', "\u{422}")
        .replace('E', "\u{415}")
        .replace('I', "\u{406}");
    let others = [cut, cyrillic].into_iter().filter(|other| other != word);
    marked.into_iter().chain(others).collect()
}

#[test]
fn r34_the_protected_words_are_those_that_can_be_texted() {
    let all: Vec<_> = OPT_OUT.into_iter().chain(OPT_IN).chain(HELP).collect();
    assert_eq!(all, COMMAND_WORDS);
}

#[test]
fn r75_r76_d4_each_opt_out_word_in_any_letters_lists_the_sender() {
    for word in OPT_OUT {
        for body in spellings(word) {
            // In a chat, after hours and for who is listed already, too (A48).
            for given in [
                &[][..],
                &["a chat is open"],
                &["the global deflection is on"],
                &["the sender has opted out"],
            ] {
                let decision = texted(&body, given);
                assert_eq!(
                    (decision.row, decision.outcome.code()),
                    ("D4", "command.opt_out"),
                    "{body} {given:?}"
                );
                assert_eq!(decision.listing, Some(Listing::Add), "{body}");
                assert!(
                    decision.reply.is_some() && decision.recipients.is_empty(),
                    "{body}"
                );
            }
            // D2: while SMS is off nothing is sent, yet the sender is listed.
            let off = texted(&body, &["SMS is off"]);
            assert_eq!(
                (off.row, off.listing, off.reply),
                ("D2", Some(Listing::Add), None),
                "{body}"
            );
            // D1: a blocked sender is not handled at all.
            let blocked = texted(&body, &["the sender is blocked"]);
            assert_eq!((blocked.row, blocked.listing), ("D1", None), "{body}");
        }
    }
}

#[test]
fn r77_d5_each_opt_in_word_in_any_letters_takes_a_listed_sender_off() {
    for word in OPT_IN {
        for body in spellings(word) {
            let listed = texted(&body, &["the sender has opted out"]);
            assert_eq!(
                (listed.row, listed.outcome.code()),
                ("D5", "command.opt_in"),
                "{body}"
            );
            assert_eq!(listed.listing, Some(Listing::Remove), "{body}");
            // From anybody else it is a text like another.
            let other = texted(&body, &[]);
            assert_eq!((other.row, other.listing), ("D21", None), "{body}");
        }
    }
}

#[test]
fn r77_d6_each_help_word_in_any_letters_is_answered_with_the_contact() {
    for word in HELP {
        for body in spellings(word) {
            for given in [
                &["the support contact is set"][..],
                &["the support contact is set", "the sender has opted out"],
            ] {
                let decision = texted(&body, given);
                assert_eq!((decision.row, decision.listing), ("D6", None), "{body}");
                assert!(decision.reply.is_some(), "{body}");
            }
        }
    }
}

#[test]
fn r76_what_has_more_or_fewer_characters_is_no_command() {
    // Of `UNSTOP` and `STOPALL` a part is a command itself, and so it is tried with nothing cut off.
    for word in COMMAND_WORDS {
        for body in lookalikes(word) {
            if COMMAND_WORDS.contains(&body.as_str()) {
                continue;
            }
            let decision = texted(&body, &[]);
            assert_eq!((decision.row, decision.listing), ("D21", None), "{body:?}");
            // Nor does it take anybody off the list.
            let listed = texted(&body, &["the sender has opted out"]);
            assert_eq!((listed.row, listed.listing), ("D7", None), "{body:?}");
        }
    }
}

#[test]
fn a49_a_command_is_a_name_for_everything_but_a_queue() {
    let mut workspace = company();
    for (place, word) in (0..).zip(COMMAND_WORDS.into_iter().chain(["BACK", "exit"])) {
        let team_name = Intent::RenameTeam {
            team: team(L1),
            name: word.to_owned(),
        };
        let label = Intent::Relabel {
            number: n1(),
            label: word.parse().unwrap(),
        };
        let new_team = Intent::AddTeam {
            team: team(200 + place),
            name: word.to_lowercase(),
            parent: None,
        };
        let new_number = add(number(&format!("+1415555{:04}", 300 + place)), word, true);
        after(&mut workspace, [team_name, label, new_team, new_number]).unwrap();
        assert_eq!(workspace.number(n1()).unwrap().label.as_str(), word);
        assert_eq!(workspace.team(team(L1)).unwrap().name, word);
        let named = Intent::RenameQueue {
            queue: queue(BILLING),
            name: word.to_owned(),
        };
        assert!(workspace.clone().apply(&named).is_err(), "{word}");
    }
}
