/** A report as it leaves: sealed, with all that goes beside it. */
import type { Bytes } from "~/lib/sealed/bytes";
import { currentEpoch, type IntakeKeys } from "~/lib/sealed/epochs";
import { commitmentOf } from "~/lib/sealed/proof";
import type { ReceiptKeys } from "~/lib/sealed/receipt";
import { nowText, type Report } from "~/lib/sealed/report";
import { jsonBytes, sealForDesk } from "~/lib/sealed/seal";
import { solveWork, workHeader, type Work } from "~/lib/sealed/work";
import { answersOf, type Draft } from "./draft";
import type { Answer } from "./filing";
import { ask } from "~/lib/light/http";

export interface Parcel {
  readonly id: string;
  readonly epoch: string;
  readonly locatorHash: string;
  readonly commitment: string;
  readonly help: boolean;
  readonly sealed: Bytes;
  /** What was sealed: stays in this page, for whoever wants to open the proof later. */
  readonly report: Bytes;
}

/** Null if the draft lacks a needed answer or no desk key is in use. */
export async function sealDraft(draft: Draft, mine: ReceiptKeys, keys: IntakeKeys): Promise<Parcel | null> {
  const answers = answersOf(draft);
  const epoch = currentEpoch(keys);
  if (answers === null || epoch === null) return null;
  const written: Report = {
    v: 1,
    sealed_at: nowText(new Date()),
    mailbox: mine.mailboxRecipient,
    answers,
    words: draft.words.trim(),
  };
  const report = jsonBytes(written);
  return {
    id: mine.envelopeId,
    epoch: epoch.id,
    locatorHash: mine.locatorHash,
    commitment: commitmentOf(report, mine.proofSalt),
    help: draft.help,
    sealed: await sealForDesk(report, { desk: epoch.recipient, recovery: keys.recovery }),
    report,
  };
}

export function solveFor(
  keys: IntakeKeys,
  id: string,
  sealed: Bytes,
  tell?: (tried: number) => void,
): Promise<Work> {
  return solveWork(keys.serverHour, id, sealed, keys.workBits, { onProgress: tell });
}

async function bodyOf(response: Response): Promise<unknown> {
  return response.json().then(
    (value: unknown) => value,
    () => null,
  );
}

export async function answerOf(response: Response): Promise<Answer> {
  const after = Number(response.headers.get("retry-after") ?? NaN);
  const retryAfter = Number.isFinite(after) ? Math.min(Math.max(after, 1), 120) : null;
  return { status: response.status, body: await bodyOf(response), retryAfter };
}

export async function putParcel(parcel: Parcel, work: Work): Promise<Answer> {
  const headers = new Headers({
    "content-type": "application/octet-stream",
    "bellbuoy-epoch": parcel.epoch,
    "bellbuoy-locator-hash": parcel.locatorHash,
    "bellbuoy-work": workHeader(work),
    "bellbuoy-commitment": parcel.commitment,
  });
  if (parcel.help) headers.set("bellbuoy-help", "1");
  const path = `/api/v1/intake/envelopes/${parcel.id}`;
  return answerOf(
    await ask(path, { method: "PUT", headers, body: parcel.sealed, weight: parcel.sealed.length }),
  );
}
