// What is measured by `make bench`, and what is asked of it.
//
// `from` names the file that measures, and its place says how it runs:
//   crates/*/benches/*.rs    criterion; the bench's id is `name`, or `name/ours` and `name/<peer>` beside a peer
//   crates/*/examples/*.rs   run in the release profile; prints a line `bench <name> <value>`
//   tests/e2e/bench/*.ts     Playwright on the release build; calls `report(name, value, peerValue?)`
//   scripts/*.mjs            run by node on the release build; prints a line `bench <name> <value>`
// `budget` is the most that `value` may be (the least where `atLeast` is set); beside a peer it may instead be said as
// `timesPeer`, a share of what the peer takes in the same run. A criterion bench that is not named here is shown without a budget.

export const benches = [
  { name: "first_load_brotli_kb", unit: "kB", budget: 300, from: "scripts/size.mjs" },
  { name: "first_paint_ms", unit: "ms", budget: 400, from: "tests/e2e/bench/paint.bench.ts" },
  { name: "first_screen_ms", unit: "ms", budget: 1000, from: "tests/e2e/bench/paint.bench.ts" },
  { name: "phone_first_answer_longest_task_ms", unit: "ms", budget: 50, from: "tests/e2e/bench/phone.bench.ts" },
  { name: "cold_start_100k_ms", unit: "ms", budget: 2000, from: "tests/e2e/bench/large.bench.ts" },
  { name: "page_open_100k_ms", unit: "ms", budget: 300, from: "tests/e2e/bench/large.bench.ts" },
  { name: "filter_100k_ms", unit: "ms", budget: 50, from: "tests/e2e/bench/large.bench.ts" },
  { name: "scroll_100k_fps", unit: "fps", budget: 60, atLeast: true, from: "tests/e2e/bench/large.bench.ts" },
  { name: "list_vs_tanstack", unit: "ms", peer: "TanStack Virtual", timesPeer: 1, from: "tests/e2e/bench/large.bench.ts" },
  { name: "review_10k_browser_ms", unit: "ms", budget: 1000, from: "tests/e2e/bench/review.bench.ts" },
  { name: "edit_impact_10k_browser_ms", unit: "ms", budget: 100, from: "tests/e2e/bench/review.bench.ts" },
  { name: "review_100k_browser_ms", unit: "ms", budget: 10000, from: "tests/e2e/bench/review.bench.ts" },
  { name: "longest_task_ms", unit: "ms", budget: 50, from: "tests/e2e/bench/review.bench.ts" },
  { name: "route_native_us", unit: "µs", budget: 2, from: "crates/domain/benches/route.rs" },
  { name: "impact_10k_native_ms", unit: "ms", budget: 150, from: "crates/domain/benches/impact.rs" },
  { name: "impact_100k_native_ms", unit: "ms", budget: 1500, from: "crates/domain/benches/impact.rs" },
  { name: "impact_edit_10k_native_ms", unit: "ms", budget: 10, from: "crates/domain/benches/impact.rs" },
  { name: "bulk_100k_native_ms", unit: "ms", budget: 1000, from: "crates/domain/benches/bulk.rs" },
  { name: "bulk_100k_one_user_native_ms", unit: "ms", budget: 1000, from: "crates/domain/benches/bulk.rs" },
  { name: "bulk_100k_one_number_native_ms", unit: "ms", budget: 1000, from: "crates/domain/benches/bulk.rs" },
  { name: "bulk_100k_browser_ms", unit: "ms", budget: 3000, from: "tests/e2e/bench/bulk.bench.ts" },
  { name: "bulk_longest_task_ms", unit: "ms", budget: 50, from: "tests/e2e/bench/bulk.bench.ts" },
  { name: "bulk_proceed_longest_task_ms", unit: "ms", budget: 50, from: "tests/e2e/bench/bulk.bench.ts" },
  { name: "bulk_memory_mb", unit: "MB", budget: 500, from: "tests/e2e/bench/bulk.bench.ts" },
  { name: "bulk_vs_papaparse", unit: "ms", peer: "Papa Parse + libphonenumber-js", timesPeer: 1 / 3, from: "tests/e2e/bench/bulk.bench.ts" },
  { name: "hours_vs_opening_hours", unit: "µs", peer: "opening-hours", timesPeer: 1, from: "crates/domain/benches/hours.rs" },
  { name: "zones_disagreeing_minutes", unit: "min", budget: 0, from: "crates/domain/examples/zone_minutes.rs" },
  { name: "e164_vs_phonenumber", unit: "µs", peer: "phonenumber", timesPeer: 0.1, from: "crates/phone-facts/benches/e164.rs" },
  { name: "apply_100k_native_us", unit: "µs", budget: 20, from: "crates/domain/benches/apply.rs" },
  { name: "replay_10k_intents_ms", unit: "ms", budget: 100, from: "crates/domain/benches/apply.rs" },
];
