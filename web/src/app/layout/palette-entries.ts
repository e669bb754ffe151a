import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { words } from "~/words/words";
import { publicItems, railItems } from "./rail-items";

export interface PaletteEntry {
  id: string;
  label: string;
  href: string;
}

const incident = /^inc-?([0-9a-z]{6})$/i;
const advisory = /^bb-?(\d{4})-?(\d{1,4})$/i;

function page(label: string, href: string): PaletteEntry {
  return { id: href, label, href };
}

function pagesOf(role: Schemas["Role"] | null): PaletteEntry[] {
  const rail = role === null ? publicItems : railItems[role];
  const more = [
    page(words.frame.footer.reliable, paths.aboutFigures()),
    page(words.frame.about, paths.about()),
    ...(role === "member" || role === "analyst" ? [page(words.incidents.newTitle, paths.newIncident())] : []),
    ...(role === "analyst" ? [page(words.advisories.newTitle, paths.newAdvisory())] : []),
    ...(role === null ? [page(words.frame.signIn, paths.signIn())] : []),
  ];
  const all = [...rail.map((item) => page(item.label, item.to)), ...more];
  return all.filter((entry, at) => all.findIndex((other) => other.href === entry.href) === at);
}

/** What ⌘K offers for a text: the thing with that number, pages of that name, and a search through incidents. */
export function paletteEntries(typed: string, role: Schemas["Role"] | null): PaletteEntry[] {
  const text = typed.trim();
  const pages = pagesOf(role).filter((entry) => entry.label.toLowerCase().includes(text.toLowerCase()));
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
