/** A member reports by name, in the same words as without one; an analyst decides. */
import { expect, test } from "./fixtures.ts";
import { json } from "./support/desk-api.ts";
import { decide, month, report } from "./support/incidents.ts";
import { sideways } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test("a member reports, an analyst takes it up and accepts it", async ({ page, another, apiAs }) => {
  const title = `Crane control halted ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, "member");
  await page.getByRole("link", { name: "Report by name" }).click();
  await expect(page.getByText(/^Sent as Demo Member for .+ nobody else sees a name\.$/)).toBeVisible();
  await page.getByLabel("In one line").fill(title);
  await page.getByLabel("In your own words").fill("Cranes stopped; work went on by hand.");
  await page.getByLabel("What it was").selectOption("System down");
  await page.getByLabel("How sure is that?").selectOption("Confirmed");
  await page.getByLabel("Date", { exact: true }).fill(`${month()}-01`);
  await page.getByLabel("How exact is the date?").selectOption("Month");
  await page.getByLabel("Who was hit").selectOption("Vessel");
  await page.getByLabel("Type of ship").selectOption("Container ship");
  await page.getByLabel("Who was hit").selectOption("Terminal");
  await expect(page.getByLabel("Type of ship"), "asked of ships only").toBeHidden();
  await page.getByRole("combobox", { name: "Port" }).fill("rotterd");
  await page.getByRole("option", { name: /Rotterdam NLRTM/ }).click();
  await expect(page.getByRole("combobox", { name: "Port" })).toHaveValue("NLRTM");
  await expect(page.getByLabel("Country")).toHaveValue("NL");
  await page.locator("summary").filter({ hasText: "Shore side" }).click();
  await page.getByRole("checkbox", { name: "Crane and AGV control" }).check();
  await page.getByRole("button", { name: "Add a service" }).click();
  await page.getByLabel("Service", { exact: true }).selectOption("Terminal operations");
  await page.getByRole("checkbox", { name: "Availability" }).check();
  await page.getByLabel("How bad was it?").selectOption("Major");
  await page.getByRole("button", { name: "Send the report" }).click();

  await expect(page).toHaveURL(/\/incidents\/INC-[0-9A-Z]{6}$/);
  const reference = page.url().split("/").at(-1) ?? "";
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("Submitted", { exact: true })).toBeVisible();
  for (const fact of ["Crane and AGV control", "Terminal operations: down"]) {
    await expect(page.getByRole("definition").filter({ hasText: fact })).toBeVisible();
  }

  const analyst = await another();
  await signIn(analyst, "analyst");
  await analyst.getByRole("link", { name: "By name" }).click();
  await analyst.getByRole("link", { name: reference }).click();
  await analyst.getByRole("link", { name: "Decide on its page" }).click();
  await analyst.getByRole("button", { name: "Take up" }).click();
  await analyst.getByRole("dialog").getByRole("button", { name: "Take up" }).click();
  await expect(analyst.getByText("In triage", { exact: true })).toBeVisible();
  await analyst.getByRole("button", { name: "Accept" }).click();
  const dialog = analyst.getByRole("dialog", { name: `Accept: ${reference}` });
  await dialog.getByLabel("How well is it supported?").selectOption("Confirmed by evidence");
  await dialog.getByLabel("Who may see it?").selectOption("TLP:GREEN");
  await dialog.getByRole("button", { name: "Accept" }).click();
  await expect(analyst.getByText("Accepted", { exact: true })).toBeVisible();
  await expect(analyst.getByRole("button", { name: "Refuse" })).toBeHidden();

  await page.reload();
  await expect(page.getByText("Accepted", { exact: true })).toBeVisible();
  await expect(page.getByText("Confirmed by evidence")).toBeVisible();
  expect(await json(await apiAs("member"), `/api/v1/incidents/${reference}`)).toMatchObject({
    title,
    kind: "system_down",
    unlocode: "NLRTM",
    country: "NL",
    vessel_type: null,
    severity: "major",
    verification: "evidence_confirmed",
    tlp: "green",
    track: "named",
  });
});

test("a member reports from a phone at 360×640 @phone", async ({ page }) => {
  const title = `Crane control halted ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, "member");
  await page.getByRole("link", { name: "Report by name" }).click();
  await page.getByLabel("In one line").fill(title);
  await page.getByLabel("In your own words").fill("Cranes stopped; work went on by hand.");
  await page.getByLabel("What it was").selectOption("System down");
  await page.getByLabel("Date", { exact: true }).fill(`${month()}-01`);
  await page.getByLabel("Who was hit").selectOption("Terminal");
  await page.locator("summary").filter({ hasText: "Shore side" }).click();
  await page.getByRole("checkbox", { name: "Crane and AGV control" }).check();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page).toHaveURL(/\/incidents\/INC-[0-9A-Z]{6}$/);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});

test("a report by name of what is known already is linked to it", async ({ page, apiAs }) => {
  const [member, analyst] = [await apiAs("member"), await apiAs("analyst")];
  const first = await report(member);
  const second = await report(member);
  await decide(analyst, second, { decision: "take_up" });
  await signIn(page, "analyst");
  await page.goto(`/incidents/${second.reference}`);
  await page.getByRole("button", { name: "Link as duplicate" }).click();
  const dialog = page.getByRole("dialog", { name: `Link as duplicate: ${second.reference}` });
  await dialog.getByLabel("The incident that this one repeats").fill(first.reference);
  await dialog.getByRole("button", { name: "Link as duplicate" }).click();
  await expect(page.getByText("Duplicate", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "This repeats another incident" }).click();
  await expect(page.getByRole("article").getByText(first.reference)).toBeVisible();
});

test("what does not fit is said at its field, and what was typed stays", async ({ page }) => {
  await signIn(page, "member");
  await page.getByRole("link", { name: "Report by name" }).click();
  await page.getByLabel("In one line").fill("GPS jumped");
  await page.getByLabel("In your own words").fill("Both receivers jumped at once, for forty minutes.");
  await page.getByLabel("What it was").selectOption("Position or time wrong");
  await page.getByLabel("Date", { exact: true }).fill("2099-01-01");
  await page.getByLabel("Who was hit").selectOption("Vessel");
  await page.getByRole("combobox", { name: "Port" }).fill("XXQQQ");
  await page.getByRole("combobox", { name: "Port" }).press("Escape");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("alert")).toHaveText(/^2 fields do not fit/);
  const date = page.getByLabel("Date", { exact: true });
  await expect(date).toHaveAttribute("aria-invalid", "true");
  await expect(date).toHaveAccessibleDescription(/lies after today/);
  await expect(page.getByRole("combobox", { name: "Port" })).toHaveAccessibleDescription(/LOCODE/);
  await expect(page.getByLabel("In one line")).toHaveValue("GPS jumped");
  await expect(page.getByLabel("In one line")).not.toHaveAttribute("aria-invalid");

  await date.fill(`${month()}-01`);
  await page.getByRole("combobox", { name: "Port" }).fill("");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "GPS jumped" })).toBeVisible();
});

test("a decision on what someone changed meanwhile is refused, and can be made anew", async ({
  page,
  apiAs,
}) => {
  const incident = await report(await apiAs("member"));
  const taken = await decide(await apiAs("analyst"), incident, { decision: "take_up" });
  await signIn(page, "analyst");
  await page.goto(`/incidents/${incident.reference}`);
  await page.getByRole("button", { name: "Refuse" }).click();
  const dialog = page.getByRole("dialog", { name: `Refuse: ${incident.reference}` });
  await dialog.getByLabel("Reason").fill("It was a drill.");

  const colleague = await apiAs("second-analyst");
  const refused = await decide(colleague, taken, { decision: "refuse", reason: "A test." });
  await decide(colleague, refused, { decision: "reopen", reason: "It was none." });

  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(dialog.getByText("Someone changed this since you read it")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Refuse" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Read the newest version" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveValue("It was a drill.");
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByText("Refused", { exact: true })).toBeVisible();
  await expect(page.getByText("It was a drill.")).toBeVisible();
});

test("what a member reported can be withdrawn by them and by no other step of theirs", async ({
  page,
  apiAs,
}) => {
  const { reference } = await report(await apiAs("member"));
  await signIn(page, "member");
  await page.goto(`/incidents/${reference}`);
  await expect(page.getByRole("button", { name: "Withdraw" })).toBeVisible();
  for (const step of ["Take up", "Accept", "Refuse"]) {
    await expect(page.getByRole("button", { name: step })).toHaveCount(0);
  }
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn", { exact: true })).toBeVisible();
});
