//! Which level's deflection holds, which were passed over, and what a reset leads to (specification 6).

use crate::company::*;
use domain::deflection::{
    Deflection, Effective, Level, LevelCounts, beneath_team, beneath_user, effective, effective_for_team,
};
use domain::routing::{Decision, InboundText, Situation, route};
use domain::{Intent, Workspace};

/// Thursday, 15 October 2026, 22:00 in Chicago and Friday noon in Tokyo.
const NIGHT: &str = "2026-10-16T03:00:00Z";
/// The same Thursday, 10:00 in Chicago.
const DAY: &str = "2026-10-15T15:00:00Z";

fn set(setting: impl Into<Option<Deflection>>) -> Option<Deflection> {
    setting.into()
}

fn chicago(message: &str) -> Deflection {
    office("America/Chicago", message)
}

const CARE: u128 = 12;

const OFF: Deflection = Deflection::Off { kept: None };

fn global(deflection: Deflection) -> Intent {
    Intent::SetGlobalDeflection { deflection }
}

fn of_team(id: u128, deflection: impl Into<Option<Deflection>>) -> Intent {
    Intent::SetTeamDeflection {
        team: team(id),
        deflection: set(deflection),
    }
}

fn of_user(id: u128, deflection: impl Into<Option<Deflection>>) -> Intent {
    Intent::SetUserDeflection {
        user: user(id),
        deflection: set(deflection),
    }
}

fn own(id: u128, deflection: Deflection) -> Intent {
    Intent::SetOwnDeflection {
        user: user(id),
        deflection,
    }
}

fn permission(id: u128, allowed: bool) -> Intent {
    Intent::SetAgentPermission {
        user: user(id),
        allowed,
    }
}

/// Ann, of L1 inside Support, has n1.
fn staffed(intents: impl IntoIterator<Item = Intent>) -> Workspace {
    let mut workspace = company();
    after(&mut workspace, [assign(n1(), agent(ANN))]).unwrap();
    after(&mut workspace, intents).unwrap();
    workspace
}

/// The level in force, its message, and the levels passed over.
#[track_caller]
fn check(found: &Effective<'_>, level: Level, message: Option<&str>, passed_over: &[Level]) {
    assert_eq!(found.level, level);
    assert_eq!(found.reply().map(|reply| reply.message.as_str()), message);
    assert_eq!(found.passed_over, passed_over);
}

#[track_caller]
fn check_ann(workspace: &Workspace, level: Level, message: Option<&str>, passed_over: &[Level]) {
    check(&effective(workspace, user(ANN)), level, message, passed_over);
}

fn text_to_ann(workspace: &Workspace, at: &str) -> Decision {
    let text = InboundText {
        to: n1(),
        from: number("+12025550173"),
        body: "hi",
        at: at.parse().unwrap(),
    };
    route(workspace, &text, &Situation::default())
}

#[test]
fn s124_nothing_set_deflects_nothing() {
    let workspace = staffed([]);
    check_ann(&workspace, Level::Global, None, &[]);
    assert_eq!(effective(&workspace, user(ANN)).setting, None);
    assert_eq!(text_to_ann(&workspace, NIGHT).row, "D21");
}

#[test]
fn r50_s110_without_an_override_a_team_has_what_global_says() {
    let workspace = staffed([global(chicago("global"))]);
    let found = effective_for_team(&workspace, team(SUPPORT));
    check(&found, Level::Global, Some("global"), &[]);
    assert_eq!(found.level.badge(), "Global");
    check_ann(&workspace, Level::Global, Some("global"), &[]);
}

#[test]
fn r51_r52_a26_s111_s112_an_override_and_its_reset() {
    let mut workspace = staffed([global(chicago("global")), of_team(SUPPORT, chicago("team"))]);
    let found = effective_for_team(&workspace, team(SUPPORT));
    check(&found, Level::Team(team(SUPPORT)), Some("team"), &[Level::Global]);
    assert_eq!(found.level.badge(), "Team");
    // L1 has no block of its own and takes the one around it.
    check_ann(
        &workspace,
        Level::Team(team(SUPPORT)),
        Some("team"),
        &[Level::Global],
    );
    after(&mut workspace, [of_team(SUPPORT, None)]).unwrap();
    check_ann(&workspace, Level::Global, Some("global"), &[]);
}

#[test]
fn r60_s114_switched_off_is_not_inheriting() {
    let workspace = staffed([global(chicago("global")), of_team(SUPPORT, OFF)]);
    check_ann(&workspace, Level::Team(team(SUPPORT)), None, &[Level::Global]);
    let decision = text_to_ann(&workspace, NIGHT);
    assert_eq!((decision.row, decision.reply), ("D21", None));
    assert_eq!(decision.level, Some(Level::Team(team(SUPPORT))));
}

#[test]
fn r54_r58_a6_s115_a_users_block_wins_whole() {
    let workspace = staffed([
        global(chicago("global")),
        of_team(SUPPORT, chicago("team")),
        of_user(ANN, office("Asia/Tokyo", "user")),
    ]);
    let below = [Level::Team(team(SUPPORT)), Level::Global];
    check_ann(&workspace, Level::User(user(ANN)), Some("user"), &below);
    // Hours and text come together: night in Chicago is noon in Tokyo.
    assert_eq!(text_to_ann(&workspace, NIGHT).row, "D21");
    assert_eq!(text_to_ann(&workspace, DAY).reply.as_deref(), Some("user"));
    // The trace names each level with a setting, in the order in which they count.
    let decision = text_to_ann(&workspace, DAY);
    let sources: Vec<_> = decision
        .why
        .iter()
        .filter_map(|step| step.source(&workspace))
        .collect();
    assert_eq!(
        sources,
        ["User: Ann", "Team: Support", "Global", "User: Ann", "User: Ann"]
    );
}

#[test]
fn a37_a_message_is_sent_as_it_is_written() {
    let written = "Hello {{first_name}} %NAME% $1, <b>closed</b>\\n";
    let workspace = staffed([global(chicago(written))]);
    assert_eq!(text_to_ann(&workspace, NIGHT).reply.as_deref(), Some(written));
}

#[test]
fn r63_the_zone_of_the_schedule_governs_hours_and_deflection() {
    // The company is in Chicago; only the zone of the schedule in force counts.
    let row = |zone_name: &str, at: &str| {
        text_to_ann(&staffed([of_user(ANN, office(zone_name, "closed"))]), at).row
    };
    for (zone_name, opens, closes) in [
        ("America/Chicago", "2026-10-15T14:00:00Z", "2026-10-15T22:00:00Z"),
        ("Asia/Tokyo", "2026-10-15T00:00:00Z", "2026-10-15T08:00:00Z"),
        ("Asia/Kathmandu", "2026-10-15T03:15:00Z", "2026-10-15T11:15:00Z"),
    ] {
        let minute_before = |at: &str| {
            let at = at.parse::<chrono::DateTime<chrono::Utc>>().unwrap() - chrono::TimeDelta::minutes(1);
            row(zone_name, &at.to_rfc3339())
        };
        assert_eq!(
            (minute_before(opens), row(zone_name, opens)),
            ("D13", "D21"),
            "{zone_name}"
        );
        assert_eq!(
            (minute_before(closes), row(zone_name, closes)),
            ("D21", "D13"),
            "{zone_name}"
        );
    }
}

#[test]
fn r59_an_override_starts_from_what_applied() {
    let workspace = staffed([global(chicago("global")), of_team(SUPPORT, chicago("team"))]);
    let start = |found: Effective<'_>| found.start().map(|reply| reply.message.as_str().to_owned());
    assert_eq!(
        start(beneath_team(&workspace, team(SUPPORT))).as_deref(),
        Some("global")
    );
    assert_eq!(start(beneath_team(&workspace, team(L1))).as_deref(), Some("team"));
    assert_eq!(start(effective(&workspace, user(ANN))).as_deref(), Some("team"));
    // Switched off, the last hours and message are still what one starts from.
    let kept = chicago("before").reply().cloned();
    let workspace = staffed([global(Deflection::Off { kept })]);
    assert_eq!(start(effective(&workspace, user(ANN))).as_deref(), Some("before"));
    assert_eq!(start(effective(&company(), user(ANN))), None);
}

#[test]
fn a29_a_reset_says_where_it_leads() {
    let both = [global(chicago("global")), of_user(ANN, chicago("user"))];
    let mut workspace = staffed(both);
    assert_eq!(
        beneath_user(&workspace, user(ANN)).reset_label(),
        "Reset to Global"
    );
    after(&mut workspace, [of_team(L1, OFF)]).unwrap();
    assert_eq!(beneath_user(&workspace, user(ANN)).reset_label(), "Reset to Team");
    // The promise is kept.
    after(&mut workspace, [of_user(ANN, None)]).unwrap();
    check_ann(&workspace, Level::Team(team(L1)), None, &[Level::Global]);
    assert_eq!(
        beneath_team(&workspace, team(L1)).reset_label(),
        "Reset to Global"
    );
}

#[test]
fn s117_inheriting_teams_follow_global_and_others_do_not() {
    let workspace = staffed([
        global(chicago("old")),
        Intent::AddTeam {
            team: team(CARE),
            name: "Care".into(),
            parent: None,
        },
        of_team(SUPPORT, chicago("team")),
        global(chicago("new")),
    ]);
    let message = |id| {
        let found = effective_for_team(&workspace, team(id));
        found.reply().map(|reply| reply.message.as_str().to_owned())
    };
    assert_eq!(message(SUPPORT).as_deref(), Some("team"));
    assert_eq!(message(CARE).as_deref(), Some("new"));
}

#[test]
fn a27_global_off_leaves_overrides_alone() {
    let mut workspace = staffed([global(chicago("global")), of_team(SUPPORT, chicago("team"))]);
    after(&mut workspace, [global(OFF)]).unwrap();
    check_ann(
        &workspace,
        Level::Team(team(SUPPORT)),
        Some("team"),
        &[Level::Global],
    );
}

#[test]
fn r56_s121_s122_the_agents_own_setting_needs_the_permission() {
    let mut workspace = staffed([
        permission(ANN, true),
        own(ANN, chicago("own")),
        of_team(L1, chicago("team")),
    ]);
    let below = [Level::Team(team(L1))];
    check_ann(&workspace, Level::Agent(user(ANN)), Some("own"), &below);
    assert_eq!(effective(&workspace, user(ANN)).level.badge(), "User");
    // Without the permission the block is ignored but kept; with it again, it is back.
    after(&mut workspace, [permission(ANN, false)]).unwrap();
    check_ann(&workspace, Level::Team(team(L1)), Some("team"), &[]);
    after(&mut workspace, [permission(ANN, true)]).unwrap();
    check_ann(&workspace, Level::Agent(user(ANN)), Some("own"), &below);
}

#[test]
fn r62_the_last_writer_wins_and_the_others_values_stay() {
    let mut workspace = staffed([
        permission(ANN, true),
        own(ANN, chicago("own")),
        of_user(ANN, chicago("admin")),
    ]);
    check_ann(
        &workspace,
        Level::User(user(ANN)),
        Some("admin"),
        &[Level::Agent(user(ANN))],
    );
    after(&mut workspace, [own(ANN, chicago("own again"))]).unwrap();
    check_ann(
        &workspace,
        Level::Agent(user(ANN)),
        Some("own again"),
        &[Level::User(user(ANN))],
    );
    // An admin's reset leads to inheriting, not to the agent's values.
    after(&mut workspace, [of_user(ANN, None)]).unwrap();
    check_ann(&workspace, Level::Global, None, &[]);
}

#[test]
fn r61_a25_the_deepest_team_wins_then_the_name_then_the_id() {
    let mut workspace = staffed([]);
    let add_team = |id, name: &str| Intent::AddTeam {
        team: team(id),
        name: name.into(),
        parent: None,
    };
    let cat = Intent::AddUser {
        user: user(4),
        email: "cat@test.example".into(),
        first_name: "Cat".into(),
        last_name: String::new(),
        roles: [domain::people::Role::Agent].into(),
        teams: [team(30), team(31), team(32), team(L1)].into(),
    };
    let teams = [
        add_team(30, "Zebra"),
        add_team(31, "Apple"),
        add_team(32, "Zebra"),
        cat,
    ];
    after(&mut workspace, teams).unwrap();
    let check_cat = |workspace: &Workspace, ids: &[u128]| {
        let found = effective(workspace, user(4));
        let mut order = vec![found.level];
        order.extend(found.passed_over);
        let expected: Vec<_> = ids.iter().map(|&id| Level::Team(team(id))).collect();
        assert_eq!(order, expected);
    };
    let settings = [of_team(32, chicago("z2")), of_team(30, chicago("z"))];
    after(&mut workspace, settings).unwrap();
    check_cat(&workspace, &[30, 32]);
    after(&mut workspace, [of_team(31, chicago("a"))]).unwrap();
    check_cat(&workspace, &[31, 30, 32]);
    // A block around L1 reaches Cat through it, and counts as deep as the team that has it.
    after(&mut workspace, [of_team(SUPPORT, chicago("around"))]).unwrap();
    check_cat(&workspace, &[31, SUPPORT, 30, 32]);
    after(&mut workspace, [of_team(L1, chicago("deep"))]).unwrap();
    check_cat(&workspace, &[L1, 31, 30, 32]);
}

#[test]
fn a23_a_queues_number_knows_no_team_and_no_user() {
    let mut workspace = staffed([
        assign(n2(), leaf(BILLING)),
        of_team(SUPPORT, chicago("team")),
        of_user(ANN, chicago("user")),
    ]);
    let members = Intent::SetQueueMembers {
        queue: queue(BILLING),
        agents: [user(ANN)].into(),
        teams: [team(SUPPORT)].into(),
    };
    after(&mut workspace, [members]).unwrap();
    let text = InboundText {
        to: n2(),
        from: number("+12025550173"),
        body: "hi",
        at: NIGHT.parse().unwrap(),
    };
    let decision = route(&workspace, &text, &Situation::default());
    assert_eq!((decision.row, decision.level), ("D26", Some(Level::Global)));
    after(&mut workspace, [global(chicago("global"))]).unwrap();
    let decision = route(&workspace, &text, &Situation::default());
    assert_eq!((decision.row, decision.reply.as_deref()), ("D24", Some("global")));
}

#[test]
fn r50_r51_r60_s124_numbers_are_counted_by_the_level_in_force() {
    let counted = |intents: &[Intent]| {
        let workspace = staffed(intents.iter().cloned());
        let mut counts = LevelCounts::default();
        for number in workspace.numbers() {
            counts.add(&workspace, number.number);
        }
        assert_eq!(counts.own_message, 0);
        [counts.global, counts.team, counts.user, counts.off]
    };
    let all = [
        global(chicago("global")),
        of_team(SUPPORT, chicago("team")),
        of_user(ANN, chicago("user")),
        of_user(ANN, OFF),
    ];
    // Only Ann's number has an owner.
    assert_eq!(counted(&[]), [0, 0, 0, 1]);
    assert_eq!(counted(&all[..1]), [1, 0, 0, 0]);
    assert_eq!(counted(&all[..2]), [0, 1, 0, 0]);
    assert_eq!(counted(&all[..3]), [0, 0, 1, 0]);
    assert_eq!(counted(&all), [0, 0, 0, 1]);
    // A queue has what Global says, whatever teams and users have.
    let with_queue: Vec<_> = [assign(n2(), leaf(BILLING))].into_iter().chain(all).collect();
    assert_eq!(counted(&with_queue[..1]), [0, 0, 0, 2]);
    assert_eq!(counted(&with_queue), [1, 0, 0, 1]);
}
