#!/usr/bin/env python3
"""Times whole runs of cotarget: wall time and peak memory, several runs, medians.

Usage: src/bench/run_time.py RUNS -- ARGUMENTS OF `cotarget run` WITHOUT --out
Prints a line a run and the medians. Interleave calls for an A/B comparison.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time


def measure(arguments):
    with tempfile.TemporaryDirectory() as folder:
        command = ["java", "-jar", "target/cotarget.jar", "run", "-q", *arguments, "--out", os.path.join(folder, "out")]
        start = time.monotonic()
        process = subprocess.Popen(command)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"exit code {process.returncode}: {' '.join(command)}")
        return wall, usage.ru_maxrss / 1024


def main():
    split = sys.argv.index("--")
    runs = int(sys.argv[1])
    arguments = sys.argv[split + 1 :]
    results = []
    for i in range(runs):
        results.append(measure(arguments))
        print(f"run {i + 1}: {results[-1][0]:.2f} s, {results[-1][1]:.0f} MiB")
    walls, peaks = zip(*results)
    print(f"median of {runs}: {statistics.median(walls):.2f} s ({min(walls):.2f}-{max(walls):.2f}), {statistics.median(peaks):.0f} MiB")


main()
