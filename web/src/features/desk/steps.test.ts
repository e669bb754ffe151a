// @vitest-environment node
import { describe, expect, it } from "vitest";
import { ProblemError } from "~/api/problem";
import type { DeskCase } from "./case";
import { acceptanceKey, nextDuty, outcomeOf, statusId } from "./duties";
import { pendingOf } from "./notes";
import type { Acceptance } from "./port";
import { accept, finish, link, refuse, reopen, settle, write } from "./steps";
import { deskOf, id, newer, newerSecrets, opened, read, Server } from "./steps.fixture";

const body: Acceptance = {
  facts: {
    title: "A system down",
    summary: "It stopped.",
    kind: "system_down",
    occurred_on: "2026-11-16",
    occurred_precision: "week",
    victim_type: "vessel",
    severity: "minor",
    systems: [],
    services: [],
    attributes: [],
    containment: [],
    crime_links: [],
    techniques: [],
  },
  verification: "anonymous_unverified",
  tlp: "amber",
  age_band: "3d",
};

describe("taking a report up", () => {
  it("opens it, tells the reporter and begins the note, once", async () => {
    const server = new Server();
    const one = await opened(server);
    expect(server.calls).toEqual(["open", "send", "note"]);
    expect(await server.told()).toEqual(["read"]);
    expect(one.note).toMatchObject({ title: "It stopped", stage: "opened", severity: "minor" });
    await settle(deskOf(server), await read(server));
    expect(server.calls).toHaveLength(3);
  });

  it.each(["open", "send", "note"] as const)("goes on in another browser when %s failed", async (step) => {
    const server = new Server();
    server.failing = step;
    await expect(opened(server)).rejects.toThrow("unreachable");
    server.failing = null;
    const one = await opened(server);
    expect(nextDuty(one)).toBeNull();
    expect(await server.told()).toEqual(["read"]);
    expect(server.envelope.state).toBe("opened");
  });

  it("seals to the newer key what was sealed to an older one", async () => {
    const server = new Server();
    await opened(server);
    await settle({ ...deskOf(server), to: newer }, await read(server));
    expect(server.envelope.epoch).toBe("2026-12");
    const again = await read(server, newerSecrets);
    expect(again.report.words).toBe("It stopped.");
    expect(again.note?.log.map((line) => line.what)).toEqual(["opened", "resealed"]);
    await expect(read(server)).rejects.toThrow("sealed");
  });
});

describe("asking the reporter", () => {
  it("waits for the answer and sees that it came", async () => {
    const server = new Server();
    const asked = await write(deskOf(server), await opened(server), {
      id: crypto.randomUUID(),
      question: true,
      text: "Since when?",
    });
    expect(asked.note?.stage).toBe("waiting");
    expect(nextDuty(await read(server))).toBeNull();
    await server.answer("Since four.");
    const one = await opened(server);
    expect(one.note?.stage).toBe("opened");
    expect(one.letters.map(({ toDesk }) => toDesk)).toContain(true);
  });

  it("sends one message when the note after it failed and it is sent again", async () => {
    const server = new Server();
    let one = await opened(server);
    const letter = { id: crypto.randomUUID(), question: true, text: "Since when?" };
    server.failing = "note";
    const keep = (kept: DeskCase) => (one = kept);
    await expect(write(deskOf(server), one, letter, keep)).rejects.toThrow();
    server.failing = null;
    one = await write(deskOf(server), one, letter, keep);
    expect(await server.told()).toEqual(["read", "question"]);
    expect(one.note?.stage).toBe("waiting");
  });

  it("does not undo a decision by writing after it", async () => {
    const server = new Server();
    const refused = await refuse(deskOf(server), await opened(server), "not at sea");
    const one = await write(deskOf(server), refused, { id: crypto.randomUUID(), question: true, text: "?" });
    expect(one.note?.stage).toBe("refused");
    expect(nextDuty(one)).toBeNull();
  });
});

describe("accepting", () => {
  it("makes the incident, notes it, tells the reporter and closes", async () => {
    const server = new Server();
    const one = await accept(deskOf(server), await opened(server), body);
    expect(server.calls.slice(3)).toEqual(["note", "accept", "note", "send", "close"]);
    expect(one.note?.incident?.reference).toBe("INC-000001");
    expect(one.note === null ? null : pendingOf(one.note)).toBeNull();
    expect(await server.told()).toEqual(["read", "accepted"]);
    expect(server.envelope.state).toBe("closed");
  });

  it.each(["accept", "note", "send", "close"] as const)(
    "is finished elsewhere when %s failed",
    async (step) => {
      const server = new Server();
      const before = await opened(server);
      server.failing = step;
      await expect(accept(deskOf(server), before, body)).rejects.toThrow();
      server.failing = null;
      const elsewhere = await opened(server);
      const one =
        outcomeOf(elsewhere) === null
          ? await accept(deskOf(server), elsewhere, body)
          : await finish(deskOf(server), elsewhere);
      expect(nextDuty(one)).toBeNull();
      expect(server.incidents.size).toBe(1);
      expect(await server.told()).toEqual(["read", "accepted"]);
    },
  );

  it("sends the same facts again when the answer was lost, whatever stands in the form now", async () => {
    const server = new Server();
    server.lost = "accept";
    let kept = await opened(server);
    const keep = (one: DeskCase) => (kept = one);
    await expect(accept(deskOf(server), kept, body, keep)).rejects.toThrow();
    server.lost = null;
    const other = { ...body, facts: { ...body.facts, title: "Another line" } };
    const one = await accept(deskOf(server), kept, other, keep);
    expect(server.incidents.size).toBe(1);
    expect([...server.incidents.values()][0]?.body.facts.title).toBe("A system down");
    expect(server.envelope.state).toBe("closed");
    expect(one.note?.incident?.reference).toBe("INC-000001");
  });

  it("can be corrected when the facts were refused", async () => {
    const server = new Server();
    server.failing = "accept";
    server.refusal = new ProblemError(422, "unfit");
    let kept = await opened(server);
    const keep = (one: DeskCase) => (kept = one);
    await expect(accept(deskOf(server), kept, body, keep)).rejects.toThrow();
    expect(nextDuty(kept)).toBeNull();
    server.failing = null;
    await accept(deskOf(server), kept, { ...body, tlp: "green" }, keep);
    expect([...server.incidents.values()][0]?.body.tlp).toBe("green");
  });

  it("gives the server nothing to tie the incident to the report by", async () => {
    const server = new Server();
    const one = await accept(deskOf(server), await opened(server), body);
    expect(acceptanceKey(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(acceptanceKey(one)).not.toContain(id.slice(0, 8));
    expect(statusId(one, "accepted")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe("refusing, linking, reopening", () => {
  it("tells the reason, closes, and can be taken back and done anew", async () => {
    const server = new Server();
    const refused = await refuse(deskOf(server), await opened(server), "not at sea");
    expect(server.envelope.state).toBe("closed");
    const open = await reopen(deskOf(server), refused);
    expect(open.note).toMatchObject({ stage: "opened" });
    expect(open.note?.reason).toBeUndefined();
    expect(server.envelope.state).toBe("opened");
    await refuse(deskOf(server), await read(server), "still not at sea");
    expect(await server.told()).toEqual(["read", "refused", "read", "refused"]);
  });

  it.each(["note", "send", "reopen"] as const)("reopens also when %s failed", async (step) => {
    const server = new Server();
    const linked = await link(deskOf(server), await opened(server), "INC-7K4QWZ");
    expect(linked.note?.duplicate_of).toBe("INC-7K4QWZ");
    server.failing = step;
    await expect(reopen(deskOf(server), linked)).rejects.toThrow();
    server.failing = null;
    const elsewhere = await opened(server);
    const one =
      nextDuty(elsewhere) === null && outcomeOf(elsewhere) !== null
        ? await reopen(deskOf(server), elsewhere)
        : await finish(deskOf(server), elsewhere);
    expect(server.envelope.state).toBe("opened");
    expect(outcomeOf(one)).toBeNull();
  });

  it("leaves alone what someone else has changed meanwhile", async () => {
    const server = new Server();
    const mine = await opened(server);
    await refuse(deskOf(server, "I. Okoro"), await read(server), "known");
    await expect(link(deskOf(server), mine, "INC-7K4QWZ")).rejects.toMatchObject({ status: 412 });
    expect((await read(server)).note?.stage).toBe("refused");
  });
});
