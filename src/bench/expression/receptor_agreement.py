#!/usr/bin/env python3
"""Agreement of receptors by mRNA with pathology, with Wilson 95% intervals, from the calls.tsv of a run.

Usage: src/bench/expression/receptor_agreement.py RESULTS/calls.tsv
"""
import csv
import math
import sys


def wilson(hits, n):
    if n == 0:
        return "no sample"
    z, p = 1.959963984540054, hits / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return f"{hits} of {n}, {100 * p:.1f}% ({100 * (middle - half):.1f}-{100 * (middle + half):.1f}%)"


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for name, positive, negative in (("ER", ("POS", "LOW"), ("NEG",)), ("PR", ("POS", "LOW"), ("NEG",)),
                                     ("HER2", ("POSITIVE",), ("NEGATIVE",))):
        pairs = [(row[name] in positive, float(row[f"{name}_MRNA_POSTERIOR"])) for row in rows
                 if row[f"{name}_MRNA_POSTERIOR"] != "NA" and row[name] in positive + negative]
        hits = lambda found: sum(truth == (p >= 0.5) for truth, p in found)
        clear = [(t, p) for t, p in pairs if not 0.1 < p < 0.9]
        print(name, "agreement", wilson(hits(pairs), len(pairs)))
        print(name, "sensitivity", wilson(sum(p >= 0.5 for t, p in pairs if t), sum(t for t, p in pairs)))
        print(name, "specificity", wilson(sum(p < 0.5 for t, p in pairs if not t), sum(not t for t, p in pairs)))
        print(name, "agreement where not ambiguous", wilson(hits(clear), len(clear)))
    both = [row for row in rows if row["MRNA_DISCORDANCE"]]
    print("discordant samples", len(both))
    print("TNBC calls", sum(row["TNBC_CALL"] == "TNBC" for row in rows),
          "TNBC_PROBABLE", sum(row["TNBC_CALL"] == "TNBC_PROBABLE" for row in rows))


main()
