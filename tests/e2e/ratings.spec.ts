/** Ratings: a member rates, the scheme publishes, who is rated answers; and the question of independence. */
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { settle } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

async function firm(api: APIRequestContext, name: string): Promise<string> {
  const answer = await api.get(`/api/v1/suppliers?q=${encodeURIComponent(name)}`);
  expect(answer.status(), await answer.text()).toBe(200);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const id = items[0]?.id;
  if (id === undefined) throw new Error(`no firm is called ${name}`);
  return id;
}

test("figures are shown from five organisations on, and nothing below", async ({ page, request }) => {
  await page.goto(`/suppliers/${await firm(request, "Northlight")}`);
  const part = page.locator("section").filter({ hasText: "What customers say" });
  await expect(part.getByText(/^7 organisations, as of 1 /)).toBeVisible();
  await expect(part.getByRole("row")).toHaveCount(5);
  await expect(part.getByText("A customer").first()).toBeVisible();
  await expect(part.getByText("Demo Line 01", { exact: true })).toBeVisible();
  await expect(part.getByText("Demo Tankers 01")).toHaveCount(0);
  await clean(page, "the figures of a firm");
  await page.goto(`/suppliers/${await firm(request, "Elbfeuer")}`);
  await expect(page.getByText("Fewer than 5 ratings", { exact: true })).toBeVisible();
  await expect(page.getByText("Good work in a short port stay.")).toHaveCount(0);
});

test("a member rates a firm, the scheme refuses, the member mends, the scheme publishes", async ({
  another,
  page,
  request,
}) => {
  await signIn(page, "member");
  await page.goto(`/suppliers/${await firm(request, "Golden Horn")}`);
  await page.getByRole("link", { name: "Rate an engagement" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Rate Golden Horn Secure Shipping" }),
  ).toBeVisible();
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("First day").fill(day(40));
  await page.getByLabel("Last day").fill(day(36));
  for (const criterion of [
    "Competence",
    "Conduct on board or on site",
    "Quality of the report",
    "Timeliness",
  ]) {
    await page.getByRole("group", { name: criterion }).getByRole("radio", { name: "4" }).check();
  }
  await page.getByLabel("A few words for everybody").fill("The master was told before each step.");
  await page.getByLabel(/^We declare/).check();
  await clean(page, "the form of a rating");
  await page.getByRole("button", { name: "Send to moderation" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Rating of Golden Horn Secure Shipping" }),
  ).toBeVisible();
  await expect(page.getByText("Waits for moderation")).toBeVisible();
  const address = new URL(page.url()).pathname;

  const scheme = await another();
  await signIn(scheme, "scheme");
  await scheme.goto(address);
  await scheme.getByRole("button", { name: "Refuse" }).click();
  const dialog = scheme.getByRole("dialog", { name: "Refuse" });
  await dialog.getByLabel("Why").fill("Leave the master out and send it again.");
  await clean(scheme, "the refusal");
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(dialog).toBeHidden();

  await page.reload();
  await expect(page.getByText("Leave the master out and send it again.")).toBeVisible();
  await page.getByRole("link", { name: "Mend and send again" }).click();
  await page.getByLabel("A few words for everybody").fill("We were told before each step.");
  await page.getByLabel(/^We declare/).check();
  await page.getByRole("button", { name: "Send to moderation" }).click();
  await expect(page.getByText("Waits for moderation")).toBeVisible();

  await scheme.reload();
  await scheme.getByRole("button", { name: "Publish", exact: true }).click();
  await scheme
    .getByRole("dialog", { name: "Publish" })
    .getByRole("button", { name: "Publish", exact: true })
    .click();
  await expect(scheme.getByRole("button", { name: "Take down" })).toBeVisible();
});

test("who is rated answers a remark, and waits for the scheme", async ({ page, request }) => {
  const found = await request.get("/api/v1/consultants?q=Marit%20Vossnes");
  const { items } = (await found.json()) as { items: { id: string }[] };
  await signIn(page, "consultant");
  await page.goto(`/consultants/${items[0]?.id ?? ""}`);
  await settle(page);
  const remark = page.locator(".note").filter({ hasText: "yard stay" });
  await remark.getByRole("button", { name: "Answer this remark" }).click();
  const dialog = page.getByRole("dialog", { name: "Answer this remark" });
  await dialog.getByLabel("Answer").fill("The yard stay ended a week early.");
  await clean(page, "the answer");
  await dialog.getByRole("button", { name: "Send the answer" }).click();
  await expect(remark.getByText("Your answer waits for a scheme administrator.")).toBeVisible();
});

test("a member asks whether a firm is independent of a ship", async ({ page }) => {
  await signIn(page, "member");
  await page.goto("/independence");
  await page.getByLabel("In the name of the firm").selectOption({ label: "Northlight Assurance" });
  await page.getByLabel("First day of the assessment").fill("2027-03-01");
  await page.getByLabel("Name", { exact: true }).fill("northlight assurance");
  await page.getByLabel("What it is to the ship").selectOption("ot_vendor");
  await page.getByLabel("Since").fill("2020-01-01");
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("Not independent on 1 Mar 2027")).toBeVisible();
  await expect(page.getByText("Does not hold")).toHaveCount(1);
  await clean(page, "the outcome");
  await page.getByLabel("Name", { exact: true }).fill("Meridian Tankers");
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("Independent on 1 Mar 2027", { exact: true })).toBeVisible();
});
