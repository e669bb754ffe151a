/** Every page of the site, and who is to see it. */
import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { paths } from "../../../web/src/app/paths.ts";
import { ownApplication } from "./certification.ts";
import { json } from "./desk-api.ts";
import { apply, invite } from "./members.ts";
import type { Persona } from "./people.ts";
import { signIn } from "./sign-in.ts";
import { enterStaff } from "./staff.ts";

export type Visitor =
  "nobody" | Exclude<Persona, "second-analyst" | "second-scheme" | "reviewer" | "consultant">;
export const visitors: readonly Visitor[] = ["nobody", "member", "analyst", "admin", "scheme"];

/** A page that is not here does not pass the type check. */
const seenBy: Record<keyof typeof paths, readonly Visitor[]> = {
  front: ["nobody"],
  figures: ["nobody"],
  about: ["nobody"],
  aboutFigures: ["nobody"],
  advisories: ["nobody", "analyst"],
  newAdvisory: ["analyst"],
  advisory: ["nobody", "analyst"],
  editAdvisory: ["analyst"],
  signIn: ["nobody"],
  incidents: ["member", "analyst"],
  newIncident: ["member"],
  incident: ["member", "analyst"],
  statistics: ["member", "admin"],
  desk: ["analyst"],
  audit: ["admin"],
  words: ["nobody", "member"],
  join: ["nobody"],
  followed: ["nobody"],
  invitation: ["nobody"],
  forgotten: ["nobody"],
  password: ["nobody"],
  staff: ["admin"],
  setup: ["nobody"],
  doctor: ["admin"],
  applications: ["admin"],
  application: ["admin"],
  directory: ["nobody", "member", "admin"],
  member: ["nobody", "admin"],
  organisation: ["member"],
  keys: ["member"],
  leakedKey: ["nobody", "member"],
  account: ["member", "analyst", "admin"],
  ownEntry: ["member"],
  development: ["member"],
  consultants: ["nobody", "member", "scheme"],
  consultant: ["nobody", "member"],
  aboutConsultants: ["nobody", "scheme"],
  certification: ["member"],
  certificationBoard: ["scheme"],
  certificationApplication: ["member"],
  reference: ["nobody"],
  suppliers: ["nobody", "member"],
  supplier: ["nobody", "scheme"],
  certificate: ["nobody", "scheme"],
  scheme: ["nobody", "scheme"],
  editScheme: ["scheme"],
  sittings: ["nobody", "member", "scheme"],
  newSitting: ["scheme"],
  sitting: ["nobody", "member", "scheme"],
  editSitting: ["scheme"],
  seats: ["scheme"],
  complaints: ["scheme"],
  newComplaint: ["nobody"],
  ownComplaint: ["nobody"],
  complaint: ["scheme"],
  ratings: ["member", "scheme"],
  newRating: ["member"],
  rating: ["member", "scheme"],
  editRating: ["member"],
  independence: ["member", "scheme"],
  rota: ["analyst", "admin", "scheme"],
  roles: ["nobody", "member"],
  letters: ["nobody", "admin"],
};

/** One thing of each kind, so that the pages that show one have something to show. */
interface Things {
  readonly incident: string;
  readonly released: string;
  readonly draft: string;
  readonly key: string;
  readonly application: string;
  readonly invitation: string;
  readonly password: string;
  readonly member: string;
  readonly certificationApplication: string;
  readonly consultant: string;
  readonly supplier: string;
  readonly certificate: string;
  readonly scheme: string;
  readonly editScheme: string;
  readonly sitting: string;
  readonly editSitting: string;
  readonly seats: string;
  readonly ownComplaint: string;
  readonly complaint: string;
  readonly rating: string;
  readonly editRating: string;
}

type Item = Readonly<Record<string, string>>;

async function firstOf(
  api: APIRequestContext,
  list: string,
  name: string,
  fits: (item: Item) => boolean = () => true,
): Promise<string> {
  const { items } = await json<{ items: readonly Item[] }>(api, list);
  const found = items.find(fits)?.[name];
  if (found === undefined) throw new Error(`nothing in ${list}`);
  return found;
}

/** The word by which the run's one complaint is followed: a site takes a few in an hour only. */
function complained(): string {
  const key = process.env["COMPLAINT"];
  if (key === undefined) throw new Error("no complaint: run the tests through Playwright, which makes one");
  return key;
}

export async function someThings(apiAs: (persona: Persona) => Promise<APIRequestContext>): Promise<Things> {
  const [analyst, admin] = await Promise.all([apiAs("analyst"), apiAs("admin")]);
  const [firstMember, key] = await Promise.all([firstOf(admin, "/api/v1/organisations", "id"), apply(admin)]);
  const draft = {
    title: "A draft to look at",
    what_happened: "Both receivers jumped at once.",
    lesson: "Take a second fix by radar before the passage.",
    severity: "moderate",
    tlp: "clear",
    kind: "position_or_time_wrong",
  };
  const written = await analyst.post("/api/v1/advisories", { data: draft });
  expect(written.status(), await written.text()).toBe(201);
  const sitting = await firstOf(analyst, "/api/v1/sittings?limit=1", "id");
  const certificate = await firstOf(analyst, "/api/v1/certificates?status=active&limit=1", "number");
  return {
    incident: await firstOf(analyst, "/api/v1/incidents?series=public_source&limit=1", "reference"),
    // Another test may just have released one for members only.
    released: await firstOf(
      analyst,
      "/api/v1/advisories?status=released",
      "id",
      ({ tlp }) => tlp === "clear",
    ),
    draft: ((await written.json()) as { id: string }).id,
    key,
    application: await firstOf(admin, "/api/v1/applications", "id"),
    invitation: await invite(admin, firstMember),
    password: await enterStaff(admin),
    member: firstMember,
    certificationApplication: await ownApplication(await apiAs("member")),
    consultant: await firstOf(analyst, "/api/v1/consultants?limit=1", "id"),
    supplier: await firstOf(analyst, "/api/v1/suppliers?limit=1", "id"),
    certificate,
    scheme: "maritime",
    editScheme: "maritime",
    sitting,
    editSitting: sitting,
    seats: sitting,
    ownComplaint: complained(),
    complaint: await firstOf(await apiAs("scheme"), "/api/v1/complaints?limit=1", "id"),
    rating: await firstOf(await apiAs("member"), "/api/v1/ratings?status=pending&limit=1", "id"),
    editRating: await firstOf(await apiAs("member"), "/api/v1/ratings?status=refused&limit=1", "id"),
  };
}

/** The addresses to look at as one visitor. */
export function addressesFor(visitor: Visitor, things: Things): string[] {
  const advisory = visitor === "nobody" ? things.released : things.draft;
  const named: Readonly<Record<string, string>> = { followed: things.key };
  return Object.entries(paths)
    .filter(([name]) => seenBy[name as keyof typeof paths].includes(visitor))
    .map(([name, path]) => path(name in things ? things[name as keyof Things] : (named[name] ?? advisory)));
}

export async function enter(page: Page, visitor: Visitor): Promise<void> {
  if (visitor !== "nobody") await signIn(page, visitor);
}

/** Waits until a page is drawn, with all that it asked for. */
export async function settle(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^Loading$/ })).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
}

export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
