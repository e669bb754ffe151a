/** How organisations come in, who they are, and who acts for them: the pages around members. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { keysSearch } from "~/features/api-keys/search";
import { applicationsSearch } from "~/features/applications/search";
import { directorySearch, peopleSearch } from "~/features/organisations/search";
import { rolesSearch } from "~/features/roles/search";
import { confirmed, only } from "./guard";
import { parent } from "./root-route";

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

const roles = createRoute({
  ...parent,
  path: "/roles",
  validateSearch: rolesSearch,
  component: lazyRouteComponent(() => import("~/features/roles/roles-page"), "RolesPage"),
});

export const memberRoutes = [
  join,
  followed,
  invitation,
  applications,
  application,
  directory,
  member,
  organisation.addChildren([organisationPeople, keys]),
  leakedKey,
  roles,
] as const;
