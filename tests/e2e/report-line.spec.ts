/** Story 1 over a bad line: what is lost on the way is sent again, and stays one report. */
import { expect, test } from "./fixtures.ts";
import { envelopesOf } from "./support/desk-api.ts";
import {
  answer,
  envelopePath,
  filedTitle,
  nextButton,
  ownWords,
  puzzleMs,
  receipt,
  retype,
  sendButton,
  shows,
  toReceipt,
} from "./support/report-page.ts";
import { expectNoTrace } from "./support/traces.ts";

const brokenLine = expect.stringMatching(/net::ERR_(CONNECTION_RESET|INTERNET_DISCONNECTED)/);

test("a report whose answer was lost is sent again with the same bytes and stays one", async ({
  page,
  apiAs,
  faults,
}) => {
  const tries: { address: string; body: string; status: number }[] = [];
  await page.route(envelopePath, async (route) => {
    const arrived = await route.fetch();
    const body = route.request().postDataBuffer()?.toString("base64") ?? "";
    tries.push({ address: route.request().url(), body, status: arrived.status() });
    if (tries.length === 1) await route.abort("connectionreset");
    else await route.fulfill({ response: arrived });
  });
  await page.goto("/report");
  await answer(page);
  await retype(page, await toReceipt(page));
  await sendButton(page).click();
  await expect(page.getByText(/^No answer from the line\. Trying again in \d+ s/)).toBeVisible({
    timeout: puzzleMs,
  });
  await shows(page, filedTitle, puzzleMs);

  expect(tries.map(({ status }) => status)).toEqual([201, 200]);
  expect(tries[1]?.address).toBe(tries[0]?.address);
  expect(tries[1]?.body).toBe(tries[0]?.body);
  expect(tries[0]?.body.length).toBeGreaterThan(5000);
  const id = envelopePath.exec(tries[0]?.address ?? "")?.[1] ?? "";
  expect(await envelopesOf(await apiAs("analyst"), id)).toHaveLength(1);
  expect(faults.splice(0)).toEqual([brokenLine]);
});

test("the open page works while the line is gone, and goes on by itself when it is back", async ({
  page,
  context,
  faults,
}) => {
  await page.goto("/report");
  await context.setOffline(true);
  await expect(page.getByText("No line at the moment: go on writing")).toBeVisible();
  await answer(page);
  await ownWords(page).fill("Written without a line.");
  await nextButton(page).click();
  await expect(page.getByText("Loading the part that seals. You can go on writing.")).toBeVisible();
  await context.setOffline(false);
  await shows(page, "Your receipt", 30_000);
  await retype(page, await receipt(page));

  await context.setOffline(true);
  await sendButton(page).click();
  await expect(page.getByText(/The report stays sealed in this page/)).toBeVisible({ timeout: puzzleMs });
  await expect(page.getByRole("button", { name: "Try now" })).toBeVisible();
  await context.setOffline(false);
  await shows(page, filedTitle, puzzleMs);
  await expectNoTrace(page);
  const broken = faults.splice(0);
  expect(broken.length).toBeGreaterThan(0);
  for (const fault of broken) expect(fault).toEqual(brokenLine);
});
