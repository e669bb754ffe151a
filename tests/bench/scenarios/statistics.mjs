/** Months by kind, from the roll-up: against the roll-up in SQL, against a naive count, and whether it is true. */
import { ms } from "../lib/bench.mjs";
import { between, pause, snapshot } from "../lib/machine.mjs";

const path = "/api/v1/statistics/incidents?by=kind&period=month";
const rollup = `SELECT starts, word, incidents, parties FROM statistics_cells
  WHERE series = 'reported' AND dimension = 'kind' AND period = 'month' ORDER BY word, starts;`;
const naive = `SELECT date_trunc('month', occurred_on), kind, count(*) FROM incidents
  WHERE status = 'accepted' AND series = 'reported' GROUP BY 1, 2;`;
const peerPath =
  "?aggregate[count]=*&groupBy=year(occurred_on),month(occurred_on),kind" +
  "&filter[status]=accepted&filter[series]=reported&limit=-1";

export async function statistics(bench) {
  await folded(bench);
  const cells = (await bench.db.rows(naive.replace(";", ""))).length;
  const measured = await bench.compare({
    paths: [path],
    tokens: bench.tokens("analyst"),
    sql: [rollup],
    also: {
      naive: { run: (load) => bench.db.pgbench([naive], { ...load, connections: 2 }), of: ["database"] },
    },
    peer: { paths: [peerPath], rows: cells, connections: 2 },
  });
  bench.compared("G9", "month × kind from the roll-up", "≤ 2x", 2, measured);
  const gain = measured.naive.cpu.median / measured.cpu;
  bench.add({
    id: "G9",
    scenario: "month × kind against a naive GROUP BY",
    goal: bench.size >= 1_000_000 ? "≥ 100x" : "",
    floor: `${ms(measured.naive.cpu.median)} CPU`,
    ours: `${ms(measured.cpu)} CPU`,
    ratio: `${gain.toFixed(0)}x less`,
    met: bench.size >= 1_000_000 ? gain >= 100 : undefined,
  });
  bench.against(
    "G9",
    "month × kind against Directus at c=2",
    bench.size >= 1_000_000 ? 200 : undefined,
    measured,
  );
  await truth(bench);
  return measured;
}

/** Waits until the server's worker has folded everything; gives how long that took and what it cost. */
async function folded(bench) {
  const before = snapshot(bench.roots);
  for (;;) {
    if ((await bench.db.ask("SELECT count(*) FROM statistics_changes")) === "0") break;
    if (performance.now() - before.at > 600_000)
      throw new Error("the figures were not folded in ten minutes");
    await pause(200);
  }
  return between(before, snapshot(bench.roots));
}

/** One request that has to make the figures anew. */
async function fresh(bench, token) {
  const since = performance.now();
  await (await bench.fetch(path, token)).arrayBuffer();
  return performance.now() - since;
}

/** The roll-up against a recount, at rest, right after a bulk, and when that is folded in. */
async function truth(bench) {
  const [token] = bench.tokens("analyst");
  const many = Math.min(10_000, bench.size / 10);
  const rest = Number(await bench.db.file("differences"));
  await bench.db.file("bulk", { many });
  const waiting = Number(await bench.db.ask("SELECT count(*) FROM statistics_changes"));
  const unfolded = await fresh(bench, token);
  const after = Number(await bench.db.file("differences"));
  const fold = await folded(bench);
  const first = await fresh(bench, token);
  const then = await fresh(bench, token);
  const end = Number(await bench.db.file("differences"));
  bench.add({
    id: "G9",
    scenario: "roll-up equal to GROUP BY: at rest, after a bulk, folded",
    goal: "0 rows differ",
    ours: `${rest}, ${after}, ${end}`,
    met: rest + after + end === 0,
    note: `bulk of ${many}, ${waiting} waiting when compared`,
  });
  bench.add({
    id: "G9",
    scenario: "first table after a change, made anew",
    goal: "",
    ours: `${ms(first)}; while ${waiting} changes wait ${ms(unfolded)}; the next ${ms(then)}`,
  });
  bench.add({
    id: "G9",
    scenario: "upkeep of the roll-up",
    goal: "",
    ours: `${((waiting / fold.wall) * 1000).toFixed(0)} rows/s, ${ms(fold.cpu.site / Math.max(1, waiting))} CPU a row`,
    detail: fold,
  });
}
