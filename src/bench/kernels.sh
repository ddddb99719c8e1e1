#!/usr/bin/env bash
# JMH benchmarks of the parts of the VCF scan. Maven's profile `bench` brings JMH; the normal build does not know it.
# usage: src/bench/kernels.sh [JMH ARGUMENTS]     after `mvn -q -DskipTests package`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p target/kernels
mvn -q -Pbench dependency:build-classpath -Dmdep.outputFile=target/kernels.classpath -Dmdep.includeScope=test
classpath=target/classes:$(cat target/kernels.classpath)
javac -d target/kernels -cp "$classpath" src/bench/kernels/org/cotarget/input/vcf/scan/*.java
java -cp "target/kernels:$classpath" org.openjdk.jmh.Main "$@"
