# SPDX-License-Identifier: EUPL-1.2
# The short commands. Every target first says which Debian packages are missing, if any, and installs those only.
.DEFAULT_GOAL := help
.PHONY: help run test check format tidy bench fuzz clean

help:            ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

run:             ## build the program and show a demo municipality, with its plan and proof
	tools/setup build
	cmake --preset release
	cmake --build --preset release --target passend
	tools/demo build/release/apps/passend/passend

test:            ## build everything and run all tests; the summary is the last line
	tools/setup build test
	cmake --preset dev
	cmake --build --preset dev
	ctest --preset dev --no-label-summary --parallel "$$(nproc)"

check:           ## what a change must pass besides its tests: format, layering, headers, names, links
	tools/setup build test format
	tools/check

format:          ## write the format that `make check` asks for
	tools/setup format
	tools/check --write-format

tidy:            ## clang-tidy over the whole tree (minutes)
	tools/setup build test bench tidy
	tools/check --tidy

bench:           ## build and run the benchmarks
	tools/setup build bench
	cmake --preset bench
	cmake --build --preset bench
	tools/each build/bench/bench 'bench_*'
	bench/income_peers build/bench/bench/bench_income

fuzz:            ## run each fuzzer for a minute (SECONDS_EACH=60)
	tools/setup build sanitize
	cmake --preset fuzz
	cmake --build --preset fuzz
	tools/each build/fuzz/fuzz 'fuzz_*' -max_total_time=$${SECONDS_EACH:-60}

clean:           ## remove what was built, and the demo
	rm -rf build demo
