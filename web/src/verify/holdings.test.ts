// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { answerNow, checkCode } from "./check";
import { FIRST_LISTS, KEYS_PATH, makeHoldings } from "./holdings";
import { memoryShelf } from "./shelf";
import { base64url, certificate, index, key, sign, statusList } from "./signing.fixture";
import type { Purpose } from "./status-list";

function at(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

function jwks(kid = key.kid): string {
  const one = { kty: "OKP", crv: "Ed25519", kid, x: base64url(key.publicKey) };
  return JSON.stringify({
    keys: [
      { ...one, kid: "other", bellbuoy_purpose: "filing_proof" },
      { ...one, bellbuoy_purpose: "certificate" },
    ],
  });
}

function signedList(purpose: Purpose, from: string, set: readonly number[] = []): string {
  return sign(statusList(purpose, set, from));
}

/** A line that carries these texts, and can be cut. */
function line(given: Record<string, string>) {
  const texts = new Map(Object.entries(given));
  const ask = vi.fn((path: string) => {
    const text = texts.get(path);
    return text === undefined ? Promise.reject(new Error("no line")) : Promise.resolve(text);
  });
  return { ask, texts };
}

const good = (from = at(-1)) => ({
  [KEYS_PATH]: jwks(),
  [`${FIRST_LISTS}/r`]: signedList("revocation", from),
  [`${FIRST_LISTS}/s`]: signedList("suspension", from),
});
const code = sign(certificate({ validFrom: "2020-01-01T00:00:00Z", validUntil: "2099-12-31T23:59:59Z" }));

describe("what the page holds", () => {
  it("comes over the line, and the next visit has it without one", async () => {
    const shelf = memoryShelf();
    const { ask, texts } = line(good());
    const first = makeHoldings(shelf, ask);
    expect(await first.refresh(FIRST_LISTS)).toBe(true);
    expect(await answerNow(code, first)).toMatchObject({ kind: "valid", live: true });
    texts.clear();
    const next = makeHoldings(shelf, ask);
    expect(await answerNow(code, next)).toEqual({ kind: "no_keys" });
    await next.recall();
    expect(await next.refresh(FIRST_LISTS)).toBe(false);
    expect((await checkCode(code, next)).answer).toMatchObject({ kind: "valid", live: false });
  });

  it("is not displaced by a stray answer of the line", async () => {
    const shelf = memoryShelf();
    const { ask, texts } = line(good());
    await makeHoldings(shelf, ask).refresh(FIRST_LISTS);
    const kept = await shelf.read(`${FIRST_LISTS}/s`);
    const portal = "<html>Sign in to the ship's network</html>";
    for (const path of texts.keys()) texts.set(path, portal);
    const next = makeHoldings(shelf, ask);
    await next.recall();
    expect(await next.refresh(FIRST_LISTS)).toBe(false);
    expect(await shelf.read(`${FIRST_LISTS}/s`)).toEqual(kept);
    expect((await answerNow(code, next)).kind).toBe("valid");
  });

  it("is not set back by an older list, nor by that of another purpose", async () => {
    const { ask, texts } = line({
      ...good(),
      [`${FIRST_LISTS}/s`]: signedList("suspension", at(-1), [index]),
    });
    const shelf = memoryShelf();
    await makeHoldings(shelf, ask).refresh(FIRST_LISTS);
    texts.set(`${FIRST_LISTS}/s`, signedList("suspension", at(-5)));
    const next = makeHoldings(shelf, ask);
    await next.recall();
    await next.refresh(FIRST_LISTS);
    expect((await answerNow(code, next)).kind).toBe("suspended");
    texts.set(`${FIRST_LISTS}/s`, signedList("revocation", at(-1)));
    expect(await makeHoldings(memoryShelf(), ask).refresh(FIRST_LISTS)).toBe(false);
  });

  it("is asked for once a minute at most", async () => {
    const { ask } = line(good());
    const holdings = makeHoldings(memoryShelf(), ask);
    await holdings.refresh(FIRST_LISTS);
    await checkCode(code, holdings);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it("says how old it is and what fetching it again weighs", async () => {
    const from = at(-3);
    const texts = good(from);
    const holdings = makeHoldings(memoryShelf(), line(texts).ask);
    expect(holdings.inventory()).toEqual({ keysAsOf: null, listsAsOf: null, until: null, bytes: 0 });
    const bytes = texts[`${FIRST_LISTS}/r`].length + texts[`${FIRST_LISTS}/s`].length;
    await holdings.refresh(FIRST_LISTS);
    expect(holdings.inventory()).toMatchObject({ listsAsOf: Date.parse(from), bytes });
  });

  it("gets the list that a code names, though it is not the first", async () => {
    const second = "/api/v1/status-lists/2";
    const entries = certificate().credentialStatus.map((entry) => ({
      ...entry,
      statusListCredential: entry.statusListCredential.replace("/1/", "/2/"),
    }));
    const id = (purpose: Purpose) => `https://bellbuoy.example${second}/${purpose.charAt(0)}`;
    const list = (purpose: Purpose) => sign(statusList(purpose, [index], at(-1), { id: id(purpose) }));
    const { ask } = line({
      ...good(),
      [`${second}/r`]: list("revocation"),
      [`${second}/s`]: list("suspension"),
    });
    const text = sign(certificate({ credentialStatus: entries }));
    const holdings = makeHoldings(memoryShelf(), ask);
    expect((await checkCode(text, holdings)).answer.kind).toBe("revoked");
  });
});
