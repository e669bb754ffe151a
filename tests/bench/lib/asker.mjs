/**
 * A load that waits for every answer before it ends. wrk walks off at the end of its time, and what a slow server
 * still does for it would be booked to the next contestant.
 */
import { Agent, request } from "node:http";
import { percentile } from "./rounds.mjs";

function send(url, options, body) {
  return new Promise((resolve) => {
    const asked = request(url, options, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode));
    });
    asked.once("error", () => resolve(0)).end(body);
  });
}

/**
 * Asks for all paths in turn until the time is up, and then for the rest of them, so that each weighs the same however
 * slow they are; with `body`, which makes one for each request, as POST.
 */
export function asker(base, paths, headers, body) {
  return async ({ connections, seconds }) => {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const options = { agent, headers, method: body ? "POST" : "GET" };
    const times = [];
    let [sent, failures] = [0, 0];
    const since = performance.now();
    const one = async () => {
      while (sent % paths.length > 0 || performance.now() - since < seconds * 1000) {
        const begin = performance.now();
        const n = sent++;
        const status = await send(`${base}${paths[n % paths.length]}`, options, body?.(n));
        times.push(performance.now() - begin);
        if (status !== 200) failures++;
      }
    };
    await Promise.all(Array.from({ length: connections }, one));
    agent.destroy();
    return {
      requests: times.length,
      failures,
      seconds: (performance.now() - since) / 1000,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
    };
  };
}
