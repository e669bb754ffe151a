/** What the desk does with what opens and is no report: it closes it, or takes it up again. Nobody can be told. */
import { base64 } from "~/lib/sealed/bytes";
import { sealNote } from "~/lib/sealed/desk";
import type { DeskNote } from "~/lib/sealed/desk-note";
import { words } from "~/words/words";
import type { Foreign } from "./case";
import { fitted, logged } from "./notes";
import type { Desk } from "./steps";

const empty: DeskNote = {
  v: 1,
  title: words.desk.panel.foreignTitle,
  severity: "unknown",
  verification: "anonymous_unverified",
  tlp: "red",
  stage: "opened",
  log: [],
  text: "",
};

async function noted(desk: Desk, { envelope }: Foreign, note: DeskNote): Promise<Foreign> {
  const kept = fitted(note);
  const sealed = base64(await sealNote(kept, desk.to));
  return { envelope: await desk.port.saveNote(envelope.id, sealed, envelope.etag), note: kept };
}

async function stepped(
  desk: Desk,
  { envelope, note }: Foreign,
  step: "open" | "close" | "reopen",
): Promise<Foreign> {
  return { envelope: await desk.port.step(envelope.id, step, envelope.etag), note };
}

export async function discard(desk: Desk, foreign: Foreign): Promise<Foreign> {
  let at = foreign.envelope.state === "received" ? await stepped(desk, foreign, "open") : foreign;
  if (at.note?.stage !== "refused") {
    const reason = words.desk.panel.foreignTitle;
    at = await noted(desk, at, logged(at.note ?? empty, desk, "refused", { stage: "refused", reason }));
  }
  return stepped(desk, at, "close");
}

export async function takeUp(desk: Desk, foreign: Foreign): Promise<Foreign> {
  const { reason, ...note } = foreign.note ?? empty;
  const after = await noted(desk, foreign, logged(note, desk, "reopened", { stage: "opened" }));
  return stepped(desk, after, "reopen");
}
