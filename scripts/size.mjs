#!/usr/bin/env node
// Weighs what a screen needs, compressed, and fails above the ceilings. Leaves .br twins for the server.
//
// The first download ends at the first-start page: what index.html names and the main part. The home page of an open
// workspace waits for more (scripts/split.mjs); by then most of it was fetched while nothing else was to do.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { benches } from "./budgets.mjs";

const { budget } = benches.find((bench) => bench.name === "first_load_brotli_kb");
// A little more than what is reached, so that nothing grows unseen.
const CEILINGS_KB = { first: 165, home: 790 };
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.(html|js|css|wasm|svg|json)$/.test(name));

const home = new Set(partsOf("workspace"));
const isFirst = (name) => name === "index.html" || name === "rescue.js" || /^(direct-sms|parts|style)-/.test(name);
const compress = promisify(brotliCompress);
const weights = await Promise.all(
  files.map(async (name) => {
    const raw = readFileSync(dist + name);
    const packed = await compress(raw, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
    writeFileSync(`${dist}${name}.br`, packed);
    return { name, size: packed.length };
  }),
);
const kB = (size) => `${(size / 1000).toFixed(1).padStart(8)} kB`;

/** Lists the files that are chosen, and gives their sum. */
function list(title, isChosen) {
  const chosen = weights.filter(({ name }) => isChosen(name)).sort((a, b) => b.size - a.size);
  for (const { name, size } of chosen) console.log(`${kB(size)}  ${name}`);
  const sum = chosen.reduce((all, { size }) => all + size, 0);
  console.log(`${kB(sum)}  ${title}`);
  return sum / 1000;
}

const first = list(`for the first screen: budget ${budget} kB, ceiling ${CEILINGS_KB.first} kB`, isFirst);
const more = list("more for the home page of an open workspace", (name) => home.has(name));
console.log(`${kB((first + more) * 1000)}  for that page as a whole: ceiling ${CEILINGS_KB.home} kB`);
list("loaded when needed", (name) => !isFirst(name) && !home.has(name));
console.log(`bench first_load_brotli_kb ${first}`);
process.exit(first > CEILINGS_KB.first || first + more > CEILINGS_KB.home ? 1 : 0);

/** The files a group of pages waits for, as the loader lists them. */
function partsOf(group) {
  const loader = files.find((name) => name.startsWith("parts-"));
  const text = loader ? readFileSync(dist + loader, "utf8") : "";
  const [, own, shared] = new RegExp(`load_${group} = [^]*?"\\./([^"]+)"[^]*?\\[([^\\]]*)\\]`).exec(text) ?? [];
  if (!own) throw new Error(`dist/ has no part for ${group}: was it built by scripts/build?`);
  const file = (chunk) => new RegExp(`const ${chunk} = [^]*?"\\./([^"]+)"`).exec(text)[1];
  return [own, ...shared.split(",").map((one) => one.trim()).filter(Boolean).map(file)];
}
