//! Who may own a direct number, and several changes at once.

use crate::company::*;
use domain::Intent;

fn unassign(number: domain::PhoneNumber) -> Intent {
    Intent::Unassign { number }
}

fn together(changes: impl IntoIterator<Item = Intent>) -> Intent {
    Intent::Bulk {
        title: String::new(),
        changes: changes.into_iter().collect(),
    }
}

#[test]
fn s040_s047_s060_r27_owners_list_their_numbers() {
    let mut workspace = company();
    for owner in [leaf(BILLING), agent(ANN)] {
        after(&mut workspace, [assign(n1(), owner)]).unwrap();
        assert_eq!(listed(workspace.numbers_of(owner)), [n1()]);
        after(&mut workspace, [assign(n2(), owner)]).unwrap();
        assert_eq!(listed(workspace.numbers_of(owner)), [n1(), n2()]);
        after(&mut workspace, [unassign(n1()), unassign(n2())]).unwrap();
    }
}

#[test]
fn r31_s042_s048_s052_s062_only_free_direct_numbers_are_offered() {
    let mut workspace = company();
    assert_eq!(listed(workspace.free_numbers()), [n1(), n2()]);
    after(
        &mut workspace,
        [assign(n1(), leaf(BILLING)), assign(n2(), agent(ANN))],
    )
    .unwrap();
    assert_eq!(listed(workspace.free_numbers()), []);
    after(&mut workspace, [unassign(n1())]).unwrap();
    assert_eq!(listed(workspace.free_numbers()), [n1()]);
}

#[test]
fn r21_r22_r25_r32_s043_s063_a_number_has_one_owner_and_the_refusal_names_it() {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), agent(BOB))]).unwrap();
    for other in [agent(ANN), leaf(BILLING)] {
        refused(
            &workspace,
            &assign(n1(), other),
            "`+14155550101` belongs to agent Bob: take it from there first",
        );
    }
    // Once more to the same owner is no change.
    after(&mut workspace, [assign(n1(), agent(BOB))]).unwrap();
}

#[test]
fn r23_r25_a_queues_number_goes_to_no_other_queue_and_no_agent() {
    let mut workspace = company();
    after(
        &mut workspace,
        [add_queue(30, "Refunds", Some(SALES)), assign(n1(), leaf(BILLING))],
    )
    .unwrap();
    for other in [agent(ANN), leaf(30)] {
        refused(
            &workspace,
            &assign(n1(), other),
            "`+14155550101` belongs to queue Billing: take it from there first",
        );
    }
}

#[test]
fn r24_r33_a12_a13_s044_s045_the_voice_side_is_another_name_space() {
    let ivr = || Intent::SetIvrQueue {
        number: n1(),
        queue: Some("Main".parse().unwrap()),
    };
    for owner in [leaf(BILLING), agent(ANN)] {
        let (mut first, mut second) = (company(), company());
        after(&mut first, [ivr(), assign(n1(), owner)]).unwrap();
        after(&mut second, [assign(n1(), owner), ivr()]).unwrap();
        assert_eq!(first, second);
        assert_eq!(first.ivr_queue(n1()).unwrap().as_str(), "Main");
        // R33: in that name space, too, a number has one queue.
        assert_eq!(first.ivr().count(), 1);
    }
}

#[test]
fn r26_r28_r29_s046_s064_only_direct_numbers_leaves_and_agents() {
    let workspace = company();
    refused(
        &workspace,
        &assign(plain(), agent(ANN)),
        "`+14155550103` is not a direct number: set it as a direct number first",
    );
    refused(
        &workspace,
        &assign(n1(), leaf(SALES)),
        "queue Sales has queues under it: choose one of those",
    );
    refused(
        &workspace,
        &assign(n1(), agent(MAX)),
        "Max does not have the Agent role: add the role first",
    );
    refused(&workspace, &assign(n1(), agent(77)), "this user no longer exists");
    refused(&workspace, &assign(n1(), leaf(77)), "this queue no longer exists");
}

#[test]
fn r30_an_agent_has_at_most_five_numbers() {
    let mut workspace = company();
    let numbers: Vec<_> = (0..6).map(|last| number(&format!("+1415555020{last}"))).collect();
    for (index, &number) in numbers.iter().enumerate() {
        after(&mut workspace, [add(number, &format!("N{index}"), true)]).unwrap();
        if index < 5 {
            after(&mut workspace, [assign(number, agent(ANN))]).unwrap();
        }
    }
    refused(
        &workspace,
        &assign(numbers[5], agent(ANN)),
        "Ann has 5 direct numbers already: take one away first",
    );
    // One it has already is not a sixth.
    after(&mut workspace, [assign(numbers[4], agent(ANN))]).unwrap();
    assert_eq!(workspace.numbers_of(agent(ANN)).count(), 5);
}

#[test]
fn r71_a21_s066_s067_a_personal_queue_is_recommended_not_demanded() {
    let lacks = ["Ann has no personal queue where these chats can wait"];
    let with = |members| {
        let mut workspace = company();
        after(&mut workspace, [members]).unwrap();
        workspace
    };
    let to_ann = assign(n1(), agent(ANN));
    warns(&mut company(), &to_ann, &lacks);
    warns(&mut with(members(BILLING, &[ANN], &[])), &to_ann, &[]);
    // Hers alone, and no team in it.
    warns(&mut with(members(BILLING, &[ANN, BOB], &[])), &to_ann, &lacks);
    warns(&mut with(members(BILLING, &[ANN], &[SUPPORT])), &to_ann, &lacks);
}

#[test]
fn a4_s070_an_unassigned_number_is_free_and_still_direct() {
    let mut workspace = company();
    after(
        &mut workspace,
        [assign(n1(), agent(ANN)), assign(n2(), agent(ANN)), unassign(n1())],
    )
    .unwrap();
    assert_eq!(listed(workspace.numbers_of(agent(ANN))), [n2()]);
    let freed = workspace.number(n1()).unwrap();
    assert!(freed.is_direct() && freed.owner().is_none());
    refused(
        &workspace,
        &unassign(n1()),
        "`+14155550101` is not assigned to anyone",
    );
}

#[test]
fn r32_changes_together_stand_or_fall_together() {
    let mut workspace = company();
    refused(
        &workspace,
        &together([assign(n1(), agent(ANN)), assign(n2(), agent(MAX))]),
        "Max does not have the Agent role: add the role first",
    );
    let both = together([assign(n1(), agent(ANN)), assign(n2(), agent(BOB))]);
    warns(
        &mut workspace,
        &both,
        &[
            "Ann has no personal queue where these chats can wait",
            "Bob has no personal queue where these chats can wait",
        ],
    );
    after(&mut workspace, [together([])]).unwrap();
}

#[test]
fn changes_together_are_judged_by_the_state_after_all_of_them() {
    let mut workspace = company();
    after(
        &mut workspace,
        [assign(n1(), agent(ANN)), assign(n2(), agent(BOB))],
    )
    .unwrap();
    // A swap, in the least helpful order.
    let swap = together([
        assign(n1(), agent(BOB)),
        assign(n2(), agent(ANN)),
        unassign(n1()),
        unassign(n2()),
    ]);
    after(&mut workspace, [swap]).unwrap();
    assert_eq!(listed(workspace.numbers_of(agent(ANN))), [n2()]);
    assert_eq!(listed(workspace.numbers_of(agent(BOB))), [n1()]);
    // S097: the role may come in the same go, after the number.
    let role = Intent::SetRoles {
        user: user(MAX),
        roles: [domain::people::Role::Agent].into(),
        release_numbers: false,
    };
    let promoted = together([assign(n1(), agent(MAX)), role, unassign(n1())]);
    after(&mut workspace, [promoted]).unwrap();
    assert_eq!(listed(workspace.numbers_of(agent(MAX))), [n1()]);
}

#[test]
fn two_agents_with_all_their_numbers_can_swap() {
    let mut workspace = company();
    let of = |place: u32| number(&format!("+1415555{place}"));
    let mut changes = Vec::new();
    for place in 200..210 {
        let (from, to) = if place < 205 { (ANN, BOB) } else { (BOB, ANN) };
        after(
            &mut workspace,
            [
                add(of(place * 10), "N", true),
                assign(of(place * 10), agent(from)),
            ],
        )
        .unwrap();
        changes.extend([assign(of(place * 10), agent(to)), unassign(of(place * 10))]);
    }
    after(&mut workspace, [together(changes)]).unwrap();
    assert_eq!(listed(workspace.numbers_of(agent(BOB)))[0], of(2000));
    assert_eq!(listed(workspace.numbers_of(agent(ANN)))[0], of(2050));
}
