// @vitest-environment node
import { describe, expect, it } from "vitest";
import { readSigningKeys } from "~/lib/sealed/signing-keys";
import vectors from "./server-vectors.json";
import { openSigned } from "./signed";
import { packed, statusList } from "./signing.fixture";
import { readStatement } from "./statement";
import { isSet, listPath, readList } from "./status-list";

const from = "2026-11-28T06:00:00Z";
const path = "/api/v1/status-lists/1/s";
/** What `@digitalbazaar/vc-bitstring-status-list` 2.0.1 makes of entries 0, 9 and 131071. */
const foreign = "uH4sIAAAAAAAAA-3BMQEAAAgDINfMaEY3xh7gdgAAAAAAAAAAAAAAAAAAAICuPKgSuh0AQAAA";

function encoded(encodedList: string) {
  const { credentialSubject } = statusList("suspension", [], from);
  return statusList("suspension", [], from, { credentialSubject: { ...credentialSubject, encodedList } });
}

describe("a status list", () => {
  it("begins with the most significant bit", async () => {
    const list = await readList(encoded(foreign), path);
    if (list === null) throw new Error("not read");
    const set = Array.from({ length: 131_072 }, (_, at) => at).filter((at) => isSet(list, at) === true);
    expect(set).toEqual([0, 9, 131_071]);
    expect(isSet(list, 131_072)).toBeNull();
  });

  it("says for how long it is good", async () => {
    const list = await readList(statusList("suspension", [9], from), path);
    expect(list?.from).toBe(Date.parse(from));
    expect(list?.until).toBe(Date.parse("2026-11-29T06:00:00Z"));
  });

  it("of the server tells of its certificates", async () => {
    const keys = readSigningKeys(vectors.jwks, "certificate");
    const payload = async (text: string) => {
      const opened = await openSigned(text, keys);
      return opened.kind === "signed" ? opened.payload : null;
    };
    const lists = "/api/v1/status-lists/1";
    const [revoked, suspended] = [
      await readList(await payload(vectors.lists.r), listPath(lists, "revocation")),
      await readList(await payload(vectors.lists.s), listPath(lists, "suspension")),
    ];
    if (revoked === null || suspended === null) throw new Error("not read");
    const bits = async (text: string) => {
      const at = readStatement(await payload(text))?.index ?? -1;
      return [isSet(revoked, at), isSet(suspended, at)];
    };
    expect(await bits(vectors.certificates.active)).toEqual([false, false]);
    expect(await bits(vectors.certificates.suspended)).toEqual([false, true]);
    expect(await bits(vectors.certificates.revoked)).toEqual([true, false]);
  });

  it("is refused when it is another one, too short, too long or no list", async () => {
    const good = statusList("suspension", [], from);
    expect(await readList(good, "/api/v1/status-lists/2/s")).toBeNull();
    expect(await readList(good, "/api/v1/status-lists/1/r")).toBeNull();
    expect(await readList({ ...good, validUntil: "soon" }, path)).toBeNull();
    expect(await readList({ ...good, type: ["VerifiableCredential"] }, path)).toBeNull();
    expect(await readList({ ...good, id: "list" }, path)).toBeNull();
    const short = packed(new Uint8Array(100));
    const long = packed(new Uint8Array((1 << 24) + 1));
    for (const text of ["", "zAAAA", "u====", "uAAAA", short, long, foreign.slice(0, 40)]) {
      expect(await readList(encoded(text), path), text.slice(0, 40)).toBeNull();
    }
  });
});
