/** What the walls cost and hold under load: sign-ins beside readers, rights that end, and more requests than fit. */
import { ms } from "../lib/bench.mjs";
import { pause, watchMemory } from "../lib/machine.mjs";
import { interleave, median } from "../lib/rounds.mjs";
import { serveBeside, tokens } from "../lib/site.mjs";
import { wrk } from "../lib/wrk.mjs";

const list = "/api/v1/incidents?status=accepted&limit=50";

/** The same answer from memory, with a token and without: what it costs to know who asks. */
export async function authentication(bench) {
  const paths = ["/api/v1/organisations/metadata.json"];
  const load = { connections: 8, seconds: bench.seconds };
  const by = (tokens) => ({
    run: wrk(bench.tools, bench.site.url, { paths, tokens }),
    of: ["site"],
    load,
  });
  const measured = await interleave(
    { nobody: by([]), somebody: by(bench.tokens("analyst")) },
    bench.roots,
    bench.rounds,
  );
  const cost = measured.somebody.cpu.median - measured.nobody.cpu.median;
  bench.add({
    id: "G12",
    scenario: "authentication of a request",
    goal: "≤ 0.1 ms",
    floor: `${ms(measured.nobody.cpu.median)} CPU without`,
    ours: `${cost.toFixed(3)} ms CPU more`,
    met: cost <= 0.1 && measured.somebody.failures === 0,
    detail: measured,
  });
}

/** Fifty sign-ins at once, each an Argon2id of 64 MiB, while others read. */
export async function sign_ins(bench) {
  const readers = wrk(bench.tools, bench.site.url, { paths: [list], tokens: bench.tokens("analyst") });
  const load = { connections: 8, seconds: bench.seconds * 2 };
  const alone = [];
  const beside = [];
  let most = 0;
  let asked = 0;
  let checked = 0;
  for (let round = 0; round < bench.rounds; round++) {
    alone.push(await readers(load));
    let on = true;
    const one = async (n) => {
      while (on) {
        const body = JSON.stringify({
          email: `nobody-${round}-${n}-${asked++}@bench.example`,
          password: "a guess",
        });
        const headers = { "content-type": "application/json" };
        const answer = await fetch(`${bench.site.url}/api/v1/auth/sessions`, {
          method: "POST",
          headers,
          body,
        }).catch(() => null);
        if (answer?.status === 401) checked++;
        // As the answer asks: whoever is turned away comes again later.
        const wait = Number(answer?.headers.get("retry-after") ?? 0) * 1000;
        for (let waited = 0; on && waited < wait; waited += 50) await pause(50);
      }
    };
    const stop = watchMemory(bench.site.pid);
    const people = Array.from({ length: 50 }, (_, n) => one(n));
    beside.push(await readers(load));
    on = false;
    await Promise.all(people);
    most = Math.max(most, stop());
  }
  const [without, with50] = [alone, beside].map((all) => median(all.map(({ p99 }) => p99)));
  const failures = [...alone, ...beside].reduce((sum, one) => sum + one.failures, 0);
  bench.add({
    id: "G12",
    scenario: "p99 of readers while 50 sign in",
    goal: "≤ 2x",
    floor: `${ms(without)} without`,
    ours: ms(with50),
    ratio: `${(with50 / without).toFixed(2)}x`,
    met: with50 <= 2 * without && failures === 0,
    note: `${asked} asked, ${checked} checked, ${most.toFixed(0)} MiB at most`,
    detail: { alone, beside, most },
  });
}

/** Two servers, 200 requests a second, and a membership that is suspended: when is the last answer given? */
export async function revoked(bench) {
  const second = await serveBeside(bench.site, bench.binary, bench.data, `${bench.log}-beside`);
  const waits = [];
  try {
    const members = bench.crew.filter(({ role }) => role === "member");
    for (let round = 0; round < bench.rounds * 2; round++) {
      const member = members[members.length - 1 - round];
      const [token] = tokens(bench.data, [member]);
      const last = [0, 0];
      let on = true;
      const asking = [bench.site.url, second.url].map(async (url, at) => {
        const headers = { authorization: `Bearer ${token}` };
        const open = [];
        while (on) {
          open.push(
            fetch(`${url}/api/v1/advisories?limit=1`, { headers })
              .then((answer) => answer.text().then(() => answer.status))
              .then((status) => status === 200 && (last[at] = performance.now()))
              .catch(() => null),
          );
          await pause(10); // a hundred a second at each
        }
        await Promise.all(open);
      });
      await pause(1000);
      await bench.db.ask(`UPDATE memberships SET state = 'suspended' WHERE account_id = '${member.id}'`);
      const committed = performance.now();
      await pause(1500);
      on = false;
      await Promise.all(asking);
      waits.push(...last.map((at) => at - committed));
    }
  } finally {
    await second.stop();
  }
  const worst = Math.max(...waits);
  bench.add({
    id: "N2",
    scenario: "last answer after a suspension, two servers, 200/s",
    goal: "≤ 1 s",
    ours: `${worst.toFixed(0)} ms at worst`,
    met: worst <= 1000,
    note: `${waits.length} measured; before 0 is before the commit was told`,
    detail: { waits },
  });
}

/** Four times as many at once as are needed to keep it busy, and thirty-two times. */
export async function overload(bench) {
  const paths = [list];
  const asked = (connections) =>
    wrk(bench.tools, bench.site.url, { paths, tokens: bench.tokens("analyst"), statuses: true })({
      connections,
      seconds: bench.seconds * 2,
    });
  const served = (told) => (told.requests - told.turned - told.broken) / told.seconds;
  const calm = await asked(8);
  const full = await asked(32);
  const over = await asked(256);
  const peak = Math.max(served(calm), served(full));
  const ratio = served(over) / peak;
  bench.add({
    id: "G21",
    scenario: "goodput with 256 at once against its peak",
    goal: "≥ 0.8x",
    floor: `${peak.toFixed(0)}/s`,
    ours: `${served(over).toFixed(0)}/s`,
    ratio: `${ratio.toFixed(2)}x`,
    met: ratio >= 0.8 && over.broken === 0 && over.cut === 0,
    note: `${over.turned} turned away with Retry-After, ${over.broken} otherwise, ${over.cut} cut off`,
    detail: { calm, full, over },
  });
  bench.add({
    id: "G21",
    scenario: "p99 with 256 at once against 32",
    goal: "≤ 5x",
    floor: ms(full.p99),
    ours: ms(over.p99),
    ratio: `${(over.p99 / full.p99).toFixed(1)}x`,
    met: over.p99 <= 5 * full.p99,
  });
}
