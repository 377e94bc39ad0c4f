//! The sentence that says what publishing does, or did.

use engine::Summary;
use leptos::prelude::*;

use crate::parts::impact_line::numbers_change;
use crate::session::Session;
use crate::words;

/// Which year is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The one from now on.
    Coming,
    /// The one from a publication on.
    AfterPublishing,
}

impl Span {
    fn words(self) -> &'static str {
        match self {
            Self::Coming => "the coming year",
            Self::AfterPublishing => "the year after it",
        }
    }
}

/// How many numbers change, the open hours won and lost, the first difference, and how many numbers nobody answers.
pub fn plan(session: Session, summary: &Summary, span: Span) -> AnyView {
    let year = span.words();
    let zone = session.workspace().read_untracked().settings().hours.zone();
    let Some(first) = summary.first else {
        return view! {
            <p class="plan"><b>"No number changes"</b>{format!(" in {year}: every text meets what it met before.")}</p>
        }
        .into_any();
    };
    let at = words::moment(first.at, zone);
    let at_once = (first.at == summary.from).then_some("at once, ");
    let never = (summary.never_answered > 0).then(|| {
        let (one, many) = ("number is never answered.", "numbers are never answered.");
        view! { " "<b class="danger-text">{words::count(summary.never_answered, one, many)}</b> }
    });
    view! {
        <p class="plan">
            <b>{numbers_change(summary.numbers)}": "</b>
            <span class="gain">"+"{words::hours(summary.gained_min)}</span>
            " open hours, "
            <b>"−"{words::hours(summary.lost_min)}</b>
            {format!(" in {year}. First difference ")}
            {at_once}
            <time datetime=first.at.to_rfc3339()>{at}</time>
            "."
            {never}
        </p>
    }
    .into_any()
}

/// For which texts that holds.
pub fn standing() -> impl IntoView {
    view! {
        <p class="hint">
            "Worked out for a plain text from an unknown sender, with no open session and all agents Available."
        </p>
    }
}
