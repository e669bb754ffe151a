/** What was written is not lost by a slip, and nobody who has to go is held up. */
import { expect, test } from "./fixtures.ts";
import { answer, choice, file, ownWords, send, shows, toReceipt, usual } from "./support/report-page.ts";

const question = "a dialog of the browser: ";
const written = "Both receivers jumped at once.";

test("a slip asks first, on every step until the report is sent, and not after", async ({ page, faults }) => {
  const leave = () => page.evaluate(() => location.assign("/about"));
  const isAsked = async () => {
    await leave();
    await expect.poll(() => faults.splice(0)).toEqual([question]);
  };
  await page.goto("/about");
  await page.goto("/report");
  await answer(page, { ...usual, words: written });
  await isAsked();
  await expect(ownWords(page)).toHaveValue(written);
  await page.evaluate(() => location.reload());
  await expect.poll(() => faults.splice(0)).toEqual([question]);
  await expect(ownWords(page)).toHaveValue(written);

  const words = await toReceipt(page);
  await isAsked();
  await shows(page, "Your receipt");
  await send(page, words);
  await leave();
  await expect(page).toHaveURL(/\/about$/);
});

test("an empty form and one that was emptied again are left without a question", async ({ page }) => {
  await page.goto("/report");
  await ownWords(page).fill(written);
  await ownWords(page).fill("");
  await page.getByRole("link", { name: "Bellbuoy’s front page" }).click();
  await expect(page).toHaveURL(/\/$/);
});

test("after a withdrawal one can begin anew, with nothing of the old report", async ({ page }) => {
  await file(page, { ...usual, words: written });
  await page.getByRole("button", { name: "Open your mailbox" }).click();
  await expect(page.getByText("No message from the desk yet.")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw the report" }).click();
  await page.getByRole("button", { name: "Erase it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Withdrawn" })).toBeFocused();
  await expect(page.getByRole("main").getByRole("button", { name: "Leave now" })).toBeVisible();
  await page.getByRole("link", { name: "Report something else" }).click();
  await shows(page, "Report a cyber incident");
  await expect(choice(page, usual.what)).not.toBeChecked();
  await expect(ownWords(page)).toHaveValue("");
});

test("what stands side by side at 360 px does not touch @phone", async ({ page }) => {
  await page.goto("/report");
  const boxOf = async (role: "button" | "combobox" | "textbox", name: string) => {
    const box = await page.getByRole(role, { name, exact: true }).boundingBox();
    if (box === null) throw new Error(`no ${name}`);
    return box;
  };
  const [language, quit] = [await boxOf("combobox", "Language"), await boxOf("button", "Leave now")];
  expect(Math.abs(language.y + language.height / 2 - quit.y - quit.height / 2), "one line").toBeLessThan(4);
  expect(quit.x - language.x - language.width).toBeGreaterThanOrEqual(8);

  await page.getByRole("button", { name: "Open your mailbox" }).click();
  await page.getByLabel("Your nine words").fill(`abandonx ${"abandon ".repeat(8)}`);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  const [use, area] = [await boxOf("button", "Use this word"), await boxOf("textbox", "Your nine words")];
  // A ring is two pixels wide and stands two pixels off.
  expect(area.y - use.y - use.height).toBeGreaterThanOrEqual(8);
});
