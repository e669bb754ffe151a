/** An administrator verifies the record, keeps its checkpoint, and brings it back another day. */
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { findings } from "./support/axe.ts";
import { enter } from "./support/places.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const width of [360, 1366]) {
  test(`the record is verified and held against a kept checkpoint at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await enter(page, "admin");
    await page.goto("/audit");
    const open = page.getByRole("button", { name: "Verify the record" });
    await open.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Is the record as it was written?" });
    await expect(dialog.getByText("The record is sound.")).toBeVisible();
    const keep = dialog.getByRole("button", { name: "Save the last checkpoint" });
    // The first one is signed within half a minute of the start.
    await expect(async () => {
      if (await keep.isVisible()) return;
      await page.keyboard.press("Escape");
      await open.click();
      await expect(dialog.getByText("The record is sound.")).toBeVisible();
      await expect(keep).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000, intervals: [2_000] });
    const [file] = await Promise.all([page.waitForEvent("download"), keep.click()]);
    expect(file.suggestedFilename()).toMatch(/^bellbuoy-audit-\d{12}\.json$/);
    const kept = readFileSync(await file.path(), "utf8");
    const give = (content: string) =>
      dialog
        .getByLabel("Check against a checkpoint you kept")
        .setInputFiles({ name: "kept.json", mimeType: "application/json", buffer: Buffer.from(content) });
    await give(kept);
    await expect(dialog.getByText("your checkpoint vouches for")).toBeVisible();
    await give(kept.replace(/"number": (\d+)/, '"number": 1$1'));
    await expect(dialog.getByText("The signature of a checkpoint does not fit")).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      expect.soft(await findings(page), colorScheme).toEqual([]);
    }
    await give("no checkpoint");
    await expect(dialog.getByText("This file is not a checkpoint.")).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, "nothing is wider than the screen").toBeLessThanOrEqual(0);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(open).toBeFocused();
  });
}
