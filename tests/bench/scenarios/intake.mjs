/** Filing a sealed report without a name: keys, envelope, mailbox. The client's work is done before it is measured. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { ms } from "../lib/bench.mjs";
import { between, pause, pssMiB, snapshot, watchMemory } from "../lib/machine.mjs";
import { percentile } from "../lib/rounds.mjs";

/** Enough for the bench server's few bits, however much a flood raises them (BELLBUOY_WORK_BITS in lib/site.mjs). */
const bits = 12;

/**
 * What stretching the receipt and proving the work take a browser, about, no two of them the same. Without it, eight
 * clients that send back to back measure how long the queue is that they make themselves.
 */
const ownWork = 400;
const busyFor = (at, work) => work * (0.5 + ((at * 7) % 16) / 15);

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const line = () => randomBytes(32).toString("base64").slice(0, 43);

/** What the server can check of an age file for two recipients in the smallest bucket; nobody will open it. */
function envelope() {
  const stanza = () => `-> X25519 ${line()}\n${line()}\n`;
  const head = `age-encryption.org/v1\n${stanza()}${stanza()}--- ${line()}\n`;
  return Buffer.concat([Buffer.from(head), randomBytes(16 + 4096 + 16)]);
}

const number = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
};

/** api/domain/src/work.rs: the first nonce whose hash begins with enough zero bits. */
function solve(hour, id, blob) {
  const seed = sha256(
    "bellbuoy work v1\n",
    number(hour),
    Buffer.from(id.replaceAll("-", ""), "hex"),
    sha256(blob),
  );
  for (let nonce = 0; ; nonce++) {
    if (sha256(seed, number(nonce)).readUInt32BE(0) >>> (32 - bits) === 0) return `${hour}:${nonce}`;
  }
}

function prepare({ server_hour: hour, epochs }, count) {
  const epoch = epochs.find(({ current }) => current).id;
  return Array.from({ length: count }, () => {
    const [id, blob, locator] = [randomUUID(), envelope(), randomBytes(32)];
    const headers = {
      "content-type": "application/octet-stream",
      "bellbuoy-epoch": epoch,
      "bellbuoy-locator-hash": sha256(locator).toString("hex"),
      "bellbuoy-commitment": randomBytes(32).toString("hex"),
      "bellbuoy-work": solve(hour, id, blob),
    };
    return { id, blob, locator: locator.toString("hex"), headers };
  });
}

function send(base, agent, method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const asked = request(`${base}${path}`, { method, agent, headers }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode));
    });
    asked.once("error", reject).end(body);
  });
}

/**
 * Reporters side by side, each of whom takes the three steps; gives how long a whole report waited for the server, and
 * failures. `work` is how long a reporter's own browser takes between the keys and the envelope.
 */
async function reporters(base, reports, atOnce, work = 0) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const waiting = [...reports];
  const [times, failures] = [[], []];
  const one = async () => {
    for (let report = waiting.pop(); report; report = waiting.pop()) {
      const own = busyFor(waiting.length, work);
      const since = performance.now() + own;
      const path = `/api/v1/intake/envelopes/${report.id}`;
      const keys = await send(base, agent, "GET", "/api/v1/intake/keys", {});
      if (own > 0) await pause(own);
      const filed = await send(base, agent, "PUT", path, report.headers, report.blob);
      const read = await send(base, agent, "GET", `/api/v1/intake/mailboxes/${report.locator}`, {});
      times.push(performance.now() - since);
      if (keys !== 200 || filed !== 201 || read !== 200) failures.push([keys, filed, read]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  agent.destroy();
  return { times, failures };
}

export async function intake(bench) {
  const keys = await (await bench.fetch("/api/v1/intake/keys")).json();
  const count = bench.quick ? 40 : 300;
  const base = bench.site.url;
  await reporters(base, prepare(keys, 16), 8); // warm
  const [few, many] = [prepare(keys, count), prepare(keys, count)];
  const idle = pssMiB(bench.site.pid);
  const usual = await reporters(base, prepare(keys, count / 5), 2, ownWork);
  const busy = await reporters(base, prepare(keys, count / 2), 8, ownWork);
  const pair = await reporters(base, few, 2);
  await pause(500);
  const stop = watchMemory(bench.site.pid, 20);
  const before = snapshot(bench.roots);
  const eight = await reporters(base, many, 8);
  const { cpu, foreign } = between(before, snapshot(bench.roots));
  const memory = stop() - idle;
  const each = cpu.site / count;
  const failures = [usual, busy, pair, eight].flatMap((some) => some.failures);
  const sent = [usual, busy, pair, eight].reduce((sum, some) => sum + some.times.length, 0);
  const waits = [
    ["one report after the other", pair, eight],
    [`each busy with its own work, ${ownWork} ms`, usual, busy],
  ];
  bench.add({
    id: "G13",
    scenario: "report_submit without a name, three steps, c=8, one after the other",
    goal: "≤ 5 ms CPU",
    ours: `${ms(each)} CPU, p50 ${ms(percentile(eight.times, 0.5))}, p95 ${ms(percentile(eight.times, 0.95))}`,
    met: each <= 5,
    note: foreign > 0.5 ? `foreign ${foreign.toFixed(1)}` : "",
    detail: { cpu, foreign },
  });
  bench.add({
    id: "G13",
    scenario: "report_submit, failures",
    goal: "0",
    ours: `${failures.length} of ${sent}`,
    met: failures.length === 0,
    note: failures.length > 0 ? `statuses ${JSON.stringify(failures.slice(0, 3))}` : "",
  });
  for (const [how, twos, eights] of waits) {
    const [two, more] = [twos, eights].map(({ times }) => percentile(times, 0.95));
    bench.add({
      id: "G13",
      scenario: `report_submit, p95 of c=8 to c=2, ${how}`,
      goal: "≤ 1.5x",
      floor: ms(two),
      ours: ms(more),
      ratio: `${(more / two).toFixed(2)}x`,
      met: more <= two * 1.5,
    });
  }
  bench.add({
    id: "G13",
    scenario: "report_submit, most memory above idle",
    goal: "≤ 64 MiB a core",
    ours: `${memory.toFixed(1)} MiB`,
    met: memory <= 64 * bench.cores,
  });
}
