import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { certificationKey } from "~/api/certification";
import { api, take, type Schemas } from "~/api/client";
import { asProblem } from "~/api/problem";
import { upload } from "~/api/upload";

const all = [...certificationKey, "evidence"];

/** As it is kept; without a tag until it was written for the first time. */
export interface OwnCurriculum {
  entries: Schemas["CurriculumEntry"][];
  etag: string;
}

export const curriculumQuery = queryOptions({
  queryKey: [...all, "curriculum"],
  queryFn: async (): Promise<OwnCurriculum> => {
    try {
      return await take(api.GET("/api/v1/curricula/own"));
    } catch (error) {
      if (asProblem(error)?.status === 404) return { entries: [], etag: "" };
      throw error;
    }
  },
});

/** Writes the curriculum and tells the applications that show it. */
export function useWriteCurriculum() {
  const cache = useQueryClient();
  return async (entries: Schemas["CurriculumEntry"][], etag: string): Promise<OwnCurriculum> => {
    const header = etag === "" ? {} : { "If-Match": etag };
    const written = await take(api.PUT("/api/v1/curricula/own", { body: { entries }, params: { header } }));
    await cache.cancelQueries(curriculumQuery);
    cache.setQueryData(curriculumQuery.queryKey, written);
    void cache.invalidateQueries({ queryKey: [...certificationKey, "one"] });
    return written;
  };
}

export const papersQuery = queryOptions({
  queryKey: [...all, "papers"],
  queryFn: () => take(api.GET("/api/v1/evidence")),
});

export interface Chosen {
  file: File;
  /** For `Content-Digest`. */
  told: string;
  /** For people, hex. */
  hex: string;
}

function sendFile(id: string, { file, told }: Chosen): Promise<void> {
  return upload(`/api/v1/evidence/${id}/file`, file, told);
}

/** Enters a paper and sends its file. What was entered before its file failed is not entered twice. */
export function useEnterPaper() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({
      entered,
      body,
      chosen,
      onEntered,
    }: {
      entered: string | null;
      body: Schemas["EvidenceFileCreate"];
      chosen: Chosen;
      onEntered: (id: string) => void;
    }) => {
      const id = entered ?? (await take(api.POST("/api/v1/evidence", { body }))).id;
      onEntered(id);
      await sendFile(id, chosen);
      return id;
    },
    onSettled: () => cache.invalidateQueries(papersQuery),
  });
}

export function useSendFile(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (chosen: Chosen) => sendFile(id, chosen),
    onSuccess: () => cache.invalidateQueries({ queryKey: certificationKey }),
  });
}
