/** The way to a certificate: applications, the board of those who run a scheme, and references. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { applySearch, boardSearch } from "~/features/certification/search";
import { only, somebody } from "./guard";
import { parent } from "./root-route";

const certification = createRoute({
  ...parent,
  path: "/certification",
  validateSearch: applySearch,
  beforeLoad: somebody,
  component: lazyRouteComponent(() => import("./certification-home-page"), "CertificationHomePage"),
});

const board = createRoute({
  ...parent,
  path: "/certification/board",
  validateSearch: boardSearch,
  beforeLoad: only("scheme_administrator", "qa_reviewer"),
  component: lazyRouteComponent(() => import("~/features/certification/board-page"), "BoardPage"),
});

const application = createRoute({
  ...parent,
  path: "/certification/$id",
  beforeLoad: somebody,
  component: lazyRouteComponent(() => import("./certification-page"), "OneCertificationPage"),
});

const reference = createRoute({
  ...parent,
  path: "/references/$key",
  component: lazyRouteComponent(() => import("~/features/references/reference-page"), "ReferencePage"),
});

export const certificationRoutes = [certification, board, application, reference] as const;
