/** A real Chromium against the real server; `make test` names the browser in CHROMIUM. */
import { fileURLToPath } from "node:url";
import { defineConfig, devices } from "@playwright/test";

const executablePath = process.env["CHROMIUM"];
const asRoot = process.getuid?.() === 0;

/** Without these, Chromium calls home and fills the console of a machine that has no way out. */
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium keeps crash reports in the user's own folders unless told otherwise. */
const own = fileURLToPath(new URL(".work/browser", import.meta.url));
const strings = Object.entries(process.env).filter(
  (entry): entry is [string, string] => entry[1] !== undefined,
);
const env = { ...Object.fromEntries(strings), XDG_CONFIG_HOME: own, XDG_CACHE_HOME: own };

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: ".work/results",
  globalSetup: "./support/server.ts",
  forbidOnly: true,
  retries: 0,
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    actionTimeout: 20_000,
    locale: "en-GB",
    timezoneId: "UTC",
    // A trace costs a third of every test; ask for it where a failure needs one.
    trace: process.env["TRACE"] === undefined ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      env,
      args: asRoot ? [...quiet, "--no-sandbox"] : quiet,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    { name: "desktop", grepInvert: /@phone/, use: { viewport: { width: 1366, height: 768 } } },
    {
      name: "phone",
      grep: /@phone/,
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 640 } },
    },
  ],
});
