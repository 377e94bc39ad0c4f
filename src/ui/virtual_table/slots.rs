//! Which of the drawn rows shows which line of the list.

use std::ops::Range;

/// Lines the drawn part moves by.
const STEP: usize = 8;

/// The drawn lines and their rows. Scrolling by a few lines takes the rows that leave to the other end, and leaves the
/// others in their places; a jump leaves all of them there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slots {
    lines: Range<usize>,
    /// How many rows there are to draw with.
    count: usize,
    /// Added to a line's number, it gives its row, modulo the count.
    shift: usize,
}

impl Slots {
    /// The rows for these lines of a list of `len`. There never are fewer than before, as far as the list goes:
    /// rows that come and go cost more than a few that nobody sees.
    pub(super) fn of(lines: &Range<usize>, len: usize, last: Option<&Self>) -> Self {
        let before = last.map_or(STEP, |last| last.count);
        let count = lines.len().next_multiple_of(STEP).max(before);
        let start = lines.start.min(len);
        let shift = match last.filter(|last| last.count == count) {
            Some(last) if last.lines.start.abs_diff(start) < count => last.shift,
            Some(last) => (last.slot(last.lines.start) + count - start % count) % count,
            None => 0,
        };
        Self {
            lines: start..(start + count).min(len),
            count,
            shift,
        }
    }

    fn slot(&self, line: usize) -> usize {
        (line + self.shift) % self.count
    }

    /// How many lines there are above the drawn ones, and below, of `len`.
    pub(super) fn beyond(&self, len: usize) -> (usize, usize) {
        (self.lines.start, len.saturating_sub(self.lines.end))
    }

    /// The line that a row shows.
    pub(super) fn index(&self, slot: usize) -> usize {
        let first = self.slot(self.lines.start);
        self.lines.start + (slot + self.count - first) % self.count
    }

    /// The rows from top to bottom.
    pub(super) fn rows(&self) -> Vec<usize> {
        self.lines.clone().map(|line| self.slot(line)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_drawn_line_has_a_row_of_its_own() {
        let mut slots = Slots::of(&(0..40), 1000, None);
        assert_eq!(slots.beyond(1000), (0, 960));
        for start in [0, 8, 16, 640, 992, 0, 960] {
            slots = Slots::of(&(start..start + 48), 1000, Some(&slots));
            let lines: Vec<_> = slots.rows().iter().map(|slot| slots.index(*slot)).collect();
            assert_eq!(lines, (start..(start + 48).min(1000)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn scrolling_by_a_few_lines_leaves_the_others_in_their_rows() {
        let before = Slots::of(&(0..48), 1000, None);
        let after = Slots::of(&(8..56), 1000, Some(&before));
        assert_eq!(after.rows()[..40], before.rows()[8..]);
    }

    #[test]
    fn a_jump_leaves_all_rows_in_their_places() {
        let before = Slots::of(&(8..56), 1000, Some(&Slots::of(&(0..48), 1000, None)));
        let after = Slots::of(&(640..688), 1000, Some(&before));
        assert_eq!(after.rows(), before.rows());
        assert_eq!(after.index(after.rows()[0]), 640);
    }

    #[test]
    fn a_list_that_becomes_short_keeps_its_first_rows() {
        let before = Slots::of(&(0..48), 1000, None);
        let after = Slots::of(&(0..48), 3, Some(&before));
        assert_eq!(after.rows(), before.rows()[..3]);
        assert_eq!(Slots::of(&(0..48), 0, None).rows(), [0_usize; 0]);
    }
}
