import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  certificationApplicationQuery,
  certificationKey,
  type CertificationApplication,
} from "~/api/certification";
import { api, done, take, type Schemas } from "~/api/client";
import { asProblem } from "~/api/problem";
import { registerKey } from "~/api/register";

const most = 500;
const decidedLimit = 100;

/** One's own; for staff only what they began themselves, for a member those of the firm too. */
export function ownApplicationsQuery(staff: boolean) {
  const query = staff ? { own: true, limit: most } : { limit: most };
  return queryOptions({
    queryKey: [...certificationKey, "own", query],
    queryFn: () => take(api.GET("/api/v1/certification-applications", { params: { query } })),
  });
}

export function boardQuery(mine: boolean) {
  const page = (stage: string, limit: number) =>
    take(
      api.GET("/api/v1/certification-applications", {
        params: { query: { stage, limit, ...(mine ? { mine } : {}) } },
      }),
    );
  return queryOptions({
    queryKey: [...certificationKey, "board", mine],
    queryFn: async () => {
      const [open, decided] = await Promise.all([
        page("submitted,in_review,asked,appealed", most),
        page("granted,refused,refusal_upheld", decidedLimit),
      ]);
      return { items: [...open.items, ...decided.items], more: (open.next ?? null) !== null };
    },
  });
}

export function reviewersQuery(id: string, etag: string) {
  return queryOptions({
    queryKey: [...certificationKey, "reviewers", id, etag],
    queryFn: () =>
      take(api.GET("/api/v1/certification-applications/{id}/reviewers", { params: { path: { id } } })),
  });
}

/** The version of a scheme that an application follows, which need not be the one in force. */
export function schemeVersionQuery(code: string, number: number) {
  return queryOptions({
    queryKey: [...registerKey, "schemes", code, "versions"],
    queryFn: () => take(api.GET("/api/v1/schemes/{code}/versions", { params: { path: { code } } })),
    select: (versions) => {
      const found = versions.find((version) => version.number === number) ?? versions[0];
      if (found === undefined) throw new Error(`the scheme ${code} has no version ${number}`);
      return found;
    },
  });
}

/** Certificates of the firm that one speaks for. Its page is found by its name. */
export function firmCertificatesQuery(firm: string) {
  return queryOptions({
    queryKey: [...registerKey, "certificates", "firm", firm],
    queryFn: async () => {
      const { items } = await take(api.GET("/api/v1/suppliers", { params: { query: { q: firm } } }));
      const supplier = items.find(({ name }) => name === firm)?.id;
      if (supplier === undefined) return [];
      const query = { supplier, limit: 100 };
      return (await take(api.GET("/api/v1/certificates", { params: { query } }))).items;
    },
  });
}

export function certificatesOfQuery(consultant: string) {
  return queryOptions({
    queryKey: [...registerKey, "certificates", "own", consultant],
    queryFn: async () => {
      const query = { consultant, limit: 100 };
      return (await take(api.GET("/api/v1/certificates", { params: { query } }))).items;
    },
  });
}

export function useBegin() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["CertificationApplicationCreate"]) =>
      take(api.POST("/api/v1/certification-applications", { body })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: certificationKey }),
  });
}

/** Puts what the server answered where every part of the page reads it. */
export function useKeepApplication() {
  const cache = useQueryClient();
  return async (application: CertificationApplication) => {
    const one = certificationApplicationQuery(application.id);
    await cache.cancelQueries(one);
    cache.setQueryData(one.queryKey, application);
    void cache.invalidateQueries({
      queryKey: certificationKey,
      predicate: ({ queryKey }) => queryKey[1] !== "one",
    });
  };
}

export function useSaveDraft(id: string) {
  const keepApplication = useKeepApplication();
  return async (body: Schemas["CertificationApplicationUpdate"], etag: string) => {
    const saved = await take(
      api.PUT("/api/v1/certification-applications/{id}", {
        body,
        params: { path: { id }, header: { "If-Match": etag } },
      }),
    );
    await keepApplication(saved);
    return saved;
  };
}

/** After a refusal because of its version, the newest one is read: the next try is against that. */
function useRereadStale(id: string) {
  const cache = useQueryClient();
  return (error: Error) => {
    if (asProblem(error)?.status === 412) void cache.invalidateQueries(certificationApplicationQuery(id));
  };
}

export function useStep(id: string) {
  const cache = useQueryClient();
  const keepApplication = useKeepApplication();
  return useMutation({
    mutationFn: ({ body, etag }: { body: Schemas["CertificationStepCreate"]; etag: string }) =>
      take(
        api.POST("/api/v1/certification-applications/{id}/steps", {
          body,
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onError: useRereadStale(id),
    onSuccess: async (application) => {
      await keepApplication(application);
      void cache.invalidateQueries({ queryKey: registerKey });
    },
  });
}

export function useDiscard(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (etag: string) =>
      done(
        api.DELETE("/api/v1/certification-applications/{id}", {
          params: { path: { id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: () => {
      cache.removeQueries(certificationApplicationQuery(id));
      void cache.invalidateQueries({ queryKey: [...certificationKey, "own"] });
    },
  });
}

export function useNoteFinding(id: string) {
  const keepApplication = useKeepApplication();
  return useMutation({
    mutationFn: ({
      requirement,
      body,
      etag,
    }: {
      requirement: string;
      body: Schemas["FindingUpdate"];
      etag: string;
    }) =>
      take(
        api.PUT("/api/v1/certification-applications/{id}/findings/{requirement}", {
          body,
          params: { path: { id, requirement }, header: { "If-Match": etag } },
        }),
      ),
    onError: useRereadStale(id),
    onSuccess: keepApplication,
  });
}

export function useRemind(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (referee: string) =>
      done(
        api.POST("/api/v1/certification-applications/{id}/referees/{referee}/reminders", {
          params: { path: { id, referee } },
        }),
      ),
    onSuccess: () => void cache.invalidateQueries(certificationApplicationQuery(id)),
  });
}
