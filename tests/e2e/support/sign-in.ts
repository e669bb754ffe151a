/** Signs in as one of the demo's people, by the button that bears their name. */
import { expect, type Page } from "@playwright/test";
import { personOf, type Persona } from "./people.ts";

/** Leaves the page where the role begins its work. */
export async function signIn(page: Page, persona: Persona): Promise<void> {
  await page.goto("/sign-in");
  const { name } = await personOf(new URL(page.url()).origin, persona);
  await page.getByRole("button", { name: `${name},` }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
