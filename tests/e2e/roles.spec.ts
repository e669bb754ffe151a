/** The table of roles, read for one of them. */
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { tabTo } from "./support/keyboard.ts";
import { settle } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test("the tables of roles are read for one role, and the address keeps it", async ({ page }) => {
  await page.goto("/roles");
  await settle(page);
  await tabTo(page, page.getByLabel("View as"));
  await page.keyboard.type("Aud");
  const told = page.getByRole("region", { name: "As Auditor, reads only" });
  await expect(told.getByRole("status")).toHaveText("4 of 13 things are open.");
  await expect(told.getByText("take lists away as files")).toBeVisible();
  await expect(told.getByRole("list").nth(1).getByText("report incidents")).toBeVisible();
  await expect(page).toHaveURL(/\/roles\?as=within-auditor$/);
  await clean(page, "the roles as an auditor");
  await page.reload();
  await expect(told).toBeVisible();
  await page.goto("/roles?as=captain");
  await settle(page);
  await expect(page.getByLabel("View as")).toHaveValue("nobody");
});

test("an administrator sees the site as somebody of an organisation, and changes nothing there", async ({
  page,
}) => {
  await signIn(page, "admin");
  await page.goto("/roles?as=within-auditor");
  await settle(page);
  const told = page.getByRole("region", { name: "As Auditor, reads only" });
  await told.getByRole("button", { name: "See the site as this role" }).click();
  await expect(told.getByLabel("Organisation")).toHaveAccessibleDescription(/member organisation/);
  await told.getByLabel("Organisation").selectOption({ index: 1 });
  const organisation = await told.getByLabel("Organisation").locator("option:checked").innerText();
  await told.getByRole("button", { name: "See the site as this role" }).click();
  const band = page.getByRole("complementary", { name: "View as" });
  await expect(band).toContainText(`Auditor, reads only · ${organisation}.`);
  await expect(page.getByRole("heading", { level: 1, name: "Incidents" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Staff" })).toHaveCount(0);
  await clean(page, "incidents as an auditor");
  await page.setViewportSize({ width: 360, height: 640 });
  await clean(page, "incidents as an auditor on a phone");
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(page.getByRole("link", { name: "Report by name" })).toHaveCount(0);
  await band.getByRole("button", { name: "Be yourself again" }).click();
  await expect(band).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Staff" }).first()).toBeVisible();
});

test("an owner sees what a duty officer of theirs may not take away", async ({ page }) => {
  await signIn(page, "member");
  await page.goto("/roles?as=within-duty_officer");
  await page.getByRole("button", { name: "See the site as this role" }).click();
  const band = page.getByRole("complementary", { name: "View as" });
  await expect(band).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Incidents" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Export/ })).toHaveCount(0);
  await page.reload();
  await expect(band).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Export/ })).toBeVisible();
});
