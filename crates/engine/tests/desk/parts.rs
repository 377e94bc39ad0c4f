//! A configuration that is told in parts.

use domain::Workspace;
use engine::{Answer, Desk, Question};

use super::{ask, desk, longer, whole};

/// Asks in so many parts, as a page does; what the last one is answered.
fn open_in_parts(desk: &mut Desk, workspace: &Workspace, most: usize) -> Answer {
    let mut parts: Vec<_> = workspace.parts(most).map(Box::new).collect();
    let last = parts.pop().unwrap();
    for part in parts {
        desk.ask(3, Question::read(Question::Part(part).text().as_bytes()).unwrap());
        assert_eq!(desk.step(), None, "a part is not answered");
    }
    ask(desk, Question::Open(last))
}

#[test]
fn what_comes_in_parts_is_what_comes_at_once() {
    let intents = [longer(3)];
    let (mut at_once, before, _) = desk(40, &intents);
    let expected = ask(&mut at_once, whole());
    for most in [1, 7, 200] {
        let mut desk = Desk::default();
        assert_eq!(
            open_in_parts(&mut desk, &before, most),
            Answer::Noted { refused: 0 }
        );
        let intents = intents.to_vec();
        ask(&mut desk, Question::Change { keep: 0, intents });
        assert_eq!(ask(&mut desk, whole()), expected, "{most}");
    }
}

#[test]
fn parts_that_contradict_each_other_open_nothing() {
    let intents = [longer(3)];
    let (mut desk, before, _) = desk(40, &intents);
    let expected = ask(&mut desk, whole());
    let first = before.parts(7).next().unwrap();
    desk.ask(3, Question::Part(Box::new(first)));
    assert_eq!(open_in_parts(&mut desk, &before, 7), Answer::Nothing);
    // What was open still is, and what did not fit is forgotten.
    assert_eq!(ask(&mut desk, whole()), expected);
    assert_eq!(open_in_parts(&mut desk, &before, 7), Answer::Noted { refused: 0 });
    assert!(Question::read(br#"{"part":{"people":[]}}"#).is_none());
}
