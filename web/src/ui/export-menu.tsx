import { useState } from "react";
import { Button } from "./button";
import { Menu, type MenuItem } from "./menu";
import { useUiWords, type UiWords } from "./ui-words";

type ExportKind = "csv" | "ndjson" | "xlsx" | "picture" | "png" | "call" | "citation";

export type Exports = {
  [K in Exclude<ExportKind, "call" | "citation">]?: () => Promise<void> | void;
} & { call: () => string; citation?: (() => string) | undefined };

const files = ["csv", "xlsx", "ndjson", "picture", "png"] as const;

/** On every table and chart. What is shown leaves as a file, as a request one can repeat, or as a citation. */
export function ExportMenu({
  exports,
  look = "plain",
}: {
  exports: Exports;
  look?: "plain" | "normal" | "go";
}) {
  const words = useUiWords();
  const [notice, setNotice] = useState<string | null>(null);

  const say = (text: string) => {
    setNotice(text);
    window.setTimeout(() => setNotice(null), 2_500);
  };
  const run = async (work: () => Promise<void> | void) => {
    try {
      await work();
    } catch (error) {
      say(words.explain(error).title);
    }
  };
  const copy = (text: () => string) => () =>
    void run(async () => {
      await navigator.clipboard.writeText(text());
      say(words.exports.copied);
    });

  const items: MenuItem[] = files.flatMap((kind) => {
    const work = exports[kind];
    return work === undefined ? [] : [item(words, kind, () => void run(work), kind === "picture")];
  });
  items.push(item(words, "call", copy(exports.call), items.length > 0));
  const { citation } = exports;
  if (citation !== undefined) items.push(item(words, "citation", copy(citation), false));

  return (
    <span className="row export">
      <span className="small soft" aria-live="polite">
        {notice}
      </span>
      <Menu
        name={words.exports.open}
        items={items}
        trigger={(props) => (
          <Button look={look} {...props}>
            {words.exports.open}
          </Button>
        )}
      />
    </span>
  );
}

function item(words: UiWords, kind: ExportKind, onChoose: () => void, breaks: boolean): MenuItem {
  return { id: kind, label: words.exports[kind], onChoose, breaks };
}
