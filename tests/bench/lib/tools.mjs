/** The programs the benchmark needs; each miss is one line with its remedy. */
import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
/** Everything the benchmark leaves behind. */
export const work = `${target}/bench`;

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Debian keeps pgbench out of the search path, beside the server. */
function folders() {
  const kept = "/usr/lib/postgresql";
  const versions = existsSync(kept) ? readdirSync(kept).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...(process.env.PATH ?? "").split(":"),
    "/usr/sbin",
    ...versions.map((version) => `${kept}/${version}/bin`),
  ];
}

const find = (name) =>
  folders()
    .map((folder) => `${folder}/${name}`)
    .find(runs);

const wanted = {
  wrk: "on Debian: apt-get install wrk",
  nginx: "on Debian: apt-get install nginx-light",
  pgbench: "on Debian: apt-get install postgresql",
  psql: "on Debian: apt-get install postgresql-client",
};

/** The paths of all programs, or the list of what is missing. */
export function tools() {
  const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, find(name)]));
  const missing = Object.keys(wanted).filter((name) => found[name] === undefined);
  if (missing.length > 0) {
    throw new Error(missing.map((name) => `missing: ${name}: ${wanted[name]}`).join("\n"));
  }
  return found;
}

/** A Chromium of this machine, if there is one. */
export function chromium() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return process.env.CHROMIUM ?? names.map(find).find((path) => path !== undefined);
}

/** Builds the release; BELLBUOY_SERVER names one that is built already. */
export function binary() {
  if (process.env.BELLBUOY_SERVER) return resolve(process.env.BELLBUOY_SERVER);
  const build = ["build", "--locked", "--release", "-p", "bellbuoy-server"];
  const outcome = spawnSync("cargo", build, { cwd: root, stdio: "inherit" });
  if (outcome.status !== 0) throw new Error("the release did not build; see cargo's words above");
  return `${target}/release/bellbuoy-server`;
}

export const version = (path, flag = "--version") => {
  const told = spawnSync(path, [flag], { encoding: "utf8" });
  return `${told.stdout}${told.stderr}`.trim().split("\n")[0];
};

export const commit = () => {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};
