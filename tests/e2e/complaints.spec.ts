/** A complaint, from a stranger's words to what everybody may read, at a desk and at a gangway. */
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { altered, answered, openCode, verdict, visitOnce } from "./support/certificates.ts";
import { dayIn } from "./support/newcomer.ts";
import { settle, sideways } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const day = 86_400_000;

test("a complaint is looked into, upheld, and its sanction stands in the public history", async ({
  page,
  another,
  holder,
}) => {
  const { id, name, number, email } = await holder("secure_by_design", dayIn(-200));
  const note = `Tests were reported that nobody carried out, file ${crypto.randomUUID().slice(0, 8)}.`;
  const answer = "The logs of the ship show that nobody was aboard on that day.";
  const stranger = await another();
  await stranger.goto(`/certificates/${number}`);
  await stranger.getByRole("link", { name: "Complain about the holder" }).click();
  await expect(stranger.getByLabel("Number of the certificate")).toHaveValue(number);
  await stranger.getByLabel("What happened").fill("Too short.");
  await stranger.getByRole("button", { name: "Send the complaint" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Complain about a holder");
  await stranger
    .getByLabel("What happened")
    .fill("The report names tests that nobody saw. I stood in the control room all day.");
  await clean(stranger, "a complaint");
  await stranger.getByRole("button", { name: "Send the complaint" }).click();
  await expect(stranger.getByText("Keep this link")).toBeVisible();
  await clean(stranger, "the link of a complaint");
  await stranger.getByRole("link", { name: "Follow the complaint" }).click();
  await expect(stranger.getByText(/^It has arrived and waits to be read\./)).toBeVisible();

  await signIn(page, "scheme");
  await page.getByRole("link", { name: "Complaints" }).click();
  await expect(page.getByRole("table", { name: "Complaints" })).toBeVisible();
  await page
    .getByRole("row")
    .filter({ hasText: number })
    .getByRole("link", { name: /^The report names tests that nobody saw\./ })
    .click();
  await expect(page.getByText("I stood in the control room all day.")).toBeVisible();
  await clean(page, "a complaint that was received");
  await page.getByRole("button", { name: "Investigate" }).click();
  const dialog = page.getByRole("dialog");
  await clean(page, "the step of investigating");
  await dialog.getByRole("button", { name: "Investigate" }).click();
  await expect(dialog).toBeHidden();
  await stranger.getByRole("button", { name: "Look again" }).click();
  await expect(stranger.getByText("It is being looked into.")).toBeVisible();

  await page.getByRole("button", { name: "Uphold" }).click();
  await dialog.getByLabel("What was decided, and why").fill(answer);
  await dialog.getByLabel("What happens to the certificate").selectOption("Revoke");
  await expect(dialog.getByLabel("Reason")).toHaveValue("complaint_upheld");
  await dialog.getByLabel("What everybody may read").fill(note);
  await dialog.getByLabel("To the holder").fill("You were heard on the fourth. You can answer us.");
  await clean(page, "the step of upholding");
  await dialog.getByRole("button", { name: /^Uphold, and revoke/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("It is decided; no step is left.")).toBeVisible();

  await stranger.getByRole("button", { name: "Look again" }).click();
  await expect(stranger.getByText(answer)).toBeVisible();
  for (const address of [`/certificates/${number}`, `/consultants/${id}`]) {
    await stranger.goto(address);
    const line = stranger.getByRole("listitem").filter({ hasText: note }).last();
    await expect(line).toContainText("Revoked");
    await expect(line).toContainText("A complaint was upheld");
    await expect(stranger.getByText("You were heard on the fourth."), "a letter is not public").toHaveCount(
      0,
    );
  }
  await stranger.goto(`/consultants?q=${encodeURIComponent(name)}`);
  await expect(stranger.getByText("Nobody fits")).toBeVisible();
  await page.goto("/demo/mails");
  await expect(page.getByText("You were heard on the fourth.", { exact: false }).first()).toBeVisible();
  await expect(page.getByText(email).first()).toBeVisible();
});

test("a revocation reaches a gangway with the next list, and is told to be unknown until then", async ({
  page,
  context,
  apiAs,
  holder,
}) => {
  const { api, number } = await holder("cloud_security", dayIn(-100));
  const code = await (await api.get(`/api/v1/certificates/${number}/credential`)).text();
  await visitOnce(page);
  await context.setOffline(true);
  await openCode(page, code);
  await expect(verdict(page, "Valid")).toBeVisible();
  await expect(answered(page)).toContainText(/Status as of today, \d\d:\d\d UTC, from this device\./);

  const scheme = await apiAs("scheme");
  const path = `/api/v1/certificates/${number}`;
  const { etag } = (await (await scheme.get(path)).json()) as { etag: string };
  const data = { step: "revoke", reason: "misconduct", words: "Tests were invented." };
  const taken = await scheme.post(`${path}/steps`, { data, headers: { "if-match": etag } });
  expect(taken.status(), await taken.text()).toBe(200);

  await openCode(page, code);
  await expect(verdict(page, "Valid"), "the list of this device does not know it yet").toBeVisible();
  await expect(answered(page)).toContainText("A suspension since then would not show.");
  await page.clock.setFixedTime(Date.now() + 9 * day);
  await openCode(page, code);
  await expect(verdict(page, "Valid when last seen")).toBeVisible();
  await expect(answered(page)).toContainText("Your status list is 9 days old");

  await page.clock.setFixedTime(Date.now());
  await context.setOffline(false);
  await page
    .getByRole("button", { name: /^Get the list, \d kB$/ })
    .first()
    .click();
  await expect(verdict(page, "Revoked or given back")).toBeVisible();
  await clean(page, "a code that was revoked since");
  await page.getByRole("button", { name: "See the register’s record" }).click();
  await expect(verdict(page, "Revoked")).toBeVisible();
  await context.setOffline(true);
  await openCode(page, code);
  await expect(verdict(page, "Revoked or given back"), "kept, with no line").toBeVisible();
  await openCode(page, altered(code));
  await expect(verdict(page, "Changed after signing")).toBeVisible();
  await expect(page.getByRole("link", { name: "Tell the desk" })).toHaveAttribute("href", "/report");
});

test("a complaint can be written on a phone @phone", async ({ page }) => {
  await page.goto("/complaints/new?certificate=BB-C-1999-0016");
  await settle(page);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.getByLabel("What happened").fill("The report names tests that nobody saw.");
  await page.getByRole("button", { name: "Send the complaint" }).click();
  await expect(page.getByText(/^We issued no certificate with this number\./)).toBeVisible();
  await expect(page.getByLabel("Number of the certificate")).toBeFocused();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});
