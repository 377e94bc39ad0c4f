#!/usr/bin/env node
// Weighs what the first screen needs, compressed, and fails above the budget. Leaves .br twins for the server.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { benches } from "./budgets.mjs";

const { budget } = benches.find((bench) => bench.name === "first_load_brotli_kb");
// The budget is not reached yet, and `make bench` says so. Until it is, nothing may grow past this.
const CEILING_KB = 630;
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.(html|js|css|wasm|svg|json)$/.test(name));
let total = 0;
for (const name of files.sort()) {
  const raw = readFileSync(dist + name);
  const packed = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
  writeFileSync(`${dist}${name}.br`, packed);
  const first = /\.(html|js|css|wasm)$/.test(name) && !name.includes("_worker");
  if (first) total += packed.length;
  console.log(`${(packed.length / 1000).toFixed(1).padStart(8)} kB  ${name}${first ? "" : " (loaded when needed)"}`);
}
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  for the first screen, budget ${budget} kB, ceiling ${CEILING_KB} kB`);
console.log(`bench first_load_brotli_kb ${total / 1000}`);
process.exit(total > CEILING_KB * 1000 ? 1 : 0);
