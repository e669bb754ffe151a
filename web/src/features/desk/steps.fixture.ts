import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { ProblemError } from "~/api/problem";
import { base64, fromBase64 } from "~/lib/sealed/bytes";
import { nowText, openMessage, sealMessage, type Report } from "~/lib/sealed/report";
import { jsonBytes, sealForDesk } from "~/lib/sealed/seal";
import { readCase, type DeskCase } from "./case";
import type { SealTo } from "./key-ring";
import type { Acceptance, DeskPort, Envelope, OpenedEnvelope } from "./port";
import { settle, type Desk } from "./steps";

export const id = "a54df437-0be1-4d22-be07-73b8466aef34";

async function pair() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

const [desk, next, recovery, mailbox] = await Promise.all([pair(), pair(), pair(), pair()]);
export const to: SealTo = { epoch: "2026-11", desk: desk.recipient, recovery: recovery.recipient };
export const newer: SealTo = { epoch: "2026-12", desk: next.recipient, recovery: recovery.recipient };
export const secrets = new Map([["2026-11", desk.identity]]);
export const newerSecrets = new Map([["2026-12", next.identity]]);

const report: Report = {
  v: 1,
  sealed_at: "2026-11-20T10:00:00Z",
  mailbox: mailbox.recipient,
  answers: { what: "system_down", when: { choice: "today" }, where: "at_sea" },
  words: "It stopped.",
};
const sealed = base64(await sealForDesk(jsonBytes(report), to));

type Call = "open" | "close" | "reopen" | "note" | "send" | "reseal" | "accept";

/** A server with one report: states, revisions and messages as the real one keeps them, and a fault on demand. */
export class Server {
  envelope: Envelope = {
    id,
    epoch: "2026-11",
    bucket: 4096,
    state: "received",
    help: false,
    revision: 1,
    note: null,
    waiting_messages: 0,
    etag: "1",
  };
  content = sealed;
  messages: OpenedEnvelope["messages"] = [];
  readonly incidents = new Map<string, { body: Acceptance; reference: string }>();
  readonly calls: string[] = [];
  /** The call that is refused before it does anything. */
  failing: Call | null = null;
  /** The call that does its work and whose answer never arrives. */
  lost: Call | null = null;
  refusal = new ProblemError(0, "unreachable");

  private call<T>(name: Call, work: () => T): Promise<T> {
    return Promise.resolve().then(() => {
      this.calls.push(name);
      if (this.failing === name) throw this.refusal;
      const answer = work();
      if (this.lost === name) throw this.refusal;
      return answer;
    });
  }

  private change(etag: string, change: Partial<Envelope>): Envelope {
    if (etag !== this.envelope.etag) throw new ProblemError(412, "stale");
    const revision = this.envelope.revision + 1;
    this.envelope = { ...this.envelope, ...change, revision, etag: String(revision) };
    return this.envelope;
  }

  private make(body: Acceptance, key: string): { id: string; reference: string } {
    const before = this.incidents.get(key);
    if (before !== undefined && JSON.stringify(before.body) !== JSON.stringify(body))
      throw new ProblemError(422, "key_reused");
    const made = before ?? { body, reference: `INC-${String(this.incidents.size + 1).padStart(6, "0")}` };
    this.incidents.set(key, made);
    return { id: "11111111-1111-4111-8111-111111111111", reference: made.reference };
  }

  readonly port: DeskPort = {
    read: () => Promise.resolve({ ...this.envelope, content: this.content, messages: this.messages }),
    step: (_, step, etag) =>
      this.call(step, () => this.change(etag, { state: step === "close" ? "closed" : "opened" })),
    saveNote: (_, note, etag) => this.call("note", () => this.change(etag, { note })),
    send: (_, letter) =>
      this.call("send", () => {
        if (this.messages.some((message) => message.id === letter.id)) return;
        this.messages.push({ ...letter, direction: "to_reporter" });
      }),
    reseal: (_, body, etag) =>
      this.call("reseal", () => {
        this.content = body.content;
        return this.change(etag, { epoch: body.epoch, note: body.note ?? null });
      }),
    accept: (body, key) => this.call("accept", () => this.make(body, key)),
  };

  async answer(text: string): Promise<void> {
    const message = await sealMessage(
      { v: 1, at: nowText(new Date()), from: "reporter", kind: "answer", text },
      { ...to, mailbox: mailbox.recipient },
    );
    this.messages.push({ id: crypto.randomUUID(), direction: "to_desk", content: base64(message) });
  }

  /** What the reporter finds in the mailbox. */
  async told(): Promise<(string | undefined)[]> {
    const letters = await Promise.all(
      this.messages.map(({ content }) => openMessage(fromBase64(content), [mailbox.identity])),
    );
    return letters.map((message) => message?.status ?? message?.kind);
  }
}

/** Another browser: only what the server has is known there. */
export async function read(server: Server, having = secrets): Promise<DeskCase> {
  const reading = await readCase(await server.port.read(id), having);
  if (reading.kind !== "open") throw new Error(reading.kind);
  return reading.one;
}

export function deskOf(server: Server, by = "A. Demir"): Desk {
  return { port: server.port, to, by, now: () => new Date("2026-11-21T12:00:00Z") };
}

export async function opened(server: Server): Promise<DeskCase> {
  return settle(deskOf(server), await read(server));
}
