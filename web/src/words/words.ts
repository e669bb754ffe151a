/** The words of the reader's language. English is the first and, for the time being, the only one. */
import { en } from "./en/en";

export type Words = typeof en;
export const words: Words = en;

type Labels = Words["labels"];
export type VocabularyName = keyof Labels;
export type WordOf<V extends VocabularyName> = Extract<keyof Labels[V], string>;

/** A word for people. A word that this page does not know yet is shown as it is on the wire. */
export function label(vocabulary: VocabularyName, word: string): string {
  const known: Record<string, string> = words.labels[vocabulary];
  return known[word] ?? word;
}

/** All words of a vocabulary, in its own order. */
export function wordsOf<V extends VocabularyName>(vocabulary: V): WordOf<V>[] {
  const known = words.labels[vocabulary];
  const isWord = (word: string): word is WordOf<V> => Object.hasOwn(known, word);
  return Object.keys(known).filter(isWord);
}

export function options(vocabulary: VocabularyName): { value: string; label: string }[] {
  return wordsOf(vocabulary).map((word) => ({ value: word, label: label(vocabulary, word) }));
}
