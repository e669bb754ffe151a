/** The report page on a satellite link, in a real Chromium, beside static files of the same bytes. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ms } from "../lib/bench.mjs";
import { median } from "../lib/rounds.mjs";
import { chromium, root } from "../lib/tools.mjs";

/** 600 ms and 128 kbit/s. */
const link = { offline: false, latency: 600, downloadThroughput: 16_000, uploadThroughput: 16_000 };
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const settled = 3000;

async function browser() {
  const library = `${root}/tests/e2e/node_modules/playwright/index.mjs`;
  const executablePath = chromium();
  if (!existsSync(library) || executablePath === undefined) return undefined;
  const playwright = await import(pathToFileURL(library));
  const args = process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;
  return playwright.chromium.launch({ executablePath, args });
}

/** One first visit: when the page can be used, and what came over the line until then and in all. */
async function visit(chrome, url, usable) {
  const context = await chrome.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const [sizes, names] = [new Map(), []];
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (/^https?:/.test(request.url)) names.push([requestId, new URL(request.url).pathname]);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  );
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", link);
  const since = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await usable(page);
  const time = performance.now() - since;
  const state = () => {
    const done = names.filter(([id]) => sizes.has(id));
    return {
      bytes: done.reduce((sum, [id]) => sum + sizes.get(id), 0),
      requests: done.length,
      files: done.map(([id, path]) => ({ path, bytes: sizes.get(id) })),
    };
  };
  const until = state();
  await page.waitForTimeout(settled);
  const paint = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  );
  const all = state();
  await context.close();
  return { time, until, all, paint };
}

const told = (files) => files.map(({ path, bytes }) => `${path} ${bytes}`).join(", ");

/** About what headers take, so that files and answers come out alike on the line. */
const head = 300;
const filler = (bytes) => {
  const text = randomBytes(Math.max(0, bytes - head))
    .toString("base64")
    .slice(0, bytes - head);
  return `/*${text}*/`;
};

/** A page without a purpose that takes as many requests and bytes; gives its path. */
function twin(nginx, [page, ...files]) {
  const tags = files.map(({ path, bytes }, at) => {
    if (path.endsWith(".css"))
      return `<link rel="stylesheet" href="${nginx.put(`${at}.css`, filler(bytes))}">`;
    return `<script defer src="${nginx.put(`${at}.js`, filler(bytes))}"></script>`;
  });
  return nginx.put("page.html", `<!doctype html>${tags.join("")}<p>Floor<!--${filler(page.bytes - 200)}-->`);
}

const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

export async function page(bench) {
  const chrome = await browser();
  if (chrome === undefined) {
    bench.add({
      id: "G14",
      scenario: "report page, first load",
      ours: "not measured",
      note: "needs Chromium and npm ci --ignore-scripts --prefix tests/e2e",
    });
    return;
  }
  try {
    await measure(bench, chrome);
  } finally {
    await chrome.close();
  }
}

async function measure(bench, chrome) {
  const choice = (page) => page.getByRole("radio").first().waitFor({ timeout: 60_000 });
  const loaded = (page) => page.waitForLoadState("load", { timeout: 60_000 });
  const probe = await visit(chrome, `${bench.site.url}/report`, choice);
  const still = twin(bench.nginx, probe.until.files);
  const [ours, floor] = [[], []];
  for (let round = 0; round < (bench.quick ? 1 : 5); round++) {
    floor.push(await visit(chrome, `${bench.nginx.url}${still}`, loaded));
    ours.push(await visit(chrome, `${bench.site.url}/report`, choice));
  }
  const of = (visits, field) => median(visits.map((one) => one[field]));
  const [usable, limit, paint] = [of(ours, "time"), of(floor, "time"), of(ours, "paint")];
  const { until, all } = ours[0];
  bench.add({
    id: "G14",
    scenario: "report page, bytes until usable",
    goal: "≤ 30 KiB in ≤ 4 requests",
    ours: `${kib(until.bytes)} in ${until.requests}`,
    met: until.bytes <= 30 * 1024 && until.requests <= 4,
    note: told(until.files),
  });
  bench.add({
    id: "G14",
    scenario: "report page, bytes before Send",
    goal: "≤ 80 KiB",
    ours: `${kib(all.bytes)} in ${all.requests}`,
    met: all.bytes <= 80 * 1024,
    note: told(all.files.slice(until.requests)),
  });
  bench.add({
    id: "G14",
    scenario: "report page usable, 600 ms and 128 kbit/s",
    goal: "≤ 1.2x, ≤ 4 s",
    floor: ms(limit),
    ours: ms(usable),
    ratio: `${(usable / limit).toFixed(2)}x`,
    met: usable <= 4000 && usable <= 1.2 * limit,
    detail: { ours, floor },
  });
  bench.add({
    id: "G14",
    scenario: "report page, first paint",
    goal: "≤ 2 s",
    ours: ms(paint),
    met: paint <= 2000,
  });
}
