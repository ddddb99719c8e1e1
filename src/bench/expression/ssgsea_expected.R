# Computes the rows of src/test/resources/ssgsea once, with GSVA (Debian r-bioc-gsva) on a small
# generated matrix with ties: ssGSEA with ssgsea.norm = FALSE and tau = 0.25.
# Usage, in the project folder: Rscript src/bench/expression/ssgsea_expected.R
suppressMessages(library(GSVA))
folder <- "src/test/resources/ssgsea"
set.seed(20)
genes <- sprintf("G%03d", 1:60)
x <- matrix(round(rexp(60 * 6, 0.2)), 60, 6, dimnames = list(genes, sprintf("S%d", 1:6)))
x[1:20, 2] <- 3
sets <- list(SMALL = genes[c(2, 9, 33)], MIDDLE = genes[c(1, 4, 7, 12, 20, 31, 44, 52, 59, 60)],
             LARGE = genes[seq(1, 60, by = 2)])
if (exists("ssgseaParam")) {
  es <- gsva(ssgseaParam(x, sets, alpha = 0.25, normalize = FALSE), verbose = FALSE)
} else {
  es <- gsva(x, sets, method = "ssgsea", tau = 0.25, ssgsea.norm = FALSE, verbose = FALSE)
}
write.table(x, file.path(folder, "input.tsv"), sep = "\t", quote = FALSE, col.names = NA)
long <- data.frame(set = rep(rownames(es), ncol(es)), sample = rep(colnames(es), each = nrow(es)),
                   score = sprintf("%.17g", as.vector(es)))
write.table(long, file.path(folder, "expected.tsv"), sep = "\t", quote = FALSE, row.names = FALSE)
writeLines(vapply(names(sets), function(n) paste(c(n, "", sets[[n]]), collapse = "\t"), ""),
           file.path(folder, "sets.gmt"))
cat("GSVA", as.character(packageVersion("GSVA")), "\n")
