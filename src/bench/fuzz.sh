#!/usr/bin/env bash
# Runs the fuzz targets of src/test/java/org/cotarget/fuzz with Jazzer and prints a table: executions, coverage, what was found.
# usage: src/bench/fuzz.sh [MINUTES [TARGET...]]     after `mvn -q -DskipTests package`; 10 minutes of the processor for each target by
# default. Linux only: the time is taken from /proc, since the clock says little on a busy machine.
# Ends with 1 where a target found something or executed nothing.
# On a busy machine give FUZZ_TIMEOUT more than its 10 s, or what waits for the processor is told as a hang.
# Corpora and findings stay in FUZZ_DIR (default target/fuzz), so that a later run goes on from there.
# A finding belongs into src/test/resources/fuzz/TARGET/ once the reader is mended; FuzzSeedsTest replays it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
minutes=${1:-10}
shift || true
seeds=$PWD/src/test/resources/fuzz
work=$(realpath -m "${FUZZ_DIR:-target/fuzz}")
mkdir -p "$work"
if [ $# = 0 ]; then
  for folder in "$seeds"/*/; do set -- "$@" "$(basename "$folder")"; done
fi
if [ -z "${FUZZ_CLASSPATH:-}" ]; then
  # The jar holds all that the targets need: Jazzer reads every jar of the class path before it begins.
  mvn -q -Pfuzz dependency:build-classpath -Dmdep.outputFile="$work/classpath" -DincludeGroupIds=com.code-intelligence
  FUZZ_CLASSPATH=$PWD/target/cotarget.jar:$PWD/target/test-classes:$(cat "$work/classpath")
fi
# One input after another is written as a file, in memory where the system has room for that.
scratch=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo "$work")")
trap 'rm -rf "$scratch"' EXIT

# Seconds of the processor that a process used.
cpu_seconds() {
  awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print int(($12 + $13) / tick) }' "/proc/$1/stat" 2>/dev/null || echo 0
}

printf 'TARGET\tCPU_SECONDS\tEXECUTIONS\tEDGES\tCORPUS\tFINDINGS\n'
failed=0
for target in "$@"; do
  mkdir -p "$work/$target/corpus" "$work/$target/found"
  log=$work/$target/log
  (cd "$work/$target/found" && exec java -Xmx256m -XX:+UseSerialGC -Xss1m -XX:-OmitStackTraceInFastThrow \
    -Djava.io.tmpdir="$scratch" -Dcotarget.fuzz.one-in=10 -Djava.util.concurrent.ForkJoinPool.common.parallelism=1 \
    -cp "$FUZZ_CLASSPATH" com.code_intelligence.jazzer.Jazzer \
    --target_class="org.cotarget.fuzz.$target" --instrumentation_includes='org.cotarget.**' \
    --custom_hook_includes='org.cotarget.**' --reproducer_path="$scratch" --keep_going=50 \
    -timeout="${FUZZ_TIMEOUT:-10}" -report_slow_units=5 -rss_limit_mb=1500 -max_len=32768 -len_control=50 \
    -artifact_prefix="$work/$target/found/" -print_final_stats=1 \
    "$work/$target/corpus" "$seeds/$target") >"$log" 2>&1 &
  pid=$!
  spent=0
  while kill -0 "$pid" 2>/dev/null; do
    spent=$(cpu_seconds "$pid")
    if [ "$spent" -ge $((minutes * 60)) ]; then kill -INT "$pid" 2>/dev/null || true; fi
    sleep 2
  done
  wait "$pid" || true
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
  edges=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$log" | tail -1)
  corpus=$(find "$work/$target/corpus" -type f | wc -l)
  # Slow units stay in the folder to be looked at; a busy machine makes many.
  found=$(find "$work/$target/found" -type f -name '*-*' ! -name 'slow-unit-*' | wc -l)
  if [ "${runs:-0}" -eq 0 ]; then
    echo "$target: nothing was executed, see $log" >&2
    failed=1
  elif [ "$found" -gt 0 ]; then
    failed=1
  fi
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$target" "$spent" "${runs:--}" "${edges:--}" "$corpus" "$found"
done
exit "$failed"
