//! Every address of the app. Screens name pages, never addresses.

/// A page of the app, as the address bar shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// What needs attention, and where to go on.
    Home,
    /// Settings → Chat → SMS.
    Sms,
    /// Settings → Chat → SMS Phone Number Settings → Phone number management.
    Numbers,
    /// Settings → Chat → Direct Numbers Global Settings.
    GlobalSettings,
    /// Settings → Chat → Direct Inbound SMS.
    DirectInbound,
    /// Settings → Queue.
    Queue,
    /// Settings → Users & Teams → Users.
    Users,
    /// Settings → Users & Teams → Teams.
    Teams,
    /// What an agent sees of their own settings.
    OwnSettings,
    /// Settings → Support Center Details.
    SupportCenter,
    /// Settings → Users & Teams → Bulk user management.
    Bulk,
    /// Settings → Consumer Management → Phone Number Blocklist.
    Blocklist,
    /// Try a text.
    Preview,
    /// The drafts, open and waiting and discarded.
    Drafts,
    /// Review & publish of the open draft.
    Review,
    /// Everything that was published.
    History,
    /// Every widget in every state; development builds only.
    #[cfg(debug_assertions)]
    Widgets,
}

impl Page {
    /// Every page, in the order of the navigation.
    pub const ALL: &'static [Self] = &[
        Self::Home,
        Self::Sms,
        Self::Numbers,
        Self::GlobalSettings,
        Self::DirectInbound,
        Self::Queue,
        Self::Users,
        Self::Teams,
        Self::OwnSettings,
        Self::SupportCenter,
        Self::Bulk,
        Self::Blocklist,
        Self::Preview,
        Self::Drafts,
        Self::Review,
        Self::History,
        #[cfg(debug_assertions)]
        Self::Widgets,
    ];

    /// The page's address.
    pub fn path(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Sms => "/settings/chat/sms",
            Self::Numbers => "/settings/chat/phone-numbers",
            Self::GlobalSettings => "/settings/chat/direct-numbers",
            Self::DirectInbound => "/settings/chat/direct-inbound",
            Self::Queue => "/settings/queue",
            Self::Users => "/settings/users",
            Self::Teams => "/settings/teams",
            Self::OwnSettings => "/settings/own",
            Self::SupportCenter => "/settings/support-center",
            Self::Bulk => "/settings/bulk",
            Self::Blocklist => "/settings/consumers/blocklist",
            Self::Preview => "/preview",
            Self::Drafts => "/drafts",
            Self::Review => "/review",
            Self::History => "/history",
            #[cfg(debug_assertions)]
            Self::Widgets => "/widgets",
        }
    }

    /// The page at an address, if there is one; a slash at the end makes no difference.
    pub fn at(path: &str) -> Option<Self> {
        let path = path
            .strip_suffix('/')
            .filter(|rest| !rest.is_empty())
            .unwrap_or(path);
        Self::ALL.iter().copied().find(|page| page.path() == path)
    }

    /// The page's address with a query; empty values are left out.
    pub fn with(self, query: &[(&str, &str)]) -> String {
        let mut address = self.path().to_owned();
        let filled = query.iter().filter(|(_, value)| !value.is_empty());
        for (index, (key, value)) in filled.enumerate() {
            address.push(if index == 0 { '?' } else { '&' });
            address.push_str(key);
            address.push('=');
            escape_into(&mut address, value);
        }
        address
    }
}

/// Files that ship with the app.
pub mod assets {
    /// The sample company, as a workspace file.
    pub const SAMPLE_COMPANY: &str = "/sample-company.json";
    /// Starts the worker that knows phone numbers.
    pub const PHONE_WORKER: &str = "/worker_loader.js?phone_worker";
    /// Starts the worker that does the long work of the rule engine.
    pub const ENGINE_WORKER: &str = "/worker_loader.js?engine_worker";
}

/// Keys of the query, the same word on every page.
pub mod query {
    /// What is typed into the page's filter.
    pub const SEARCH: &str = "q";
    /// Which tag the numbers listed have.
    pub const TAG: &str = "tag";
    /// Which sort of owner the numbers listed have.
    pub const OWNER: &str = "owner";
    /// How the numbers listed stand to what is published.
    pub const STATE: &str = "state";
    /// Which kinds the page shows.
    pub const SHOW: &str = "show";
    /// What becomes of the numbers of the rows shown.
    pub const NUMBERS: &str = "numbers";
    /// The column the list is sorted by; `-` before it turns the order.
    pub const SORT: &str = "sort";
    /// The record whose dialog is open.
    pub const EDIT: &str = "edit";
    /// The agent whose page is shown.
    pub const AS: &str = "as";
    /// What is being added: `one` record or `many` at once.
    pub const ADD: &str = "add";
    /// The receiving number of the text to try.
    pub const TO: &str = "to";
    /// The sender of the text to try.
    pub const FROM: &str = "from";
    /// The words of the text to try.
    pub const TEXT: &str = "text";
    /// When the text arrives, as local time.
    pub const AT: &str = "at";
    /// The zone in which that time is told.
    pub const ZONE: &str = "zone";
    /// The session between the two numbers of the text to try.
    pub const CHAT: &str = "chat";
    /// What is known of the sender of the text to try.
    pub const SENDER: &str = "sender";
    /// What the agent is doing when the text arrives.
    pub const AGENT: &str = "agent";
    /// Which kind of record is listed.
    pub const KIND: &str = "kind";
    /// A published revision.
    pub const REVISION: &str = "revision";
}

/// Percent-encodes everything but the unreserved characters.
fn escape_into(address: &mut String, value: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let digit = |nibble: u8| HEX.get(usize::from(nibble)).copied().map_or('0', char::from);
            address.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_own_address() {
        for page in Page::ALL {
            assert_eq!(Page::at(page.path()), Some(*page));
            assert_eq!(
                Page::at(&format!("{}/", page.path().trim_end_matches('/'))),
                Some(*page)
            );
        }
        assert_eq!(Page::at("/settings"), None);
        assert_eq!(Page::at("/settings/chat/sms/more"), None);
    }

    #[test]
    fn a_query_is_escaped_and_leaves_out_what_is_empty() {
        assert_eq!(
            Page::Preview.with(&[("to", "+14155550100"), ("text", "")]),
            "/preview?to=%2B14155550100"
        );
        assert_eq!(
            Page::Numbers.with(&[("q", "a&b é"), ("edit", "x")]),
            "/settings/chat/phone-numbers?q=a%26b%20%C3%A9&edit=x"
        );
        assert_eq!(Page::Home.with(&[]), "/");
    }
}
