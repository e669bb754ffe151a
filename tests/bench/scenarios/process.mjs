/** The process itself: how it starts, what it holds. */
import { mkdirSync, rmSync } from "node:fs";
import { run } from "../lib/children.mjs";
import { between, pause, pssMiB, snapshot, watchMemory } from "../lib/machine.mjs";
import { median } from "../lib/rounds.mjs";
import { freePort, serve, settings } from "../lib/site.mjs";
import { root } from "../lib/tools.mjs";
import { wrk } from "../lib/wrk.mjs";

const seconds = (value) => `${(value / 1000).toFixed(2)} s`;

/** All migrations from nothing, the cluster made for them included. */
export async function migrations(bench) {
  const data = `${bench.work}/empty`;
  const times = [];
  for (let n = 0; n < (bench.quick ? 1 : 3); n++) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    const env = settings(data, await freePort());
    const since = performance.now();
    await run(bench.binary, ["migrate"], { cwd: root, env });
    const whole = performance.now() - since;
    const again = performance.now();
    await run(bench.binary, ["migrate"], { cwd: root, env });
    times.push({ whole, again: performance.now() - again });
  }
  rmSync(data, { recursive: true, force: true });
  const whole = median(times.map((time) => time.whole));
  bench.add({
    id: "G18",
    scenario: "all migrations from empty, with initdb",
    goal: "≤ 5 s",
    ours: seconds(whole),
    met: whole <= 5000,
    note: `a second time ${seconds(median(times.map((time) => time.again)))}`,
    detail: { times },
  });
}

/** Five cold starts on the data that stand there; the last one stays. Leaves `bench.site`. */
export async function starts(bench, what) {
  const found = [];
  for (let n = 0; n < 5; n++) {
    await bench.site?.stop();
    await pause(300);
    bench.site = undefined;
    bench.site = await serve(bench.binary, bench.data, bench.log);
    const own = snapshot({ site: bench.site.pid, database: bench.site.postmaster }).cpu;
    found.push({ first: bench.site.startMs, cpu: own.site - own.database });
  }
  const first = median(found.map((one) => one.first));
  const cpu = median(found.map((one) => one.cpu));
  bench.add({
    id: "G18",
    scenario: `start to the first 200, ${what}`,
    goal: "≤ 0.5 s, ≤ 0.3 s CPU",
    ours: `${seconds(first)}, ${seconds(cpu)} CPU without PostgreSQL`,
    met: first <= 500 && cpu <= 300,
    note: `all: ${found.map((one) => seconds(one.first)).join(" ")}`,
    detail: { found },
  });
}

export async function idle(bench) {
  await pause(3000);
  const held = pssMiB(bench.site.pid);
  bench.add({
    id: "G17",
    scenario: "memory, idle",
    goal: "≤ 40 MiB",
    ours: `${held.toFixed(1)} MiB`,
    met: held <= 40,
  });
}

/** Lists, searches, single ones, figures and pages, 32 at once. */
export async function mixed(bench) {
  const found = await bench.db.rows("SELECT id FROM incidents ORDER BY md5(id::text) LIMIT 20");
  const paths = found.flatMap(({ id }) => [
    `/api/v1/incidents/${id}`,
    "/api/v1/incidents?status=accepted&limit=50",
    "/api/v1/incidents?q=ransomware&limit=50",
    "/api/v1/statistics/incidents?by=kind&period=month",
    "/api/v1/intake/keys",
  ]);
  const stop = watchMemory(bench.site.pid);
  const before = snapshot(bench.roots);
  const load = wrk(bench.tools, bench.site.url, { paths, tokens: bench.tokens("analyst") });
  const told = await load({ connections: 32, seconds: bench.seconds * 2 });
  const { foreign } = between(before, snapshot(bench.roots));
  const most = stop();
  await pause(2000);
  const after = pssMiB(bench.site.pid);
  bench.add({
    id: "G17",
    scenario: "memory under mixed load, c=32",
    goal: "≤ 100 MiB",
    ours: `${most.toFixed(1)} MiB at most, ${after.toFixed(1)} MiB after`,
    met: most <= 100 && told.failures === 0,
    note: `${(told.requests / told.seconds).toFixed(0)}/s, p99 ${told.p99.toFixed(0)} ms, ${told.failures} failed`,
    detail: { ...told, foreign },
  });
}
