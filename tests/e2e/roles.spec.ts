/** The table of roles, read for one of them. */
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { tabTo } from "./support/keyboard.ts";
import { settle } from "./support/places.ts";

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
