// @vitest-environment node
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterEach, describe, expect, it, vi } from "vitest";
import { concat } from "~/lib/sealed/bytes";
import type { ReceiptKeys } from "~/lib/sealed/receipt";
import { sealMessage, type Message } from "~/lib/sealed/report";
import { fetchMessages, withdraw } from "./mailbox";
import { newsOf, openQuestion, progressOf } from "./mailbox-log";

async function pair() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

const say = (text: string, more: Partial<Message> = {}): Message => ({
  v: 1,
  at: "2026-11-22T08:00:00Z",
  from: "desk",
  kind: "question",
  text,
  ...more,
});

async function mailboxOf(messages: readonly Message[]) {
  const [desk, recovery, mailbox] = await Promise.all([pair(), pair(), pair()]);
  const to = { desk: desk.recipient, recovery: recovery.recipient, mailbox: mailbox.recipient };
  const sealed = await Promise.all(messages.map((message) => sealMessage(message, to)));
  const mine: ReceiptKeys = {
    locator: "ab".repeat(32),
    locatorHash: "",
    envelopeId: "",
    mailboxIdentity: mailbox.identity,
    mailboxRecipient: mailbox.recipient,
    proofSalt: new Uint8Array(16),
  };
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    asked.push(`${init.method ?? "GET"} ${path}`);
    expect(init).toMatchObject({ credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" });
    const page = Number(new URL(path, "http://x").searchParams.get("page"));
    const slots = Array.from(
      { length: 4 },
      (_, at) => sealed[4 * page + at] ?? crypto.getRandomValues(new Uint8Array(4492)),
    );
    return Promise.resolve(new Response(concat(...slots)));
  });
  return { mine, asked };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("reading a mailbox", () => {
  it("finds the messages among the filling, oldest first", async () => {
    const later = say("later", { at: "2026-11-23T08:00:00Z" });
    const { mine, asked } = await mailboxOf([later, say("first")]);
    expect((await fetchMessages(mine)).map(({ text }) => text)).toEqual(["first", "later"]);
    expect(asked).toEqual([`GET /api/v1/intake/mailboxes/${mine.locator}?page=0`]);
  });

  it("asks for the next page only when a page was full", async () => {
    const { mine, asked } = await mailboxOf(["1", "2", "3", "4"].map((text) => say(text)));
    expect(await fetchMessages(mine)).toHaveLength(4);
    expect(asked).toHaveLength(2);
  });

  it("finds nothing with words that nobody filed with", async () => {
    const { mine } = await mailboxOf([]);
    expect(await fetchMessages(mine)).toEqual([]);
  });

  it("withdraws with one request", async () => {
    const { mine, asked } = await mailboxOf([]);
    await withdraw(mine);
    expect(asked).toEqual([`DELETE /api/v1/intake/mailboxes/${mine.locator}`]);
  });
});

describe("looking again", () => {
  const own = say("mine", { from: "reporter", kind: "facts" });

  it("says how much the desk has written since", () => {
    expect(newsOf([], [own])).toBe("No message from the desk yet.");
    expect(newsOf([own], [own, say("?")])).toBe("One new message from the desk.");
    expect(newsOf([], [say("?"), say("??")])).toBe("2 new messages from the desk.");
    expect(newsOf([say("?")], [say("?"), own])).toBe("Nothing new from the desk since the last look.");
  });
});

describe("the status line", () => {
  const answer = say("yes", { from: "reporter", kind: "answer" });
  const looks = (messages: Message[]) => progressOf(messages, true).map(({ look }) => look);

  it("begins with a report that was just sent", () => {
    expect(looks([])).toEqual(["y", "", "", ""]);
  });

  it("points at the question until it is answered", () => {
    expect(openQuestion([say("?")])?.text).toBe("?");
    expect(looks([say("?")])).toEqual(["y", "y", "now1", ""]);
    expect(openQuestion([say("?"), answer])).toBeNull();
    expect(looks([say("?"), answer])).toEqual(["y", "y", "y", ""]);
  });

  it("ends with what became of it", () => {
    const done = say("", { kind: "status", status: "accepted" });
    expect(looks([say("?"), answer, done])).toEqual(["y", "y", "y", "now1"]);
    expect(progressOf([done], true).at(-1)?.label).toBe("Accepted as an incident");
  });
});
