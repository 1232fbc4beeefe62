# Agreement of raters: vcd::Kappa and psych::cohen.kappa for two raters; for the variance under no
# agreement (Fleiss, Cohen and Everitt 1969, equation 14, which neither package prints) and Fleiss' kappa
# (Fleiss 1971; Fleiss, Nee and Landis 1979) the formulas themselves.
source("common.R")
suppressPackageStartupMessages({library(vcd); library(psych)})

null_se <- function(x, w) {
  p <- x / sum(x); r <- rowSums(p); s <- colSums(p); e <- outer(r, s)
  pe <- sum(w * e); wi <- as.vector(w %*% s); wj <- as.vector(r %*% w)
  sqrt((sum(e * (w - outer(wi, wj, "+"))^2) - pe^2) / (sum(x) * (1 - pe)^2))
}
linear <- function(c) 1 - abs(outer(1:c, 1:c, "-")) / (c - 1)

tables <- list(
  "three answers" = matrix(c(14, 2, 0, 5, 8, 3, 1, 1, 6), 3, byrow = TRUE),
  "two answers" = matrix(c(20, 5, 10, 15), 2, byrow = TRUE),
  "worse than chance" = matrix(c(1, 9, 2, 8, 3, 4, 2, 6, 5), 3, byrow = TRUE),
  "an answer nobody gave" = matrix(c(9, 2, 0, 3, 7, 0, 0, 0, 0), 3, byrow = TRUE),
  "five answers" = matrix(c(10, 3, 1, 0, 0, 2, 12, 4, 1, 0, 0, 3, 9, 2, 1, 1, 0, 2, 8, 2, 0, 0, 1, 3, 7), 5, byrow = TRUE),
  "few studies" = matrix(c(3, 1, 0, 1, 2, 1, 0, 0, 4), 3, byrow = TRUE))

cases <- list()
for (name in names(tables)) {
  x <- tables[[name]]; c <- nrow(x)
  l <- vcd::Kappa(x, weights = "Equal-Spacing"); q <- vcd::Kappa(x, weights = "Fleiss-Cohen")
  ps <- psych::cohen.kappa(x)
  stopifnot(abs(ps$kappa - l$Unweighted["value"]) < 1e-12, abs(ps$weighted.kappa - q$Weighted["value"]) < 1e-12,
            abs(sqrt(ps$var.kappa) - l$Unweighted["ASE"]) < 1e-10)  # psych's weighted variance is not that of equation 8; vcd's is
  one <- function(v, w, ci) list(kappa = v[["value"]], se = v[["ASE"]], null_se = null_se(x, w),
                                 lower = ci[1], upper = ci[2])
  cu <- confint(l); cq <- confint(q)
  cases[[length(cases) + 1]] <- list(
    name = name, counts = lapply(seq_len(c), function(i) I(x[i, ])), agreement = ps$agree |> diag() |> sum(),
    UNWEIGHTED = one(l$Unweighted, diag(c), cu["Unweighted", ]),
    LINEAR = one(l$Weighted, linear(c), cu["Weighted", ]),
    QUADRATIC = one(q$Weighted, 1 - (1 - linear(c))^2, cq["Weighted", ]))
}

fleiss <- function(x) {
  n <- nrow(x); m <- sum(x[1, ]); p <- colSums(x) / (n * m); q <- 1 - p
  po <- mean((rowSums(x^2) - m) / (m * (m - 1))); pe <- sum(p^2)
  se <- sqrt(2) / (sum(p * q) * sqrt(n * m * (m - 1))) * sqrt(sum(p * q)^2 - sum(p * q * (q - p)))
  list(kappa = (po - pe) / (1 - pe), se = se, agreement = po, chance = pe)
}
set.seed(20)
sets <- list("three raters" = t(rmultinom(12, 3, c(.5, .3, .2))), "six raters" = t(rmultinom(30, 6, c(.4, .3, .1, .1, .1))),
             "agreeing" = rbind(c(4, 0), c(0, 4), c(4, 0), c(3, 1)))
for (name in names(sets)) {
  x <- sets[[name]]
  cases[[length(cases) + 1]] <- c(list(name = name, fleiss = TRUE, counts = lapply(seq_len(nrow(x)), function(i) I(x[i, ]))), fleiss(x))
}
write_golden("appraisal", paste0("vcd::Kappa (", packageVersion("vcd"), "), psych::cohen.kappa (", packageVersion("psych"),
             "); Fleiss' kappa and standard errors under kappa = 0 by their formulas"), cases)
