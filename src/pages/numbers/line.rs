//! What a row of the list says, worked out in one go and written in one go: a row that shows another number at each
//! scroll cannot afford a dozen things that each wait for their own news.

use chrono::{DateTime, Utc};
use domain::deflection::effective;
use domain::number::Owner;
use domain::phone::{NumberFacts, Region};
use domain::routing::moment;
use domain::{PhoneNumber, Workspace};
use leptos::prelude::*;

use crate::parts::now::State;
use crate::parts::tags::{Marks, tags};
use crate::session::country;
use crate::ui::{IconName, Tag, TagKind, Written, WrittenIcon, WrittenText, tell, write_changed};
use crate::words::{self, OwnerSort, OwnerWords};

/// The columns of a number; of one that has just gone only the number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// International form.
    printed: String,
    region: Option<Region>,
    marks: Marks,
    label: String,
    /// The draft adds it.
    is_new: bool,
    owner: OwnerWords,
    hours: &'static str,
    on_ivr: bool,
    state: State,
}

/// Whose hours decide, in a word.
fn hours_word(workspace: &Workspace, owner: Owner) -> &'static str {
    match owner {
        Owner::Agent(agent) => effective(workspace, agent).level.badge(),
        Owner::Queue(_) => "Queue",
    }
}

impl Line {
    /// Of a number of the draft, at a moment; `live` is the published configuration.
    pub(super) fn of(
        live: &Workspace,
        draft: &Workspace,
        number: PhoneNumber,
        facts: Option<&NumberFacts>,
        at: DateTime<Utc>,
    ) -> Self {
        let printed = facts.and_then(|facts| facts.printed.as_ref());
        let only_number = Self {
            printed: printed.map_or_else(|| number.to_string(), |printed| printed.as_str().to_owned()),
            region: facts.and_then(|facts| facts.region),
            ..Self::default()
        };
        let Some(record) = draft.number(number) else {
            return only_number;
        };
        Self {
            marks: Marks::of(record),
            label: record.label.to_string(),
            is_new: live.number(number).is_none(),
            owner: words::owner(draft, record),
            hours: record.owner().map_or("", |owner| hours_word(draft, owner)),
            on_ivr: draft.ivr_queue(number).is_some(),
            state: State::of(&moment(draft, number, at), at),
            ..only_number
        }
    }

    /// What differs from row to row.
    fn texts(&self) -> [&str; 6] {
        let owner = &self.owner;
        [
            &self.printed,
            &self.label,
            owner.sort.word(),
            &owner.name,
            self.hours,
            &self.state.words,
        ]
    }
}

/// The places of a line: texts differ from row to row, the other things seldom do.
#[derive(Clone, Default)]
pub(super) struct Cells {
    printed: Written,
    // Once in a column, once under the number.
    label: [Written; 2],
    sort: [Written; 2],
    owner: [Written; 2],
    icon: WrittenIcon,
    hours: Written,
    state: [Written; 2],
    region: ArcRwSignal<Option<Region>>,
    marks: ArcRwSignal<Marks>,
    is_new: ArcRwSignal<bool>,
    on_ivr: ArcRwSignal<bool>,
}

impl Cells {
    /// Shows another line than the last one.
    pub(super) fn write(&self, last: Option<&Line>, line: &Line) {
        let places: [&[Written]; 6] = [
            &[self.printed],
            &self.label,
            &self.sort,
            &self.owner,
            &[self.hours],
            &self.state,
        ];
        write_changed(last.map(Line::texts), line.texts(), places);
        if last.is_none_or(|last| last.owner.sort != line.owner.sort) {
            let [sort, _] = self.sort;
            // A drawing says it already.
            let icon = sort_icon(line.owner.sort);
            sort.write_class(icon.map_or("", |_| "visually-hidden"));
            self.icon.write(icon);
        }
        if last.is_none_or(|last| last.state.class != line.state.class) {
            for place in self.state {
                place.write_class(line.state.class);
            }
        }
        tell(&self.region, line.region);
        tell(&self.marks, line.marks);
        tell(&self.is_new, line.is_new);
        tell(&self.on_ivr, line.on_ivr);
    }

    /// The first cell; on a phone, where there is room for no other, the rest stands under the number.
    pub(super) fn first(&self) -> impl IntoView + use<> {
        let (region, marks) = (self.region.clone(), self.marks.clone());
        let place = move || {
            let region = region.get()?;
            Some(view! { <span class="country" data-tip=country(region)>{String::from(region)}</span> })
        };
        let ([_, label], [_, sort], [_, owner], [_, state]) = (self.label, self.sort, self.owner, self.state);
        view! {
            <th scope="row" class="cell-number">
                <WrittenText at=self.printed class="number" />
                {place}
                {move || tags(marks.get())}
                <span class="sub">
                    <span class="name"><WrittenText at=label class="clip" />{self.new_tag()}</span>
                    <span><WrittenText at=sort /><WrittenText at=owner />" "{self.ivr_tag()}</span>
                    <WrittenText at=state />
                </span>
            </th>
        }
    }

    /// The cells after it, up to the one that waits for the list to be at rest.
    pub(super) fn words(&self) -> impl IntoView + use<> {
        let ([label, _], [sort, _], [owner, _]) = (self.label, self.sort, self.owner);
        view! {
            <td class="mid"><span class="name"><WrittenText at=label class="clip" />{self.new_tag()}</span></td>
            <td class="mid owner">
                {self.icon.view()}<WrittenText at=sort /><WrittenText at=owner />" "{self.ivr_tag()}
            </td>
            <td class="mid late"><WrittenText at=self.hours /></td>
        }
    }

    /// The cell after that one.
    pub(super) fn state(&self) -> impl IntoView + use<> {
        let [state, _] = self.state;
        view! { <td class="mid late"><WrittenText at=state /></td> }
    }

    fn new_tag(&self) -> impl Fn() -> Option<AnyView> + Send + use<> {
        let is_new = self.is_new.clone();
        move || {
            is_new
                .get()
                .then(|| view! { <Tag kind=TagKind::Draft word="New" /> }.into_any())
        }
    }

    fn ivr_tag(&self) -> impl Fn() -> Option<AnyView> + Send + use<> {
        let on_ivr = self.on_ivr.clone();
        move || on_ivr.get().then(|| view! { <Tag word="Also IVR" /> }.into_any())
    }
}

/// The drawing of an owner's kind.
fn sort_icon(sort: OwnerSort) -> Option<IconName> {
    match sort {
        OwnerSort::Agent => Some(IconName::User),
        OwnerSort::Queue => Some(IconName::Queue),
        OwnerSort::Outbound | OwnerSort::Nobody => None,
    }
}
