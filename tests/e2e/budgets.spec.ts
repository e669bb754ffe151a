/** What a page weighs on the line, as the browser counts it: heads and bodies, compressed. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { settle } from "./support/places.ts";
import { answer, choice, nextButton, shows } from "./support/report-page.ts";

interface Load {
  readonly bytes: number;
  readonly addresses: readonly string[];
}

/** Counts from now on; an answer is counted when its last byte is in. What is left out is not counted. */
async function weigh(page: Page): Promise<(leftOut?: RegExp) => Load> {
  const line = await page.context().newCDPSession(page);
  const requests = new Map<string, { address: string; bytes: number }>();
  line.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.startsWith("http")) requests.set(requestId, { address: request.url, bytes: 0 });
  });
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request !== undefined) request.bytes += encodedDataLength;
  });
  await line.send("Network.enable");
  await line.send("Network.setCacheDisabled", { cacheDisabled: true });
  return (leftOut) => {
    const counted = [...requests.values()].filter(({ address }) => leftOut?.test(address) !== true);
    return {
      bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0),
      addresses: counted.map(({ address }) => address),
    };
  };
}

test("a report can be written after 30 kB in 4 requests, and is ready to be sent after 80 kB", async ({
  page,
}, info) => {
  const load = await weigh(page);
  await page.goto("/report", { waitUntil: "networkidle" });
  await expect(choice(page, "It nearly happened")).toBeEnabled();
  const usable = load();
  info.annotations.push({ type: "usable", description: `${usable.bytes} B, ${usable.addresses.length}` });
  expect(usable.bytes).toBeGreaterThan(5_000);
  expect(usable.bytes).toBeLessThanOrEqual(30_000);
  expect(usable.addresses.length, usable.addresses.join("\n")).toBeLessThanOrEqual(4);

  await answer(page);
  await nextButton(page).click();
  await shows(page, "Your receipt", 20_000);
  await page.waitForLoadState("networkidle");
  const ready = load();
  info.annotations.push({
    type: "ready to send",
    description: `${ready.bytes} B, ${ready.addresses.length}`,
  });
  expect(ready.bytes).toBeGreaterThan(usable.bytes);
  expect(ready.bytes).toBeLessThanOrEqual(80_000);
});

test("a certificate's page comes in 35 kB and 5 requests, with keys and lists in 45 kB", async ({
  page,
}, info) => {
  const load = await weigh(page);
  await page.goto("/verify", { waitUntil: "networkidle" });
  await expect(page.getByText("opens with no line")).toBeVisible();
  const all = load();
  const own = load(/\/(?:\.well-known|api)\/|-worker\.js$/);
  for (const [type, { bytes, addresses }] of Object.entries({ own, all })) {
    info.annotations.push({ type, description: `${bytes} B, ${new Set(addresses).size} files` });
  }
  expect(own.bytes).toBeGreaterThan(15_000);
  expect(own.bytes).toBeLessThanOrEqual(35_000);
  // What is kept is named again, and comes from the browser's own cache.
  const files = new Set(own.addresses);
  expect(files.size, [...files].join("\n")).toBeLessThanOrEqual(5);
  expect(all.bytes).toBeLessThanOrEqual(45_000);
});

test("the first page of the dashboard comes in 250 KiB", async ({ page }, info) => {
  const load = await weigh(page);
  await page.goto("/", { waitUntil: "networkidle" });
  await settle(page);
  const { bytes, addresses } = load();
  info.annotations.push({ type: "front page", description: `${bytes} B, ${addresses.length} requests` });
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(250 * 1024);
});

test("assets come compressed and may be kept, pages may not", async ({ page }) => {
  const answers: Promise<[address: string, encoding: string, cache: string]>[] = [];
  page.on("response", (response) => {
    answers.push(
      response
        .allHeaders()
        .then((head) => [response.url(), head["content-encoding"] ?? "", head["cache-control"] ?? ""]),
    );
  });
  await page.goto("/report", { waitUntil: "networkidle" });
  const found = await Promise.all(answers);
  const assets = found.filter(([address]) => address.includes("/assets/"));
  expect(assets.length).toBeGreaterThan(1);
  for (const [address, encoding, cache] of assets) {
    expect(encoding, address).toBe("br");
    expect(cache, address).toContain("immutable");
  }
  expect(found.find(([address]) => address.endsWith("/report"))?.[2]).toBe("no-store");
});
