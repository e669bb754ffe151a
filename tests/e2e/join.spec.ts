/** An organisation joins: from its application to the first person who sees incidents. */
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { enter, settle } from "./support/places.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const password = "a calm sea and a buoy";

test("an organisation applies, answers, is approved, and its officer reports once confirmed", async ({
  page,
  another,
}) => {
  test.slow();
  const name = `Line ${crypto.randomUUID().slice(0, 8)}`;
  const email = `officer@${name.slice(5)}.example`;

  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Join the alliance" }).click();
  await page.getByLabel("Name of the organisation").fill(name);
  await page.getByLabel("What it is").selectOption("Port");
  await page.getByLabel("Seat").selectOption("Netherlands");
  await page.getByLabel("Website").fill("not an address");
  await page
    .getByLabel("About it, and why it wants to join")
    .fill("A port on the Waddenzee with two terminals.");
  await page.getByLabel("Name of the officer").fill("First Officer");
  await page.getByLabel("E-mail of the officer").fill(email);
  const send = page.getByRole("button", { name: "Send the application" });
  await send.click();
  await expect(page.getByLabel("Website")).toHaveAttribute("aria-invalid", "true");
  await clean(page, "the application with its fault");
  await page.getByLabel("Website").fill("port.example");
  await send.click();
  await expect(page.getByRole("heading", { level: 1, name: "Your application has arrived" })).toBeFocused();
  await clean(page, "what is sent");
  await page.getByRole("link", { name: "Follow the application" }).click();
  await expect(page).toHaveURL(/\/join\/[0-9a-f]{48}$/);
  await expect(page.getByText("Nothing is asked of you")).toBeVisible();

  const admin = await another();
  await enter(admin, "admin");
  await admin.getByRole("link", { name: "Applications" }).click();
  await admin.getByRole("link", { name }).click();
  await admin.getByRole("button", { name: "Ask" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Question").fill("Which terminals are yours?");
  await clean(admin, "the question");
  await dialog.getByRole("button", { name: "Ask" }).click();
  await expect(dialog).toBeHidden();
  await expect(admin.getByText("Question asked")).toBeVisible();

  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByText("Which terminals are yours?")).toBeVisible();

  await admin.getByRole("button", { name: "Approve" }).click();
  await page.getByLabel("Your answer").fill("The two in the north.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("The two in the north.")).toBeVisible();

  await dialog.getByRole("button", { name: "Approve" }).click();
  await expect(dialog.getByText("Someone changed this since you read it")).toBeVisible();
  await dialog.getByRole("button", { name: "Read the newest version" }).click();
  await expect(admin.getByText("The two in the north.")).toBeVisible();
  await dialog.getByRole("button", { name: "Approve" }).click();
  await expect(admin.getByText("First Officer was invited as owner")).toBeVisible();
  await clean(admin, "the approved application");

  await page.getByRole("link", { name: "Letters of the demo" }).click();
  const letter = page.getByRole("article", { name: `Invitation to act for ${name}` });
  await letter.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: `Act for ${name}` })).toBeVisible();
  const link = page.url();
  await page.getByLabel("Your name").fill("First Officer");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByLabel("Password")).toHaveAttribute("type", "text");
  await clean(page, "the invitation");
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Accepted" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();

  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText("your membership waits for confirmation")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Sections" }).getByRole("link")).toHaveText([
    "Certification",
    "Figures",
    "Advisories",
    "Consultants",
    "Directory",
  ]);
  await clean(page, "the account that waits");
  for (const item of ["Figures", "Advisories", "Directory"]) {
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: item }).click();
    await expect(page.getByRole("heading", { level: 1, name: item })).toBeVisible();
    await settle(page);
  }
  await page.goto("/incidents");
  await expect(page.getByRole("heading", { name: "Your membership is not confirmed" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Your account" }).click();

  await admin.getByRole("link", { name: "Open the organisation" }).click();
  await expect(admin.getByText("1 person has accepted an invitation")).toBeVisible();
  await admin.getByRole("link", { name: "First Officer" }).click();
  await clean(admin, "the person");
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toBeHidden();
  await expect(admin.getByRole("table", { name: "People" }).getByText("Confirmed")).toBeVisible();

  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByText(`You act for ${name}.`)).toBeVisible();
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Incidents" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Incidents" })).toBeVisible();
  await settle(page);

  await page
    .getByRole("navigation", { name: "Sections" })
    .getByRole("link", { name: "Organisation" })
    .click();
  await page.getByRole("button", { name: "Change the entry" }).click();
  await page.getByRole("radio", { name: /^Listed by name/ }).check();
  await clean(page, "the entry that is changed");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByLabel("E-mail").fill(`second-${email}`);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText(`The invitation to second-${email} is written.`)).toBeVisible();
  await page.goto(`/directory?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("table", { name: "Directory" }).getByRole("link", { name })).toBeVisible();

  await admin.reload();
  await admin.getByRole("button", { name: "Suspend" }).click();
  await dialog.getByLabel("Reason").fill("Its officer cannot be reached.");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(dialog).toBeHidden();
  await page.goto("/account");
  await expect(page.getByText("is suspended or has left")).toBeVisible();
  await admin.getByRole("button", { name: "Reinstate" }).click();
  await dialog.getByRole("button", { name: "Reinstate" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByText(`You act for ${name}.`)).toBeVisible();

  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("button", { name: "Let it leave" }).click();
  const goodbye = page.getByRole("dialog", { name: `Let ${name} leave` });
  await expect(goodbye.getByLabel("Reason")).toBeFocused();
  await goodbye.getByLabel("Reason").fill("It has merged with its neighbour.");
  await goodbye.getByLabel("Type the name of the organisation").fill(name.toLowerCase());
  await goodbye.getByRole("button", { name: "Let the organisation leave" }).click();
  await expect(goodbye.getByText(`This is not its name. Type: ${name}`)).toBeVisible();
  await clean(page, "the way out for all");
  await goodbye.getByLabel("Type the name of the organisation").fill(name);
  await goodbye.getByRole("button", { name: "Let the organisation leave" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText("is suspended or has left")).toBeVisible();
});

test("what leads nowhere says so", async ({ page }) => {
  for (const [address, title] of [
    ["/join/0123", "There is no such application"],
    ["/invitations/0123", "This invitation does not work"],
    ["/directory/01a21f98-c25d-759e-a33a-000000000000", "There is no such member"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await clean(page, address);
  }
});

test("a site that is no demo has no letter box", async ({ page }) => {
  const json = {
    type: "about:blank",
    title: "Nothing here",
    status: 404,
    code: "not_found",
    request_id: "r",
  };
  await page.route("**/api/v1/demo/mails", (route) => route.fulfill({ status: 404, json }));
  await page.goto("/demo/mails");
  await expect(page.getByRole("heading", { level: 1, name: "There is no such page" })).toBeVisible();
});
