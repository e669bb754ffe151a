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

/** Submits an application at the first level, all of it beside the browser, and assigns the demo's reviewer. */
export async function inReview(
  applicant: APIRequestContext,
  scheme: APIRequestContext,
  discipline: string,
): Promise<string> {
  const list = "/api/v1/certification-applications";
  const made = await applicant.post(list, { data: { scheme: "maritime", discipline, level: "associate" } });
  expect(made.status(), await made.text()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  await enterPaper(applicant, "identity", "Passport");
  await enterPaper(applicant, "employment", "A year of work");
  const papers = await json<readonly Item[]>(applicant, "/api/v1/evidence");
  const show = (requirement: string, kind: string) => ({
    requirement,
    file_id: papers.find((paper) => paper["kind"] === kind)?.["id"] ?? "",
  });
  const draft = {
    no_interests: true,
    declared: ["conduct", "interests"],
    conduct_version: "1",
    evidence: [show("identity", "identity"), show("work_associate", "employment")],
  };
  const headers = { "if-match": made.headers()["etag"] ?? "" };
  const put = await applicant.put(`${list}/${id}`, { data: draft, headers });
  expect(put.status(), await put.text()).toBe(200);
  await step(applicant, id, { step: "submit" });
  const reviewers = await json<readonly Item[]>(scheme, `${list}/${id}/reviewers`);
  const reviewer = reviewers.find(({ name }) => name === "Demo Reviewer")?.["account_id"];
  await step(scheme, id, { step: "assign", reviewer_id: reviewer ?? "" });
  return id;
}

export async function step(api: APIRequestContext, id: string, data: Item): Promise<void> {
  const path = `/api/v1/certification-applications/${id}`;
  const { etag } = await json<Item>(api, path);
  const taken = await api.post(`${path}/steps`, { data, headers: { "if-match": etag ?? "" } });
  expect(taken.status(), await taken.text()).toBe(200);
}

/** One of the own applications, begun if there is none. */
export async function ownApplication(api: APIRequestContext): Promise<string> {
  const path = "/api/v1/certification-applications";
  const aim = { scheme: "maritime", discipline: "cloud_security", level: "associate" };
  await api.post(path, { data: aim });
  const { items } = await json<{ items: readonly Item[] }>(api, `${path}?own=true`);
  return items[0]?.["id"] ?? "";
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
