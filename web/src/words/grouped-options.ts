import type { Schemas } from "~/api/client";
import { label, options, words, type VocabularyName } from "./words";

interface Group {
  label: string;
  options: { value: string; label: string }[];
}

const wireName = (vocabulary: string) => vocabulary.replace(/(?<!^)([A-Z])/g, "_$1").toLowerCase();

/** A vocabulary's words under the words of its parent, as the API says they belong; in one group until it has said so. */
export function groupedOptions(
  taxonomies: readonly Schemas["Taxonomy"][] | undefined,
  vocabulary: VocabularyName,
  parents: VocabularyName,
): Group[] {
  const taxonomy = taxonomies?.find((candidate) => candidate.name === wireName(vocabulary));
  if (taxonomy === undefined) return [{ label: words.ui.figures.all, options: options(vocabulary) }];
  const groups = new Map<string, Group>();
  for (const { word, parent } of taxonomy.words) {
    const key = parent ?? "";
    const group = groups.get(key) ?? { label: label(parents, key), options: [] };
    group.options.push({ value: word, label: label(vocabulary, word) });
    groups.set(key, group);
  }
  return [...groups.values()];
}
