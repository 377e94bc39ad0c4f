//! Answers about the effect of the draft, asked anew whenever the effect is another one.

use engine::{Answer, Question};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::session::Session;
use crate::ui::{Banner, Skeleton, Tone};

/// How far an answer is.
#[derive(Clone, Debug, PartialEq)]
pub enum Told<T> {
    /// Not here yet.
    Waiting,
    /// The answer.
    Here(T),
    /// The sentence why there is none.
    Failed(String),
}

impl<T> Told<T> {
    /// The answer, where it is here.
    pub fn here(&self) -> Option<&T> {
        match self {
            Self::Here(answer) => Some(answer),
            Self::Waiting | Self::Failed(_) => None,
        }
    }

    /// What stands in the answer's place while there is none: so many grey lines, or the sentence why.
    pub fn missing(&self, lines: usize) -> Option<AnyView> {
        match self {
            Self::Waiting => Some(view! { <Skeleton lines /> }.into_any()),
            Self::Failed(error) => {
                let error = error.clone();
                Some(view! { <Banner tone=Tone::Danger>{error}</Banner> }.into_any())
            }
            Self::Here(_) => None,
        }
    }

    /// The answer as `shown` draws it, or what stands in its place.
    pub fn drawn<V: IntoView>(self, lines: usize, shown: impl FnOnce(T) -> V) -> AnyView {
        let missing = self.missing(lines);
        match self {
            Self::Here(answer) => shown(answer).into_any(),
            Self::Waiting | Self::Failed(_) => missing.into_any(),
        }
    }
}

/// Asks as soon as the effect is known, and again when it or the question changes; what was told last stays until then.
/// `pick` takes the expected kind of answer; a question cut short by another one has none.
pub fn answer<T: Clone + Send + Sync + 'static>(
    session: Session,
    question: impl Fn() -> Option<Question> + 'static,
    pick: fn(Answer) -> Option<T>,
) -> Signal<Told<T>> {
    let told = RwSignal::new(Told::Waiting);
    let turn = StoredValue::new(0_u64);
    let effect = session.effect();
    Effect::new(move |_| {
        let is_known = effect.read().known().is_some();
        let Some(question) = question().filter(|_| is_known) else {
            return;
        };
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        spawn_local(async move {
            let answer = session.ask_engine(question, |_| {}).await;
            if turn.try_get_value() != Some(mine) {
                return;
            }
            let found = match answer {
                Ok(answer) => pick(answer).map(Told::Here),
                Err(error) => Some(Told::Failed(error.to_string())),
            };
            if let Some(found) = found {
                // The page may have been left meanwhile.
                let _ = told.try_set(found);
            }
        });
    });
    told.into()
}
