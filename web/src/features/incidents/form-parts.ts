import type { UseFormReturn } from "react-hook-form";
import type { IncidentForm } from "./incident-form";

/** What every part of the form needs. */
export interface FormPart {
  form: UseFormReturn<IncidentForm>;
  faultOf: (field: string) => string | undefined;
}
