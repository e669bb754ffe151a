/** The filing proof: taken along, checked without a line, and worth nothing once it was changed. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { file, shows, usual } from "./support/report-page.ts";

interface Proof {
  readonly format: string;
  readonly commitment: string;
  readonly month: string;
  readonly kid: string;
  readonly signature: string;
}

async function download(page: Page, button: string): Promise<string> {
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return (await started).path();
}

/** The page where a proof is checked, cut off from the line once it has the public keys. */
async function openVerify(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Check a filing proof" }).first().click();
  await shows(page, "Check a filing proof");
  await expect(page.getByText("You can go offline now.")).toBeVisible();
  await page.context().setOffline(true);
}

async function check(page: Page, proof: string, opening = ""): Promise<void> {
  await page.getByLabel("The proof").fill(proof);
  await page.getByLabel("What was sent").fill(opening);
  await page.getByRole("button", { name: "Check", exact: true }).click();
}

/** Another character in the same place, so that only the content differs. */
function altered(text: string): string {
  return (text.startsWith("A") ? "B" : text.startsWith("0") ? "1" : "0") + text.slice(1);
}

test("a filing proof is checked without a line, and a changed one is refused", async ({ page, another }) => {
  const told = `The receiver lost ${crypto.randomUUID()}`;
  await file(page, { ...usual, words: told });
  const path = await download(page, "Download the proof");
  const text = await readFile(path, "utf8");
  const proof = JSON.parse(text) as Proof;
  expect(Object.keys(proof).sort()).toEqual(["commitment", "format", "kid", "month", "signature"]);
  expect(proof.month).toBe(new Date().toISOString().slice(0, 7));
  const opening = await readFile(await download(page, "Download what I sent"), "utf8");

  const verifier = await another();
  await openVerify(verifier);
  await verifier.getByLabel("Choose the file").first().setInputFiles(path);
  await expect(verifier.getByLabel("The proof")).toHaveValue(text);
  await verifier.getByRole("button", { name: "Check", exact: true }).click();
  const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  await expect(verifier.getByText(`was filed in ${month.format(new Date())}`)).toBeVisible();

  const verdict = verifier.getByRole("status").filter({ hasText: /Valid|Not valid|Cannot be checked/ });
  const changes: [change: Partial<Proof>, reason: string][] = [
    [{ month: "2020-01" }, "The signature does not fit."],
    [{ commitment: altered(proof.commitment) }, "The signature does not fit."],
    [{ signature: altered(proof.signature) }, "The signature does not fit."],
    [{ kid: altered(proof.kid) }, "It was signed with a key that we do not publish."],
  ];
  for (const [change, reason] of changes) {
    await check(verifier, text);
    await expect(verdict).toContainText("we signed that");
    await check(verifier, JSON.stringify({ ...proof, ...change }));
    await expect(verdict).toContainText(reason);
  }
  await check(verifier, "Dear sir, I filed a report.");
  await expect(verdict).toContainText("This is not a filing proof.");

  await check(verifier, text, opening);
  await expect(verdict).toContainText("The content you hold is the one that was filed");
  await expect(verdict).toContainText(told);
  const { report } = JSON.parse(opening) as { report: string };
  const other = Buffer.from(report, "base64").toString("utf8").replace("lost", "kept");
  const forged = { ...(JSON.parse(opening) as object), report: Buffer.from(other).toString("base64") };
  await check(verifier, text, JSON.stringify(forged));
  await expect(verdict).toContainText("is not the one that was filed");
  await check(verifier, text, "{}");
  await expect(verdict).toContainText("is not what a reporter downloads");
});
