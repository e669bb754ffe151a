/** axe finds nothing on any page, for whoever sees it, in light and dark; at the desk also at night. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { findings } from "./support/axe.ts";
import { openDesk, openReport } from "./support/desk-page.ts";
import { addressesFor, enter, settle, someThings, visitors } from "./support/places.ts";
import { answer, choice, file, openMailbox, send, shows, toReceipt, unfold } from "./support/report-page.ts";

/** Colours are judged as they are in the end, not on the way there; the rest is the same in the dark. */
test.use({ contextOptions: { reducedMotion: "reduce" } });

async function expectNothing(page: Page, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const only = colorScheme === "dark" ? "colours" : undefined;
    expect.soft(await findings(page, only), `${what}, ${colorScheme}`).toEqual([]);
  }
}

/** In two parts, which two workers look at side by side. */
for (const visitor of visitors) {
  for (const part of [0, 1]) {
    test(`the pages that ${visitor} sees, part ${part + 1}`, async ({ page, apiAs }) => {
      const addresses = addressesFor(visitor, await someThings(apiAs));
      await enter(page, visitor);
      const other = visitor === "nobody" ? "/no-such-page" : visitor === "admin" ? "/desk" : "/audit";
      for (const address of [...addresses, other].filter((_, at) => at % 2 === part)) {
        await page.goto(address);
        await settle(page);
        await expectNothing(page, address);
      }
    });
  }
}

test("what says that something is not there", async ({ page }) => {
  await page.goto("/figures?from=2025-01&to=2024-01");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectNothing(page, "a range that cannot be shown");
  await page.goto("/advisories/BB-2026-999");
  await settle(page);
  await expectNothing(page, "an advisory that is not there");
});

test("the report page from its first question to the mailbox", async ({ page }) => {
  await page.goto("/report");
  await page.getByRole("button", { name: "Next: your receipt" }).click();
  await answer(page);
  await choice(page, "On a date").check();
  for (const name of ["Systems hit", "Bridge", "Services hit", "What was done"]) await unfold(page, name);
  await page.getByRole("checkbox", { name: "Booking" }).first().check();
  await expectNothing(page, "the form with its faults");
  await choice(page, "Now").check();
  const words = await toReceipt(page);
  await page.getByRole("button", { name: "Show as code" }).click();
  await page.getByRole("button", { name: "Send report" }).click();
  await expectNothing(page, "the receipt with its faults");
  await send(page, words);
  await expectNothing(page, "the filing proof");
  await page.getByRole("button", { name: "Open your mailbox" }).click();
  await shows(page, "Your mailbox");
  await page.getByRole("button", { name: "Withdraw the report" }).click();
  await expectNothing(page, "the mailbox");
  await page.getByRole("button", { name: "Erase it" }).click();
  await shows(page, "Withdrawn");
  await expectNothing(page, "the withdrawn report");
  await openMailbox(page, "four words too few");
  await expectNothing(page, "the way to the mailbox with its fault");
  // From the same page it would be no visit, only another place in it.
  await page.goto("about:blank");
  await page.goto("/report#verify");
  await page.getByLabel("The proof").fill("{}");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("This is not a filing proof.")).toBeVisible();
  await expectNothing(page, "the check of a proof");
});

test("the open desk with its dialogs, also at night", async ({ page, another }) => {
  const { id } = await file(await another());
  await openDesk(page);
  const panel = await openReport(page, id);
  await expectNothing(page, "the opened report");
  await page.emulateMedia({ colorScheme: "light" });
  for (const name of ["Accept", "Refuse", "Link"]) {
    await panel.getByRole("button", { name }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect.soft(await findings(page), `the dialog ${name}`).toEqual([]);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "Theme: light" }).click();
  await page.getByRole("menuitemradio", { name: "night bridge" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
  expect.soft(await findings(page), "the opened report, night").toEqual([]);
  await panel.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect.soft(await findings(page), "the dialog Accept, night").toEqual([]);
});

test("what floats above a page", async ({ page }) => {
  await enter(page, "analyst");
  await page.goto("/incidents");
  await settle(page);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("in");
  await expectNothing(page, "finding");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await expectNothing(page, "the keys");
  await page.keyboard.press("Escape");
  for (const name of ["Columns", "Export", "Status", "Add filter", "Demo Analyst"]) {
    const opener = page.getByRole("button", { name }).first();
    await opener.click();
    await expect(opener).toHaveAttribute("aria-expanded", "true");
    expect.soft(await findings(page), `open: ${name}`).toEqual([]);
    await page.keyboard.press("Escape");
  }
});
