import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 4173);

export default defineConfig({
  testDir: ".",
  outputDir: "output",
  reporter: "list",
  // One more than CI has cores: a test waits for its browser now and then.
  workers: 3,
  // What fails once and then passes is listed as flaky; on a busy CI machine it need not hold up all else.
  retries: process.env.CI ? 1 : 0,
  // One test goes through every page in both schemes; two busy cores need a while for that.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    timezoneId: "America/Chicago",
    // What moves is drawn many times a second, on the cores that the tests need.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    },
  },
  webServer: { command: `node ../../scripts/serve.mjs ${port}`, port, reuseExistingServer: false },
});
