/** The report page as a reporter uses it: by what is written on it. */
import { expect, type Locator, type Page } from "@playwright/test";

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

export const filedTitle = "Your report is with the duty desk";
/** The puzzle takes seconds where others use the machine too. */
export const puzzleMs = 40_000;

export const choice = (page: Page, name: string): Locator => page.getByRole("radio", { name, exact: true });
export const tick = (page: Page, name: string): Locator => page.getByRole("checkbox", { name, exact: true });
export const ownWords = (page: Page): Locator => page.getByLabel("In your own words");
export const nextButton = (page: Page): Locator => page.getByRole("button", { name: "Next: your receipt" });
export const sendButton = (page: Page): Locator => page.getByRole("button", { name: "Send report" });

/** Opens a question that is folded away behind its name. */
export async function unfold(page: Page, name: string): Promise<void> {
  await page.locator("summary").filter({ hasText: name }).first().click();
}

export async function shows(page: Page, title: string, timeout?: number): Promise<void> {
  const heading = page.getByRole("heading", { level: 1, name: title, exact: true });
  await expect(heading).toBeVisible(timeout === undefined ? {} : { timeout });
}

/** Gives the three needed answers. */
export async function answer(page: Page, answers: Answers = usual): Promise<void> {
  for (const name of [answers.what, answers.when, answers.where]) await choice(page, name).check();
  if (answers.words !== undefined) await ownWords(page).fill(answers.words);
}

/** From the answers to the receipt; gives its nine words. */
export async function toReceipt(page: Page): Promise<string[]> {
  await nextButton(page).click();
  await shows(page, "Your receipt", 20_000);
  return receipt(page);
}

/** Reads the nine words off the page: eight and the check word, in order. */
export async function receipt(page: Page): Promise<string[]> {
  const items = page.getByRole("main").locator("ol").getByRole("listitem");
  const words = await items.evaluateAll((all) => all.map((item) => item.firstChild?.textContent ?? ""));
  expect(words).toHaveLength(9);
  for (const word of words) expect(word).toMatch(/^[a-z]{3,8}$/);
  return words;
}

/** The word that the page asks for again, and its place in the receipt. */
export async function askedWord(page: Page): Promise<{ field: Locator; at: number }> {
  const field = page.getByRole("textbox", { name: /^Type word \d/ });
  const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? "");
  return { field, at: Number(/\d/.exec(label)?.[0]) - 1 };
}

/** Types back what the page asks for. */
export async function retype(page: Page, words: readonly string[]): Promise<void> {
  const { field, at } = await askedWord(page);
  await field.fill(words[at] ?? "");
  await page.getByRole("textbox", { name: "Type the check word" }).fill(words[8] ?? "");
}

export interface Filed {
  /** Eight words and the check word. */
  readonly words: readonly string[];
  /** The envelope's id, as it stood in the address of the one request that carried the report. */
  readonly id: string;
}

export const envelopePath = /\/api\/v1\/intake\/envelopes\/([0-9a-f-]{36})$/;

/** Sends what is answered, with the receipt typed back, until it is filed. */
export async function send(page: Page, words: readonly string[]): Promise<Filed> {
  await retype(page, words);
  const sent = page.waitForRequest(envelopePath, { timeout: puzzleMs });
  await sendButton(page).click();
  const id = envelopePath.exec((await sent).url())?.[1] ?? "";
  await shows(page, filedTitle, puzzleMs);
  return { words, id };
}

/** Files a report from the first answer to the proof. */
export async function file(page: Page, answers: Answers = usual): Promise<Filed> {
  await page.goto("/report");
  await answer(page, answers);
  return send(page, await toReceipt(page));
}

/** Opens the mailbox with the words as they were typed. */
export async function openMailbox(page: Page, typed: string): Promise<void> {
  await page.goto("/report");
  await page.getByRole("button", { name: "Open your mailbox" }).click();
  await page.getByLabel("Your nine words").fill(typed);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}
