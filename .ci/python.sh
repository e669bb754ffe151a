#!/bin/sh
# Prints the path of a Python in which what a requirements file pins is installed; makes it where there is none.
# Usage: .ci/python.sh <name> <requirements.txt>
cd "$(dirname "$0")/.." || exit 1
wanted=$2
place=${CARGO_TARGET_DIR:-target}/python-$1

fits() {
    [ -n "$1" ] && "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1
}

system() {
    for name in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
        path=$(command -v "$name") && fits "$path" && echo "$path" && return
    done
    return 1
}

if ! cmp -s "$wanted" "$place/requirements.txt" || ! "$place/bin/python" -c '' 2>/dev/null; then
    if ! python=$(system) && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "installing Debian's python3-venv" >&2
        export DEBIAN_FRONTEND=noninteractive
        apt-get -qq update >&2 &&
            apt-get -qq install -y -o DPkg::Lock::Timeout=300 python3 python3-venv >&2 </dev/null
        python=$(system)
    fi
    if [ -z "$python" ]; then
        echo "missing: python3 (3.10 or later) with venv: on Debian: apt-get install python3-venv" >&2
        exit 1
    fi
    rm -rf "$place"
    "$python" -m venv "$place" >&2 &&
        "$place/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes \
            --only-binary :all: --requirement "$wanted" >&2 || exit 1
    # Written last, so that it is there only when the install came to its end.
    cp "$wanted" "$place/requirements.txt" || exit 1
fi
echo "$place/bin/python"
