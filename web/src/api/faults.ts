import { useMemo } from "react";
import { asProblem, fieldOf } from "./problem";

interface Faults {
  /** What was wrong with a field, or with anything inside it. */
  faultOf: (field: string) => string | undefined;
  /** The refusal itself, unless every fault of it stands beside a field. */
  unplaced: Error | null;
}

function inside(field: string, fault: string): boolean {
  return fault === field || fault.startsWith(`${field}.`);
}

/** Spreads a refusal over the fields of a form by their JSON pointers. */
export function faultsOf(error: Error | null, fields: readonly string[]): Faults {
  const faults = (asProblem(error)?.faults ?? []).map((fault) => ({
    field: fieldOf(fault.pointer),
    text: fault.hint === null || fault.hint === undefined ? fault.detail : `${fault.detail} (${fault.hint})`,
  }));
  const placed =
    faults.length > 0 && faults.every((fault) => fields.some((field) => inside(field, fault.field)));
  return {
    faultOf: (field) => {
      const said = faults.filter((fault) => inside(field, fault.field)).map((fault) => fault.text);
      return said.length === 0 ? undefined : [...new Set(said)].join("; ");
    },
    unplaced: placed ? null : error,
  };
}

export function useFaults(error: Error | null, fields: readonly string[]): Faults {
  return useMemo(() => faultsOf(error, fields), [error, fields]);
}
