/** The way to a certificate and what follows it: applications, the board, references, complaints and the rota. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { applySearch, boardSearch } from "~/features/certification/search";
import { complaintsSearch, newComplaintSearch } from "~/features/complaints/search";
import { newRatingSearch, ratingsSearch } from "~/features/ratings/search";
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

const ratings = createRoute({
  ...parent,
  path: "/ratings",
  validateSearch: ratingsSearch,
  beforeLoad: only("member", "scheme_administrator"),
  component: lazyRouteComponent(() => import("~/features/ratings/ratings-page"), "RatingsPage"),
});

const newRating = createRoute({
  ...parent,
  path: "/ratings/new",
  validateSearch: newRatingSearch,
  beforeLoad: only("member"),
  component: lazyRouteComponent(() => import("~/features/ratings/new-rating-page"), "NewRatingPage"),
});

const rating = createRoute({
  ...parent,
  path: "/ratings/$id",
  beforeLoad: only("member", "scheme_administrator"),
  component: lazyRouteComponent(() => import("~/features/ratings/rating-page"), "RatingPage"),
});

const editRating = createRoute({
  ...parent,
  path: "/ratings/$id/edit",
  beforeLoad: only("member"),
  component: lazyRouteComponent(() => import("~/features/ratings/edit-rating-page"), "EditRatingPage"),
});

const independence = createRoute({
  ...parent,
  path: "/independence",
  beforeLoad: only("member", "scheme_administrator"),
  component: lazyRouteComponent(
    () => import("~/features/independence/independence-page"),
    "IndependencePage",
  ),
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
  ratings,
  newRating,
  rating,
  editRating,
  independence,
  rota,
] as const;
