/** Whatever the benchmark starts, so that it stops when the benchmark does, whichever way that comes. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";

const living = new Set();

/** Starts a program that stays; its words go to a file. */
export async function start(path, args, { log, ...options }) {
  const file = openSync(log, "a");
  const child = spawn(path, args, { ...options, stdio: ["ignore", file, file] });
  await once(child, "spawn");
  living.add(child);
  child.once("exit", () => living.delete(child));
  return child;
}

export const ended = (child) => child.exitCode !== null || child.signalCode !== null;

/** Asks a program to end, and insists after half a minute. */
export async function stop(child) {
  if (ended(child)) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
  await gone;
  clearTimeout(late);
}

export const stopAll = () => Promise.all([...living].map(stop));

/** Runs a program to its end and gives what it printed. */
export function run(path, args, { input, seconds = 120, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = execFile(
      path,
      args,
      { encoding: "utf8", maxBuffer: 1 << 28, timeout: seconds * 1000, ...options },
      (error, stdout, stderr) => {
        living.delete(child);
        if (error) reject(new Error(`${path} ${args.join(" ")}: ${stderr.slice(-2000) || error.message}`));
        else resolve(stdout);
      },
    );
    living.add(child);
    // A program that ends before it has read all says itself why.
    child.stdin.on("error", () => {});
    if (input !== undefined) child.stdin.end(input);
  });
}
