/** From a draft to a decision: an application goes on at another device, is asked about, judged and granted. */
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { clean } from "./support/axe.ts";
import { enterPaper, linkTo, pdf, reuse, saved } from "./support/certification.ts";
import { settle } from "./support/places.ts";
import { signIn } from "./support/sign-in.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });
test.describe.configure({ mode: "serial" });

const run = crypto.randomUUID().slice(0, 8);
const question = "Which of the three was aboard a ship under way?";
const answer = "The second one, between Rotterdam and Bergen, with the master's consent.";
const discipline = "Cloud security";
const goal = `${discipline}, practitioner`;
const referees = [1, 2].map((n) => ({
  name: `Referee ${n} ${run}`,
  email: `referee-${n}-${run}@line.example`,
}));

async function deviceOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  return context.newPage();
}

/** The part of the page about one requirement. */
function part(page: Page, name: RegExp | string) {
  return page.getByRole("region", { name });
}

test("a draft begun at one device is finished at another and submitted", async ({ browser, apiAs }) => {
  const first = await deviceOf(browser);
  await signIn(first, "consultant");
  await expect(first.getByRole("heading", { level: 1, name: "Certification" })).toBeVisible();
  await settle(first);
  await clean(first, "the home of an applicant");
  await first.getByLabel("Discipline").selectOption(discipline);
  await first.getByLabel("Level").selectOption("Practitioner");
  await expect(first.getByText("€520")).toBeVisible();
  await first.getByRole("button", { name: "Begin the application" }).click();
  await expect(first.getByRole("heading", { level: 1, name: goal })).toBeVisible();
  await settle(first);
  const address = new URL(first.url()).pathname;

  await first.getByRole("button", { name: "Add an entry" }).click();
  const entry = first.getByRole("group", { name: "New entry" });
  await entry.getByLabel("Employer, customer, school or issuer").fill("Example Line");
  await entry.getByLabel("From").fill("2019-03-01");
  await entry.getByLabel("Post, project, degree or certificate").fill(`Electro-technical officer ${run}`);
  await first.getByLabel("Anything the reviewer should know").fill("Nine years on the bridges of tankers.");
  await saved(first);

  const identity = part(first, /identity document/);
  await identity.getByRole("button", { name: "Enter a paper" }).click();
  await identity.getByLabel("Title").fill(`Passport ${run}`);
  await identity.getByLabel("Issued by").fill("Demoland");
  await identity.getByLabel("Issued on").fill("2024-05-01");
  const file = { name: "passport.pdf", mimeType: "application/pdf", buffer: pdf("passport") };
  await identity.getByLabel("File").setInputFiles(file);
  await expect(identity.getByText(/worked out here/)).toBeVisible();
  await clean(first, "a paper that is entered");
  await identity.getByRole("button", { name: "Keep the paper" }).click();
  await expect(identity.getByText(`Passport ${run}`, { exact: true })).toBeVisible();
  await expect(
    first.getByRole("navigation", { name: "What is needed" }).getByRole("listitem").nth(1),
  ).toContainText("done");
  await first.context().close();

  const api = await apiAs("consultant");
  const papers = [
    ["employment", "Proof of three years"],
    ["project_record", "Engagement one"],
    ["project_record", "Engagement two"],
    ["project_record", "Engagement three"],
    ["insurance", "Indemnity"],
  ] as const;
  for (const [kind, title] of papers) await enterPaper(api, kind, `${title} ${run}`);

  const second = await deviceOf(browser);
  await signIn(second, "consultant");
  await second.getByRole("link", { name: goal }).first().click();
  await expect(second).toHaveURL(new RegExp(`${address}$`));
  await expect(second.getByLabel("Anything the reviewer should know")).toHaveValue(/^Nine years/);
  await expect(second.getByText(`Electro-technical officer ${run}`)).toBeVisible();
  await reuse(second, /three years of work/, `Proof of three years ${run}`);
  for (const n of ["one", "two", "three"])
    await reuse(second, /Records of engagements/, `Engagement ${n} ${run}`);
  await reuse(second, /indemnity insurance/, `Indemnity ${run}`);
  for (const [at, { name, email }] of referees.entries()) {
    await second.getByRole("button", { name: "Add a referee" }).click();
    const row = second.getByRole("group", { name: `Referee ${at + 1}`, exact: true });
    await row.getByLabel("Name").fill(name);
    await row.getByLabel("E-mail").fill(email);
    await row.getByLabel("How they know your work").fill("Master of the ship that was tested");
  }
  await second.getByLabel("I have read the code of conduct and accept it").check();
  await second.getByLabel("I have none").check();
  await saved(second);
  await expect(second.getByText("Everything is there.", { exact: true })).toBeVisible();
  await clean(second, "a draft that is complete");
  await second.getByRole("button", { name: "Submit the application" }).click();
  await expect(second.getByText("A reviewer is being assigned.")).toBeVisible();
  await expect(second.getByText(/^asked \d/)).toHaveCount(2);
  await clean(second, "an application that was submitted");
  await second.context().close();
});

test("a referee answers by the link in the letter, without an account, once", async ({ page, apiAs }) => {
  const path = await linkTo(await apiAs("consultant"), referees[0]?.email ?? "");
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1, name: /^A reference for / })).toBeVisible();
  await clean(page, "the questions to a referee");
  await page
    .getByRole("group", { name: /recommend/ })
    .getByLabel("Yes")
    .check();
  await page
    .getByRole("group", { name: /neither a relative/ })
    .getByLabel("Yes")
    .check();
  await page.getByLabel("What did you see of the work?").fill(`The work on my ship was careful ${run}.`);
  await page.getByRole("button", { name: "Send the reference" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
  await page.goto(path);
  await expect(page.getByText("This was answered")).toBeVisible();
  await page.goto("/references/0000");
  await expect(page.getByRole("heading", { level: 1, name: "This link does not work" })).toBeVisible();
});

test("the scheme assigns, the reviewer asks beside a field, the applicant answers there", async ({
  page,
  another,
}) => {
  await signIn(page, "scheme");
  await expect(page.getByRole("heading", { level: 1, name: "Applications for a certificate" })).toBeVisible();
  const card = part(page, /^Submitted/)
    .getByRole("listitem")
    .filter({ hasText: goal });
  await expect(card).toContainText(/days left/);
  await clean(page, "the board");
  await card.getByRole("link").click();
  await page.getByLabel(/^Demo Reviewer/).check();
  await clean(page, "who could review");
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText("A reviewer was assigned")).toBeVisible();

  const reviewer = await another();
  await signIn(reviewer, "reviewer");
  await reviewer.getByRole("button", { name: /^Reviewer/ }).click();
  await reviewer
    .getByRole("option", { name: "me" })
    .or(reviewer.getByLabel("me", { exact: true }))
    .click();
  await expect(reviewer).toHaveURL(/mine=true/);
  await part(reviewer, /^In review/)
    .getByRole("listitem")
    .filter({ hasText: goal })
    .getByRole("link")
    .click();
  await expect(reviewer.getByText(`The work on my ship was careful ${run}.`)).toBeVisible();
  const projects = part(reviewer, /Records of engagements/);
  await projects.getByRole("button", { name: /^Ask about/ }).click();
  await projects.getByLabel("Your question").fill(question);
  await projects.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(reviewer.getByText("1 question not sent yet")).toBeVisible();
  await clean(reviewer, "a question that is not sent yet");
  await reviewer.getByRole("button", { name: "Send the questions" }).click();
  await expect(reviewer.getByText("Questions were asked")).toBeVisible();

  const applicant = await another();
  await signIn(applicant, "consultant");
  await applicant.getByRole("link", { name: goal }).first().click();
  const asked = part(applicant, /Records of engagements/);
  await expect(asked.getByText(question)).toBeVisible();
  await clean(applicant, "a question beside its field");
  await asked.getByLabel("Your answer").fill(answer);
  await applicant.getByRole("button", { name: "Send the answers" }).click();
  await expect(applicant.getByText(/^It is being reviewed/)).toBeVisible();
  await expect(asked.getByText(answer)).toBeVisible();
});

test("every requirement is judged, and an administrator who did not review grants", async ({
  page,
  another,
}) => {
  const reviewer = await another();
  await signIn(reviewer, "reviewer");
  await part(reviewer, /^In review/)
    .getByRole("listitem")
    .filter({ hasText: goal })
    .getByRole("link")
    .click();
  const verdicts = reviewer.getByRole("group", { name: /^Verdict on: / });
  await expect(verdicts.first()).toBeVisible();
  const all = await verdicts.count();
  for (let at = 1; at < all; at += 1) {
    await verdicts.nth(at).getByRole("button", { name: "Met", exact: true }).click();
    await expect(verdicts.nth(at).getByText(/^noted /)).toBeVisible();
  }
  await verdicts.first().getByRole("button", { name: "Waived" }).click();
  await reviewer.getByLabel("Why").fill("Seen in person by the scheme.");
  await clean(reviewer, "a verdict with its reason");
  await reviewer.getByRole("button", { name: "Note it" }).click();
  await expect(reviewer.getByText(`${all} of ${all} met or waived`)).toBeVisible();

  await signIn(page, "second-scheme");
  await part(page, /^In review/)
    .getByRole("listitem")
    .filter({ hasText: goal })
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: "Grant the certificate" }).click();
  await clean(page, "the decision");
  await page.getByRole("button", { name: "Grant the certificate" }).click();
  await expect(page.getByText("Granted").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^BB-C-\d{4}-\d{4}$/ })).toBeVisible();

  const applicant = await another();
  await signIn(applicant, "consultant");
  await applicant.getByRole("link", { name: goal }).first().click();
  await expect(applicant.getByRole("heading", { name: "You are certified" })).toBeVisible();
  await expect(applicant.getByText("Seen in person by the scheme.")).toBeVisible();
  await applicant.getByRole("link", { name: /^Open BB-C-/ }).click();
  await expect(applicant.getByText("Signed by us, in force today, not suspended.")).toBeVisible();
});
