/** The way to a certificate and what follows it: applications, the board, references, complaints and the rota. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { applySearch, boardSearch } from "~/features/certification/search";
import { complaintsSearch, newComplaintSearch } from "~/features/complaints/search";
import { rotaSearch } from "~/features/responders/search";
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

const complaints = createRoute({
  ...parent,
  path: "/complaints",
  validateSearch: complaintsSearch,
  beforeLoad: only("scheme_administrator"),
  component: lazyRouteComponent(() => import("~/features/complaints/complaints-page"), "ComplaintsPage"),
});

const newComplaint = createRoute({
  ...parent,
  path: "/complaints/new",
  validateSearch: newComplaintSearch,
  component: lazyRouteComponent(() => import("~/features/complaints/new-complaint-page"), "NewComplaintPage"),
});

const ownComplaint = createRoute({
  ...parent,
  path: "/complaints/own/$key",
  component: lazyRouteComponent(() => import("~/features/complaints/own-complaint-page"), "OwnComplaintPage"),
});

const complaint = createRoute({
  ...parent,
  path: "/complaints/$id",
  beforeLoad: only("scheme_administrator"),
  component: lazyRouteComponent(() => import("~/features/complaints/complaint-page"), "ComplaintPage"),
});

const rota = createRoute({
  ...parent,
  path: "/rota",
  validateSearch: rotaSearch,
  beforeLoad: only("analyst", "duty_officer", "scheme_administrator", "admin"),
  component: lazyRouteComponent(() => import("~/features/responders/rota-page"), "RotaPage"),
});

export const certificationRoutes = [
  certification,
  board,
  application,
  reference,
  complaints,
  newComplaint,
  ownComplaint,
  complaint,
  rota,
] as const;
