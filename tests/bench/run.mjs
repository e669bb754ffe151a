/**
 * The benchmark (`make bench`): the server as a release beside the physical limit, in interleaved rounds.
 *
 *   --quick        10,000 incidents and short rounds: to try the script
 *   --full         adds 10,000,000 incidents
 *   --sizes 1,2    other sizes
 *   --only a,b     some scenarios: get list deep scoped search create statistics intake page process authentication sign_ins revoked overload
 *                  register
 *   --keep         goes on with the incidents of the run before; sizes below theirs are left out
 *   --rounds n     rounds of each contestant (5)
 *   --seconds n    seconds of a round (5)
 *   --peers        Directus too, from the npm registry into target/bench-peers; reported, not a gate
 *
 * BELLBUOY_SERVER names a binary to measure in place of one built here. It all happens on loopback, in target/bench.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Bench } from "./lib/bench.mjs";
import { stopAll } from "./lib/children.mjs";
import { database } from "./lib/database.mjs";
import { nginx } from "./lib/nginx.mjs";
import { install, name as peerName } from "./lib/peer-install.mjs";
import { directus } from "./lib/peer.mjs";
import { save, table } from "./lib/report.mjs";
import { binary, commit, tools, version, work } from "./lib/tools.mjs";
import { serve } from "./lib/site.mjs";
import { create } from "./scenarios/create.mjs";
import { growth } from "./scenarios/growth.mjs";
import { intake } from "./scenarios/intake.mjs";
import { page } from "./scenarios/page.mjs";
import { idle, migrations, mixed, starts } from "./scenarios/process.mjs";
import { deep, get, list, scoped } from "./scenarios/read.mjs";
import { register } from "./scenarios/register.mjs";
import { search } from "./scenarios/search.mjs";
import { statistics } from "./scenarios/statistics.mjs";
import { authentication, overload, revoked, sign_ins } from "./scenarios/walls.mjs";

let stopping = false;
const bySize = { get, list, deep, scoped, search, statistics, create };

function options() {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      sizes: { type: "string" },
      only: { type: "string" },
      keep: { type: "boolean", default: false },
      rounds: { type: "string" },
      seconds: { type: "string" },
      peers: { type: "boolean", default: false },
    },
  });
  const usual = values.quick ? [10_000] : [100_000, 1_000_000, ...(values.full ? [10_000_000] : [])];
  const only = values.only?.split(",");
  return {
    quick: values.quick,
    keep: values.keep,
    peers: values.peers,
    sizes: values.sizes?.split(",").map(Number) ?? usual,
    wants: (name) => only === undefined || only.includes(name),
    rounds: Number(values.rounds ?? (values.quick ? 2 : 5)),
    seconds: Number(values.seconds ?? (values.quick ? 1 : 5)),
    repeats: values.quick ? 5 : 40,
  };
}

/** Brings the register to `size` incidents. */
async function load(bench, size) {
  bench.size = size;
  if (bench.loaded === size) return;
  const since = performance.now();
  console.log(`loading ${size.toLocaleString("en")} incidents`);
  const folded = Math.min(20_000, Math.floor(size / 10));
  await bench.db.file("load", { first: bench.loaded + 1, last: size, folded });
  console.log(`  in ${((performance.now() - since) / 1000).toFixed(0)} s`);
  bench.loaded = size;
  writeFileSync(`${work}/loaded`, `${size}\n`);
}

async function connect(bench) {
  bench.db = database(bench.tools, bench.site.socket);
  await bench.db.file("crew");
  bench.crew = await bench.db.rows(
    `SELECT a.id, a.role, a.revision, m.organisation_id AS organisation
     FROM accounts a LEFT JOIN memberships m ON m.account_id = a.id WHERE a.email LIKE '%@bench.example'`,
  );
}

/** One scenario that breaks does not take the others with it, and is no success. */
async function attempt(bench, name, scenario) {
  if (!bench.wants(name)) return undefined;
  try {
    return await scenario(bench);
  } catch (error) {
    if (stopping) throw error;
    const note = error.message.split("\n")[0];
    bench.add({ id: "", scenario: name, ours: "not measured", met: false, note });
    return undefined;
  }
}

async function measure(bench) {
  if (bench.wants("process")) await migrations(bench);
  bench.site = await serve(bench.binary, bench.data, bench.log); // makes the cluster and the demo
  if (bench.wants("process")) {
    await starts(bench, "demo");
    await idle(bench);
  }
  await connect(bench);
  bench.nginx = await nginx(bench.tools);
  if (bench.peers) bench.peer = await directus(bench.peers, bench.db, bench.site.socket);
  for (const [name, scenario] of Object.entries({
    intake,
    page,
    authentication,
    sign_ins,
    revoked,
    overload,
    register,
  }))
    await attempt(bench, name, scenario);
  for (const size of bench.sizes) {
    await load(bench, size);
    await bench.peer?.fill(size);
    bench.costs[size] = {};
    for (const [name, scenario] of Object.entries(bySize)) {
      bench.costs[size][name] = await attempt(bench, name, scenario);
    }
    if (bench.wants("process")) await mixed(bench);
  }
  growth(bench);
  await bench.peer?.stop();
  if (bench.wants("process")) await starts(bench, "with all incidents");
}

/** What `--peers` needs, or one line about what is missing. */
async function peers() {
  try {
    return await install();
  } catch (error) {
    if (!stopping) console.error(error.message);
    return process.exit(stopping ? 130 : 1);
  }
}

for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    stopping = true;
    void stopAll().then(() => process.exit(130));
  });
const asked = options();
const programs = tools();
if (asked.peers) asked.peers = await peers();
const data = `${work}/data`;
const kept = asked.keep && existsSync(`${work}/loaded`) ? Number(readFileSync(`${work}/loaded`, "utf8")) : 0;
if (kept === 0) rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const bench = new Bench({
  ...asked,
  sizes: asked.sizes.filter((size) => size >= kept),
  tools: programs,
  binary: binary(),
  data,
  work,
  log: `${work}/server.log`,
  loaded: kept,
  costs: {},
  cores: availableParallelism(),
});

let failed;
try {
  await measure(bench);
} catch (error) {
  failed = error;
} finally {
  await stopAll();
}
const facts = {
  at: new Date().toISOString(),
  commit: commit(),
  cores: bench.cores,
  rounds: bench.rounds,
  seconds: bench.seconds,
  pgbench: version(programs.pgbench),
  wrk: version(programs.wrk, "-v"),
  nginx: version(programs.nginx, "-v"),
  ...(asked.peers ? { peer: peerName } : {}),
};
save(`${work}/results.json`, facts, bench.results);
console.log(`\n${table(bench.results)}\n\nAll figures: ${work}/results.json`);
if (failed) {
  console.error(failed);
  process.exitCode = 1;
} else if (bench.results.some(({ met, gate }) => met === false && gate !== false)) {
  console.log("Some goals were missed.");
  process.exitCode = asked.quick ? 0 : 1;
}
