// Runs what scripts/budgets.mjs names, prints one table, writes target/bench/results.json.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { benches } from "./budgets.mjs";

const out = fileURLToPath(new URL("../target/bench/", import.meta.url));
const criterionHome = `${out}criterion`;
const nanoseconds = { ns: 1, "µs": 1e3, ms: 1e6, s: 1e9 };

const only = (process.argv[2] ?? "").split(/[ ,]+/).filter(Boolean);
const chosen = benches.filter((bench) => only.length === 0 || only.some((part) => bench.name.includes(part)));
if (chosen.length === 0) {
  console.error(`error: no benchmark is called ${only.join(" or ")}: scripts/budgets.mjs has their names`);
  process.exit(2);
}
rmSync(criterionHome, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** The package a file of `crates/` belongs to. */
function packageOf(file) {
  const manifest = readFileSync(`crates/${file.split("/")[1]}/Cargo.toml`, "utf8");
  return /^name = "(.+)"$/m.exec(manifest)[1];
}

/** How a file is run. */
function commandOf(file, names) {
  const stem = basename(file).replace(/\..*$/, "");
  if (file.includes("/benches/")) {
    // All of the file's benches, so that those without a budget are shown too; only those asked for where some are.
    const filter = only.length === 0 ? [] : [`^(${names.join("|")})(/|$)`];
    const quick = ["--warm-up-time", "0.3", "--measurement-time", "1"];
    return ["cargo", "bench", "--locked", "--quiet", "-p", packageOf(file), "--bench", stem, "--", ...quick, ...filter];
  }
  if (file.includes("/examples/")) return ["cargo", "run", "--locked", "--quiet", "--release", "-p", packageOf(file), "--example", stem];
  if (file.startsWith("tests/e2e/")) return ["npx", "playwright", "test", "--config", "bench", basename(file)];
  return ["node", file];
}

/** What criterion wrote: id and median in nanoseconds. */
function criterionResults() {
  if (!existsSync(criterionHome)) return new Map();
  const files = readdirSync(criterionHome, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("new/benchmark.json"));
  return new Map(
    files.sort().map((file) => {
      const read = (name) => JSON.parse(readFileSync(`${criterionHome}/${file.replace("benchmark.json", name)}`, "utf8"));
      return [read("benchmark.json").full_id, read("estimates.json").median.point_estimate];
    }),
  );
}

const printed = new Map();
function run(file) {
  const names = chosen.filter((bench) => bench.from === file).map((bench) => bench.name);
  const started = Date.now();
  process.stdout.write(`== ${file}`);
  const [command, ...args] = commandOf(file, names);
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: file.startsWith("tests/e2e/") ? "tests/e2e" : ".",
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, CRITERION_HOME: criterionHome },
  });
  console.log(` (${Math.round((Date.now() - started) / 1000)} s)`);
  if (status !== 0) console.log(`${stdout}${stderr}-- ${file} failed`);
  for (const [, name, value, peerValue] of (stdout ?? "").matchAll(/^bench (\S+) (\S+)(?: (\S+))?$/gm)) {
    printed.set(name, { value: Number(value), peerValue: peerValue === undefined ? null : Number(peerValue) });
    console.log(`   ${name} ${value}${peerValue === undefined ? "" : `, the peer ${peerValue}`}`);
  }
}

const files = [...new Set(chosen.map((bench) => bench.from))];
if (files.some((file) => !file.startsWith("crates/"))) {
  console.log("== the release build");
  const built = spawnSync("scripts/build", { encoding: "utf8", maxBuffer: 1 << 28 });
  if (built.status !== 0) console.log(`${built.stdout}${built.stderr}-- the release build failed`);
}
files.forEach(run);

const timed = criterionResults();
function measured(bench) {
  const scale = nanoseconds[bench.unit];
  const time = (id) => (timed.has(id) ? timed.get(id) / scale : null);
  if (printed.has(bench.name)) return printed.get(bench.name);
  return bench.peer ? { value: time(`${bench.name}/ours`), peerValue: time(`${bench.name}/${bench.peer}`) } : { value: time(bench.name), peerValue: null };
}

const known = new Set(chosen.flatMap(({ name, peer }) => [name, `${name}/ours`, `${name}/${peer}`]));
const results = chosen.map((bench) => {
  const { value, peerValue } = measured(bench);
  const budget = bench.timesPeer === undefined ? bench.budget : peerValue === null ? null : peerValue * bench.timesPeer;
  const met = value !== null && budget !== null && (bench.atLeast ? value >= budget : value <= budget);
  const ratio = value === null || peerValue === null ? null : value / peerValue;
  return { name: bench.name, value, unit: bench.unit, budget, met, peer: bench.peer ?? null, peer_value: peerValue, ratio };
});
for (const [id, value] of timed) {
  if (!known.has(id)) results.push({ name: id, value: value / 1e3, unit: "µs", budget: null, met: true, peer: null, peer_value: null, ratio: null });
}
writeFileSync(`${out}results.json`, `${JSON.stringify(results, null, 2)}\n`);

const number = (value) => (value === null ? "–" : value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const rows = results.map((row) => [
  row.name,
  row.value === null ? "not measured" : `${number(row.value)} ${row.unit}`,
  row.budget === null ? "–" : `${number(row.budget)} ${row.unit}`,
  row.met ? (row.budget === null ? "" : "met") : "MISSED",
  row.peer === null ? "" : `${row.peer} ${number(row.peer_value)} ${row.unit}`,
  row.ratio === null ? "" : `× ${number(row.ratio)}`,
]);
const table = [["benchmark", "value", "budget", "", "peer", "ratio"], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
console.log(`\n${table.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd()).join("\n")}`);

/** The same bench at several sizes, in µs: of the whole company, named in ms, a number; of one change as it is. */
const size = /_(1k|10k|100k)(?=_|$)/;
const sized = results.filter((row) => row.value !== null && size.test(row.name));
const familyOf = (row) => row.name.replace(size, "_*");
for (const name of new Set(sized.map(familyOf))) {
  const whole = name.includes("_ms");
  const thousands = (row) => Number.parseInt(size.exec(row.name)[1], 10);
  const micros = (row) => (row.value * nanoseconds[row.unit]) / 1e3 / (whole ? thousands(row) * 1e3 : 1);
  const steps = sized.filter((row) => familyOf(row) === name).sort((one, other) => thousands(one) - thousands(other));
  const times = steps.map((row) => `${number(micros(row))} µs at ${thousands(row)}k`).join(", ");
  if (steps.length > 1) console.log(`${name}${whole ? " a number" : ""}: ${times}`);
}

const missed = results.filter((row) => !row.met);
console.log(missed.length === 0 ? "\nevery budget is met" : `\n${missed.length} missed: ${missed.map((row) => row.name).join(", ")}`);
process.exit(missed.length === 0 ? 0 : 1);
