/** psql and pgbench on the server's own private PostgreSQL, past row-level security: the physical limit. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";
import { percentile } from "./rounds.mjs";
import { work } from "./tools.mjs";

const sqlFolder = fileURLToPath(new URL("../sql", import.meta.url));

export function database(tools, socket) {
  const where = ["-h", socket, "-U", "bellbuoy_super"];

  async function ask(sql, values = {}, seconds = 3600) {
    const set = Object.entries(values).flatMap(([name, value]) => ["-v", `${name}=${value}`]);
    const args = [
      ...where,
      "-d",
      "bellbuoy",
      "-X",
      "-q",
      "-A",
      "-t",
      "-v",
      "ON_ERROR_STOP=1",
      ...set,
      "-f",
      "-",
    ];
    return (await run(tools.psql, args, { input: sql, seconds })).trim();
  }

  return {
    ask,
    rows: async (sql) =>
      JSON.parse((await ask(`SELECT coalesce(json_agg(t), '[]') FROM (${sql}) t`)) || "[]"),
    /** Runs a file of sql/ with its variables. */
    file: (name, values, seconds) => ask(readFileSync(`${sqlFolder}/${name}.sql`, "utf8"), values, seconds),

    /** Runs statements for some seconds; each script is drawn as often as any other. */
    async pgbench(scripts, { connections, seconds }) {
      const folder = `${work}/pgbench`;
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const files = scripts.flatMap((sql, at) => {
        writeFileSync(`${folder}/${at}.sql`, `${sql.replace(/\s+;/g, ";").trim()}\n`);
        return ["-f", `${folder}/${at}.sql`];
      });
      const load = ["-n", "-M", "prepared", "-c", connections, "-j", 2, "-T", seconds];
      const log = ["-l", `--log-prefix=${folder}/log`];
      const told = await run(tools.pgbench, [...where, ...load, ...log, ...files, "bellbuoy"].map(String), {
        seconds: seconds + 60,
      });
      const latencies = readdirSync(folder)
        .filter((name) => name.startsWith("log."))
        .flatMap((name) => readFileSync(`${folder}/${name}`, "utf8").trim().split("\n"))
        .map((line) => Number(line.split(" ")[2]) / 1000);
      return {
        requests: Number(/actually processed: (\d+)/.exec(told)?.[1] ?? 0),
        failures: Number(/failed transactions: (\d+)/.exec(told)?.[1] ?? 0),
        seconds,
        p50: percentile(latencies, 0.5),
        p99: percentile(latencies, 0.99),
      };
    },
  };
}
