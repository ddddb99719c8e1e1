#!/usr/bin/env bash
# Runs the Nextflow, CWL and Snakemake workflows for real on test-data, in three shards, and compares each merged
# result folder byte for byte with that of one run (all files but run.json). In each engine shard 2 is made to fail once:
# nothing may be merged then, and the resumed workflow may do only what is missing.
# Usage: workflows/test/run.sh [nextflow] [cwl] [snakemake] [runtime]; default all. Needs target/cotarget.jar, a JDK, Maven.
# Installs cwltool and snakemake by apt-get where it may; without them it fails where CI is set, else says what it skips.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
engines=("$@")
[ ${#engines[@]} -gt 0 ] || engines=(nextflow cwl snakemake runtime)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export COTARGET_JAR=${COTARGET_JAR:-$root/target/cotarget.jar}
checks=0
skipped=0

say() { printf -- '-- %s\n' "$*"; }

fail() {
  echo "FAILED: $1" >&2
  [ -z "${2:-}" ] || tail -n 60 "$2" >&2
  exit 1
}

ok() {
  checks=$((checks + 1))
  say "ok: $*"
}

[ -f "$COTARGET_JAR" ] || fail "there is no $COTARGET_JAR; build it with 'mvn -q -DskipTests package'"

# The command as the engines call it: notes each call, and fails the first time that shard 2/3 is run while $work/fail is there.
mkdir -p "$work/bin"
cat >"$work/bin/cotarget" <<EOF
#!/usr/bin/env bash
set -euo pipefail
words="\$*"
case "\$words" in *" --shard "*) part=\${words#* --shard }; part=\${part%% *} ;; *) part= ;; esac
echo "\$1 \$part" >>"$work/calls"
if [ "\$part" = 2/3 ] && rm "$work/fail" 2>/dev/null; then
  echo "shard 2 fails on purpose" >&2
  exit 1
fi
COTARGET_JAR="$COTARGET_JAR" exec "$root/workflows/bin/cotarget" "\$@"
EOF
chmod +x "$work/bin/cotarget"
export PATH="$work/bin:$PATH"

# calls FILE-OF-WHAT EXPECTED...: the calls since the last time, in any order.
expect_calls() {
  local what=$1 expected found
  shift
  expected=$(printf '%s\n' "$@" | sort)
  found=$(sed 's/ $//' "$work/calls" | sort)
  : >"$work/calls"
  [ "$found" = "$expected" ] || fail "$what: called '${found//$'\n'/, }', expected '${expected//$'\n'/, }'"
  ok "$what: called ${expected//$'\n'/, }"
}

same_folders() {
  diff -r --exclude run.json --exclude .snakemake_timestamp "$2" "$3" >"$work/differences" ||
    fail "$1: the merged folder differs from that of one run" "$work/differences"
  ok "$1: $(find "$2" -type f | wc -l) files, the same bytes as one run"
}

need() {
  command -v "$1" >/dev/null && return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    say "install $1"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true
    apt-get install -y -qq --no-install-recommends "$1" >/dev/null || true
  fi
  command -v "$1" >/dev/null && return 0
  [ -z "${CI:-}" ] || fail "$1 is not here and cannot be installed; CI has to test the workflow"
  echo "SKIPPED: $1 is not here and cannot be installed (not root, or no apt-get): its workflow is NOT TESTED" >&2
  skipped=$((skipped + 1))
  return 1
}

# Sheet and study; the study's expression is scored by a model that is fitted first.
vcf=(--samplesheet demo-vcf/samplesheet.csv --clinical demo-vcf/clinical.tsv)
study=(--study demo --criteria capitello-290-like --criteria dual-pi3k-jak2)
(
  cd "$root/test-data"
  cotarget run -q "${vcf[@]}" --out "$work/single-vcf"
  cotarget fit -q --study demo --id demo --out "$work/demo.json"
  cotarget run -q "${study[@]}" --model "$work/demo.json" --out "$work/single-demo" 2>"$work/log" ||
    fail "the single run" "$work/log"
)
: >"$work/calls"
# So that a result that was taken from elsewhere than the data folder would show.
cp -r "$root/test-data/demo-vcf" "$root/test-data/demo" "$work/"

test_nextflow() {
  say "Nextflow"
  local classes="$work/nextflow.classpath" opens=() name
  mvn -q -B -f "$root/workflows/test/nextflow-pom.xml" dependency:build-classpath -Dmdep.outputFile="$classes" ||
    fail "Nextflow cannot be had from Maven Central"
  for name in java.{lang,io,nio,net,util,util.concurrent,util.regex} sun.nio.{ch,fs} jdk.internal.{misc,vm}; do
    opens+=(--add-opens "java.base/$name=ALL-UNNAMED")
  done
  nextflow() {
    NXF_OFFLINE=true NXF_HOME="$work/nxf" NXF_ANSI_LOG=false \
      java "${opens[@]}" -cp "$(cat "$classes")" nextflow.cli.Launcher "$@"
  }
  mkdir -p "$work/nextflow"
  cd "$work/nextflow"
  local main="$root/workflows/nextflow/main.nf" log="$work/nextflow/log"

  nextflow run "$main" -profile test -stub-run --outdir stub >"$log" 2>&1 || fail "stub run" "$log"
  [ "$(wc -l <stub/results/results.json)" -eq 3 ] || fail "the stub run did not gather three shards" "$log"
  expect_calls "Nextflow, stub" ""

  touch "$work/fail"
  ! nextflow run "$main" -profile test --data "$work/demo-vcf" --outdir out >"$log" 2>&1 ||
    fail "the workflow ended well with a shard that failed" "$log"
  [ ! -e out/results ] || fail "results were published without shard 2" "$log"
  expect_calls "Nextflow, shard 2 fails" "run 1/3" "run 2/3" "run 3/3"
  nextflow run "$main" -profile test --data "$work/demo-vcf" --outdir out -resume >"$log" 2>&1 || fail "resume" "$log"
  expect_calls "Nextflow, resumed" "run 2/3" "merge"
  same_folders "Nextflow, sample sheet" "$work/single-vcf" out/results

  nextflow run "$main" --data "$work/demo" --study . --shards 3 --fit_id demo --criteria capitello-290-like,dual-pi3k-jak2 \
    --outdir demo >"$log" 2>&1 || fail "study" "$log"
  expect_calls "Nextflow, study with a model fitted before" "fit" "run 1/3" "run 2/3" "run 3/3" "merge"
  same_folders "Nextflow, study" "$work/single-demo" demo/results
}

test_cwl() {
  say "CWL"
  need cwltool || return 0
  mkdir -p "$work/cwl"
  cd "$work/cwl"
  local tools="$root/workflows/cwl" log="$work/cwl/log" file
  for file in "$tools"/*.cwl; do
    cwltool --validate "$file" >"$log" 2>&1 || fail "$(basename "$file") is not valid" "$log"
  done
  ok "CWL: $(cd "$tools" && echo *.cwl) valid"

  sed "s|\.\./\.\./test-data|$work|" "$tools/example-job.yml" >job.yml
  touch "$work/fail"
  ! cwltool --no-container --parallel --on-error continue --cachedir cache --outdir out "$tools/cotarget.cwl" job.yml >"$log" 2>&1 ||
    fail "the workflow ended well with a shard that failed" "$log"
  [ ! -e out/results ] || fail "results were published without shard 2" "$log"
  expect_calls "CWL, shard 2 fails" "run 1/3" "run 2/3" "run 3/3"
  cwltool --no-container --parallel --cachedir cache --outdir out "$tools/cotarget.cwl" job.yml >"$log" 2>&1 || fail "resume" "$log"
  expect_calls "CWL, resumed" "run 2/3" "merge"
  same_folders "CWL, sample sheet" "$work/single-vcf" out/results

  cat >study.yml <<EOF
data: {class: Directory, path: $work/demo}
study: data
fit: true
fit_id: demo
criteria: [capitello-290-like, dual-pi3k-jak2]
shard_count: 3
EOF
  cwltool --no-container --parallel --outdir demo "$tools/cotarget.cwl" study.yml >"$log" 2>&1 || fail "study" "$log"
  expect_calls "CWL, study with a model fitted before" "fit" "run 1/3" "run 2/3" "run 3/3" "merge"
  same_folders "CWL, study" "$work/single-demo" demo/results
}

test_snakemake() {
  say "Snakemake"
  need snakemake || return 0
  mkdir -p "$work/snakemake/vcf" "$work/snakemake/demo"
  cd "$work/snakemake/vcf"
  local log="$work/snakemake/log"
  smk() { snakemake -s "$root/workflows/snakemake/Snakefile" --configfile config.yaml --cores 2 "$@" >"$log" 2>&1; }
  sed "s|test-data|$work|" "$root/workflows/snakemake/config.example.yaml" >config.yaml
  smk --dry-run || fail "dry run" "$log"
  touch "$work/fail"
  ! smk --keep-going || fail "the workflow ended well with a shard that failed" "$log"
  [ ! -e results ] || fail "results were made without shard 2" "$log"
  expect_calls "Snakemake, shard 2 fails" "run 1/3" "run 2/3" "run 3/3"
  smk || fail "resume" "$log"
  expect_calls "Snakemake, resumed" "run 2/3" "merge"
  same_folders "Snakemake, sample sheet" "$work/single-vcf" results

  cd "$work/snakemake/demo"
  cat >config.yaml <<EOF
data: $work/demo
study: .
fit_id: demo
criteria: [capitello-290-like, dual-pi3k-jak2]
shards: 3
EOF
  smk || fail "study" "$log"
  expect_calls "Snakemake, study with a model fitted before" "fit" "run 1/3" "run 2/3" "run 3/3" "merge"
  same_folders "Snakemake, study" "$work/single-demo" results
}

test_runtime() {
  say "Runtime of the container"
  local log="$work/runtime.log"
  "$root/workflows/container/jlink.sh" "$COTARGET_JAR" "$work/runtime" >"$log" 2>&1 || fail "jlink" "$log"
  (
    cd "$work"
    env -i PATH=/usr/bin:/bin "$work/runtime/bin/cotarget" run -q --study demo --model demo.json --criteria capitello-290-like \
      --criteria dual-pi3k-jak2 --export fhir,phenopackets,matchminer,cbioportal,multiqc,xlsx --out runtime-demo 2>"$log"
  ) || fail "the runtime" "$log"
  [ "$(find "$work/runtime-demo/export" -type f | wc -l)" -gt 6 ] || fail "the runtime left out exports"
  rm -r "$work/runtime-demo/export"
  same_folders "runtime of $(du -sm "$work/runtime" | cut -f1) MB, study" "$work/single-demo" "$work/runtime-demo"
}

start=$SECONDS
for engine in "${engines[@]}"; do
  "test_$engine"
done
say "workflows tested in $((SECONDS - start)) s"
echo "$checks passed, 0 failed, $skipped skipped"
