/** Puts a `.br` and a `.gz` beside each asset, so that the server only picks a file and never compresses. */
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const compressible = /\.(?:css|js|json|svg|txt|wasm|webmanifest)$/;
const worthwhile = 512;

/** The report page is built into the same folder after the dashboard: what is done is not done again. */
async function isDone(path: string): Promise<boolean> {
  const [source, copy] = await Promise.all([stat(path), stat(`${path}.br`).catch(() => null)]);
  return copy !== null && copy.mtimeMs >= source.mtimeMs;
}

export function precompress(): Plugin {
  let folder = "dist";
  return {
    name: "precompress",
    apply: "build",
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const entry of entries) {
        if (!entry.isFile() || !compressible.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        if (bytes.length < worthwhile || (await isDone(path))) continue;
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        await writeFile(`${path}.br`, brotliCompressSync(bytes, { params }));
        await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
