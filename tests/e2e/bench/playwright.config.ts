// The benchmarks: one after the other on the release build, and nothing else running.
import { defineConfig } from "@playwright/test";
import main from "../playwright.config.ts";

const { port } = new URL(String(main.use?.baseURL));

export default defineConfig({
  ...main,
  testMatch: "*.bench.ts",
  outputDir: "../output",
  workers: 1,
  webServer: { command: `node ../../../scripts/serve.mjs ${port}`, port: Number(port), reuseExistingServer: false },
});
