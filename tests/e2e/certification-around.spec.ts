/** Around a certificate: an appeal, two devices at once, the check before registering, a phone. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { inReview, saved } from "./support/certification.ts";
import { settle, sideways } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** The part of the page about one thing. */
function part(page: Page, name: RegExp | string) {
  return page.getByRole("region", { name });
}

test("a refusal is appealed, and judged by an administrator who did not decide", async ({
  page,
  another,
  apiAs,
}) => {
  const id = await inReview(await apiAs("consultant"), await apiAs("scheme"), "maritime_specialist");
  const address = `/certification/${id}`;
  await signIn(page, "scheme");
  await page.goto(address);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  await page.getByLabel("Reason").fill("A year of work is not shown.");
  await clean(page, "a refusal");
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  await expect(page.getByText("Refused").first()).toBeVisible();

  const applicant = await another();
  await signIn(applicant, "consultant");
  await applicant.goto(address);
  await expect(applicant.getByText("A year of work is not shown.")).toBeVisible();
  await applicant.getByLabel("Why the decision is wrong").fill("The letter of the yard says so.");
  await clean(applicant, "an appeal");
  await applicant.getByRole("button", { name: "Appeal", exact: true }).click();
  await expect(applicant.getByText(/^Somebody who had no part in the decision/)).toBeVisible();

  await page.reload();
  await expect(page.getByText(/^Who reviewed or decided does not judge the appeal/)).toBeVisible();
  const second = await another();
  await signIn(second, "second-scheme");
  await part(second, /^Under appeal/)
    .locator(`a[href$="${id}"]`)
    .click();
  await second.getByRole("button", { name: "Reopen the review" }).click();
  await second.getByLabel("Reason").fill("The letter was overlooked.");
  await second.getByRole("button", { name: "Reopen the review" }).click();
  await expect(second.getByText("The review was reopened")).toBeVisible();

  await applicant.reload();
  await expect(applicant.getByText("The letter was overlooked.")).toBeVisible();
  await applicant.getByRole("button", { name: "Withdraw the application" }).click();
  await applicant.getByRole("button", { name: "Withdraw the application" }).click();
  await expect(applicant.getByText("Nothing more happens with it.")).toBeVisible();
});

test("what was changed at another device is not overwritten unseen", async ({ another }) => {
  const here = await another();
  await signIn(here, "consultant");
  await here.getByLabel("Discipline").selectOption("Secure by design");
  await here.getByRole("button", { name: "Begin the application" }).click();
  await expect(here.getByRole("heading", { level: 1, name: "Secure by design, associate" })).toBeVisible();
  const there = await another();
  await signIn(there, "consultant");
  await there.goto(new URL(here.url()).pathname);
  const statement = (page: Page) => page.getByLabel("Anything the reviewer should know");
  await statement(there).fill("Written at the other device.");
  await saved(there);
  await statement(here).fill("Written at this device.");
  await expect(here.getByText(/^This was changed on another device/)).toBeVisible();
  await clean(here, "a draft that was changed elsewhere");
  await here.getByRole("button", { name: "Show that version" }).click();
  await expect(statement(here)).toHaveValue("Written at the other device.");
  await here.getByRole("button", { name: "Throw the draft away" }).click();
  await here.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(here.getByRole("heading", { level: 1, name: "Certification" })).toBeVisible();
});

test("whoever wonders whether they are ready sees it before they register", async ({ page }) => {
  await page.goto("/consultants/about");
  const ready = part(page, "Am I ready?");
  await ready.getByLabel("Level").selectOption("Practitioner");
  await ready.getByLabel(/^How many: Records of engagements/).fill("2");
  await expect(ready.getByText(/^Records of engagements/).last()).toBeVisible();
  await ready.getByLabel("Level").selectOption("Associate");
  for (const box of await ready.getByRole("checkbox").all()) await box.check();
  await expect(ready.getByText("Nothing is missing. You can apply today.")).toBeVisible();
  await clean(page, "the check before registering");
});

test("a draft and the board fit a phone @phone", async ({ page, another }) => {
  await signIn(page, "consultant");
  await settle(page);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.getByLabel("Discipline").selectOption("Offensive security testing");
  await page.getByRole("button", { name: "Begin the application" }).click();
  await expect(page.getByRole("navigation", { name: "What is needed" })).toBeVisible();
  await settle(page);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  const scheme = await another();
  await signIn(scheme, "scheme");
  await settle(scheme);
  expect(await sideways(scheme)).toBeLessThanOrEqual(0);
});
