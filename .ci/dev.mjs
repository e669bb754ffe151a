// The server, built and started again when its sources change, beside Vite's own server for the web.
// Usage: node .ci/dev.mjs <server binary>
import { spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [binary] = process.argv.slice(2);
const quietMs = 300;

const start = (program, args, folder = "") =>
  spawn(program, args, { cwd: root + folder, stdio: ["ignore", "inherit", "inherit"] });

let server = start(binary, ["run"]);
const web = start("node_modules/.bin/vite", [], "web");

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** The old server goes on while the new one is built, and stays if that fails. */
async function rebuild() {
  const [code] = await once(start("cargo", ["build", "--workspace", "--bins"]), "exit");
  if (code !== 0) return;
  await end(server);
  server = start(binary, ["run"]);
}

let waiting;
let building = Promise.resolve();
function changed(_event, name) {
  if (!/\.(rs|sql|toml|csv|txt)$/.test(name ?? "")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    building = building.then(rebuild);
  }, quietMs);
}
for (const folder of ["api", "migrations"]) watch(root + folder, { recursive: true }, changed);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    await Promise.all([end(server), end(web)]);
    process.exit(0);
  });
}
