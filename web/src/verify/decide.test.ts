// @vitest-environment node
import { describe, expect, it } from "vitest";
import { decide, type Answer, type Keys, type Lists } from "./decide";
import { openSigned } from "./signed";
import { certificate, index, key, lists as path, sign, statusList } from "./signing.fixture";
import { listPath, PURPOSES, readList } from "./status-list";

const signedAt = "2026-11-28T06:00:00Z";
const day = 86_400_000;
const noon = Date.parse("2026-11-28T12:00:00Z");
const keys: Keys = { asOf: noon, live: true };

interface Case {
  readonly revoked?: boolean;
  readonly suspended?: boolean;
  readonly missing?: boolean;
  readonly live?: boolean;
}

async function listsWith({ revoked, suspended, missing, live = true }: Case): Promise<Lists> {
  const set = { revocation: revoked === true, suspension: suspended === true };
  const [revocation = null, suspension = null] = await Promise.all(
    PURPOSES.map((purpose) =>
      readList(statusList(purpose, set[purpose] ? [index] : [1], signedAt), listPath(path, purpose)),
    ),
  );
  return { revocation, suspension: missing === true ? null : suspension, live };
}

async function answer(about: Case, clock: number, change: object = {}): Promise<Answer> {
  const opened = await openSigned(sign(certificate(change)), [key]);
  return decide(opened, keys, await listsWith(about), clock);
}

const at = (text: string) => Date.parse(text);

describe("the answer about a certificate that we signed", () => {
  it.each<[string, Case, number, string]>([
    ["in force, lists of today", {}, noon, "valid"],
    ["in force, lists of this morning from this device", { live: false }, noon, "valid"],
    ["the last second of the lists", {}, at(signedAt) + day, "valid"],
    ["lists too old", { live: false }, at(signedAt) + day + 1, "last_seen"],
    ["lists of nine days ago", { live: false }, noon + 9 * day, "last_seen"],
    ["no list of suspensions", { missing: true }, noon, "never_checked"],
    ["suspended", { suspended: true }, noon, "suspended"],
    ["suspended when last seen", { suspended: true }, noon + 9 * day, "suspended"],
    ["revoked", { revoked: true }, noon, "revoked"],
    ["revoked when last seen", { revoked: true }, noon + 9 * day, "revoked"],
    ["revoked and suspended", { revoked: true, suspended: true }, noon, "revoked"],
    ["revoked, no list of suspensions", { revoked: true, missing: true }, noon, "revoked"],
    ["revoked and past its last day", { revoked: true }, at("2029-06-01"), "revoked"],
    ["on its last day", { live: false }, at("2029-02-28T23:59:59Z"), "last_seen"],
    ["a second after its last day", {}, at("2029-03-01T00:00:00Z"), "lapsed"],
    ["suspended and past its last day", { suspended: true }, at("2029-03-01T00:00:00Z"), "lapsed"],
  ])("%s", async (_, about, clock, kind) => {
    expect((await answer(about, clock)).kind).toBe(kind);
  });

  it("is not valid before its first day", async () => {
    const change = { validFrom: "2026-11-29T00:00:00Z" };
    expect((await answer({}, noon, change)).kind).toBe("not_yet");
    expect((await answer({}, at("2026-11-29T00:00:00Z"), change)).kind).toBe("valid");
  });

  it("takes the time of a signature where the device's clock is behind it", async () => {
    const found = await answer({}, at("2020-01-01"));
    expect(found).toMatchObject({ kind: "valid", now: at(signedAt), clockOff: true });
    const ended = { validFrom: "2023-01-01T00:00:00Z", validUntil: "2025-12-31T23:59:59Z" };
    expect((await answer({}, at("2024-06-01"), ended)).kind).toBe("lapsed");
  });

  it("doubts a clock by which a list that has just come is old", async () => {
    expect(await answer({ live: true }, noon + 9 * day)).toMatchObject({ kind: "last_seen", clockOff: true });
    expect(await answer({ live: false }, noon + 9 * day)).toMatchObject({ clockOff: false });
  });

  it("does not take an entry beyond the end of a list for a good one", async () => {
    const beyond = certificate().credentialStatus.map((entry) => ({ ...entry, statusListIndex: "131072" }));
    expect((await answer({}, noon, { credentialStatus: beyond })).kind).toBe("never_checked");
  });
});

describe("the answer about anything else", () => {
  const decided = async (text: string, known: Keys | null = keys) =>
    decide(await openSigned(text, known === null ? [] : [key]), known, await listsWith({}), noon);

  it("tells a changed certificate from one that was never ours", async () => {
    const good = sign(certificate());
    expect(await decided(good.replace(/(.{300})./, "$1_"))).toEqual({ kind: "tampered" });
    expect(await decided(sign(certificate(), { kid: "other" }))).toEqual({ kind: "not_issued" });
    expect(await decided(sign({ type: ["Other"] }))).toEqual({ kind: "not_issued" });
    expect(await decided("Dear sir")).toEqual({ kind: "unreadable" });
  });

  it("does not judge a new key by old ones", async () => {
    const other = sign(certificate(), { kid: "other" });
    expect(await decided(other, { asOf: 5, live: false })).toEqual({ kind: "unknown_key", keysAsOf: 5 });
    expect(await decided(other, null)).toEqual({ kind: "no_keys" });
  });
});
