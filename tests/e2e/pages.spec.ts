/** What holds for every page: it fits, it works without a mouse, it runs nothing that is not ours. */
import { expect, test } from "./fixtures.ts";
import { tabTo } from "./support/keyboard.ts";
import { addressesFor, enter, settle, sideways, someThings, visitors } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";
import { expectNoTrace } from "./support/traces.ts";

for (const visitor of visitors) {
  test(`no page scrolls sideways at 360×640 as ${visitor} @phone`, async ({ page, apiAs }) => {
    const addresses = addressesFor(visitor, await someThings(apiAs));
    await enter(page, visitor);
    for (const address of addresses) {
      await page.goto(address);
      await settle(page);
      expect.soft(await sideways(page), address).toBeLessThanOrEqual(0);
    }
  });
}

test("no public page scrolls sideways when it is enlarged to 150 %", async ({ page, apiAs }) => {
  await page.setViewportSize({ width: Math.floor(1366 / 1.5), height: Math.floor(768 / 1.5) });
  for (const address of addressesFor("nobody", await someThings(apiAs))) {
    await page.goto(address);
    await settle(page);
    expect.soft(await sideways(page), address).toBeLessThanOrEqual(0);
  }
});

test("an address that is none says so and offers what it may have meant", async ({ page }) => {
  await page.goto("/figurse");
  await expect(page.getByRole("heading", { level: 1, name: "There is no such page" })).toBeVisible();
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/figures$/);
});

test("a number that nothing has says so and leads back to the list", async ({ page }) => {
  const missing = async (address: string, title: string, back: string) => {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page).toHaveTitle(`${title} · Bellbuoy`);
    await page.getByRole("main").getByRole("link", { name: back }).click();
    await settle(page);
  };
  await missing("/advisories/BB-2026-999", "There is no such advisory", "All advisories");
  await expect(page).toHaveURL(/\/advisories$/);
  await signIn(page, "member");
  await missing("/incidents/INC-XXXXXX", "There is no such incident", "All incidents");
  await expect(page).toHaveURL(/\/incidents$/);
});

test("a page for another role says so, and one for members asks who is there", async ({ page }) => {
  await page.goto("/incidents?severity=major");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByRole("button", { name: "Demo Member," }).click();
  await expect(page, "back to where they wanted to go").toHaveURL(/\/incidents\?severity=major$/);
  await page.goto("/desk");
  await expect(page.getByRole("heading", { level: 1, name: "This page is for another role" })).toBeVisible();
});

test("a visitor who does not sign in is left without a trace", async ({ page }) => {
  for (const address of ["/", "/figures", "/advisories", "/about"]) {
    await page.goto(address);
    await settle(page);
  }
  await expectNoTrace(page);
});

test("the keyboard gets past the frame, finds pages and lists its keys", async ({ page }) => {
  await signIn(page, "analyst");
  await page.goto("/incidents");
  await settle(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await page.keyboard.press("ControlOrMeta+k");
  const find = page.getByRole("dialog", { name: "Find" });
  await expect(find.getByRole("combobox", { name: "Find" })).toBeFocused();
  await page.keyboard.type("advis");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/advisories$/);
  await expect(find).toBeHidden();

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys.getByText("find a page, an incident, an advisory")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page).toHaveURL(/\/incidents$/);
  await settle(page);
  await page.keyboard.press("j");
  const links = page.getByRole("table", { name: "Incidents" }).locator("tbody").getByRole("link");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/incidents\/INC-/);
});

test("the queue is worked with single keys", async ({ page }) => {
  await signIn(page, "analyst");
  const rows = page.getByRole("table", { name: "Queue" }).locator("tbody").getByRole("link");
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys at the desk" });
  await expect(keys).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("o");
  await expect(page.getByRole("complementary", { name: /^Report/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: /^Report/ })).toBeHidden();
  await expect(rows.first()).toBeFocused();
});

test("the theme is chosen from a menu without a mouse and is kept", async ({ page }) => {
  await page.goto("/figures");
  await settle(page);
  await tabTo(page, page.getByRole("button", { name: "Theme: light" }));
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitemradio", { name: "night bridge" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
  await page.reload();
  await expect(page.getByRole("button", { name: "Theme: night bridge" })).toBeVisible();
});

for (const address of ["/", "/report"]) {
  test(`${address} runs and asks for nothing that is not ours`, async ({ page, faults }) => {
    const answer = await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const policy = answer?.headers()["content-security-policy"] ?? "";
    const parts = new Map(policy.split(";").map((part) => [part.trim().split(/\s+/)[0], part.trim()]));
    expect(parts.get("default-src")).toBe("default-src 'none'");
    for (const name of ["script-src", "style-src", "connect-src"])
      expect(parts.get(name)).toBe(`${name} 'self'`);
    for (const name of ["base-uri", "frame-ancestors"]) expect(parts.get(name)).toBe(`${name} 'none'`);
    expect(parts.has("require-trusted-types-for")).toBe(true);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
    expect(answer?.headers()).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });

    const ran = await page.evaluate(async (foreign) => {
      const done: string[] = [];
      try {
        document.body.insertAdjacentHTML("beforeend", "<p>markup from a text</p>");
        done.push("markup");
      } catch {
        const script = document.createElement("script");
        script.append("window.name = 'inline';");
        document.body.append(script);
      }
      if (window.name === "inline") done.push("an inline script");
      await fetch(foreign).then(
        () => done.push("a foreign request"),
        () => undefined,
      );
      return done;
    }, "http://127.0.0.2:9/");
    expect(ran).toEqual([]);
    expect(faults.splice(0).length, "the browser said that it refused").toBeGreaterThan(0);
  });
}
