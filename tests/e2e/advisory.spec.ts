/** An advisory is written by one analyst, released by another, and then read by everyone. */
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { signIn } from "./support/sign-in.ts";

const happened = "Ships reported that both receivers jumped together, always near the same anchorage.";
const lesson = "Take a second fix by radar before the passage, and compare every ten minutes.";

const titled = (about: string): string => `${about} ${crypto.randomUUID().slice(0, 8)}`;

async function draft(analyst: APIRequestContext, change: object = {}): Promise<string> {
  const answer = await analyst.post("/api/v1/advisories", {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: {
      title: titled("Second fix"),
      what_happened: happened,
      lesson,
      severity: "moderate",
      tlp: "clear",
      kind: "position_or_time_wrong",
      ...change,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function release(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Release" }).click();
  const dialog = page.getByRole("dialog", { name: "Release this advisory" });
  await expect(dialog).toContainText("That cannot be undone, only withdrawn.");
  await dialog.getByRole("button", { name: "Release" }).click();
  await expect(dialog).toBeHidden();
}

async function feed(page: Page): Promise<string> {
  const answer = await page.request.get("/api/v1/advisories.atom");
  expect(answer.headers()["content-type"]).toMatch(/^application\/atom\+xml/);
  return answer.text();
}

test("what one analyst wrote is released by a second and shown to the public", async ({ page, another }) => {
  const title = titled("Second fix before the strait");
  await signIn(page, "analyst");
  await page.getByRole("link", { name: "Advisories" }).click();
  await page.getByRole("link", { name: "New advisory" }).click();
  await page.getByLabel("Title").fill("Short");
  await page.getByLabel("What happened, and how it was noticed").fill(happened);
  await page.getByLabel("What to do, and what was learned").fill(lesson);
  await page.getByLabel("Severity").selectOption("Major");
  await page.getByLabel("What happened", { exact: true }).selectOption("Position or time wrong");
  await page.locator("summary").filter({ hasText: "Sea regions" }).click();
  await page.getByRole("checkbox", { name: "Persian Gulf" }).check();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByLabel("Title")).toHaveAccessibleDescription(/8/);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Save the draft" }).click();

  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("no number yet")).toBeVisible();
  const own = page.getByRole("button", { name: "Release" });
  await expect(own).toBeDisabled();
  await expect(own).toHaveAccessibleDescription("You wrote it: a second person has to release it.");
  const address = page.url();
  const stranger = await another();
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { level: 1, name: "There is no such advisory" })).toBeVisible();
  expect(await feed(stranger)).not.toContain(title);

  const colleague = await another();
  await signIn(colleague, "second-analyst");
  await colleague.goto(address);
  await release(colleague);
  await expect(colleague.getByText(/^BB-\d{4}-\d{3}$/)).toBeVisible();
  const number = await colleague.getByText(/^BB-\d{4}-\d{3}$/).innerText();

  await stranger.goto("/");
  await stranger.getByRole("link", { name: title }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(stranger.getByText(number)).toBeVisible();
  for (const text of [happened, lesson, "TLP:CLEAR", "Persian Gulf"]) {
    await expect(stranger.getByRole("article").getByText(text)).toBeVisible();
  }
  await expect(stranger.getByText("Demo Analyst"), "nobody's name is public").toHaveCount(0);
  const atom = await feed(stranger);
  expect(atom).toContain(title);
  expect(atom).toContain(number);
});

test("whoever edits a draft may not release it either; a form without an edit changes nothing", async ({
  page,
  apiAs,
}) => {
  const analyst = await apiAs("analyst");
  const id = await draft(analyst);
  const before = (await analyst.get(`/api/v1/advisories/${id}`)).headers()["etag"];
  await signIn(page, "second-analyst");
  await page.goto(`/advisories/${id}/edit`);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("button", { name: "Release" })).toBeEnabled();
  expect((await analyst.get(`/api/v1/advisories/${id}`)).headers()["etag"]).toBe(before);

  await page.getByRole("link", { name: "Edit the draft" }).click();
  await page.getByLabel("What to do, and what was learned").fill(`${lesson} Log each one.`);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("Log each one.")).toBeVisible();
  const barred = page.getByRole("button", { name: "Release" });
  await expect(barred).toBeDisabled();
  await expect(barred).toHaveAccessibleDescription(/^You wrote part of it/);
});

test("only TLP:CLEAR becomes public", async ({ page, another, apiAs }) => {
  const title = titled("For members only");
  const id = await draft(await apiAs("analyst"), { title, tlp: "green" });
  await signIn(page, "second-analyst");
  await page.goto(`/advisories/${id}`);
  await release(page);
  const stranger = await another();
  await stranger.goto("/advisories");
  await expect(stranger.getByRole("table", { name: "Advisories" })).toBeVisible();
  await expect(stranger.getByText(title)).toHaveCount(0);
  expect(await feed(stranger)).not.toContain(title);
  const member = await another();
  await signIn(member, "member");
  await member.getByRole("link", { name: "Advisories" }).click();
  await expect(member.getByRole("link", { name: title })).toBeVisible();
});

test("a withdrawn advisory says so to the desk and leaves the feed", async ({ page, another, apiAs }) => {
  const title = titled("A warning taken back");
  const id = await draft(await apiAs("analyst"), { title });
  await signIn(page, "second-analyst");
  await page.goto(`/advisories/${id}`);
  await release(page);
  const stranger = await another();
  expect(await feed(stranger)).toContain(title);
  await page.getByRole("button", { name: "Withdraw" }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw this advisory" });
  await dialog.getByLabel("Reason").fill("It was a drill.");
  await dialog.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("This advisory was withdrawn.")).toBeVisible();
  expect(await feed(stranger)).not.toContain(title);
  await stranger.goto("/advisories");
  await expect(stranger.getByRole("table", { name: "Advisories" })).toBeVisible();
  await expect(stranger.getByText(title)).toHaveCount(0);
});

test("an edit of what a colleague changed meanwhile is refused and keeps what was typed", async ({
  page,
  apiAs,
}) => {
  const id = await draft(await apiAs("analyst"));
  await signIn(page, "analyst");
  await page.goto(`/advisories/${id}`);
  await page.getByRole("link", { name: "Edit the draft" }).click();
  const changed = titled("Mine is the newer one");
  await page.getByLabel("Title").fill(changed);

  const colleague = await apiAs("second-analyst");
  const read = await colleague.get(`/api/v1/advisories/${id}`);
  const write = await colleague.patch(`/api/v1/advisories/${id}`, {
    headers: { "if-match": read.headers()["etag"] ?? "" },
    data: { severity: "critical" },
  });
  expect(write.status(), await write.text()).toBe(200);

  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("alert")).toContainText("Someone changed this since you read it");
  await expect(page.getByText("Your text stays in the form; saving then replaces theirs.")).toBeVisible();
  await page.getByRole("button", { name: "Read the newest version" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByLabel("Title")).toHaveValue(changed);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: changed })).toBeVisible();
});
