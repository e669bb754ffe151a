// The suites, cheapest first, so that a slip shows early.
const sh = (script) => ["sh", "-ec", script];
const check = (name, script) => ({ name, reader: "check", command: sh(script) });
const cargo = (name, ...args) => ({
  name,
  reader: "cargo",
  command: ["cargo", "test", "--locked", "--no-fail-fast", ...args],
});

/** What needs no compiler. */
const light = [
  check("format", "cargo fmt --all --check"),
  check(
    "prettier",
    `npm run --silent --prefix web format:check
     web/node_modules/.bin/prettier --check .ci tests/e2e`,
  ),
  check(
    "lockfiles",
    `if grep -n '"resolved"' web/package-lock.json tests/e2e/package-lock.json; then
       echo 'a lock file names where a package came from: run npm install with omit-lockfile-registry-resolved'
       exit 1
     fi`,
  ),
  check("named-tests", "node .ci/named-tests.mjs"),
  check(
    "types",
    `cd web
     node_modules/.bin/openapi-typescript ../openapi.yaml -o src/api/schema.ts --check || {
       echo 'web/src/api/schema.ts is not what openapi.yaml says: run make openapi'
       exit 1
     }`,
  ),
  check(
    "tsc",
    `npm run --silent --prefix web check
     npm run --silent --prefix tests/e2e check`,
  ),
  check("eslint", "npm run --silent --prefix web lint"),
  {
    name: "vitest",
    reader: "vitest",
    folder: "web",
    command: sh(
      'node_modules/.bin/vitest run --reporter=default --reporter=json --outputFile.json="$REPORT"',
    ),
  },
];

const heavy = [
  check("web-build", "make web"),
  // By clippy's driver, as all that cargo does here: what the lints deny does not compile.
  check("clippy", "cargo build --workspace --all-targets --locked"),
  // Of the whole workspace each: a package asked for by itself has its dependencies compiled once more, without the
  // features that the others want.
  cargo("units", "--workspace", "--lib", "--bins"),
  cargo("formats", "--workspace", "--test", "attack"),
  cargo("cli", "--workspace", "--test", "cli"),
  cargo("api", "--workspace", "--test", "api", "--", "--test-threads", "4"),
];

/** For `make quick`: part of the units, without what the server needs. */
const asked = [cargo("rules", "-p", "bellbuoy-domain", "-p", "bellbuoy-exchange")];

/** With the machine to itself. */
const last = [
  {
    name: "oauth",
    reader: "unittest",
    command: sh(
      `.ci/curl.sh
       python=$(.ci/python.sh oauth tests/oauth/requirements.txt)
       exec env PYTHONDONTWRITEBYTECODE=1 "$python" tests/oauth/test_oauth.py`,
    ),
  },
  {
    name: "browser",
    reader: "playwright",
    command: sh(
      `CHROMIUM=$(.ci/chromium.sh)
       export CHROMIUM PWTEST_CACHE_DIR=.work/cache PLAYWRIGHT_JSON_OUTPUT_FILE="$REPORT"
       cd tests/e2e
       exec node_modules/.bin/playwright test --reporter=list,json`,
    ),
  },
];

const all = { light, heavy, last, asked };
export const suites = Object.entries(all).flatMap(([when, some]) =>
  some.map((suite) => ({ ...suite, when })),
);
