#!/bin/sh
# Prints the path of a Chromium that runs here; gets one where there is none.
cd "$(dirname "$0")/.." || exit 1
playwright=tests/e2e/node_modules/@playwright/test

runs() {
    [ -n "$1" ] && [ -x "$1" ] && "$1" --version >/dev/null 2>&1
}

found() {
    echo "$1"
    exit 0
}

own() {
    node -e 'console.log(require(require("path").resolve(process.argv[1])).chromium.executablePath())' "$playwright"
}

if [ -n "$CHROMIUM" ]; then
    runs "$CHROMIUM" && found "$CHROMIUM"
    echo "CHROMIUM is set to $CHROMIUM, which does not run: set it to a Chromium, or unset it" >&2
    exit 1
fi

for name in chromium chromium-browser google-chrome google-chrome-stable chrome microsoft-edge; do
    path=$(command -v "$name") && runs "$path" && found "$path"
done
path=$(own 2>/dev/null) && runs "$path" && found "$path"

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing Debian's chromium" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update >&2 &&
        apt-get -qq install -y -o DPkg::Lock::Timeout=300 chromium fonts-liberation >&2 </dev/null
    path=$(command -v chromium) && runs "$path" && found "$path"
fi

echo "downloading Playwright's own Chromium" >&2
node "$playwright/cli.js" install chromium >&2 </dev/null
path=$(own 2>/dev/null) && runs "$path" && found "$path"

echo "missing: chromium: on Debian: apt-get install chromium; or set CHROMIUM to the path of a Chromium" >&2
exit 1
