/** Signs in as one of the demo's people, by the button that bears their name. */
import { expect, type Page } from "@playwright/test";

interface Person {
  readonly email: string;
  readonly name: string;
}

export type Persona = "member" | "analyst" | "second-analyst" | "admin";

async function people(page: Page): Promise<readonly Person[]> {
  const answer = await page.request.get("/api/v1/instance");
  const instance = (await answer.json()) as { demo: { people: Person[] } | null };
  return instance.demo?.people ?? [];
}

/** Leaves the page where the role begins its work. */
export async function signIn(page: Page, persona: Persona): Promise<void> {
  const found = (await people(page)).find(({ email }) => email === `${persona}@demo.example`);
  if (found === undefined) throw new Error(`the demo has no ${persona}`);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: found.name }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}
