//! A short fact beside a name.

use leptos::prelude::*;

use super::{Icon, IconName};

/// What a tag says by its look, always beside its word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagKind {
    /// A plain fact.
    #[default]
    Plain,
    /// The one that counts.
    Direct,
    /// Proven.
    Verified,
    /// Not proven yet.
    Unverified,
    /// The draft's doing.
    Draft,
    /// As it should be.
    Ok,
    /// To be looked at.
    Warn,
    /// Not applied, lost.
    Danger,
}

/// A tag.
#[component]
pub fn Tag(
    /// Its look.
    #[prop(optional)]
    kind: TagKind,
    /// Its word.
    #[prop(into)]
    word: String,
) -> impl IntoView {
    let class = match kind {
        TagKind::Plain => "tag",
        TagKind::Direct => "tag direct",
        TagKind::Verified => "tag verified",
        TagKind::Unverified => "tag unverified",
        TagKind::Draft => "tag draft",
        TagKind::Ok => "tag ok",
        TagKind::Warn => "tag warn",
        TagKind::Danger => "tag danger",
    };
    let check = (kind == TagKind::Verified).then(|| view! { <Icon name=IconName::Check small=true /> });
    view! { <span class=class>{check}{word}</span> }
}
