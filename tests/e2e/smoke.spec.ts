/** The two entries open, ask no other host for anything, and carry a strict content policy. */
import { expect, test } from "./fixtures.ts";
import { findings } from "./support/axe.ts";

for (const path of ["/", "/report"]) {
  test.describe(`the page ${path}`, () => {
    test("opens with a heading and no fault @phone", async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways).toBeLessThanOrEqual(0);
    });

    test("allows no inline and no foreign source", async ({ page }) => {
      const answer = await page.goto(path);
      const policy = answer?.headers()["content-security-policy"] ?? "";
      const parts = new Map(policy.split(";").map((part) => [part.trim().split(/\s+/)[0], part.trim()]));
      expect(parts.get("default-src")).toMatch(/^default-src '(none|self)'$/);
      for (const name of [
        "script-src",
        "style-src",
        "connect-src",
        "base-uri",
        "form-action",
        "frame-ancestors",
      ]) {
        expect(parts.get(name), name).toBeDefined();
      }
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
      expect(answer?.headers()["x-content-type-options"]).toBe("nosniff");
      expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
    });

    test("has no finding of axe in light and dark", async ({ page }) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect(await findings(page), colorScheme).toEqual([]);
      }
    });
  });
}

test("a reporter gets no cookie and nothing is stored", async ({ page, context }) => {
  await page.goto("/report");
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});
