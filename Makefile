.PHONY: help setup run dev build test bench record clean

help: ## Show what there is
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'

setup: ## Bring every tool onto this machine (the other targets call it)
	@scripts/setup

run: setup ## Build the release app and serve it on http://127.0.0.1:8080
	@scripts/run

dev: setup ## Build on every change and serve, with the /widgets page
	@bash -c '. scripts/env.sh && with_wasm trunk serve --cargo-profile dev'

build: setup ## Build the release app into dist/
	@scripts/build

test: setup ## Run every test
	@scripts/test

bench: setup ## Run the benchmarks against their budgets (ONLY=name,name for some)
	@scripts/bench

record: setup ## Take a picture of every page in both schemes and three widths: tests/e2e/pictures
	@scripts/record

clean: ## Remove what was built here (the shared cache stays)
	@rm -rf dist target tests/e2e/output tests/e2e/pictures tests/e2e/node_modules
