#!/bin/sh
# Says in one line each which tool is missing, and how to get it.
missing=0

miss() {
    echo "missing: $1" >&2
    missing=1
}

# Is the dotted version $1 at least $2?
at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n | head -n 1)" = "$2" ]
}

least=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$(dirname "$0")/../Cargo.toml")
if ! command -v cargo >/dev/null 2>&1; then
    miss "cargo (Rust $least or later): install it from https://rustup.rs"
elif ! rust=$(cargo --version 2>/dev/null | cut -d' ' -f2) || ! at_least "${rust:-0}" "$least"; then
    miss "Rust $least or later (this is ${rust:-broken}): run rustup update stable"
fi

if ! command -v node >/dev/null 2>&1; then
    miss "node 20.19 or later: install it from https://nodejs.org or your package manager"
elif ! node=$(node --version 2>/dev/null | tr -d v) || ! at_least "${node:-0}" 20.19; then
    miss "node 20.19 or later (this is ${node:-broken}): install it from https://nodejs.org or your package manager"
fi

command -v npm >/dev/null 2>&1 || miss "npm: it comes with node; on Debian: apt-get install npm"
command -v make >/dev/null 2>&1 || miss "make: on Debian: apt-get install make; on Fedora: dnf install make"

if ! command -v cc >/dev/null 2>&1; then
    miss "cc (a C compiler): on Debian: apt-get install build-essential; on Fedora: dnf install gcc"
elif ! printf '#include <stdlib.h>\nint main(void) { return EXIT_SUCCESS; }\n' |
    cc -x c -fsyntax-only - >/dev/null 2>&1; then
    miss "the C library's headers: on Debian: apt-get install libc6-dev; on Fedora: dnf install glibc-devel"
fi

exit $missing
