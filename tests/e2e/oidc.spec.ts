/** Signing in at an organisation's identity provider, a real one on loopback. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test, type Page } from "@playwright/test";
import { findings } from "./support/axe.ts";
import { invite } from "./support/members.ts";
import { tokenOf } from "./support/people.ts";
import { freePort, startSite, stop, type Site } from "./support/site.ts";

test.describe.configure({ mode: "serial" });
test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(240_000);

const script = fileURLToPath(new URL("support/provider.mjs", import.meta.url));
const name = "Port of Example";
let site: Site;
let provider: ChildProcess;
let issuer: string;
let elsewhere: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const [port, own] = [await freePort(), await freePort()];
  issuer = `http://127.0.0.1:${port}`;
  const back = `http://127.0.0.1:${own}/api/v1/auth/oidc/callback`;
  provider = spawn(process.execPath, [script, String(port), back], { stdio: ["ignore", "pipe", "inherit"] });
  if (provider.stdout !== null) await once(provider.stdout, "data");
  site = await startSite("oidc", own, {
    BELLBUOY_OIDC_ISSUER: issuer,
    BELLBUOY_OIDC_CLIENT_ID: "bellbuoy",
    BELLBUOY_OIDC_CLIENT_SECRET: "a secret of the tests",
    BELLBUOY_OIDC_NAME: name,
  });
});

test.afterAll(async () => {
  await site?.end();
  if (provider !== undefined) await stop(provider);
});

test.beforeEach(({ context }) => {
  elsewhere = [];
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^http/.test(protocol) && origin !== site.url && origin !== issuer) elsewhere.push(request.url());
  });
});

test.afterEach(() => expect(elsewhere, "requests to other hosts").toEqual([]));

/** Goes to the provider from wherever the sign-in page is asked for, and says who one is. */
async function arrive(page: Page, login: string, from = "/sign-in"): Promise<void> {
  await page.goto(`${site.url}${from}`);
  await page.getByRole("link", { name: `Sign in with ${name}` }).click();
  await expect(page.getByRole("heading", { name: "Sign in at the provider" })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(issuer);
  await page.getByLabel("Address").fill(login);
}

test("an invited member signs in at the provider and lands where they were going", async ({
  page,
  request,
  browser,
}) => {
  const member = await tokenOf(site.url, "member");
  const headers = { authorization: `Bearer ${member}` };
  const me = (await (await request.get(`${site.url}/api/v1/me`, { headers })).json()) as {
    organisation: { id: string };
  };
  const context = await browser.newContext({ baseURL: site.url, extraHTTPHeaders: headers });
  const word = await invite(context.request, me.organisation.id);
  await context.close();
  const invitation = `${site.url}/api/v1/invitations/${word}`;
  const { email } = (await (await request.get(invitation)).json()) as { email: string };

  // Before the invitation is accepted there is nobody to sign in.
  await arrive(page, email);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("Accept your invitation first");
  await page.context().clearCookies();

  const accepted = { name: "New Pilot", password: "a calm sea and a buoy" };
  expect((await request.post(`${invitation}/acceptances`, { data: accepted })).ok()).toBe(true);
  await arrive(page, email, "/account");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(`${site.url}/account`);
  await expect(page.getByText(email)).toBeVisible();
  await page.reload();
  await expect(page.getByText(email)).toBeVisible();
  const scripts = await page.evaluate(() => document.cookie);
  expect(scripts).toBe("");
});

test("a confirmed member begins at the incidents", async ({ page }) => {
  await arrive(page, "member@demo.example");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(`${site.url}/incidents`);
  await expect(page.getByRole("heading", { level: 1, name: "Incidents" })).toBeVisible();
});

test("whoever does not get in is told why", async ({ page }) => {
  for (const [login, said] of [
    ["stranger@nowhere.example", "No account here has your e-mail address"],
    ["unverified-member@demo.example", "does not vouch for your e-mail address"],
    ["analyst@demo.example", "Who works for the platform signs in here"],
  ] as const) {
    await arrive(page, login);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("alert")).toContainText(said);
    expect(await findings(page)).toEqual([]);
    await page.context().clearCookies();
  }
  await arrive(page, "member@demo.example");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alert")).toContainText("The sign-in was cancelled");
  await page.goto(`${site.url}/sign-in?error=%3Cscript%3E`);
  await expect(page.getByRole("link", { name: `Sign in with ${name}` })).toBeVisible();
  await expect(page.getByRole("alert")).toBeHidden();
});

test("nobody is led to another site after signing in", async ({ page }) => {
  for (const next of ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"]) {
    await arrive(page, "member@demo.example", `/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(`${site.url}/incidents`);
    await page.context().clearCookies();
  }
  await page.goto(`${site.url}/sign-in?next=${encodeURIComponent("https://elsewhere.example/")}`);
  await page
    .getByRole("button", { name: /, member$/ })
    .first()
    .click();
  await expect(page).toHaveURL(`${site.url}/incidents`);
});

test("an answer with another state is refused", async ({ page, context }) => {
  const begin = `${site.url}/api/v1/auth/oidc`;
  const sent = await context.request.get(begin, { maxRedirects: 0 });
  const address = new URL(sent.headers()["location"] ?? "");
  expect(address.origin).toBe(issuer);
  address.searchParams.set("state", "another");
  await page.goto(address.href);
  await page.getByLabel("Address").fill("member@demo.example");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("was not begun in this browser");
  await page.goto(`${site.url}/incidents`);
  await expect(page).toHaveURL(/\/sign-in/);
});
