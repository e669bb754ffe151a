/** Organisations on their way in, and people who are invited. */
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect } from "@playwright/test";
import { json } from "./desk-api.ts";

type Item = Readonly<Record<string, string>>;

async function made(answer: APIResponse): Promise<Item> {
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Item;
}

/** Sends an application that an administrator then asks about; returns the applicant's key. */
export async function apply(admin: APIRequestContext): Promise<string> {
  const officer = `officer-${crypto.randomUUID()}@line.example`;
  const application = {
    name: "A Line to look at",
    kind: "shipping_company",
    country: "NL",
    website: "https://line.example",
    about: "Twelve container ships between Rotterdam and the Baltic, in the company register.",
    officer_name: "Example Officer",
    officer_email: officer,
  };
  const { key } = await made(await admin.post("/api/v1/applications", { data: application }));
  const list = "/api/v1/applications?status=applied&limit=100";
  const { items } = await json<{ items: readonly Item[] }>(admin, list);
  const found = items.find((item) => item["officer_email"] === officer);
  await made(
    await admin.post(`/api/v1/applications/${found?.["id"] ?? ""}/decisions`, {
      data: { decision: "ask", words: "Under which number are you in the company register?" },
      headers: { "if-match": found?.["etag"] ?? "" },
    }),
  );
  return key ?? "";
}

/** Invites a person and returns the word of the link in the letter. */
export async function invite(admin: APIRequestContext, organisation: string): Promise<string> {
  const email = `invited-${crypto.randomUUID()}@line.example`;
  const people = `/api/v1/organisations/${organisation}/memberships`;
  await made(await admin.post(people, { data: { email, role: "member" } }));
  const letters = await json<readonly Item[]>(admin, "/api/v1/demo/mails");
  const body = letters.find((letter) => letter["to"] === email)?.["body"] ?? "";
  const word = /\/invitations\/([0-9a-f]+)/.exec(body)?.[1];
  if (word === undefined) throw new Error(`no letter to ${email}`);
  return word;
}
