//! Who may send from which number, and what the session is called.

use crate::company::*;
use domain::do_not_contact::DoNotContact;
use domain::outbound::{OutboundRefusal, Sender, send};
use domain::report::SessionType;
use domain::routing::Listing;
use domain::{Intent, PhoneNumber, Workspace};

fn consumer() -> PhoneNumber {
    number("+12025550173")
}

/// Ann has n1, Billing has n2 and reaches Bob; the plain number is Billing's to send from.
fn sending() -> Workspace {
    let mut workspace = company();
    let members = Intent::SetQueueMembers {
        queue: queue(BILLING),
        agents: [user(BOB)].into(),
        teams: [].into(),
    };
    let intents = [
        assign(n1(), agent(ANN)),
        assign(n2(), leaf(BILLING)),
        members,
        Intent::MarkVerified { number: plain() },
        Intent::AllowOutbound {
            number: plain(),
            target: leaf(BILLING),
        },
        Intent::SetOutboundSms { on: true },
    ];
    after(&mut workspace, intents).unwrap();
    workspace
}

fn sent(workspace: &Workspace, sender: Sender, from: PhoneNumber) -> Result<SessionType, OutboundRefusal> {
    send(workspace, &DoNotContact::default(), sender, from, consumer())
}

fn by(id: u128) -> Sender {
    Sender::Agent(user(id))
}

#[test]
fn r97_s190_an_agent_sends_from_their_direct_number() {
    let workspace = sending();
    assert_eq!(sent(&workspace, by(ANN), n1()), Ok(SessionType::OutboundDirect));
    let number = n1();
    assert_eq!(
        sent(&workspace, by(BOB), n1()),
        Err(OutboundRefusal::NotTheirs { number })
    );
}

#[test]
fn r97_s191_an_agent_of_a_queue_sends_from_the_queues_number() {
    let mut workspace = sending();
    assert_eq!(sent(&workspace, by(BOB), n2()), Ok(SessionType::OutboundDirect));
    let refused = Err(OutboundRefusal::NotTheirs { number: n2() });
    assert_eq!(sent(&workspace, by(ANN), n2()), refused);
    // R42: through Support, around Ann's team L1, the queue is hers too.
    let members = Intent::SetQueueMembers {
        queue: queue(BILLING),
        agents: [].into(),
        teams: [team(SUPPORT)].into(),
    };
    after(&mut workspace, [members]).unwrap();
    assert_eq!(sent(&workspace, by(ANN), n2()), Ok(SessionType::OutboundDirect));
    assert_eq!(sent(&workspace, by(BOB), n2()), refused);
}

#[test]
fn r98_s192_the_api_sends_from_any_number_of_the_list() {
    let workspace = sending();
    let sent = |from| sent(&workspace, Sender::Api, from);
    assert_eq!(sent(n1()), Ok(SessionType::OutboundDirectApi));
    assert_eq!(sent(plain()), Ok(SessionType::OutboundApi));
    let number = number("+14155559999");
    assert_eq!(sent(number), Err(OutboundRefusal::UnknownNumber { number }));
}

#[test]
fn r97_an_ordinary_number_begins_an_ordinary_session() {
    let workspace = sending();
    assert_eq!(sent(&workspace, by(BOB), plain()), Ok(SessionType::Outbound));
    let number = plain();
    assert_eq!(
        sent(&workspace, by(ANN), plain()),
        Err(OutboundRefusal::NotTheirs { number })
    );
}

#[test]
fn r75_nothing_goes_to_those_who_opted_out() {
    let workspace = sending();
    let mut unwanted = DoNotContact::default();
    assert!(unwanted.step(consumer(), Listing::Add));
    let send = |sender, to| send(&workspace, &unwanted, sender, n1(), to);
    let recipient = consumer();
    for sender in [by(ANN), Sender::Api] {
        assert_eq!(
            send(sender, recipient),
            Err(OutboundRefusal::OptedOut { recipient })
        );
        // Only the sending number is listed.
        assert!(send(sender, number("+12025550174")).is_ok());
    }
}

#[test]
fn r97_switches_and_roles_come_first() {
    let mut workspace = sending();
    after(
        &mut workspace,
        [Intent::SetUserActive {
            user: user(ANN),
            active: false,
        }],
    )
    .unwrap();
    assert_eq!(sent(&workspace, by(ANN), n1()), Err(OutboundRefusal::NotAnAgent));
    assert_eq!(sent(&workspace, by(MAX), n1()), Err(OutboundRefusal::NotAnAgent));
    after(&mut workspace, [Intent::SetOutboundSms { on: false }]).unwrap();
    assert_eq!(
        sent(&workspace, Sender::Api, n1()),
        Err(OutboundRefusal::OutboundOff)
    );
    after(&mut workspace, [Intent::SetSmsChat { on: false }]).unwrap();
    assert_eq!(sent(&workspace, Sender::Api, n1()), Err(OutboundRefusal::SmsOff));
    let sentence = OutboundRefusal::NotTheirs { number: n1() }.to_string();
    assert_eq!(
        sentence,
        "`+14155550101` is neither the agent's nor one of their queues': send from a number of theirs"
    );
}
