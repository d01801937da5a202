# Concordat's commands. `make run` and `make test` are all that a newcomer needs; the rest are their parts.
# Tools of ours come first on PATH, so that another version elsewhere on the machine does no harm.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH):$(HOME)/.cargo/bin
SHELL := bash
PORT ?= 8080

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run build dev test bench kills soak fuzz setup setup-browser fmt lint tidy native browser e2e e2e-only clean

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: build ## build the release page and serve it on http://127.0.0.1:8080 (PORT=… for another)
	@node scripts/serve.mjs --port $(PORT)

build: setup ## build the release page into dist/
	@scripts/heading "The release page"
	@scripts/trunk build --release

dev: setup ## the quick loop: a debug build that reloads the page at each change
	@scripts/trunk serve --port $(PORT)

test: ## everything: formatting, lints, tidy, native, browser and end-to-end suites
	@scripts/test

bench: build setup-browser ## measure the release page and print a table
	@node bench/run.mjs

kills: build setup-browser ## kill Chromium, Firefox and WebKit in the middle of edits, imports and packing (ROUNDS=30 of each; SEED=… to repeat; BROWSERS=chromium,…)
	node --test --test-concurrency=1 --test-reporter=spec tests/kills/*.test.mjs

soak: ## the properties of the merge, over a million generated cases (CASES=… for another number of each property)
	SOAK_CASES=$(or $(CASES),100000) cargo test --no-default-features --test log

fuzz: ## fuzz the bundle reader (needs a nightly compiler and cargo-fuzz)
	@scripts/fuzz

setup: ## install what the build needs and this machine has not got
	@scripts/setup

setup-browser: ## install Chromium and its driver if they are missing
	@scripts/setup-browser

fmt: ## formatting, checked
	cargo fmt --all --check

lint: fmt setup ## formatting and clippy, for the core alone, for the page and for the workshop
	cargo clippy --no-default-features --all-targets -- -D warnings
	cargo clippy --target wasm32-unknown-unknown -- -D warnings
	cargo clippy --target wasm32-unknown-unknown --no-default-features --features workshop --bin workshop -- -D warnings

tidy: ## the rules of the house: who may use what, stylesheets, addresses, file lengths
	cargo test --no-default-features --test tidy

native: ## the native suites, without leptos or a browser
	cargo test --no-default-features

browser: setup setup-browser ## the suites that need a browser, in headless Chromium
	@scripts/browser-tests

e2e: build setup-browser e2e-only ## journeys through the release page, served under a sub-path

e2e-only: # the journeys alone, against whatever is in dist/
	node --test --test-concurrency=2 --test-reporter=spec tests/e2e/*.test.mjs

clean: ## remove what was built, keep the tools
	cargo clean
	rm -rf dist test-results bench/out
