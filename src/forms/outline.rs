//! A structure of queues as text: a line a queue, further in than the one above for a queue under it (R38).

use domain::ids::QueueId;
use domain::intent::QueueOutline;

/// What can stand before a name in a list that was copied from elsewhere.
const MARKS: [char; 4] = ['-', '*', '•', '–'];

/// The queues in the order of their lines. Blank lines count for nothing.
pub fn read(text: &str, mut new_id: impl FnMut() -> QueueId) -> Vec<QueueOutline> {
    // The queues that the next line can lie under, with how far in each stands.
    let mut above: Vec<(usize, QueueId)> = Vec::new();
    let mut queues = Vec::new();
    for line in text.lines() {
        let rest = line.trim_start();
        let depth = width(line.strip_suffix(rest).unwrap_or_default());
        let name = rest.trim_start_matches(MARKS).trim();
        if name.is_empty() {
            continue;
        }
        above.retain(|(other, _)| *other < depth);
        let queue = new_id();
        queues.push(QueueOutline {
            queue,
            name: name.to_owned(),
            parent: above.last().map(|(_, parent)| *parent),
        });
        above.push((depth, queue));
    }
    queues
}

/// A tab is as wide as four blanks.
fn width(blanks: &str) -> usize {
    blanks
        .chars()
        .map(|blank| if blank == '\t' { 4 } else { 1 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Vec<(String, Option<String>)> {
        let mut next = 0_u128;
        let queues = read(text, || {
            next += 1;
            uuid::Uuid::from_u128(next).into()
        });
        let name = |id: QueueId| {
            queues
                .iter()
                .find(|queue| queue.queue == id)
                .unwrap()
                .name
                .clone()
        };
        queues
            .iter()
            .map(|queue| (queue.name.clone(), queue.parent.map(name)))
            .collect()
    }

    fn of(name: &str, parent: Option<&str>) -> (String, Option<String>) {
        (name.to_owned(), parent.map(str::to_owned))
    }

    #[test]
    fn r38_lines_further_in_lie_under_the_one_above() {
        let expected = vec![
            of("Support", None),
            of("Returns", Some("Support")),
            of("Abroad", Some("Returns")),
            of("Orders", Some("Support")),
            of("Billing", None),
        ];
        assert_eq!(
            tree("Support\n  Returns\n    Abroad\n  Orders\n\nBilling"),
            expected
        );
        assert_eq!(
            tree("- Support\n\t- Returns\n\t\t- Abroad\n\t- Orders\n- Billing\n"),
            expected
        );
    }

    #[test]
    fn a_line_that_is_less_far_in_than_any_is_on_the_top_level() {
        assert_eq!(
            tree("    Returns\n  Support\n   Orders"),
            vec![
                of("Returns", None),
                of("Support", None),
                of("Orders", Some("Support"))
            ]
        );
        assert_eq!(tree(" \n - \n"), Vec::new());
    }
}
