/** One officer's way through everything: join, be let in, a second factor, people, a key, its end, and the own data. */
import { request } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { enter } from "./support/places.ts";
import { codeOf } from "./support/staff.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const password = "a calm sea and a buoy";

interface Letter {
  readonly to: string;
  readonly body: string;
}

test("from the application to a key that is revoked", async ({ page, another, baseURL }) => {
  test.slow();
  const name = `Harbour ${crypto.randomUUID().slice(0, 8)}`;
  const email = `officer@${name.slice(8)}.example`;
  const sections = page.getByRole("navigation", { name: "Sections" });
  const dialog = page.getByRole("dialog");

  await page.goto("/join");
  await page.getByLabel("Name of the organisation").fill(name);
  await page.getByLabel("What it is").selectOption("Port");
  await page
    .getByLabel("About it, and why it wants to join")
    .fill("A harbour with two terminals and a lock.");
  await page.getByLabel("Name of the officer").fill("Harbour Officer");
  await page.getByLabel("E-mail of the officer").fill(email);
  await page.getByRole("button", { name: "Send the application" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your application has arrived" })).toBeVisible();

  const admin = await another();
  const decision = admin.getByRole("dialog");
  await enter(admin, "admin");
  await admin.getByRole("link", { name: "Applications" }).click();
  await admin.getByRole("link", { name }).click();
  await admin.getByRole("button", { name: "Approve" }).click();
  await decision.getByRole("button", { name: "Approve" }).click();
  await expect(admin.getByText("Harbour Officer was invited as owner")).toBeVisible();

  await page.goto("/demo/mails");
  await page
    .getByRole("article", { name: `Invitation to act for ${name}` })
    .getByRole("link")
    .click();
  await page.getByLabel("Your name").fill("Harbour Officer");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Accepted" })).toBeVisible();

  await admin.getByRole("link", { name: "Open the organisation" }).click();
  await admin.getByRole("link", { name: "Harbour Officer" }).click();
  await decision.getByRole("button", { name: "Confirm" }).click();
  await decision.getByRole("button", { name: "Confirm" }).click();
  await expect(decision).toBeHidden();

  const signIn = async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  await signIn();
  await expect(page.getByRole("heading", { level: 1, name: "Incidents" })).toBeVisible();
  await page.goto("/account");
  await page.getByRole("button", { name: "Set it up" }).click();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Next" }).click();
  const secret = (await dialog.getByRole("group", { name: "Secret" }).innerText()).replaceAll(/\s/g, "");
  await dialog.getByLabel("First code").fill(codeOf(secret));
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(10);
  const codes = await dialog.getByRole("listitem").allInnerTexts();
  await dialog.getByRole("checkbox", { name: "I have kept them" }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("10 of 10")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  await signIn();
  await page.getByLabel("Code of the second factor").fill(codeOf(secret, 1));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Incidents" })).toBeVisible();

  await sections.getByRole("link", { name: "Organisation" }).click();
  await page.getByLabel("E-mail").fill(`second-${email}`);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText(`The invitation to second-${email} is written.`)).toBeVisible();

  await page.getByRole("link", { name: "Keys" }).click();
  await page.getByRole("button", { name: "Make a key" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Harbour import");
  await dialog.getByRole("checkbox", { name: /^Read incidents/ }).check();
  await dialog.getByRole("button", { name: "Make a key" }).click();
  const key = (await dialog.getByText(/^bb_live_/).textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have the key" }).click();
  const program = await request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const status = async () => (await program.get("/api/v1/incidents?limit=1")).status();
  expect(await status()).toBe(200);
  await page.getByRole("link", { name: "Harbour import" }).click();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await dialog.getByLabel("Reason").fill("The import has ended.");
  await dialog.getByRole("button", { name: "Revoke the key" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(status).toBe(401);
  await program.dispose();

  await page.goto("/account");
  await page.getByRole("button", { name: "Correct your name" }).click();
  await dialog.getByLabel("Your name").fill("Harbour Master");
  await clean(page, "correcting the name");
  await dialog.getByRole("button", { name: "Correct it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Harbour Master" })).toBeVisible();
  const moved = `master@${name.slice(8)}.example`;
  await page.getByRole("button", { name: "Change your address" }).click();
  await dialog.getByLabel("New e-mail address").fill(moved);
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByLabel("Code of the second factor").fill(codes[1] ?? "");
  await clean(page, "changing the address");
  await dialog.getByRole("button", { name: "Send the word" }).click();
  await dialog.getByLabel("The word in the letter").fill("000000000000");
  await dialog.getByRole("button", { name: "Change it" }).click();
  await expect(dialog.getByLabel("The word in the letter")).toHaveAccessibleDescription(/is not the word/);
  const letters = (await (await page.request.get("/api/v1/demo/mails")).json()) as Letter[];
  const word = /\b[0-9a-f]{12}\b/.exec(letters.find(({ to }) => to === moved)?.body ?? "")?.[0];
  await dialog.getByLabel("The word in the letter").fill(word ?? "");
  await dialog.getByRole("button", { name: "Change it" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(moved)).toBeVisible();
  await page.getByRole("button", { name: "Take your data along" }).click();
  await dialog.getByLabel("Your password").fill(password);
  await clean(page, "taking the data along");
  await dialog.getByLabel("Code of the second factor").fill(codes[0] ?? "");
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Make the file" }).click();
  expect((await saved).suggestedFilename()).toBe("bellbuoy-own-data.zip");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Remove your account" }).click();
  await expect(dialog.getByText("This cannot be taken back.")).toBeVisible();
  await clean(page, "removing the account");
});
