// Each test that docs/testing.md names is there, under that name.
import { existsSync, readFileSync } from "node:fs";

const page = "docs/testing.md";
const named = [...readFileSync(page, "utf8").matchAll(/`([\w./-]+\.(?:rs|ts|py))::([^`]+)`/g)];
const lost = named.filter(([, file, name]) => {
  if (!existsSync(file)) return true;
  const text = readFileSync(file, "utf8");
  return ![`fn ${name}(`, `def ${name}(`, `("${name}"`].some((begin) => text.includes(begin));
});
for (const [, file, name] of lost) console.log(`${page} names ${file}::${name}: there is no such test`);
if (named.length === 0) console.log(`${page} names no test`);
process.exitCode = lost.length > 0 || named.length === 0 ? 1 : 0;
