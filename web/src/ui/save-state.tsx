import { Button } from "./button";

interface SaveWords {
  saved: (at: string) => string;
  kept: string;
  saving: string;
  waits: string;
  incomplete: string;
  failed: string;
  again: string;
  stale: string;
  load: string;
  keep: string;
  keepNote: string;
}

interface Saving {
  standing: "kept" | "waits" | "saving" | "failed" | "stale";
  incomplete: boolean;
  savedAt: string | null;
  flush: () => Promise<unknown>;
  load: () => void;
  keep: () => void;
}

function said(text: SaveWords, { standing, incomplete, savedAt }: Saving): string {
  if (standing === "saving") return text.saving;
  if (standing === "waits") return text.waits;
  if (incomplete) return text.incomplete;
  return savedAt === null ? text.kept : text.saved(savedAt);
}

/** Whether what was typed is saved, since when, and what to do when it is not. */
export function SaveState({ text, saving }: { text: SaveWords; saving: Saving }) {
  const { standing } = saving;
  if (standing === "stale") {
    return (
      <div className="note warn save-state" role="alert">
        <p>{text.stale}</p>
        <p className="row">
          <Button onClick={saving.load}>{text.load}</Button>
          <Button onClick={saving.keep}>{text.keep}</Button>
          <span className="small soft">{text.keepNote}</span>
        </p>
      </div>
    );
  }
  if (standing === "failed") {
    return (
      <div className="note bad save-state" role="alert">
        <p>{text.failed}</p>
        <p className="row">
          <Button onClick={() => void saving.flush()}>{text.again}</Button>
        </p>
      </div>
    );
  }
  return (
    <p className="small soft save-state" role="status">
      {said(text, saving)}
    </p>
  );
}
