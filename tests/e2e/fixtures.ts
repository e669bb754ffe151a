/** The `test` of this folder: every page is watched, and knows where the server is. */
import { expect, test as base } from "@playwright/test";
import { watch } from "./support/watch.ts";

function home(): string {
  const url = process.env["BASE_URL"];
  if (url === undefined) throw new Error("no server: run the tests through Playwright, which starts one");
  return url;
}

export const test = base.extend<{ faults: string[] }>({
  baseURL: async ({}, use) => {
    await use(home());
  },

  /** What went wrong beside the test; one that wants a fault empties the list itself. */
  faults: [
    async ({ context }, use) => {
      const faults = watch(context, home());
      await use(faults);
      expect(faults, "what no page may do").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
