# The verbs of this repository. `make run` and `make test` do all the set-up; `make help` lists the rest.

TARGET := $(or $(CARGO_TARGET_DIR),target)
SERVER := $(TARGET)/debug/bellbuoy-server
SETTINGS := .ci/with-env.sh

# npm writes this file last, so it is there only when an install came to its end.
WEB_READY := web/node_modules/.package-lock.json
E2E_READY := tests/e2e/node_modules/.package-lock.json
WEB_BUILT := web/dist/.built
WEB_SOURCES := $(shell find web/src web/build web/public web/*.html web/*.ts web/package.json 2>/dev/null)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help tools web build run test dev migrate reset fmt quick openapi schema accept bench

help: ## list the verbs
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "make %-9s %s\n", $$1, $$2 }'

run: tools web build ## everything, from nothing, to a working site with demo data
	@exec $(SETTINGS) $(SERVER) run

test: tools $(WEB_READY) $(E2E_READY) ## everything, from nothing: all tests (SUITES="units api" for some)
	@exec node .ci/suites.mjs $(SUITES)

dev: tools web build ## server and web, each reloaded when its sources change
	@exec $(SETTINGS) node .ci/dev.mjs $(SERVER)

migrate: build ## run pending migrations
	@$(SETTINGS) $(SERVER) migrate

reset: tools build ## throw the demo away; the next run makes a fresh one
	@$(SETTINGS) $(SERVER) reset

fmt: $(WEB_READY) ## format Rust and TypeScript
	@cargo fmt --all
	@npm run --silent --prefix web format
	@web/node_modules/.bin/prettier --write .ci tests/e2e

quick: tools $(WEB_READY) ## format, clippy, rules and vitest, before each commit
	@exec node .ci/suites.mjs format rules vitest clippy

openapi: build $(WEB_READY) ## openapi.yaml and web/src/api/schema.ts from the code
	@$(SERVER) openapi > $(TARGET)/openapi.yaml
	@mv $(TARGET)/openapi.yaml openapi.yaml
	@npm run --silent --prefix web types

schema: build ## api/server/src/schema.rs from the migrated database
	@$(SERVER) schema > $(TARGET)/schema.rs
	@mv $(TARGET)/schema.rs api/server/src/schema.rs
	@rustfmt api/server/src/schema.rs

accept: tools $(WEB_READY) ## accept the snapshots as the tests find them; review with git diff
	@ACCEPT=1 INSTA_UPDATE=always cargo test -p tests --test api -- --test-threads 4
	@git --no-pager diff --stat -- tests web

bench: tools web ## the benchmark
	@exec node tests/bench/run.mjs $(ARGS)

tools:
	@.ci/tools.sh

web: $(WEB_BUILT)

$(WEB_READY): web/package.json web/package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --prefix web
	@touch $@

$(E2E_READY): tests/e2e/package.json tests/e2e/package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --prefix tests/e2e
	@touch $@

$(WEB_BUILT): $(WEB_READY) $(WEB_SOURCES)
	npm run --silent --prefix web build
	@touch $@

build:
	@cargo build --locked --workspace --bins
