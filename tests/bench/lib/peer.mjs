/** Directus beside our server: on the same PostgreSQL, in a schema of its own, asked for the same things. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { ended, start, stop } from "./children.mjs";
import { pause } from "./machine.mjs";
import { asker } from "./asker.mjs";
import { freePort } from "./site.mjs";
import { work } from "./tools.mjs";

/** Above this a single search of the peer takes longer than a round. */
const most = 1_000_000;

const text = ["title", "summary"];
const words = [
  ...["status", "track", "series", "occurred_precision", "kind", "security_incident", "cause", "victim_type"],
  ...["vessel_type", "sea_region", "country", "severity", "verification", "tlp", "refusal_reason", "source"],
];
const others = {
  revision: "integer",
  demo: "boolean",
  organisation_id: "uuid",
  recorded_month: "date",
  occurred_on: "date",
  affected_party: "uuid",
  duplicate_of: "uuid",
};

/** A field as the API takes it; only title and summary are searched, as with us. */
const field = (name, type, meta = {}, schema = {}) => ({
  field: name,
  type,
  meta: { searchable: text.includes(name), ...meta },
  schema,
});
const collection = {
  collection: "incidents",
  schema: {},
  meta: { accountability: "all" },
  fields: [
    field("id", "uuid", { special: ["uuid"] }, { is_primary_key: true }),
    field("reference", "string", {}, { is_unique: true }),
    field("account_id", "uuid", { special: ["user-created"] }),
    field("reported_at", "timestamp", { special: ["date-created"] }),
    field("systems", "json", { special: ["cast-json"] }),
    ...text.map((name) => field(name, "text")),
    ...words.map((name) => field(name, "string")),
    ...Object.entries(others).map(([name, type]) => field(name, type)),
  ],
};

/**
 * Nothing of the caller's own settings. Without a key Directus sends telemetry whatever TELEMETRY says, so whatever
 * would go out runs into a closed port of this machine.
 */
function settings(socket, port, token) {
  return {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    NODE_NO_WARNINGS: "1",
    NODE_USE_ENV_PROXY: "1",
    HTTP_PROXY: "http://127.0.0.1:9",
    HTTPS_PROXY: "http://127.0.0.1:9",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DB_CLIENT: "pg",
    DB_HOST: socket,
    DB_PORT: "5432",
    DB_DATABASE: "bellbuoy",
    DB_USER: "peer",
    DB_SEARCH_PATH: "peer",
    SECRET: randomBytes(32).toString("hex"),
    ADMIN_EMAIL: "admin@example.com",
    ADMIN_PASSWORD: randomBytes(16).toString("hex"),
    ADMIN_TOKEN: token,
    LOG_LEVEL: "warn",
    SERVE_APP: "false",
    TELEMETRY: "false",
    RATE_LIMITER_ENABLED: "false",
    PRESSURE_LIMITER_ENABLED: "false",
  };
}

/** Starts the peer with an empty collection. */
export async function directus({ node, command }, db, socket) {
  const [port, token] = [await freePort(), randomBytes(16).toString("hex")];
  const [url, cwd, log] = [`http://127.0.0.1:${port}`, `${work}/peer`, `${work}/peer.log`];
  mkdirSync(cwd, { recursive: true });
  await db.file("peer");
  const env = settings(socket, port, token);
  const tables = await start(node, [command, "bootstrap"], { cwd, env, log });
  const [code] = await once(tables, "exit");
  if (code !== 0) throw new Error(`Directus could not make its tables; see ${log}`);
  const child = await start(node, [command, "start"], { cwd, env, log });
  for (const since = performance.now(); ; await pause(50)) {
    const answer = await fetch(`${url}/server/ping`).catch(() => undefined);
    if (answer?.ok) break;
    if (ended(child) || performance.now() - since > 120_000)
      throw new Error(`Directus did not start; see ${log}`);
  }
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };

  async function ask(path, options) {
    const answer = await fetch(`${url}${path}`, { headers, ...options });
    if (!answer.ok) throw new Error(`Directus: ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()).data;
  }
  await ask("/collections", { method: "POST", body: JSON.stringify(collection) });

  return {
    pid: child.pid,
    size: 0,
    stop: () => stop(child),

    /** Copies our incidents as they are now. */
    async fill(size) {
      if (size > most)
        return console.log(`  Directus is not measured above ${most.toLocaleString("en")} incidents`);
      await db.file("peer-fill");
      this.size = size;
    },

    /** A contestant; `rows` are what the first path has to give, so that the work is the same. */
    async contestant({ paths, body, rows }) {
      const items = paths.map((path) => `/items/incidents${path}`);
      if (rows !== undefined) {
        const { length } = await ask(items[0]);
        if (length !== rows) throw new Error(`Directus: ${items[0]}: ${length} rows in place of ${rows}`);
      }
      return { run: asker(url, items, headers, body), of: ["peer", "database"] };
    },
  };
}
