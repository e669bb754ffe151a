import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext } from "@tanstack/react-router";
import { Frame } from "./layout/frame";

/** What every page stands in. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Frame });
export const parent = { getParentRoute: () => root };
