import { defineConfig } from "@playwright/test";

const port = 4173;

export default defineConfig({
  testDir: ".",
  outputDir: "output",
  reporter: "list",
  workers: 2,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    timezoneId: "America/Chicago",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    },
  },
  webServer: { command: `node ../../scripts/serve.mjs ${port}`, port, reuseExistingServer: false },
});
