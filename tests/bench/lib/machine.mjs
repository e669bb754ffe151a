/** What processes cost, from /proc: CPU of a tree, memory of a process, and what others use meanwhile. */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

const tickMs = 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
const text = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/** One process: its parent, and the ticks that it and the children it has buried used. */
function read(pid) {
  const stat = text(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
  return { pid, parent: Number(fields[1]), ticks };
}

function children() {
  const found = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => read(Number(name)));
  const tree = new Map();
  for (const one of found) if (one) tree.set(one.parent, [...(tree.get(one.parent) ?? []), one]);
  return tree;
}

function ticksBelow(tree, root) {
  const own = read(root);
  let sum = own?.ticks ?? 0;
  const waiting = [root];
  while (waiting.length > 0) {
    for (const child of tree.get(waiting.pop()) ?? []) {
      sum += child.ticks;
      waiting.push(child.pid);
    }
  }
  return sum;
}

/** CPU of everything on the machine but idling, in ticks; what a host steals counts as busy. */
function busyTicks() {
  const [user, nice, system, , , irq, soft, steal] = readFileSync("/proc/stat", "utf8")
    .split("\n", 1)[0]
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return user + nice + system + irq + soft + steal;
}

/** CPU-ms of the given trees, of this script with all it started, and of the whole machine, at one moment. */
export function snapshot(roots) {
  const tree = children();
  const cpu = Object.fromEntries(
    Object.entries(roots).map(([name, pid]) => [name, ticksBelow(tree, pid) * tickMs]),
  );
  return {
    at: performance.now(),
    cpu,
    own: ticksBelow(tree, process.pid) * tickMs,
    busy: busyTicks() * tickMs,
  };
}

/** What happened between two moments; `foreign` is how many cores others used. */
export function between(before, after) {
  const wall = after.at - before.at;
  const others = after.busy - before.busy - (after.own - before.own);
  const cpu = Object.fromEntries(
    Object.keys(after.cpu).map((name) => [name, after.cpu[name] - before.cpu[name]]),
  );
  return { wall, cpu, foreign: Math.max(0, others / wall) };
}

/** Proportional set size of one process in MiB. */
export function pssMiB(pid) {
  const found = /^Pss:\s+(\d+) kB/m.exec(text(`/proc/${pid}/smaps_rollup`) ?? "");
  return found ? Number(found[1]) / 1024 : undefined;
}

/** Looks at a process's memory again and again; `stop` gives the most that was seen. */
export function watchMemory(pid, everyMs = 100) {
  let most = pssMiB(pid) ?? 0;
  const timer = setInterval(() => (most = Math.max(most, pssMiB(pid) ?? 0)), everyMs);
  return () => {
    clearInterval(timer);
    return Math.max(most, pssMiB(pid) ?? 0);
  };
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
