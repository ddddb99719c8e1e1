#!/usr/bin/env bash
# A folder that runs cotarget without an installed Java: OUT/bin/cotarget, made of the jar and the parts of this JDK that it uses.
# The Dockerfile builds its image from it; it also serves machines without containers (same system and C library).
# Usage: workflows/container/jlink.sh target/cotarget.jar OUT
set -euo pipefail
if [ $# -ne 2 ] || [ ! -f "$1" ]; then
  echo "usage: $0 target/cotarget.jar OUT" >&2
  exit 2
fi
jar=$1
out=$2
if [ -e "$out" ]; then
  echo "$out is already there" >&2
  exit 1
fi
modules=$(jdeps --ignore-missing-deps --multi-release 17 --print-module-deps "$jar")
mkdir -p "$out/bin" "$out/lib"
strip=(--strip-java-debug-attributes)
command -v objcopy >/dev/null && strip=(--strip-debug)
jlink --add-modules "$modules" "${strip[@]}" --no-header-files --no-man-pages --compress=2 --output "$out/java"
# The archive of the JDK's own classes, which jlink leaves out: starts are faster.
"$out/java/bin/java" -Xshare:dump >/dev/null
cp "$jar" "$out/lib/cotarget.jar"
cat >"$out/bin/cotarget" <<'EOF'
#!/bin/sh
here=$(dirname "$(dirname "$(readlink -f "$0")")")
exec "$here/java/bin/java" -jar "$here/lib/cotarget.jar" "$@"
EOF
chmod +x "$out/bin/cotarget"
echo "modules: $modules"
du -sm "$out" "$out/java" "$out/lib"
"$out/bin/cotarget" --version
