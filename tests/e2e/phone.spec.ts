// What stands at the foot of a telephone's screen.
import { expect, test } from "./fixtures.ts";
import { expectNoSidewaysScroll } from "./helpers.ts";
import { startWithSample } from "./pages.ts";

test("what can be done with a selection is in sight, and a message hides nothing of a form's foot", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startWithSample(page);
  await page.goto("/settings/chat/phone-numbers");
  await page.getByRole("checkbox").nth(1).check();
  const bar = page.getByRole("group", { name: /selected$/ });
  for (const button of await bar.getByRole("button").all()) await expect(button).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(page);

  await page.goto("/settings/chat/direct-inbound");
  await page.getByLabel("Missed Chat Threshold").fill("7");
  const save = page.getByRole("button", { name: "Save Direct Inbound" });
  await save.click();
  const toast = page.getByText("Saved in the draft", { exact: true });
  await expect(toast).toBeVisible();
  const [message, foot] = await Promise.all([toast.boundingBox(), save.boundingBox()]);
  expect((message?.y ?? 0) + (message?.height ?? 0)).toBeLessThan(foot?.y ?? 0);
});
