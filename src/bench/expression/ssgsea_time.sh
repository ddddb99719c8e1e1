#!/usr/bin/env bash
# Compares CPU time of ssGSEA (50 sets, 20,000 genes, 1,000 samples by default) with R GSVA, interleaved.
# Ours counts all CPU time of fitting and scoring in a fresh JVM, GSVA's only user time of gsva().
# Usage: src/bench/expression/ssgsea_time.sh [RUNS [GENES [SAMPLES]]]; CP may name another class path than the jar.
set -euo pipefail
runs=${1:-5} genes=${2:-20000} samples=${3:-1000}
cp=${CP:-target/cotarget.jar}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
java -cp "$cp" src/bench/expression/SsgseaTime.java write "$folder" "$genes" "$samples"
for ((i = 1; i <= runs; i++)); do
  ours=$(java -cp "$cp" src/bench/expression/SsgseaTime.java score "$genes" "$samples")
  gsva=$(Rscript src/bench/expression/ssgsea_time.R "$folder/matrix.tsv" "$folder/sets.gmt")
  echo "$i ours $ours s, GSVA $gsva s, ratio $(awk "BEGIN { printf \"%.3f\", $ours / $gsva }")"
done
