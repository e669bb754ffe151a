/** What axe finds on the page as it stands, short enough to read. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe says of the page, or of its colours alone. */
export async function findings(page: Page, only?: "colours"): Promise<string[]> {
  // No page has a frame of another origin, so axe needs no page of its own to gather what it found.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const asked =
    only === "colours" ? axe.withRules(["color-contrast", "link-in-text-block"]) : axe.withTags(tags);
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 300)} ${any[0]?.message ?? ""}`),
  );
}

/** Nothing is found in light and in dark. */
export async function clean(page: Page, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    expect.soft(await findings(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}
