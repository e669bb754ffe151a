import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { DeskCase } from "./case";
import { caseKey, currentDesk, envelopesKey, keepCase, readReport, type CaseState } from "./queries";
import type { Desk, Keep } from "./steps";

export class DeskLocked extends Error {
  override readonly name = "DeskLocked";
}

/** The report cannot be read here, so no step can be taken with it. */
export class NotOpen extends Error {
  override readonly name = "NotOpen";
  readonly why: Exclude<CaseState["kind"], "open">;

  constructor(why: NotOpen["why"]) {
    super(why);
    this.why = why;
  }
}

export type Work<V> = (desk: Desk, one: DeskCase, value: V, keep: Keep) => Promise<DeskCase>;

/** One step with one report, read first if it is not at hand. What was done of it is kept when a part fails. */
export async function takeStep<V>(
  cache: QueryClient,
  id: string,
  value: V,
  work: Work<V>,
): Promise<DeskCase> {
  const desk = currentDesk();
  if (desk === null) throw new DeskLocked();
  const known = cache.getQueryData<CaseState>(caseKey(id));
  const state = known?.kind === "open" ? known : await readReport(id);
  if (state.kind !== "open") throw new NotOpen(state.kind);
  const keep = (one: DeskCase) => keepCase(cache, one);
  const one = await work(desk, state.one, value, keep);
  keep(one);
  return one;
}

/** `onDone` is heard also when the step itself takes away the button that asked for it. */
export function useStep<V>(id: string, work: Work<V>, onDone?: (one: DeskCase) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (value: V) => takeStep(cache, id, value, work),
    onSuccess: (one) => onDone?.(one),
    onSettled: () => cache.invalidateQueries({ queryKey: envelopesKey }),
  });
}
