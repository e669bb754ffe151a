import type { ReactNode } from "react";
import { UiWordsProvider, type UiWords } from "~/ui/ui-words";
import { explain } from "./explain";
import { words } from "./words";

const uiWords: UiWords = { ...words.ui, explain };

/** Lets the primitives speak the reader's language. */
export function WordsProvider({ children }: { children: ReactNode }) {
  return <UiWordsProvider value={uiWords}>{children}</UiWordsProvider>;
}
