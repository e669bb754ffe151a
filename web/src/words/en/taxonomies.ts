import { format } from "./format";

export const taxonomies = {
  title: "Words",
  note: "the closed vocabularies of reports, incidents and figures, as the API has them",
  name: (name: string) => {
    const spaced = name.replaceAll("_", " ");
    return spaced.charAt(0).toUpperCase() + spaced.slice(1);
  },
  about: (n: number, version: string) => `${format.count(n, "word", "words")} · version ${version}`,
  source: (source: string) => `Source: ${source}`,
  columns: { label: "Meaning", word: "Word", parent: "Belongs to" },
};
