/** The first start of a real site: the printed link, four questions, a second factor, and the look whether it is fit. */
import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { clean as soundInBoth } from "./support/axe.ts";
import { sideways } from "./support/places.ts";
import { freePort, startSite, type Site } from "./support/site.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(240_000);

const password = "a long enough pass phrase";
let site: Site;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const port = await freePort();
  site = await startSite("setup", port, {
    BELLBUOY_MODE: "production",
    BELLBUOY_ORIGIN: `http://127.0.0.1:${port}`,
  });
});

test.afterAll(() => site?.end());

async function clean(page: Page, what: string): Promise<void> {
  await soundInBoth(page, what);
  expect.soft(await sideways(page), what).toBeLessThanOrEqual(0);
}

test("four questions make the first administrator", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const link = /http:\/\/127\.0\.0\.1:\d+\/setup\/[0-9a-f]{48}/.exec(readFileSync(site.log, "utf8"))?.[0];
  expect(link, "the link is printed").toBeDefined();
  await page.goto(link ?? "");
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByLabel("Who runs this site")).toBeFocused();
  await clean(page, "the questions with their faults");
  await page.getByLabel("Who runs this site").fill("Alliance of the Tests");
  await page.getByLabel("Your name").fill("First Person");
  await page.getByLabel("Your e-mail").fill("first@alliance.example");
  await page.getByLabel("A password").fill(password);
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("heading", { name: "The site is set up" })).toBeFocused();
  await clean(page, "set up");
  await page.goto(link ?? "");
  await expect(page.getByRole("heading", { name: "This link sets nothing up" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail").fill("first@alliance.example");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/account/);
  await expect(page.getByRole("heading", { name: "Set up a second factor" }).first()).toBeVisible();
  await clean(page, "the first administrator, who may do nothing yet");
});

test("an administrator sees whether the site is fit", async ({ page }) => {
  await page.goto(`${process.env["BASE_URL"]}/sign-in`);
  await page.getByRole("button", { name: "Demo Administrator," }).click();
  await page.getByRole("link", { name: "Staff" }).first().click();
  await page.getByRole("link", { name: "Fitness of the site" }).click();
  const checks = page.getByRole("list", { name: "Checks" });
  const migrations = checks
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "Migrations" }) });
  await expect(migrations).toContainText("As it has to be");
  await clean(page, "fitness");
  await page.setViewportSize({ width: 360, height: 640 });
  await clean(page, "fitness on a phone");
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByRole("button", { name: "Look again" })).toBeEnabled();
});
