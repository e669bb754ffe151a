/** Exams and trainings: announced, booked, waited for, told to a calendar, entered; and the log of development. */
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { settle, sideways } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

interface Sitting {
  readonly id: string;
  readonly title: string;
}

async function theOne(api: APIRequestContext, title: string): Promise<Sitting> {
  const answer = await api.get("/api/v1/sittings?limit=100");
  expect(answer.status(), await answer.text()).toBe(200);
  const { items } = (await answer.json()) as { items: Sitting[] };
  const found = items.find((one) => one.title === title);
  if (found === undefined) throw new Error(`no sitting is called ${title}`);
  return found;
}

test("a seat is booked, shown in one's own list, told to a calendar and given up", async ({ page }) => {
  await signIn(page, "consultant");
  await page.goto("/sittings");
  await settle(page);
  await page.getByRole("button", { name: "Kind" }).click();
  await page.getByRole("checkbox", { name: "Exam" }).check();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/kind=exam/);
  await page.getByRole("link", { name: "Written exam, Singapore" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Written exam, Singapore" })).toBeVisible();
  await expect(page.getByText(/09:00 – 12:00 \(Asia\/Singapore\)/)).toBeVisible();
  await clean(page, "a sitting");
  await page.getByRole("button", { name: "Book a seat" }).click();
  await expect(page.getByText("You have a seat.")).toBeVisible();

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Add to calendar" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.ics$/);

  await page.goto("/account/development");
  await settle(page);
  await expect(page.getByRole("link", { name: "Written exam, Singapore" })).toBeVisible();
  await clean(page, "seats and development");
  await page.getByRole("link", { name: "Written exam, Singapore" }).click();
  await page.getByRole("button", { name: "Give the seat up" }).click();
  await expect(page.getByRole("button", { name: "Book a seat" })).toBeVisible();
});

test("whoever waits for a full sitting moves up when a seat is given up", async ({ page, apiAs }) => {
  const member = await apiAs("member");
  const sitting = await theOne(member, "Practical exam: testing, Hamburg");
  const second = await apiAs("second-analyst");
  await second.delete(`/api/v1/sittings/${sitting.id}/seats/own`);
  await signIn(page, "consultant");
  await page.goto(`/sittings/${sitting.id}`);
  await page.getByRole("button", { name: "Join the waiting list" }).click();
  await expect(page.getByText(/You are number 1 in the waiting list/)).toBeVisible();
  const given = await member.delete(`/api/v1/sittings/${sitting.id}/seats/own`);
  expect(given.status()).toBe(200);
  await page.reload();
  await expect(page.getByText("You have a seat.")).toBeVisible();
  await page.goto("/demo/mails");
  await expect(page.getByText(/A seat for you: Practical exam/).first()).toBeVisible();
});

test("the scheme announces, changes and cancels, and enters how an exam ended", async ({ page, apiAs }) => {
  await signIn(page, "scheme");
  await page.goto("/sittings");
  await page.getByRole("link", { name: "Announce a sitting" }).click();
  await page.getByLabel("Title").fill("Interview, by video");
  await page.getByLabel("Meets the requirement").selectOption({ index: 1 });
  await page.getByLabel("Time zone").fill("Europe/Oslo");
  await page.getByLabel("Begins").fill("2031-03-03T10:00");
  await page.getByLabel("Ends").fill("2031-03-03T09:00");
  await page.getByLabel("Address online").fill("https://meet.demo.example/interview");
  await page.getByLabel("Seats", { exact: true }).fill("3");
  await page.getByRole("button", { name: "Announce" }).click();
  await expect(page.getByText(/has to be later than the beginning/)).toBeVisible();
  await clean(page, "the form of a sitting");
  await page.getByLabel("Ends").fill("2031-03-03T11:00");
  await page.getByRole("button", { name: "Announce" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Interview, by video" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel the sitting" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel the sitting" });
  await dialog.getByLabel("Why").fill("The examiner fell ill.");
  await dialog.getByRole("button", { name: "Cancel the sitting" }).click();
  await expect(page.getByText(/Cancelled on .+: The examiner fell ill\./)).toBeVisible();

  await page.goto("/sittings?when=past");
  await page.getByRole("link", { name: "Written exam, Rotterdam" }).click();
  await page.getByRole("link", { name: "Seats and results" }).click();
  await expect(page.getByRole("table", { name: "Seats and results" })).toBeVisible();
  await clean(page, "seats and results");
  await page.getByRole("button", { name: "Passed: Demo Member" }).click();
  await expect(page.getByRole("button", { name: "Passed: Demo Member" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const member = await apiAs("member");
  const own = (await (await member.get("/api/v1/sittings/seats/own")).json()) as {
    title: string;
    own_seat: { result: string | null };
  }[];
  expect(own.find(({ title }) => title === "Written exam, Rotterdam")?.own_seat.result).toBe("passed");
});

test("hours are entered, corrected and deleted, and the sum follows", async ({ page }) => {
  await signIn(page, "consultant");
  await page.goto("/account/development");
  await settle(page);
  await expect(page.getByText(/ of 120 hours/).first()).toBeVisible();
  await page.getByLabel("Hours", { exact: true }).fill("2.5");
  await page.getByLabel("Kind").selectOption("Teaching");
  await page.getByLabel("What it was").fill("Taught deck officers in Bergen");
  await page.getByRole("button", { name: "Enter it" }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Taught deck officers in Bergen" });
  await expect(line).toContainText("2.5 h");
  await page.getByRole("button", { name: "Change Taught deck officers in Bergen" }).click();
  const dialog = page.getByRole("dialog", { name: "Change the entry" });
  await dialog.getByLabel("Hours", { exact: true }).fill("3.25");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(line).toContainText("3.25 h");
  await page.getByRole("button", { name: "Delete Taught deck officers in Bergen" }).click();
  await expect(line).toHaveCount(0);
});

test("a phone shows the list, a sitting and the log without moving sideways @phone", async ({ page }) => {
  await signIn(page, "consultant");
  for (const path of ["/sittings", "/account/development"]) {
    await page.goto(path);
    await settle(page);
    expect(await sideways(page), path).toBeLessThanOrEqual(0);
  }
  await page.goto("/sittings?when=past");
  await page.getByRole("link", { name: "Workshop: tests under way" }).click();
  await expect(page.getByRole("heading", { name: "Minutes" })).toBeVisible();
  expect(await sideways(page), "a sitting").toBeLessThanOrEqual(0);
});
