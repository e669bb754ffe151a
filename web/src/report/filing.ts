/** Sends one sealed report until it has arrived. Every try carries the same bytes under the same id. */
import { epochsAreSigned, readIntakeKeys, type IntakeKeys } from "~/lib/sealed/epochs";
import { readProof, type FilingProof } from "~/lib/sealed/proof";
import { textAt } from "~/lib/sealed/reading";
import { readSigningKeys } from "~/lib/sealed/signing-keys";
import type { Work } from "~/lib/sealed/work";
import type { PublicKeys } from "./behind";
import type { Parcel } from "./parcel";

export type Stage =
  | { readonly kind: "sealing" }
  | { readonly kind: "solving"; readonly tried: number; readonly bits: number }
  | { readonly kind: "sending" }
  | { readonly kind: "waiting"; readonly seconds: number; readonly busy: boolean };

export type Outcome =
  | { readonly kind: "filed"; readonly proof: FilingProof; readonly parcel: Parcel }
  | { readonly kind: "already" | "unsigned" | "no_epoch" }
  | { readonly kind: "refused"; readonly detail: string | null };

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: number | null;
}

/** What filing needs of the outside world. */
export interface Io {
  readonly freshKeys: () => Promise<PublicKeys>;
  readonly now: () => number;
  /** Null if no desk key is in use. */
  readonly seal: (keys: IntakeKeys) => Promise<Parcel | null>;
  readonly solve: (keys: IntakeKeys, parcel: Parcel, tell: (tried: number) => void) => Promise<Work>;
  readonly put: (parcel: Parcel, work: Work) => Promise<Answer>;
  readonly pause: (seconds: number) => Promise<void>;
}

/** Work is accepted for the hour before and after; keys older than this are fetched again. */
const FRESH_MS = 45 * 60_000;
const PAUSES = [2, 4, 8, 15, 30];
const FRESH_STARTS = 2;

function pauseAfter(failures: number): number {
  return PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 30;
}

async function signedKeys(keys: PublicKeys): Promise<IntakeKeys | null> {
  const intake = readIntakeKeys(keys.intake);
  if (intake === null) return null;
  return (await epochsAreSigned(intake, readSigningKeys(keys.jwks))) ? intake : null;
}

export async function fileReport(given: PublicKeys, io: Io, tell: (stage: Stage) => void): Promise<Outcome> {
  let failures = 0;
  const wait = async (busy: boolean, seconds = pauseAfter(failures)) => {
    tell({ kind: "waiting", seconds, busy });
    await io.pause(seconds);
  };
  const freshKeys = async (): Promise<PublicKeys> => {
    for (;;) {
      try {
        return await io.freshKeys();
      } catch {
        failures += 1;
        await wait(false);
      }
    }
  };

  tell({ kind: "sealing" });
  const fresh = io.now() - given.fetchedAt < FRESH_MS ? given : await freshKeys();
  let keys = await signedKeys(fresh);
  if (keys === null) return { kind: "unsigned" };
  const parcel = await io.seal(keys);
  if (parcel === null) return { kind: "no_epoch" };

  let work: Work | null = null;
  for (let starts = 0; ;) {
    const { workBits: bits } = keys;
    work ??= await io.solve(keys, parcel, (tried) => {
      tell({ kind: "solving", tried, bits });
    });
    tell({ kind: "sending" });
    const answer = await io.put(parcel, work).catch(() => null);
    if (answer === null || answer.status === 429 || answer.status >= 500) {
      failures += 1;
      await wait(answer !== null, answer?.retryAfter ?? pauseAfter(failures));
      continue;
    }
    const proof = answer.status < 300 ? readProof(answer.body) : null;
    if (proof !== null && proof.commitment === parcel.commitment) return { kind: "filed", proof, parcel };
    if (textAt(answer.body, "code") === "already_filed") return { kind: "already" };
    // The hour may have passed or the puzzle grown while the line was gone: new work, same bytes.
    starts += 1;
    if (answer.status < 400 || starts > FRESH_STARTS)
      return { kind: "refused", detail: detailOf(answer.body) };
    const renewed = await signedKeys(await freshKeys());
    if (renewed === null) return { kind: "unsigned" };
    const same = renewed.serverHour === keys.serverHour && renewed.workBits === keys.workBits;
    if (same) return { kind: "refused", detail: detailOf(answer.body) };
    [keys, work] = [renewed, null];
  }
}

function detailOf(body: unknown): string | null {
  return textAt(body, "detail") ?? textAt(body, "title");
}
