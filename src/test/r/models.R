# Common effect and random effects (DL, PM, REML) on effects and variances.
source("common.R")
source("fits.R")
source("breast.R")

worst <- c(estimates = 0, tau2 = 0, qprofile = 0)
note_worst <- function(what, a, b) {
  d <- relative_difference(a, b)
  if (is.finite(d)) worst[[what]] <<- max(worst[[what]], d)
  d
}

# everything above again by metafor, at the same tau2; the difference goes into the file
agreement <- function(y, v, level, common, random, profile) {
  ee <- suppressWarnings(rma(y, v, method = "EE", level = 100 * level))
  out <- list(common = note_worst("estimates", c(ee$b, ee$se, ee$ci.lb, ee$ci.ub, ee$pval, ee$QE),
    c(common$estimate, common$se, common$ciLower, common$ciUpper, common$pValue, common$q)))
  if (length(y) < 2) return(out)
  for (m in names(random)) {
    r <- random[[m]]; given <- metafor_tau2(m, y, v)
    wald <- suppressWarnings(rma(y, v, tau2 = r$tau2, level = 100 * level))
    hk <- tryCatch(suppressWarnings(rma(y, v, tau2 = r$tau2, level = 100 * level, test = "knha")), error = function(e) NULL)
    here <- c(r$wald$estimate, r$wald$se, r$wald$ciLower, r$wald$ciUpper, r$wald$pValue, r$iSquared, r$hSquared, r$weights)
    there <- c(wald$b, wald$se, wald$ci.lb, wald$ci.ub, wald$pval, wald$I2, wald$H2, weights(wald))
    if (!is.null(hk) && r$hartungKnapp$se > 0) {
      here <- c(here, r$hartungKnapp$se, r$hartungKnapp$ciLower, r$hartungKnapp$ciUpper, r$hartungKnapp$pValue)
      there <- c(there, hk$se, hk$ci.lb, hk$ci.ub, hk$pval)
    }
    # metafor's own tau2: compared in units of the typical variance, or a tau2 near 0 would count as far off
    off <- if (is.na(given)) NA else abs(given - r$tau2) / (r$tau2 + typical_variance(v))
    if (!is.na(off)) worst[["tau2"]] <<- max(worst[["tau2"]], off)
    out[[m]] <- list(metaforTau2 = given, tau2Difference = off, atSameTau2 = note_worst("estimates", here, there))
  }
  qp <- tryCatch(suppressWarnings(confint(rma(y, v, method = "DL", level = 100 * level),
    control = list(tol = 1e-12, tau2.max = 1e4 * (diff(range(y))^2 + max(v)), maxiter = 10000))), error = function(e) NULL)
  if (!is.null(qp)) {
    m <- qp$random["tau^2", c("ci.lb", "ci.ub")]; vt <- typical_variance(v)
    out$qProfile <- max(abs(m - c(profile$tau2Lower, profile$tau2Upper)) / (c(profile$tau2Lower, profile$tau2Upper) + vt))
    if (is.finite(out$qProfile)) worst[["qprofile"]] <<- max(worst[["qprofile"]], out$qProfile)
  }
  out
}

model_case <- function(name, measure, y, v, labels, level = 0.95) {
  y <- as.numeric(y); v <- as.numeric(v); keep <- !is.na(y) & !is.na(v); y <- y[keep]; v <- v[keep]; labels <- labels[keep]
  k <- length(y); common <- common_effect(y, v, level); random <- NULL; profile <- NULL
  if (k > 1) {
    random <- sapply(names(TAU2), function(m) random_effects(y, v, m, level), simplify = FALSE)
    profile <- q_profile(y, v, level)
    stopifnot(random$PM$tau2 == 0 || abs(q_at(random$PM$tau2, y, v) - (k - 1)) < 1e-10)
    score <- restricted_score(random$REML$tau2, y, v) * (random$REML$tau2 + typical_variance(v))
    stopifnot(random$REML$tau2 == 0 || abs(score) < 1e-9 * k)
  }
  agree <- agreement(y, v, level, common, random, profile)
  flat <- unlist(agree); flat <- flat[!grepl("metaforTau2", names(flat))]
  cat(sprintf("%-22s %-5s k=%3d  largest difference from metafor %8.1e%s%s\n", name, measure, k, max(flat, na.rm = TRUE),
    if (any(is.na(flat))) paste("  no answer from metafor:", paste(names(flat)[is.na(flat)], collapse = " ")) else "",
    if (k > 1 && local_optima(y, v) > 1) "  several REML optima" else ""))
  list(name = name, measure = measure, k = k, level = level, labels = I(labels), yi = I(y), vi = I(v),
       common = common, random = random, tau2Interval = profile,
       remlOptima = if (k > 1) local_optima(y, v) else NULL, differenceFromMetafor = agree)
}
from_escalc <- function(name, data, measure, labels, level = 0.95, ...) {
  es <- suppressWarnings(eval(substitute(escalc(measure = measure, data = data, ...))))
  model_case(name, measure, es$yi, es$vi, labels, level)
}

cases <- list()
add <- function(...) cases[[length(cases) + 1]] <<- from_escalc(...)
add_plain <- function(...) cases[[length(cases) + 1]] <<- model_case(...)

d <- dat.bcg; s <- slabs(d$author, d$year)
for (m in c("RR", "OR", "RD")) add("bcg", d, m, s, ai = tpos, bi = tneg, ci = cpos, di = cneg)
add("bcg level 90", d, "RR", s, level = 0.90, ai = tpos, bi = tneg, ci = cpos, di = cneg)
d <- dat.collins1985b
for (m in c("RR", "OR", "RD")) add("collins1985b", d, m, slabs(d$author, d$year), ai = pre.xti, n1i = pre.nti, ci = pre.xci, n2i = pre.nci)
d <- dat.collins1985a
add("collins1985a", d, "OR", slabs(d$trial, d$year), ai = b.xti, n1i = nti, ci = b.xci, n2i = nci, drop00 = TRUE)
d <- dat.li2007
for (m in c("RR", "OR", "RD")) add("li2007", d, m, slabs(d$study, d$year), ai = ai, n1i = n1i, ci = ci, n2i = n2i)
d <- dat.yusuf1985[dat.yusuf1985$table == 6, ]
for (m in c("RR", "OR", "RD", "PETO")) add("yusuf1985 table 6", d, m, slabs(d$trial), ai = ai, n1i = n1i, ci = ci, n2i = n2i, drop00 = TRUE)
d <- dat.nielweise2007
for (m in c("RR", "OR", "RD")) add("nielweise2007", d, m, slabs(d$author, d$year), ai = ai, n1i = n1i, ci = ci, n2i = n2i, drop00 = TRUE)
d <- dat.egger2001; add("egger2001", d, "OR", slabs(d$study, d$year), ai = ai, n1i = n1i, ci = ci, n2i = n2i)
d <- dat.hine1989; add("hine1989", d, "RD", slabs(d$source), ai = ai, n1i = n1i, ci = ci, n2i = n2i)
d <- dat.linde2005; for (m in c("RR", "OR")) add("linde2005", d, m, slabs(d$study, d$year), ai = ai, n1i = n1i, ci = ci, n2i = n2i)
d <- dat.axfors2021[dat.axfors2021$hcq_cq == "hcq", ]
add("axfors2021 hcq", d, "OR", slabs(d$acronym), ai = hcq_arm_event, n1i = hcq_arm_total, ci = control_arm_event, n2i = control_arm_total, drop00 = TRUE)
d <- dat.normand1999; for (m in c("MD", "SMD"))
  add("normand1999", d, m, slabs(d$source), m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i)
d <- dat.gibson2002; add("gibson2002", d, "SMD", slabs(d$author, d$year), m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i)
d <- dat.curtis1998; add("curtis1998", d, "ROM", slabs("id", d$id), m1i = m2i, sd1i = sd2i, n1i = n2i, m2i = m1i, sd2i = sd1i, n2i = n1i)
d <- dat.pritz1997; for (m in c("PR", "PLO", "PFT")) add("pritz1997", d, m, slabs(d$authors), xi = xi, ni = ni)
d <- dat.debruin2009; for (m in c("PR", "PLO", "PFT")) add("debruin2009", d, m, slabs(d$author, d$year), xi = xi, ni = ni)
d <- dat.hart1999; add("hart1999", d, "IRR", slabs(d$study, d$year), x1i = x1i, x2i = x2i, t1i = t1i, t2i = t2i)
d <- dat.nielweise2008; add("nielweise2008", d, "IRR", slabs(d$authors, d$year), x1i = x1i, x2i = x2i, t1i = t1i, t2i = t2i)
d <- dat.mcdaniel1994; add("mcdaniel1994", d, "ZCOR", slabs("study", d$study), ri = ri, ni = ni)
d <- dat.molloy2014; add("molloy2014", d, "ZCOR", slabs(d$authors, d$year), ri = ri, ni = ni)
d <- dat.hackshaw1998; add_plain("hackshaw1998", "OR", d$yi, d$vi, slabs(d$author, d$year))
d <- dat.raudenbush1985; add_plain("raudenbush1985", "SMD", d$yi, d$vi, slabs(d$author, d$year))
d <- dat.bangertdrowns2004; add_plain("bangertdrowns2004", "SMD", d$yi, d$vi, slabs(d$author, d$year))
d <- dat.begg1989; add_plain("begg1989", "PR", d$yi, d$vi, slabs("study", d$study))
d <- breast_pfs; add_plain("breast PFS", "HR", log(d$hr), (log(d$high / d$low) / (2 * qnorm(.975)))^2, d$study)

# edges
edge <- function(name, y, v) add_plain(paste("edge:", name), "GEN", y, v, paste("S", seq_along(y)))
edge("k = 1", 0.3, 0.04)
edge("k = 2", c(0.1, 0.9), c(0.02, 0.05))
edge("k = 2, tau2 = 0", c(0.1, 0.2), c(0.02, 0.05))
edge("k = 3", c(-0.4, 0.2, 1.1), c(0.04, 0.09, 0.01))
edge("equal effects", rep(0.5, 5), c(0.01, 0.02, 0.03, 0.04, 0.05))
edge("equal effects and variances", rep(-1, 4), rep(0.25, 4))
edge("equal variances", c(0.1, 0.5, -0.3, 0.8, 1.2), rep(0.1, 5))
edge("tau2 = 0", c(0.11, 0.14, 0.09, 0.12, 0.10, 0.15), c(0.04, 0.03, 0.05, 0.02, 0.06, 0.04))
edge("empty tau2 interval", c(0.1, 0.11, 0.1, 0.105, 0.1, 0.1), c(0.04, 0.03, 0.05, 0.02, 0.06, 0.04))
edge("variances over 12 orders", c(0.2, 0.5, -0.1, 0.9, 1.4, -2, 30), 10^c(-6, -4, -2, 0, 2, 4, 6))
edge("variances over 12 orders, homogeneous", c(0.2, 0.2001, 0.21, 0.3, 1.4, -2, 30), 10^c(-6, -4, -2, 0, 2, 4, 6))
edge("one tiny variance", c(0.2, 0.5, -0.1, 0.9), c(1e-12, 0.1, 0.2, 0.15))
edge("two REML optima, global at 0", c(-0.68, -0.23, 0.93, 0.88, 1.37), c(2.5, 0.2, 0.016, 0.0012, 1.5))
edge("two REML optima, global away from 0", c(0.56, -0.34, -0.04, -0.08, 0.51, -0.08), c(0.056, 0.073, 0.0062, 2.3, 1.2, 0.00057))
edge("two REML optima, both positive", c(0.91, -0.46, -0.34, 0.52, -1.05), c(0.22, 0.005, 0.00052, 6.1, 0.7))
edge("metafor's default REML stops", c(0.29, 1.29, -0.6, 0.83, -0.76, 0.59), c(2.4, 7.2, 2.4, 1.8, 0.0014, 0.41))
es <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
edge("bcg shifted by 1e6", as.numeric(es$yi) + 1e6, as.numeric(es$vi))
edge("bcg times 1e-6", as.numeric(es$yi) * 1e-6, as.numeric(es$vi) * 1e-12)
edge("bcg times 1e6", as.numeric(es$yi) * 1e6, as.numeric(es$vi) * 1e12)

write_golden("models", paste("rma(yi, vi, method = 'EE') and rma(yi, vi, tau2 = t, test = 'z' | 'knha') with t from the definition solved",
  "to machine precision; compared with rma(method = 'DL' | 'PM' | 'REML', control = list(threshold = 1e-12, tol = 1e-12,",
  "maxiter = 10000)) and confint(control = list(tol = 1e-12)) in differenceFromMetafor"), cases)
cat("largest differences:\n"); print(worst)
