/** The peer and the newer Node that it wants, from the npm registry: installed once, run here, never shipped. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { run } from "./children.mjs";
import { target } from "./tools.mjs";

const folder = `${target}/bench-peers`;
const node = `node-linux-${process.arch}`;
const wanted = {
  private: true,
  dependencies: { directus: "12.4.0", [node]: "22.23.3" },
  // The release that Directus names would fetch its binary from elsewhere; this one carries it.
  overrides: { "isolated-vm": "6.2.0" },
};
const natives = ["isolated-vm", "argon2", "sharp"];

export const name = `Directus ${wanted.dependencies.directus}, Node ${wanted.dependencies[node]}`;

/** The line of npm that says what went wrong. */
const reason = (error) => {
  const told = error.message
    .split("\n")
    .filter((line) => /^npm error (?!code|errno|syscall|A complete log)/.test(line));
  return (told[0] ?? error.message.split("\n")[0]).replace(/^npm error (\S+ (?=[A-Z]))?/, "");
};

async function attempt(what, path, args, options) {
  try {
    return await run(path, args, { cwd: folder, ...options });
  } catch (error) {
    throw new Error(`missing for --peers: ${what}: ${reason(error)}`, { cause: error });
  }
}

/** Installs what is not there yet; gives the paths of Node and of Directus' command. */
export async function install() {
  const [manifest, last] = [`${folder}/package.json`, `${folder}/node_modules/.package-lock.json`];
  const text = `${JSON.stringify(wanted, undefined, 2)}\n`;
  const there = existsSync(last) && existsSync(manifest) && readFileSync(manifest, "utf8") === text;
  if (!there) {
    console.log(`installing ${name} into ${folder}`);
    mkdirSync(folder, { recursive: true });
    // npm writes this file when all the others are there.
    rmSync(last, { force: true });
    writeFileSync(manifest, text);
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    await attempt(name, "npm", ["install", ...quiet, "--prefix", folder], { seconds: 1800 });
  }
  const paths = {
    node: `${folder}/node_modules/${node}/bin/node`,
    command: `${folder}/node_modules/directus/cli.js`,
  };
  await attempt("a Node that runs here", paths.node, ["--version"]);
  for (const native of natives) {
    await attempt(`${native} for this machine`, paths.node, ["-e", `require("${native}")`]);
  }
  return paths;
}
