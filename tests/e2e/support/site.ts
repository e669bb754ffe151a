/** A site, a demo unless settings say otherwise, on a free port with a data folder of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const work = fileURLToPath(new URL("../.work", import.meta.url));
const target = resolve(root, process.env["CARGO_TARGET_DIR"] ?? "target");
const binary = process.env["BELLBUOY_SERVER"] ?? `${target}/debug/bellbuoy-server`;
/** Whoever runs the tests may have settings for their own site: they are not for this one. */
const ownSetting = /^(BELLBUOY_|DATABASE_URL$)/;
const patienceMs = 180_000;

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

const ended = (child: ChildProcess) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function ready(server: ChildProcess, url: string, log: string): Promise<void> {
  const fail = (why: string) => new Error(`${binary}: ${why}\n${readFileSync(log, "utf8").slice(-4000)}`);
  const since = Date.now();
  while (Date.now() - since < patienceMs) {
    if (ended(server)) throw fail(`it ended with ${server.exitCode ?? server.signalCode}`);
    const answer = await fetch(`${url}/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw fail(`not ready after ${patienceMs / 1000} s`);
}

export async function stop(server: ChildProcess): Promise<void> {
  if (ended(server)) return;
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  const late = setTimeout(() => server.kill("SIGKILL"), 30_000);
  await gone;
  clearTimeout(late);
}

export interface Site {
  url: string;
  data: string;
  /** The file of what it printed. */
  log: string;
  end: () => Promise<void>;
}

/** Starts one, with more settings if wanted; `name` is that of its log. */
export async function startSite(
  name: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<Site> {
  mkdirSync(work, { recursive: true });
  const data = mkdtempSync(`${work}/data-`);
  const log = `${work}/${name}.log`;
  const url = `http://127.0.0.1:${port}`;
  const file = openSync(log, "w");
  const server = spawn(binary, ["run"], {
    cwd: root,
    stdio: ["ignore", file, file],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ownSetting.test(name))),
      BELLBUOY_MODE: "demo",
      ...settings,
      BELLBUOY_DATA: data,
      BELLBUOY_LISTEN: `127.0.0.1:${port}`,
      BELLBUOY_METRICS_LISTEN: "127.0.0.1:0",
    },
  });
  const end = async () => {
    await stop(server);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await once(server, "spawn");
    await ready(server, url, log);
  } catch (error) {
    await end();
    throw error;
  }
  return { url, data, log, end };
}
