import { infiniteQueryOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import { api, take, takeTagged } from "~/api/client";
import { asProblem } from "~/api/problem";
import { queryClient } from "~/api/query";
import { currentSession } from "~/api/session";
import { cursorOf } from "~/lib/cursor";
import { defined } from "~/lib/defined";
import { fromBase64 } from "~/lib/sealed/bytes";
import { openNote } from "~/lib/sealed/desk";
import type { DeskNote } from "~/lib/sealed/desk-note";
import { keysFor, readCase, type DeskCase, type Reading } from "./case";
import { currentLock, onLock, type KeyRing } from "./key-ring";
import { port, type Envelope } from "./port";
import { resealed, settle, type Desk } from "./steps";

const pageSize = 100;
const namedPageSize = 50;
const lookEvery = 20_000;
const keysEvery = 60_000;

export const envelopesKey = ["desk", "envelopes"];
const openedKeys = [
  ["desk", "case"],
  ["desk", "notes"],
];

onLock(() => {
  for (const queryKey of openedKeys) queryClient.removeQueries({ queryKey });
});

export const deskKeysQuery = queryOptions({
  queryKey: ["desk", "keys"],
  queryFn: () => take(api.GET("/api/v1/desk/keys")),
  refetchInterval: keysEvery,
});

function firstPage(): string | undefined {
  return undefined;
}

export function envelopesQuery(state: "received,opened" | "closed") {
  return infiniteQueryOptions({
    queryKey: [...envelopesKey, state],
    queryFn: ({ pageParam: cursor }) =>
      take(
        api.GET("/api/v1/desk/envelopes", { params: { query: defined({ state, cursor, limit: pageSize }) } }),
      ),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => cursorOf(last.next),
    refetchInterval: lookEvery,
  });
}

/** Reports by name that wait for the desk. Under the incidents' key, so that a decision there refreshes them. */
export const namedQuery = infiniteQueryOptions({
  queryKey: ["incidents", "waiting"],
  queryFn: ({ pageParam: cursor }) =>
    take(
      api.GET("/api/v1/incidents", {
        params: { query: defined({ status: "submitted,in_triage", cursor, limit: namedPageSize }) },
      }),
    ),
  initialPageParam: firstPage(),
  getNextPageParam: (last) => cursorOf(last.next),
  refetchInterval: lookEvery,
});

export function namedReportQuery(reference: string) {
  return queryOptions({
    queryKey: ["incidents", "one", reference],
    queryFn: () => takeTagged(api.GET("/api/v1/incidents/{id}", { params: { path: { id: reference } } })),
  });
}

/** Which notes an answer is about: those of these versions. */
function versionOf(envelope: Envelope): string {
  return `${envelope.id}/${envelope.revision}`;
}

const noNotes: ReadonlyMap<string, DeskNote> = new Map();

async function openNotes(
  envelopes: readonly Envelope[],
  ring: KeyRing,
  before: ReadonlyMap<string, DeskNote>,
): Promise<ReadonlyMap<string, DeskNote>> {
  const entries = await Promise.all(
    envelopes.map(async (envelope): Promise<[string, DeskNote] | null> => {
      const version = versionOf(envelope);
      const known = before.get(version);
      if (known !== undefined) return [version, known];
      const { note } = envelope;
      if (note === null || note === undefined) return null;
      const opened = await openNote(fromBase64(note), keysFor(envelope.epoch, ring.secrets));
      return opened && [version, opened];
    }),
  );
  return new Map(entries.filter((entry) => entry !== null));
}

/** The notes of the rows in sight, opened here. Those opened before are not opened again. */
export function notesQuery(envelopes: readonly Envelope[], ring: KeyRing | null) {
  const versions = envelopes.map(versionOf);
  return queryOptions({
    queryKey: ["desk", "notes", [...(ring?.secrets.keys() ?? [])], versions],
    queryFn: () => {
      const kept = queryClient
        .getQueriesData<ReadonlyMap<string, DeskNote>>({ queryKey: ["desk", "notes"] })
        .flatMap(([, notes]) => [...(notes ?? [])]);
      return ring === null ? noNotes : openNotes(envelopes, ring, new Map(kept));
    },
    enabled: ring !== null && envelopes.length > 0,
    placeholderData: (previous) => (ring === null ? undefined : previous),
    staleTime: Infinity,
    gcTime: lookEvery * 2,
  });
}

export function noteIn(
  notes: ReadonlyMap<string, DeskNote> | undefined,
  envelope: Envelope,
): DeskNote | null {
  return notes?.get(versionOf(envelope)) ?? null;
}

/** What is needed to write: keys that are open, and a name to write under. */
export function currentDesk(): Desk | null {
  const [lock, session] = [currentLock(), currentSession()];
  if (lock.state !== "open" || lock.ring.to === null || session.state !== "somebody") return null;
  return { port, to: lock.ring.to, by: session.account.name, now: () => new Date() };
}

export type CaseState =
  | Exclude<Reading, { kind: "open" }>
  /** `trouble`: it is open here, but what reading brings with it could not be noted. */
  | { readonly kind: "open"; readonly one: DeskCase; readonly trouble: Error | null };

/** Reads a report and notes that it was read. Someone else may have been faster: then it is read once more. */
export async function readReport(id: string, patient = true): Promise<CaseState> {
  const lock = currentLock();
  const secrets = lock.state === "open" ? lock.ring.secrets : new Map<string, string>();
  const reading = await readCase(await port.read(id), secrets);
  const desk = currentDesk();
  if (reading.kind !== "open") return reading;
  let { one } = reading;
  try {
    if (desk !== null) {
      one = await settle(desk, one, (kept) => {
        one = kept;
      });
    }
    return { kind: "open", one, trouble: null };
  } catch (error) {
    if (patient && asProblem(error)?.status === 412) return readReport(id, false);
    return { kind: "open", one, trouble: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Seals a report anew without taking it up: nobody has read it by that. False if it cannot be opened here. */
export async function resealReport(id: string): Promise<boolean> {
  const [desk, lock] = [currentDesk(), currentLock()];
  if (desk === null || lock.state !== "open") return false;
  const reading = await readCase(await port.read(id), lock.ring.secrets);
  if (reading.kind !== "open") return false;
  const one = await resealed(desk, reading.one);
  if (queryClient.getQueryData<CaseState>(caseKey(id)) !== undefined) {
    keepCase(queryClient, one);
  }
  return true;
}

export function keepCase(cache: QueryClient, one: DeskCase): void {
  const state: CaseState = { kind: "open", one, trouble: null };
  cache.setQueryData(caseKey(one.envelope.id), state);
}

export function caseKey(id: string): string[] {
  return ["desk", "case", id];
}

/** Never fetched again by itself: each reading is audited, and marks messages as seen. */
export function caseQuery(id: string) {
  return queryOptions({
    queryKey: caseKey(id),
    queryFn: async () => {
      const state = await readReport(id);
      void queryClient.invalidateQueries({ queryKey: envelopesKey });
      return state;
    },
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}
