// Takes the release app in dist/ apart: a main part, and one for each line of src/pages/lazy.rs that is fetched when it is
// first needed. Trunk calls this when it has built (Trunk.toml); the development build stays in one piece.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const { TRUNK_PROFILE, TRUNK_STAGING_DIR: dist, TRUNK_SOURCE_DIR: root } = process.env;
if (TRUNK_PROFILE !== "release") process.exit(0);

const { target_directory: target } = JSON.parse(
  execFileSync("cargo", ["metadata", "--format-version", "1", "--no-deps", "--offline"], { cwd: root, encoding: "utf8", maxBuffer: 1e8 }),
);
const linked = join(target, "wasm32-unknown-unknown/web/direct-sms.wasm");
const work = mkdtempSync(join(tmpdir(), "direct-sms-split-"));

try {
  execFileSync("wasm-split-cli", ["--target", "web", "--out-name", "main", linked, work], { stdio: "inherit" });
  execFileSync("wasm-bindgen", ["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle", "--out-dir", work, "--out-name", "main", join(work, "main.wasm")]);
  const parts = readdirSync(work).filter((name) => /^(split|chunk)_\w+\.wasm$/.test(name));
  await optimise(["main_bg.wasm", ...parts].map((name) => join(work, name)));
  publish(parts.sort());
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Shrinks every module in place, as many at a time as there are cores. */
async function optimise(files) {
  const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue", "extended-const"];
  const flags = ["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features", ...features.map((name) => `--enable-${name}`)];
  const waiting = [...files];
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await run("wasm-opt", [...flags, file, "-o", file]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/** Puts the parts in the place of what Trunk built. A part fits only the build it is of: one hash stands in all names. */
function publish(parts) {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const built = /direct-sms-[0-9a-f]+/.exec(page)?.[0];
  if (!built) throw new Error("dist/index.html does not name direct-sms-….js: has the way Trunk writes it changed?");
  const read = (name) => readFileSync(join(work, name));
  const hash = createHash("sha256");
  for (const name of ["main.js", "__wasm_split.js", "main_bg.wasm", ...parts]) hash.update(read(name));
  const stamp = hash.digest("hex").slice(0, 16);
  const [main, link] = [`direct-sms-${stamp}`, `parts-${stamp}.js`];
  const put = (name, content) => writeFileSync(join(dist, name), content);

  for (const ending of [".js", "_bg.wasm"]) rmSync(join(dist, built + ending), { force: true });
  for (const name of parts) put(`${name.slice(0, -5)}-${stamp}.wasm`, read(name));
  put(`${main}_bg.wasm`, read("main_bg.wasm"));
  put(`${main}.js`, replaced(read("main.js"), [['from "./__wasm_split.js"', `from "./${link}"`], ["main_bg.wasm", `${main}_bg.wasm`]]));
  const quiet = ["console.error(e);", ""]; // The page that misses its part says so itself.
  put(link, replaced(read("__wasm_split.js"), [["./main.js", `./${main}.js`], quiet, ...parts.map((name) => [name, `${name.slice(0, -5)}-${stamp}.wasm`])]));
  const early = `<link rel="modulepreload" href="/${link}">`;
  put("index.html", replaced(page, [[built, main], ["</head>", `${early}</head>`]]));
}

function replaced(text, pairs) {
  return pairs.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return all.replaceAll(from, to);
  }, String(text));
}
