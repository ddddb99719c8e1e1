# Scores PROGENy PI3K and JAK-STAT on a matrix of counts with R progeny (Debian r-bioc-progeny), top 100,
# for comparison with ours by ProgenyAgainstRTest.
# Usage: Rscript src/bench/expression/progeny_tcga.R COUNTS.tsv.gz OUT.tsv
# then:  mvn -o -Dtest=ProgenyAgainstRTest -Dcotarget.progeny=OUT.tsv test
suppressMessages(library(progeny))
args <- commandArgs(trailingOnly = TRUE)
counts <- as.matrix(read.delim(args[1], row.names = 1, check.names = FALSE))
log2cpm <- log2(t(t(counts) / colSums(counts) * 1e6) + 1)
scores <- progeny(log2cpm, scale = TRUE, organism = "Human", top = 100)
out <- data.frame(sample = rownames(scores), PI3K = sprintf("%.17g", scores[, "PI3K"]),
                  JAK_STAT = sprintf("%.17g", scores[, "JAK-STAT"]))
write.table(out, args[2], sep = "\t", quote = FALSE, row.names = FALSE)
cat("progeny", as.character(packageVersion("progeny")), "\n")
