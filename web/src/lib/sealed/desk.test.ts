// @vitest-environment node
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { describe, expect, it } from "vitest";
import { base64, utf8 } from "./bytes";
import {
  makeAnalystKey,
  openEpochKeys,
  openNote,
  openReport,
  sealNote,
  unwrapIdentity,
  wrapIdentity,
} from "./desk";
import type { DeskNote } from "./desk-note";
import type { Report } from "./report";
import { jsonBytes, sealForDesk } from "./seal";

async function pair() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

async function wrapFor(recipient: string, secret: string) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return base64(await encrypter.encrypt(`${secret}\n`));
}

describe("an analyst's key", () => {
  it("opens with its passphrase only, and takes its time", async () => {
    const key = await makeAnalystKey();
    const wrapped = await wrapIdentity(key.identity, "right words");
    expect(new TextDecoder("latin1").decode(wrapped)).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 15\n/);
    expect(await unwrapIdentity(wrapped, "right words")).toBe(key.identity);
    expect(await unwrapIdentity(wrapped, "wrong words")).toBeNull();
    const decrypter = new Decrypter();
    decrypter.addPassphrase("right words");
    expect(await decrypter.decrypt(wrapped, "text")).toBe(key.identity);
  });

  it("opens the epochs it was given and no others", async () => {
    const [mine, other, epoch] = await Promise.all([makeAnalystKey(), makeAnalystKey(), pair()]);
    const opened = await openEpochKeys(mine.identity, [
      { id: "2026-11", wrapped: await wrapFor(mine.recipient, epoch.identity) },
      { id: "2026-10", wrapped: await wrapFor(other.recipient, epoch.identity) },
      { id: "2026-09", wrapped: null },
    ]);
    expect([...opened]).toEqual([["2026-11", epoch.identity]]);
  });
});

describe("a report at the desk", () => {
  const report = (mailbox: string): Report => ({
    v: 1,
    sealed_at: "2026-11-21T10:00:00Z",
    mailbox,
    answers: {
      what: "position_wrong",
      when: { choice: "date", date: "2026-11-20", clock: "utc" },
      where: "at_sea",
      sea_region: "black_sea",
      systems: ["ecdis", "gnss"],
      services: [{ service: "navigation", state: "restored", restored: "2026-11-21" }],
    },
    words: "Both receivers jumped.",
  });

  it("comes out as it went in, also with the recovery key alone", async () => {
    const [desk, recovery, mailbox] = await Promise.all([pair(), pair(), pair()]);
    const written = report(mailbox.recipient);
    const sealed = await sealForDesk(jsonBytes(written), {
      desk: desk.recipient,
      recovery: recovery.recipient,
    });
    expect(await openReport(sealed, [desk.identity])).toMatchObject({ report: written });
    expect(await openReport(sealed, [recovery.identity])).toMatchObject({ report: written });
    expect(await openReport(sealed, [mailbox.identity])).toBeNull();
  });

  it("loses what is not in the vocabulary, because a stranger wrote it", async () => {
    const [desk, recovery, mailbox] = await Promise.all([pair(), pair(), pair()]);
    const to = { desk: desk.recipient, recovery: recovery.recipient };
    const written = report(mailbox.recipient);
    const odd = {
      ...written,
      answers: { ...written.answers, cause: "<script>", country: "Utopia", systems: ["ecdis", 7] },
    };
    const opened = await openReport(await sealForDesk(jsonBytes(odd), to), [desk.identity]);
    if (opened === null || opened === "foreign") throw new Error("not opened");
    expect(opened.report.answers).toEqual({ ...written.answers, systems: ["ecdis"] });
  });

  it("is told from what opens and is none, and that from what no key opens", async () => {
    const [desk, recovery, mailbox] = await Promise.all([pair(), pair(), pair()]);
    const to = { desk: desk.recipient, recovery: recovery.recipient };
    const nobody = jsonBytes({ ...report(mailbox.recipient), mailbox: "nobody" });
    for (const content of [nobody, utf8("not json"), jsonBytes({ v: 1 })]) {
      const sealed = await sealForDesk(content, to);
      expect(await openReport(sealed, [desk.identity])).toBe("foreign");
      expect(await openReport(sealed, [mailbox.identity])).toBeNull();
    }
    const unpadded = new Encrypter();
    unpadded.addRecipient(desk.recipient);
    expect(await openReport(await unpadded.encrypt("no padding"), [desk.identity])).toBe("foreign");
  });
});

describe("a desk note", () => {
  it("keeps what joins a report with its incident", async () => {
    const [desk, recovery] = await Promise.all([pair(), pair()]);
    const note: DeskNote = {
      v: 1,
      title: "Position jumps",
      severity: "major",
      verification: "anonymous_corroborated",
      tlp: "amber+strict",
      stage: "accepted",
      incident: { id: "00000000-0000-4000-8000-000000000000", reference: "INC-2026-0001" },
      log: [{ at: "2026-11-21T10:00:00Z", by: "analyst", what: "opened" }],
      text: "",
    };
    const sealed = await sealNote(note, { desk: desk.recipient, recovery: recovery.recipient });
    expect(await openNote(sealed, [desk.identity])).toEqual(note);
    expect(await openNote(sealed, [await generateX25519Identity()])).toBeNull();
  });
});
