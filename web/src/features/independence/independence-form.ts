/** What the form holds, all text, and what leaves. */
import type { Schemas } from "~/api/client";
import { oneOf } from "~/lib/search-params";
import { wordsOf } from "~/words/words";

export interface PartyForm {
  tie: string;
  name: string;
  group: string;
  from_on: string;
  to_on: string;
}

export interface EarlierForm {
  on: string;
  by: string;
}

export interface IndependenceForm {
  on: string;
  consultant_id: string;
  supplier_id: string;
  group: string;
  parties: PartyForm[];
  earlier: EarlierForm[];
}

export const emptyParty: PartyForm = { tie: "owner", name: "", group: "", from_on: "", to_on: "" };
export const emptyEarlier: EarlierForm = { on: "", by: "same" };

export const emptyForm: IndependenceForm = {
  on: "",
  consultant_id: "",
  supplier_id: "",
  group: "",
  parties: [emptyParty],
  earlier: [],
};

/** The fields that a fault may name, for so many rows. */
export function fieldsOf(parties: number, earlier: number): string[] {
  const rows = (list: string, count: number, names: string[]) =>
    Array.from({ length: count }, (_, at) => names.map((name) => `${list}.${at}.${name}`)).flat();
  return [
    "on",
    "consultant_id",
    "supplier_id",
    "group",
    ...rows("parties", parties, ["tie", "name", "group", "from_on", "to_on"]),
    ...rows("earlier", earlier, ["on"]),
  ];
}

function given(typed: string): string | null {
  const said = typed.trim();
  return said === "" ? null : said;
}

/** Who made an earlier assessment is told with regard to who would make this one. */
function maker(form: IndependenceForm, by: string) {
  const supplier = given(form.supplier_id);
  if (by === "same") {
    return { consultant_id: given(form.consultant_id), supplier_id: supplier, by_others: false };
  }
  return { consultant_id: null, supplier_id: by === "firm" ? supplier : null, by_others: true };
}

export function questionOf(form: IndependenceForm): Schemas["IndependenceCheckCreate"] {
  return {
    on: form.on,
    consultant_id: given(form.consultant_id),
    supplier_id: given(form.supplier_id),
    group: given(form.group),
    parties: form.parties.map((party) => ({
      tie: oneOf(wordsOf("VesselTie"), party.tie) ?? "owner",
      name: given(party.name),
      group: given(party.group),
      from_on: party.from_on,
      to_on: given(party.to_on),
    })),
    earlier: form.earlier.map(({ on, by }) => ({ on, ...maker(form, by) })),
  };
}
