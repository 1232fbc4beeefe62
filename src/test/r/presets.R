# What R meta and metafor print under their own settings, common and random side by side: presets META8, REVMAN5, IQWIG6, METAFOR5.
# Run: Rscript presets.R
# RR.Cochrane = TRUE throughout: R meta's default adds 0.5, not 1, to the totals of a risk ratio's zero-cell study, which Copse does not imitate.
source("common.R")
source("tables.R")
suppressPackageStartupMessages(library(meta))

percent <- function(w) I(unname(100 * w / sum(w)))
of_meta <- function(program, d, sm, group = NULL, tau.common = FALSE) {
  settings.meta("reset"); if (program != "META8") settings.meta(c(REVMAN5 = "RevMan5", IQWIG6 = "IQWiG6")[[program]])
  settings.meta(RR.Cochrane = TRUE)
  x <- suppressWarnings(metabin(ai, n1i, ci, n2i, data = d, sm = sm, method = "MH", prediction = TRUE, control = TIGHT, studlab = study))
  list(common = list(estimate = x$TE.common, se = x$seTE.common, ciLower = x$lower.common, ciUpper = x$upper.common, weights = percent(x$w.common)),
    random = list(estimate = x$TE.random, se = x$seTE.random, ciLower = x$lower.random, ciUpper = x$upper.random, pValue = x$pval.random, weights = percent(x$w.random)),
    tau2 = x$tau2, q = x$Q, qDf = x$df.Q, iSquared = 100 * x$I2, prediction = if (program == "REVMAN5" || x$k < 2) NULL else list(lower = x$lower.predict, upper = x$upper.predict))
}
of_metafor <- function(d, sm) {
  m <- suppressWarnings(rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, measure = sm))
  r <- suppressWarnings(rma(measure = sm, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, control = TIGHT)); p <- predict(r)
  list(common = list(estimate = unname(m$beta[1]), se = m$se, ciLower = m$ci.lb, ciUpper = m$ci.ub, weights = NULL),
    random = list(estimate = unname(r$beta[1]), se = r$se, ciLower = r$ci.lb, ciUpper = r$ci.ub, pValue = r$pval, weights = I(unname(weights(r)))),
    tau2 = r$tau2, q = r$QE, qDf = r$k - 1, iSquared = r$I2, prediction = list(lower = p$pi.lb, upper = p$pi.ub))
}
cases <- list()
for (n in names(tables)) for (sm in c("RR", "OR", "RD")) {
  d <- tables[[n]]; if (nrow(d) > 60) next
  try_or_null <- function(e) tryCatch(e, error = function(err) { cat(n, sm, conditionMessage(err), "\n"); NULL })
  programs <- list(META8 = try_or_null(of_meta("META8", d, sm)), REVMAN5 = try_or_null(of_meta("REVMAN5", d, sm)),
    IQWIG6 = try_or_null(of_meta("IQWIG6", d, sm)), METAFOR5 = try_or_null(of_metafor(d, sm)))
  cases[[length(cases) + 1]] <- list(name = n, measure = sm, labels = I(d$study), ai = I(d$ai), n1i = I(d$n1i), ci = I(d$ci), n2i = I(d$n2i), programs = programs)
}
# subgroups of counts: Mantel-Haenszel and random effects, both tests
settings.meta("reset"); settings.meta(RR.Cochrane = TRUE)
groups <- list()
for (sm in c("RR", "OR", "RD")) for (program in c("META8", "REVMAN5")) {
  settings.meta("reset"); if (program != "META8") settings.meta("RevMan5"); settings.meta(RR.Cochrane = TRUE)
  d <- tables$bcg
  x <- metabin(ai, n1i, ci, n2i, data = d, sm = sm, method = "MH", subgroup = dat.bcg$alloc, control = TIGHT)
  groups[[length(groups) + 1]] <- list(measure = sm, program = program, groups = I(unname(x$subgroup.levels)), common = I(unname(x$TE.common.w)), random = I(unname(x$TE.random.w)),
    tau2 = I(unname(x$tau2.w)), qCommon = x$Q.b.common, pCommon = x$pval.Q.b.common, qRandom = x$Q.b.random, pRandom = x$pval.Q.b.random)
}
cases[[length(cases) + 1]] <- list(name = "bcg by alloc", subgroups = groups)
write_golden("presets", "metabin(ai, n1i, ci, n2i, method = 'MH', RR.Cochrane = TRUE) after settings.meta(), rma.mh() and rma() with defaults but tight control", cases)
