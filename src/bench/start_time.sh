#!/usr/bin/env bash
# Times the start of short commands with and without an archive of loaded classes, interleaved: minimum and median of wall time, and
# median of processor time. Usage: src/bench/start_time.sh [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
runs=${1:-20}
jar=target/cotarget.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java -XX:ArchiveClassesAtExit="$work/cotarget.jsa" -Xlog:disable -jar "$jar" run -q --study test-data/demo --out "$work/out" >/dev/null

once() { # name, java arguments
  local name=$1
  shift
  rm -rf "$work/results"
  TIMEFORMAT='%R %U %S'
  { time java "$@" >/dev/null 2>&1; } 2>>"$work/$name"
}

for ((i = 0; i < runs; i++)); do
  once help -jar "$jar" --help
  once help-archive -XX:SharedArchiveFile="$work/cotarget.jsa" -jar "$jar" --help
  once run-help -jar "$jar" run --help
  once run-help-archive -XX:SharedArchiveFile="$work/cotarget.jsa" -jar "$jar" run --help
  once demo -jar "$jar" run -q --study test-data/demo --out "$work/results"
  once demo-archive -XX:SharedArchiveFile="$work/cotarget.jsa" -jar "$jar" run -q --study test-data/demo --out "$work/results"
done

median() { sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

echo "of $runs runs: minimum wall, median wall, median processor time, seconds"
for name in help help-archive run-help run-help-archive demo demo-archive; do
  printf '%-18s %s %s %s\n' "$name" "$(cut -d' ' -f1 "$work/$name" | sort -n | head -1)" \
    "$(cut -d' ' -f1 "$work/$name" | median)" "$(awk '{ print $2 + $3 }' "$work/$name" | median)"
done
ls -l "$work/cotarget.jsa" | awk '{ printf "archive %.1f MB\n", $5 / 1e6 }'
ls -l "$jar" | awk '{ printf "jar %.1f MB\n", $5 / 1e6 }'
