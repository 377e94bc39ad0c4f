// Needs the release build (scripts/build): it fetches the code of a page when it is first needed, and that of the others when
// nothing else is to do. The development build is in one piece.
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { go, openSample } from "./helpers.ts";

test("who saves data fetches no page before it is opened", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  // Home asks the engine, when nothing else is to do.
  const engine = page.waitForResponse(/\/engine_worker_bg\.wasm/);
  await openSample(page, "Home");
  await (await engine).finished();
  await page.waitForLoadState("networkidle");
  const pages = () => fetched.filter((url) => /\/split_(chat|people|bulk|draft)-/.test(url));
  expect(pages()).toEqual([]);
  await go(page, "Users");
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  expect(pages()).toHaveLength(1);
});

test.describe("offline", () => {
  // The browser asks for the icon again.
  test.use({ expectedNoise: /icon\.svg|ERR_INTERNET_DISCONNECTED/, savesData: false });

  test("once the other pages were fetched, they open offline", async ({ page, context }) => {
    const people = page.waitForResponse(/\/split_people-/);
    const draft = page.waitForResponse(/\/split_draft-/);
    const chat = page.waitForResponse(/\/split_chat-/);
    // Home asks it for findings, when nothing else is to do.
    const engine = page.waitForResponse(/\/engine_worker_bg\.wasm/);
    await page.goto("/");
    await page.getByRole("button", { name: "Try the sample company" }).click();
    for (const part of [people, draft, chat, engine]) await (await part).finished();
    await context.setOffline(true);
    for (const name of ["Users", "Phone number management", "Routing preview", "Queue", "Home"]) {
      await go(page, name);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText("This page could not be loaded")).toHaveCount(0);
    }
  });
});

test("until the app is there the page says that it starts, then that it takes long", async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/direct-sms-\w+_bg\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await page.clock.install();
  await page.goto("/", { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("status")).toHaveText(/Starting…/);
  await page.clock.fastForward("00:16");
  await expect(page.getByRole("status")).toHaveText(/Check the connection, then reload the page/);
  await expectNoAxeViolations(page);
  release();
  await expect(page.getByRole("button", { name: "Try the sample company" })).toBeVisible();
  await expect(page.getByText("Check the connection")).toHaveCount(0);
});

test("a page is announced as busy until its code is there", async ({ page }) => {
  await openSample(page, "Home");
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/split_people-/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/settings/users");
  await expect(page.locator("[aria-busy=true]")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  release();
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
});

test.describe("without a connection", () => {
  test.use({ expectedNoise: /Failed to load resource|failed: .*\/split_people-/ });

  test("a page whose code cannot be fetched says so, and Retry opens it", async ({ page }) => {
    await openSample(page, "Home");
    await page.route(/\/split_people-/, (route) => route.abort("internetdisconnected"));
    await page.goto("/settings/users");
    const alert = page.getByRole("alert").filter({ hasText: "This page could not be loaded" });
    await expect(alert).toBeVisible();
    await expect(alert.getByRole("button", { name: "Reload the app" })).toBeVisible();
    await expectNoAxeViolations(page);
    // Other pages still open.
    await go(page, "Routing preview");
    await expect(page.getByRole("heading", { level: 1, name: "Routing preview" })).toBeVisible();
    await go(page, "Users");
    await expect(alert).toBeVisible();
    await alert.getByRole("button", { name: "Retry" }).click();
    await expect(alert).toBeVisible();
    await page.unroute(/\/split_people-/);
    await alert.getByRole("button", { name: "Retry" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
    await expect(alert).toHaveCount(0);
  });
});

test.describe("while the part that opens a workspace cannot be fetched", () => {
  test.use({ expectedNoise: /Failed to load resource|failed: .*\/split_workspace-/ });

  test("the first-start page says so, and the next try begins", async ({ page }) => {
    await page.route(/\/split_workspace-/, (route) => route.abort("internetdisconnected"));
    await page.goto("/");
    await page.getByRole("button", { name: "Start empty" }).click();
    await expect(page.getByText("The rest of the app could not be loaded")).toBeVisible();
    await page.unroute(/\/split_workspace-/);
    await page.getByRole("button", { name: "Start empty" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  });

  test("stored data stays as it is, and a reload opens it", async ({ page }) => {
    await openSample(page, "Home");
    await page.route(/\/split_workspace-/, (route) => route.abort("internetdisconnected"));
    await page.reload();
    await expect(page.getByText("The rest of the app could not be loaded")).toBeVisible();
    await expectNoAxeViolations(page);
    await page.unroute(/\/split_workspace-/);
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  });
});
