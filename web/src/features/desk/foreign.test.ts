// @vitest-environment node
import { expect, it } from "vitest";
import { base64, utf8 } from "~/lib/sealed/bytes";
import { sealForDesk } from "~/lib/sealed/seal";
import { readCase, type Foreign } from "./case";
import { discard, takeUp } from "./foreign";
import { deskOf, id, newerSecrets, secrets, Server, to } from "./steps.fixture";

async function junk(content: string): Promise<Server> {
  const server = new Server();
  server.content = base64(await sealForDesk(utf8(content), to));
  return server;
}

async function read(server: Server): Promise<Foreign> {
  const reading = await readCase(await server.port.read(id), secrets);
  if (reading.kind !== "foreign") throw new Error(reading.kind);
  return reading;
}

it.each(["not json", `{"v":1}`, "[]", ""])(
  "closes %j, tells nobody, and can take it up again",
  async (content) => {
    const server = await junk(content);
    const closed = await discard(deskOf(server), await read(server));
    expect(server.envelope.state).toBe("closed");
    expect(closed.note).toMatchObject({ stage: "refused", title: "Not a report" });
    expect(server.calls).toEqual(["open", "note", "close"]);
    const after = await takeUp(deskOf(server), await read(server));
    expect(after).toMatchObject({ envelope: { state: "opened" }, note: { stage: "opened" } });
  },
);

it("goes on where it stopped", async () => {
  const server = await junk("not json");
  server.failing = "close";
  await expect(discard(deskOf(server), await read(server))).rejects.toThrow();
  server.failing = null;
  await discard(deskOf(server), await read(server));
  expect(server.envelope.state).toBe("closed");
  expect(server.calls.filter((call) => call === "note")).toHaveLength(1);
});

it("is another thing than a missing key", async () => {
  const server = await junk("not json");
  const reading = await readCase(await server.port.read(id), newerSecrets);
  expect(reading).toEqual({ kind: "sealed", epoch: "2026-11" });
});
