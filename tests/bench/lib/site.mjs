/** Our server, as a release with its private PostgreSQL, in a data folder of its own. */
import { createHash, createPrivateKey, createPublicKey, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { ended, start, stop } from "./children.mjs";
import { pause } from "./machine.mjs";
import { root } from "./tools.mjs";

/** Whoever runs the benchmark may have settings for their own site: they are not for this one. */
const ownSetting = /^(BELLBUOY_|DATABASE_URL$)/;

export async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

export function settings(data, port) {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ownSetting.test(name))),
    BELLBUOY_MODE: "demo",
    BELLBUOY_DATA: data,
    BELLBUOY_LISTEN: `127.0.0.1:${port}`,
    BELLBUOY_METRICS_LISTEN: "127.0.0.1:0",
    BELLBUOY_RELEASE_DAYS: "0",
    // The server's part of the proof of work is one hash however many bits there are; the client's part is not measured.
    BELLBUOY_WORK_BITS: "4",
  };
}

/** A second server beside the one that runs: the same database and the same keys. */
export async function serveBeside({ socket }, binary, data, log) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const own = `${data}-beside`;
  mkdirSync(own, { recursive: true });
  cpSync(`${data}/keys`, `${own}/keys`, { recursive: true });
  const as = (role) => `postgresql://${role}@/bellbuoy?host=${encodeURIComponent(socket)}`;
  const env = {
    ...settings(own, port),
    BELLBUOY_OWNER_URL: as("bellbuoy_owner"),
    BELLBUOY_APP_URL: as("bellbuoy_app"),
    BELLBUOY_INTAKE_URL: as("bellbuoy_intake"),
  };
  const child = await start(binary, ["serve"], { cwd: root, env, log });
  await answering(child, url, binary, log);
  return { url, stop: () => stop(child) };
}

async function answering(child, url, binary, log) {
  const since = performance.now();
  for (;;) {
    const answer = await fetch(`${url}/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    if (ended(child) || performance.now() - since > 180_000) {
      await stop(child);
      throw new Error(`${binary} was not ready:\n${readFileSync(log, "utf8").slice(-3000)}`);
    }
    await pause(5);
  }
}

/** Starts the server and waits for its first 200; `startMs` is how long that took. */
export async function serve(binary, data, log) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const since = performance.now();
  const child = await start(binary, ["run"], { cwd: root, env: settings(data, port), log });
  await answering(child, url, binary, log);
  const startMs = performance.now() - since;
  const lock = readFileSync(`${data}/database/postmaster.pid`, "utf8").split("\n");
  return {
    url,
    pid: child.pid,
    postmaster: Number(lock[0]),
    socket: lock[4],
    startMs,
    stop: () => stop(child),
  };
}

const der = Buffer.from("302e020100300506032b657004220420", "hex");
const base64 = (value) => Buffer.from(value).toString("base64url");

/**
 * Access tokens for many accounts, signed by the key of this data folder. An account may ask 1,200 times a
 * minute; a load of thousands a second takes a crew, and signing in each of them costs 64 MiB and a third of a second.
 */
export function tokens(data, crew) {
  const seed = Buffer.from(readFileSync(`${data}/keys/access-token.key`, "utf8").trim(), "hex");
  const key = createPrivateKey({ key: Buffer.concat([der, seed]), format: "der", type: "pkcs8" });
  const { x } = createPublicKey(key).export({ format: "jwk" });
  const kid = createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest("base64url");
  const head = base64(JSON.stringify({ typ: "at+jwt", alg: "EdDSA", kid }));
  const iat = Math.floor(Date.now() / 1000);
  return crew.map(({ id, role, revision, organisation }) => {
    const claims = {
      iss: "bellbuoy",
      aud: "bellbuoy-api",
      exp: iat + 600,
      iat,
      sub: id,
      sid: randomUUID(),
      role,
      ver: revision,
    };
    const inside = organisation ? { org: organisation, within: "member" } : {};
    const text = `${head}.${base64(JSON.stringify({ ...claims, ...inside }))}`;
    return `${text}.${sign(null, Buffer.from(text), key).toString("base64url")}`;
  });
}
