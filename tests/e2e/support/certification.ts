/** Papers, referees and the way of an application, beside the browser. */
import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { json } from "./desk-api.ts";

type Item = Readonly<Record<string, string>>;

/** The smallest file that is a PDF; each is another. */
export function pdf(title: string): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${title} ${crypto.randomUUID()}\n%%EOF\n`);
}

/** Enters a paper with its file. */
export async function enterPaper(api: APIRequestContext, kind: string, title: string): Promise<void> {
  const data = { kind, title, issuer: "Example Body", issued_on: "2026-01-15" };
  const entered = await api.post("/api/v1/evidence", { data });
  expect(entered.status(), await entered.text()).toBe(201);
  const { id } = (await entered.json()) as Item;
  const sent = await api.put(`/api/v1/evidence/${id ?? ""}/file`, {
    data: pdf(title),
    headers: { "content-type": "application/pdf" },
  });
  expect(sent.status(), await sent.text()).toBe(200);
}

/** Shows a paper that was entered already. */
export async function reuse(page: Page, part: RegExp, title: string): Promise<void> {
  const section = page.getByRole("region", { name: part });
  const select = section.getByLabel("Use a paper already entered");
  const value = await select.locator("option", { hasText: title }).getAttribute("value");
  await select.selectOption(value ?? "");
  await expect(section.getByText(title, { exact: true })).toBeVisible();
}

export async function saved(page: Page): Promise<void> {
  await expect(page.locator(".save-bar").getByText(/^Saved at /)).toBeVisible();
}

/** The word of the link in the newest letter to a referee. */
export async function linkTo(api: APIRequestContext, email: string): Promise<string> {
  const letters = await json<readonly Item[]>(api, "/api/v1/demo/mails");
  const body = letters.find(({ to }) => to === email)?.["body"] ?? "";
  const path = /\/references\/\S+/.exec(body)?.[0];
  if (path === undefined) throw new Error(`no letter to ${email}`);
  return path;
}
