/** The triage desk as an analyst uses it. */
import { expect, type Locator, type Page } from "@playwright/test";
import { demoOf, type Persona } from "./people.ts";
import { signIn } from "./sign-in.ts";

/** Opening the key is slow on purpose. */
const unlockMs = 30_000;

export const shortName = (id: string): string => `R-${id.slice(0, 6).toUpperCase()}`;

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel("Desk passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Open the desk" }).click();
}

/** Signs in and opens the desk with the demo's passphrase. */
export async function openDesk(page: Page, persona: Persona = "analyst"): Promise<void> {
  await signIn(page, persona);
  const { desk_passphrase: passphrase } = await demoOf(new URL(page.url()).origin);
  await unlock(page, passphrase);
  await expect(page.getByRole("button", { name: "Lock the desk" })).toBeVisible({ timeout: unlockMs });
}

export const rowOf = (page: Page, id: string): Locator =>
  page.getByRole("table", { name: "Queue" }).getByRole("link", { name: shortName(id) });

export const panelOf = (page: Page, id: string): Locator =>
  page.getByRole("complementary", { name: `Report ${shortName(id)}` });

/** Opens a report from the queue; gives the panel beside it once it can be read. */
export async function openReport(page: Page, id: string): Promise<Locator> {
  await rowOf(page, id).click();
  const panel = panelOf(page, id);
  await expect(panel.getByRole("heading", { name: "What the reporter wrote" })).toBeVisible();
  return panel;
}

/** Asks the reporter through the mailbox. */
export async function ask(panel: Locator, question: string): Promise<void> {
  await panel.getByLabel("To the reporter").fill(question);
  await panel.getByRole("button", { name: "Send", exact: true }).click();
  await expect(panel.getByRole("listitem").filter({ hasText: question })).toBeVisible();
}
