#!/usr/bin/env bash
# Time and peak memory of `run` on made-up cohorts of growing size, and of `merge` of four shards of the largest, whose bytes
# are compared with those of the single run.
# usage: run.sh JAR FOLDER PATIENTS...      e.g. run.sh target/cotarget.jar /data/scale 10000 30000 100000
# Java options, e.g. -Xmx4g, are taken from SCALE_JAVA. Needs python3 and GNU time. Prints a table of tab-separated values.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$1; folder=$2; shift 2
mkdir -p "$folder"
cotarget() { java ${SCALE_JAVA:-} -jar "$jar" "$@"; }
export -f cotarget; export jar SCALE_JAVA=${SCALE_JAVA:-}
measured() {  # name, patients, command...: seconds, processor seconds, MiB
  local name=$1 patients=$2; shift 2
  env time -f '%e %U %S %M' -o "$folder/time" java $SCALE_JAVA -jar "$jar" "$@" -q >"$folder/log" 2>&1 ||
    { cat "$folder/log" >&2; exit 1; }
  tail -1 "$folder/time" | awk -v n="$name" -v p="$patients" -v OFS='\t' \
    '{print n, p, $1, $2 + $3, int($4 / 1024), sprintf("%.3f", 1000 * $1 / p)}'
}
inputs() { echo --clinical "$1/clinical.tsv" --maf "$1/mutations.maf" --cna "$1/cna.tsv" --expression "$1/expression.tsv" --unit LOG2 --assay WES; }

[ -e "$folder/1000" ] || python3 "$here/cohort.py" 1000 "$folder/1000"
cotarget fit $(inputs "$folder/1000") --id scale --out "$folder/model.json" --force -q
printf 'COMMAND\tPATIENTS\tSECONDS\tPROCESSOR_SECONDS\tPEAK_MIB\tMS_PER_PATIENT\n'
for patients in "$@"; do
  [ -e "$folder/$patients" ] || python3 "$here/cohort.py" "$patients" "$folder/$patients"
  measured run "$patients" run $(inputs "$folder/$patients") --model "$folder/model.json" --out "$folder/results-$patients" --force
done
parts=()
for shard in 1 2 3 4; do
  measured "run --shard $shard/4" "$((patients / 4))" run $(inputs "$folder/$patients") --model "$folder/model.json" \
    --shard "$shard/4" --out "$folder/shard-$shard" --force
  parts+=("$folder/shard-$shard")
done
measured merge "$patients" merge "${parts[@]}" --out "$folder/merged" --force
diff -r --exclude run.json "$folder/merged" "$folder/results-$patients"
ls -l "$folder/results-$patients" | awk 'NR > 1 {print "# " $NF, $5, "bytes"}'
