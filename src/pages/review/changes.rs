//! Every change of the draft with the ways out of it, and the reason beside each that can no longer be made.

use std::collections::HashMap;

use domain::draft::{Content, Settling, describe_parts, repair_at};
use domain::{Draft, Intent, Refusal, Workspace};
use leptos::prelude::*;

use crate::parts::bulk_parts::BulkParts;
use crate::parts::more::more;
use crate::session::Session;
use crate::ui::{Banner, Button, ButtonSize, Icon, IconName, Menu, MenuItem, Toasts, Tone, go_on, go_to};
use crate::words;

/// Changes shown at first, and with each press.
const FIRST: usize = 20;
const MORE: usize = 200;

/// One change in words, how many it holds together, and why it cannot be made.
type Line = (String, usize, Option<Refusal>);

/// The changes in order.
#[component]
pub(super) fn Changes() -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let told = StoredValue::new(Telling::default());
    let heads = Memo::new(move |last: Option<&usize>| {
        session.head().track();
        last.map_or(1, |count| count + 1)
    });
    let lines = Memo::new(move |_| {
        let refused = session.refused();
        let refused = refused.read();
        let refused: HashMap<usize, &Refusal> =
            refused.iter().map(|(place, refusal)| (*place, refusal)).collect();
        let draft = session.draft();
        let draft = draft.read();
        let (heads, head) = (heads.get(), session.head());
        let told = told.try_update_value(|told| {
            told.follow(heads, &head.read().workspace, &draft, &session.before().read());
            told.lines.clone()
        });
        let told = told.unwrap_or_default();
        let told = told.iter().zip(draft.intents()).enumerate();
        told.map(|(place, (line, intent))| {
            let refusal = refused.get(&place).copied().cloned();
            (words::sentence(line), intent.parts().len(), refusal)
        })
        .collect::<Vec<Line>>()
    });
    let total = Memo::new(move |_| lines.read().len());
    let items = move || {
        let lines = lines.read();
        let shown = lines.iter().cloned().enumerate().take(take.get());
        shown
            .map(move |(place, line)| item(session, place, line))
            .collect_view()
    };
    view! {
        <section class="section" id="changes" tabindex="-1" aria-label="Changes">
            <header><h2>"Changes"</h2></header>
            <ol class="stack tight">{items}</ol>
            {move || more(take, total.get(), MORE, ("more change", "more changes"))}
        </section>
    }
}

/// What the draft's changes are in words. Undo, redo and the next change leave those before them as they were told.
#[derive(Default)]
struct Telling {
    /// Which of the heads that this page has seen they stand on.
    head: usize,
    intents: Vec<Intent>,
    lines: Vec<String>,
}

impl Telling {
    fn follow(&mut self, head: usize, published: &Workspace, draft: &Draft, before: &Workspace) {
        if self.head != head {
            self.intents.clear();
        }
        let both = self.intents.iter().zip(draft.intents());
        let same = both.take_while(|(one, other)| one == other).count();
        self.lines.truncate(same);
        match draft.intents().get(same..) {
            Some([]) => {}
            Some([last]) => self.lines.push(last.describe(before)),
            _ => self.lines = draft.describe(published),
        }
        self.head = head;
        self.intents.truncate(same);
        self.intents
            .extend_from_slice(draft.intents().get(same..).unwrap_or_default());
    }
}

fn item(session: Session, place: usize, (sentence, count, refusal): Line) -> impl IntoView {
    let parts = Callback::new(move |()| {
        let draft = session.draft().get_untracked();
        describe_parts(draft.intents(), place, &session.head().read_untracked().workspace)
    });
    let refused = refusal.map(|refusal| {
        let repair = session.draft().with_untracked(|draft| {
            repair_at(draft.intents(), place, &session.head().read_untracked().workspace)
        });
        let repair = repair.map(|first| view! { <Repair place first /> });
        view! { <Banner tone=Tone::Danger>{refusal.to_string()}</Banner>{repair} }
    });
    view! {
        <li>
            <div class="row">
                <span class="grow">{sentence.clone()}</span>
                <Ways place sentence />
            </div>
            <BulkParts count lines=parts />
            {refused}
        </li>
    }
}

/// The ways out of the draft: set aside, or taken out.
#[component]
fn Ways(place: usize, sentence: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let name = StoredValue::new(sentence.trim_end_matches('.').to_owned());
    let take = move |what: Settling, said: &str, change: &dyn Fn(&mut Content)| {
        let mut content = session.draft().with_untracked(Draft::content);
        change(&mut content);
        session.settle(what, content);
        let said = format!("{said}: {}", name.get_value());
        toasts.done_with(said, "Undo", move || session.undo());
        go_to(&["changes", "plan"]);
    };
    let park = move || {
        take(Settling::Parked, "Parked", &|content| {
            content.park(place, "you set it aside");
        });
    };
    let remove = move || {
        take(Settling::Removed, "Removed", &|content| {
            content.remove(place);
        });
    };
    let entries = Callback::new(move |()| {
        vec![
            MenuItem::new("Park", park).entry(),
            MenuItem::new("Remove", remove)
                .icon(IconName::Trash)
                .danger()
                .entry(),
        ]
    });
    let label = name.with_value(|name| format!("Options for change {}: {name}", place + 1));
    view! { <Menu label entries><Icon name=IconName::Dots /></Menu> }
}

/// The one change that lets a refused one be made.
#[component]
fn Repair(place: usize, first: Intent) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let name = first.describe(&session.workspace().read_untracked());
    let label = format!("First {name}");
    let repair = move || {
        let mut content = session.draft().with_untracked(Draft::content);
        content.put_before(place, first.clone());
        session.settle(Settling::Repaired, content);
        let said = words::sentence(&format!("now first: {name}"));
        toasts.done_with(said, "Undo", move || session.undo());
        go_on(&["changes", "plan"]);
    };
    view! { <div><Button size=ButtonSize::Compact on_press=repair>{label}</Button></div> }
}

#[cfg(test)]
mod tests {
    use domain::{Draft, Intent, Workspace, Zone};

    use super::Telling;

    #[test]
    fn what_is_told_along_the_way_is_what_is_told_of_the_whole() {
        let head = Workspace::empty("Larkspur Home", Zone::UTC);
        let team = uuid::Uuid::from_u128(1).into();
        let rename = |name: &str| Intent::RenameTeam {
            team,
            name: name.to_owned(),
        };
        let all = [
            Intent::AddTeam {
                team,
                name: "Europe".to_owned(),
                parent: None,
            },
            rename("North"),
            rename("South"),
        ];
        let mut told = Telling::default();
        for (heads, count) in [
            (1, 1),
            (1, 2),
            (1, 1),
            (1, 3),
            (1, 2),
            (1, 3),
            (2, 3),
            (2, 0),
            (2, 1),
        ] {
            let draft = Draft::new(uuid::Uuid::nil().into(), "Mine", 1).with_intents(all[..count].to_vec());
            let replayed = draft.replay(&head);
            told.follow(heads, &head, &draft, &replayed.before);
            assert_eq!(told.lines, draft.describe(&head), "{heads} {count}");
        }
        assert_eq!(told.lines.len(), 1);
    }
}
