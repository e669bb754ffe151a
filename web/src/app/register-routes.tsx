/** The register of consultants: who is certified, for whom they work, and by which scheme. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { consultantSearch, consultantsSearch } from "~/features/consultants/search";
import { sittingsSearch } from "~/features/sittings/search";
import { suppliersSearch } from "~/features/suppliers/search";
import { only, somebody } from "./guard";
import { parent } from "./root-route";

const consultants = createRoute({
  ...parent,
  path: "/consultants",
  validateSearch: consultantsSearch,
  component: lazyRouteComponent(() => import("./consultants-page"), "RegisterPage"),
});

const aboutConsultants = createRoute({
  ...parent,
  path: "/consultants/about",
  component: lazyRouteComponent(
    () => import("~/features/schemes/about-consultants-page"),
    "AboutConsultantsPage",
  ),
});

const consultant = createRoute({
  ...parent,
  path: "/consultants/$id",
  validateSearch: consultantSearch,
  component: lazyRouteComponent(() => import("./consultant-page"), "OneConsultantPage"),
});

const suppliers = createRoute({
  ...parent,
  path: "/suppliers",
  validateSearch: suppliersSearch,
  component: lazyRouteComponent(() => import("~/features/suppliers/suppliers-page"), "SuppliersPage"),
});

const supplier = createRoute({
  ...parent,
  path: "/suppliers/$id",
  component: lazyRouteComponent(() => import("./supplier-page"), "OneSupplierPage"),
});

const certificate = createRoute({
  ...parent,
  path: "/certificates/$number",
  component: lazyRouteComponent(() => import("~/features/certificates/certificate-page"), "CertificatePage"),
});

const scheme = createRoute({
  ...parent,
  path: "/schemes/$code",
  component: lazyRouteComponent(() => import("~/features/schemes/scheme-page"), "SchemePage"),
});

const editScheme = createRoute({
  ...parent,
  path: "/schemes/$code/edit",
  beforeLoad: only("scheme_administrator"),
  component: lazyRouteComponent(() => import("~/features/schemes/edit-scheme-page"), "EditSchemePage"),
});

const ownEntry = createRoute({
  ...parent,
  path: "/account/register",
  beforeLoad: somebody,
  component: lazyRouteComponent(() => import("./own-entry-page"), "OwnEntryPage"),
});

const development = createRoute({
  ...parent,
  path: "/account/development",
  beforeLoad: somebody,
  component: lazyRouteComponent(() => import("./development-page"), "DevelopmentPage"),
});

const sittings = createRoute({
  ...parent,
  path: "/sittings",
  validateSearch: sittingsSearch,
  component: lazyRouteComponent(() => import("~/features/sittings/sittings-page"), "SittingsPage"),
});

const newSitting = createRoute({
  ...parent,
  path: "/sittings/new",
  beforeLoad: only("scheme_administrator"),
  component: lazyRouteComponent(() => import("~/features/sittings/new-sitting-page"), "NewSittingPage"),
});

const sitting = createRoute({
  ...parent,
  path: "/sittings/$id",
  component: lazyRouteComponent(() => import("~/features/sittings/sitting-page"), "SittingPage"),
});

const editSitting = createRoute({
  ...parent,
  path: "/sittings/$id/edit",
  beforeLoad: only("scheme_administrator"),
  component: lazyRouteComponent(() => import("~/features/sittings/edit-sitting-page"), "EditSittingPage"),
});

const seats = createRoute({
  ...parent,
  path: "/sittings/$id/seats",
  beforeLoad: only("scheme_administrator"),
  component: lazyRouteComponent(() => import("~/features/sittings/seats-page"), "SeatsPage"),
});

export const registerRoutes = [
  consultants,
  aboutConsultants,
  consultant,
  suppliers,
  supplier,
  certificate,
  scheme,
  editScheme,
  ownEntry,
  development,
  sittings,
  newSitting,
  sitting,
  editSitting,
  seats,
] as const;
