import { Button } from "~/ui/button";
import { words } from "~/words/words";
import type { DeskCase } from "./case";
import { PanelPart } from "./panel-frame";

const text = words.desk.note;

/** The desk's own words on a report. Who did what stands in the timeline. */
export function NotePart({ one, onEdit }: { one: DeskCase; onEdit: (() => void) | undefined }) {
  const written = one.note?.text ?? "";
  return (
    <PanelPart title={text.title} aside={text.sealed}>
      {written === "" ? (
        <p className="soft">{text.none}</p>
      ) : (
        <p className="pre-line" dir="auto">
          {written}
        </p>
      )}
      {onEdit !== undefined && (
        <Button onClick={onEdit}>
          {text.edit} <kbd aria-hidden="true">{text.key}</kbd>
        </Button>
      )}
    </PanelPart>
  );
}
