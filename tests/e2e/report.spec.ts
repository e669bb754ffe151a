/** Story 1: somebody on board reports without a name and keeps a receipt. */
import { expect, test } from "./fixtures.ts";
import { envelopesOf } from "./support/desk-api.ts";
import {
  answer,
  askedWord,
  choice,
  envelopePath,
  nextButton,
  ownWords,
  receipt,
  retype,
  send,
  sendButton,
  shows,
  tick,
  toReceipt,
  unfold,
  usual,
} from "./support/report-page.ts";
import { addressKept, expectNoTrace, listen } from "./support/traces.ts";

test("a report goes from the front page to the desk and leaves no trace", async ({ page, apiAs }) => {
  const canary = `canary${crypto.randomUUID().replaceAll("-", "")}`;
  await page.goto("/");
  const door = page.getByRole("link", { name: "Report an incident" });
  await expect(door).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(door, "the first thing that Tab reaches").toBeFocused();
  const sent = listen(page);
  await page.keyboard.press("Enter");
  await shows(page, "Report a cyber incident");
  const kept = await addressKept(page);

  await answer(page, { ...usual, words: `The position jumped. ${canary}` });
  await page.getByLabel("Sea area").selectOption("Baltic Sea");
  await page.getByLabel("Ship type").selectOption("Product tanker");
  await page.getByLabel("Ship size").selectOption("3,000 to 9,999 GT");
  const guard = page.getByText("Together these could point to one ship.");
  await expect(guard).toBeVisible();
  await page.getByRole("button", { name: "Leave out the size" }).click();
  await expect(guard).toBeHidden();
  await expect(page.getByLabel("Ship size")).toHaveValue("");

  await unfold(page, "How sure are you?");
  await choice(page, "I suspect it").check();
  await unfold(page, "Systems hit");
  await unfold(page, "Bridge");
  await tick(page, "GNSS (GPS and others)").check();
  await unfold(page, "Services hit");
  await tick(page, "Navigation").check();
  await choice(page, "Limping").check();
  await unfold(page, "What was done");
  await tick(page, "Went over to manual").check();
  await unfold(page, "Backups");
  await choice(page, "There are some, never tried").check();
  await unfold(page, "Other crime");
  await tick(page, "Smuggling").check();
  await expect(page.getByText("It leaves as 4.4 kB whatever you write")).toBeVisible();

  const words = await toReceipt(page);
  await page.getByRole("button", { name: "Show as code" }).click();
  await expect(page.getByRole("img", { name: "The nine words as a QR code" })).toBeVisible();
  const { id } = await send(page, words);

  await kept();
  await expectNoTrace(page);
  const out = await sent();
  expect(out).toContain(id);
  expect(out).not.toContain(canary);
  for (const separator of [" ", "-", "+", "%20"])
    expect(out).not.toContain(words.slice(0, 2).join(separator));
  const desk = await apiAs("analyst");
  expect(await envelopesOf(desk, id)).toMatchObject([{ state: "received", help: false, bucket: 4096 }]);
});

test("the three answers are needed, and each says so where it is missing", async ({ page }) => {
  await page.goto("/report");
  await nextButton(page).click();
  const places = ["Choose what happened.", "Choose when it was.", "Choose where it was."];
  for (const place of places) {
    await expect(page.getByRole("button", { name: place })).toBeVisible();
    await expect(page.getByRole("radiogroup").getByText(place)).toBeVisible();
  }
  await page.getByRole("button", { name: "Choose when it was." }).click();
  await expect(choice(page, "Now")).toBeFocused();
  await answer(page, { ...usual, when: "On a date" });
  await nextButton(page).click();
  await expect(page.getByLabel("Date", { exact: true })).toHaveAccessibleDescription(/Give the date/);
  await page.getByLabel("Date", { exact: true }).fill("2099-01-01");
  await expect(page.getByLabel("Date", { exact: true })).toHaveAccessibleDescription(/lies ahead/);
  await choice(page, "Today").check();
  await expect(page.getByText("Before the next step")).toBeHidden();
  await toReceipt(page);
});

test("nothing is sent until the receipt is typed back without a slip", async ({ page }) => {
  const puts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") puts.push(request.url());
  });
  await page.goto("/report");
  await answer(page);
  const words = await toReceipt(page);
  const { field, at } = await askedWord(page);
  const check = page.getByRole("textbox", { name: "Type the check word" });

  await sendButton(page).click();
  await expect(field).toHaveAccessibleDescription(/This is not word \d/);
  await field.fill(words[at] ?? "");
  await check.fill(words.find((word) => word !== words[8]) ?? "");
  await sendButton(page).click();
  await expect(check).toHaveAccessibleDescription(/This is not the check word/);
  await expect(check).toBeFocused();
  expect(puts).toEqual([]);

  await page.getByRole("button", { name: "Back to your answers" }).click();
  await expect(choice(page, usual.what)).toBeChecked();
  expect(await toReceipt(page), "the words that were written down already").toEqual(words);
  await send(page, words);
  expect(puts).toHaveLength(1);
});

test("a text with the receipt's words in it is refused before it is sealed", async ({ page }) => {
  const puts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") puts.push(request.url());
  });
  await page.goto("/report");
  await answer(page);
  const words = await toReceipt(page);
  const giveaways = [words.slice(2, 5).join(", ").toUpperCase(), [...words].reverse().join(" and then ")];
  for (const giveaway of giveaways) {
    await page.getByRole("button", { name: "Back to your answers" }).click();
    await ownWords(page).fill(`My words are ${giveaway}.`);
    await toReceipt(page);
    await retype(page, words);
    await sendButton(page).click();
    await expect(page.getByRole("alert")).toHaveText(/has the receipt’s words in it/);
  }
  expect(puts).toEqual([]);
});

test("a call for help says what it gives up, and is shown to the desk", async ({ page, apiAs }) => {
  await page.goto("/report");
  const call = tick(page, "Call the duty desk with this report");
  await expect(call).toHaveAccessibleDescription(/its time is known/);
  await answer(page);
  await call.check();
  const words = await toReceipt(page);
  const put = page.waitForRequest(envelopePath);
  const { id } = await send(page, words);
  expect((await put).headers()["bellbuoy-help"]).toBe("1");
  await expect(page.getByText("Your call for help is shown at the desk now.")).toBeVisible();
  expect(await envelopesOf(await apiAs("analyst"), id)).toMatchObject([{ help: true }]);
});

test("whoever leaves now leaves nothing behind the back button", async ({ page }) => {
  await page.goto("/about");
  await page.goto("/report");
  await answer(page, { ...usual, words: "They are coming." });
  await page.getByRole("button", { name: "Leave now" }).click();
  await expect(page).toHaveURL("about:blank");
  await page.goBack();
  await expect(page).toHaveURL(/\/about$/);
});

test("the whole way can be gone at 360×640 @phone", async ({ page }) => {
  const fits = async (step: string) => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${step} scrolls sideways`).toBeLessThanOrEqual(0);
  };
  await page.goto("/");
  const door = page.getByRole("link", { name: "Report an incident" });
  await expect(door).toBeInViewport({ ratio: 1 });
  await door.tap();
  await shows(page, "Report a cyber incident");
  await fits("the form");
  await choice(page, "It nearly happened").check();
  await choice(page, "Now").check();
  await choice(page, "In port or at anchor").check();
  await fits("the form with its conditional questions");
  const words = await toReceipt(page);
  await fits("the receipt");
  expect(await receipt(page)).toEqual(words);
  await send(page, words);
  await fits("the proof");
  await page.getByRole("button", { name: "Open your mailbox" }).tap();
  await shows(page, "Your mailbox");
  await fits("the mailbox");
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what else one can do", async ({ page }) => {
    await page.goto("/report");
    await shows(page, "Report a cyber incident");
    await expect(page.getByRole("heading", { name: "JavaScript is off here" })).toBeVisible();
    for (const way of [
      "bellbuoy report",
      "The telephone",
      "Another browser",
      "Do not switch off the ECDIS",
    ]) {
      await expect(page.getByRole("listitem").filter({ hasText: way })).toBeVisible();
    }
  });
});
