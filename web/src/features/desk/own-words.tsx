import { useMemo, useState } from "react";
import { words } from "~/words/words";
import type { DeskCase } from "./case";
import { findHints, pieces } from "./hints";
import { PanelPart } from "./panel-frame";

const text = words.desk.own;

/** The reporter's words as they are. What could lead to a ship is underlined; nothing is taken away. */
export function OwnWords({ one }: { one: DeskCase }) {
  const { words: written } = one.report;
  const hints = useMemo(() => findHints(written), [written]);
  const [reviewing, setReviewing] = useState(false);
  const cut = useMemo(() => pieces(written, hints), [written, hints]);
  return (
    <PanelPart title={text.title} aside={text.opened(one.envelope.epoch)}>
      {written.trim() === "" ? (
        <p className="soft">{text.none}</p>
      ) : (
        <p className="own-words pre-line" dir="auto">
          {cut.map((piece, at) =>
            piece.hint === null ? (
              piece.text
            ) : (
              <mark key={at} title={text.kind[piece.hint]}>
                {piece.text}
              </mark>
            ),
          )}
        </p>
      )}
      {hints.length > 0 && (
        <p className="small soft">
          {text.hints(hints.length)}{" "}
          <button
            type="button"
            className="link-button"
            aria-expanded={reviewing}
            onClick={() => setReviewing(!reviewing)}
          >
            {text.review(hints.length)}
          </button>
          {text.nothing}
        </p>
      )}
      {reviewing && <HintList written={written} hints={hints} />}
    </PanelPart>
  );
}

export function HintList({ written, hints }: { written: string; hints: ReturnType<typeof findHints> }) {
  return (
    <dl className="kv hint-list">
      {hints.map(({ kind, start, end }) => (
        <div key={start}>
          <dt>{text.kind[kind]}</dt>
          <dd>
            <bdi>{written.slice(start, end)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
