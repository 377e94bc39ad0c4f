// Serves dist/ on 127.0.0.1. An address without a file ending is the app's; a missing file is a 404.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../dist/", import.meta.url));
const port = Number(process.argv[2] ?? 8080);
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

function fileFor(path) {
  const file = join(root, normalize(path));
  if (file.startsWith(root) && existsSync(file) && statSync(file).isFile()) return file;
  return extname(path) === "" ? join(root, "index.html") : undefined;
}

if (!existsSync(join(root, "index.html"))) {
  console.error("error: nothing is built yet: run `make build` first");
  process.exit(1);
}

const server = createServer((request, response) => {
  let file;
  try {
    file = fileFor(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
  } catch {
    response.writeHead(400, { "content-type": "text/plain" }).end("that is not an address\n");
    return;
  }
  if (!file) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    return;
  }
  const packed = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && existsSync(`${file}.br`);
  const { mtimeMs, size } = statSync(file);
  const headers = {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    // A name with a hash stands for its content for ever; of the others the browser has to ask whether they changed.
    "cache-control": /-[0-9a-f]{16}(_bg)?\.(js|css|wasm)$/.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `"${Math.round(mtimeMs).toString(36)}-${size.toString(36)}${packed ? "-br" : ""}"`,
    vary: "accept-encoding",
  };
  if (request.headers["if-none-match"] === headers.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  if (packed) headers["content-encoding"] = "br";
  response.writeHead(200, headers);
  createReadStream(packed ? `${file}.br` : file).pipe(response);
});
server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? `error: port ${port} is in use: stop what runs there, or set PORT` : `error: ${error.message}`);
  process.exit(1);
});
server.listen(port, "127.0.0.1", () => console.log(`direct-sms is at http://127.0.0.1:${port}`));
