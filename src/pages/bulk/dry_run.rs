//! What would happen to each row, and **Proceed**.

use std::sync::Arc;

use domain::bulk::{Form, error_log, failed_rows_file};
use leptos::prelude::*;

use super::cells;
use super::counts::counts;
use super::details::Details;
use super::impact::RoutingImpact;
use super::rows::{NUMBERS, SHOWN, counted, counted_numbers, reason, rows};
use super::run::{Checked, Kind, Upload, failed_name, log_name};
use crate::pages::address::query_value;
use crate::pages::listing::FilterLine;
use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::{
    Banner, Button, ButtonKind, ButtonSize, Choice, EmptyState, IconName, LinkButton, RadioGroup, RadioLook,
    Select, TableHead, Toasts, Tone, VirtualTable, by_key,
};
use crate::words;

/// Figures, filter, table, and the foot with the buttons.
#[component]
pub(super) fn DryRun(upload: Upload, checked: Arc<Checked>) -> impl IntoView {
    let search = query_value(query::SEARCH);
    let show = query_value(query::SHOW);
    let number = query_value(query::NUMBERS);
    let open = RwSignal::new(None::<usize>);
    let held = StoredValue::new(Arc::clone(&checked));
    let shown = Memo::new(move |_| {
        let checked = held.get_value();
        let name = |row: &_| cells::name(&checked.before, row);
        rows(
            &checked.report,
            &show.0.read(),
            &number.0.read(),
            &search.0.read(),
            name,
        )
    });
    let total = checked.report.rows.len();
    let clear = move || {
        for set in [search.1, show.1, number.1] {
            set.run((String::new(),));
        }
    };
    let nothing = move || {
        if total == 0 {
            return view! { <EmptyState icon=IconName::File title="The file has no rows" text="There is only the header. Fill in a row for each user who changes." /> }
                .into_any();
        }
        let actions = move || view! { <Button on_press=clear>"Clear the filter"</Button> };
        let text = words::sentence(&words::count(
            total,
            "row is hidden by the filter",
            "rows are hidden by the filter",
        ));
        view! { <EmptyState icon=IconName::Search title="No row matches" text actions /> }.into_any()
    };
    let users = checked.kind == Kind::Users;
    let by = if users { "Name or e-mail" } else { "Number" };
    let kinds = StoredValue::new(kinds(&checked));
    let more = move || {
        let (shown_choices, number_choices) = kinds.get_value();
        view! {
            <RadioGroup
                label="Show"
                choices=shown_choices
                value=known(show.0, &SHOWN)
                on_change=show.1
                look=RadioLook::Segmented
                label_hidden=true
            />
            <div class="bulk-numbers" hidden=!users>
                <Select label="Numbers" choices=number_choices value=known(number.0, &NUMBERS) on_change=number.1 />
            </div>
        }
    };
    let details = move || {
        open.get().map(|index| {
            let close = Callback::new(move |()| open.set(None));
            view! { <Details checked=held.get_value() index on_close=close /> }
        })
    };
    view! {
        <div class="page flush stack">
            <Outcome upload checked=Arc::clone(&checked) />
            {counts(&checked)}
            <RoutingImpact checked=Arc::clone(&checked) />
            <Downloads checked=Arc::clone(&checked) />
        </div>
        <FilterLine what="rows" by search shown=Signal::derive(move || shown.read().len()) total more />
        <Show when=move || shown.read().is_empty() fallback=move || view! { <Table checked=held.get_value() shown open /> }>
            {nothing}
        </Show>
        <Foot upload checked />
        {details}
    }
}

/// The choices of both filters, each with its count.
fn kinds(checked: &Checked) -> (Vec<Choice>, Vec<Choice>) {
    let report = &checked.report;
    let counted_choice = |(key, name): (&str, &str)| {
        let choice = Choice::new(key, name);
        choice.detail(words::digits(counted(report, key)))
    };
    let by_number = NUMBERS.map(|(key, name)| {
        let rows = words::digits(counted_numbers(report, key));
        Choice::new(key, format!("{name} ({rows})"))
    });
    let numbers = std::iter::once(Choice::new("", "All rows")).chain(by_number);
    (SHOWN.map(counted_choice).to_vec(), numbers.collect())
}

/// A key of the list; none for anything else that the address may hold.
fn known(value: Signal<String>, keys: &'static [(&'static str, &'static str)]) -> Signal<String> {
    Signal::derive(move || {
        let value = value.get();
        let known = keys.iter().any(|(key, _)| *key == value);
        if known { value } else { String::new() }
    })
}

/// After **Proceed**: what was done, and where it goes on.
#[component]
fn Outcome(upload: Upload, checked: Arc<Checked>) -> impl IntoView {
    let counts = checked.report.counts();
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
fn Downloads(checked: Arc<Checked>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let (errors, failed) = (checked.report.errors.len(), checked.report.counts().failed);
    let held = StoredValue::new(checked);
    let tell = move |offered: Result<(), String>| {
        if let Err(error) = offered {
            toasts.failed(format!("Not downloaded: {error}"));
        }
    };
    let log = move || {
        let text = |checked: &Arc<Checked>| (log_name(&checked.name), error_log(&checked.report.errors));
        let (name, text) = held.with_value(text);
        tell(session.offer_csv(&name, &text));
    };
    let rows = move || {
        held.with_value(|checked| {
            let form = checked.report.sheet.form;
            let (name, text) = (
                failed_name(&checked.name, form),
                failed_rows_file(&checked.report),
            );
            tell(match form {
                Form::Csv(_) => session.offer_csv(&name, &text),
                Form::Json => session.offer_json(&name, &text),
            });
        });
    };
    let log_button = move || {
        view! {
            <Button size=ButtonSize::Compact icon=IconName::Download on_press=log>"Download Error Log"</Button>
            <span class="muted">{words::count(errors, "line", "lines")}</span>
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
fn Table(checked: Arc<Checked>, shown: Memo<Vec<usize>>, open: RwSignal<Option<usize>>) -> impl IntoView {
    let caption = format!("Dry run of {}", checked.name);
    let users = checked.kind == Kind::Users;
    let held = StoredValue::new(checked);
    let name = move |index: usize| {
        held.with_value(|checked| {
            let row = checked.report.rows.get(index);
            row.map_or_else(String::new, |row| cells::name(&checked.before, row))
        })
    };
    view! {
        <VirtualTable
            caption
            rows=shown
            columns=5
            row_name=name
            cells=by_key(move |index: usize| held.with_value(|checked| row_cells(checked, index, open)))
            on_open=move |index: usize| open.set(Some(index))
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

fn row_cells(checked: &Checked, index: usize, open: RwSignal<Option<usize>>) -> AnyView {
    let Checked { report, before, .. } = checked;
    let Some(row) = report.rows.get(index) else {
        return ().into_any();
    };
    let (mark, word) = cells::outcome(checked, row);
    let reason = reason(report, row).map(|(code, message)| {
        let class = if code.is_warning() { "warn-text" } else { "danger-text" };
        view! { <code class=class>{code.name()}</code>" "<span class="muted">{words::sentence(&message)}</span> }
    });
    let middle = match checked.kind {
        Kind::Users => cells::numbers(before, report, row),
        Kind::Numbers => cells::label(report, index).into_any(),
    };
    let name = cells::name(before, row);
    let label = format!("Details of row {}, {name}", row.line);
    view! {
        <td class="num faint mid">{row.line}</td>
        <th scope="row" class="cell-number">
            <Button kind=ButtonKind::Link label on_press=move || open.set(Some(index))>{name}</Button>
            <span class="sub"><span>{format!("Row {}", row.line)}</span><span class=mark>{word.clone()}</span></span>
        </th>
        <td class="mid clip">{middle}</td>
        <td class="mid"><span class=mark>{word}</span></td>
        <td class="mid clip">{reason}</td>
    }
    .into_any()
}

/// What **Proceed** does, beside its button.
#[component]
fn Foot(upload: Upload, checked: Arc<Checked>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let refused = RwSignal::new(None::<String>);
    let affected = checked.report.counts().affected;
    let rows = words::count(affected, "row", "rows");
    let draft = move || session.draft().read().name.clone();
    let said = {
        let rows = rows.clone();
        move || {
            if affected == 0 {
                "Nothing in this file differs from what is there.".to_owned()
            } else {
                format!(
                    "Proceed adds {rows} to the draft {} as one change. You can undo it.",
                    draft()
                )
            }
        }
    };
    let proceed = move || match upload.proceed(&checked) {
        Ok(()) => toasts.done_with(
            format!("Added {} to the draft", checked.name),
            "Undo",
            move || session.undo(),
        ),
        Err(sentence) => refused.set(Some(words::sentence(&sentence))),
    };
    let proceed = Callback::new(move |()| proceed());
    let buttons = move || {
        let (rows, said) = (rows.clone(), said.clone());
        view! {
            <div class="save-bar bulk-foot">
                <p class="grow">{said}</p>
                {move || refused.get().map(|text| view! { <Banner tone=Tone::Danger urgent=true>{text}</Banner> })}
                <Button on_press=move || upload.drop_file()>"Cancel"</Button>
                <Button kind=ButtonKind::Primary disabled=Signal::stored(affected == 0) on_press=proceed>
                    {format!("Proceed with {rows}")}
                </Button>
            </div>
        }
    };
    view! { <Show when=move || !upload.proceeded().get()>{buttons.clone()}</Show> }
}
