/** wrk with requests prepared in files: paths, tokens, bodies. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";
import { work } from "./tools.mjs";

const script = fileURLToPath(new URL("../requests.lua", import.meta.url));

function lines(name, values) {
  const path = `${work}/${name}.txt`;
  writeFileSync(path, values.map((value) => `${value}\n`).join(""));
  return path;
}

export function wrk(tools, url, { paths, tokens = [], bodies = [], statuses = false }) {
  return async ({ connections, seconds }) => {
    const files = [lines("paths", paths), lines("tokens", tokens), lines("bodies", bodies)];
    const load = [
      "-t",
      2,
      "-c",
      connections,
      "-d",
      `${seconds}s`,
      "--timeout",
      "10s",
      "-s",
      script,
      url,
      "--",
    ];
    const told = await run(tools.wrk, [...load, ...files, ...(statuses ? ["statuses"] : [])].map(String), {
      seconds: seconds + 60,
    });
    const result = /^RESULT (.*)$/m.exec(told);
    if (result === null) throw new Error(`wrk said:\n${told.slice(-2000)}`);
    return JSON.parse(result[1]);
  };
}
