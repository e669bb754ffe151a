// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import vectors from "~/../../api/domain/data/vectors/receipt.json";
import { fileReport, type Answer, type Io, type Stage } from "./filing";
import type { Parcel } from "./parcel";

const [vector] = vectors.cases;
const proof = vector?.filing_proof ?? { commitment: "" };

function keys(more: object = {}) {
  const { recovery, kid, signature } = vectors.epochs;
  const epochs = vectors.epochs.epochs.map((epoch, at) => ({ ...epoch, current: at === 0 }));
  const intake = { server_hour: 498_780, work_bits: 18, recovery, epochs, kid, signature, ...more };
  return { intake, jwks: { keys: [vectors.signing_key.jwk] }, fetchedAt: 0 };
}

const parcel: Parcel = {
  id: "668baca8-2e74-44b9-b795-6954629f57a7",
  epoch: "2026-11",
  locatorHash: "00",
  commitment: proof.commitment,
  help: false,
  sealed: new Uint8Array([1, 2, 3]),
  report: new Uint8Array(),
};

const answer = (status: number, body: unknown = {}, retryAfter: number | null = null): Answer => ({
  status,
  body,
  retryAfter,
});

/** A world in which the puts are answered in turn; an Error is a lost line. */
function world(answers: (Answer | Error)[], more: Partial<Io> = {}) {
  const sent: [Parcel, number][] = [];
  const pauses: number[] = [];
  const io: Io = {
    freshKeys: () => Promise.resolve(keys({ server_hour: 498_782 })),
    now: () => 0,
    seal: () => Promise.resolve(parcel),
    solve: ({ serverHour }) => Promise.resolve({ hour: serverHour, nonce: 7 }),
    put: (given, work) => {
      sent.push([given, work.hour]);
      const next = answers.shift() ?? answer(500);
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
    pause: (seconds) => {
      pauses.push(seconds);
      return Promise.resolve();
    },
    ...more,
  };
  return { io, sent, pauses };
}

const stages: Stage[] = [];
const tell = (stage: Stage) => {
  stages.push(stage);
};

describe("filing", () => {
  it("ends with the proof", async () => {
    const { io, sent } = world([answer(201, proof)]);
    expect(await fileReport(keys(), io, tell)).toEqual({ kind: "filed", proof, parcel });
    expect(sent).toHaveLength(1);
  });

  it("sends the same bytes with the same work when an answer was lost", async () => {
    const seal = vi.fn(() => Promise.resolve(parcel));
    const { io, sent, pauses } = world([new Error("line"), new Error("line"), answer(200, proof)], { seal });
    expect((await fileReport(keys(), io, tell)).kind).toBe("filed");
    expect(sent.map(([given, hour]) => [given === parcel, hour])).toEqual(Array(3).fill([true, 498_780]));
    expect(seal).toHaveBeenCalledTimes(1);
    expect(pauses).toEqual([2, 4]);
  });

  it("waits as long as a busy server asks", async () => {
    const { io, pauses } = world([answer(429, {}, 30), answer(503), answer(201, proof)]);
    expect((await fileReport(keys(), io, tell)).kind).toBe("filed");
    expect(pauses).toEqual([30, 4]);
  });

  it("does new work for the same bytes when the hour has passed", async () => {
    const { io, sent } = world([answer(422, { code: "work_hour" }), answer(201, proof)]);
    expect((await fileReport(keys(), io, tell)).kind).toBe("filed");
    expect(sent.map(([given, hour]) => [given === parcel, hour])).toEqual([
      [true, 498_780],
      [true, 498_782],
    ]);
  });

  it("fetches the keys again when they lay about for an hour", async () => {
    const { io, sent } = world([answer(201, proof)], { now: () => 3_600_000 });
    await fileReport(keys(), io, tell);
    expect(sent[0]?.[1]).toBe(498_782);
  });

  it("tells a refusal in the server's words, and does not insist", async () => {
    const freshKeys = () => Promise.resolve(keys());
    const { io, sent } = world([answer(422, { detail: "the epoch was never issued" })], { freshKeys });
    const outcome = await fileReport(keys(), io, tell);
    expect(outcome).toEqual({ kind: "refused", detail: "the epoch was never issued" });
    expect(sent).toHaveLength(1);
  });

  it("knows a report that arrived before", async () => {
    const { io } = world([answer(409, { code: "already_filed" })]);
    expect(await fileReport(keys(), io, tell)).toEqual({ kind: "already" });
  });

  it("takes no proof for another report", async () => {
    const { io } = world([answer(201, { ...proof, commitment: "0".repeat(64) })]);
    expect((await fileReport(keys(), io, tell)).kind).toBe("refused");
  });

  it("seals nothing to keys without a good signature", async () => {
    const seal = vi.fn(() => Promise.resolve(parcel));
    const { io } = world([], { seal });
    expect(await fileReport(keys({ recovery: vectors.epochs.epochs[0]?.recipient }), io, tell)).toEqual({
      kind: "unsigned",
    });
    expect(seal).not.toHaveBeenCalled();
  });

  it("says so when the desk has no key in use", async () => {
    const { io } = world([], { seal: () => Promise.resolve(null) });
    expect(await fileReport(keys(), io, tell)).toEqual({ kind: "no_epoch" });
  });
});
