import type { Schemas } from "~/api/client";
import * as incident from "./labels/incident";
import * as effect from "./labels/effect";
import * as classification from "./labels/classification";
import * as system from "./labels/system";
import * as vessel from "./labels/vessel";
import * as desk from "./labels/desk";
import * as register from "./labels/register";
import * as certification from "./labels/certification";

/** Every closed vocabulary of the API, by its name there. */
export type Vocabulary = {
  [K in keyof Schemas]: Schemas[K] extends string ? (string extends Schemas[K] ? never : K) : never;
}[keyof Schemas];

/** A word for people for each word on the wire; sealed reports have vocabularies that the API never sees. */
export const labels = {
  ...incident,
  ...effect,
  ...classification,
  ...system,
  ...vessel,
  ...desk,
  ...register,
  ...certification,
} satisfies { [K in Vocabulary]: Record<Schemas[K], string> };
