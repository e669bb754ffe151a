/** Somebody who made an account of their own to be certified: what happens to them touches no other test. */
import { expect, request, type APIRequestContext, type Page } from "@playwright/test";
import { inReview, step } from "./certification.ts";
import { json } from "./desk-api.ts";

type Item = Readonly<Record<string, string>>;

export interface Newcomer {
  readonly name: string;
  readonly email: string;
  /** Their page in the register. */
  readonly id: string;
  readonly api: APIRequestContext;
}

const password = "a calm sea and a buoy";
const dayMs = 86_400_000;

/** A day so many days from now, as the API writes it. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
}

async function linkWord(anyone: APIRequestContext, email: string): Promise<string> {
  let word: string | undefined;
  await expect(async () => {
    const letters = await json<readonly Item[]>(anyone, "/api/v1/demo/mails");
    const body = letters.find(({ to }) => to === email)?.["body"] ?? "";
    word = /\/passwords\/([0-9a-f]+)/.exec(body)?.[1];
    expect(word, `a letter to ${email}`).toBeDefined();
  }).toPass();
  return word ?? "";
}

/** Makes the account, chooses the password by the letter and begins the entry in the register. */
export async function newcomer(anyone: APIRequestContext, home: string): Promise<Newcomer> {
  const mark = crypto.randomUUID().slice(0, 8);
  const [name, email] = [`Newcomer ${mark}`, `newcomer-${mark}@people.example`];
  const asked = await anyone.post("/api/v1/auth/accounts", { data: { name, email } });
  expect(asked.status(), await asked.text()).toBe(202);
  const word = await linkWord(anyone, email);
  const chosen = await anyone.post(`/api/v1/auth/passwords/${word}`, { data: { new_password: password } });
  expect(chosen.status(), await chosen.text()).toBe(204);
  const session = await anyone.post("/api/v1/auth/sessions", { data: { email, password } });
  expect(session.status(), await session.text()).toBe(201);
  const { access_token: token } = (await session.json()) as { access_token: string };
  const api = await request.newContext({
    baseURL: home,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const contacts = [{ kind: "email", value: email, public: false }];
  const domains = ["incident_response"];
  const data = { name, base: "ISREY", languages: ["en", "is"], domains, contacts };
  const begun = await api.put("/api/v1/consultants/own", { data });
  expect(begun.status(), await begun.text()).toBe(201);
  return { name, email, id: ((await begun.json()) as { id: string }).id, api };
}

/** Finds every requirement of an application met, as its reviewer. */
export async function findMet(reviewer: APIRequestContext, application: string): Promise<void> {
  const path = `/api/v1/certification-applications/${application}`;
  const { requirements } = await json<{ requirements: readonly Item[] }>(reviewer, path);
  for (const { code } of requirements) {
    const { etag } = await json<Item>(reviewer, path);
    const found = await reviewer.put(`${path}/findings/${code ?? ""}`, {
      data: { verdict: "met" },
      headers: { "if-match": etag ?? "" },
    });
    expect(found.status(), await found.text()).toBe(200);
  }
}

export interface Runners {
  readonly scheme: APIRequestContext;
  readonly reviewer: APIRequestContext;
}

/** Goes the whole way to a certificate of the first level; returns its number. */
export async function certify(
  { api }: Newcomer,
  { scheme, reviewer }: Runners,
  discipline: string,
  validFrom: string,
): Promise<string> {
  const id = await inReview(api, scheme, discipline);
  await findMet(reviewer, id);
  await step(scheme, id, { step: "grant", valid_from: validFrom });
  const { certificate } = await json<Item>(api, `/api/v1/certification-applications/${id}`);
  return certificate ?? "";
}

/** By address and password, as whoever is none of the demo's people. */
export async function signInAs(page: Page, { email }: Newcomer): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
