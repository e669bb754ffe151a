// @vitest-environment node
import { identityToRecipient } from "age-encryption";
import { describe, expect, it } from "vitest";
import vectors from "~/../../api/domain/data/vectors/sealed.json";
import { fromBase64, textOf, utf8 } from "./bytes";
import { BUCKETS } from "./padding";
import { openMessage, sealMessage, type Message } from "./report";
import { openSealed, SEALED_MESSAGE_SIZE, sealForDesk, sealForMailbox } from "./seal";

const [first, second, third] = vectors.identities;
const identities = [first ?? "", second ?? "", third ?? ""] as const;
const [desk = "", recovery = "", mailbox = ""] = vectors.recipients;

/** The age header names each recipient by an ephemeral share; who is meant shows only by opening. */
function stanzas(sealed: Uint8Array): string[] {
  const header = new TextDecoder("latin1").decode(sealed).split("\n---")[0] ?? "";
  return header.split("\n").filter((line) => line.startsWith("-> "));
}

describe("sealing", () => {
  it("gives a report exactly two X25519 stanzas and 4,394 bytes", async () => {
    const sealed = await sealForDesk(utf8("{}"), { desk, recovery });
    expect(sealed).toHaveLength(4394);
    expect(stanzas(sealed).map((line) => line.split(" ")[1])).toEqual(["X25519", "X25519"]);
  });

  it("gives a message exactly three and 4,492 bytes", async () => {
    const sealed = await sealForMailbox(utf8("{}"), { desk, recovery, mailbox });
    expect(SEALED_MESSAGE_SIZE).toBe(4492);
    expect(sealed).toHaveLength(4492);
    expect(stanzas(sealed)).toHaveLength(3);
  });

  it("opens with each recipient's identity and with no other", async () => {
    const sealed = await sealForDesk(utf8("words"), { desk, recovery });
    for (const identity of identities.slice(0, 2)) {
      expect(textOf((await openSealed(sealed, [identity])) ?? new Uint8Array())).toBe("words");
    }
    expect(await openSealed(sealed, [identities[2]])).toBeNull();
  });

  it("never seals the same content to the same bytes", async () => {
    const to = { desk, recovery };
    expect(await sealForDesk(utf8("a"), to)).not.toEqual(await sealForDesk(utf8("a"), to));
  });

  it("keeps the bucket when the content grows inside it", async () => {
    const short = await sealForDesk(utf8("a"), { desk, recovery });
    const long = await sealForDesk(utf8("a".repeat(BUCKETS[0] - 4)), { desk, recovery });
    expect(long.length).toBe(short.length);
  });

  it("refuses a message that does not fit its one bucket", async () => {
    await expect(sealForMailbox(new Uint8Array(4093), { desk, recovery, mailbox })).rejects.toThrow();
  });

  it.each(vectors.opens)(
    "opens what another implementation sealed to $recipients",
    async ({ recipients, blob_base64, json }) => {
      const sealed = fromBase64(blob_base64);
      for (const identity of identities.slice(0, recipients)) {
        expect(textOf((await openSealed(sealed, [identity])) ?? new Uint8Array())).toBe(json);
      }
    },
  );

  it("takes chaff for what it is", async () => {
    expect(await openSealed(crypto.getRandomValues(new Uint8Array(4492)), [identities[0]])).toBeNull();
  });
});

describe("a message", () => {
  const message: Message = {
    v: 1,
    at: "2026-11-22T08:00:00Z",
    from: "desk",
    kind: "status",
    text: "",
    status: "read",
  };

  it("comes back as it was written", async () => {
    const sealed = await sealMessage(message, { desk, recovery, mailbox });
    expect(await openMessage(sealed, [identities[2]])).toEqual(message);
  });

  it("is refused if it is not one", async () => {
    const sealed = await sealForMailbox(utf8('{"v":1,"from":"somebody"}'), { desk, recovery, mailbox });
    expect(await openMessage(sealed, [identities[2]])).toBeNull();
  });

  it("needs recipients that age knows", async () => {
    expect(await identityToRecipient(identities[2])).toBe(mailbox);
    await expect(sealMessage(message, { desk: "age1nonsense", recovery, mailbox })).rejects.toThrow();
  });
});
