//! Names on screen: the product's wording, plurals, dates.

mod dates;
mod holiday;
mod line;
mod now;
mod owner;
mod plural;

pub use crate::ui::{capital, sentence};
pub use dates::{clock, duration, hours, moment, next_clock_change};
pub use holiday::{dates, holiday_times, next_dates, weekday_name};
pub use line::line;
pub use now::now;
pub use owner::{OwnerSort, OwnerWords, owner};
pub use plural::{count, digits};

use crate::paths::Page;

/// The product's name of a page.
pub fn name(page: Page) -> &'static str {
    match page {
        Page::Home => "Home",
        Page::Sms => "SMS",
        Page::Numbers => "Phone number management",
        Page::GlobalSettings => "Direct Numbers Global Settings",
        Page::DirectInbound => "Direct Inbound SMS",
        Page::Queue => "Queue",
        Page::Users => "Users",
        Page::Teams => "Teams",
        Page::OwnSettings => "Agent's own settings",
        Page::SupportCenter => "Support Center Details",
        Page::Bulk => "Bulk user management",
        Page::Blocklist => "Phone Number Blocklist",
        Page::Preview => "Routing preview",
        Page::Drafts => "Drafts",
        Page::Review => "Review & publish",
        Page::History => "History",
        #[cfg(debug_assertions)]
        Page::Widgets => "Widgets",
    }
}

/// The title of the window.
pub fn title(page: Option<Page>) -> &'static str {
    page.map_or("Page not found", name)
}

/// Where the page lies in the product's settings, outermost first, without the page itself.
pub fn trail(page: Page) -> &'static [&'static str] {
    match page {
        Page::Sms | Page::GlobalSettings | Page::DirectInbound => &["Settings", "Chat"],
        Page::Numbers => &["Settings", "Chat", "SMS Phone Number Settings"],
        Page::Queue | Page::SupportCenter => &["Settings"],
        Page::Blocklist => &["Settings", "Consumer Management"],
        Page::Users | Page::Teams | Page::Bulk | Page::OwnSettings => &["Settings", "Users & Teams"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a5_users_and_teams_stand_under_one_heading() {
        for page in [Page::Users, Page::Teams] {
            assert_eq!(trail(page), ["Settings", "Users & Teams"]);
        }
    }
}
