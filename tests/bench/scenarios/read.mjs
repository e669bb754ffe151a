/** One incident by id, and lists of fifty with filter and keyset: the first pages and the thousandth. */
import { ms } from "../lib/bench.mjs";
import { wrk } from "../lib/wrk.mjs";

const kinds = [
  "locked_or_wiped",
  "position_or_time_wrong",
  "false_message",
  "infected_device",
  "system_down",
];

export async function get(bench) {
  const found = await bench.db.rows("SELECT id FROM incidents ORDER BY md5(id::text) LIMIT 2000");
  const paths = found.map(({ id }) => `/api/v1/incidents/${id}`);
  const columns = await bench.db.file("columns");
  const sql = found
    .slice(0, 500)
    .map(
      ({ id }) =>
        `SELECT ${columns}, f.* FROM incidents i JOIN incident_facts f ON f.incident_id = i.id WHERE i.id = '${id}';`,
    );
  // pgbench takes 128 scripts; the bytes are those of a few answers.
  const measured = await bench.compare({
    paths: paths.slice(0, 100),
    tokens: bench.tokens("analyst"),
    sql: sql.slice(0, 100),
    peer: { paths: found.slice(0, 100).map(({ id }) => `/${id}`) },
  });
  bench.compared("G10", "get one by id", "≤ 3x", 3, measured);
  bench.against("G10", "get one by id, against Directus", undefined, measured);
  return measured;
}

/** The SQL of a page, as the physical limit has it. */
const page = (columns, where, from) => `SELECT ${columns} FROM incidents i WHERE ${where}
  ${from ? `AND (i.recorded_month, i.id) < ('${from.recorded_month}', '${from.id}')` : ""}
  ORDER BY i.recorded_month DESC, i.id DESC LIMIT 51;`;

/** A cursor of the API, moved to another row. */
async function cursorAt(bench, path, token, row) {
  const { next } = await (await bench.fetch(path, token)).json();
  const told = JSON.parse(Buffer.from(new URL(next).searchParams.get("cursor"), "base64url").toString());
  return Buffer.from(JSON.stringify({ ...told, k: [row.recorded_month, row.id] })).toString("base64url");
}

async function rowAt(db, where, offset) {
  const order = "ORDER BY recorded_month DESC, id DESC";
  const [row] = await db.rows(
    `SELECT recorded_month, id FROM incidents i WHERE ${where} ${order} OFFSET ${offset} LIMIT 1`,
  );
  return row;
}

export async function list(bench) {
  const columns = await bench.db.file("columns");
  const bearers = bench.tokens("analyst");
  const paths = [];
  const sql = [];
  const pages = kinds.flatMap((kind) => {
    const query = `?filter[status]=accepted&filter[kind]=${kind}&sort=-recorded_month,-id&limit=50`;
    return [query, `${query}&page=2`];
  });
  for (const kind of kinds) {
    const path = `/api/v1/incidents?status=accepted&kind=${kind}&limit=50`;
    const where = `i.status = 'accepted' AND i.kind = '${kind}'`;
    const row = await rowAt(bench.db, where, 49);
    paths.push(path, `${path}&cursor=${await cursorAt(bench, path, bearers[0], row)}`);
    sql.push(page(columns, where), page(columns, where, row));
  }
  const measured = await bench.compare({ paths, tokens: bearers, sql, peer: { paths: pages, rows: 50 } });
  bench.compared("G3", "list_50, filter and keyset, c=8", "≤ 2.5x", 2.5, measured);
  bench.against("G3", "list_50, filter and sort, c=8, against Directus", 18, measured);
  if (bench.size === bench.sizes.at(-1)) {
    const many = await bench.compare({ paths, tokens: bench.tokens("analyst"), sql, connections: 32 });
    bench.compared("G3", "list_50, filter and keyset, c=32", "≤ 2.5x", 2.5, many);
  }
  return measured;
}

export async function deep(bench) {
  const columns = await bench.db.file("columns");
  const bearers = bench.tokens("analyst");
  const first = "/api/v1/incidents?status=accepted&limit=50";
  const where = "i.status = 'accepted'";
  const pages = Math.min(1000, Math.floor((bench.size * 0.8) / 50));
  const row = await rowAt(bench.db, where, pages * 50 - 1);
  const far = `${first}&cursor=${await cursorAt(bench, first, bearers[0], row)}`;
  const near = wrk(bench.tools, bench.site.url, { paths: [first], tokens: bench.tokens("analyst") });
  const away = await bench.compare({
    paths: [far],
    tokens: bearers,
    sql: [page(columns, where, row)],
    also: { near: { run: near, of: ["site"] } },
  });
  bench.compared("G3", `list_50, page ${pages}`, "≤ 2.5x", 2.5, away);
  const one = away.near.cpu.median;
  const ratio = away.cpu / one;
  bench.add({
    id: "G3",
    scenario: `page ${pages} against page 1`,
    goal: "≤ 1.2x",
    floor: `${ms(one)} CPU`,
    ours: `${ms(away.cpu)} CPU`,
    ratio: `${ratio.toFixed(2)}x`,
    met: ratio <= 1.2,
  });
}

/** Lists for members, whose view is a predicate: a large organisation and one with thirty incidents. */
export async function scoped(bench) {
  const columns = await bench.db.file("columns");
  const paths = ["/api/v1/incidents?limit=50", "/api/v1/incidents?kind=system_down&limit=50"];
  for (const [name, number] of [
    ["large", 1],
    ["small", 40],
  ]) {
    const id = await bench.db.ask(`SELECT md5('bench organisation ${number}')::uuid`);
    const own = `i.organisation_id = '${id}'`;
    // What a member sees: the own reports, and the publicly known ones.
    const seen = (more) => {
      const half = (where) => `(${page(columns, `${where}${more}`).replace(";", "")})`;
      return `${half(own)} UNION ALL ${half("i.series = 'public_source'")};`;
    };
    const analysts = wrk(bench.tools, bench.site.url, { paths, tokens: bench.tokens("analyst") });
    const measured = await bench.compare({
      paths,
      tokens: bench.tokens("member", (one) => one.organisation === id),
      sql: [seen(""), seen(" AND i.kind = 'system_down'")],
      also: { analyst: { run: analysts, of: ["site"] } },
    });
    bench.compared("G12", `list_50 of a member, ${name} organisation`, "≤ 2.5x", 2.5, measured);
    const ratio = measured.cpu / measured.analyst.cpu.median;
    bench.add({
      id: "G12",
      scenario: `list_50, member of a ${name} organisation against analyst`,
      goal: "≤ 1.3x",
      floor: `${ms(measured.analyst.cpu.median)} CPU`,
      ours: `${ms(measured.cpu)} CPU`,
      ratio: `${ratio.toFixed(2)}x`,
      met: ratio <= 1.3,
    });
  }
}
