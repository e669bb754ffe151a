/** What a page could leave behind in a browser. */
import { expect, type Page } from "@playwright/test";

async function left(page: Page): Promise<string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`);
  const stored = await page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => `database ${name}`);
    const caches = (await self.caches.keys()).map((name) => `cache ${name}`);
    const workers = (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`);
    const local = Object.keys(localStorage).map((name) => `local ${name}`);
    const session = Object.keys(sessionStorage).map((name) => `session ${name}`);
    return [...databases, ...caches, ...workers, ...local, ...session];
  });
  return [...cookies, ...stored];
}

export async function expectNoTrace(page: Page): Promise<void> {
  expect(await left(page), "what the page left in the browser").toEqual([]);
}

/** Every address the page has had, and how often it added one to the browser's history. */
export async function addressKept(page: Page): Promise<() => Promise<void>> {
  const [address, length] = [page.url(), await page.evaluate(() => history.length)];
  const changes: string[] = [];
  page.on("framenavigated", (frame) => changes.push(frame.url()));
  return async () => {
    expect(changes, "changes of the address").toEqual([]);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => history.length)).toBe(length);
  };
}

/** All that leaves the browser: addresses, headers and bodies, as text. */
export function listen(page: Page): () => Promise<string> {
  const sent: Promise<string>[] = [];
  page.on("request", (request) => {
    const body = request.postDataBuffer()?.toString("latin1") ?? "";
    sent.push(request.allHeaders().then((headers) => `${request.url()} ${JSON.stringify(headers)} ${body}`));
  });
  return async () => (await Promise.all(sent)).join("\n");
}
