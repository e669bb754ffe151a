/** What the desk's API says of sealed reports. */
import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";

export interface Envelope {
  readonly id: string;
  readonly state: "received" | "opened" | "closed" | "withdrawn";
  readonly help: boolean;
  readonly bucket: number;
}

interface EnvelopePage {
  readonly items: readonly Envelope[];
  readonly next?: string | null;
}

export async function json<T>(api: APIRequestContext, path: string): Promise<T> {
  const answer = await api.get(path);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as T;
}

/** All sealed reports, page by page, whatever has become of them. */
export async function envelopes(api: APIRequestContext): Promise<Envelope[]> {
  const found: Envelope[] = [];
  let path: string | null | undefined =
    "/api/v1/desk/envelopes?state=received,opened,closed,withdrawn&limit=200";
  while (path) {
    const page: EnvelopePage = await json(api, path);
    found.push(...page.items);
    path = page.next;
  }
  return found;
}

export async function envelopesOf(api: APIRequestContext, id: string): Promise<Envelope[]> {
  return (await envelopes(api)).filter((envelope) => envelope.id === id);
}
