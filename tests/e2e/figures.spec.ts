/** Figures: live for members, released for everybody, and the same in the drawing, the table and the file. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accepted, decide, report } from "./support/incidents.ts";
import { signIn } from "./support/sign-in.ts";

interface Cell {
  readonly value?: number | null;
  readonly hidden: "no" | "small" | "complement";
}

interface Table {
  readonly dimension: string;
  readonly period: string;
  readonly series: string;
  readonly periods: readonly { readonly id: string }[];
  readonly rows: readonly { readonly word: string; readonly cells: readonly Cell[] }[];
}

interface Release {
  readonly id: string;
  readonly as_of: string;
  readonly tables: readonly Table[];
}

const lastYear = new Date().getUTCFullYear() - 1;
const latestPath = "/api/v1/statistics/releases/latest";
const day = (at: string): string =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(at));

/** A row's cells as they stand on the page: digits, or the mark of a hidden number. */
async function cellsOf(row: Locator): Promise<string[]> {
  const texts = await row.getByRole("cell").allTextContents();
  return texts.map((text) => (text.includes("hidden") ? "hidden" : text.replace(/\D/g, "")));
}

async function tableOn(page: Page, name: string): Promise<Map<string, string[]>> {
  const rows = page.getByRole("table", { name }).locator("tbody").getByRole("row");
  await expect(rows.first()).toBeVisible();
  const found = new Map<string, string[]>();
  for (const row of await rows.all())
    found.set(await row.getByRole("rowheader").innerText(), await cellsOf(row));
  return found;
}

/** The release that the page shows, as it came to the page. */
async function shownRelease(page: Page, address: string): Promise<Release> {
  const answer = page.waitForResponse((response) => response.url().endsWith(latestPath));
  await page.goto(address);
  return (await (await answer).json()) as Release;
}

test("the live figures of members move with an acceptance", async ({ page, apiAs }) => {
  const table = page.getByRole("table", { name: "Incidents by what happened" });
  const year = String(new Date().getUTCFullYear());
  const read = async (): Promise<number> => {
    const row = table.getByRole("row").filter({ hasText: "Cargo or release fraud" });
    await expect(row).toBeVisible();
    const heads = await table.getByRole("columnheader").allTextContents();
    return Number((await cellsOf(row))[heads.findIndex((head) => head.startsWith(year)) - 1]);
  };
  await signIn(page, "member");
  await page.goto("/statistics?period=year");
  await expect(page.getByText("at least 5 affected parties")).toBeVisible();
  const before = await read();
  expect(before).toBeGreaterThan(0);

  const incident = await report(await apiAs("member"), {
    kind: "cargo_fraud",
    title: "Released to a forger",
  });
  await page.reload();
  expect(await read(), "a report that nobody has accepted does not count").toBe(before);
  const analyst = await apiAs("analyst");
  await decide(analyst, await decide(analyst, incident, { decision: "take_up" }), accepted);
  await expect(async () => {
    await page.reload();
    expect(await read()).toBe(before + 1);
  }).toPass({ timeout: 30_000 });
});

test("a release is published by a button and shown to everybody", async ({ page, another }) => {
  const before = await shownRelease(await another(), "/figures");
  await signIn(page, "admin");
  await page.getByRole("link", { name: "Statistics" }).click();
  await page.getByRole("button", { name: "Publish a release" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish the public figures" });
  await expect(dialog).toContainText("It changes what everyone sees");
  await dialog.getByRole("button", { name: "Publish a release" }).click();
  await expect(dialog.getByRole("status")).toHaveText(/^Published, as of /, { timeout: 30_000 });
  const stranger = await another();
  const after = await shownRelease(stranger, "/figures");
  expect(Date.parse(after.as_of)).toBeGreaterThan(Date.parse(before.as_of));
  await expect(stranger.getByText(`as of ${day(after.as_of)}`).first()).toBeVisible();
  const numbers = after.tables
    .filter(({ series }) => series === "reported")
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));
  expect(numbers.filter((value) => value % 5 !== 0)).toEqual([]);
});

test("the public page shows three charts, a map and the numbers of the release", async ({ page }) => {
  const release = await shownRelease(page, "/figures?by=victim_type&period=year");
  const table = release.tables.find(
    ({ dimension, period, series }) =>
      dimension === "victim_type" && period === "year" && series === "reported",
  );
  expect(table).toBeDefined();
  await expect(page.getByRole("figure")).toHaveCount(4);
  const map = page.getByRole("figure", { name: "Where incidents happened" });
  await expect(map.getByRole("img", { name: /^World map with the number of incidents/ })).toBeVisible();
  const definition = page.getByText(/^Definition: An incident is one occurrence/);
  await expect(definition).toContainText(/n = [\d,]+, as of \d/);
  await expect(definition).toContainText("at least 10 affected parties");
  for (const figure of await page.getByRole("figure").all()) {
    await expect(figure.getByText(/n = [\d,]+/)).toBeVisible();
  }

  const shown = await tableOn(page, "Incidents by who was hit");
  const cells = [...shown.values()].map((row) => row.slice(0, -1).join(" ")).sort();
  const published = (table?.rows ?? []).map((row) =>
    row.cells.map(({ value, hidden }) => (hidden === "no" ? String(value) : "hidden")).join(" "),
  );
  expect(cells).toEqual(published.sort());
  expect(published.join(" ")).toContain("hidden");
  await expect(
    page.getByRole("columnheader", { name: `${new Date().getUTCFullYear()} (not over yet)` }),
  ).toBeVisible();
  await page.locator("summary").filter({ hasText: "The same as a table" }).first().click();
  for (const twin of ["Systems hit", "Severity", "Where incidents happened"]) {
    expect((await tableOn(page, twin)).size, twin).toBeGreaterThan(4);
  }
});

test("the file has the numbers of the table, and hidden ones stay out of it", async ({ page }) => {
  await page.goto("/figures?by=victim_type&period=year");
  const section = page
    .getByRole("region")
    .or(page.locator("section"))
    .filter({ hasText: "The same as a table" });
  const shown = await tableOn(page, "Incidents by who was hit");
  await section.getByRole("button", { name: "Export" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "CSV, as shown" }).click();
  const csv = await readFile(await (await saved).path(), "utf8");
  expect(csv.startsWith("\uFEFF"), "the mark by which spreadsheets know the encoding").toBe(true);
  const [head = "", ...lines] = csv.slice(1).trimEnd().split("\r\n");
  expect(head).toMatch(/^word,label,\d{4}.*,total,total_is_lower_bound$/);
  expect(lines).toHaveLength(shown.size);
  for (const line of lines) {
    const [, label = "", ...values] = line.split(",");
    const row = (shown.get(label) ?? []).slice(0, -1).map((text) => (text === "hidden" ? "" : text));
    expect(values.slice(0, -2), label).toEqual(row);
  }
});

test("the address keeps the filters, and back undoes a choice", async ({ page }) => {
  const tabs = page.getByRole("navigation", { name: "Count by" });
  await page.goto("/figures");
  await tabs.getByRole("link", { name: "Where" }).click();
  await expect(page).toHaveURL(/\?by=sea_region$/);
  await tabs.getByRole("link", { name: "Severity" }).click();
  await page.getByRole("button", { name: "Years" }).click();
  await page.getByLabel("From", { exact: true }).selectOption("2025");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Series" }).click();
  await page.getByRole("radio", { name: "From public sources" }).click();
  await expect(page).toHaveURL(/series=public_source/);

  const check = async () => {
    await expect(tabs.getByRole("link", { name: "Severity" })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("button", { name: "Years" })).toContainText("2025");
    await expect(page.getByRole("button", { name: "Series" })).toContainText("From public sources");
    await expect(page.getByText("nothing in it is hidden or rounded")).toBeVisible();
  };
  await check();
  await page.reload();
  await check();
  await page.goBack();
  await expect(page).toHaveURL(/\?by=sea_region$/);
  await expect(tabs.getByRole("link", { name: "Where" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("table", { name: "Incidents by where" })).toBeVisible();
  await page.goForward();
  await check();
});

test("a range that cannot be shown says why and offers what can be", async ({ page }) => {
  const note = page.getByRole("alert");
  const [low, high] = [lastYear - 1, lastYear];
  await page.goto(`/figures?by=severity&from=${high}-01&to=${low}-01`);
  await expect(note).toContainText(`Years are written like 2025, not like “${high}-01” and “${low}-01”.`);
  await note.getByRole("link", { name: `Show ${low} – ${high}` }).click();
  await expect(page).toHaveURL(new RegExp(`\\?by=severity&from=${low}&to=${high}$`));
  await expect(page.getByRole("table", { name: "Incidents by severity" })).toBeVisible();

  await page.goto(`/figures?from=${high}&to=${low}`);
  await expect(note).toContainText(`${high}, the first year, comes after ${low}, the last.`);
  await page.goto("/figures?from=1990&to=1995");
  await expect(note).toContainText("None of them is in the release");
  await note.getByRole("link", { name: "Show all years" }).click();
  await expect(page).toHaveURL(/\/figures$/);
  await expect(page.getByRole("table", { name: "Incidents by what happened" })).toBeVisible();
});

test("members are told the same of months", async ({ page }) => {
  const note = page.getByRole("alert");
  await signIn(page, "member");
  await page.goto("/statistics?from=2025&to=2024-01");
  await expect(note).toContainText("Months are written like 2025-01, not like “2025”.");
  await expect(note.getByRole("link", { name: "Show Jan 2024 – Dec 2025" })).toBeVisible();
  await page.goto("/statistics?period=year&from=2025-02&to=2025-03");
  await expect(note).toContainText("No whole period with incidents lies in them.");
  await note.getByRole("link", { name: "Show all months" }).click();
  await expect(page.getByRole("table", { name: "Incidents by what happened" })).toBeVisible();
});

test("the copied call gives the table that is shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/figures?by=severity&series=public_source&from=${lastYear}&to=${lastYear}`);
  const section = page.locator("section").filter({ hasText: "The same as a table" });
  await section.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Copy as API call" }).click();
  await expect(section.getByText("Copied")).toBeVisible();
  const [note, ...call] = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  expect(note).toContain(`# The call gives the whole table; the page shows ${lastYear} of it.`);
  const address = /'(http[^']+)'/.exec(call.join("\n"))?.[1] ?? "";
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBe(200);
  expect(((await answer.json()) as Release).tables).toMatchObject([
    { dimension: "severity", series: "public_source" },
  ]);
});
