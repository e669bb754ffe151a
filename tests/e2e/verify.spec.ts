/** A certificate at the gangway: checked by its code without a line, and by its number with one. */
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { altered, answered, give, oneThatIs, openCode, verdict, visitOnce } from "./support/certificates.ts";
import { tabTo } from "./support/keyboard.ts";
import { sideways } from "./support/places.ts";

const day = 86_400_000;

test("a code that is opened with a line says that it is valid, by which list and which clock", async ({
  page,
}) => {
  const { code, name, number } = await oneThatIs(page.request, "active");
  await openCode(page, code);
  await expect(verdict(page, "Valid")).toBeVisible();
  await expect(answered(page)).toContainText("Signed by us, in force today, not suspended.");
  await expect(answered(page)).toContainText(/Status list of today, \d\d:\d\d UTC\./);
  await expect(answered(page)).toContainText("By this device’s clock, ");
  await expect(answered(page)).toContainText(name);
  await expect(answered(page)).toContainText(number);
  await clean(page, "a valid certificate");
  await page.getByRole("button", { name: "See the register’s record" }).click();
  await expect(answered(page)).toContainText("The register, ");
  await expect(verdict(page, "Valid")).toBeVisible();
});

test("after one visit a code is checked with no line, and the answer ages with the clock", async ({
  page,
  context,
}) => {
  const [good, bad] = await Promise.all([
    oneThatIs(page.request, "active"),
    oneThatIs(page.request, "suspended"),
  ]);
  await visitOnce(page);
  await context.setOffline(true);
  await openCode(page, good.code);
  await expect(verdict(page, "Valid")).toBeVisible();
  await expect(answered(page)).toContainText(/Status as of today, \d\d:\d\d UTC, from this device\./);
  await openCode(page, bad.code);
  await expect(verdict(page, "Suspended")).toBeVisible();
  await openCode(page, altered(good.code));
  await expect(verdict(page, "Changed after signing")).toBeVisible();

  await page.clock.setFixedTime(Date.now() + 9 * day);
  await openCode(page, good.code);
  await expect(verdict(page, "Valid when last seen")).toBeVisible();
  await expect(answered(page)).toContainText("Your status list is 9 days old");
  await expect(answered(page)).toContainText("Good enough at sea. Check again when there is a line.");
  await clean(page, "a certificate that was valid when last seen");
  await page
    .getByRole("button", { name: /^Get the list, \d kB$/ })
    .first()
    .click();
  await expect(page.getByText("No answer from the line.")).toBeVisible();

  await page.clock.setFixedTime(Date.now());
  await context.setOffline(false);
  await page
    .getByRole("button", { name: /^Get the list, \d kB$/ })
    .first()
    .click();
  await expect(verdict(page, "Valid")).toBeVisible();
  await expect(answered(page)).toContainText("Status list of today");
});

for (const [status, title] of [
  ["suspended", "Suspended"],
  ["revoked", "Revoked or given back"],
  ["lapsed", "Lapsed"],
] as const) {
  test(`a code of a certificate that is ${status} says so`, async ({ page }) => {
    const { code, number } = await oneThatIs(page.request, status);
    await page.goto("/verify");
    await give(page, `https://bellbuoy.example/verify#${code}`);
    await expect(verdict(page, title)).toBeVisible();
    await expect(answered(page)).toContainText(number);
    await give(page, number);
    await expect(answered(page)).toContainText("The register, ");
    await expect(verdict(page, title.replace(" or given back", ""))).toBeVisible();
  });
}

test("a code that was changed, or is none of ours, is refused", async ({ page }) => {
  const { code } = await oneThatIs(page.request, "active");
  await openCode(page, altered(code));
  await expect(verdict(page, "Changed after signing")).toBeVisible();
  await expect(page.getByRole("link", { name: "Tell the desk" })).toHaveAttribute("href", "/report");
  await clean(page, "a changed certificate");
  const [, body, signature] = code.split(".");
  const header = Buffer.from('{"alg":"EdDSA","kid":"another","typ":"vc+jwt"}').toString("base64url");
  await give(page, `${header}.${body}.${signature}`);
  await expect(verdict(page, "Not issued by us")).toBeVisible();
  await give(page, code.slice(0, 400));
  await expect(verdict(page, "Not a certificate’s code")).toBeVisible();
});

test("a number is looked up; a slip is told, also with no line", async ({ page, context, faults }) => {
  await page.goto("/verify");
  const { number, name } = await oneThatIs(page.request, "active");
  await give(page, number.toLowerCase().replaceAll("-", " "));
  await expect(verdict(page, "Valid")).toBeVisible();
  await expect(answered(page)).toContainText(name);
  await give(page, "somebody");
  await expect(page.getByRole("alert")).toContainText("A number looks like BB-C-2026-0417");
  await expect(answered(page)).toHaveCount(0);
  await visitOnce(page);
  await context.setOffline(true);
  await give(page, "BB-C-2026-0471");
  await expect(verdict(page, "Not issued by us")).toBeVisible();
  await expect(answered(page)).toContainText(
    "BB-C-2026-0471: did you mean 0417? The check digit does not fit.",
  );
  await page.getByRole("button", { name: "Check BB-C-2026-0417" }).click();
  await expect(verdict(page, "Needs a line")).toBeVisible();
  await clean(page, "a number with no line");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(answered(page)).toContainText("The register, ");
  // A number is looked for with no line too: the browser says that there was none, and nothing else.
  const said = "console: Failed to load resource: net::ERR_INTERNET_DISCONNECTED";
  expect(faults.splice(0).filter((fault) => fault !== said)).toEqual([]);
});

test("a number that nobody has is not issued by us", async ({ page }) => {
  await page.goto("/verify");
  await give(page, "BB-C-1999-0016");
  await expect(answered(page)).toContainText("No certificate has the number BB-C-1999-0016.");
  await expect(page.getByRole("link", { name: "Tell the desk" })).toBeVisible();
});

test("what is kept is forgotten at a click, and nothing else was kept", async ({ page }) => {
  const kept = () =>
    page.evaluate(async () => ({
      caches: [...(await caches.keys())].sort(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      stored: localStorage.length + sessionStorage.length + document.cookie.length,
    }));
  await visitOnce(page);
  await give(page, (await oneThatIs(page.request, "active")).code);
  await expect(verdict(page, "Valid")).toBeVisible();
  const caches = ["bellbuoy-verify-lists", "bellbuoy-verify-page"];
  expect(await kept()).toEqual({ caches, workers: 1, stored: 0 });
  await page.getByRole("button", { name: "Forget" }).click();
  await expect(page.getByText("Forgotten.")).toBeVisible();
  expect(await kept()).toEqual({ caches: [], workers: 0, stored: 0 });
});

test("the other pages are not touched by what is kept", async ({ page, context }) => {
  await visitOnce(page);
  await page.goto("/report");
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await context.setOffline(true);
  await expect(page.goto("/report")).rejects.toThrow("ERR_INTERNET_DISCONNECTED");
});

test("a camera that is refused is said, and can be left by keyboard", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { BarcodeDetector: class {} });
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await page.goto("/verify");
  const scan = page.getByRole("button", { name: "Scan" });
  await tabTo(page, scan);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The camera is not allowed for this page.")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Stop" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("The camera is not allowed for this page.")).toBeHidden();
});

test("a code before the camera is checked, and the camera ends", async ({ page }) => {
  const { code } = await oneThatIs(page.request, "active");
  await page.addInitScript((rawValue) => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, {
      tracks,
      BarcodeDetector: class {
        detect = () => Promise.resolve([{ rawValue }]);
      },
    });
    navigator.mediaDevices.getUserMedia = () => {
      const drawn = document.createElement("canvas");
      drawn.getContext("2d")?.fillRect(0, 0, 9, 9);
      const stream = drawn.captureStream(5);
      tracks.push(...stream.getTracks());
      return Promise.resolve(stream);
    };
  }, `https://bellbuoy.example/verify#${code}`);
  await page.goto("/verify");
  await page.getByRole("button", { name: "Scan" }).click();
  await expect(verdict(page, "Valid")).toBeVisible();
  const states = await page.evaluate(() =>
    (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState),
  );
  expect(states).toEqual(["ended"]);
});

test("the answer fits a phone @phone", async ({ page }) => {
  await openCode(page, (await oneThatIs(page.request, "active")).code);
  await expect(verdict(page, "Valid")).toBeInViewport();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await clean(page, "a valid certificate on a phone");
});
