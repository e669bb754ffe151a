/** Interleaved rounds: each contestant in turn, again and again, so that a noisy minute hits them alike. */
import { between, pause, snapshot } from "./machine.mjs";

/** Cores used by others above which a round is not trusted. */
export const noisy = 0.5;

export function percentile(values, part) {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

const spread = (values) => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** One turn: CPU-ms a request of the trees named in `of`. */
async function turn({ run, of, load }, roots) {
  const before = snapshot(roots);
  const told = await run(load);
  await pause(50); // a backend that has just ended is buried
  const { cpu, foreign } = between(before, snapshot(roots));
  const spent = of.reduce((sum, name) => sum + cpu[name], 0);
  return {
    cpu: spent / Math.max(1, told.requests),
    rate: told.requests / told.seconds,
    p50: told.p50,
    p99: told.p99,
    requests: told.requests,
    failures: told.failures,
    foreign,
  };
}

/**
 * Runs all contestants `rounds` times. Each is `{ name: { run, of, load } }`: what to do, whose CPU counts,
 * how many connections for how long. `roots` are the processes that can be named.
 */
export async function interleave(contestants, roots, rounds) {
  const turns = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (const [, one] of Object.entries(contestants)) await one.run({ ...one.load, seconds: 1 }); // warm
  for (let round = 0; round < rounds; round++) {
    for (const [name, one] of Object.entries(contestants)) turns[name].push(await turn(one, roots));
  }
  return Object.fromEntries(Object.entries(turns).map(([name, all]) => [name, summary(all)]));
}

function summary(turns) {
  const of = (field) => turns.map((turn) => turn[field]);
  return {
    cpu: spread(of("cpu")),
    rate: spread(of("rate")),
    p50: median(of("p50")),
    p99: spread(of("p99")),
    requests: of("requests").reduce((sum, n) => sum + n, 0),
    failures: of("failures").reduce((sum, n) => sum + n, 0),
    foreign: spread(of("foreign")),
    flagged: turns.filter(({ foreign }) => foreign > noisy).length,
    rounds: turns.length,
  };
}
