//! Statuses and counters, offer by offer.

use domain::presence::{Capacity, Choice, Offer, OfferEnd, Presence, RING_SECONDS, Status};
use domain::routing::AgentState;
use domain::workspace::Thresholds;

const TWO: Thresholds = Thresholds {
    missed_chat: 2,
    unresponsive: 2,
};

const ROOM: Capacity = Capacity {
    chats: 2,
    while_on_call: false,
};

fn available() -> Presence {
    let mut agent = Presence::default();
    agent.choose(Choice::Available);
    agent
}

#[track_caller]
fn check(agent: Presence, status: Status, missed: u8, skipped: u8) {
    let found = (agent.status(), agent.missed_in_a_row(), agent.skipped_in_a_row());
    assert_eq!(found, (status, missed, skipped));
}

#[test]
fn d21b_d21c_r80_s166_misses_in_a_row_lead_to_missed_chat() {
    let mut agent = available();
    assert_eq!(agent.miss(Offer::Single, TWO), OfferEnd::Missed);
    check(agent, Status::Available, 1, 0);
    let end = agent.miss(Offer::Single, TWO);
    assert_eq!(
        (end, end.row(), end.code()),
        (OfferEnd::MissedChat, "D21c", "missed")
    );
    check(agent, Status::MissedChat, 2, 0);
    assert_eq!(agent.state(ROOM), AgentState::MissedChat);
    // Only a manual change ends it (R80).
    agent.choose(Choice::Available);
    check(agent, Status::Available, 0, 0);
}

#[test]
fn r80_a_threshold_of_one_knows_no_second_chance() {
    let one = Thresholds {
        missed_chat: 1,
        unresponsive: 1,
    };
    assert_eq!(available().miss(Offer::Single, one), OfferEnd::MissedChat);
    assert_eq!(available().skip(one), OfferEnd::Unresponsive);
}

#[test]
fn d21d_d21e_r79_r82_s168_skips_in_a_row_lead_to_unresponsive() {
    let mut agent = available();
    let end = agent.skip(TWO);
    assert_eq!(
        (end, end.row(), end.code()),
        (OfferEnd::Skipped, "D21d", "skipped")
    );
    check(agent, Status::Available, 0, 1);
    assert_eq!(agent.skip(TWO).row(), "D21e");
    check(agent, Status::Unresponsive, 0, 2);
    assert_eq!(agent.state(ROOM), AgentState::Unresponsive);
}

#[test]
fn r84_s169_the_counters_are_separate() {
    let mut agent = available();
    agent.miss(Offer::Single, TWO);
    agent.skip(TWO);
    check(agent, Status::Available, 1, 1);
}

#[test]
fn d21a_r84_answering_resets_both_counters() {
    let mut agent = available();
    agent.miss(Offer::Single, TWO);
    agent.skip(TWO);
    assert_eq!(agent.answer().row(), "D21a");
    check(agent, Status::InChat, 0, 0);
    agent.end_chat();
    check(agent, Status::Available, 0, 0);
    // A change to another status resets nothing.
    agent.miss(Offer::Single, TWO);
    agent.choose(Choice::Away);
    check(agent, Status::Away, 1, 0);
    agent.choose(Choice::Available);
    check(agent, Status::Available, 0, 0);
}

#[test]
fn r81_from_another_status_a_miss_is_only_reported() {
    let mut agent = available();
    agent.answer();
    for _ in 0..5 {
        assert_eq!(agent.miss(Offer::Single, TWO), OfferEnd::Missed);
    }
    check(agent, Status::InChat, 0, 0);
}

#[test]
fn r83_a_missed_multicast_offer_does_not_count() {
    let mut agent = available();
    for _ in 0..5 {
        assert_eq!(agent.miss(Offer::Multicast, TWO), OfferEnd::Missed);
    }
    check(agent, Status::Available, 0, 0);
}

#[test]
fn r78_chats_come_while_available_or_in_chat_below_the_limit() {
    let mut agent = available();
    assert_eq!(agent.state(ROOM), AgentState::Available);
    agent.answer();
    assert_eq!(
        (agent.status(), agent.state(ROOM)),
        (Status::InChat, AgentState::Available)
    );
    agent.answer();
    assert_eq!((agent.chats(), agent.state(ROOM)), (2, AgentState::AtCapacity));
    agent.end_chat();
    assert_eq!(
        (agent.status(), agent.state(ROOM)),
        (Status::InChat, AgentState::Available)
    );
    // Available by hand with a chat running is In-chat.
    agent.choose(Choice::Available);
    assert_eq!(agent.status(), Status::InChat);
    for choice in [Choice::Away, Choice::SignedOut] {
        agent.choose(choice);
        assert_eq!(agent.state(ROOM), AgentState::Unavailable);
    }
    agent.choose(Choice::OnCall);
    assert_eq!(agent.state(ROOM), AgentState::OnCall);
    let while_on_call = Capacity {
        while_on_call: true,
        ..ROOM
    };
    assert_eq!(agent.state(while_on_call), AgentState::Available);
    assert_eq!(Presence::default().state(ROOM), AgentState::Unavailable);
}

#[test]
fn a19_an_offer_rings_for_ten_seconds() {
    assert_eq!(RING_SECONDS, 10);
}
