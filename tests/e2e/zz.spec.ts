import { test, expect } from "./fixtures.ts";
import { findings } from "./support/axe.ts";
test("look", async ({ page }) => {
  await page.goto("/api/docs", { waitUntil: "networkidle" });
  await page.screenshot({ path: "/tmp/e2e/docs.png" });
  console.log((await page.locator("body").ariaSnapshot()).slice(0, 1500));
  console.log(await findings(page));
});
