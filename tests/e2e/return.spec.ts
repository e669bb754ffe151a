/** Story 2: the reporter comes back with nine words and nothing else. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { envelopesOf } from "./support/desk-api.ts";
import { ask, openDesk, openReport } from "./support/desk-page.ts";
import { madeUp } from "./support/receipt-words.ts";
import { file, openMailbox, puzzleMs, shows } from "./support/report-page.ts";
import { addressKept, expectNoTrace } from "./support/traces.ts";

const mailboxPath = /\/api\/v1\/intake\/mailboxes\/[0-9a-f]{64}\?page=0$/;
const derivingMs = 20_000;

/** As somebody types who is in a hurry: capitals, commas, new lines, words cut to four letters. */
function sloppy(words: readonly string[]): string {
  return words
    .map((word, at) => (at % 3 === 0 ? word.toUpperCase() : at % 3 === 1 ? word.slice(0, 4) : ` ${word},`))
    .join("\n  ");
}

/** Opens a mailbox and tells what could be seen of the answer on the way. */
async function answerFor(page: Page, typed: string): Promise<object> {
  const arriving = page.waitForResponse(mailboxPath, { timeout: derivingMs });
  await openMailbox(page, typed);
  const answer = await arriving;
  await shows(page, "Your mailbox");
  const { date: _, ...headers } = answer.headers();
  return { status: answer.status(), length: (await answer.body()).length, headers };
}

async function write(page: Page, text: string, button: string): Promise<void> {
  await page.getByRole("textbox").fill(text);
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByText("Sent. The desk reads it at the next look.")).toBeVisible({
    timeout: puzzleMs,
  });
  await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
}

test("words that were never given get an answer of the same size and kind", async ({ page, another }) => {
  const { words } = await file(page);
  const known = await answerFor(await another(), sloppy(words));
  const stranger = await another();
  const unknown = await answerFor(stranger, madeUp(crypto.randomUUID()).join(" "));
  expect(unknown).toEqual(known);
  expect(known).toMatchObject({ status: 200, length: 4 * 4492 });
  await expect(stranger.getByText("Nothing here so far.")).toBeVisible();
  await expect(stranger.getByText("or no report was filed with these words")).toBeVisible();
});

test("a slip is found before any request, and its correction offered", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/intake/")) asked.push(request.url());
  });
  const words = madeUp("a slip of the pen");
  const field = page.getByLabel("Your nine words");
  const opened = page.getByRole("button", { name: "Open", exact: true });

  await openMailbox(page, words.slice(0, 8).join(" "));
  await expect(field).toHaveAccessibleDescription(/These are 8 words\. Nine are needed/);
  await expect(page.getByText("8 of 9 words")).toBeVisible();
  await field.fill([...words.slice(0, 8), "abandon"].join(" "));
  await opened.click();
  await expect(field).toHaveAccessibleDescription(/they do not belong together/);
  const [first = "", second = "", ...rest] = words;
  await field.fill([second, first, ...rest].join(" "));
  await opened.click();
  await expect(field).toHaveAccessibleDescription(/They fit if words 1 and 2 change places/);
  await page.getByRole("button", { name: "Change their places" }).click();
  await expect(field).toHaveValue(words.join(" "));
  await field.fill([`${first.slice(0, 3)}x${first.slice(3)}`, second, ...rest].join(" "));
  await opened.click();
  await expect(field).toHaveAccessibleDescription(new RegExp(`Did you mean “${first}”`));
  await page.getByRole("button", { name: "Use this word" }).click();
  await expect(field).toHaveValue(words.join(" "));
  expect(asked).toEqual([]);

  await opened.click();
  await shows(page, "Your mailbox", derivingMs);
  expect(asked).toHaveLength(1);
});

test("the reporter answers a question and adds further facts", async ({ page, another }) => {
  const { words, id } = await file(page);
  const question = `Which receiver jumped first? ${crypto.randomUUID()}`;
  const analyst = await another();
  await openDesk(analyst);
  await ask(await openReport(analyst, id), question);

  const reporter = await another();
  await openMailbox(reporter, words.join(" "));
  await shows(reporter, "Your mailbox", derivingMs);
  const kept = await addressKept(reporter);
  await expect(reporter.getByRole("article").filter({ hasText: question })).toBeVisible();
  await expect(reporter.getByRole("listitem").filter({ hasText: "Read by the desk" })).toBeVisible();
  const now = reporter.getByRole("listitem").filter({ hasText: "A question for you" });
  await expect(now).toHaveAttribute("aria-current", "step");

  await reporter.getByLabel("Your answer").fill(`No idea. ${words.slice(0, 3).join(" ")}`);
  await reporter.getByRole("button", { name: "Send answer" }).click();
  await expect(reporter.getByLabel("Your answer")).toHaveAccessibleDescription(/has the receipt’s words/);
  await reporter.getByRole("button", { name: "Look again" }).click();
  await expect(reporter.getByText("Nothing new from the desk since the last look.")).toBeVisible();
  await write(reporter, "The one on the port side.", "Send answer");
  await expect(reporter.getByRole("listitem").filter({ hasText: "You answered" })).toBeVisible();
  await write(reporter, "It came back after 40 minutes.", "Send further facts");
  await kept();
  await expectNoTrace(reporter);

  await openMailbox(reporter, words.join(" "));
  await shows(reporter, "Your mailbox", derivingMs);
  for (const text of [question, "The one on the port side.", "It came back after 40 minutes."]) {
    await expect(reporter.getByRole("article").filter({ hasText: text })).toBeVisible();
  }
});

test("a withdrawn report is gone for the desk and for its words", async ({ page, apiAs }) => {
  const { words, id } = await file(page);
  await openMailbox(page, words.join(" "));
  await shows(page, "Your mailbox", derivingMs);
  await page.getByRole("button", { name: "Withdraw the report" }).click();
  await expect(page.getByRole("heading", { name: "Withdraw the report?" })).toBeFocused();
  await page.getByRole("button", { name: "Keep it" }).click();
  const desk = await apiAs("analyst");
  expect(await envelopesOf(desk, id)).toMatchObject([{ state: "received" }]);

  await page.getByRole("button", { name: "Withdraw the report" }).click();
  await page.getByRole("button", { name: "Erase it" }).click();
  await shows(page, "Withdrawn");
  await expect(page.getByText("open nothing any more")).toBeVisible();
  expect(await envelopesOf(desk, id)).toMatchObject([{ state: "withdrawn" }]);
  await openMailbox(page, words.join(" "));
  await expect(page.getByText("Nothing here so far.")).toBeVisible({ timeout: derivingMs });
});
