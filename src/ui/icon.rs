//! Icons: drawings of the sprite in `style/icons.svg`, always beside a word or with a name on their button.

use leptos::prelude::*;

/// The drawings there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// The support center.
    Building,
    /// A date or a holiday.
    Calendar,
    /// Texts and numbers.
    Chat,
    /// Done, verified.
    Check,
    /// A fold; turns when open.
    Chevron,
    /// A time.
    Clock,
    /// Close, clear.
    Close,
    /// What is stored.
    Database,
    /// More actions.
    Dots,
    /// Opens a list.
    Down,
    /// A file to keep.
    Download,
    /// Drafts and review.
    Draft,
    /// A file to open.
    File,
    /// A filter.
    Filter,
    /// The global level.
    Globe,
    /// Taken hold of, to move what it stands at.
    Grid,
    /// What was before.
    History,
    /// The start page.
    Home,
    /// A remark.
    Info,
    /// Locked.
    Lock,
    /// The navigation of a narrow screen.
    Menu,
    /// Light or dark.
    Moon,
    /// Set aside.
    Park,
    /// Edit.
    Pencil,
    /// Pinned.
    Pin,
    /// Add.
    Plus,
    /// A queue.
    Queue,
    /// Do again.
    Redo,
    /// Give up, unassign.
    Release,
    /// Figures.
    Report,
    /// Onwards.
    Right,
    /// Routing.
    Route,
    /// Search.
    Search,
    /// A server.
    Server,
    /// At work.
    Spin,
    /// Failed.
    Stop,
    /// Remove.
    Trash,
    /// Take back.
    Undo,
    /// Sorted.
    Up,
    /// An agent, the user level.
    User,
    /// A team, the team level.
    Users,
    /// A warning.
    Warn,
}

impl IconName {
    /// The drawing's place in the sprite.
    pub(super) const fn href(self) -> &'static str {
        match self {
            Self::Building => "#i-building",
            Self::Calendar => "#i-cal",
            Self::Chat => "#i-chat",
            Self::Check => "#i-check",
            Self::Chevron => "#i-chev",
            Self::Clock => "#i-clock",
            Self::Close => "#i-x",
            Self::Database => "#i-db",
            Self::Dots => "#i-dots",
            Self::Down => "#i-down",
            Self::Download => "#i-download",
            Self::Draft => "#i-draft",
            Self::File => "#i-file",
            Self::Filter => "#i-filter",
            Self::Globe => "#i-globe",
            Self::Grid => "#i-grid",
            Self::History => "#i-history",
            Self::Home => "#i-home",
            Self::Info => "#i-info",
            Self::Lock => "#i-lock",
            Self::Menu => "#i-menu",
            Self::Moon => "#i-moon",
            Self::Park => "#i-park",
            Self::Pencil => "#i-pencil",
            Self::Pin => "#i-pin",
            Self::Plus => "#i-plus",
            Self::Queue => "#i-queue",
            Self::Redo => "#i-redo",
            Self::Release => "#i-release",
            Self::Report => "#i-report",
            Self::Right => "#i-right",
            Self::Route => "#i-route",
            Self::Search => "#i-search",
            Self::Server => "#i-server",
            Self::Spin => "#i-spin",
            Self::Stop => "#i-stop",
            Self::Trash => "#i-trash",
            Self::Undo => "#i-undo",
            Self::Up => "#i-up",
            Self::User => "#i-user",
            Self::Users => "#i-users",
            Self::Warn => "#i-warn",
        }
    }
}

/// A drawing in the colour of the text beside it; nothing a screen reader would speak.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
    /// 12 px instead of 16.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let class = if small { "icon s" } else { "icon" };
    view! {
        <svg class=class aria-hidden="true">
            <use_ href=name.href()></use_>
        </svg>
    }
}
