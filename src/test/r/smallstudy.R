# Egger's and Begg's tests on all sets of three studies or more, with R meta and metafor beside the formulas.
source("common.R")
suppressPackageStartupMessages(library(meta))
sets <- jsonlite::fromJSON("../resources/golden/sets.json", simplifyVector = FALSE)$cases
numbers <- function(x) vapply(x, as.numeric, 0)
one <- function(name, y, v) {
  s <- sqrt(v); k <- length(y)
  fit <- summary(lm(I(y / s) ~ I(1 / s)))$coefficients
  m <- metagen(y, s, method.tau = "DL", common = TRUE, random = TRUE)
  e <- metabias(m, method.bias = "Egger", k.min = 3); b <- metabias(m, method.bias = "Begg", k.min = 3)
  far <- relative_difference(unname(c(fit[1, 1], fit[1, 2], fit[1, 4])), unname(c(e$estimate[1], e$estimate[2], e$pval))); stopifnot(far < 1e-8)
  r <- regtest(y, v, model = "lm"); stopifnot(relative_difference(as.numeric(r$zval), fit[1, 3]) < 1e-8)
  # ties of numbers that differ by rounding alone (variances are squares of printed errors) are ties; R's own functions see none there
  ranks <- function(x) match(signif(x, 12), sort(unique(signif(x, 12))))
  u <- ranks((y - sum(y / v) / sum(1 / v)) / sqrt(v - 1 / sum(1 / v))); w <- ranks(v)
  tied <- anyDuplicated(u) > 0 || anyDuplicated(w) > 0
  rank <- suppressWarnings(cor.test(u, w, method = "kendall", exact = FALSE, continuity = FALSE))
  S <- sum(sapply(seq_len(k), function(i) sum(sign(u[i] - u[seq_len(i - 1)]) * sign(w[i] - w[seq_len(i - 1)]))))
  near <- length(unique(u)) != length(unique((y - sum(y / v) / sum(1 / v)) / sqrt(v - 1 / sum(1 / v)))) || length(unique(w)) != length(unique(v))
  if (!near) stopifnot(relative_difference(c(S, rank$p.value), c(unname(b$estimate[1]), unname(b$pval))) < 1e-8)
  if (!near) stopifnot(relative_difference(unname(rank$estimate), unname(suppressWarnings(ranktest(y, v))$tau)) < 1e-8) else cat(name, "ties by rounding\n")
  exact <- if (tied || k > 100) NA else unname(ranktest(y, v, exact = TRUE)$pval)
  list(name = name, k = k, intercept = fit[1, 1], interceptSe = fit[1, 2], t = fit[1, 3], p = fit[1, 4], slope = fit[2, 1], slopeSe = fit[2, 2],
    s = S, sSe = S / unname(rank$statistic), beggP = rank$p.value, tau = unname(rank$estimate), exactP = exact)
}
cases <- Filter(Negate(is.null), lapply(sets, function(d) {
  y <- numbers(d$yi); v <- numbers(d$vi); if (length(y) < 3 || diff(range(v)) == 0) NULL else one(d$name, y, v) }))
ties <- list(yi = c(.1, .3, .2, .5, .4, .9, .7, .6, .2, .8, .35), vi = c(.01, .02, .02, .05, .04, .04, .04, .1, .03, .08, .01))
cases <- c(cases, list(c(one("ties", ties$yi, ties$vi), list(yi = I(ties$yi), vi = I(ties$vi)))))
write_golden("smallstudy", "lm(y/s ~ 1/s); meta::metabias(method.bias = 'Egger' and 'Begg'); metafor::regtest(model = 'lm'), ranktest(exact = TRUE)", cases)
