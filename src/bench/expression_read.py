#!/usr/bin/env python3
"""Compares a whole `cotarget run` on an expression matrix with data.table::fread of the same file alone.

Usage, from the project's root, after `mvn -q -DskipTests package`:
    src/bench/expression_read.py RUNS GENES SAMPLES [log2|counts]

Both sides run as whole processes on 2 cores, interleaved; medians of wall time, of processor time and of peak memory are printed with
their ratios. Processor time is the sum over threads, so that on a busy machine it says more than wall time. The data are made from a
fixed seed below the temporary folder and removed. Needs R with data.table.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

FREAD = "suppressMessages(library(data.table)); setDTthreads(2); x <- fread(commandArgs(TRUE)[1]); cat(nrow(x), ncol(x) - 1)"


def measure(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"exit code {process.returncode}: {' '.join(command)}\n{output}")
    return output, (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main():
    runs, genes, samples = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    kind = sys.argv[4] if len(sys.argv) > 4 else "log2"
    results = {"fread": [], "cotarget": []}
    with tempfile.TemporaryDirectory() as folder:
        matrix, clinical = os.path.join(folder, "m.tsv"), os.path.join(folder, "c.tsv")
        subprocess.run(
            ["java", "src/bench/GenerateExpression.java", str(genes), str(samples), kind, "1", matrix, clinical], check=True
        )
        print(f"{genes} genes, {samples} samples, {kind}, {os.path.getsize(matrix) / 1e6:.0f} MB")
        for i in range(runs):
            output, figures = measure(["Rscript", "-e", FREAD, matrix])
            if output.split() != [str(genes), str(samples)]:
                sys.exit(f"fread read {output}")
            results["fread"].append(figures)
            out = os.path.join(folder, f"out{i}")
            command = ["java", "-jar", "target/cotarget.jar", "run", "--expression", matrix, "--clinical", clinical, "--out", out]
            output, figures = measure(command)
            if f"{samples} samples; {matrix}" not in output:
                sys.exit(f"cotarget read something else:\n{output}")
            results["cotarget"].append(figures)
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in results.items()}
    for name, (wall, cpu, peak) in medians.items():
        print(f"{name}: wall {wall:.2f} s, processor {cpu:.2f} s, peak {peak:.0f} MiB (medians of {runs})")
    ratios = [a / b for a, b in zip(medians["cotarget"], medians["fread"])]
    print(f"cotarget / fread: wall {ratios[0]:.2f}, processor {ratios[1]:.2f}, memory {ratios[2]:.2f}")
    floats = genes * samples * 4 / 2**20
    print(f"peak allowed, 1.5 times the matrix as float and 150 MiB: {1.5 * floats + 150:.0f} MiB")


main()
