//! Session types: the category under which reports count a chat.

use serde::{Deserialize, Serialize};

/// The category of a chat; fixed when its session starts (R99).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionType {
    /// A text to an ordinary number.
    Inbound,
    /// An agent starts from an ordinary number.
    Outbound,
    /// Started by API from an ordinary number.
    OutboundApi,
    /// A text to a direct number of an agent or a queue (R96).
    InboundDirect,
    /// From a direct number of an agent or a queue (R97).
    OutboundDirect,
    /// By API from a direct number (R98).
    OutboundDirectApi,
}

/// Which way a chat begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The end-user writes first.
    In,
    /// An agent or the API writes first.
    Out,
}

impl SessionType {
    /// All of them, in the order of the specification's table.
    pub const ALL: [Self; 6] = [
        Self::Inbound,
        Self::Outbound,
        Self::OutboundApi,
        Self::InboundDirect,
        Self::OutboundDirect,
        Self::OutboundDirectApi,
    ];

    /// The product's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Inbound => "Messaging Inbound (SMS)",
            Self::Outbound => "Messaging Outbound (SMS)",
            Self::OutboundApi => "Messaging Outbound (SMS via API)",
            Self::InboundDirect => "Messaging Inbound (SMS Direct)",
            Self::OutboundDirect => "Messaging Outbound (SMS Direct)",
            Self::OutboundDirectApi => "Messaging Outbound (SMS Direct via API)",
        }
    }

    /// Which way such a chat begins.
    pub fn direction(self) -> Direction {
        match self {
            Self::Inbound | Self::InboundDirect => Direction::In,
            Self::Outbound | Self::OutboundApi | Self::OutboundDirect | Self::OutboundDirectApi => {
                Direction::Out
            }
        }
    }

    /// Whether it began over a direct number.
    pub fn is_direct(self) -> bool {
        matches!(
            self,
            Self::InboundDirect | Self::OutboundDirect | Self::OutboundDirectApi
        )
    }
}

/// A chat type that reports offer to choose (F13), SMS or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChatType {
    /// One over SMS.
    Sms(SessionType),
    /// In a mobile app.
    Mobile,
    /// On a web page.
    Web,
    /// Over `WhatsApp`.
    WhatsApp,
}

impl ChatType {
    /// Every type a filter lists, so that the direct ones can be ticked on their own (S195).
    pub const ALL: [Self; 9] = [
        Self::Sms(SessionType::Inbound),
        Self::Sms(SessionType::Outbound),
        Self::Sms(SessionType::OutboundApi),
        Self::Sms(SessionType::InboundDirect),
        Self::Sms(SessionType::OutboundDirect),
        Self::Sms(SessionType::OutboundDirectApi),
        Self::Mobile,
        Self::Web,
        Self::WhatsApp,
    ];

    /// The product's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sms(session) => session.name(),
            Self::Mobile => "Messaging Inbound (Mobile Chat)",
            Self::Web => "Messaging Inbound (Web Chat)",
            Self::WhatsApp => "Messaging (WhatsApp)",
        }
    }

    /// The type of a name, also as older lists spell it.
    pub fn named(name: &str) -> Option<Self> {
        let name = match name {
            "Messaging inbound (SMS)" => "Messaging Inbound (SMS)",
            "Messaging outbound (SMS)" => "Messaging Outbound (SMS)",
            "Messaging outbound (SMS by API)" => "Messaging Outbound (SMS via API)",
            name => name,
        };
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
