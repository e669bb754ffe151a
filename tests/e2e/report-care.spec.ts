/** Story 1 for those who need it most: nothing on the disk, and no mouse. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { chooseByArrows, tabTo } from "./support/keyboard.ts";
import {
  answer,
  askedWord,
  choice,
  filedTitle,
  nextButton,
  ownWords,
  puzzleMs,
  receipt,
  send,
  sendButton,
  shows,
  toReceipt,
  usual,
} from "./support/report-page.ts";

/** Which of the texts stand in a file of the folder, in the encodings a browser writes. */
async function foundIn(folder: string, texts: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    for (const text of texts) {
      if (bytes.includes(text) || bytes.includes(Buffer.from(text, "utf16le"))) found.add(text);
    }
  }
  return found;
}

test("nothing of a report is in the browser's files", async ({ playwright, baseURL }, info) => {
  const profile = info.outputPath("profile");
  const { launchOptions = {}, locale } = info.project.use;
  const browser = await playwright.chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(locale === undefined ? {} : { locale }),
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const [canary, control] = [`canary${crypto.randomUUID()}`, `control${crypto.randomUUID()}`];
  const page = await browser.newPage();
  await page.goto("/report");
  await answer(page, { ...usual, words: canary });
  const words = await toReceipt(page);
  await send(page, words);
  // Were nothing ever written, nothing could be found: what a page does store has to be there.
  await page.goto("/");
  await page.evaluate((text) => localStorage.setItem("control", text), control);
  await browser.close();
  const pair = words.slice(0, 2).join(" ");
  expect(await foundIn(profile, [canary, pair, control])).toEqual(new Set([control]));
});

test("a report can be filed with the keyboard alone", async ({ page }) => {
  await page.goto("/report");
  await chooseByArrows(page, choice(page, "A screen is locked or shows a demand"), 1);
  await expect(choice(page, usual.what)).toBeChecked();
  await chooseByArrows(page, choice(page, "Now"), 3);
  await expect(choice(page, usual.when)).toBeChecked();
  await chooseByArrows(page, choice(page, "At sea"), 0);
  await expect(choice(page, usual.where)).toBeChecked();
  await tabTo(page, ownWords(page));
  await page.keyboard.type("All by keyboard.");
  await tabTo(page, nextButton(page));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your receipt" })).toBeFocused({ timeout: 20_000 });

  const words = await receipt(page);
  const { field, at } = await askedWord(page);
  await tabTo(page, field);
  await page.keyboard.type(words[at] ?? "");
  await page.keyboard.press("Tab");
  await page.keyboard.type(words[8] ?? "");
  await tabTo(page, sendButton(page));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: filedTitle })).toBeFocused({ timeout: puzzleMs });

  await tabTo(page, page.getByRole("button", { name: "Open your mailbox" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your mailbox" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Close the mailbox" }));
  await page.keyboard.press("Space");
  await shows(page, "Open your mailbox");
});
