/** What axe finds on the page as it stands, short enough to read. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}
