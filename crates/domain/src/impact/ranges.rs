//! One number over the whole horizon, stretch by stretch.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Impact;
use super::answer::Answer;
use super::content::Memo;
use super::horizon::Horizon;
use super::policy::{Policy, has_recipients};
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// A stretch of time with one answer on each side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// Its first minute.
    pub from: DateTime<Utc>,
    /// The first minute after it.
    pub to: DateTime<Utc>,
    /// The answer before.
    pub before: Arc<Answer>,
    /// The answer after.
    pub after: Arc<Answer>,
}

/// A stretch of time with one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first minute.
    pub from: DateTime<Utc>,
    /// The first minute after it.
    pub to: DateTime<Utc>,
    /// The answer.
    pub answer: Arc<Answer>,
}

impl Range {
    /// Whether the two answers differ.
    pub fn differs(&self) -> bool {
        self.before != self.after
    }

    /// How long it is.
    pub fn minutes(&self) -> i64 {
        (self.to - self.from).num_minutes()
    }
}

impl Impact {
    /// The whole horizon for one number: sorted, without gaps, and no two neighbours alike. Most of it may not
    /// differ: see [`Range::differs`].
    pub fn ranges(&self, number: PhoneNumber) -> Vec<Range> {
        let before = answers(&self.before, number, self.horizon);
        let after = answers(&self.after, number, self.horizon);
        let mut ranges: Vec<Range> = Vec::new();
        let mut afters = after.iter().peekable();
        for one in &before {
            while let Some(other) = afters.peek() {
                let to = one.to.min(other.to);
                let from = one.from.max(other.from);
                ranges.push(Range {
                    from,
                    to,
                    before: Arc::clone(&one.answer),
                    after: Arc::clone(&other.answer),
                });
                if other.to > one.to {
                    break;
                }
                afters.next();
                if to == one.to {
                    break;
                }
            }
        }
        ranges
    }

    /// The stretches in which one number's answer differs: sorted, and none when it does not change.
    pub fn differences(&self, number: PhoneNumber) -> Vec<Range> {
        let mut ranges = self.ranges(number);
        ranges.retain(Range::differs);
        ranges
    }
}

/// What a number answers over the horizon: sorted, without gaps, and no two neighbours alike.
pub fn answers(workspace: &Workspace, number: PhoneNumber, horizon: Horizon) -> Vec<Stretch> {
    let policy = Policy::of(workspace, number);
    let (start, end) = horizon.seconds();
    let mut memo = Memo::new(workspace, horizon);
    let mut breaks = Vec::new();
    match &policy.standing.hours {
        Some(hours) => memo.almanac.breaks(hours.schedule, &mut breaks),
        None if start < end => breaks.push((start, 0)),
        None => {}
    }
    let recipients = memo.recipients(workspace, policy.standing.owner).ids;
    let answer = |state| {
        let ending = policy.ending(state);
        Arc::new(Answer {
            outcome: ending.outcome,
            reply: ending.reply.map(Arc::from),
            session_type: policy.standing.session_type,
            level: policy.standing.level,
            owner: policy.standing.owner,
            recipients: if has_recipients(ending.outcome) {
                Arc::clone(&recipients)
            } else {
                Arc::default()
            },
        })
    };
    let faces: Vec<Arc<Answer>> = policy.states().map(answer).collect();
    let mut stretches: Vec<Stretch> = Vec::new();
    let ends = breaks.iter().skip(1).map(|&(from, _)| from).chain([end]);
    for (&(from, state), to) in breaks.iter().zip(ends) {
        let moments = DateTime::from_timestamp(from, 0).zip(DateTime::from_timestamp(to, 0));
        let Some(((from, to), answer)) = moments.zip(faces.get(state)) else {
            continue;
        };
        match stretches.last_mut() {
            Some(last) if last.answer == *answer => last.to = to,
            _ => stretches.push(Stretch {
                from,
                to,
                answer: Arc::clone(answer),
            }),
        }
    }
    stretches
}
