/** A certificate is renewed from ninety days before its last day, and its new code says the new one. */
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { answered, openCode, verdict } from "./support/certificates.ts";
import { saved, step } from "./support/certification.ts";
import { json } from "./support/desk-api.ts";
import { certify, dayIn, findMet, signInAs } from "./support/newcomer.ts";
import { settle } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

type Item = Readonly<Record<string, string>>;

async function codeOf(api: APIRequestContext, number: string): Promise<string> {
  const answer = await api.get(`/api/v1/certificates/${number}/credential`);
  expect(answer.status()).toBe(200);
  return answer.text();
}

async function lastDay(api: APIRequestContext, number: string): Promise<string> {
  return (await json<Item>(api, `/api/v1/certificates/${number}`))["valid_to"] ?? "";
}

test("a certificate is renewed from ninety days before its end, and not earlier", async ({
  page,
  another,
  apiAs,
  holder,
}) => {
  const [scheme, reviewer] = [await apiAs("scheme"), await apiAs("reviewer")];
  // The scheme certifies for 36 months, so two months are left of this one.
  const ending = await holder("offensive_testing", dayIn(-1036));
  const { api, number } = ending;
  const fresh = await certify(ending, { scheme, reviewer }, "cloud_security", dayIn(0));
  const before = { code: await codeOf(api, number), last: await lastDay(api, number) };
  expect(before.last < dayIn(90), "it ends within ninety days").toBe(true);

  await signInAs(page, ending);
  await page.goto("/certification");
  await settle(page);
  const early = page.getByRole("listitem").filter({ hasText: fresh });
  await expect(early.getByRole("button", { name: "Renew" })).toBeDisabled();
  await expect(early.getByText(/^Renewal opens on \d+ \w+ \d{4}\.$/)).toBeVisible();
  const refused = await api.post("/api/v1/certification-applications", {
    data: { scheme: "maritime", renews: fresh },
  });
  expect(refused.status(), "the API keeps the same day").toBe(409);
  await clean(page, "what one holds, near its end");

  await page.getByRole("button", { name: `Renew ${number}` }).click();
  await expect(page.getByText("Renews", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: number })).toBeVisible();
  await page.getByLabel("I have read the code of conduct and accept it").check();
  await page.getByLabel("I have none").check();
  await saved(page);
  await clean(page, "a renewal that is complete");
  await page.getByRole("button", { name: "Submit the application" }).click();
  await expect(page.getByText("A reviewer is being assigned.")).toBeVisible();

  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const reviewers = await json<readonly Item[]>(scheme, `/api/v1/certification-applications/${id}/reviewers`);
  const chosen = reviewers.find(({ name }) => name === "Demo Reviewer")?.["account_id"];
  await step(scheme, id, { step: "assign", reviewer_id: chosen ?? "" });
  await findMet(reviewer, id);
  const second = await another();
  await signIn(second, "second-scheme");
  await second.goto(`/certification/${id}`);
  await second.getByRole("button", { name: "Renew the certificate" }).click();
  await second.getByRole("button", { name: "Renew the certificate" }).click();
  await expect(second.getByText("Granted").first()).toBeVisible();

  await page.reload();
  await page.getByRole("link", { name: `Open ${number}` }).click();
  await expect(page.getByText("Signed by us, in force today, not suspended.")).toBeVisible();
  await expect(page.getByText(/^Renewed/)).toBeVisible();
  expect(await lastDay(api, number), "three years more").toBe(
    `${Number(before.last.slice(0, 4)) + 3}${before.last.slice(4)}`,
  );

  const after = await codeOf(api, number);
  expect(after, "a new code").not.toBe(before.code);
  const gangway = await another();
  await openCode(gangway, after);
  await expect(verdict(gangway, "Valid")).toBeVisible();
  await expect(answered(gangway)).toContainText(`${Number(before.last.slice(0, 4)) + 3}`);
});
