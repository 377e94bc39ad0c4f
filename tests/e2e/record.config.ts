// The visual record: a picture of every page in both schemes and several widths. `make record`.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

export default defineConfig({ ...tests, testDir: "record", testMatch: "*.record.ts", outputDir: "output/record-run" });
