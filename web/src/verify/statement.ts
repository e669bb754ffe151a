/** What a certificate states. The signature was checked before; neither dates nor lists are looked at here. */
import { field, itemsOf, textAt } from "~/lib/sealed/reading";
import { readNumber } from "./number";
import { PURPOSES, type Purpose } from "./status-list";

export interface Statement {
  readonly number: string;
  readonly name: string;
  /** The supplier a person works for. */
  readonly firm: string | null;
  readonly discipline: string;
  readonly level: string;
  /** The scheme's code and its version. */
  readonly scheme: string;
  readonly version: string;
  /** First and last day, as `2026-11-28`. */
  readonly from: string;
  readonly to: string;
  /** What the addresses of the lists of both purposes have in common, without the host. */
  readonly lists: string;
  readonly index: number;
  readonly demo: boolean;
}

const LISTS = /^\/api\/v1\/status-lists\/\d+$/;

function below(start: string, text: string | null): string | null {
  return text?.startsWith(start) === true ? text.slice(start.length) : null;
}

function day(text: string | null, second: string): string | null {
  const found = text?.endsWith(second) === true ? text.slice(0, -second.length) : "";
  return /^\d{4}-\d\d-\d\d$/.test(found) ? found : null;
}

/** Both entries must lead to one place; of the address, the path counts, since the key says whose it is. */
function status(payload: unknown, issuer: string): Pick<Statement, "lists" | "index"> | null {
  const entries = itemsOf(field(payload, "credentialStatus"));
  const place = (purpose: Purpose): string | null => {
    const entry = entries.find(
      (one) => textAt(one, "statusPurpose") === purpose && textAt(one, "type") === "BitstringStatusListEntry",
    );
    const path = below(issuer, textAt(entry, "statusListCredential"));
    const index = textAt(entry, "statusListIndex") ?? "";
    const end = `/${purpose.charAt(0)}`;
    if (path?.endsWith(end) !== true || !/^\d{1,9}$/.test(index)) return null;
    return `${path.slice(0, -end.length)} ${index}`;
  };
  const [first, ...others] = PURPOSES.map(place);
  if (typeof first !== "string" || others.some((other) => other !== first)) return null;
  const [lists = "", index = ""] = first.split(" ");
  return LISTS.test(lists) ? { lists, index: Number(index) } : null;
}

/** The statement, or null for a payload that this register would not write. */
export function readStatement(payload: unknown): Statement | null {
  if (!itemsOf(field(payload, "type")).includes("OpenBadgeCredential")) return null;
  const issuer = textAt(field(payload, "issuer"), "id");
  const subject = field(payload, "credentialSubject");
  const achievement = field(subject, "achievement");
  const [discipline, level] = [textAt(achievement, "name"), textAt(achievement, "description")];
  const name = textAt(itemsOf(field(subject, "identifier"))[0], "identityHash");
  if (issuer === null || discipline === null || level === null || name === null) return null;
  const number = readNumber(below(`${issuer}/c/`, textAt(payload, "id")) ?? "");
  const what = below(`${issuer}/s/`, textAt(achievement, "id")) ?? "";
  const [, scheme, version] = /^(\w+)\/(\d+)#\w+\.\w+$/.exec(what) ?? [];
  const [from, to] = [
    day(textAt(payload, "validFrom"), "T00:00:00Z"),
    day(textAt(payload, "validUntil"), "T23:59:59Z"),
  ];
  const place = status(payload, issuer);
  if (number.kind !== "number" || scheme === undefined || version === undefined) return null;
  if (from === null || to === null || place === null) return null;
  return {
    number: number.number,
    name,
    firm: below("for ", textAt(subject, "role")),
    discipline,
    level,
    scheme,
    version,
    from,
    to,
    ...place,
    demo: textAt(field(payload, "issuer"), "name") === "DEMO",
  };
}
