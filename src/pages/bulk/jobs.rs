//! The files of before: what became of each (specification 8.4).

use domain::bulk::{Job, JobState};
use leptos::prelude::*;

use super::run::log_name;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, IconButton, IconName, Toasts};
use crate::words;

/// How many are shown at first.
const PAGE: usize = 20;

/// The list, newest first; nothing while there is none.
#[component]
pub(super) fn Jobs() -> impl IntoView {
    let session = expect_context::<Session>();
    let jobs = session.jobs();
    let pages = RwSignal::new(1_usize);
    let shown = move || {
        let jobs = jobs.read();
        let shown = jobs.iter().take(pages.get() * PAGE);
        shown.map(|job| row(session, job)).collect_view()
    };
    let hidden = move || jobs.read().len().saturating_sub(pages.get() * PAGE);
    let more = move || {
        let text = format!("Show {} more", words::digits(hidden().min(PAGE)));
        view! { <div><Button kind=ButtonKind::Link on_press=move || pages.update(|pages| *pages += 1)>{text}</Button></div> }
    };
    view! {
        <Show when=move || !jobs.read().is_empty()>
            <section class="page stack" aria-labelledby="bulk-jobs">
                <h2 id="bulk-jobs">"Jobs"</h2>
                <div class="table-frame boxed scroll" tabindex="0" role="region" aria-label="Table of jobs">
                    <table class="table plain">
                        <caption class="visually-hidden">"Files uploaded in this workspace, newest first"</caption>
                        <thead>
                            <tr>
                                <th scope="col">"File"</th>
                                <th scope="col">"Uploaded"</th>
                                <th scope="col">"State"</th>
                                <th scope="col" class="num">"Rows"</th>
                                <th scope="col" class="num">"Affected"</th>
                                <th scope="col" class="num">"Failed"</th>
                                <th scope="col" class="cell-act"><span class="visually-hidden">"Error log"</span></th>
                            </tr>
                        </thead>
                        <tbody>{shown}</tbody>
                    </table>
                </div>
                <Show when=move || { hidden() > 0 }>{more}</Show>
            </section>
        </Show>
    }
}

fn row(session: Session, job: &Job) -> impl IntoView + use<> {
    let toasts = Toasts::from_context();
    let zone = session.workspace().read_untracked().settings().hours.zone();
    let (mark, word) = state(job.state);
    let was_read = !matches!(job.state, JobState::Created | JobState::InvalidScheme);
    let figure = |rows: usize| {
        if was_read {
            words::digits(rows)
        } else {
            "–".to_owned()
        }
    };
    let name = log_name(&job.file);
    let label = format!("Download Error Log of {}", job.file);
    let log = job.log.clone().map(|log| {
        let download = move || {
            if let Err(error) = session.offer_csv(&name, &log) {
                toasts.failed(format!("Not downloaded: {error}"));
            }
        };
        view! { <IconButton name=IconName::Download label on_press=download /> }
    });
    let lacking = job
        .lacks_log()
        .then(|| view! { <span class="muted">"Error log too long to be kept"</span> });
    view! {
        <tr>
            <th scope="row">{job.file.clone()}</th>
            <td>{words::moment(job.created, zone)}</td>
            <td><span class=mark>{word}</span></td>
            <td class="num">{figure(job.total)}</td>
            <td class="num">{figure(job.affected)}</td>
            <td class="num">{figure(job.failed)}</td>
            <td class="cell-act"><div>{log}{lacking}</div></td>
        </tr>
    }
}

fn state(state: JobState) -> (&'static str, &'static str) {
    match state {
        JobState::Created => ("state none", "Uploaded"),
        JobState::ValidScheme => ("state none", "Tried out, not proceeded"),
        JobState::InvalidScheme => ("state failed", "Refused, not read"),
        JobState::InProgress => ("state none", "In progress"),
        JobState::Completed => ("state", "Completed"),
        JobState::CompletedWithErrors => ("state failed", "Completed with errors"),
        JobState::Failed => ("state failed", "Failed, nothing was written"),
    }
}
