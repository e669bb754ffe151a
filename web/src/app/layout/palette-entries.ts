import { mayCall } from "~/api/may";
import { isGuest, type Account } from "~/api/session";
import { paths } from "~/app/paths";
import { words } from "~/words/words";
import { publicItems, railOf } from "./rail-items";

export interface PaletteEntry {
  id: string;
  label: string;
  href: string;
}

const incident = /^inc-?([0-9a-z]{6})$/i;
const advisory = /^bb-?(\d{4})-?(\d{1,4})$/i;
const certificate = /^bb-?([cs])-?(\d{4})-?(\d{4})$/i;

function page(label: string, href: string): PaletteEntry {
  return { id: href, label, href };
}

function pagesOf(account: Account | null): PaletteEntry[] {
  const rail = account === null ? publicItems : railOf(account);
  const role = roleOf(account);
  const more = [
    page(words.frame.footer.reliable, paths.aboutFigures()),
    page(words.frame.about, paths.about()),
    page(words.consultants.short, paths.consultants()),
    page(words.suppliers.title, paths.suppliers()),
    page(words.consultants.how, paths.aboutConsultants()),
    page(words.sittings.title, paths.sittings()),
    page(words.complaint.title, paths.newComplaint()),
    page(words.frame.footer.roles, paths.roles()),
    page(words.frame.footer.leakedKey, paths.leakedKey()),
    account === null
      ? page(words.frame.footer.join, paths.join())
      : page(words.frame.yourAccount, paths.account()),
    ...(account === null
      ? []
      : [
          page(words.ownEntry.title, paths.ownEntry()),
          page(words.cpd.title, paths.development()),
          page(words.certification.title, paths.certification()),
          page(words.frame.footer.words, paths.words()),
        ]),
    ...(role === "member" || role === "analyst" ? [page(words.incidents.newTitle, paths.newIncident())] : []),
    ...(role === "member" ? [page(words.apiKeys.heading, paths.keys())] : []),
    ...(role === "analyst" ? [page(words.advisories.newTitle, paths.newAdvisory())] : []),
    ...(role === "scheme_administrator" ? [page(words.complaints.title, paths.complaints())] : []),
    ...(role === "member" || role === "scheme_administrator"
      ? [page(words.ratings.title, paths.ratings()), page(words.independence.title, paths.independence())]
      : []),
    ...(mayCall(account) ? [page(words.rota.title, paths.rota())] : []),
    ...(account === null ? [page(words.frame.signIn, paths.signIn())] : []),
  ];
  const all = [...rail.map((item) => page(item.label, item.to)), ...more];
  return all.filter((entry, at) => all.findIndex((other) => other.href === entry.href) === at);
}

/** The role that counts: none until a membership is confirmed. */
function roleOf(account: Account | null) {
  return account === null || isGuest(account) ? null : account.role;
}

/** What ⌘K offers for a text: the thing with that number, pages of that name, and a search through incidents. */
export function paletteEntries(typed: string, account: Account | null): PaletteEntry[] {
  const role = roleOf(account);
  const text = typed.trim();
  const pages = pagesOf(account).filter((entry) => entry.label.toLowerCase().includes(text.toLowerCase()));
  const entries: PaletteEntry[] = [];
  const [, code] = incident.exec(text) ?? [];
  const [, year, number] = advisory.exec(text) ?? [];
  if (code !== undefined && role !== null) {
    const reference = `INC-${code.toUpperCase()}`;
    entries.push({
      id: reference,
      label: words.frame.palette.openIncident(reference),
      href: paths.incident(reference),
    });
  }
  if (year !== undefined && number !== undefined) {
    const name = `BB-${year}-${number.padStart(3, "0")}`;
    entries.push({ id: name, label: words.frame.palette.openAdvisory(name), href: paths.advisory(name) });
  }
  const [, kind, granted, count] = certificate.exec(text) ?? [];
  if (kind !== undefined && granted !== undefined && count !== undefined) {
    const name = `BB-${kind.toUpperCase()}-${granted}-${count}`;
    entries.push({
      id: name,
      label: words.frame.palette.openCertificate(name),
      href: paths.certificate(name),
    });
  }
  entries.push(...pages);
  if (text.length > 2 && (role === "member" || role === "analyst")) {
    entries.push({
      id: "search",
      label: words.frame.palette.searchIncidents(text),
      href: `${paths.incidents()}?q=${encodeURIComponent(text)}`,
    });
  }
  return entries;
}
