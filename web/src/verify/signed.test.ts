// @vitest-environment node
import { describe, expect, it } from "vitest";
import { readSigningKeys } from "~/lib/sealed/signing-keys";
import vectors from "./server-vectors.json";
import { codeIn, openSigned } from "./signed";
import { certificate, key, sign } from "./signing.fixture";
import { readStatement } from "./statement";

const serverKeys = readSigningKeys(vectors.jwks, "certificate");

/** With one character of a part exchanged. */
function altered(text: string, part: number, at: number): string {
  const parts = text.split(".");
  const old = parts[part] ?? "";
  parts[part] = old.slice(0, at) + (old.charAt(at) === "A" ? "B" : "A") + old.slice(at + 1);
  return parts.join(".");
}

describe("a signed certificate", () => {
  it.each(Object.entries(vectors.certificates))("of the server is opened and read: %s", async (_, text) => {
    const opened = await openSigned(text, serverKeys);
    if (opened.kind !== "signed") throw new Error(opened.kind);
    const statement = readStatement(opened.payload);
    expect(statement?.lists).toBe("/api/v1/status-lists/1");
    expect(statement?.demo).toBe(true);
    expect(statement?.number).toMatch(/^BB-[CS]-20\d\d-\d{4}$/);
    expect(await openSigned(altered(text, 1, 200), serverKeys)).toEqual({ kind: "tampered" });
  });

  it("is opened as another implementation (OpenSSL) signs it", async () => {
    expect(sign({ a: 1 })).toBe(
      "eyJhbGciOiJFZERTQSIsImtpZCI6InNldmVuIiwidHlwIjoidmMrand0In0.eyJhIjoxfQ.NAh_9wvrHB1WiusrEs7MPH6zSMGDqfHn9azWhjTjFGJWOteiRshCJ2INYTwLgbfJew2PnSH4Uf43wanHvZElBg",
    );
    expect(await openSigned(sign({ a: 1 }), [key])).toEqual({
      kind: "signed",
      kid: "seven",
      payload: { a: 1 },
    });
  });

  it("is refused once a character differs", async () => {
    const text = sign(certificate());
    expect((await openSigned(text, [key])).kind).toBe("signed");
    expect(await openSigned(altered(text, 1, 300), [key])).toEqual({ kind: "tampered" });
    expect(await openSigned(altered(text, 2, 10), [key])).toEqual({ kind: "tampered" });
    expect(await openSigned(text.slice(0, -20), [key])).toEqual({ kind: "tampered" });
  });

  it("is foreign with another key, another use of it, or none", async () => {
    for (const header of [{ kid: "other" }, { alg: "none" }, { alg: "HS256" }, { typ: "JWT" }, { kid: 7 }]) {
      expect(await openSigned(sign(certificate(), header), [key])).toEqual({ kind: "foreign" });
    }
    expect(await openSigned(sign(certificate()), [])).toEqual({ kind: "foreign" });
    expect(readSigningKeys(vectors.jwks)).not.toEqual(serverKeys);
  });

  it("is unreadable when it is something else", async () => {
    for (const text of ["", "a.b.c", "https://example.com", sign(certificate()).slice(0, 100), "..", "a.b"]) {
      expect(await openSigned(text, [key])).toEqual({ kind: "unreadable" });
    }
  });
});

describe("the text of a code", () => {
  it("is found behind an address and over broken lines", () => {
    const text = sign({ a: 1 });
    expect(codeIn(`https://bellbuoy.example/verify#${text}`)).toBe(text);
    expect(codeIn(` ${text.slice(0, 40)}\r\n${text.slice(40)} `)).toBe(text);
    expect(codeIn(text.slice(0, 30))).toBe(text.slice(0, 30));
    expect(codeIn("BB-C-2026-0417")).toBeNull();
  });
});

describe("the statement of a payload", () => {
  it("says who, what and where its entries are", () => {
    expect(readStatement(certificate())).toEqual({
      number: "BB-C-2026-0417",
      name: "Marit Vossnes",
      firm: "Northlight Assurance",
      discipline: "Maritime cyber security specialist",
      level: "Principal",
      scheme: "maritime",
      version: "3",
      from: "2026-03-01",
      to: "2029-02-28",
      lists: "/api/v1/status-lists/1",
      index: 9,
      demo: false,
    });
  });

  it("is none where the register would write it otherwise", () => {
    const [revocation, suspension] = certificate().credentialStatus;
    const elsewhere = { ...suspension, statusListIndex: "10" };
    for (const change of [
      { type: ["VerifiableCredential"] },
      { id: "https://other.example/c/BB-C-2026-0417" },
      { id: "https://bellbuoy.example/c/BB-C-2026-0471" },
      { issuer: "https://bellbuoy.example" },
      { validUntil: "2029-02-28" },
      { credentialStatus: [revocation] },
      { credentialStatus: [revocation, elsewhere] },
      { credentialStatus: [revocation, { ...suspension, statusListCredential: "https://evil.example/1/s" }] },
      { credentialSubject: {} },
    ]) {
      expect(readStatement(certificate(change)), JSON.stringify(change)).toBeNull();
    }
    expect(readStatement("text")).toBeNull();
  });
});
