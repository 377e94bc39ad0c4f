//! The entry point and the languages of custom hours: a language picks all of its queues at once (S4).

use std::collections::{BTreeMap, BTreeSet};

use domain::queue::SmsQueue;
use leptos::prelude::*;

use crate::session::{Session, language};
use crate::ui::{Checkbox, Tick};
use crate::words;

/// The queues of each language, by their keys.
type Languages = BTreeMap<String, BTreeSet<String>>;

/// One box a language, mixed while some of its queues are picked.
#[component]
pub(super) fn EntryAndLanguages(
    /// Those that can be picked.
    offered: fn(&domain::Workspace) -> Vec<&SmsQueue>,
    /// The keys of the queues that are, both ways.
    picked: RwSignal<BTreeSet<String>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let languages = Memo::new(move |_| by_language(offered(&session.workspace().read())));
    let line = move |(code, queues): (String, BTreeSet<String>)| {
        let label = format!(
            "{} ({})",
            language(&code),
            words::count(queues.len(), "queue", "queues")
        );
        let queues = StoredValue::new(queues);
        let tick = Memo::new(move |_| queues.with_value(|queues| tick(queues, &picked.read())));
        let change = move |on: bool| {
            let queues = queues.get_value();
            picked.update(|picked| {
                if on {
                    picked.extend(queues);
                } else {
                    picked.retain(|key| !queues.contains(key));
                }
            });
        };
        view! {
            <Checkbox
                label
                checked=Signal::derive(move || tick.get() == Tick::On)
                mixed=Signal::derive(move || tick.get() == Tick::Mixed)
                on_change=change
            />
        }
    };
    view! {
        <div class="field">
            <span class="label">"Entry point"</span>
            <span>"SMS Messaging"</span>
        </div>
        <fieldset class="field">
            <legend class="label">"Languages"</legend>
            {move || languages.get().into_iter().map(line).collect_view()}
            <span class="hint">"A language picks all of its queues."</span>
        </fieldset>
    }
}

fn by_language(queues: Vec<&SmsQueue>) -> Languages {
    let mut languages = Languages::new();
    for queue in queues {
        let code = queue.language.trim().to_lowercase();
        languages.entry(code).or_default().insert(queue.id.to_string());
    }
    languages
}

fn tick(queues: &BTreeSet<String>, picked: &BTreeSet<String>) -> Tick {
    Tick::of(queues.intersection(picked).count(), queues.len())
}

#[cfg(test)]
mod tests {
    use domain::ids::QueueId;
    use domain::{Intent, Workspace, Zone};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn s4_a_language_has_its_queues_and_is_mixed_while_some_are_picked() {
        let mut workspace = Workspace::empty("Test", Zone::UTC);
        let [one, two, three] = [1, 2, 3].map(|id| QueueId::from(Uuid::from_u128(id)));
        for (queue, language) in [(one, "en"), (two, "es"), (three, "ES ")] {
            let add = Intent::AddQueue {
                queue,
                name: format!("Desk {queue}"),
                parent: None,
                position: None,
            };
            workspace.apply(&add).unwrap();
            let language = language.to_owned();
            workspace
                .apply(&Intent::SetQueueLanguage { queue, language })
                .unwrap();
        }
        let queues = workspace.queues().map(|queue| &**queue).collect();
        let languages = by_language(queues);
        assert_eq!(languages.keys().collect::<Vec<_>>(), ["en", "es"]);
        let es = languages.get("es").unwrap();
        assert_eq!(es.len(), 2);
        let picked = |ids: &[QueueId]| ids.iter().map(ToString::to_string).collect();
        assert_eq!(tick(es, &picked(&[one])), Tick::Off);
        assert_eq!(tick(es, &picked(&[one, two])), Tick::Mixed);
        assert_eq!(tick(es, &picked(&[two, three])), Tick::On);
    }
}
