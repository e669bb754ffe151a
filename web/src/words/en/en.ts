import { account, invitation } from "./account";
import { advisories } from "./advisories";
import { apiKeys, leakedKey } from "./api-keys";
import { applications, join } from "./applications";
import { audit } from "./audit";
import { certificates } from "./certificates";
import { certification, certificationDraft } from "./certification";
import { board, review } from "./certification-review";
import { complaint, complaints } from "./complaints";
import { independence } from "./independence";
import { ratingFigures, ratings } from "./ratings";
import { consultant, consultants } from "./consultants";
import { cpd } from "./cpd";
import { desk } from "./desk";
import { doctor } from "./doctor";
import { evidence, references } from "./evidence";
import { figures } from "./figures";
import { format } from "./format";
import { frame } from "./frame";
import { front } from "./front";
import { incidentForm } from "./incident-form";
import { incidents } from "./incidents";
import { labels } from "./labels";
import { letters } from "./letters";
import { directory, organisation } from "./organisations";
import { ownEntry } from "./own-entry";
import { passwords, proof, secondFactor, sessions } from "./own-account";
import { ownData } from "./own-data";
import { problems } from "./problems";
import { roles } from "./roles";
import { rota } from "./rota";
import { signIn } from "./sign-in";
import { schemeEditor } from "./scheme-editor";
import { schemes } from "./schemes";
import { setup } from "./setup";
import { seats, sittingForm, sittings } from "./sittings";
import { staff } from "./staff";
import { suppliers } from "./suppliers";
import { taxonomies } from "./taxonomies";
import { ui } from "./ui";

export const en = {
  account,
  advisories,
  apiKeys,
  applications,
  audit,
  board,
  certificates,
  certification,
  certificationDraft,
  complaint,
  complaints,
  independence,
  ratingFigures,
  ratings,
  consultant,
  consultants,
  cpd,
  desk,
  directory,
  doctor,
  evidence,
  figures,
  format,
  frame,
  front,
  incidentForm,
  incidents,
  invitation,
  join,
  labels,
  leakedKey,
  letters,
  organisation,
  ownEntry,
  passwords,
  ownData,
  problems,
  proof,
  references,
  review,
  roles,
  rota,
  secondFactor,
  sessions,
  signIn,
  schemeEditor,
  schemes,
  seats,
  setup,
  sittingForm,
  sittings,
  staff,
  suppliers,
  taxonomies,
  ui,
};
