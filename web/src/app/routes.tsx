import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { advisoriesSearch } from "~/features/advisories/search";
import { auditSearch } from "~/features/audit/search";
import { deskSearch } from "~/features/desk/search";
import { incidentsSearch } from "~/features/incidents/search";
import { staffSearch } from "~/features/staff/search";
import { latestReleaseQuery } from "~/features/statistics/queries";
import { figuresSearch } from "~/features/statistics/search";
import { certificationRoutes } from "./certification-routes";
import { only, somebody } from "./guard";
import { memberRoutes } from "./member-routes";
import { registerRoutes } from "./register-routes";
import { signInSearch } from "./sign-in-search";
import { parent, root } from "./root-route";

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

const account = createRoute({
  ...parent,
  path: "/account",
  beforeLoad: somebody,
  component: lazyRouteComponent(() => import("./account-page"), "AccountPage"),
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
  forgotten,
  password,
  staff,
  setup,
  doctor,
  account,
  letters,
  ...memberRoutes,
  ...registerRoutes,
  ...certificationRoutes,
]);
