import { about } from "./about";
import { advisories } from "./advisories";
import { audit } from "./audit";
import { desk } from "./desk";
import { figures } from "./figures";
import { format } from "./format";
import { frame } from "./frame";
import { front } from "./front";
import { incidentForm } from "./incident-form";
import { incidents } from "./incidents";
import { labels } from "./labels";
import { problems } from "./problems";
import { signIn } from "./sign-in";
import { taxonomies } from "./taxonomies";
import { ui } from "./ui";

export const en = {
  about,
  advisories,
  audit,
  desk,
  figures,
  format,
  frame,
  front,
  incidentForm,
  incidents,
  labels,
  problems,
  signIn,
  taxonomies,
  ui,
};
