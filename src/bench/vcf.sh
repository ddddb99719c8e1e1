#!/usr/bin/env bash
# Compares the reading of VCF, as whole processes, with bgzip -dc, bcftools view -T and -R, and htsjdk. All must find the same number of
# records before any time counts. Runs are interleaved; medians and ratios are printed.
#
# usage: src/bench/vcf.sh FOLDER [RUNS]     FOLDER takes about 1.5 GB; what is in it already is used again
# needs: bcftools, bgzip, tabix (Debian: apt-get install bcftools tabix), and `mvn -q -DskipTests package`
# PRODUCT=1 times `cotarget check` instead of the reading alone.
set -euo pipefail
folder=$1
runs=${2:-5}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p "$folder/many" target/bench
classes=${CLASSES:-target/cotarget.jar}
javac -d target/bench -cp "$classes" src/bench/PanelScan.java
generate() { java src/bench/GenerateVcf.java "$1.part" "${@:2}" && mv "$1.part" "$1"; }
[ -e "$folder/cohort.vcf.gz" ] || generate "$folder/cohort.vcf.gz" 300000 200 3000 1 csq
[ -e "$folder/single.vcf.gz" ] || generate "$folder/single.vcf.gz" 4000000 1 20000 2 dense
if [ ! -e "$folder/indexed.vcf.gz" ]; then
  ln "$folder/cohort.vcf.gz" "$folder/indexed.vcf.gz"
  tabix -p vcf "$folder/indexed.vcf.gz"
fi
[ -e "$folder/many/500.vcf.gz" ] || java src/bench/GenerateVcf.java "$folder/many/%.vcf.gz" 10000 1 100 1000 dense 500
awk -F'\t' '$2 == "GRCh38" {print "chr" $3 "\t" $4 - 1 "\t" $5}' reference/genes/spans.tsv | sort -k1,1V -k2,2n > "$folder/panel.bed"

scan() { java ${JVM:-} -cp "$classes:target/bench" PanelScan scan "$@"; }
product() { java -jar target/cotarget.jar check --vcf "$1" > "$folder/product.log" || true; }
htsjdk() { java ${JVM:-} -cp "$classes:target/bench" PanelScan htsjdk "$@"; }
targets() { bcftools view -H -T "$folder/panel.bed" "$1" | wc -l; }
regions() { bcftools view -H -R "$folder/panel.bed" "$1" | wc -l; }
inflate() { bgzip -dc "$1" > /dev/null; }
two_targets() {
  find "$1" -name '*.vcf.gz' -print0 |
    xargs -0 -P 2 -n 1 sh -c 'bcftools view -H -T "$0" "$1" | wc -l' "$folder/panel.bed" | awk '{n += $1} END {print n}'
}

same() { # WANTED COMMAND...
  local found
  found=$("${@:2}" | tr -d ' ')
  [ "$found" = "$1" ] || { echo "${*:2}: $found records, not $1" >&2; exit 1; }
}
# NAME seconds, wall and processor, of each run; interleaved by the callers.
timed() { # NAME COMMAND...
  local TIMEFORMAT='%R %U %S'
  { time "${@:2}" > /dev/null 2>&1; } 2>&1 | tail -1 | awk -v name="$1" '{print name "\t" $1 "\t" $2 + $3}' >> "$folder/times.tsv"
}
median() { awk -F'\t' -v name="$1" -v c="$2" '$1 == name {print $c}' "$folder/times.tsv" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
report() { # NAME...
  local name
  for name; do printf '%s\twall %s s\tprocessor %s s\n' "$name" "$(median "$name" 2)" "$(median "$name" 3)"; done
}
ratio() { awk -v a="$(median "$1" 2)" -v b="$(median "$2" 2)" -v n="$1 / $2" 'BEGIN {printf "%s\t%.2f\n", n, a / b}'; }

: > "$folder/times.tsv"
for file in cohort indexed; do
  same 3000 scan "$folder/$file.vcf.gz"
  same 3000 targets "$folder/$file.vcf.gz"
done
same 3000 regions "$folder/indexed.vcf.gz"
same 20000 scan "$folder/single.vcf.gz"
same 20000 targets "$folder/single.vcf.gz"
same 50000 scan "$folder/many"
same 50000 two_targets "$folder/many"
if [ -z "${QUICK:-}" ]; then same 3000 htsjdk "$folder/cohort.vcf.gz"; fi
echo "hit counts agree; load $(cut -d' ' -f1-3 /proc/loadavg)"
for _ in $(seq "$runs"); do
  for file in cohort single; do
    timed "$file scan" scan "$folder/$file.vcf.gz"
    timed "$file bgzip" inflate "$folder/$file.vcf.gz"
    timed "$file bcftools-T" targets "$folder/$file.vcf.gz"
    if [ -n "${PRODUCT:-}" ]; then timed "$file product" product "$folder/$file.vcf.gz"; fi
  done
  if [ -z "${QUICK:-}" ]; then timed "cohort htsjdk" htsjdk "$folder/cohort.vcf.gz"; fi
  timed "indexed scan" scan "$folder/indexed.vcf.gz"
  timed "indexed bcftools-R" regions "$folder/indexed.vcf.gz"
  timed "start" scan "$folder/many/1.vcf.gz"
  timed "many scan" scan "$folder/many"
  timed "many bcftools-T" two_targets "$folder/many"
done
echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
report $'cohort scan' 'cohort bgzip' 'cohort bcftools-T' 'single scan' 'single bgzip' 'single bcftools-T' 'indexed scan' \
  'indexed bcftools-R' 'start' 'many scan' 'many bcftools-T'
ratio 'cohort scan' 'cohort bcftools-T'
ratio 'cohort scan' 'cohort bgzip'
ratio 'single scan' 'single bcftools-T'
ratio 'single scan' 'single bgzip'
ratio 'indexed scan' 'indexed bcftools-R'
ratio 'many scan' 'many bcftools-T'
