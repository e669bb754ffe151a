/** What a page weighs on the line, as the browser counts it: heads and bodies, compressed. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { settle } from "./support/places.ts";
import { answer, choice, nextButton, shows } from "./support/report-page.ts";

interface Load {
  readonly bytes: number;
  readonly addresses: readonly string[];
}

/** Counts from now on; an answer is counted when its last byte is in. */
async function weigh(page: Page): Promise<() => Load> {
  const line = await page.context().newCDPSession(page);
  const addresses = new Map<string, string>();
  let bytes = 0;
  line.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.startsWith("http")) addresses.set(requestId, request.url);
  });
  line.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await line.send("Network.enable");
  await line.send("Network.setCacheDisabled", { cacheDisabled: true });
  return () => ({ bytes, addresses: [...addresses.values()] });
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
