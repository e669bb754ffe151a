/** Opening the desk: the passphrase opens the analyst's key, and that opens the desk's keys by month. */
import { api, done, take, type Schemas } from "~/api/client";
import { base64, fromBase64 } from "~/lib/sealed/bytes";
import { makeAnalystKey, openEpochKeys, unwrapIdentity, wrapIdentity } from "~/lib/sealed/desk";
import { currentEpoch, epochsAreSigned, readIntakeKeys, type IntakeKeys } from "~/lib/sealed/epochs";
import { readSigningKeys } from "~/lib/sealed/signing-keys";
import type { KeyRing, SealTo } from "./key-ring";

type DeskKeys = Schemas["DeskKeys"];

export class WrongPassphrase extends Error {
  override readonly name = "WrongPassphrase";
}

/** The list of keys does not carry our signature: nothing may be sealed to it. */
export class UnsignedKeys extends Error {
  override readonly name = "UnsignedKeys";
}

/** The keys reporters seal to, checked as a reporter's page checks them. */
export async function fetchSignedKeys(): Promise<IntakeKeys> {
  const [intake, jwks] = await Promise.all([
    take(api.GET("/api/v1/intake/keys")),
    take(api.GET("/.well-known/jwks.json")),
  ]);
  const keys = readIntakeKeys(intake);
  if (keys === null || !(await epochsAreSigned(keys, readSigningKeys(jwks)))) throw new UnsignedKeys();
  return keys;
}

/** Whom the desk seals to now; null if this analyst could not open it again. */
export function sealTo(keys: IntakeKeys, secrets: ReadonlyMap<string, string>): SealTo | null {
  const epoch = currentEpoch(keys);
  if (epoch === null || !secrets.has(epoch.id)) return null;
  return { epoch: epoch.id, desk: epoch.recipient, recovery: keys.recovery };
}

function wrappedEpochs(keys: DeskKeys) {
  return keys.epochs.map(({ id, wrapped }) => ({ id, wrapped: wrapped ?? null }));
}

export async function ringOf(
  identity: string,
  owner: string,
  keys: DeskKeys,
  signed: IntakeKeys,
): Promise<KeyRing> {
  const secrets = await openEpochKeys(identity, wrappedEpochs(keys));
  return { owner, identity, secrets, to: sealTo(signed, secrets) };
}

export async function unlock(passphrase: string, owner: string, keys: DeskKeys): Promise<KeyRing> {
  const { mine } = keys;
  if (mine === null || mine === undefined) throw new WrongPassphrase();
  const identity = await unwrapIdentity(fromBase64(mine.wrapped), passphrase);
  if (identity === null) throw new WrongPassphrase();
  return ringOf(identity, owner, keys, await fetchSignedKeys());
}

/** An analyst's first key. Until the operator's next rotation it opens nothing. */
export async function makeMyKey(passphrase: string): Promise<void> {
  const { identity, recipient } = await makeAnalystKey();
  const wrapped = base64(await wrapIdentity(identity, passphrase));
  await done(api.PUT("/api/v1/desk/keys/mine", { body: { recipient, wrapped } }));
}
