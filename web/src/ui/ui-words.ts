/** What the primitives say by themselves. The app supplies it; nothing under ui/ holds a word of its own. */
import { createContext, use } from "react";

/** An error as people read it. */
export interface Explained {
  title: string;
  detail: string | null;
  requestId: string | null;
  /** Worth trying again. */
  again: boolean;
  /** Seconds that the server asks to wait. */
  wait: number | null;
  /** Seconds after which a page looks again by itself; null if looking again alone changes nothing. */
  every: number | null;
}

export interface UiWords {
  locale: string;
  optional: string;
  close: string;
  show: string;
  loading: string;
  tryAgain: string;
  waitFor: (seconds: number) => string;
  looksEvery: (seconds: number) => string;
  requestId: (id: string) => string;
  explain: (error: unknown) => Explained;
  table: {
    columns: string;
    previous: string;
    next: string;
    pages: string;
    sortBy: (column: string) => string;
    scrolls: (name: string) => string;
  };
  filters: {
    name: string;
    add: string;
    clear: string;
    any: string;
    from: string;
    to: string;
    apply: string;
    copyLink: string;
    copied: string;
    count: (n: number) => string;
  };
  exports: {
    open: string;
    csv: string;
    ndjson: string;
    xlsx: string;
    picture: string;
    png: string;
    call: string;
    citation: string;
    copied: string;
  };
  figures: {
    hidden: string;
    hiddenMark: string;
    atLeast: (value: string) => string;
    atLeastSpoken: (value: string) => string;
    partial: string;
    all: string;
    total: string;
    number: (value: number) => string;
    highest: (value: string, period: string) => string;
  };
}

const UiWordsContext = createContext<UiWords | null>(null);

export const UiWordsProvider = UiWordsContext.Provider;

export function useUiWords(): UiWords {
  const words = use(UiWordsContext);
  if (words === null) throw new Error("a primitive was drawn outside UiWordsProvider");
  return words;
}
