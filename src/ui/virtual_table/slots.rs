//! Which of the drawn rows shows which line of the list.

use std::ops::Range;

use crate::ui::visible::MARGIN as STEP;

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
    pub(super) fn line(&self, slot: usize) -> usize {
        let first = self.slot(self.lines.start);
        self.lines.start + (slot + self.count - first) % self.count
    }

    /// The rows from top to bottom.
    pub(super) fn rows(&self) -> Vec<usize> {
        self.lines.clone().map(|line| self.slot(line)).collect()
    }
}

/// Which rows have to move, and before which other one (none: to the end), so that they stand as wanted. What was
/// scrolled out at one end goes to the other; only rows that came or went call for more than that.
pub(super) fn moves(now: &[usize], wanted: &[usize]) -> Vec<(usize, Option<usize>)> {
    let turned = wanted
        .first()
        .and_then(|first| now.iter().position(|slot| slot == first));
    let (gone, kept) = now.split_at(turned.unwrap_or(0));
    if !kept.iter().chain(gone).eq(wanted) {
        return wanted.iter().map(|slot| (*slot, None)).collect();
    }
    if gone.len() <= kept.len() {
        gone.iter().map(|slot| (*slot, None)).collect()
    } else {
        kept.iter().map(|slot| (*slot, now.first().copied())).collect()
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
            let lines: Vec<_> = slots.rows().iter().map(|slot| slots.line(*slot)).collect();
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
        assert_eq!(after.line(after.rows()[0]), 640);
    }

    #[test]
    fn a_list_that_becomes_short_keeps_its_first_rows() {
        let before = Slots::of(&(0..48), 1000, None);
        let after = Slots::of(&(0..48), 3, Some(&before));
        assert_eq!(after.rows(), before.rows()[..3]);
        assert_eq!(Slots::of(&(0..48), 0, None).rows(), [0_usize; 0]);
    }

    #[track_caller]
    fn check_moves(now: &[usize], wanted: &[usize], count: usize) {
        let moves = moves(now, wanted);
        let mut rows = now.to_vec();
        for (slot, before) in &moves {
            rows.retain(|row| row != slot);
            let at = before.map_or(rows.len(), |before| {
                rows.iter().position(|row| *row == before).unwrap()
            });
            rows.insert(at, *slot);
        }
        assert_eq!((rows, moves.len()), (wanted.to_vec(), count));
    }

    #[test]
    fn only_rows_that_left_the_screen_move_to_its_other_end() {
        check_moves(&[0, 1, 2, 3, 4], &[0, 1, 2, 3, 4], 0);
        check_moves(&[0, 1, 2, 3, 4], &[2, 3, 4, 0, 1], 2);
        check_moves(&[0, 1, 2, 3, 4], &[4, 0, 1, 2, 3], 1);
        check_moves(&[], &[], 0);
    }

    #[test]
    fn rows_that_came_are_put_in_their_places() {
        check_moves(&[3, 4, 0, 1, 2], &[3, 0, 1, 2, 4], 5);
        check_moves(&[1, 0], &[0, 1], 1);
    }
}
