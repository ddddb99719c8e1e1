#!/usr/bin/env Rscript
# Figures that the tests of `evaluate` are held against, computed by base R:
#   Rscript src/bench/evaluate_oracle.R > src/test/resources/evaluation/r_figures.tsv
# Wilson intervals by prop.test without continuity correction, Cohen's kappa by its formula, AUROC as the
# Mann-Whitney statistic of wilcox.test over the product of the numbers, DeLong's interval by its formula,
# quantiles of type 7.

out <- function(figure, input, expected) {
  cat(figure, input, paste(sprintf("%.17g", expected), collapse = " "), sep = "\t")
  cat("\n")
}

cat("figure\tinput\texpected\n")

for (case in list(c(0, 1), c(1, 1), c(0, 10), c(10, 10), c(1, 10), c(5, 10), c(3, 7), c(20, 240), c(28, 140),
                  c(42, 124), c(19, 93), c(79, 82), c(493, 496), c(1, 1000), c(999, 1000), c(12345, 99999))) {
  test <- suppressWarnings(prop.test(case[1], case[2], correct = FALSE))
  out("wilson", paste(case, collapse = " "), c(unname(test$estimate), test$conf.int))
}

kappa <- function(m) {
  n <- sum(m)
  agreed <- sum(diag(m)) / n
  chance <- sum(rowSums(m) * colSums(m)) / n^2
  (agreed - chance) / (1 - chance)
}
for (m in list(matrix(c(20, 5, 10, 15), 2, byrow = TRUE), matrix(c(45, 15, 25, 15), 2, byrow = TRUE),
               matrix(c(25, 35, 5, 35), 2, byrow = TRUE), matrix(c(0, 3, 4, 0), 2, byrow = TRUE),
               matrix(c(79, 0, 3, 493), 2, byrow = TRUE), matrix(c(1, 0, 0, 1), 2, byrow = TRUE),
               matrix(c(88, 14, 18, 10, 40, 10, 2, 6, 12), 3, byrow = TRUE),
               matrix(c(7, 0, 1, 2, 1, 9, 0, 0, 0, 2, 3, 1, 4, 0, 0, 11), 4, byrow = TRUE))) {
  out("kappa", paste(apply(m, 1, paste, collapse = " "), collapse = ";"), kappa(m))
}

delong <- function(pos, neg) {
  psi <- outer(pos, neg, function(x, y) (x > y) + 0.5 * (x == y))
  auc <- mean(psi)
  se <- sqrt(var(rowMeans(psi)) / length(pos) + var(colMeans(psi)) / length(neg))
  c(max(0, auc - qnorm(0.975) * se), min(1, auc + qnorm(0.975) * se))
}
set.seed(7)
cases <- list(
  list(c(0.9, 0.8, 0.7, 0.6, 0.55), c(0.5, 0.4, 0.65, 0.3)),
  list(c(1, 1, 2, 3), c(1, 2, 2, 0, 0)),
  list(c(3, 4, 5), c(0, 1, 2)),
  list(c(0, 1, 2), c(3, 4, 5)),
  list(c(1, 1, 1), c(1, 1)),
  list(c(-2.5, 0, 1e-9, 7), c(-1, 0, 0, 3, 8)),
  list(round(rnorm(40, 1), 1), round(rnorm(60), 1)),
  list(round(rnorm(15, 0.3), 3), round(rnorm(200), 3))
)
for (case in cases) {
  pos <- case[[1]]
  neg <- case[[2]]
  w <- suppressWarnings(wilcox.test(pos, neg, exact = FALSE)$statistic)
  input <- paste(paste(format(pos, digits = 15, trim = TRUE), collapse = " "),
                 paste(format(neg, digits = 15, trim = TRUE), collapse = " "), sep = ";")
  out("auroc", input, c(unname(w) / (length(pos) * length(neg)), delong(pos, neg)))
}

for (x in list(c(1, 2, 3, 4), c(0.5), c(0.1, 0.4, 0.35, 0.8, 0.9, 0.05, 0.6))) {
  out("quantile", paste(sort(x), collapse = " "), quantile(x, c(0.025, 0.975), type = 7, names = FALSE))
}
