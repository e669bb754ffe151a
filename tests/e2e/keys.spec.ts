/** A key of a program: made, told once, used, rotated, revoked; and one that somebody found. */
import { request, type Locator, type Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { settle } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const list = "/api/v1/incidents?limit=5";

async function answerTo(home: string, key: string): Promise<number> {
  const program = await request.newContext({
    baseURL: home,
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const answer = await program.get(list);
  await program.dispose();
  return answer.status();
}

async function toldIn(dialog: Locator): Promise<string> {
  const key = (await dialog.getByText(/^bb_(live|test)_/).textContent()) ?? "";
  expect(key).toMatch(/^bb_live_[0-9a-f]{32}_[0-9a-f]{64}_[0-9a-f]{8}$/);
  return key;
}

async function openKeys(page: Page): Promise<void> {
  await page
    .getByRole("navigation", { name: "Sections" })
    .getByRole("link", { name: "Organisation" })
    .click();
  await page
    .getByRole("navigation", { name: "Pages of the organisation" })
    .getByRole("link", { name: "Keys" })
    .click();
  await expect(page.getByRole("heading", { name: "Keys of programs" })).toBeVisible();
  await settle(page);
}

test("an owner makes a key, a program uses it, and it is rotated and revoked", async ({ page, baseURL }) => {
  const home = baseURL ?? "";
  const name = `Import ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, "member");
  await openKeys(page);

  await page.getByRole("button", { name: "Make a key" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByLabel("Networks it may be used from").fill("127.0.0.0/8\nthe port");
  await dialog.getByRole("button", { name: "Make a key" }).click();
  await expect(dialog.getByText("Choose at least one.")).toBeVisible();
  await expect(dialog.getByText("“the port” is no network.")).toBeVisible();
  await clean(page, "the new key with its faults");
  await dialog.getByRole("checkbox", { name: /^Read incidents/ }).check();
  await dialog.getByLabel("Networks it may be used from").fill("127.0.0.0/8");
  await dialog.getByLabel("Days until it ends").fill("10");
  await dialog.getByRole("button", { name: "Make a key" }).click();

  await expect(dialog.getByText("It is shown this once")).toBeFocused();
  const first = await toldIn(dialog);
  await expect(dialog.getByText(`curl '${home}${list}'`)).toBeVisible();
  await clean(page, "the key");
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("button", { name: "Back to the key" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog.getByText(first)).toBeVisible();
  await clean(page, "the question before it is lost");
  await dialog.getByRole("button", { name: "Back to the key" }).click();
  await page.goBack();
  await expect(dialog.getByText("Leave without the key?")).toBeVisible();
  await dialog.getByRole("button", { name: "Back to the key" }).click();
  await dialog.getByRole("button", { name: "I have the key" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Make a key" })).toBeFocused();
  await expect(page).toHaveURL(/\/organisation\/keys$/);
  expect(await answerTo(home, first)).toBe(200);

  const row = page.getByRole("row", { name });
  await expect(row.getByText(/, in (9|10) days$/)).toBeVisible();
  await expect(page.getByText("within 14 days")).toBeVisible();
  await clean(page, "the list of keys");
  await row.getByRole("link", { name }).click();
  await expect(dialog.getByText("127.0.0.0/8")).toBeVisible();
  await clean(page, "one key");
  await dialog.getByRole("button", { name: "Rotate" }).click();
  await expect(dialog.getByLabel("Hours that the old secret goes on")).toHaveValue("24");
  await dialog.getByLabel("Days until the key ends").fill("90");
  await clean(page, "the rotation");
  await dialog.getByRole("button", { name: "Rotate the key" }).click();
  await expect(dialog.getByText("The secret before works until")).toBeVisible();
  const second = await toldIn(dialog);
  expect(second).not.toBe(first);
  await dialog.getByRole("button", { name: "I have the key" }).click();
  await expect(dialog).toBeHidden();
  expect(await answerTo(home, first)).toBe(200);
  expect(await answerTo(home, second)).toBe(200);
  await expect(row.getByText("old secret until")).toBeVisible();

  await row.getByRole("link", { name }).click();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await dialog.getByLabel("Reason").fill("The import was replaced.");
  await clean(page, "the revocation");
  await dialog.getByRole("button", { name: "Revoke the key" }).click();
  await expect(dialog).toBeHidden();
  await expect(row.getByText("The import was replaced.")).toBeVisible();
  for (const key of [first, second]) await expect.poll(() => answerTo(home, key)).toBe(401);
});

test("a key changed meanwhile is read again before it changes", async ({ page, apiAs }) => {
  const name = `Shared ${crypto.randomUUID().slice(0, 8)}`;
  const api = await apiAs("member");
  const made = await api.post("/api/v1/api-keys", { data: { name, scopes: ["incidents:read"] } });
  expect(made.status()).toBe(201);
  const { api_key: key } = (await made.json()) as { api_key: { id: string; etag: string } };

  await signIn(page, "member");
  await page.goto(`/organisation/keys?key=${key.id}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await dialog.getByLabel("Reason").fill("It is not needed.");
  const rotated = await api.post(`/api/v1/api-keys/${key.id}/rotations`, {
    data: {},
    headers: { "if-match": key.etag },
  });
  expect(rotated.status()).toBe(201);
  await dialog.getByRole("button", { name: "Revoke the key" }).click();
  await expect(dialog.getByText("Someone changed this since you read it")).toBeVisible();
  await dialog.getByRole("button", { name: "Read the newest version" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveValue("It is not needed.");
  await dialog.getByRole("button", { name: "Revoke the key" }).click();
  await expect(dialog).toBeHidden();
});

test("whoever finds a key ends it without an account", async ({ page, apiAs, baseURL }) => {
  const home = baseURL ?? "";
  const api = await apiAs("member");
  const data = { name: "A key that leaked", scopes: ["incidents:read"] };
  const made = await api.post("/api/v1/api-keys", { data });
  const { key } = (await made.json()) as { key: string };
  expect(await answerTo(home, key)).toBe(200);

  await page.goto("/");
  await page.getByRole("link", { name: "Report a leaked key" }).click();
  await page.getByLabel("The key").fill(`${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}`);
  await page.getByRole("button", { name: "Report the key" }).click();
  await expect(page.getByLabel("The key")).toBeFocused();
  await expect(page.getByLabel("The key")).toHaveAttribute("aria-invalid", "true");
  await clean(page, "a key that is none");
  await page.getByLabel("The key").fill(`Authorization: Bearer ${key.slice(0, 50)}\n${key.slice(50)}`);
  await page.getByRole("button", { name: "Report the key" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeFocused();
  await clean(page, "what is said to whoever found it");
  await expect.poll(() => answerTo(home, key)).toBe(401);
});
