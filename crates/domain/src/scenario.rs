//! A text to try, with all that its answer depends on besides the configuration.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::routing::{AgentState, Decision, InboundText, Roster, SessionState, Situation, route};
use crate::whynot::{WhyNot, why_not};
use crate::workspace::Workspace;
use crate::zone::Zone;

/// A text, the moment it arrives, and what is so at that moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// The number it is sent to.
    pub to: PhoneNumber,
    /// Who sends it.
    pub from: PhoneNumber,
    /// What it says.
    pub body: String,
    /// When it arrives.
    pub at: DateTime<Utc>,
    /// The zone in which the moment is told.
    pub zone: Zone,
    /// What the number's agent is doing; at a queue, what everyone is doing.
    #[serde(default)]
    pub agent: AgentState,
    /// The session between the two numbers.
    #[serde(default)]
    pub session: SessionState,
    /// The sender is on the Do Not Contact list (R75).
    #[serde(default)]
    pub opted_out: bool,
    /// Minutes since a deflection text went to the sender from this number, if one did (A42).
    #[serde(default)]
    pub deflected_min: Option<u16>,
}

impl Scenario {
    /// What becomes of it in a workspace.
    pub fn route(&self, workspace: &Workspace) -> Decision {
        self.asked(workspace, |text, situation| route(workspace, text, situation))
    }

    /// What could be done about it; none where it is answered.
    pub fn why_not(&self, workspace: &Workspace) -> Option<WhyNot> {
        self.asked(workspace, |text, situation| {
            let found = route(workspace, text, situation);
            why_not(workspace, text, situation, &found)
        })
    }

    /// What an agent is doing says nothing of the others: they are Available.
    fn asked<T>(&self, workspace: &Workspace, ask: impl FnOnce(&InboundText<'_>, &Situation<'_>) -> T) -> T {
        let owner = workspace.number(self.to).and_then(|number| number.owner());
        let roster = match owner {
            Some(Owner::Agent(agent)) => Roster::from([(agent, self.agent)]),
            _ => Roster::new(),
        };
        let everyone = if roster.is_empty() {
            self.agent
        } else {
            AgentState::Available
        };
        let text = InboundText {
            to: self.to,
            from: self.from,
            body: &self.body,
            at: self.at,
        };
        let since = |minutes: u16| {
            self.at
                .checked_sub_signed(chrono::Duration::minutes(minutes.into()))
        };
        let situation = Situation {
            opted_out: self.opted_out,
            session: self.session,
            deflected_at: self.deflected_min.and_then(since),
            agent: everyone,
            roster: Some(&roster),
        };
        ask(&text, &situation)
    }
}
