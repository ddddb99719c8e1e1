#!/usr/bin/env python3
"""Writes a made-up breast cohort: clinical table, MAF, copy-number matrix and expression of the genes that are scored.

usage: cohort.py PATIENTS FOLDER

Receptors, alterations and their shares are of the size of published cohorts, and a part of every value is missing. The same
number of patients always gives the same bytes. Nothing but Python is needed.
"""
import os
import pathlib
import random
import sys

# Variants of the demo cohort (test-data/demo), on GRCh37, with the share of patients that carry each.
VARIANTS = [
    ("PIK3CA", "3", 178952085, "A", "G", "Missense_Mutation", "p.H1047R", 0.17),
    ("PIK3CA", "3", 178936091, "G", "A", "Missense_Mutation", "p.E545K", 0.13),
    ("AKT1", "14", 105246551, "C", "T", "Missense_Mutation", "p.E17K", 0.03),
    ("TP53", "17", 7577121, "G", "A", "Missense_Mutation", "p.R273C", 0.05),
    ("TP53", "17", 7578212, "G", "A", "Nonsense_Mutation", "p.R213*", 0.04),
    ("PTEN", "10", 89692905, "G", "A", "Missense_Mutation", "p.R130Q", 0.02),
]
PASSENGERS = 30
# Genes of the Y chromosome, which a cohort of women does not express.
SILENT = {"DDX3Y", "EIF1AY", "KDM5D", "RPS4Y1", "USP9Y", "UTY"}
COPY_NUMBER = ["PTEN", "PIK3CA", "AKT1", "AKT2", "AKT3", "INPP4B", "PIK3R1", "JAK2", "STAT5A", "STAT5B", "ERBB2", "MYC"]


def choice(draw, words):
    """A word by its weight."""
    return draw.choices([w for w, _ in words], [weight for _, weight in words])[0]


def patient(i):
    return f"SC-{i:07d}"


def clinical(path, patients):
    draw = random.Random(1)
    with open(path, "w") as out:
        out.write("PATIENT_ID\tSAMPLE_ID\tSEX\tAGE\tTUMOR_STAGE\tER_STATUS_BY_IHC\tER_PERCENT\tPR_STATUS_BY_IHC\t"
                  "HER2_STATUS_BY_IHC\tHER2_IHC_SCORE\tSUBTYPE\n")
        for i in range(patients):
            negative = draw.random() < 0.16
            her2 = draw.random() < (0.05 if negative else 0.13)
            er = "Negative" if negative else choice(draw, [("Positive", 80), ("Negative", 5), ("[Not Available]", 5)])
            percent = "" if er != "Positive" or draw.random() < 0.4 else str(draw.randint(11, 100))
            pr = "Negative" if negative else choice(draw, [("Positive", 65), ("Negative", 20), ("[Not Available]", 5)])
            status = choice(draw, [("Positive" if her2 else "Negative", 85), ("Equivocal", 6), ("[Not Available]", 9)])
            score = {"Positive": "3", "Equivocal": "2", "[Not Available]": ""}.get(status, draw.choice(["0", "1"]))
            out.write("\t".join([
                patient(i), patient(i) + "-01", "Female", str(draw.randint(28, 90)),
                draw.choice(["I", "IIA", "IIB", "IIIA", "IIIC", "IV", ""]), er, percent, pr, status, score, ""]) + "\n")


def maf(path, patients):
    draw = random.Random(2)
    with open(path, "w") as out:
        out.write("Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tVariant_Classification\tVariant_Type\t"
                  "Reference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tHGVSp_Short\tt_depth\tt_alt_count\n")
        for i in range(patients):
            sample = patient(i) + "-01"
            for gene, chrom, pos, ref, alt, kind, protein, share in VARIANTS:
                if draw.random() < share:
                    out.write(f"{gene}\tGRCh37\t{chrom}\t{pos}\t{pos}\t{kind}\tSNP\t{ref}\t{ref}\t{alt}\t{sample}\t{protein}\t"
                              f"{draw.randint(40, 300)}\t{draw.randint(8, 39)}\n")
            for _ in range(PASSENGERS):
                pos = draw.randint(1_000_000, 200_000_000)
                out.write(f"GENE{draw.randint(1, 18000)}\tGRCh37\t{draw.randint(1, 22)}\t{pos}\t{pos}\tMissense_Mutation\tSNP\t"
                          f"C\tC\tT\t{sample}\tp.A{draw.randint(1, 900)}V\t90\t30\n")


def copy_number(path, patients):
    draw = random.Random(3)
    with open(path, "w") as out:
        out.write("Hugo_Symbol\t" + "\t".join(patient(i) + "-01" for i in range(patients)) + "\n")
        for gene in COPY_NUMBER:
            out.write(gene + "\t" + "\t".join(draw.choices(["-2", "-1", "0", "1", "2"], [3, 20, 55, 18, 4], k=patients)) + "\n")


def needed_genes():
    """The genes of all bundled signatures, and those that calls and checks look at."""
    genes = set()
    folder = pathlib.Path(__file__).resolve().parents[3] / "reference/genes"
    for name in ("signature_genes.tsv", "panel.tsv"):
        rows = [line.split("\t") for line in (folder / name).read_text().splitlines() if not line.startswith("#")]
        genes |= {row[rows[0].index("symbol")] for row in rows[1:]}
    return sorted(genes)


def expression(path, patients, genes):
    draw = random.Random(4)
    with open(path, "w", buffering=1 << 20) as out:
        out.write("gene\t" + "\t".join(patient(i) + "-01" for i in range(patients)) + "\n")
        for gene in genes:
            mean = {"XIST": 10.0}.get(gene, 0.1 if gene in SILENT else draw.uniform(2, 11))
            pool = [f"{max(0.0, draw.gauss(mean, 1.2)):.3f}" for _ in range(256)]
            out.write(gene + "\t" + "\t".join([pool[b] for b in draw.randbytes(patients)]) + "\n")


def main():
    patients, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    clinical(os.path.join(folder, "clinical.tsv"), patients)
    maf(os.path.join(folder, "mutations.maf"), patients)
    copy_number(os.path.join(folder, "cna.tsv"), patients)
    expression(os.path.join(folder, "expression.tsv"), patients, needed_genes())


main()
