import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, done, take, type Schemas } from "~/api/client";
import { download } from "~/api/download";
import { refresh } from "~/api/session";

type Proof = Schemas["Confirmation"];

const all = ["me"];

export const factorsQuery = queryOptions({
  queryKey: [...all, "factors"],
  queryFn: () => take(api.GET("/api/v1/me/factors")),
});

export const sessionsQuery = queryOptions({
  queryKey: [...all, "sessions"],
  queryFn: () => take(api.GET("/api/v1/me/sessions")),
});

function useRefreshed() {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: all });
}

/** Passwords go and secrets come: nothing of it is kept once the form is gone. */
const forgets = { gcTime: 0 };

export function useBeginFactor() {
  return useMutation({
    ...forgets,
    mutationFn: (body: Proof) => take(api.POST("/api/v1/me/factors", { body })),
  });
}

export function useConfirmFactor() {
  return useMutation({
    ...forgets,
    mutationFn: (code: string) => take(api.POST("/api/v1/me/factors/confirmations", { body: { code } })),
    onSuccess: useRefreshed(),
  });
}

export function useRenewCodes() {
  return useMutation({
    ...forgets,
    mutationFn: (body: Proof) => take(api.POST("/api/v1/me/recovery-codes", { body })),
    onSuccess: useRefreshed(),
  });
}

export function useRemoveFactor() {
  return useMutation({
    ...forgets,
    mutationFn: (body: Proof) => done(api.POST("/api/v1/me/factors/removals", { body })),
    onSuccess: useRefreshed(),
  });
}

export function useTakeAlong() {
  return useMutation({
    ...forgets,
    mutationFn: (body: Proof) =>
      download("/api/v1/me/copies", "application/zip", "bellbuoy-own-data.zip", body),
  });
}

export function useRemoveAccount() {
  return useMutation({
    mutationFn: (body: Proof) => take(api.POST("/api/v1/me/removals", { body })),
  });
}

/** The name stands in the session as well, which is renewed with it. */
export function useRename() {
  return useMutation({
    mutationFn: async (name: string) => {
      await take(api.POST("/api/v1/me/name", { body: { name } }));
      await refresh();
    },
  });
}

export function useAskAddress() {
  return useMutation({
    ...forgets,
    mutationFn: (body: Schemas["AddressCreate"]) => done(api.POST("/api/v1/me/addresses", { body })),
  });
}

/** The address stands in the session as well. */
export function useTakeAddress() {
  return useMutation({
    mutationFn: async (body: Schemas["AddressConfirmation"]) => {
      await take(api.POST("/api/v1/me/addresses/confirmations", { body }));
      await refresh();
    },
  });
}

export function useEndSession() {
  return useMutation({
    mutationFn: (id: string) => done(api.DELETE("/api/v1/me/sessions/{id}", { params: { path: { id } } })),
    onSettled: useRefreshed(),
  });
}

export function useChangePassword() {
  return useMutation({
    ...forgets,
    mutationFn: (body: Schemas["PasswordChange"]) => done(api.POST("/api/v1/me/password", { body })),
    onSuccess: useRefreshed(),
  });
}

export function useAskPassword() {
  return useMutation({
    mutationFn: (email: string) => done(api.POST("/api/v1/auth/passwords", { body: { email } })),
  });
}

export function passwordLinkQuery(word: string) {
  return queryOptions({
    queryKey: ["passwords", word],
    queryFn: () => take(api.GET("/api/v1/auth/passwords/{word}", { params: { path: { word } } })),
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function useChoosePassword(word: string) {
  return useMutation({
    ...forgets,
    mutationFn: (body: Schemas["PasswordChoice"]) =>
      done(api.POST("/api/v1/auth/passwords/{word}", { body, params: { path: { word } } })),
  });
}
