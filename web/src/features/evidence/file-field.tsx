import { useState } from "react";
import { TextField } from "~/ui/field";
import { words } from "~/words/words";
import { digestOf } from "./digest";
import type { Chosen } from "./queries";

const text = words.evidence.paper;
const kinds = ["application/pdf", "image/jpeg", "image/png"];
const most = 5 << 20;

function faultIn(file: File): string | null {
  if (!kinds.includes(file.type)) return text.wrongType;
  return file.size > most ? text.tooLarge : null;
}

/** Chooses a file and shows its SHA-256 before anything is sent. */
export function FileField({
  label,
  chosen,
  fault,
  onChoose,
}: {
  label: string;
  chosen: Chosen | null;
  fault?: string | undefined;
  onChoose: (chosen: Chosen | null) => void;
}) {
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    const found = file === undefined ? null : faultIn(file);
    setWrong(found);
    if (file === undefined || found !== null) {
      onChoose(null);
      return;
    }
    onChoose({ file, ...digestOf(new Uint8Array(await file.arrayBuffer())) });
  };
  return (
    <div className="file-field">
      <TextField
        label={label}
        hint={text.fileHint}
        type="file"
        accept={kinds.join(",")}
        fault={wrong ?? fault}
        onChange={({ target }) => void choose(target.files?.[0])}
      />
      {chosen !== null && (
        <p className="small soft" role="status">
          {text.size(chosen.file.size)} · {text.digest} <bdi className="mono">{chosen.hex}</bdi> ·{" "}
          {text.digestNote}
        </p>
      )}
    </div>
  );
}
