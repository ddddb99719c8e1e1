#!/usr/bin/env bash
# Hurts cotarget in every way that a machine can, and looks at what stands afterwards: the output must be complete, or absent, or the
# earlier one untouched; nothing hidden may be left by a process that could still clear up; the same command must then succeed.
#
# Usage: src/bench/faults/run.sh [KILLS] [SCENARIO ...]
#   KILLS      kill -9 at random moments, half of them while results are written (default 100)
#   SCENARIO   kill kill_force kill_fit kill_merge signal disk read_only input memory stdout together (default: all)
# Environment: JAR (target/cotarget.jar), JAVA (java), STUDY (test-data/demo), SEED (1)
# Full and read-only disks need the right to mount; without it they are imitated by a limit of file size and by another user.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

kills=${1:-100}
shift || true
scenarios=("$@")
[ ${#scenarios[@]} -gt 0 ] ||
  scenarios=(kill kill_force kill_fit kill_merge signal disk read_only input memory stdout together)
jar=$(realpath "${JAR:-target/cotarget.jar}")
java=${JAVA:-java}
study=$(realpath "${STUDY:-test-data/demo}")
RANDOM=${SEED:-1}

work=$(mktemp -d)
mounted=""
cleanup() {
  [ -z "$mounted" ] || umount "$mounted" 2>/dev/null
  chmod -R u+w "$work" 2>/dev/null
  rm -rf "$work"
}
trap cleanup EXIT

failures=0
fail() {
  echo "  FAILED: $*"
  failures=$((failures + 1))
}
cotarget() { $java -jar "$jar" "$@"; }
now() { date +%s%3N; }
# Milliseconds that a shell can wait for.
pause() { sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"; }
random() { echo $(((RANDOM * 32768 + RANDOM) % ($1 + 1))); }

# Digest of all files of a folder but run.json, which tells the time.
digest() { (cd "$1" && find . -type f ! -name run.json -print0 | sort -z | xargs -0 sha256sum | sha256sum); }
hidden() { find "$1" -mindepth 1 -maxdepth 1 -name '.*' 2>/dev/null | wc -l; }

# absent, new, earlier, aside (absent, but the earlier one is complete beside it) or broken.
state() {
  local out=$1 found
  if [ ! -e "$out" ]; then
    local old
    old=$(find "$(dirname "$out")" -maxdepth 1 -name ".$(basename "$out").old-*" 2>/dev/null | head -1)
    if [ -z "$old" ]; then echo absent; elif [ "$(digest "$old")" = "$earlier" ]; then echo aside; else echo broken; fi
  elif [ ! -s "$out/run.json" ] || [ "$(tail -c 2 "$out/run.json" | head -c 1)" != "}" ]; then
    echo broken
  else
    found=$(digest "$out")
    case $found in "$new") echo new ;; "$earlier") echo earlier ;; *) echo broken ;; esac
  fi
}

# Commands in the background are called without the function, whose shell would be killed in the place of Java.
# Waits until a process writes beside an output, or has ended.
until_writing() {
  while kill -0 "$1" 2>/dev/null && ! compgen -G "$(dirname "$2")/.$(basename "$2").partial-*" >/dev/null; do sleep 0.002; done
}

echo "cotarget under faults: $kills kills, seed ${SEED:-1}"
start=$(now)
cotarget run -q --study "$study" --out "$work/new" || exit 1
duration=$(($(now) - start))
cotarget run -q --study "$study" --er-low include --out "$work/earlier" || exit 1
new=$(digest "$work/new")
earlier=$(digest "$work/earlier")
[ "$new" != "$earlier" ] || { echo "the earlier result should differ" >&2; exit 1; }
patient=$(sed -n '2p' "$work/new/screening.tsv" | cut -f1)
echo "one run takes $duration ms"

# kill_runs NAME COUNT FORCE: kills runs and counts what stands.
kill_runs() {
  local name=$1 count=$2 force=$3 i at where state_now left=0 reruns=0
  declare -A stands=([absent]=0 [new]=0 [earlier]=0 [aside]=0 [broken]=0)
  for ((i = 0; i < count; i++)); do
    where=$work/$name
    rm -rf "$where" && mkdir "$where"
    [ -z "$force" ] || cp -r "$work/earlier" "$where/out"
    $java -jar "$jar" run -q --study "$study" --out "$where/out" $force >"$work/log" 2>&1 &
    local pid=$!
    if ((i % 2)); then
      until_writing "$pid" "$where/out"
      at=$(random $((duration / 5)))
    else
      at=$(random "$duration")
    fi
    pause "$at"
    kill -9 "$pid" 2>/dev/null
    wait "$pid" >/dev/null 2>&1
    state_now=$(state "$where/out")
    stands[$state_now]=$((stands[$state_now] + 1))
    [ "$state_now" != broken ] || fail "$name $i, killed after $at ms: half a result"
    [ -z "$force" ] || [ "$state_now" != absent ] || fail "$name $i: the earlier result is lost"
    if [ "$(hidden "$where")" -gt 0 ]; then left=$((left + 1)); fi
    if [ "$(hidden "$where")" -gt 0 ] || ((i % 10 == 0)); then
      [ -n "$force" ] || rm -rf "$where/out"
      if ! cotarget run -q --study "$study" --out "$where/out" $force >"$work/log" 2>&1; then
        fail "$name $i: the same command again: $(cat "$work/log")"
      fi
      reruns=$((reruns + 1))
      [ "$(state "$where/out")" = new ] || fail "$name $i: not complete after the same command again"
      [ "$(hidden "$where")" -eq 0 ] || fail "$name $i: hidden files are left: $(ls -A "$where")"
    fi
  done
  cotarget explain "$patient" --results "$where/out" >/dev/null 2>&1 || [ ! -e "$where/out" ] || fail "$name: explain"
  echo "  $name: $count killed; absent ${stands[absent]}, complete ${stands[new]}, earlier one ${stands[earlier]}, earlier one aside" \
    "${stands[aside]}, half ${stands[broken]}; hidden files left by $left, all cleared by the same command again ($reruns run)"
}

scenario_kill() { kill_runs kill "$kills" ""; }
scenario_kill_force() { kill_runs kill_force "$kills" --force; }

scenario_kill_fit() {
  local count=$(((kills + 4) / 5)) i at whole=0 before=0 model=$work/fit/model.json fit_duration
  rm -rf "$work/fit" && mkdir "$work/fit"
  start=$(now)
  if ! cotarget fit -q --study "$study" --id faults --out "$work/fit/whole.json" >"$work/log" 2>&1; then
    echo "  kill_fit: left out, no model can be fitted on the study"
    return
  fi
  fit_duration=$(($(now) - start))
  for ((i = 0; i < count; i++)); do
    echo "earlier" >"$model"
    $java -jar "$jar" fit -q --study "$study" --id faults --out "$model" --force >"$work/log" 2>&1 &
    local pid=$!
    if ((i % 2)); then until_writing "$pid" "$model"; at=$(random 60); else at=$(random "$fit_duration"); fi
    pause "$at"
    kill -9 "$pid" 2>/dev/null
    wait "$pid" >/dev/null 2>&1
    if cmp -s "$model" "$work/fit/whole.json"; then
      whole=$((whole + 1))
    elif [ "$(cat "$model")" = earlier ]; then
      before=$((before + 1))
    else
      fail "kill_fit $i: half a model"
    fi
  done
  cotarget fit -q --study "$study" --id faults --out "$model" --force >"$work/log" 2>&1 || fail "kill_fit: the same command again"
  cmp -s "$model" "$work/fit/whole.json" || fail "kill_fit: another model"
  [ "$(hidden "$work/fit")" -eq 0 ] || fail "kill_fit: hidden files are left"
  echo "  kill_fit: $count killed; earlier file $before, complete $whole"
}

scenario_kill_merge() {
  if ! cotarget merge --help >/dev/null 2>&1; then
    echo "  kill_merge: left out, there is no command merge"
    return
  fi
  local count=$(((kills + 4) / 5)) i at where=$work/merge merged_new found whole=0 absent=0 merge_duration
  rm -rf "$where" && mkdir "$where"
  start=$(now)
  cotarget merge -q "$work/new" --out "$where/whole" >"$work/log" 2>&1 || { fail "merge: $(cat "$work/log")"; return; }
  merge_duration=$(($(now) - start))
  merged_new=$(digest "$where/whole")
  for ((i = 0; i < count; i++)); do
    rm -rf "$where/out"
    $java -jar "$jar" merge -q "$work/new" --out "$where/out" >"$work/log" 2>&1 &
    local pid=$!
    if ((i % 2)); then until_writing "$pid" "$where/out"; at=$(random $((merge_duration / 2))); else at=$(random "$merge_duration"); fi
    pause "$at"
    kill -9 "$pid" 2>/dev/null
    wait "$pid" >/dev/null 2>&1
    if [ ! -e "$where/out" ]; then
      absent=$((absent + 1))
    else
      found=$(digest "$where/out")
      if [ "$found" = "$merged_new" ]; then whole=$((whole + 1)); else fail "kill_merge $i: half a result"; fi
    fi
  done
  rm -rf "$where/out"
  cotarget merge -q "$work/new" --out "$where/out" >"$work/log" 2>&1 || fail "kill_merge: the same command again"
  [ "$(hidden "$where")" -eq 0 ] || fail "kill_merge: hidden files are left"
  echo "  kill_merge: $count killed; absent $absent, complete $whole"
}

scenario_signal() {
  local count=$(((kills + 9) / 10)) i at where=$work/signal state_now told=0 code
  for signal in TERM HUP; do
    for ((i = 0; i < count; i++)); do
      rm -rf "$where" && mkdir "$where"
      $java -jar "$jar" run -q --study "$study" --out "$where/above/out" >"$work/log" 2>&1 &
      local pid=$!
      until_writing "$pid" "$where/above/out"
      at=$(random $((duration / 25)))
      pause "$at"
      kill -"$signal" "$pid" 2>/dev/null
      wait "$pid"
      code=$?
      state_now=$(state "$where/above/out")
      case $state_now in absent | new) ;; *) fail "signal $signal $i: $state_now" ;; esac
      [ "$code" -eq 0 ] || grep -q "interrupted" "$work/log" || fail "signal $signal $i: no message"
      [ "$code" -eq 0 ] || told=$((told + 1))
      if [ -e "$where/above" ] && [ "$(hidden "$where/above")" -gt 0 ]; then fail "signal $signal $i: hidden files are left"; fi
    done
  done
  echo "  signal: $((2 * count)) sent TERM or HUP while writing; $told were ended and said so, nothing hidden is left"
}

# refused NAME OUT: a run to OUT must end with code 1, a message and the earlier result or nothing.
refused() {
  local name=$1 out=$2 wanted=$3 code
  shift 3
  "$@" >"$work/log" 2>&1
  code=$?
  [ "$code" -eq 1 ] || fail "$name: exit code $code: $(head -3 "$work/log")"
  grep -q "cotarget: cannot write" "$work/log" || fail "$name: message: $(head -3 "$work/log")"
  [ "$(state "$out")" = "$wanted" ] || fail "$name: $(state "$out"), not $wanted"
  [ "$(hidden "$(dirname "$out")")" -eq 0 ] || fail "$name: hidden files are left"
}

small_disk() { # size
  mkdir -p "$work/disk"
  if mount -t tmpfs -o size="$1" tmpfs "$work/disk" 2>/dev/null; then mounted=$work/disk; else return 1; fi
}
no_disk() {
  umount "$mounted" && mounted=""
}

scenario_disk() {
  local kilobytes size tried=0 needed
  needed=$(du -sk --apparent-size "$work/new" | cut -f1)
  if small_disk 1m; then
    no_disk
    for size in 4 $((needed / 8)) $((needed / 4)) $((needed / 2)) $((needed * 3 / 4)) $((needed * 15 / 16)); do
      small_disk "${size}k"
      refused "disk of $size KiB" "$work/disk/out" absent cotarget run -q --study "$study" --out "$work/disk/out"
      no_disk
      tried=$((tried + 1))
    done
    small_disk $((needed * 3 / 2 + 256))k
    cp -r "$work/earlier" "$work/disk/out"
    refused "disk, --force" "$work/disk/out" earlier cotarget run -q --study "$study" --out "$work/disk/out" --force
    mount -o remount,size=$((needed * 4 + 1024))k "$work/disk"
    cotarget run -q --study "$study" --out "$work/disk/out" --force >"$work/log" 2>&1 || fail "disk: the same command again"
    [ "$(state "$work/disk/out")" = new ] || fail "disk: not complete after the same command again"
    no_disk
    echo "  disk: $tried full disks of 4 to $((needed * 15 / 16)) KiB (a result has $needed), one with an earlier result; all told, succeeded with more space"
  else
    echo "  disk: may not mount here; only the limit of file size below"
  fi
  rm -rf "$work/limit" && mkdir "$work/limit"
  for kilobytes in 1 16 64; do
    refused "limit of $kilobytes KiB" "$work/limit/out" absent \
      bash -c "ulimit -f $kilobytes; exec $java -XX:-UsePerfData -jar '$jar' run -q --study '$study' --out '$work/limit/out'"
  done
  echo "  disk: 3 limits of file size; all told"
}

scenario_read_only() {
  if small_disk 16m; then
    cp -r "$work/earlier" "$work/disk/out"
    mount -o remount,ro "$work/disk"
    start=$(now)
    refused "read-only" "$work/disk/other" absent cotarget run -q --study "$study" --out "$work/disk/other"
    refused "read-only, --force" "$work/disk/out" earlier cotarget run -q --study "$study" --out "$work/disk/out" --force
    no_disk
    echo "  read_only: a disk mounted read-only, without and with an earlier result; told before the inputs are read ($((($(now) - start) / 2)) ms)"
  elif [ "$(id -u)" -ne 0 ]; then
    mkdir "$work/closed" && chmod a-w "$work/closed"
    refused "read-only" "$work/closed/out" absent cotarget run -q --study "$study" --out "$work/closed/out"
    echo "  read_only: a folder without the right to write; told"
  else
    echo "  read_only: left out, root may write anywhere and may not mount here"
  fi
}

scenario_input() {
  local count=$(((kills + 9) / 10)) i way at code noticed=0 unharmed=0 copy=$work/input/study file sha
  for way in append truncate delete replace; do
    for ((i = 0; i < count; i++)); do
      rm -rf "$work/input" && mkdir -p "$work/input" && cp -r "$study" "$copy"
      file=$copy/data_mutations.txt
      sha=$(sha256sum <"$file" | cut -d' ' -f1)
      $java -jar "$jar" run -q --study "$copy" --out "$work/input/out" >"$work/log" 2>&1 &
      local pid=$!
      at=$(random "$duration")
      pause "$at"
      case $way in
        append) tail -1 "$file" | tee -a "$file" >/dev/null ;;
        truncate) truncate -s $(($(stat -c %s "$file") / 2)) "$file" ;;
        delete) rm "$file" ;;
        replace) head -20 "$file" >"$file.x" && mv "$file.x" "$file" ;;
      esac
      wait "$pid"
      code=$?
      if [ "$code" -eq 0 ]; then
        # Changed before or after it was read: the digest tells which.
        local after=""
        [ ! -e "$file" ] || after=$(sha256sum <"$file" | cut -d' ' -f1)
        grep -q "$sha" "$work/input/out/run.json" || { [ -n "$after" ] && grep -q "$after" "$work/input/out/run.json"; } ||
          fail "input $way $i: a result of neither file"
        unharmed=$((unharmed + 1))
      else
        [ "$code" -eq 1 ] || fail "input $way $i: exit code $code: $(head -3 "$work/log")"
        [ ! -e "$work/input/out" ] || fail "input $way $i: a result in spite of code $code"
        grep -qE "INPUT_CHANGED|FILE_MISSING|DATA_FILE_MISSING|ROW_RAGGED|FILE_" "$work/log" || fail "input $way $i: message: $(head -3 "$work/log")"
        noticed=$((noticed + 1))
      fi
      [ "$(hidden "$work/input")" -eq 0 ] || fail "input $way $i: hidden files are left"
    done
  done
  echo "  input: $((4 * count)) files appended to, cut, deleted or replaced at a random moment; $noticed refused, $unharmed before or after the reading"
}

scenario_memory() {
  local megabytes code told="" where=$work/memory
  for megabytes in 5 6 7 8 9 10 12 16 24 32 64; do
    rm -rf "$where" && mkdir "$where" && cp -r "$work/earlier" "$where/out"
    timeout 300 $java -Xmx${megabytes}m -jar "$jar" run -q --study "$study" --out "$where/out" --force >"$work/log" 2>&1
    code=$?
    case $code in
      0) [ "$(state "$where/out")" = new ] || fail "memory $megabytes: $(state "$where/out")" ;;
      71)
        grep -q "not enough memory" "$work/log" || fail "memory $megabytes: message: $(head -3 "$work/log")"
        [ "$(state "$where/out")" = earlier ] || fail "memory $megabytes: $(state "$where/out")"
        ;;
      1)
        grep -q "EXPR_TOO_LARGE" "$work/log" || fail "memory $megabytes: exit code 1: $(head -3 "$work/log")"
        [ "$(state "$where/out")" = earlier ] || fail "memory $megabytes: $(state "$where/out")"
        ;;
      *) fail "memory $megabytes: exit code $code: $(head -3 "$work/log")" ;;
    esac
    [ "$(hidden "$where")" -eq 0 ] || fail "memory $megabytes: hidden files are left"
    told="$told ${megabytes}m:$code"
  done
  echo "  memory: exit codes by heap:$told"
}

# printed NAME CODE COMMAND...: the exit code of a command whose standard output is lost.
printed() {
  local name=$1 wanted=$2 code
  shift 2
  bash -c "$*" 2>"$work/log"
  code=$?
  [ "$code" -eq "$wanted" ] || fail "stdout, $name: exit code $code, not $wanted: $(head -3 "$work/log")"
}

scenario_stdout() {
  local c="$java -jar '$jar'" where=$work/stdout i=0 redirect
  rm -rf "$where" && mkdir "$where"
  for redirect in '| head -0' '>&-' '>/dev/null 2>&-' '>&- 2>&-' '<&- >&- 2>&-' '>/dev/full' '>/dev/full 2>/dev/full'; do
    i=$((i + 1))
    printed "run $redirect" 0 "set -o pipefail; $c run --study '$study' --out '$where/$i' $redirect"
    [ "$(state "$where/$i")" = new ] || fail "stdout, run $redirect: $(state "$where/$i")"
  done
  printed "explain, full" 74 "$c explain '$patient' --results '$work/new' >/dev/full"
  grep -q "standard output" "$work/log" || fail "stdout: no message"
  printed "explain, closed" 74 "$c explain '$patient' --results '$work/new' >&-"
  printed "check, full" 74 "$c check --study '$study' >/dev/full"
  printed "help, true" 0 "$c --help | true"
  [ "$(hidden "$where")" -eq 0 ] || fail "stdout: hidden files are left"
  echo "  stdout: $i runs with closed or full streams, all results complete; explain and check end with 74"
}

scenario_together() {
  local count=$(((kills + 9) / 10)) i where=$work/together first second codes
  for ((i = 0; i < count; i++)); do
    rm -rf "$where" && mkdir "$where"
    $java -jar "$jar" run -q --study "$study" --out "$where/out" >"$work/log1" 2>&1 &
    first=$!
    $java -jar "$jar" run -q --study "$study" --out "$where/out" >"$work/log2" 2>&1 &
    second=$!
    wait "$first"; codes=$?
    wait "$second"; codes=$codes$?
    case $codes in
      01) grep -q "already holds results" "$work/log2" || fail "together $i: $(cat "$work/log2")" ;;
      10) grep -q "already holds results" "$work/log1" || fail "together $i: $(cat "$work/log1")" ;;
      *) fail "together $i: exit codes $codes" ;;
    esac
    [ "$(state "$where/out")" = new ] || fail "together $i: $(state "$where/out")"
    [ "$(hidden "$where")" -eq 0 ] || fail "together $i: hidden files are left"
    $java -jar "$jar" run -q --study "$study" --er-low include --out "$where/out" --force >"$work/log1" 2>&1 &
    first=$!
    $java -jar "$jar" run -q --study "$study" --out "$where/out" --force >"$work/log2" 2>&1 &
    second=$!
    wait "$first"; codes=$?
    wait "$second"; codes=$codes$?
    [ "$codes" = 00 ] || fail "together, --force $i: exit codes $codes: $(cat "$work/log1" "$work/log2")"
    case $(state "$where/out") in new | earlier) ;; *) fail "together, --force $i: $(state "$where/out")" ;; esac
    [ "$(hidden "$where")" -eq 0 ] || fail "together, --force $i: hidden files are left"
  done
  echo "  together: $count pairs without --force, of which one stood and the other was told; $count pairs with --force, the later one stands whole"
}

for name in "${scenarios[@]}"; do
  start=$(now)
  echo "$name"
  "scenario_$name"
  echo "  took $((($(now) - start) / 1000)) s"
done
if [ "$failures" -gt 0 ]; then
  echo "$failures failed"
  exit 1
fi
echo "all as promised"
