//! What would happen to each row, and **Proceed**.

use std::sync::Arc;
use std::time::Duration;

use engine::{Filter, Kind, RowLine, Text};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::cells;
use super::counts::counts;
use super::details::Details;
use super::impact::RoutingImpact;
use super::listed::Listed;
use super::rights::left_alone;
use super::rows::{NUMBERS, SHOWN, show, sort};
use super::run::{Checked, LARGE, Upload, failed_name, log_name};
use crate::pages::address::query_value;
use crate::pages::listing::FilterLine;
use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::{
    Banner, Button, ButtonKind, ButtonSize, Choice, EmptyState, IconName, LinkButton, Progress, RadioGroup,
    RadioLook, Refused, Select, TableHead, Toasts, Tone, VirtualTable,
};
use crate::words;

/// A name longer than that may not fit its column: pointing at it shows all of it.
const CLIPPED: usize = 20;

/// Figures, filter, table, and the foot with the buttons.
#[component]
pub(super) fn DryRun(upload: Upload, checked: Arc<Checked>) -> impl IntoView {
    let search = query_value(query::SEARCH);
    let kind = query_value(query::SHOW);
    let number = query_value(query::NUMBERS);
    let users = checked.trial.kind == Kind::Users;
    let open = RwSignal::new(None::<usize>);
    let held = StoredValue::new(Arc::clone(&checked));
    let filter = Memo::new(move |_| Filter {
        show: show(&kind.0.read()),
        // A file of numbers has no such filter, whatever the address says.
        numbers: sort(&number.0.read()).filter(|_| users),
        search: search.0.get(),
    });
    let listed = Listed::follow(upload, filter);
    let shown = Memo::new(move |_| listed.total());
    let total = checked.trial.counts.total;
    let nothing = move || {
        if total == 0 {
            return view! { <EmptyState icon=IconName::File title="The file has no rows" text="There is only the header. Fill in a row for each user who changes." /> }
                .into_any();
        }
        let actions =
            move || view! { <Button on_press=move || upload.clear_filters()>"Clear the filter"</Button> };
        let text = words::sentence(&words::count(
            total,
            "row is hidden by the filter",
            "rows are hidden by the filter",
        ));
        view! { <EmptyState icon=IconName::Search title="No row matches" text actions /> }.into_any()
    };
    let by = if users { "Name or e-mail" } else { "Number" };
    let kinds = StoredValue::new(kinds(&checked));
    let more = move || {
        let (shown_choices, number_choices) = kinds.get_value();
        view! {
            <RadioGroup
                label="Show"
                choices=shown_choices
                value=known(kind.0, &SHOWN)
                on_change=kind.1
                look=RadioLook::Segmented
                label_hidden=true
            />
            <div class="bulk-numbers" hidden=!users>
                <Select label="Numbers" choices=number_choices value=known(number.0, &NUMBERS) on_change=number.1 />
            </div>
        }
    };
    let details = move || {
        open.get().map(|place| {
            let close = Callback::new(move |()| open.set(None));
            view! { <Details upload checked=held.get_value() place on_close=close /> }
        })
    };
    let untouched = upload.forbidden().with_untracked(left_alone).filter(|_| users);
    let untouched = untouched.map(|text| view! { <p class="muted">{text}</p> });
    let is_shown = after_a_frame();
    view! {
        <div class="page flush stack">
            <Lost upload />
            <Outcome upload checked=Arc::clone(&checked) />
            {counts(&checked.trial)}
            {untouched}
            <RoutingImpact upload />
            <Downloads upload checked=Arc::clone(&checked) />
        </div>
        <Show when=move || is_shown.get()>
            <FilterLine what="rows" by search shown=Signal::derive(move || shown.get().unwrap_or_default()) total more />
            <Show
                when=move || shown.get() == Some(0)
                fallback=move || view! { <Table checked=held.get_value() listed open /> }
            >
                {nothing}
            </Show>
        </Show>
        <Foot upload checked />
        {details}
    }
}

/// True once what is drawn now is on the screen: what takes long to draw, and stands further down, comes after it.
fn after_a_frame() -> Signal<bool> {
    let is_time = RwSignal::new(false);
    request_animation_frame(move || {
        let go_on = move || {
            // Whoever has left by then does not wait.
            let _ = is_time.try_set(true);
        };
        set_timeout(go_on, Duration::ZERO);
    });
    is_time.into()
}

/// The choices of both filters, each with its count.
fn kinds(checked: &Checked) -> (Vec<Choice>, Vec<Choice>) {
    let shown = SHOWN.iter().zip(checked.trial.shown);
    let shown = shown.map(|(&(key, name), rows)| Choice::new(key, name).detail(words::digits(rows)));
    let by_number = NUMBERS.iter().zip(checked.trial.numbers);
    let by_number = by_number.map(|(&(key, name), rows)| {
        let rows = words::digits(rows);
        Choice::new(key, format!("{name} ({rows})"))
    });
    let numbers = std::iter::once(Choice::new("", "All rows")).chain(by_number);
    (shown.collect(), numbers.collect())
}

/// A key of the list; none for anything else that the address may hold.
fn known(value: Signal<String>, keys: &'static [(&'static str, &'static str)]) -> Signal<String> {
    Signal::derive(move || {
        let value = value.get();
        let known = keys.iter().any(|(key, _)| *key == value);
        if known { value } else { String::new() }
    })
}

/// Nothing more can be asked about the file, and the way out of it.
#[component]
fn Lost(upload: Upload) -> impl IntoView {
    let again = move || {
        view! { <Button size=ButtonSize::Compact on_press=move || upload.read()>"Try again"</Button> }
    };
    move || {
        upload.lost().get().map(|sentence| {
            view! {
                <Banner tone=Tone::Danger urgent=true action=again>
                    <b>"The rows can no longer be shown. "</b>
                    {words::sentence(&sentence)}
                </Banner>
            }
        })
    }
}

/// After **Proceed**: what was done, and where it goes on.
#[component]
fn Outcome(upload: Upload, checked: Arc<Checked>) -> impl IntoView {
    let counts = checked.trial.counts;
    let done = words::count(counts.affected, "row is", "rows are");
    let done = format!("{done} in the draft, as one change. ");
    let failed = if counts.failed == 0 {
        "No row failed.".to_owned()
    } else {
        format!(
            "{} an error: what the error log names was left out, the rest applied.",
            words::count(counts.failed, "row has", "rows have")
        )
    };
    let review = || {
        view! { <LinkButton href=Page::Review.path() size=ButtonSize::Compact>{words::name(Page::Review)}</LinkButton> }
    };
    let banner = move || {
        let (done, failed) = (done.clone(), failed.clone());
        upload.proceeded().get().then(|| {
            view! {
                <Banner tone=Tone::Ok urgent=true action=review>
                    <b>{done}</b>
                    {failed}
                </Banner>
            }
        })
    };
    view! { {banner} }
}

/// The error log and the rows that need work.
#[component]
fn Downloads(upload: Upload, checked: Arc<Checked>) -> impl IntoView {
    let toasts = Toasts::from_context();
    let trial = &checked.trial;
    let (errors, failed) = (trial.errors, trial.counts.failed);
    let names = StoredValue::new((log_name(&checked.name), failed_name(&checked.name, trial.form)));
    let offer = move |name: String, text: Text| {
        spawn_local(async move {
            if let Err(error) = upload.offer(&name, text).await {
                toasts.failed(format!("Not downloaded: {error}"));
            }
        });
    };
    let mut log_size = words::count(errors, "line", "lines");
    if trial.job.lacks_log() {
        log_size.push_str(", too long to be kept in the list of jobs");
    }
    let log = move || offer(names.with_value(|(log, _)| log.clone()), Text::ErrorLog);
    let rows = move || offer(names.with_value(|(_, rows)| rows.clone()), Text::FailedRows);
    let log_button = move || {
        view! {
            <Button size=ButtonSize::Compact icon=IconName::Download on_press=log>"Download Error Log"</Button>
            <span class="muted">{log_size.clone()}</span>
        }
    };
    let rows_button = move || {
        view! {
            <Button size=ButtonSize::Compact icon=IconName::Download on_press=rows>"Download failed rows"</Button>
            <span class="muted">{words::count(failed, "row to be mended and uploaded again", "rows to be mended and uploaded again")}</span>
        }
    };
    (errors > 0).then(|| view! { <div class="row wrap">{log_button()}{(failed > 0).then(rows_button)}</div> })
}

#[component]
fn Table(checked: Arc<Checked>, listed: Listed, open: RwSignal<Option<usize>>) -> impl IntoView {
    let caption = format!("Dry run of {}", checked.name);
    let users = checked.trial.kind == Kind::Users;
    let held = StoredValue::new(checked);
    let rows = Memo::new(move |_| (0..listed.total().unwrap_or_default()).collect::<Vec<usize>>());
    let name = move |place: usize| {
        let line = untrack(|| listed.line(place));
        line.map_or_else(String::new, |line| {
            held.with_value(|checked| cells::name(&checked.before, &line.report))
        })
    };
    let cells_of = move |place: Signal<usize>| {
        let line = Memo::new(move |_| listed.line(place.get()));
        let cells = move || match line.get() {
            Some(line) => held.with_value(|checked| row_cells(checked, &line, open)),
            None => blank_cells(place.get()),
        };
        cells.into_any()
    };
    let open_row = move |place: usize| {
        if let Some(line) = untrack(|| listed.line(place)) {
            open.set(Some(line.place));
        }
    };
    view! {
        <VirtualTable
            caption
            rows
            row_name=name
            cells=cells_of
            on_open=open_row
            class="bulk fixed"
        >
            <TableHead slot>
                <th scope="col" class="num w-row mid">"Row"</th>
                <th scope="col" class="w-user">{if users { "User" } else { "Number" }}</th>
                <th scope="col" class="w-numbers mid">{if users { "Direct Inbound Numbers" } else { "Label" }}</th>
                <th scope="col" class="w-outcome mid">"Outcome"</th>
                <th scope="col" class="mid">"Reason"</th>
            </TableHead>
        </VirtualTable>
    }
}

fn row_cells(checked: &Checked, line: &RowLine, open: RwSignal<Option<usize>>) -> AnyView {
    let (before, row, place) = (&checked.before, &line.report, line.place);
    let (mark, word) = cells::outcome(checked.trial.kind, line);
    let reason = line.reason.as_ref().map(|(code, message)| {
        let class = if code.is_warning() { "warn-text" } else { "danger-text" };
        view! { <code class=class>{code.name()}</code>" "<span class="muted">{words::sentence(message)}</span> }
    });
    let middle = match checked.trial.kind {
        Kind::Users => cells::numbers(before, line),
        Kind::Numbers => line.label.clone().into_any(),
    };
    let name = cells::name(before, row);
    let label = format!("Details of row {}, {name}", row.line);
    let tip = (name.chars().count() > CLIPPED).then(|| name.clone());
    view! {
        <td class="num faint mid">{row.line}</td>
        <th scope="row" class="cell-number" data-tip=tip>
            <Button kind=ButtonKind::Link label on_press=move || open.set(Some(place))>{name}</Button>
            <span class="sub"><span>{format!("Row {}", row.line)}</span><span class=mark>{word.clone()}</span></span>
        </th>
        <td class="mid clip">{middle}</td>
        <td class="mid"><span class=mark>{word}</span></td>
        <td class="mid clip">{reason}</td>
    }
    .into_any()
}

/// A row that is on its way.
fn blank_cells(place: usize) -> AnyView {
    view! {
        <td class="num faint mid"></td>
        <th scope="row" class="cell-number faint" aria-busy="true">{format!("{}…", words::digits(place + 1))}</th>
        <td class="mid"></td>
        <td class="mid"></td>
        <td class="mid"></td>
    }
    .into_any()
}

/// What **Proceed** does, beside its button.
#[component]
fn Foot(upload: Upload, checked: Arc<Checked>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let refused = RwSignal::new(None::<String>);
    let (affected, failed) = (checked.trial.counts.affected, checked.trial.counts.failed);
    let rows = words::count(affected, "row", "rows");
    let draft = move || session.draft().read().name.clone();
    let said = {
        let rows = rows.clone();
        move || {
            if affected == 0 && failed > 0 {
                "Nothing of this file can be applied: the error log says what to mend.".to_owned()
            } else if affected == 0 {
                "Nothing in this file differs from what is there.".to_owned()
            } else {
                format!(
                    "Proceed adds {rows} to the draft {} as one change. You can undo it.",
                    draft()
                )
            }
        }
    };
    let proceed = move || {
        let name = checked.name.clone();
        upload.proceed(&checked, move |result| match result {
            Ok(()) => toasts.done_with(format!("Added {name} to the draft"), "Undo", move || {
                session.undo();
            }),
            Err(sentence) => {
                refused.try_set(Some(words::sentence(&sentence)));
            }
        });
    };
    let proceed = Callback::new(move |()| proceed());
    let total = affected;
    let is_long = Memo::new(move |_| total >= LARGE && upload.proceeding().read().is_some());
    let share = move || {
        let figure = |part: usize| u32::try_from(part).map_or(0.0, f64::from);
        upload
            .proceeding()
            .get()
            .filter(|progress| progress.total > 0)
            .map(|progress| figure(progress.done) / figure(progress.total))
    };
    let bar = {
        let rows = rows.clone();
        move || {
            view! {
                <div class="save-bar bulk-foot">
                    <Progress
                        label=format!("Adding {rows} to the draft")
                        done=Signal::derive(share)
                        on_cancel=move || upload.stop_proceeding()
                    />
                </div>
            }
        }
    };
    let buttons = move || {
        let (rows, said) = (rows.clone(), said.clone());
        view! {
            <div class="save-bar bulk-foot">
                <p class="grow">{said}</p>
                <Refused text=refused />
                <Button on_press=move || upload.drop_file()>"Cancel"</Button>
                <Button kind=ButtonKind::Primary disabled=Signal::stored(affected == 0) on_press=proceed>
                    {format!("Proceed with {rows}")}
                </Button>
            </div>
        }
    };
    view! {
        <Show when=move || is_long.get()>{bar.clone()}</Show>
        <Show when=move || !upload.proceeded().get() && !is_long.get()>{buttons.clone()}</Show>
    }
}
