// Runs the test suites one after the other and closes with a table and one line of counts.
// Usage: node .ci/suites.mjs [name…]; without names, all of them. VERBOSE=1 shows all output as it comes.
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { counted } from "./suite-counts.mjs";
import { suites } from "./suite-list.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const logs = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "suites");
const verbose = process.env.VERBOSE === "1";
const limitMinutes = 45;
const tailLines = 150;

// Clippy's driver is rustc with more lints: one build is linted, tested and driven, where `cargo clippy` would check
// every dependency a second time.
const lint = {
  RUSTC_WORKSPACE_WRAPPER: "clippy-driver",
  CLIPPY_ARGS: "-Dwarnings",
};

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of running) stop(child, "SIGTERM");
    process.exit(130);
  });
}

/** Each suite is a process group of its own, so that nothing it started outlives it. */
function stop(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Runs one suite to its end and gives its exit status; `log` gets all it says. */
async function run({ name, command, folder = "" }, report, log) {
  const [program, ...args] = command;
  const env = {
    ...process.env,
    ...lint,
    CI: "true",
    CARGO_TERM_COLOR: "never",
    NO_COLOR: "1",
    REPORT: report,
  };
  // A suite may call make itself, which would look for the job server of the make above us.
  delete env.MAKEFLAGS;
  const child = spawn(program, args, {
    cwd: root + folder,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let last = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      log.write(text);
      last = text.trim().split("\n").at(-1) || last;
      if (verbose) process.stdout.write(text);
    });
  }
  const since = Date.now();
  const beat = setInterval(() => {
    const seconds = Math.round((Date.now() - since) / 1000);
    if (seconds > limitMinutes * 60) {
      log.write(`\nstopped after ${limitMinutes} minutes\n`);
      stop(child, "SIGKILL");
    } else if (!verbose) console.log(`    ${name}: ${seconds} s, ${last.slice(0, 100)}`);
  }, 30_000);
  const code = await new Promise((settle) => {
    child.on("error", (error) => {
      log.write(`${program} could not be started: ${error.message}\n`);
      settle(1);
    });
    // What the suite left behind would keep its output open.
    child.on("exit", () => stop(child, "SIGKILL"));
    child.on("close", (status) => settle(status ?? 1));
  });
  clearInterval(beat);
  running.delete(child);
  return code;
}

/** Runs one suite and says how it went; what a failed one wrote last is shown. */
async function row(suite) {
  const [file, report] = [`${logs}/${suite.name}.log`, `${logs}/${suite.name}.json`];
  rmSync(report, { force: true });
  console.log(`--- ${suite.name}`);
  const log = createWriteStream(file);
  const since = Date.now();
  const code = await run(suite, report, log);
  log.end();
  await finished(log);
  const seconds = Math.round((Date.now() - since) / 1000);
  const output = readFileSync(file, "utf8");
  const counts = counted(suite.reader, { code, output, report });
  if (counts.failed === 0) {
    console.log(`ok  ${suite.name}, ${seconds} s`);
  } else {
    if (!verbose) console.log(output.trimEnd().split("\n").slice(-tailLines).join("\n"));
    console.log(`FAILED  ${suite.name}${counts.why ? `: ${counts.why}` : ""}; all of it in ${file}`);
  }
  return { name: suite.name, ...counts, seconds };
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `no such suite: ${unknown.join(", ")}; there are: ${suites.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}

mkdirSync(logs, { recursive: true });
const chosen = suites.filter(({ name, when }) =>
  names.length === 0 ? when !== "asked" : names.includes(name),
);

async function oneByOne(some) {
  const done = [];
  for (const suite of some) done.push(await row(suite));
  return done;
}

// A compiler often keeps one core busy only: what needs no compiler runs on the other.
const [light, heavy, last, asked] = ["light", "heavy", "last", "asked"].map((when) =>
  chosen.filter((suite) => suite.when === when),
);
const rows = (await Promise.all([oneByOne(light), oneByOne([...asked, ...heavy])])).flat();
rows.push(...(await oneByOne(last)));

const columns = ["passed", "failed", "skipped", "seconds"];
const line = (first, rest) => first.padEnd(12) + rest.map((cell) => String(cell).padStart(9)).join("");
const total = (column) => rows.reduce((sum, each) => sum + each[column], 0);
console.log(`\n${line("suite", columns)}`);
for (const each of rows)
  console.log(
    line(
      each.name,
      columns.map((column) => each[column]),
    ),
  );
console.log(`\n${total("passed")} passed, ${total("failed")} failed, ${total("skipped")} skipped`);
process.exitCode = total("failed") > 0 ? 1 : 0;
