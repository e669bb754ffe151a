/** A crawler: no link of ours leads nowhere, whoever follows it. */
import type { Page } from "@playwright/test";
import { otherEntries } from "../../web/src/app/paths.ts";
import { expect, test } from "./fixtures.ts";
import { enter, settle, visitors } from "./support/places.ts";

/** Here a hash is no place of the page: it is read by the page itself. */
const readers: readonly string[] = [otherEntries.report(), otherEntries.verify()];
const page404 = "There is no such page";

/** Of things that differ by their number, and of filters of one list, the first is visited. */
function kindOf({ pathname, search }: URL): string {
  const path = pathname.replace(
    /(INC-[0-9A-Z]{6}|BB-[CS]-\d{4}-\d{4}|BB-\d{4}-\d{3}|[0-9a-f]{8}-[0-9a-f-]{27})/g,
    "{id}",
  );
  return `${path}?${[...new URLSearchParams(search).keys()].sort().join("&")}`;
}

async function linksOf(page: Page): Promise<string[]> {
  const links = await page
    .locator("a[href]")
    .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href));
  return [...new Set(links)].filter((href) => !/^(?:tel|mailto):/.test(href));
}

async function isPage(page: Page, address: string): Promise<boolean> {
  const answer = await page.request.get(address, { headers: { accept: "text/html" } });
  expect.soft(answer.status(), address).toBe(200);
  return (answer.headers()["content-type"] ?? "").startsWith("text/html");
}

for (const visitor of visitors.filter((name) => name !== "member")) {
  test(`every link leads somewhere as ${visitor}`, async ({ page, baseURL }) => {
    // There are more pages than the limit of one test is made for.
    test.setTimeout(400_000);
    await enter(page, visitor);
    const home = new URL(baseURL ?? "").origin;
    const [waiting, seen, kinds] = [[`${home}/`], new Set<string>(), new Set<string>()];
    const outside: string[] = [];
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (seen.has(address)) continue;
      seen.add(address);
      const url = new URL(address);
      if (url.origin !== home) {
        // Where an online sitting takes place is entered by people, not by the site.
        if (!url.hostname.endsWith(".demo.example")) outside.push(address);
        continue;
      }
      if (kinds.has(kindOf(url)) && url.hash === "") continue;
      kinds.add(kindOf(url));
      if (!(await isPage(page, address)) || url.pathname === otherEntries.apiDocs()) continue;
      await page.goto(address);
      await settle(page);
      await expect.soft(page.getByRole("heading", { name: page404 }), address).toHaveCount(0);
      if (url.hash !== "" && !readers.includes(url.pathname)) {
        await expect.soft(page.locator(url.hash), `the place ${address}`).toHaveCount(1);
      }
      waiting.push(...(await linksOf(page)));
    }
    expect(outside, "links to other sites").toEqual([]);
    expect(kinds.size, "kinds of pages found").toBeGreaterThan(8);
  });
}
