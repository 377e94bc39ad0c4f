//! A hash of when which answers differ: the same however the time is cut, and as cheap for a week that comes fifty
//! times as for one that comes once.
//!
//! Both ends of a stretch are hashed by their second of the week, the one added, the other taken away: where
//! stretches meet nothing is left. The ends of one week are multiplied by the power of a fixed number that stands
//! for the week, all modulo a prime, so that weeks alike are one of them times a sum of powers.

use super::digest::{Hasher, short};
use super::horizon::Horizon;
use crate::schedule::WEEK;

const PRIME: u64 = (1 << 61) - 1;

/// Two remainders, so that no two effects are ever alike by chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
// INVARIANT: both are less than the prime.
struct Lanes(u64, u64);

/// The weeks' powers.
const BASE: Lanes = Lanes(0x0e37_79b9_7f4a_7c15, 0x16e8_feb8_6659_fd93);

impl Lanes {
    const ONE: Self = Self(1, 1);

    fn plus(self, other: Self) -> Self {
        Self(less(self.0 + other.0), less(self.1 + other.1))
    }

    fn minus(self, other: Self) -> Self {
        Self(less(self.0 + PRIME - other.0), less(self.1 + PRIME - other.1))
    }

    fn times(self, other: Self) -> Self {
        Self(product(self.0, other.0), product(self.1, other.1))
    }

    fn power(self, exponent: u64) -> Self {
        let squares = std::iter::successors(Some(self), |square| Some(square.times(*square)));
        let bits = (0..64).map(|bit| exponent >> bit & 1 == 1);
        let taken = squares.zip(bits).filter(|(_, taken)| *taken);
        taken.fold(Self::ONE, |product, (square, _)| product.times(square))
    }

    /// One end of a stretch in which answers of that hash stand against each other.
    fn of_end(second: i64, word: u64) -> Self {
        let mut hasher = Hasher::new();
        hasher.word(word ^ second.cast_unsigned().rotate_left(32));
        let hash = hasher.finish();
        Self(less(short(hash) >> 3), less(short(hash >> 64) >> 3))
    }
}

/// At most once over the prime, to below it.
fn less(number: u64) -> u64 {
    if number < PRIME { number } else { number - PRIME }
}

fn product(one: u64, other: u64) -> u64 {
    let wide = u128::from(one) * u128::from(other);
    less(short(wide & u128::from(PRIME)) + short(wide >> 61))
}

/// The powers of all weeks of a horizon.
#[derive(Debug)]
pub(super) struct Weeks {
    /// The first week, counted from 1970.
    first: i64,
    powers: Vec<Lanes>,
    /// Of none, one, two and more powers from the noughth on.
    sums: Vec<Lanes>,
}

impl Weeks {
    pub(super) fn of(horizon: Horizon) -> Self {
        let (start, end) = horizon.seconds();
        let first = start.div_euclid(WEEK);
        let count = usize::try_from(end.div_euclid(WEEK) - first + 3).unwrap_or_default();
        let powers_from = |from| std::iter::successors(Some(from), |power: &Lanes| Some(power.times(BASE)));
        let begin = BASE.power(first.rem_euclid(1 << 40).cast_unsigned());
        let sums = powers_from(Lanes::ONE).scan(Lanes::default(), |sum, power| {
            let before = *sum;
            *sum = before.plus(power);
            Some(before)
        });
        Self {
            first,
            powers: powers_from(begin).take(count).collect(),
            sums: sums.take(count).collect(),
        }
    }

    fn power(&self, week: usize) -> Lanes {
        self.powers.get(week).copied().unwrap_or_default()
    }
}

/// What is added up over the whole horizon.
pub(super) struct Effect<'a> {
    weeks: &'a Weeks,
    sum: Lanes,
}

/// Stretches within a week's time from one moment on.
pub(super) struct Part {
    /// The week in which it begins, from the horizon's first.
    week: usize,
    /// When the next week begins.
    turn: i64,
    /// The ends in that week, and those in the next one.
    ends: [Lanes; 2],
}

impl<'a> Effect<'a> {
    pub(super) fn new(weeks: &'a Weeks) -> Self {
        Self {
            weeks,
            sum: Lanes::default(),
        }
    }

    /// Begins a part at a second of UTC in the horizon.
    pub(super) fn part(&self, at: i64) -> Part {
        let week = at.div_euclid(WEEK);
        Part {
            week: usize::try_from(week - self.weeks.first).unwrap_or_default(),
            turn: (week + 1) * WEEK,
            ends: [Lanes::default(); 2],
        }
    }

    /// Adds a part that comes so many times, week after week.
    pub(super) fn add(&mut self, part: &Part, times: usize) {
        if part.ends == [Lanes::default(); 2] {
            return;
        }
        let [this, next] = part.ends;
        let one = this
            .times(self.weeks.power(part.week))
            .plus(next.times(self.weeks.power(part.week + 1)));
        let all = self.weeks.sums.get(times).copied().unwrap_or_default();
        self.sum = self.sum.plus(one.times(all));
    }

    pub(super) fn finish(self) -> u128 {
        u128::from(self.sum.1) << 64 | u128::from(self.sum.0)
    }
}

impl Part {
    /// Between these seconds answers of that hash stand against each other.
    pub(super) fn stretch(&mut self, from: i64, to: i64, word: u64) {
        let [this, next] = &mut self.ends;
        let turn = self.turn;
        let second = |at: i64| if at < turn { at + WEEK - turn } else { at - turn };
        let (first, last) = (Lanes::of_end(second(from), word), Lanes::of_end(second(to), word));
        if from < turn {
            *this = this.plus(first);
        } else {
            *next = next.plus(first);
        }
        if to < turn {
            *this = this.minus(last);
        } else {
            *next = next.minus(last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_792_074_720;

    fn weeks() -> Weeks {
        let at = |second| chrono::DateTime::from_timestamp(second, 0).unwrap();
        Weeks::of(Horizon::between(at(START), at(START + 60 * WEEK)))
    }

    /// Stretches from the start on, each added by itself.
    fn one_by_one(stretches: &[(i64, i64, u64)]) -> u128 {
        let weeks = weeks();
        let mut effect = Effect::new(&weeks);
        for &(from, to, word) in stretches {
            let mut part = effect.part(START + from);
            part.stretch(START + from, START + to, word);
            effect.add(&part, 1);
        }
        effect.finish()
    }

    #[test]
    fn weeks_alike_are_one_of_them_so_many_times() {
        // The turn of the week from 1970 lies on Thursday: all of these are passed by it in some weeks.
        let stretches = [(3_600, 7_200, 5), (86_400, 200_000, 7), (500_000, WEEK, 5)];
        for times in [1, 2, 51, 59] {
            let weeks = weeks();
            let mut effect = Effect::new(&weeks);
            let mut part = effect.part(START);
            for (from, to, word) in stretches {
                part.stretch(START + from, START + to, word);
            }
            effect.add(&part, times);
            let all: Vec<_> = (0..i64::try_from(times).unwrap())
                .flat_map(|week| {
                    stretches.map(|(from, to, word)| (from + week * WEEK, to + week * WEEK, word))
                })
                .collect();
            assert_eq!(effect.finish(), one_by_one(&all), "{times}");
        }
    }

    #[test]
    fn where_the_time_is_cut_does_not_matter_and_all_else_does() {
        let whole = one_by_one(&[(60, 180, 5)]);
        assert_eq!(one_by_one(&[(120, 180, 5), (60, 120, 5)]), whole);
        for other in [
            vec![(60, 240, 5)],
            vec![(0, 180, 5)],
            vec![(60, 180, 6)],
            vec![(120, 240, 5)],
            vec![(60 + WEEK, 180 + WEEK, 5)],
            vec![(60, 120, 5), (120, 180, 6)],
            vec![],
        ] {
            assert_ne!(one_by_one(&other), whole, "{other:?}");
        }
    }
}
