//! Users & Teams → Bulk user management (F7): a file of users, tried out as a whole, then one change of the draft.

mod cells;
mod counts;
mod details;
mod dry_run;
mod focus;
mod impact;
mod jobs;
mod listed;
mod pick;
mod rights;
mod rows;
mod run;
mod start;

use leptos::prelude::*;

use crate::parts::page_head::PageHead;
use crate::session::Session;
use crate::ui::{Banner, Button, ButtonSize, IconName, Progress, Steps, Toasts, Tone};
use crate::words;
use dry_run::DryRun;
use run::{Refused, Stage, Upload};
use start::Start;

/// The page.
#[component]
pub fn Bulk() -> impl IntoView {
    let session = expect_context::<Session>();
    let upload = Upload::new(session);
    let stage = upload.stage();
    focus::keep(stage);
    pick::keep_files_from_opening();
    let other = move || {
        let checked = Memo::new(move |_| matches!(*stage.read(), Stage::Checked(_)));
        move || {
            checked
                .get()
                .then(|| view! { <Button on_press=move || upload.drop_file()>"Other file"</Button> })
        }
    };
    let at = Signal::derive(move || match &*stage.read() {
        Stage::Waiting | Stage::Refused(_) | Stage::Failed(_) => 1,
        Stage::Checked(_) if upload.proceeded().get() => 4,
        Stage::Reading(_) | Stage::Checked(_) => 2,
    });
    let again = move || {
        view! { <Button size=ButtonSize::Compact on_press=move || upload.read()>"Try again"</Button> }
    };
    let content = move || match stage.get() {
        Stage::Waiting => view! { <Start upload /> }.into_any(),
        Stage::Reading(name) => view! { <Reading upload name /> }.into_any(),
        Stage::Refused(refused) => view! {
            <RefusedFile refused=(*refused).clone() />
            <Start upload />
        }
        .into_any(),
        Stage::Failed(sentence) => view! {
            <Banner tone=Tone::Danger wide=true urgent=true action=again>
                <b>"The file was not tried out. "</b>
                {words::sentence(&sentence)}
                " Nothing was changed."
            </Banner>
            <Start upload />
        }
        .into_any(),
        Stage::Checked(checked) => view! { <DryRun upload checked /> }.into_any(),
    };
    view! {
        <PageHead title="Bulk user management" text=Signal::derive(move || said(&stage.read(), upload)) actions=other />
        <div class="page flush">
            <Steps names=vec!["Template", "Upload", "Dry run", "Proceed"] at />
        </div>
        <p class="visually-hidden" role="status">{move || spoken(&stage.read())}</p>
        {content}
    }
}

/// What is said aloud of a file on its way; what goes wrong says so itself.
fn spoken(stage: &Stage) -> String {
    match stage {
        Stage::Waiting | Stage::Refused(_) | Stage::Failed(_) => String::new(),
        Stage::Reading(name) => format!("{name} is tried out."),
        Stage::Checked(checked) => {
            let counts = checked.trial.counts;
            format!(
                "{} is tried out: {}, {} will change, {} skipped, {} with errors.",
                checked.name,
                words::count(counts.total, "row", "rows"),
                words::digits(counts.affected),
                words::digits(counts.skipped),
                words::digits(counts.failed),
            )
        }
    }
}

/// The page's one sentence.
fn said(stage: &Stage, upload: Upload) -> String {
    let Stage::Checked(checked) = stage else {
        return "Direct numbers, roles and teams of many users from one file. Nothing is written before Proceed."
            .to_owned();
    };
    let rows = words::count(checked.trial.counts.total, "row", "rows");
    let written = if upload.proceeded().get() {
        "In the draft, not yet published."
    } else {
        "Nothing is written yet."
    };
    format!("{}, {rows}. {written}", checked.name)
}

/// How far a large file is, and the way to stop it.
#[component]
fn Reading(upload: Upload, name: String) -> impl IntoView {
    let rows = upload.progress();
    let large = Memo::new(move |_| rows.read().1 >= run::LARGE);
    let share = move || {
        let (done, total) = rows.get();
        let figure = |rows: usize| u32::try_from(rows).map_or(0.0, f64::from);
        (total > 0).then(|| figure(done) / figure(total))
    };
    let detail = move || {
        let (done, total) = rows.get();
        format!(
            "{} of {}",
            words::digits(done),
            words::count(total, "row", "rows")
        )
    };
    let label = format!("Trying out {name}");
    view! {
        <div class="page" aria-busy="true">
            <Show when=move || large.get()>
                <Progress
                    label=label.clone()
                    done=Signal::derive(share)
                    detail=Signal::derive(detail)
                    on_cancel=move || upload.drop_file()
                />
            </Show>
        </div>
    }
}

/// Why a file was not even tried out.
#[component]
fn RefusedFile(refused: Refused) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let Refused { name, error } = refused;
    let sentence = words::sentence(&error.message);
    let log = StoredValue::new((name.clone(), vec![error]));
    let download = move || {
        let (name, errors) = log.get_value();
        if let Err(error) = session.offer_csv(&run::log_name(&name), &domain::bulk::error_log(&errors)) {
            toasts.failed(format!("Not downloaded: {error}"));
        }
    };
    let button = move || {
        view! { <Button size=ButtonSize::Compact icon=IconName::Download on_press=download>"Download Error Log"</Button> }
    };
    view! {
        <Banner tone=Tone::Danger wide=true urgent=true action=button>
            <b>{format!("{name} was not read. ")}</b>
            {sentence}
            " Nothing was changed."
        </Banner>
    }
}
