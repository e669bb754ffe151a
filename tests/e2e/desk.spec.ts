/** Triage: what is sealed is read in the analyst's browser and nowhere else. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { envelopesOf, json } from "./support/desk-api.ts";
import { ask, openDesk, openReport, panelOf, rowOf, shortName, unlock } from "./support/desk-page.ts";
import { file, openMailbox, puzzleMs, usual } from "./support/report-page.ts";
import { signIn } from "./support/sign-in.ts";

/** The queue looks for news by itself every twenty seconds. */
const newsMs = 40_000;
const mailboxMs = 20_000;

/** Everything that passes between the page and the server, both ways. */
function traffic(page: Page): () => Promise<string> {
  const seen: Promise<string>[] = [];
  page.on("response", (response) => {
    const request = response.request();
    const out = `${request.method()} ${request.url()} ${request.postDataBuffer()?.toString("latin1") ?? ""}`;
    const back = response.body().then(
      (body) => body.toString("latin1"),
      () => "",
    );
    seen.push(back.then((text) => `${out}\n${text}`));
  });
  return async () => (await Promise.all(seen)).join("\n");
}

/** What the reporter reads in the mailbox now. */
async function expectTold(page: Page, words: readonly string[], ...texts: string[]): Promise<void> {
  await openMailbox(page, words.join(" "));
  for (const text of texts) {
    await expect(page.getByRole("main").getByText(text)).toBeVisible({ timeout: mailboxMs });
  }
}

test("a sealed report is read, asked about, answered and accepted", async ({ page, another, apiAs }) => {
  const [story, question, answer] = ["story", "question", "answer"].map(
    (name) => `${name}-${crypto.randomUUID()}`,
  ) as [string, string, string];
  const reporter = await another();
  const { words, id } = await file(reporter, { ...usual, words: `Both receivers jumped. ${story}` });

  const seen = traffic(page);
  await openDesk(page);
  await expect(rowOf(page, id)).toContainText("Sealed report, not opened");
  const panel = await openReport(page, id);
  await expect(panel.getByText(story)).toBeVisible();
  await expect(panel.getByRole("definition").filter({ hasText: "the week before · At sea" })).toBeVisible();
  await ask(panel, `Which one first? ${question}`);

  await openMailbox(reporter, words.join(" "));
  await expect(reporter.getByText(question)).toBeVisible({ timeout: mailboxMs });
  await reporter.getByLabel("Your answer").fill(`The port one. ${answer}`);
  await reporter.getByRole("button", { name: "Send answer" }).click();
  await expect(reporter.getByText("Sent. The desk reads it")).toBeVisible({ timeout: puzzleMs });

  await expect(panel.getByText("1 new message from the reporter.")).toBeVisible({ timeout: newsMs });
  await panel.getByRole("button", { name: "Read again" }).click();
  await expect(panel.getByText(answer)).toBeVisible();

  await panel.getByRole("button", { name: "Accept" }).click();
  const dialog = page.getByRole("dialog", { name: `Accept ${shortName(id)}` });
  const title = `Position jumped, both receivers ${crypto.randomUUID().slice(0, 8)}`;
  await dialog.getByLabel("In one line").fill(title);
  await expect(dialog.getByLabel("What it was")).toHaveValue("position_or_time_wrong");
  await dialog.getByLabel("How exact?").selectOption("Month");
  await dialog.getByLabel("Cause").selectOption("Malicious");
  await dialog.getByLabel("Sea region").selectOption("Baltic Sea");
  await dialog.getByLabel("Severity").selectOption("Major");
  await dialog.getByLabel("How well is it supported?").selectOption("Corroborated");
  await dialog.getByLabel("Who may see it?").selectOption("TLP:GREEN");
  await dialog.getByRole("button", { name: "Accept as an incident" }).click();
  const done = page.getByRole("status").filter({ hasText: `${shortName(id)} is accepted as INC-` });
  await expect(done).toContainText("The reporter has been told.");
  const reference = /INC-[0-9A-Z]{6}/.exec(await done.innerText())?.[0] ?? "";

  await panel.getByRole("link", { name: `Accepted as ${reference}.` }).click();
  const incident = page.getByRole("article");
  await expect(incident.getByRole("heading", { level: 1, name: title })).toBeVisible();
  for (const text of ["Accepted", "Major", "Corroborated", "TLP:GREEN", "Anonymous", "Baltic Sea"]) {
    await expect(incident.getByText(text, { exact: true }).first()).toBeVisible();
  }
  const desk = await apiAs("analyst");
  expect(await json(desk, `/api/v1/incidents/${reference}`)).toMatchObject({
    track: "anonymous",
    organisation_id: null,
    reported_at: null,
    occurred_precision: "month",
    verification: "anonymous_corroborated",
  });
  expect(await envelopesOf(desk, id)).toMatchObject([{ state: "closed" }]);

  await expectTold(reporter, words, "Accepted as an incident", "Your report was accepted");
  const passed = await seen();
  expect(passed).toContain(reference);
  for (const text of [story, question, answer]) expect(passed).not.toContain(text);
});

test("a refused report says why, to the desk and to the reporter", async ({ page, another }) => {
  const reporter = await another();
  const { words, id } = await file(reporter);
  await openDesk(page);
  const panel = await openReport(page, id);
  await panel.getByRole("button", { name: "Refuse" }).click();
  const dialog = page.getByRole("dialog", { name: `Refuse ${shortName(id)}` });
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAccessibleDescription(/Say a few words more/);
  const reason = `It was a drill, ${crypto.randomUUID()}`;
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByText(`${shortName(id)} is refused.`)).toBeVisible();
  await expect(panel.getByText(reason).first()).toBeVisible();
  await expect(rowOf(page, id), "it has left the open queue").toBeHidden();
  await page.getByRole("link", { name: "Closed" }).click();
  await expect(rowOf(page, id)).toBeVisible();
  await expectTold(reporter, words, "Not taken further", reason);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${shortName(id)} is open again.`)).toBeVisible();
  await page.getByRole("link", { name: "All open" }).click();
  await expect(rowOf(page, id)).toBeVisible();
});

test("a report of what is known already is linked as a duplicate", async ({ page, another }) => {
  const reporter = await another();
  const first = await file(reporter);
  const second = await file(await another());
  await openDesk(page);
  await openReport(page, first.id);
  const panel = await openReport(page, second.id);
  await panel.getByRole("button", { name: "Link" }).click();
  const dialog = page.getByRole("dialog", { name: `Link ${shortName(second.id)} as a duplicate` });
  await dialog.getByRole("button", { name: "Link the report" }).click();
  await expect(dialog.getByLabel("A sealed report")).toHaveAccessibleDescription(/Choose a report/);
  await dialog.getByLabel("A sealed report").selectOption(first.id);
  await dialog.getByRole("button", { name: "Link the report" }).click();
  await expect(page.getByText(`${shortName(second.id)} is linked.`)).toBeVisible();
  await panel.getByRole("link", { name: shortName(first.id) }).click();
  await expect(panelOf(page, first.id)).toBeVisible();
  await expectTold(reporter, second.words, "Already known", "This was known already");
  await expectTold(reporter, first.words, "Read by the desk");
});

test("what opens and is no report is shown as nothing, and can leave the queue", async ({
  page,
  another,
}) => {
  const stranger = await another();
  const written = `written-${crypto.randomUUID()}`;
  await stranger.addInitScript((text) => {
    const write = JSON.stringify;
    JSON.stringify = (value: unknown) =>
      typeof value === "object" && value !== null && "answers" in value ? write({ text }) : write(value);
  }, written);
  const { id } = await file(stranger);
  await openDesk(page);
  await rowOf(page, id).click();
  const panel = panelOf(page, id);
  await expect(panel.getByText("It opened, but it is not a report that this desk can read")).toBeVisible();
  await expect(page.getByText(written)).toHaveCount(0);
  await expect(panel.getByText("None of your keys")).toHaveCount(0);
  await panel.getByRole("button", { name: "Close it" }).click();
  await expect(page.getByText(`${shortName(id)} is closed as not a report. Nobody was told.`)).toBeVisible();
  await expect(rowOf(page, id), "it has left the open queue").toBeHidden();
  await page.getByRole("link", { name: "Closed" }).click();
  await expect(rowOf(page, id)).toContainText("Not a report");
});

test("the key opens with the passphrase only, and what was read is gone when it is dropped", async ({
  page,
  another,
}) => {
  const story = `story-${crypto.randomUUID()}`;
  const { id } = await file(await another(), { ...usual, words: story });
  await signIn(page, "analyst");
  await unlock(page, "bellbuoy-dusk");
  await expect(page.getByLabel("Desk passphrase")).toHaveAccessibleDescription(/does not open your key/, {
    timeout: 30_000,
  });
  await rowOf(page, id).click();
  await expect(panelOf(page, id).getByText("The desk is locked on this screen.")).toBeVisible();
  await expect(page.getByText(story)).toHaveCount(0);

  await unlock(page, "bellbuoy-desk");
  await expect(panelOf(page, id).getByRole("paragraph").filter({ hasText: story })).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole("button", { name: "Lock the desk" }).click();
  await expect(page.getByText(story)).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("Desk passphrase")).toBeVisible();
  await expect(page.getByText(story)).toHaveCount(0);
});

test("two analysts do not decide over each other", async ({ page, another }) => {
  const { id } = await file(await another());
  await openDesk(page);
  const panel = await openReport(page, id);
  await panel.getByRole("button", { name: "Refuse" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("The first decision.");

  const colleague = await another();
  await openDesk(colleague, "second-analyst");
  await ask(await openReport(colleague, id), "Was it the port side?");

  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(dialog.getByText("Someone changed this since you read it")).toBeVisible();
  await dialog.getByRole("button", { name: "Read the newest version" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveValue("The first decision.");
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByText(`${shortName(id)} is refused.`)).toBeVisible();
  await expect(panel.getByText("Was it the port side?")).toBeVisible();
});
