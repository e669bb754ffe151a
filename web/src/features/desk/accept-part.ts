import type { UseFormReturn } from "react-hook-form";
import type { Coding } from "./coding";

/** What every part of the form needs. */
export interface AcceptPart {
  form: UseFormReturn<Coding>;
  faultOf: (field: string) => string | undefined;
}
