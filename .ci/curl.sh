#!/bin/sh
# Makes sure that there is curl, with which the README's lines are tried.
command -v curl >/dev/null && exit
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing Debian's curl" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update >&2 && apt-get -qq install -y -o DPkg::Lock::Timeout=300 curl >&2 </dev/null && exit
fi
echo "missing: curl: on Debian: apt-get install curl" >&2
exit 1
