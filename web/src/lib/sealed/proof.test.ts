// @vitest-environment node
import { describe, expect, it } from "vitest";
import vectors from "~/../../api/domain/data/vectors/receipt.json";
import { base64, fromHex, textOf, utf8 } from "./bytes";
import { currentEpoch, epochsAreSigned, epochsText, readIntakeKeys } from "./epochs";
import { checkProof, commitmentOf, openProof, proofText, readOpening, readProof } from "./proof";
import { readSigningKeys } from "./signing-keys";

const keys = readSigningKeys({ keys: [vectors.signing_key.jwk, { kty: "RSA", kid: "other" }] });

describe("a filing proof", () => {
  it.each(vectors.cases)("is checked offline: $envelope_id", async (expected) => {
    const report = utf8(expected.report_json);
    expect(commitmentOf(report, fromHex(expected.proof_salt_hex))).toBe(expected.commitment_hex);
    const proof = readProof(expected.filing_proof);
    if (proof === null) throw new Error("not read");
    expect(proofText(proof)).toBe(expected.proof_text);
    expect(await checkProof(proof, keys)).toBe("good");
    expect(await checkProof({ ...proof, month: "2026-10" }, keys)).toBe("bad");
    expect(await checkProof({ ...proof, signature: "!" }, keys)).toBe("bad");
    expect(await checkProof({ ...proof, kid: "another" }, keys)).toBe("unknown_key");
  });

  it.each(vectors.cases)("opens with what was sent and with nothing else: $envelope_id", (expected) => {
    const proof = readProof(expected.filing_proof);
    const salt = expected.proof_salt_hex;
    const given = { format: "bellbuoy-filing-opening-v1", report: base64(utf8(expected.report_json)), salt };
    const opening = readOpening(given);
    if (proof === null || opening === null) throw new Error("not read");
    const opened = openProof(proof, opening);
    expect(opened === null ? null : textOf(opened)).toBe(expected.report_json);
    expect(openProof(proof, { ...opening, salt: "00".repeat(16) })).toBeNull();
    expect(openProof(proof, { ...opening, report: "%" })).toBeNull();
  });

  it("is refused if it is something else", () => {
    const [vector] = vectors.cases;
    const proof = { ...vector?.filing_proof };
    expect(readProof({ ...proof, month: "2026-13" })).toBeNull();
    expect(readProof({ ...proof, commitment: "abc" })).toBeNull();
    expect(readProof({ ...proof, format: "other" })).toBeNull();
    expect(readProof([proof])).toBeNull();
    expect(readProof("proof")).toBeNull();
  });
});

describe("the list of desk keys", () => {
  const given = {
    server_hour: 498_780,
    work_bits: 18,
    recovery: vectors.epochs.recovery,
    epochs: vectors.epochs.epochs.map((epoch, at) => ({ ...epoch, current: at === 0 })),
    kid: vectors.epochs.kid,
    signature: vectors.epochs.signature,
  };

  it("is read, and its signature covers every key in it", async () => {
    const list = readIntakeKeys(given);
    if (list === null) throw new Error("not read");
    expect(epochsText(list)).toBe(vectors.epochs.text);
    expect(currentEpoch(list)?.id).toBe("2026-11");
    expect(await epochsAreSigned(list, keys)).toBe(true);
    const [first] = list.epochs;
    if (first === undefined) throw new Error("no epoch");
    const swapped = { ...list, epochs: [{ ...first, recipient: list.recovery }] };
    expect(await epochsAreSigned(swapped, keys)).toBe(false);
    expect(await epochsAreSigned({ ...list, recovery: first.recipient }, keys)).toBe(false);
  });

  it("is refused with a hole in it", () => {
    expect(readIntakeKeys({ ...given, recovery: undefined })).toBeNull();
    expect(readIntakeKeys({ ...given, work_bits: "18" })).toBeNull();
    expect(readIntakeKeys({ ...given, epochs: [{ id: "2026-11" }] })).toBeNull();
    expect(readIntakeKeys(null)).toBeNull();
  });
});
