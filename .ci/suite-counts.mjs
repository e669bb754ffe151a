// Reads how many tests ran out of what a runner left behind. A suite that ran none has failed.
import { existsSync, readFileSync } from "node:fs";

const readers = {
  /** A check that either holds or does not. */
  check: ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }),

  cargo({ output }) {
    const lines = [...output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm)];
    const sum = (group) => lines.reduce((total, line) => total + Number(line[group]), 0);
    return { passed: sum(1), failed: sum(2), skipped: sum(3) };
  },

  unittest({ output }) {
    const read = (pattern) => Number(output.match(pattern)?.[1] ?? 0);
    const failed = read(/^FAILED .*failures=(\d+)/m) + read(/^FAILED .*errors=(\d+)/m);
    const skipped = read(/^(?:OK|FAILED) .*skipped=(\d+)/m);
    return { passed: Math.max(0, read(/^Ran (\d+) tests? in/m) - failed - skipped), failed, skipped };
  },

  vitest({ report }) {
    const read = (name) => report[name] ?? 0;
    const skipped = read("numPendingTests") + read("numTodoTests");
    return { passed: read("numPassedTests"), failed: read("numFailedTests"), skipped };
  },

  playwright({ report }) {
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats ?? {};
    return { passed: expected, failed: unexpected + flaky, skipped };
  },
};

/** `code` is the runner's exit status, `report` the path of its JSON report, if it writes one. */
export function counted(reader, { code, output, report }) {
  const read = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  const counts = readers[reader]({ code, output, report: read });
  if (counts.failed > 0) return counts;
  if (code !== 0) return { ...counts, failed: 1, why: "it ended with an error outside of any test" };
  if (counts.passed === 0) return { ...counts, failed: 1, why: "it ran no test" };
  return counts;
}
