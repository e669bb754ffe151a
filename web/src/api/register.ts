/** What several pages of the register read: the schemes in force, firms by name, and the own entry. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, take, takeTagged, type Schemas } from "./client";
import { asProblem } from "./problem";

/** Begins the key of everything that a step with a certificate may change. */
export const registerKey = ["register"];

export const personScheme = "maritime";

export const schemesQuery = queryOptions({
  queryKey: [...registerKey, "schemes"],
  queryFn: () => take(api.GET("/api/v1/schemes")),
});

export function schemeQuery(code: string) {
  return queryOptions({
    queryKey: [...registerKey, "schemes", code],
    queryFn: () => take(api.GET("/api/v1/schemes/{code}", { params: { path: { code } } })),
  });
}

const mostSuppliers = 500;

/** Every firm with an accreditation, by name. */
export const supplierNamesQuery = queryOptions({
  queryKey: [...registerKey, "supplier-names"],
  queryFn: async () => {
    const { items } = await take(
      api.GET("/api/v1/suppliers", { params: { query: { limit: mostSuppliers } } }),
    );
    return items.map(({ id, name }) => ({ id, name }));
  },
});

export type OwnEntry = { value: Schemas["Consultant"]; etag: string } | null;

/** The own entry in the register; none for whoever has not begun one. */
export const ownEntryQuery = queryOptions({
  queryKey: [...registerKey, "own"],
  queryFn: async (): Promise<OwnEntry> => {
    try {
      return await takeTagged(api.GET("/api/v1/consultants/own"));
    } catch (error) {
      if (asProblem(error)?.status === 404) return null;
      throw error;
    }
  },
});

/** What the scheme for people calls its disciplines and levels; the codes until it has been read. */
export function useSchemeWords() {
  const content = useQuery(schemeQuery(personScheme)).data?.version.content;
  const named = (list: readonly { code: string; label: string }[] | undefined) => (code: string) =>
    list?.find((word) => word.code === code)?.label ?? code;
  return {
    disciplines: content?.disciplines ?? [],
    levels: [...(content?.levels ?? [])].sort((a, b) => a.rank - b.rank),
    discipline: named(content?.disciplines),
    level: named(content?.levels),
  };
}
