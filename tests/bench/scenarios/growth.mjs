/** How the cost of a request grows with the register: the exponent of CPU a decade. */

const goals = { list: 0.1, create: 0.1, statistics: 0.1, search: 0.2 };
const names = { search: "search at 20 hits", statistics: "statistic" };

const exponent = (small, large, sizes) => Math.log10(large / small) / Math.log10(sizes[1] / sizes[0]);

export function growth(bench) {
  for (let at = 1; at < bench.sizes.length; at++) {
    const sizes = [bench.sizes[at - 1], bench.sizes[at]];
    const [before, after] = sizes.map((size) => bench.costs[size] ?? {});
    for (const name of ["get", "list", "create", "statistics", "search"]) {
      if (before[name] === undefined || after[name] === undefined) continue;
      const ours = exponent(before[name].cpu, after[name].cpu, sizes);
      const floor = exponent(before[name].floor, after[name].floor, sizes);
      const most = goals[name] ?? floor + 0.1;
      bench.add({
        id: "G10",
        scenario: `growth of ${names[name] ?? name}`,
        goal: name in goals ? `≤ ${goals[name]}` : "≤ floor + 0.1",
        floor: floor.toFixed(2),
        ours: ours.toFixed(2),
        met: ours <= most,
      });
    }
  }
}
