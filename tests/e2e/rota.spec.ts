/** The rota: somebody is put on call, the gaps are told, and only who is certified now can be called. */
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { dayIn } from "./support/newcomer.ts";
import { settle } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("who is put on call is called while certified, and the gap after them is told", async ({
  page,
  another,
  apiAs,
  holder,
}) => {
  const { name, email, number } = await holder("maritime_specialist", dayIn(-30));
  await signIn(page, "scheme");
  await page.getByRole("link", { name: "On call" }).click();
  await settle(page);
  await page.getByRole("combobox", { name: "Person" }).fill(name.slice(0, -1));
  await page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
  await page.getByLabel("Begins (UTC)").fill(`${dayIn(-1)}T08:00`);
  await page.getByLabel("Ends (UTC)").fill(`${dayIn(-2)}T08:00`);
  await page.getByRole("button", { name: "Put on the rota" }).click();
  await expect(page.getByText("Has to be later than it begins.")).toBeVisible();
  await page.getByLabel("Ends (UTC)").fill(`${dayIn(3)}T08:00`);
  await clean(page, "somebody to be put on call");
  await page.getByRole("button", { name: "Put on the rota" }).click();
  await expect(page.getByText(new RegExp(`^${name} is on call from .+ to .+\\.$`))).toBeVisible();

  const weeks = page.getByRole("region", { name: "The weeks to come" });
  const lines = weeks.getByRole("listitem");
  await expect(lines.filter({ hasText: name })).toContainText("08:00 UTC");
  await expect(weeks.getByText(/^There (is|are) \d+ gaps? in which nobody is on call\.$/)).toBeVisible();
  await expect(lines.filter({ hasText: "Nobody is on call" }).last()).toContainText(" UTC");
  await clean(page, "the rota");

  const desk = await another();
  await signIn(desk, "analyst");
  await desk.goto("/rota?domain=incident_response");
  const now = desk.getByRole("region", { name: "Who can be called now" });
  const called = now.getByRole("listitem").filter({ hasText: name });
  await expect(called).toContainText("English");
  await expect(called.getByRole("link", { name: email })).toBeVisible();
  await expect(called.getByText(/^Does not work on/)).toHaveCount(0);
  await expect(now.getByText(/^As of .+ UTC\. Who fits best stands first\.$/)).toBeVisible();
  await desk.goto("/rota?domain=cargo_handling&language=de");
  await expect(called.getByText("Does not work on: Cargo handling")).toBeVisible();
  await expect(called.getByText("Does not speak German")).toBeVisible();
  await clean(desk, "who can be called");
  await expect(desk.getByRole("button", { name: "Put on the rota" }), "the desk only reads").toHaveCount(0);

  const scheme = await apiAs("scheme");
  const path = `/api/v1/certificates/${number}`;
  const { etag } = (await (await scheme.get(path)).json()) as { etag: string };
  const data = { step: "suspend", reason: "under_investigation", words: "Looked into." };
  const taken = await scheme.post(`${path}/steps`, { data, headers: { "if-match": etag } });
  expect(taken.status(), await taken.text()).toBe(200);
  await desk.reload();
  await settle(desk);
  await expect(now.getByText(/^As of|^Nobody with a certificate in force/)).toBeVisible();
  await expect(called, "suspended, so not called").toHaveCount(0);

  await page.getByRole("button", { name: new RegExp(`^Take off ${name}`) }).click();
  const dialog = page.getByRole("dialog", { name: `Take ${name} off the rota` });
  await clean(page, "taking somebody off");
  await dialog.getByRole("button", { name: "Take off" }).click();
  await expect(lines.filter({ hasText: name })).toHaveCount(0);
});
