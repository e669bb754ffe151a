import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { precompress } from "./build/precompress.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env["BELLBUOY_URL"] ?? "http://127.0.0.1:8080";

const dashboardChunks = [
  {
    name: "framework",
    test: /node_modules\/(?:react|react-dom|scheduler|@tanstack|openapi-fetch)\//,
    priority: 3,
  },
  { name: "base", test: /src\/(?:ui|words|api|lib)\/(?!charts\/|sealed\/|en\/about)/, priority: 2 },
  { name: "charts", test: /src\/ui\/charts\/(?!sea-map|land)/, priority: 1 },
];

const pages: Record<string, string> = {
  report: "./report.html",
  verify: "./verify.html",
  docs: "./docs.html",
};

// Each page is a build of its own (`--mode report`, `--mode verify`, `--mode docs`): shared chunks would cost a
// reporter more requests than are allowed, and would change the report page's files with every change of the dashboard.
export default defineConfig(({ mode }) => ({
  plugins: [react(), precompress()],
  resolve: {
    alias: {
      "~": here("./src"),
      "@noble/post-quantum/hybrid.js": here("./src/lib/sealed/no-hybrid.ts"),
    },
  },
  build: {
    target: "es2022",
    // No inlined files: the policy allows neither inline scripts nor data: sources.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: !(mode in pages),
    copyPublicDir: !(mode in pages),
    rolldownOptions: {
      input: here(pages[mode] ?? "./index.html"),
      output: mode in pages ? {} : { codeSplitting: { groups: dashboardChunks } },
    },
  },
  server: {
    // The word list of the receipts is the domain's.
    fs: { allow: [here("."), here("../api/domain/data")] },
    proxy: Object.fromEntries(
      ["/api", "/health", "/ready", "/version", "/.well-known"].map((path) => [path, server]),
    ),
  },
  test: {
    environment: "happy-dom",
    // A slow key derivation is what some tests are about; a busy machine makes it slower.
    testTimeout: 60_000,
    include: ["src/**/*.test.{ts,tsx}", "build/**/*.test.ts"],
  },
}));
