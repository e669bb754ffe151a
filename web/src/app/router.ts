import { createRouter } from "@tanstack/react-router";
import { queryClient } from "~/api/query";
import { parseSearch, stringifySearch } from "~/lib/search-params";
import { NotFoundPage, PendingPage, RouteError } from "./error-page";
import { routeTree } from "./routes";

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
});

router.subscribe("onResolved", ({ pathChanged, toLocation }) => {
  if (pathChanged && toLocation.hash === "") window.scrollTo(0, 0);
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
