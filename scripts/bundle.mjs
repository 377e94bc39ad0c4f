// Joins the style sheets of dist/ into one, in the order index.html links them, without comments and spare space.
// Many small files compress worse than one and cost a request each before the first paint.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const link = /<link rel="stylesheet" href="\/([^"]+\.css)"[^>]*>\s*/g;
const page = readFileSync(`${dist}index.html`, "utf8");
const names = [...page.matchAll(link)].map(([, name]) => name);
if (names.length === 0) {
  console.error("error: dist/index.html links no style sheet: has the way Trunk writes links changed?");
  process.exit(1);
}
const css = names
  .map((name) => readFileSync(dist + name, "utf8"))
  .join("\n")
  .replace(/\/\*[^]*?\*\//g, "")
  .replace(/\s+/g, " ")
  .replace(/ ?([{};,]) ?/g, "$1")
  .replaceAll(";}", "}");
const joined = `style-${createHash("sha256").update(css).digest("hex").slice(0, 16)}.css`;
for (const name of names) rmSync(dist + name, { force: true });
writeFileSync(dist + joined, css);
let first = true;
const html = page.replace(link, () => {
  if (!first) return "";
  first = false;
  return `<link rel="stylesheet" href="/${joined}">\n`;
});
writeFileSync(`${dist}index.html`, html);
