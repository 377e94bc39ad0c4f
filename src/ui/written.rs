//! Texts that change with every scroll, written into their places by hand: an effect for each of them, or a view made
//! anew, takes many times as long as the text does.

use leptos::prelude::*;
use leptos::{html, svg};

use super::IconName;

/// A place for such a text.
#[derive(Clone, Copy, Default)]
pub struct Written(NodeRef<html::Span>);

impl Written {
    /// Puts the text there; nothing happens before the place is on the page.
    pub fn write(self, text: &str) {
        let place = self.0.get_untracked();
        if let Some(node) = place.and_then(|place| place.first_child()) {
            node.set_node_value(Some(text));
        }
    }

    /// The classes of its place.
    pub fn write_class(self, class: &str) {
        if let Some(place) = self.0.get_untracked() {
            place.set_class_name(class);
        }
    }
}

/// Writes the texts that differ from the last ones, each into all of its places.
pub fn write_changed<const N: usize>(last: Option<[&str; N]>, texts: [&str; N], places: [&[Written]; N]) {
    for (which, (text, places)) in texts.into_iter().zip(places).enumerate() {
        if last.and_then(|last| last.get(which).copied()) != Some(text) {
            for place in places {
                place.write(text);
            }
        }
    }
}

/// A place for a drawing.
#[derive(Clone, Copy, Default)]
pub struct WrittenIcon(NodeRef<svg::Svg>);

impl WrittenIcon {
    /// Puts the drawing there, or takes it away.
    pub fn write(self, icon: Option<IconName>) {
        let Some(place) = self.0.get_untracked() else {
            return;
        };
        let _ = place.set_attribute("class", if icon.is_some() { "icon" } else { "icon none" });
        if let (Some(icon), Some(drawn)) = (icon, place.first_element_child()) {
            let _ = drawn.set_attribute("href", icon.href());
        }
    }

    /// The place, on the page.
    pub fn view(self) -> impl IntoView {
        let any = IconName::User.href();
        view! { <svg class="icon none" aria-hidden="true" node_ref=self.0><use_ href=any></use_></svg> }
    }
}

/// The place, on the page.
#[component]
pub fn WrittenText(
    /// Which one.
    at: Written,
    /// Its classes.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    // Its one child is the text that is written.
    view! { <span class=class node_ref=at.0>" "</span> }
}

/// Tells those who follow a signal only of another value: unlike those of a memo, they are not even asked to look.
pub fn tell<T: PartialEq + Send + Sync + 'static>(signal: &ArcRwSignal<T>, value: T) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
