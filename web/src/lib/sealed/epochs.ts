/** The desk's public keys by month, as the server hands them out, and the signature that covers them. */
import { field, itemsOf, numberAt, textAt } from "./reading";
import { verifySignature, type SigningKey } from "./signing-keys";

export interface Epoch {
  readonly id: string;
  readonly recipient: string;
  readonly current: boolean;
}

export interface IntakeKeys {
  readonly serverHour: number;
  readonly workBits: number;
  readonly recovery: string;
  readonly epochs: readonly Epoch[];
  readonly kid: string;
  readonly signature: string;
}

function readEpoch(value: unknown): Epoch | null {
  const [id, recipient] = [textAt(value, "id"), textAt(value, "recipient")];
  if (id === null || recipient === null) return null;
  return { id, recipient, current: field(value, "current") === true };
}

/** Null if anything is missing: a list with a hole must not be sealed to. */
export function readIntakeKeys(value: unknown): IntakeKeys | null {
  const [serverHour, workBits] = [numberAt(value, "server_hour"), numberAt(value, "work_bits")];
  const [recovery, kid] = [textAt(value, "recovery"), textAt(value, "kid")];
  const signature = textAt(value, "signature");
  const read = itemsOf(field(value, "epochs")).map(readEpoch);
  const epochs = read.filter((epoch) => epoch !== null);
  if (serverHour === null || workBits === null || epochs.length !== read.length) return null;
  if (recovery === null || kid === null || signature === null) return null;
  return { serverHour, workBits, recovery, epochs, kid, signature };
}

export function epochsText(keys: Pick<IntakeKeys, "recovery" | "epochs">): string {
  const lines = keys.epochs.map((epoch) => `${epoch.id} ${epoch.recipient}\n`);
  return `bellbuoy epochs v1\nrecovery ${keys.recovery}\n${lines.join("")}`;
}

export async function epochsAreSigned(
  keys: IntakeKeys,
  signingKeys: readonly SigningKey[],
): Promise<boolean> {
  return (await verifySignature(signingKeys, keys.kid, keys.signature, epochsText(keys))) === "good";
}

export function currentEpoch(keys: Pick<IntakeKeys, "epochs">): Epoch | null {
  return keys.epochs.find((epoch) => epoch.current) ?? null;
}
