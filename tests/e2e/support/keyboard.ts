/** Going through a page without a mouse. */
import { expect, type Locator, type Page } from "@playwright/test";

const mostStops = 200;

/** Presses Tab until the control has the focus, and fails where Tab never comes there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const focused = () => target.evaluate((control) => control === document.activeElement);
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await focused()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

/** Chooses the nth option of a group of radios, counted from 0. */
export async function chooseByArrows(page: Page, first: Locator, nth: number): Promise<void> {
  await tabTo(page, first);
  await page.keyboard.press("Space");
  for (let step = 0; step < nth; step += 1) await page.keyboard.press("ArrowDown");
}
