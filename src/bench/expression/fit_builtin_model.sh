#!/usr/bin/env bash
# Fits the built-in model again from the public TCGA-BRCA counts that it was made of.
# Usage, in the project folder: src/bench/expression/fit_builtin_model.sh DATA_FOLDER OUT
# COTARGET may name another command than the packaged jar.
set -euo pipefail
data=$1
${COTARGET:-java -jar target/cotarget.jar} fit -q --force \
  --expression "$data/expr_counts.tsv.gz" --clinical "$data/xena_clinical.tsv" \
  --id tcga-brca-counts --model-version 1 \
  --title "TCGA-BRCA, 75 primary tumours, RNA-seq read counts" \
  --source "The Cancer Genome Atlas Network 2012; read counts of 75 tumours and 20,124 genes as in PathAnalyser (MIT licence), ER, PR and HER2 by pathology from the UCSC Xena clinical table" \
  --platform "RNA-seq of whole transcriptomes, read counts by gene" \
  --citation TCGA12 --out "$2"
