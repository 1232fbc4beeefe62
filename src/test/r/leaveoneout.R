# Leave one study out, for every model.
source("common.R")
source("fits.R")
source("tables.R")

columns <- function(rows) { keys <- names(rows[[1]]); setNames(lapply(keys, function(n) I(unname(vapply(rows, function(r) as.numeric(r[[n]]), 0)))), keys) }
row_common <- function(y, v) { f <- common_effect(y, v, 0.95)
  list(estimate = f$estimate, se = f$se, ciLower = f$ciLower, ciUpper = f$ciUpper, pValue = f$pValue, q = f$q, qPValue = f$qPValue, iSquaredFromQ = f$iSquaredFromQ) }
row_random <- function(y, v, m) {
  if (length(y) < 2) return(as.list(c(estimate = NA, waldSe = NA, waldLower = NA, waldUpper = NA, waldPValue = NA, hkSe = NA, hkLower = NA, hkUpper = NA, hkPValue = NA, tau2 = NA, iSquared = NA)))
  f <- random_effects(y, v, m, 0.95)
  list(estimate = f$wald$estimate, waldSe = f$wald$se, waldLower = f$wald$ciLower, waldUpper = f$wald$ciUpper, waldPValue = f$wald$pValue,
    hkSe = f$hartungKnapp$se, hkLower = f$hartungKnapp$ciLower, hkUpper = f$hartungKnapp$ciUpper, hkPValue = f$hartungKnapp$pValue, tau2 = f$tau2, iSquared = f$iSquared) }

effects_part <- function(y, v, name) {
  without <- function(f, ...) columns(lapply(seq_along(y), function(i) f(y[-i], v[-i], ...)))
  out <- list(common = without(row_common), DL = without(row_random, "DL"), REML = without(row_random, "REML"))
  if (length(y) > 2) {   # against metafor's own leave1out
    ee <- leave1out(rma(y, v, method = "EE"), digits = 15); dl <- leave1out(rma(y, v, method = "DL"))
    far <- max(relative_difference(as.numeric(ee$Q), unclass(out$common$q)), relative_difference(as.numeric(ee$estimate), unclass(out$common$estimate)),
      relative_difference(as.numeric(dl$ci.lb), unclass(out$DL$waldLower)), relative_difference(as.numeric(dl$tau2), unclass(out$DL$tau2)))
    cat(sprintf("%-24s largest difference from leave1out %.1e\n", name, far)); stopifnot(far < 1e-9)
  }
  out
}
counts_part <- function(d) {
  tables_without <- function(f) columns(lapply(seq_len(nrow(d)), function(i) f(d[-i, ])))
  q <- function(r, y, v, b) { k <- sum(is.finite(y) & is.finite(v) & v > 0); ok <- is.finite(y) & is.finite(v); x <- sum((y[ok] - b)^2 / v[ok])
    list(q = x, qDf = k - 1, qPValue = if (k > 1) pchisq(x, k - 1, lower.tail = FALSE) else NA, iSquaredFromQ = if (k > 1) max(0, 100 * (x - k + 1) / x) else NA) }
  row <- function(r) c(list(estimate = unname(r$beta[1]), se = r$se, ciLower = r$ci.lb, ciUpper = r$ci.ub, pValue = r$pval),
    q(r, as.numeric(r$yi), as.numeric(r$vi), unname(r$beta[1])))
  mh <- function(m) tables_without(function(x) row(suppressWarnings(rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = x, measure = m,
    correct = FALSE, drop00 = c(m != "RD", FALSE)))))
  c(sapply(c("RR", "OR", "RD"), mh, simplify = FALSE), list(peto = tables_without(function(x)
    row(suppressWarnings(rma.peto(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = x, add = 0, to = "none"))))))
}
table_case <- function(name, m, d) {
  es <- suppressWarnings(escalc(m, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, drop00 = m != "RD")); i <- !is.na(es$yi)
  c(list(name = name, measure = m, labels = I(d$study[i]), yi = I(as.numeric(es$yi[i])), vi = I(as.numeric(es$vi[i]))),
    effects_part(as.numeric(es$yi[i]), as.numeric(es$vi[i]), name),
    list(table = list(labels = I(d$study), ai = I(d$ai), n1i = I(d$n1i), ci = I(d$ci), n2i = I(d$n2i)), mantelHaenszelAndPeto = counts_part(d)))
}
plain_case <- function(name, m, y, v, labels) c(list(name = name, measure = m, labels = I(labels), yi = I(as.numeric(y)), vi = I(as.numeric(v))),
  effects_part(as.numeric(y), as.numeric(v), name), list(table = NULL, mantelHaenszelAndPeto = NULL))

cases <- list(table_case("bcg", "RR", tables$bcg), table_case("nielweise2007", "OR", tables$nielweise2007),
  table_case("collins1985b", "OR", tables$collins1985b), table_case("breast ORR", "RR", tables$`breast ORR`), table_case("breast CBR", "RR", tables$`breast CBR`),
  with(breast_pfs, plain_case("breast PFS", "HR", log(hr), (log(high / low) / (2 * qnorm(.975)))^2, study)),
  { es <- escalc("MD", n1i = n1i, m1i = m1i, sd1i = sd1i, n2i = n2i, m2i = m2i, sd2i = sd2i, data = dat.normand1999); plain_case("normand1999", "MD", es$yi, es$vi, dat.normand1999$source) },
  with(dat.raudenbush1985, plain_case("raudenbush1985", "SMD", yi, vi, slabs(author, year))),
  plain_case("edge: k = 2", "GEN", c(0.1, 0.9), c(0.02, 0.05), c("A", "B")),
  plain_case("edge: k = 3", "GEN", c(-0.4, 0.2, 1.1), c(0.04, 0.09, 0.01), c("A", "B", "C")))
write_golden("leaveoneout", paste("the fits of models.R without each study in turn (common effect and DL checked against leave1out);",
  "rma.mh(correct = FALSE) and rma.peto(add = 0, to = 'none') on the table without the study"), cases)
