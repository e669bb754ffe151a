/** Without a database, pages say so and go on by themselves; forms name the wait and keep what was typed. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { facts, report } from "./support/incidents.ts";
import { signIn } from "./support/sign-in.ts";

const api = "**/api/v1/**";
const said = "The database is not reachable at the moment";

/** Answers as the server does when it cannot. */
async function refuse(page: Page, status: number, code: string, seconds: number): Promise<void> {
  await page.route(api, (route) =>
    route.fulfill({
      status,
      headers: { "content-type": "application/problem+json", "retry-after": String(seconds) },
      body: JSON.stringify({ type: `/problems/${code}`, title: code, status, code, request_id: "0" }),
    }),
  );
}

test.afterEach(({ faults }) => {
  const asked = faults.filter((fault) => /^503 for fetch /.test(fault));
  faults.splice(0, faults.length, ...faults.filter((fault) => !asked.includes(fault)));
});

for (const [address, title] of [
  ["/desk", "Queue"],
  ["/incidents", "Incidents"],
] as const) {
  test(`${address} waits for the database, signed in as before`, async ({ page }) => {
    await signIn(page, "analyst");
    await refuse(page, 503, "unavailable", 1);
    await page.goto(address);
    await expect(page.getByRole("alert")).toContainText(said, { timeout: 3_000 });
    await expect(page.getByRole("alert")).toContainText("tries again by itself every 1 second");
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await page.unroute(api);
    await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Demo Analyst" })).toBeVisible();
  });
}

test("the figures say the outage at the first failed answer, and come back by themselves", async ({
  page,
}) => {
  await refuse(page, 503, "unavailable", 5);
  await page.goto("/figures");
  await expect(page.getByRole("alert")).toContainText(said, { timeout: 3_000 });
  await page.unroute(api);
  await expect(page.getByRole("heading", { name: "The same as a table" }).first()).toBeVisible();
});

test("a session that has ended leads to the sign-in page", async ({ page }) => {
  await signIn(page, "analyst");
  await refuse(page, 401, "session_ended", 1);
  await page.goto("/desk");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

test("a sign-in that is turned away names the wait and keeps what was typed", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("member@demo.example");
  await page.getByLabel("Password").fill("not this one");
  for (const [status, code, title] of [
    [503, "unavailable", "Nobody can be signed in at the moment"],
    [429, "too_many", "Too many tries in a short time"],
  ] as const) {
    await refuse(page, status, code, 40);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText(title);
    await expect(page.getByRole("alert")).toContainText("Try again in 40 seconds.");
    await page.unroute(api);
  }
  await expect(page.getByLabel("E-mail")).toHaveValue("member@demo.example");
  await expect(page.getByLabel("Password")).toHaveValue("not this one");
});

test("forms name the wait and keep what was typed", async ({ page, another, apiAs }) => {
  const { reference } = await report(await apiAs("member"));
  const waits = async (at: Page, label: string, button: string) => {
    const field = at.getByLabel(label);
    await field.fill("Both receivers jumped");
    await refuse(at, 503, "unavailable", 130);
    await at.getByRole("button", { name: button, exact: true }).last().click();
    await expect(at.getByRole("alert")).toContainText(said);
    await expect(at.getByRole("alert")).toContainText("Try again in 3 minutes.");
    await expect(field).toHaveValue("Both receivers jumped");
    await at.unroute(api);
  };
  const member = await another();
  await signIn(member, "member");
  await member.goto("/incidents/new");
  await member.getByLabel("In your own words").fill("Both receivers jumped at once, for forty minutes.");
  await member.getByLabel("What it was").selectOption("Position or time wrong");
  await member.getByLabel("Date", { exact: true }).fill(facts.occurred_on);
  await member.getByLabel("Who was hit").selectOption("Vessel");
  await waits(member, "In one line", "Send the report");

  await signIn(page, "analyst");
  await page.goto("/advisories/new");
  await page.getByLabel("What happened, and how it was noticed").fill("Both receivers jumped at once.");
  await page.getByLabel("What to do, and what was learned").fill("Take a second fix by radar.");
  await waits(page, "Title", "Save the draft");
  await page.goto(`/incidents/${reference}`);
  await page.getByRole("button", { name: "Take up" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take up" }).click();
  await page.getByRole("button", { name: "Refuse" }).click();
  await waits(page, "Reason", "Refuse");
});
