/** What every scenario uses: the site, the floor beside it, and the list of results. */
import { interleave } from "./rounds.mjs";
import { tokens } from "./site.mjs";
import { wrk } from "./wrk.mjs";

const digits = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);
export const ms = (value) => `${digits(value)} ms`;

export class Bench {
  results = [];

  constructor(options) {
    Object.assign(this, options);
  }

  get roots() {
    const peer = this.peer ? { peer: this.peer.pid } : {};
    return { site: this.site.pid, database: this.site.postmaster, nginx: this.nginx.pid, ...peer };
  }

  /** Fresh tokens of one kind of caller. */
  tokens(role, only = () => true) {
    return tokens(
      this.data,
      this.crew.filter((one) => one.role === role && only(one)),
    );
  }

  async fetch(path, token, options = {}) {
    const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...options.headers };
    const answer = await fetch(`${this.site.url}${path}`, { ...options, headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /**
   * Ours beside its floor: the same SQL in pgbench, and nginx sending the bytes of our answers.
   * `paths` are asked with `tokens`; `sql` are the scripts of the floor; `peer` is what the peer is asked for.
   */
  async compare({ paths, tokens: bearers, bodies, sql, connections = 8, also = {}, peer }) {
    const load = { connections, seconds: this.seconds };
    const contestants = {
      database: { run: (load) => this.db.pgbench(sql, load), of: ["database"], load },
      ours: { run: wrk(this.tools, this.site.url, { paths, tokens: bearers, bodies }), of: ["site"], load },
    };
    if (bodies === undefined) {
      const files = [];
      for (const [at, path] of paths.entries()) {
        const answer = await this.fetch(path, bearers[at % bearers.length]);
        files.push(this.nginx.put(`answer-${at}.json`, Buffer.from(await answer.arrayBuffer())));
      }
      contestants.bytes = {
        run: wrk(this.tools, this.nginx.url, { paths: files }),
        of: ["nginx"],
        load: { connections, seconds: Math.min(2, this.seconds) },
      };
    }
    for (const [name, one] of Object.entries(also)) contestants[name] = { load, ...one };
    if (peer && this.peer?.size === this.size) {
      const few = { ...load, connections: peer.connections ?? connections };
      contestants.peer = { ...(await this.peer.contestant(peer)), load: few };
    }
    const measured = await interleave(contestants, this.roots, this.rounds);
    const floor = measured.database.cpu.median + (measured.bytes?.cpu.median ?? 0);
    return { ...measured, floor, cpu: measured.ours.cpu.median, ratio: measured.ours.cpu.median / floor };
  }

  /**
   * A row of the table. `met` is empty where nothing is to be met, and fails the run unless `gate` is false;
   * `detail` goes to the JSON only.
   */
  add(row) {
    const said = { size: this.size, floor: "", ratio: "", met: undefined, note: "", ...row };
    this.results.push(said);
    const verdict = said.met === undefined ? "" : said.met ? "met" : "MISSED";
    console.log(
      `  ${said.scenario}: ${[said.ours, said.ratio, verdict, said.note].filter(Boolean).join(", ")}`,
    );
  }

  /** The row of a comparison by CPU. */
  compared(id, scenario, goal, most, { floor, cpu, ratio, ...measured }) {
    const { ours } = measured;
    this.add({
      id,
      scenario,
      goal,
      floor: `${ms(floor)} CPU`,
      ours: `${ms(cpu)} CPU (${digits(ours.cpu.least)}–${digits(ours.cpu.most)}), p50 ${ms(ours.p50)}, p99 ${ms(ours.p99.median)}, ${digits(ours.rate.median)}/s`,
      ratio: `${ratio.toFixed(2)}x`,
      met: ratio <= most && ours.failures === 0,
      note: noteOf(measured),
      detail: { floor, cpu, ratio, ...measured },
    });
  }

  /** The row beside the peer, if there is one; reported, not a gate. */
  against(id, scenario, least, { peer, cpu }) {
    if (peer === undefined) return;
    const ratio = peer.cpu.median / cpu;
    this.add({
      id,
      scenario,
      goal: least ? `≥ ${least}x` : "",
      floor: `${ms(peer.cpu.median)} CPU (${digits(peer.cpu.least)}–${digits(peer.cpu.most)}), p50 ${ms(peer.p50)}, ${digits(peer.rate.median)}/s`,
      ours: `${ms(cpu)} CPU`,
      ratio: `${digits(ratio)}x less`,
      met: least ? ratio >= least && peer.failures === 0 : undefined,
      gate: false,
      note: peer.failures > 0 ? `${peer.failures} of ${peer.requests} failed` : "",
    });
  }
}

function noteOf(measured) {
  const contestants = Object.values(measured).filter((one) => one?.rounds !== undefined);
  const flagged = contestants.reduce((sum, one) => sum + one.flagged, 0);
  const rounds = contestants.reduce((sum, one) => sum + one.rounds, 0);
  const { failures, requests } = measured.ours;
  return [
    failures > 0 ? `${failures} of ${requests} failed` : "",
    flagged > 0 ? `foreign > 0.5 in ${flagged}/${rounds} rounds` : "",
  ]
    .filter(Boolean)
    .join("; ");
}
