/** The demo's certificates, and the page that checks them. */
import { expect, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import { json } from "./desk-api.ts";

type Status = "active" | "suspended" | "revoked" | "lapsed";

interface Item {
  readonly number: string;
  readonly demo: boolean;
  readonly holder: { readonly name: string };
}

export interface Certificate {
  readonly number: string;
  readonly name: string;
  /** What its QR code holds behind the address. */
  readonly code: string;
}

/** One of the demo's, and the one that changed longest ago: no other test is about to change it. */
export async function oneThatIs(api: APIRequestContext, status: Status): Promise<Certificate> {
  const { items } = await json<{ items: readonly Item[] }>(
    api,
    `/api/v1/certificates?status=${status}&limit=100`,
  );
  const oldest = items.filter(({ number, demo }) => demo && number.startsWith("BB-C")).at(-1);
  if (oldest === undefined) throw new Error(`the demo has no certificate that is ${status}`);
  const answer = await api.get(`/api/v1/certificates/${oldest.number}/credential`);
  expect(answer.status()).toBe(200);
  return { number: oldest.number, name: oldest.holder.name, code: await answer.text() };
}

/** As a phone's camera opens it. */
export async function openCode(page: Page, code: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`/verify#${code}`);
}

export async function give(page: Page, text: string): Promise<void> {
  await page.getByLabel("Number, or the code’s text").fill(text);
  await page.getByRole("button", { name: "Check", exact: true }).click();
}

export function verdict(page: Page, title: string): Locator {
  return page.getByRole("status").getByRole("heading", { name: title, exact: true });
}

/** The place where the answer is. */
export function answered(page: Page): Locator {
  return page.getByRole("status").filter({ has: page.getByRole("heading") });
}

/** One visit with a line, until the page says that it opens without one. */
export async function visitOnce(page: Page): Promise<void> {
  await page.goto("/verify");
  await expect(page.getByText("opens with no line")).toBeVisible();
}

/** Another character in the statement, so that the signature fits no longer. */
export function altered(code: string): string {
  const at = code.indexOf(".") + 300;
  return code.slice(0, at) + (code.charAt(at) === "A" ? "B" : "A") + code.slice(at + 1);
}
