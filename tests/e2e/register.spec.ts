/** The register: somebody is found near a port, a certificate is read and checked, and the scheme takes its steps. */
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { dayIn } from "./support/newcomer.ts";
import { settle } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

interface Found {
  readonly id: string;
  readonly name: string;
  readonly certificates: readonly { readonly number: string }[];
}

async function found(api: APIRequestContext, query: string): Promise<readonly Found[]> {
  const answer = await api.get(`/api/v1/consultants?${query}`);
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as { items: Found[] }).items;
}

/** Somebody with one certificate, so that one step decides whether searches find them. */
async function somebody(
  api: APIRequestContext,
  domain: string,
): Promise<Found & { readonly number: string }> {
  const all = await found(api, `domain=${domain}&limit=100`);
  const one = all.find(({ certificates }) => certificates.length === 1);
  const number = one?.certificates[0]?.number;
  if (one === undefined || number === undefined) throw new Error("nobody holds exactly one certificate");
  return { ...one, number };
}

async function searchNear(page: Page, port: string, code: string, within: string): Promise<void> {
  await page.getByRole("button", { name: /^Near/ }).click();
  await page.getByRole("combobox", { name: "Port" }).fill(port);
  await page.getByRole("option", { name: code }).click();
  await page.getByLabel("Within").selectOption(within);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("button", { name: /^Near/ })).toContainText(code);
}

async function take(page: Page, step: string, number: string, write: (page: Page) => Promise<void>) {
  await page.getByRole("button", { name: step }).click();
  const dialog = page.getByRole("dialog", { name: `${step} ${number}` });
  await expect(dialog).toBeVisible();
  await write(page);
  await clean(page, step);
  await dialog.getByRole("button", { name: step }).click();
  await expect(dialog).toBeHidden();
}

/**
 * How many milliseconds after the next step with a certificate a stranger opens the search that finds nobody any more.
 * What drawing the page takes is the machine's, and only noted.
 */
async function goneFor(stranger: Page, step: Promise<unknown>): Promise<number> {
  await step;
  const since = performance.now();
  for (;;) {
    const opened = performance.now() - since;
    await stranger.reload();
    const [none, list] = [
      stranger.getByText("Nobody fits"),
      stranger.getByRole("list", { name: /^Certified/ }),
    ];
    await expect(none.or(list)).toBeVisible();
    if (!(await none.isVisible())) continue;
    const description = `opened after ${opened.toFixed(0)} ms, drawn after ${(performance.now() - since).toFixed(0)} ms`;
    test.info().annotations.push({ type: "suspended, and not found", description });
    return opened;
  }
}

test("somebody near a port is found, and the certificate says whether it counts", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Find a certified consultant" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Find a certified consultant" })).toBeVisible();
  await expect(
    page.getByText(/^\d+ people and \d+ firms whose certificates are valid today\./),
  ).toBeVisible();
  await searchNear(page, "Rotterdam", "NLRTM", "50 nautical miles");
  await expect(page).toHaveURL(/near=NLRTM/);
  await expect(page).toHaveURL(/within=50/);
  await expect(page.getByText(/ · by distance · as of /)).toBeVisible();
  const list = page.getByRole("list", { name: "Certified consultants" });
  const people = list.getByRole("listitem");
  await expect(people.first()).toContainText(" nm");
  const miles = (await people.getByText(/^[\d.,]+ nm$/).allInnerTexts()).map((text) =>
    Number.parseFloat(text),
  );
  expect(miles.length).toBeGreaterThan(1);
  expect(
    [...miles].sort((a, b) => a - b),
    "nearest first",
  ).toEqual(miles);
  expect(Math.max(...miles)).toBeLessThanOrEqual(50);
  await expect(page.getByRole("img", { name: /^Map: .+ around Rotterdam/ })).toBeVisible();
  await clean(page, "the search near a port");

  const link = people.first().getByRole("heading").getByRole("link");
  const name = await link.innerText();
  await page.keyboard.press("j");
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await settle(page);

  const certificate = page.getByRole("link", { name: /^BB-C-\d{4}-\d{4}$/ }).first();
  const number = await certificate.innerText();
  await certificate.click();
  await expect(page.getByRole("heading", { level: 1, name: `Certificate ${number}` })).toBeVisible();
  await expect(page.getByText("Signed by us, in force today, not suspended.")).toBeVisible();
  const plate = page.getByRole("figure", { name: "The certificate as its holder prints it" });
  await expect(plate.getByText(name)).toBeVisible();
  await expect(plate.getByRole("img", { name: "QR code of the signed certificate" })).toBeVisible();
  await clean(page, "the certificate");

  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("button", { name: /^Near/ }), "the address keeps the search").toContainText(
    "NLRTM",
  );
});

test("what the scheme suspends is not found a second later, and is again once it is reinstated", async ({
  page,
  another,
  apiAs,
}) => {
  const api = await apiAs("scheme");
  const note = `A complaint is being looked into, file ${crypto.randomUUID().slice(0, 8)}.`;
  const { id, name, number } = await somebody(api, "training");
  const stranger = await another();
  await stranger.goto(`/consultants?q=${encodeURIComponent(name)}`);
  await expect(stranger.getByRole("link", { name, exact: true })).toBeVisible();

  await signIn(page, "scheme");
  await page.goto(`/certificates/${number}`);
  const gone = goneFor(
    stranger,
    page.waitForResponse((answer) => answer.url().endsWith("/steps")),
  );
  await take(page, "Suspend", number, async () => {
    await page.getByLabel("Reason").selectOption("Under investigation");
    await page.getByLabel("What everybody may read").fill(note);
    await page.getByLabel("To the holder").fill("A complaint came in. We will hear you first.");
  });
  expect(await gone, "within a second").toBeLessThan(1_000);
  await expect(page.getByText(/^It does not count for the time being/)).toBeVisible();
  await expect(page.getByText(note)).toBeVisible();

  await stranger.goto(`/consultants/${id}`);
  await expect(stranger.getByText("Suspended").first()).toBeVisible();
  await expect(stranger.getByText(note)).toBeVisible();
  await expect(stranger.getByText("We will hear you first."), "a letter is not public").toHaveCount(0);

  await take(page, "Reinstate", number, async () => {
    await page.getByLabel("To the holder").fill("The complaint was not upheld.");
  });
  await expect(page.getByText("Signed by us, in force today, not suspended.")).toBeVisible();
  await stranger.goto(`/consultants?q=${encodeURIComponent(name)}`);
  await expect(stranger.getByRole("link", { name, exact: true })).toBeVisible();
});

test("a number that was mistyped leads to the one that was meant", async ({ page, apiAs }) => {
  const { number } = await somebody(await apiAs("member"), "navigation");
  const swapped = `${number.slice(0, -2)}${number.slice(-1)}${number.slice(-2, -1)}`;
  const other = swapped === number ? `${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}` : swapped;
  await page.goto("/consultants");
  await page.getByLabel("Number of the certificate").fill(other);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Not issued by us" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Tell the desk" })).toHaveAttribute("href", "/report");
  await clean(page, "a certificate that was never issued");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Certificate ${number}` })).toBeVisible();
});

test("a letter reaches somebody whose address nobody reads", async ({ page, apiAs }) => {
  const { name } = await somebody(await apiAs("member"), "communication");
  await page.goto(`/consultants?q=${encodeURIComponent(name)}`);
  await page
    .getByRole("link", { name: /^Write to / })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: `Write to ${name}` });
  await dialog.getByLabel("Your name").fill("First Officer");
  await dialog.getByLabel("Your e-mail").fill("first.officer@line.example");
  await dialog
    .getByLabel("What you need")
    .fill("A test of the bridge network of a tanker, in dock in the second week of March.");
  await clean(page, "the letter");
  await dialog.getByRole("button", { name: "Send the letter" }).click();
  const sent = page.getByRole("dialog", { name: `Your letter to ${name} is on its way` });
  await expect(sent).toContainText("first.officer@line.example");
  await sent.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("one writes one's own entry, and others read it", async ({ page, another }) => {
  const headline = `Bridge networks, ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, "consultant");
  await page.goto("/account/register");
  await expect(page.getByRole("heading", { level: 1, name: "My entry in the register" })).toBeVisible();
  await page.getByLabel("In one line").fill(headline);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const address = await page.getByRole("link", { name: "See it as others do" }).getAttribute("href");
  const stranger = await another();
  await stranger.goto(address ?? "");
  await expect(stranger.getByText(headline)).toBeVisible();
});

test("the next version of a scheme is compared before it is published", async ({ page }) => {
  await signIn(page, "scheme");
  await page.goto("/schemes/supplier");
  await page.getByRole("link", { name: "Write the next version" }).click();
  const days = page.getByLabel("Decided within, days");
  const before = Number(await days.inputValue());
  await days.fill(String(before + 1));
  const reason = `Audits take ${before + 1} days with the new evidence.`;
  await page.getByLabel("Why it changes").fill(reason);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const changes = page.getByRole("table", { name: /^What version \d+ changes$/ });
  await expect(changes.getByRole("row", { name: /review_days/ })).toContainText(String(before + 1));
  // What the bar of the page covers has no size that counts.
  await page.evaluate(() => window.scrollTo(0, 0));
  await clean(page, "the draft beside the version in force");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText(`within ${before + 1} days of a complete application`)).toBeVisible();
  await expect(page.getByText(reason)).toBeVisible();
});

test("the scheme changes a certified name, and the certificate says it at once", async ({ page, holder }) => {
  const { name, number } = await holder("maritime_specialist", dayIn(-30));
  await signIn(page, "scheme");
  await page.goto(`/certificates/${number}`);
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("button", { name: "Change the name" }).click();
  const dialog = page.getByRole("dialog", { name: `Change the name of ${name}` });
  await clean(page, "a name to be changed");
  const after = `${name} Berg`;
  await dialog.getByLabel("Name").fill(after);
  await dialog.getByLabel("Why").fill("The certificate of marriage was seen.");
  await dialog.getByRole("button", { name: "Change it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: after })).toBeVisible();
  await page.goto(`/certificates/${number}`);
  const plate = page.getByRole("figure", { name: "The certificate as its holder prints it" });
  await expect(plate.getByText(after)).toBeVisible();
});
