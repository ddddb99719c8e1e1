#!/usr/bin/env bash
# Size and write time of report.html for the patients of a result folder, repeated up to a number.
# usage: src/bench/report_time.sh RESULT_FOLDER PATIENTS   (needs target/cotarget.jar)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
jar=${JAR:-target/cotarget.jar}
javac -proc:none -d "$work" -cp "$jar" src/bench/report/org/cotarget/report/ReportTime.java
java -cp "$work:$jar" org.cotarget.report.ReportTime "$1/results.json" "$2" "${PAGE:-$work/report.html}"
