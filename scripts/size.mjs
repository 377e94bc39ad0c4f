#!/usr/bin/env node
// Weighs what the first screen needs, compressed, and fails above the ceiling. Leaves .br twins for the server.
//
// The first screen is the home page of an open workspace: what index.html names, the main part, and the parts the home page
// waits for (scripts/split.mjs). The first-start page needs a little less.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { benches } from "./budgets.mjs";

const { budget } = benches.find((bench) => bench.name === "first_load_brotli_kb");
// Until the budget is reached, nothing may grow past this.
const CEILING_KB = 400;
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.(html|js|css|wasm|svg|json)$/.test(name));

const first = new Set(["index.html", "rescue.js", ...partsOf("home")]);
for (const name of files) if (/^(direct-sms|parts|style)-/.test(name)) first.add(name);
const weights = files.map((name) => {
  const raw = readFileSync(dist + name);
  const packed = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
  writeFileSync(`${dist}${name}.br`, packed);
  return { name, size: packed.length, first: first.has(name) };
});
const kB = (size) => (size / 1000).toFixed(1).padStart(8);
let total = 0;
for (const needed of [true, false]) {
  const some = weights.filter((one) => one.first === needed).sort((a, b) => b.size - a.size);
  const sum = some.reduce((all, one) => all + one.size, 0);
  if (needed) total = sum;
  for (const { name, size } of some) console.log(`${kB(size)} kB  ${name}`);
  console.log(`${kB(sum)} kB  ${needed ? `for the first screen, budget ${budget} kB, ceiling ${CEILING_KB} kB` : "loaded when needed"}`);
}
console.log(`bench first_load_brotli_kb ${total / 1000}`);
process.exit(total > CEILING_KB * 1000 ? 1 : 0);

/** The files a group of pages waits for, as the loader lists them. */
function partsOf(group) {
  const loader = files.find((name) => name.startsWith("parts-"));
  const text = loader ? readFileSync(dist + loader, "utf8") : "";
  const [, own, shared] = new RegExp(`load_${group} = [^]*?"\\./([^"]+)"[^]*?\\[([^\\]]*)\\]`).exec(text) ?? [];
  if (!own) throw new Error(`dist/ has no part for ${group}: was it built by scripts/build?`);
  const file = (chunk) => new RegExp(`const ${chunk} = [^]*?"\\./([^"]+)"`).exec(text)[1];
  return [own, ...shared.split(",").map((one) => one.trim()).filter(Boolean).map(file)];
}
