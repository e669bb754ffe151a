import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { advisoriesSearch } from "~/features/advisories/search";
import { keysSearch } from "~/features/api-keys/search";
import { applicationsSearch } from "~/features/applications/search";
import { auditSearch } from "~/features/audit/search";
import { deskSearch } from "~/features/desk/search";
import { incidentsSearch } from "~/features/incidents/search";
import { directorySearch, peopleSearch } from "~/features/organisations/search";
import { rolesSearch } from "~/features/roles/search";
import { staffSearch } from "~/features/staff/search";
import { latestReleaseQuery } from "~/features/statistics/queries";
import { figuresSearch } from "~/features/statistics/search";
import { matching, oneOf } from "~/lib/search-params";
import { confirmed, only, somebody } from "./guard";
import { Frame } from "./layout/frame";
import { providerErrors, type ProviderError } from "./provider-errors";

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Frame });
const parent = { getParentRoute: () => root };
const members = only("member", "analyst");
const analysts = only("analyst");

const front = createRoute({
  ...parent,
  path: "/",
  loader: ({ context }) => void context.queryClient.query(latestReleaseQuery).catch(() => null),
  component: lazyRouteComponent(() => import("./front-page"), "FrontPage"),
});

const about = createRoute({
  ...parent,
  path: "/about",
  component: lazyRouteComponent(() => import("~/features/about/about-page"), "AboutPage"),
});

const aboutFigures = createRoute({
  ...parent,
  path: "/about/figures",
  component: lazyRouteComponent(() => import("~/features/about/reliability-page"), "ReliabilityPage"),
});

interface SignInSearch {
  next?: string | undefined;
  error?: ProviderError | undefined;
  entered?: "yes" | undefined;
}

/** Each is named also where it does not fit: the router keeps what the address has for a name that is left out. */
function signInSearch(search: Record<string, unknown>): SignInSearch {
  return {
    next: matching(/^\/(?![/\\])/, search["next"]),
    error: oneOf(providerErrors, search["error"]),
    entered: oneOf(["yes"], search["entered"]),
  };
}

const signIn = createRoute({
  ...parent,
  path: "/sign-in",
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import("./sign-in-page"), "SignInPage"),
});

const figures = createRoute({
  ...parent,
  path: "/figures",
  validateSearch: figuresSearch,
  loader: ({ context }) => void context.queryClient.query(latestReleaseQuery).catch(() => null),
  component: lazyRouteComponent(() => import("~/features/statistics/figures-page"), "FiguresPage"),
});

const statistics = createRoute({
  ...parent,
  path: "/statistics",
  validateSearch: figuresSearch,
  beforeLoad: only("member", "analyst", "admin"),
  component: lazyRouteComponent(() => import("~/features/statistics/live-page"), "LivePage"),
});

const advisories = createRoute({
  ...parent,
  path: "/advisories",
  validateSearch: advisoriesSearch,
  component: lazyRouteComponent(() => import("~/features/advisories/advisories-page"), "AdvisoriesPage"),
});

const newAdvisory = createRoute({
  ...parent,
  path: "/advisories/new",
  beforeLoad: analysts,
  component: lazyRouteComponent(() => import("~/features/advisories/new-advisory-page"), "NewAdvisoryPage"),
});

const advisory = createRoute({
  ...parent,
  path: "/advisories/$id",
  component: lazyRouteComponent(() => import("~/features/advisories/advisory-page"), "AdvisoryPage"),
});

const editAdvisory = createRoute({
  ...parent,
  path: "/advisories/$id/edit",
  beforeLoad: analysts,
  component: lazyRouteComponent(() => import("~/features/advisories/edit-advisory-page"), "EditAdvisoryPage"),
});

const incidents = createRoute({
  ...parent,
  path: "/incidents",
  validateSearch: incidentsSearch,
  beforeLoad: members,
  component: lazyRouteComponent(() => import("~/features/incidents/incidents-page"), "IncidentsPage"),
});

const newIncident = createRoute({
  ...parent,
  path: "/incidents/new",
  beforeLoad: members,
  component: lazyRouteComponent(() => import("~/features/incidents/new-incident-page"), "NewIncidentPage"),
});

const incident = createRoute({
  ...parent,
  path: "/incidents/$id",
  beforeLoad: members,
  component: lazyRouteComponent(() => import("~/features/incidents/incident-page"), "IncidentPage"),
});

const desk = createRoute({
  ...parent,
  path: "/desk",
  validateSearch: deskSearch,
  beforeLoad: analysts,
  component: lazyRouteComponent(() => import("~/features/desk/desk-page"), "DeskPage"),
});

const audit = createRoute({
  ...parent,
  path: "/audit",
  validateSearch: auditSearch,
  beforeLoad: only("admin"),
  component: lazyRouteComponent(() => import("~/features/audit/audit-page"), "AuditPage"),
});

const taxonomies = createRoute({
  ...parent,
  path: "/words",
  component: lazyRouteComponent(() => import("~/features/taxonomies/taxonomies-page"), "TaxonomiesPage"),
});

const join = createRoute({
  ...parent,
  path: "/join",
  component: lazyRouteComponent(() => import("~/features/applications/join-page"), "JoinPage"),
});

const followed = createRoute({
  ...parent,
  path: "/join/$key",
  component: lazyRouteComponent(() => import("~/features/applications/followed-page"), "FollowedPage"),
});

const invitation = createRoute({
  ...parent,
  path: "/invitations/$word",
  component: lazyRouteComponent(() => import("~/features/memberships/invitation-page"), "InvitationPage"),
});

const forgotten = createRoute({
  ...parent,
  path: "/passwords",
  component: lazyRouteComponent(() => import("~/features/account/forgotten-page"), "ForgottenPage"),
});

const password = createRoute({
  ...parent,
  path: "/passwords/$word",
  component: lazyRouteComponent(() => import("~/features/account/choose-page"), "ChoosePage"),
});

const staff = createRoute({
  ...parent,
  path: "/staff",
  validateSearch: staffSearch,
  beforeLoad: only("admin"),
  component: lazyRouteComponent(() => import("~/features/staff/staff-page"), "StaffPage"),
});

const setup = createRoute({
  ...parent,
  path: "/setup/$word",
  component: lazyRouteComponent(() => import("~/features/setup/setup-page"), "SetupPage"),
});

const doctor = createRoute({
  ...parent,
  path: "/doctor",
  beforeLoad: only("admin"),
  component: lazyRouteComponent(() => import("~/features/doctor/doctor-page"), "DoctorPage"),
});

const applications = createRoute({
  ...parent,
  path: "/applications",
  validateSearch: applicationsSearch,
  beforeLoad: only("admin"),
  component: lazyRouteComponent(
    () => import("~/features/applications/applications-page"),
    "ApplicationsPage",
  ),
});

const application = createRoute({
  ...parent,
  path: "/applications/$id",
  beforeLoad: only("admin"),
  component: lazyRouteComponent(() => import("~/features/applications/application-page"), "ApplicationPage"),
});

const directory = createRoute({
  ...parent,
  path: "/directory",
  validateSearch: directorySearch,
  component: lazyRouteComponent(() => import("~/features/organisations/directory-page"), "DirectoryPage"),
});

const member = createRoute({
  ...parent,
  path: "/directory/$id",
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import("~/features/organisations/member-page"), "MemberPage"),
});

const organisation = createRoute({
  ...parent,
  path: "/organisation",
  beforeLoad: confirmed,
  component: lazyRouteComponent(() => import("./organisation-layout"), "OrganisationLayout"),
});

const organisationPeople = createRoute({
  getParentRoute: () => organisation,
  path: "/",
  validateSearch: peopleSearch,
  component: lazyRouteComponent(
    () => import("~/features/organisations/organisation-page"),
    "OrganisationPage",
  ),
});

const keys = createRoute({
  getParentRoute: () => organisation,
  path: "/keys",
  validateSearch: keysSearch,
  component: lazyRouteComponent(() => import("~/features/api-keys/keys-page"), "KeysPage"),
});

const leakedKey = createRoute({
  ...parent,
  path: "/leaked-key",
  component: lazyRouteComponent(() => import("~/features/api-keys/leaked-page"), "LeakedKeyPage"),
});

const account = createRoute({
  ...parent,
  path: "/account",
  beforeLoad: somebody,
  component: lazyRouteComponent(() => import("./account-page"), "AccountPage"),
});

const roles = createRoute({
  ...parent,
  path: "/roles",
  validateSearch: rolesSearch,
  component: lazyRouteComponent(() => import("~/features/roles/roles-page"), "RolesPage"),
});

const letters = createRoute({
  ...parent,
  path: "/demo/mails",
  component: lazyRouteComponent(() => import("./letters-page"), "LettersPage"),
});

export const routeTree = root.addChildren([
  front,
  about,
  aboutFigures,
  signIn,
  figures,
  statistics,
  advisories,
  newAdvisory,
  advisory,
  editAdvisory,
  incidents,
  newIncident,
  incident,
  desk,
  audit,
  taxonomies,
  join,
  followed,
  invitation,
  forgotten,
  password,
  staff,
  setup,
  doctor,
  applications,
  application,
  directory,
  member,
  organisation.addChildren([organisationPeople, keys]),
  leakedKey,
  account,
  roles,
  letters,
]);
