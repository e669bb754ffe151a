import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, take, takeTagged, type Schemas } from "~/api/client";
import { defined } from "~/lib/defined";
import type { DirectorySearch, PeopleSearch } from "./search";

const all = ["organisations"];
const pageSize = 50;
const peopleOnPage = 100;

export function asFilter({ q, kind, partner_as, country }: DirectorySearch) {
  return defined({ q, kind: kind?.join(","), partner_as: partner_as?.join(","), country });
}

export function directoryQuery(search: DirectorySearch) {
  const query = defined({ limit: pageSize, ...asFilter(search), cursor: search.cursor });
  return queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => take(api.GET("/api/v1/organisations", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export const undisclosedQuery = queryOptions({
  queryKey: [...all, "undisclosed"],
  queryFn: () => take(api.GET("/api/v1/organisations/undisclosed")),
});

export function organisationQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => takeTagged(api.GET("/api/v1/organisations/{id}", { params: { path: { id } } })),
  });
}

export function peopleQuery(id: string, { left, cursor }: PeopleSearch) {
  const query = defined({ limit: peopleOnPage, left: left === "true" ? true : undefined, cursor });
  return queryOptions({
    queryKey: [...all, "people", id, query],
    queryFn: () =>
      take(api.GET("/api/v1/organisations/{id}/memberships", { params: { path: { id }, query } })),
    placeholderData: keepPreviousData,
  });
}

export function membershipQuery(id: string) {
  return queryOptions({
    queryKey: [...all, "membership", id],
    queryFn: () => take(api.GET("/api/v1/memberships/{id}", { params: { path: { id } } })),
  });
}

/** Nobody waits for what is read again: what follows a step comes before the page changes under it. */
function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: all });
}

export function useUpdateOrganisation(id: string) {
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["OrganisationUpdate"]; etag: string }) =>
      take(
        api.PATCH("/api/v1/organisations/{id}", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useStepOrganisation(id: string) {
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["OrganisationStepCreate"]; etag: string }) =>
      take(
        api.POST("/api/v1/organisations/{id}/steps", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useInvite(organisation: string) {
  return useMutation({
    mutationFn: (body: Schemas["MembershipCreate"]) =>
      take(
        api.POST("/api/v1/organisations/{id}/memberships", { body, params: { path: { id: organisation } } }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useChangeRole({ id, etag }: Schemas["Membership"]) {
  return useMutation({
    mutationFn: (role: Schemas["OrganisationRole"]) =>
      take(
        api.PATCH("/api/v1/memberships/{id}", {
          body: { role },
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}

export function useStepMembership({ id, etag }: Schemas["Membership"]) {
  return useMutation({
    mutationFn: (body: Schemas["MembershipStepCreate"]) =>
      take(
        api.POST("/api/v1/memberships/{id}/steps", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: useRefreshed(),
  });
}
