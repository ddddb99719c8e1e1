# User time of R GSVA's ssGSEA (not normalised between samples) on a generated matrix and 50 sets.
# Usage: Rscript src/bench/expression/ssgsea_time.R MATRIX.tsv SETS.gmt ; prints user seconds of gsva() alone
suppressMessages(library(GSVA))
args <- commandArgs(trailingOnly = TRUE)
x <- as.matrix(read.delim(args[1], row.names = 1, check.names = FALSE))
lines <- strsplit(readLines(args[2]), "\t")
sets <- setNames(lapply(lines, function(l) l[-(1:2)]), vapply(lines, `[`, "", 1))
invisible(capture.output(time <- system.time(
  if (exists("ssgseaParam")) gsva(ssgseaParam(x, sets, alpha = 0.25, normalize = FALSE), verbose = FALSE)
  else gsva(x, sets, method = "ssgsea", tau = 0.25, ssgsea.norm = FALSE, verbose = FALSE))))
cat(sprintf("%.2f\n", time[["user.self"]] + time[["user.child"]]))
