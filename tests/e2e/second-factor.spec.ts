/** Somebody new of the platform, from the entry to the desk; and passwords that were forgotten. */
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { findings } from "./support/axe.ts";
import { json } from "./support/desk-api.ts";
import { invite } from "./support/members.ts";
import { personOf } from "./support/people.ts";
import { enter, settle, sideways } from "./support/places.ts";
import { codeOf } from "./support/staff.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const password = "a calm sea and a buoy";
const shots = process.env["SHOTS"];

/** Nothing for axe in light and dark, nothing sideways on a phone. */
async function sound(page: Page, what: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1366, height: 768 };
  // What is half under the frame is no fault of the page.
  await page.evaluate(() => window.scrollTo(0, 0));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    expect.soft(await findings(page), `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  for (const now of [size, { width: 360, height: 640 }]) {
    await page.setViewportSize(now);
    expect.soft(await sideways(page), what).toBeLessThanOrEqual(0);
    if (shots !== undefined)
      await page.screenshot({
        path: `${shots}/${what.replaceAll(" ", "-")}-${now.width}.png`,
        fullPage: true,
      });
  }
  await page.setViewportSize(size);
}

async function openLetter(page: Page, email: string, subject: string): Promise<void> {
  await page.goto("/demo/mails");
  const letter = page.getByRole("article", { name: subject }).filter({ hasText: email }).first();
  await expect(async () => {
    await page.getByRole("button", { name: "Look again" }).click();
    await expect(letter).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await letter.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Choose a password" })).toBeVisible();
}

/** Somebody who has an account of their own: what is done to it touches no other test. */
async function newMember(admin: APIRequestContext): Promise<string> {
  const { items } = await json<{ items: readonly { id: string }[] }>(admin, "/api/v1/organisations?limit=1");
  const path = `/api/v1/invitations/${await invite(admin, items[0]?.id ?? "")}`;
  const { email } = await json<{ email: string }>(admin, path);
  const data = { name: "New Member", password: "what will be forgotten" };
  expect((await admin.post(`${path}/acceptances`, { data })).status()).toBe(201);
  return email;
}

async function typeCredentials(page: Page, email: string, given: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(given);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a new analyst is entered, sets up a second factor, and comes back by a recovery code", async ({
  page,
  another,
}) => {
  test.slow();
  const name = `Analyst ${crypto.randomUUID().slice(0, 8)}`;
  const email = `${name.slice(8)}@desk.example`;

  const admin = await another();
  await enter(admin, "admin");
  await admin.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Staff" }).click();
  await expect(admin.getByRole("table", { name: "Staff" })).toBeVisible();
  await sound(admin, "staff");
  await admin.getByRole("button", { name: "Enter somebody" }).click();
  const dialog = admin.getByRole("dialog");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("E-mail").fill((await personOf(new URL(admin.url()).origin, "analyst")).email);
  await dialog.getByLabel("Role").selectOption("Analyst");
  await dialog.getByRole("button", { name: "Enter", exact: true }).click();
  await expect(dialog.getByLabel("E-mail"), "an address that has an account").toBeFocused();
  await sound(admin, "entering somebody");
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("button", { name: "Enter", exact: true }).click();
  await expect(dialog.getByText(`A letter with the link goes to ${email}.`)).toBeVisible();
  await sound(admin, "entered");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(admin.getByRole("row").filter({ hasText: email })).toContainText("Not yet");

  await openLetter(page, email, "Your account on Bellbuoy");
  const link = page.url();
  await sound(page, "choosing a password");
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your password is set" })).toBeFocused();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "This link does not work" })).toBeVisible();
  await sound(page, "a used link");
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await typeCredentials(page, email, password);

  await expect(page.getByRole("heading", { level: 1, name: "Set up a second factor" })).toBeVisible();
  await page.goto("/desk");
  await expect(page.getByRole("heading", { level: 1, name: "Set up a second factor first" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Your account" }).click();
  await sound(page, "a second factor is missing");
  await page.getByLabel("Your password").fill("not that password");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByLabel("Your password")).toBeFocused();
  await expect(page.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "Your authenticator" })).toBeFocused();
  const secret = (await page.getByRole("group", { name: "Secret" }).innerText()).replaceAll(/\s/g, "");
  await expect(page.getByRole("img", { name: /^The secret as a picture/ })).toBeVisible();
  await page.getByLabel("First code").fill("000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByLabel("First code")).toHaveAttribute("aria-invalid", "true");
  await sound(page, "the secret with its fault");
  await page.getByLabel("First code").fill(codeOf(secret));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Recovery codes" })).toBeFocused();
  const codes = await page.getByRole("main").getByRole("listitem").allInnerTexts();
  expect(codes).toHaveLength(10);
  const trace = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(trace).not.toContain(codes[0]);
  await page.getByRole("link", { name: "Figures" }).click();
  await expect(page.getByRole("checkbox", { name: "I have kept them" })).toBeFocused();
  await expect(page.getByText("they are not shown again")).toBeVisible();
  await sound(page, "the recovery codes");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as text" }).click();
  expect((await saved).suggestedFilename()).toBe("bellbuoy-recovery-codes.txt");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(codes[9] ?? "")).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  if (shots !== undefined) await page.screenshot({ path: `${shots}/print.png` });
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("checkbox", { name: "I have kept them" }).check();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/desk$/);

  await page.getByRole("button", { name: name }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.getByRole("link", { name: "Sign in" }).first().click();
  await typeCredentials(page, email, password);
  await page.getByLabel("Code of the second factor").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/desk$/);

  await page.goto("/account");
  await expect(page.getByText("9 of 10")).toBeVisible();
  const table = page.getByRole("table", { name: "Where you are signed in" });
  await expect(table.getByText("this one")).toBeVisible();
  await sound(page, "the account");
  const mine = page.getByRole("dialog");
  await page.getByRole("button", { name: "New recovery codes" }).click();
  await mine.getByLabel("Your password").fill(password);
  await mine.getByLabel("Code of the second factor").fill(codes[1] ?? "");
  await sound(page, "asking for new codes");
  await mine.getByRole("button", { name: "Make new codes" }).click();
  await expect(mine.getByRole("listitem")).toHaveCount(10);
  await page.keyboard.press("Escape");
  await expect(mine.getByText("they are not shown again")).toBeVisible();
  await sound(page, "new codes");
  await mine.getByRole("checkbox", { name: "I have kept them" }).check();
  await mine.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("The new recovery codes count.")).toBeVisible();
  await expect(page.getByText("10 of 10")).toBeVisible();

  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await sound(page, "signing out everywhere");
  await mine.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();

  await admin.reload();
  await admin.getByRole("link", { name }).click();
  await expect(dialog.getByText("Set up")).toBeVisible();
  await sound(admin, "somebody of the platform");
  await dialog.getByRole("button", { name: "Let in again" }).click();
  await dialog.getByLabel("How it was made sure who asks").fill("Called back on a number of before.");
  await sound(admin, "letting in again");
  await dialog.getByRole("button", { name: "Let in again" }).click();
  await expect(dialog.getByText(`A letter with the link goes to ${email}.`)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  const row = admin.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText("Not yet");
  await admin.getByRole("link", { name }).click();
  await dialog.getByRole("button", { name: "Change the role" }).click();
  await dialog.getByLabel("New role").selectOption("Library editor");
  await dialog.getByLabel("Reason").fill("Moves to the library.");
  await dialog.getByRole("button", { name: "Change the role" }).click();
  await expect(row).toContainText("Library editor");
  await admin.getByRole("link", { name }).click();
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await dialog.getByLabel("Reason").fill("On leave until spring.");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(row).toContainText("Suspended");
  await admin.getByRole("link", { name }).click();
  await expect(dialog.getByRole("button", { name: "Let in again" })).toHaveCount(0);
  await admin.keyboard.press("Escape");
  await admin.getByRole("link", { name: "Demo Admin" }).click();
  await expect(dialog.getByText("Nobody changes their own role")).toBeVisible();
});

test("a member chooses a new password by a letter, and one who is signed in changes it", async ({
  page,
  another,
  apiAs,
}) => {
  test.slow();
  const email = await newMember(await apiAs("admin"));
  const ask = async (address: string) => {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgotten your password?" }).click();
    await page.getByLabel("E-mail").fill(address);
    await page.getByRole("button", { name: "Send the letter" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Look for the letter" })).toBeFocused();
    return page.getByRole("main").innerText();
  };
  expect(await ask("nobody@line.example")).toBe(await ask(email));
  await sound(page, "asked for a new password");
  await page.getByRole("button", { name: "Ask again" }).click();
  await sound(page, "asking for a new password");

  await openLetter(page, email, "A new password for Bellbuoy");
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await typeCredentials(page, email, password);
  await expect(page).toHaveURL(/\/account$/);

  const elsewhere = await another();
  await elsewhere.goto("/sign-in");
  await typeCredentials(elsewhere, email, password);
  await expect(elsewhere).toHaveURL(/\/account$/);
  await page.reload();
  await settle(page);
  await expect(page.getByText("your password alone opens this account")).toBeVisible();
  const sessions = page.getByRole("table", { name: "Where you are signed in" });
  await sessions.getByRole("button", { name: /^End/ }).first().click();
  await expect(page.getByText("It has to sign in again.")).toBeVisible();
  await sound(page, "a member's account");
  await elsewhere.goto("/account");
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();

  await page.getByRole("button", { name: "Change the password" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password of now").fill("wrong, but long enough");
  await dialog.getByLabel("New password").fill("another sea and another buoy");
  await dialog.getByRole("button", { name: "Change it" }).click();
  await expect(dialog.getByLabel("Password of now")).toBeFocused();
  await sound(page, "changing the password");
  await dialog.getByLabel("Password of now").fill(password);
  await dialog.getByRole("button", { name: "Change it" }).click();
  await expect(page.getByText("The password is changed.")).toBeVisible();
});
