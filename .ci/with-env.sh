#!/bin/sh
# Runs a command with the settings of .env; what the environment sets already wins.
env_file="$(dirname "$0")/../.env"
if [ -f "$env_file" ]; then
    while IFS='=' read -r name value || [ -n "$name" ]; do
        case $name in
            '' | *[!A-Z_]*) continue ;;
        esac
        printenv "$name" >/dev/null || export "$name=$value"
    done <"$env_file"
fi
exec "$@"
