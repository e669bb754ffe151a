/** The `test` of this folder: every page is watched, and knows where the server is. */
import { expect, request, test as base, type APIRequestContext, type Page } from "@playwright/test";
import { certify, newcomer, type Newcomer } from "./support/newcomer.ts";
import { tokenOf, type Persona } from "./support/people.ts";
import { watch } from "./support/watch.ts";

function home(): string {
  const url = process.env["BASE_URL"];
  if (url === undefined) throw new Error("no server: run the tests through Playwright, which starts one");
  return url;
}

interface Fixtures {
  /** What went wrong beside the test; one that wants a fault empties the list itself. */
  faults: string[];
  /** A page in a browser of its own: another person, who shares nothing with the test's first page. */
  another: () => Promise<Page>;
  /** The API beside the browser, as one of the demo's people. */
  apiAs: (persona: Persona) => Promise<APIRequestContext>;
  /** Somebody new who holds a certificate of the first level from a day on, with its number. */
  holder: (discipline: string, validFrom: string) => Promise<Newcomer & { readonly number: string }>;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(home());
  },

  faults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      watch(context, home(), faults);
      await use(faults);
      expect(faults, "what no page may do").toEqual([]);
    },
    { auto: true },
  ],

  another: async ({ browser, faults }, use) => {
    await use(async () => {
      const context = await browser.newContext();
      watch(context, home(), faults);
      return context.newPage();
    });
  },

  apiAs: async ({}, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (persona) => {
      const authorization = `Bearer ${await tokenOf(home(), persona)}`;
      const api = await request.newContext({ baseURL: home(), extraHTTPHeaders: { authorization } });
      opened.push(api);
      return api;
    });
    await Promise.all(opened.map((api) => api.dispose()));
  },

  holder: async ({ apiAs, playwright }, use) => {
    const anyone = await playwright.request.newContext({ baseURL: home() });
    const opened: APIRequestContext[] = [anyone];
    await use(async (discipline, validFrom) => {
      const runners = { scheme: await apiAs("scheme"), reviewer: await apiAs("reviewer") };
      const somebody = await newcomer(anyone, home());
      opened.push(somebody.api);
      return { ...somebody, number: await certify(somebody, runners, discipline, validFrom) };
    });
    await Promise.all(opened.map((api) => api.dispose()));
  },
});

export { expect };
