/** The report page as a reporter uses it: by what is written on it. */
import { expect, type Page } from "@playwright/test";

export interface Answers {
  readonly what: string;
  readonly when: string;
  readonly where: string;
  readonly words?: string;
}

export const usual: Answers = {
  what: "Position, time or AIS is wrong",
  when: "About last week",
  where: "At sea",
};

/** Gives the three needed answers and goes on to the receipt. */
export async function answer(page: Page, answers: Answers = usual): Promise<void> {
  await page.goto("/report");
  for (const choice of [answers.what, answers.when, answers.where]) {
    await page.getByRole("radio", { name: choice, exact: true }).check();
  }
  if (answers.words !== undefined) await page.getByLabel("In your own words").fill(answers.words);
  await page.getByRole("button", { name: "Next: your receipt" }).click();
  await expect(page.getByRole("heading", { name: "Your receipt" })).toBeVisible();
}

/** Reads the nine words off the page: eight and the check word, in order. */
export async function receipt(page: Page): Promise<string[]> {
  const lines = await page.getByRole("main").getByRole("listitem").allTextContents();
  const words = lines
    .map((line) => /^\W*\d?\W*([a-z]{3,8})\b/.exec(line)?.[1])
    .filter((word) => word !== undefined);
  expect(words).toHaveLength(9);
  return words;
}

/** Types back the words that the page asks for. */
export async function retype(page: Page, words: readonly string[]): Promise<void> {
  for (const field of await page.getByRole("textbox", { name: /^Type word \d/ }).all()) {
    const label = (await field.getAttribute("aria-label")) ?? (await field.evaluate(labelOf));
    await field.fill(words[Number(/\d/.exec(label)?.[0]) - 1] ?? "");
  }
  await page.getByRole("textbox", { name: "Type the check word" }).fill(words[8] ?? "");
}

const labelOf = (field: Element) =>
  (field instanceof HTMLInputElement && field.labels?.[0]?.textContent) || "";

/** Files a report from the first answer to the proof and gives its nine words. */
export async function file(page: Page, answers: Answers = usual): Promise<string[]> {
  await answer(page, answers);
  const words = await receipt(page);
  await retype(page, words);
  await page.getByRole("button", { name: "Send report" }).click();
  await expect(page.getByRole("heading", { name: "Your report is with the duty desk" })).toBeVisible({
    timeout: 45_000,
  });
  return words;
}

/** Opens the mailbox with the words of a receipt. */
export async function openMailbox(page: Page, words: readonly string[]): Promise<void> {
  await page.goto("/report");
  await page.getByRole("button", { name: "Open your mailbox" }).click();
  await page.getByLabel("Your nine words").fill(words.join(" "));
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Your mailbox" })).toBeVisible({ timeout: 20_000 });
}
