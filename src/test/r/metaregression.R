# Meta-regression: rma.uni(mods = ~ ...) with every estimator of tau2 and every test.
source("common.R")

METHODS <- c("DL", "PM", "REML", "ML", "HE", "HS", "SJ", "EB")
TESTS <- c(WALD = "z", T = "t", HARTUNG_KNAPP = "knha", HARTUNG_KNAPP_SE = "adhoc")

one <- function(d, formula, method, test, at) {
  r <- suppressWarnings(rma(yi, vi, mods = formula, data = d, method = method, test = test, control = TIGHT))
  p <- predict(r, newmods = at)
  ci <- if (test == "z") suppressWarnings(confint(r, control = list(tol = 1e-14, maxiter = 10000, tau2.max = 1e4)))$random["tau^2", ] else NULL
  list(method = method, test = names(TESTS)[TESTS == test], tau2 = r$tau2, estimates = I(unname(r$beta[, 1])), se = I(r$se), statistic = I(unname(r$zval)),
    pValues = I(unname(r$pval)), lower = I(r$ci.lb), upper = I(r$ci.ub), qe = r$QE, qep = r$QEp, qm = r$QM, qmp = r$QMp,
    r2 = if (is.null(r$R2)) NA else r$R2, i2 = r$I2, h2 = r$H2, se_tau2 = if (method %in% c("ML", "REML")) r$se.tau2 else NA,
    logLik = if (method %in% c("ML", "REML")) as.numeric(logLik(r)) else NA,
    pred = p$pred, predLower = p$ci.lb, predUpper = p$ci.ub, piLower = p$pi.lb, piUpper = p$pi.ub,
    tau2Lower = if (is.null(ci)) NA else ci[["ci.lb"]], tau2Upper = if (is.null(ci)) NA else ci[["ci.ub"]])
}
regression <- function(name, d, mods, formula, at, atValues) {
  d <- d[!is.na(d$yi) & !is.na(d$vi), ]
  fits <- list()
  for (m in METHODS) for (t in TESTS) {
    f <- tryCatch(one(d, formula, m, t, at), error = function(e) { cat(name, m, t, conditionMessage(e), "\n"); NULL })
    if (!is.null(f)) fits[[length(fits) + 1]] <- f
  }
  list(name = name, yi = I(as.numeric(d$yi)), vi = I(as.numeric(d$vi)),
    moderators = lapply(mods, function(m) list(name = m, numeric = is.numeric(d[[m]]), values = I(d[[m]]))),
    at = lapply(atValues, function(x) x), fits = fits)
}
cases <- list()
add <- function(...) cases[[length(cases) + 1]] <<- regression(...)
d <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
add("bcg: ablat", d, "ablat", ~ablat, 30, list(30))
add("bcg: ablat and year", d, c("ablat", "year"), ~ ablat + year, c(30, 1970), list(30, 1970))
add("bcg: alloc", d, "alloc", ~alloc, c(1, 0), list("random"))
add("bcg: alloc, year and ablat", d, c("alloc", "year", "ablat"), ~ alloc + year + ablat, c(0, 1, 1960, 20), list("systematic", 1960, 20))
d <- dat.raudenbush1985; d$weeks <- ifelse(d$weeks > 3, 3, d$weeks)
add("raudenbush1985: weeks", d, "weeks", ~weeks, 1, list(1))
add("raudenbush1985: weeks, setting and tester", d, c("weeks", "setting", "tester"), ~ weeks + setting + tester, c(2, 1, 0), list(2, "indiv", "aware"))
d <- dat.bangertdrowns2004; d <- d[!is.na(d$length) & !is.na(d$wic), ]
add("bangertdrowns2004: length and wic", d, c("length", "wic"), ~ length + wic, c(15, 1), list(15, 1))
d <- escalc("PLO", xi = xi, ni = ni, data = dat.debruin2009)
add("debruin2009: ethnicity and scq", d, c("ethnicity", "scq"), ~ ethnicity + scq, c(1, 30), list("other", 30))
for (c in cases) cat(sprintf("%-45s %d fits\n", c$name, length(c$fits)))
write_golden("metaregression", "rma(yi, vi, mods = ~ ..., method, test), predict(newmods), confint", cases)
