/** The register of consultants: a search of filters, words and distance, and checking a certificate by its number. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ms } from "../lib/bench.mjs";
import { percentile } from "../lib/rounds.mjs";
import { root } from "../lib/tools.mjs";
import { wrk } from "../lib/wrk.mjs";

/** How many are fetched and sorted at most, as in the server: above it the register is walked in its order. */
const few = 2000;
const columns = "e.consultant_id, e.name, e.base::text, e.country::text, e.shown::text, e.available_from";
const sizes = { quick: [2_000, 10_000], usual: [10_000, 100_000] };

const ports = readFileSync(resolve(root, "api/domain/data/ports.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.match(/("[^"]*"|[^,]+)/g))
  .map(([code, , , latitude, longitude]) => ({ code, at: [Number(latitude), Number(longitude)] }));

/** Nautical miles, great circle. */
function apart([fromLatitude, fromLongitude], [toLatitude, toLongitude]) {
  const [a, b, c] = [fromLatitude, toLatitude, toLongitude - fromLongitude].map(
    (one) => (one * Math.PI) / 180,
  );
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(c / 2) ** 2;
  return 2 * 3440.065 * Math.asin(Math.sqrt(half));
}

function within(code, miles) {
  const { at } = ports.find((port) => port.code === code);
  return ports
    .map((port) => ({ code: port.code, far: apart(at, port.at) }))
    .filter(({ far }) => far <= miles)
    .sort((a, b) => a.far - b.far);
}

// The check digit of a certificate's number, after Damm.
const damm =
  "0317598642 7092154863 4206871359 1750983426 6123045978 3674209581 5869720134 8945362017 9438617205 2581436790"
    .split(" ")
    .map((row) => [...row].map(Number));
function number(serial) {
  const digits = `2099${String(serial).padStart(3, "0")}`;
  const check = [8, ...[...digits].map(Number)].reduce((state, digit) => damm[state][digit], 0);
  return `BB-C-2099-${digits.slice(4)}${check}`;
}

const copy = (table, values) => `COPY ${table} FROM stdin;\n${values.join("\n")}\n\\.\n`;

/** Brings the register to `size` people. */
async function load(bench, size) {
  const serials = Array.from({ length: size }, (_, at) => `${at + 1}\t${number(at + 1)}`);
  await bench.db.ask(
    `SET client_min_messages = warning; DROP TABLE IF EXISTS bench_serials, bench_ports;
    CREATE TABLE bench_serials (place bigint PRIMARY KEY, number text); CREATE TABLE bench_ports (place int PRIMARY KEY, code text);
    ${copy("bench_serials", serials)}${copy(
      "bench_ports",
      ports.map(({ code }, at) => `${at}\t${code}`),
    )}ANALYZE bench_serials;`,
  );
  await bench.db.file("register", { first: 1, last: size });
}

/** What people look for: filters alone, words that are rare, medium and common, distance, and all of it at once. */
const mix = [
  { q: "kittiwake" },
  { q: "gannet" },
  { q: "dredger" },
  { q: "scada" },
  { q: "notpetya" },
  { q: "cyber" },
  { q: "marzipan" },
  { q: "kittiwake cyber" },
  { q: "scada cyber" },
  {},
  { discipline: "maritime_specialist" },
  { discipline: "cloud_security", level: "principal", domain: "incident_response" },
  { language: "no", mode: "on_site", region: "baltic" },
  { near: "NLRTM", within: "50" },
  { near: "SGSIN", within: "200", discipline: "offensive_testing" },
  { near: "NLRTM", within: "2000" },
  { near: "USNYC", within: "500", domain: "training", q: "cyber" },
  { country: "NL", vessel_type: "container", available_on: new Date().toISOString().slice(0, 10) },
];

const marks = {
  discipline: (word, { level }) => (level ? `d:${word}:${level}` : `d:${word}`),
  domain: (word) => `o:${word}`,
  language: (word) => `g:${word}`,
  mode: (word) => `m:${word}`,
  region: (word) => `r:${word}`,
  country: (word) => `c:${word}`,
  vessel_type: (word) => `v:${word}`,
};

/** A mark as a literal in which pgbench sees no variable of its own. */
const quoted = (mark) => `U&'${mark.replaceAll(":", "\\003A")}'`;

function where(asked) {
  const parts = ["e.valid_to >= current_date"];
  for (const [name, mark] of Object.entries(marks))
    if (asked[name]) parts.push(`e.marks && ARRAY[${quoted(mark(asked[name], asked))}]`);
  if (asked.q) {
    const words = asked.q.split(" ").map((word) => `${word}:*`);
    parts.push(`e.words @@ to_tsquery('simple', '${words.join(" & ")}')`);
  }
  if (asked.available_on) parts.push(`e.available_from <= '${asked.available_on}'`);
  return parts.join(" AND ");
}

/** The better plan of each: what fits is looked up first when it is few, else the register is walked. */
async function floor(bench, asked) {
  const fits = where(asked);
  const reach = asked.near ? within(asked.near, Number(asked.within)) : undefined;
  const bases = reach && `ARRAY[${reach.map(({ code }) => `'${code}'`).join(",")}]::bpchar[]`;
  const near = bases ? ` AND e.base = ANY(${bases})` : "";
  const hits = Number(
    await bench.db.ask(
      `SELECT count(*) FROM (SELECT FROM register_entries e WHERE ${fits}${near} LIMIT ${few + 1}) t`,
    ),
  );
  const bare = Object.keys(asked).length === 0;
  if (bare || (hits > few && !reach))
    return `SELECT ${columns} FROM register_entries e WHERE ${fits} ORDER BY e.name, e.consultant_id LIMIT 51;`;
  const place = reach ? `array_position(${bases}, e.base), ` : "";
  const order = `ORDER BY ${place}e.name, e.consultant_id LIMIT 51`;
  if (hits > few) {
    // Of the nearest ports alone, as many as fill a page.
    const some = `ARRAY[${reach
      .slice(0, 8)
      .map(({ code }) => `'${code}'`)
      .join(",")}]::bpchar[]`;
    return `SELECT ${columns} FROM register_entries e WHERE ${fits} AND e.base = ANY(${some}) ${order};`;
  }
  return `WITH e AS MATERIALIZED (SELECT consultant_id, name, base FROM register_entries e WHERE ${fits}${near} LIMIT ${few + 1}),
    p AS MATERIALIZED (SELECT consultant_id AS id FROM e ${order})
    SELECT ${columns} FROM p JOIN register_entries e ON e.consultant_id = p.id;`;
}

const path = (asked) => `/api/v1/consultants?${new URLSearchParams({ ...asked, limit: "50" })}`;

/** Each search by itself, one request at a time: the time of the slowest tail. */
async function tail(bench, size) {
  const times = [];
  const slow = [];
  for (const asked of mix) {
    const own = [];
    for (let n = 0; n < bench.repeats; n++) {
      const since = performance.now();
      await (await bench.fetch(path(asked))).arrayBuffer();
      own.push(performance.now() - since);
    }
    times.push(...own);
    slow.push({ asked: new URLSearchParams(asked).toString() || "all", p95: percentile(own, 0.95) });
  }
  slow.sort((a, b) => b.p95 - a.p95);
  const p95 = percentile(times, 0.95);
  bench.add({
    id: "G4",
    scenario: `register, p95 over the mix of ${mix.length}`,
    size,
    goal: "≤ 30 ms",
    ours: ms(p95),
    met: p95 <= 30 && slow[0].p95 <= 30,
    note: slow
      .slice(0, 3)
      .map((one) => `${one.asked} ${ms(one.p95)}`)
      .join(", "),
    detail: { slow },
  });
}

/** A certificate checked by its number, and read by it. */
async function checks(bench, size) {
  const numbers = Array.from({ length: 500 }, (_, n) => number(1 + Math.floor((n * size) / 500)));
  const sql = numbers.slice(0, 50).map((one) => `SELECT * FROM certificates WHERE number = '${one}';`);
  const measured = await bench.compare({
    tokens: [],
    paths: numbers.map((one) => `/api/v1/certificates/${one}`),
    sql,
    also: {
      check: {
        run: wrk(bench.tools, bench.site.url, {
          paths: ["/api/v1/certificate-checks"],
          bodies: numbers.map((one) => JSON.stringify({ number: one })),
        }),
        of: ["site"],
      },
    },
  });
  bench.compared("G1", "certificate by its number", "≤ 3x", 3, measured);
  const cost = measured.check.cpu.median;
  bench.add({
    id: "G1",
    scenario: "certificate checked by REST",
    size,
    goal: "≤ 3x",
    floor: `${ms(measured.floor)} CPU`,
    ours: `${ms(cost)} CPU`,
    ratio: `${(cost / measured.floor).toFixed(2)}x`,
    met: cost <= 3 * measured.floor && measured.check.failures === 0,
    detail: measured.check,
  });
}

export async function register(bench) {
  const costs = [];
  const steps = bench.quick ? sizes.quick : sizes.usual;
  for (const size of steps) {
    console.log(`loading ${size.toLocaleString("en")} consultants`);
    bench.size = size;
    await load(bench, size);
    const compare = async (some) =>
      bench.compare({
        tokens: [],
        paths: some.map(path),
        sql: await Promise.all(some.map((asked) => floor(bench, asked))),
      });
    if (size === steps.at(-1)) {
      bench.compared("G4", `register, mix of ${mix.length}`, "≤ 2x", 2, await compare(mix));
      await tail(bench, size);
      await checks(bench, size);
    }
    const rare = await compare(mix.slice(0, 2));
    bench.compared("G4", "register, rare names (20 hits)", "≤ 2x", 2, rare);
    costs.push(rare.cpu);
  }
  const growth = Math.log10(costs[1] / costs[0]) / Math.log10(steps[1] / steps[0]);
  bench.add({
    id: "G10",
    scenario: "growth of a search of the register at 20 hits",
    goal: "≤ 0.2",
    ours: growth.toFixed(2),
    met: growth <= 0.2,
  });
}
