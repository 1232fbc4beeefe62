# Conversions of contrasts: metafor's conv.wald, conv.2x2, conv.delta, transf.* and escalc with test statistics; meta's nnt, or2smd
# and smd2or; for the rest the papers' formulas, written out here apart from the library's forms.
source("common.R")
suppressPackageStartupMessages(library(meta))
case <- function(kind, ...) c(list(kind = kind), list(...))
rows <- function(kind, frame, f) lapply(seq_len(nrow(frame)), function(i) { r <- as.list(frame[i, , drop = FALSE]); do.call(case, c(kind, r, do.call(f, r))) })

# ---- conv.wald ----
wald <- data.frame(out = c(0.64, 1.37, 1.89, 0.05, 12), lo = c(0.33, 1.03, 1.60, 0.01, 3), up = c(1.22, 1.82, 2.23, 0.25, 48), level = c(95, 95, 95, 90, 99))
cases <- rows("waldRatio", wald, function(out, lo, up, level) {
  w <- conv.wald(out = out, ci.lb = lo, ci.ub = up, level = level, transf = log, check = FALSE)
  u <- conv.wald(out = out, ci.ub = up, level = level, transf = log, check = FALSE)
  list(y = w$yi, se = sqrt(w$vi), upperSe = sqrt(u$vi)) })
diffs <- data.frame(out = c(0.153, -2, 5), lo = c(0.081, -26.9, 1), up = c(0.225, 22.9, 9), level = c(95, 95, 80))
cases <- c(cases, rows("waldDifference", diffs, function(out, lo, up, level) {
  w <- conv.wald(out = out, ci.lb = lo, ci.ub = up, level = level, check = FALSE); list(y = w$yi, se = sqrt(w$vi)) }))
ps <- expand.grid(out = c(0.72, 1.4, 0.05), p = c(0.9, 0.03, 1e-5, 1e-17, 1e-200))
cases <- c(cases, rows("waldP", ps, function(out, p) {
  # conv.wald where its quantile keeps digits; the same quotient from the upper tail everywhere
  se <- abs(log(out)) / qnorm(p / 2, lower.tail = FALSE)
  w <- conv.wald(out = out, pval = p, transf = log); stopifnot(relative_difference(sqrt(w$vi), se) < 1e-12)
  list(y = w$yi, se = sqrt(w$vi), tSe = abs(log(out)) / qt(p / 2, 17, lower.tail = FALSE)) }))

# ---- hazard ratios: Parmar 1998, Tierney 2007 ----
hz <- expand.grid(p = c(0.075, 0.5, 1, 1e-4, 1e-20), e1 = c(229, 12), e2 = c(256, 7), ratio = c(1, 2))
cases <- c(cases, rows("logRank", hz, function(p, e1, e2, ratio) {
  z <- qnorm(p / 2, lower.tail = FALSE); v <- e1 * e2 / (e1 + e2); e <- e1 + e2; vt <- e * ratio / (1 + ratio)^2
  oe <- -z * sqrt(v); oet <- -z * sqrt(vt)
  list(y = oe / v, se = 1 / sqrt(v), totalY = oet / vt, totalSe = 1 / sqrt(vt), chi2 = z^2) }))
cases <- c(cases, list(
  case("medians", m1 = 10.7, m2 = 7.4, e1 = 101, e2 = 120, y = log(7.4 / 10.7), se = sqrt(1/101 + 1/120)),
  case("observedExpected", o1 = 34, e1 = 42.3, o2 = 51, e2 = 42.7, y = log((34/42.3)/(51/42.7)), se = sqrt(1/42.3 + 1/42.7))))
stretches <- data.frame(s10 = c(1, .9, .78), s11 = c(.9, .78, .6), r10 = c(100, 86, 70), r11 = c(86, 70, 41),
                        s20 = c(1, .84, .7), s21 = c(.84, .7, .5), r20 = c(98, 80, 62), r21 = c(80, 62, 36))
curve <- with(stretches, {
  arm <- function(s0, s1, r0, r1) { d <- (r0 + r1) * (s0 - s1) / (s0 + s1); cens <- r0 - r1 - d; list(d = d, r = r0 - cens / 2) }
  a <- arm(s10, s11, r10, r11); b <- arm(s20, s21, r20, r21)
  y <- log((a$d / a$r) / (b$d / b$r)); v <- 1/a$d - 1/a$r + 1/b$d - 1/b$r
  list(y = sum(y / v) / sum(1 / v), se = 1 / sqrt(sum(1 / v)), events1 = I(a$d), events2 = I(b$d)) })
cases <- c(cases, list(do.call(case, c("curve", lapply(stretches, I), curve))))

# ---- 2x2 tables ----
tabs <- expand.grid(n1 = c(50, 100, 7), n2 = c(50, 130, 9), m = c(5, 12), or = c(0.2, 1, 2.5, 40))
cases <- c(cases, rows("tableOr", tabs, function(n1, n2, m, or) {
  w <- suppressWarnings(conv.2x2(ori = or, ni = n1 + n2, n1i = n1, n2i = m))
  # the unrounded cell by bisection on the odds ratio itself
  g <- function(a) log(a) + log(n2 - m + a) - log(n1 - a) - log(m - a) - log(or)
  lo <- max(0, m - n2); hi <- min(m, n1)
  a <- uniroot(g, c(lo + 1e-9, hi - 1e-9), tol = 1e-14, maxiter = 1000)$root
  list(a = w$ai, b = w$bi, c = w$ci, d = w$di, exact = a) }))
x2 <- expand.grid(n1 = c(50, 100), n2 = c(50, 130), m = c(30, 61), x2 = c(0.5, 3.2, 9), sign = c(-1, 1))
cases <- c(cases, rows("tableChi2", x2, function(n1, n2, m, x2, sign) {
  plain <- conv.2x2(x2i = sign * x2, ni = n1 + n2, n1i = n1, n2i = m, correct = FALSE)
  yates <- conv.2x2(x2i = sign * x2, ni = n1 + n2, n1i = n1, n2i = m)
  phi <- sign * sqrt(x2 / (n1 + n2)); p <- conv.2x2(ri = phi, ni = n1 + n2, n1i = n1, n2i = m); stopifnot(all(p == plain))
  list(a = plain$ai, c = plain$ci, yatesA = yates$ai, yatesC = yates$ci, phi = phi) }))
# tables whose effect, standard error and totals are known: the table must come back
known <- data.frame(a = c(12, 3, 88), n1 = c(100, 40, 120), c = c(21, 9, 70), n2 = c(98, 42, 118))
cases <- c(cases, rows("tableError", known, function(a, n1, c, n2) {
  es <- function(m) escalc(measure = m, ai = a, n1i = n1, ci = c, n2i = n2)
  o <- es("OR"); r <- es("RR"); d <- es("RD"); phi <- escalc("PHI", ai = a, n1i = n1, ci = c, n2i = n2)$yi
  t <- matrix(c(a, c, n1 - a, n2 - c), 2)
  list(or = exp(o$yi[1]), orSe = sqrt(o$vi), rr = exp(r$yi[1]), rrSe = sqrt(r$vi), rd = d$yi[1], rdSe = sqrt(d$vi), phi = phi[1],
       chi2 = unname(chisq.test(t, correct = FALSE)$statistic), yates = unname(chisq.test(t)$statistic), p = chisq.test(t, correct = FALSE)$p.value) }))

# ---- between measures ----
between <- expand.grid(ratio = c(0.2, 0.73, 1, 1.6, 5), p0 = c(0.01, 0.19, 0.3, 0.62))
cases <- c(cases, rows("baseline", between, function(ratio, p0) {
  odds <- p0 / (1 - p0); p1 <- ratio * odds / (1 + ratio * odds); h1 <- 1 - (1 - p0)^ratio
  stopifnot(relative_difference(transf.lnortorr(log(ratio), pc = p0), p1 / p0) < 1e-12)
  list(orToRr = p1 / p0, orToRd = transf.lnortord(log(ratio), pc = p0), hrToRr = h1 / p0, hrToRd = h1 - p0, hrToOr = h1 / (1 - h1) / odds,
       rrToOr = if (ratio * p0 < 1) ratio * p0 / (1 - ratio * p0) / odds else NA, rrToHr = if (ratio * p0 < 1) log(1 - ratio * p0) / log(1 - p0) else NA,
       orToHr = log(1 - p1) / log(1 - p0), hrToRrCommon = (1 - 0.5^sqrt(ratio)) / (1 - 0.5^sqrt(1 / ratio)), orToSmdProbit = qnorm(p1) - qnorm(p0)) }))
y <- c(-1.2, -0.3, 0, 0.4, 2.1); v <- c(0.04, 0.0225, 0.09, 0.01, 0.25)
delta <- function(name, f, ..., yi = y) { w <- conv.delta(yi, v, transf = f, ...); case("delta", name = name, y = I(yi), se = I(sqrt(v)), toY = I(as.numeric(w$yi)), toSe = I(sqrt(w$vi))) }
cases <- c(cases, list(
  delta("orToSmdLogistic", transf.lnortod.logis), delta("smdToOrLogistic", transf.dtolnor.logis),
  delta("orToSmdCox", transf.lnortod.norm), delta("smdToOrCox", transf.dtolnor.norm),
  delta("orToSmdProbit", function(x) qnorm(plogis(x + qlogis(0.3))) - qnorm(0.3)),
  delta("orToLogRr", function(x) log(transf.lnortorr(x, pc = 0.3))),
  delta("orToRd", transf.lnortord, pc = 0.3),
  delta("rrToLogOr", function(x) log(exp(x) * (1 - 0.1) / (1 - 0.1 * exp(x)))),
  delta("rrToRd", function(x) 0.1 * (exp(x) - 1)),
  delta("hrToRd", function(x) (1 - 0.3) - (1 - 0.3)^exp(x)),
  delta("hrToLogRr", function(x) log((1 - (1 - 0.3)^exp(x)) / 0.3)),
  delta("smdToR", function(d) d / sqrt(d^2 + (30 + 45)^2 / (30 * 45))),
  delta("rToSmd", function(r) r * sqrt((30 + 45)^2 / (30 * 45)) / sqrt(1 - r^2), yi = c(-0.9, -0.2, 0, 0.3, 0.85)),
  delta("rToZ", transf.rtoz, yi = c(-0.9, -0.2, 0, 0.3, 0.85)), delta("zToR", transf.ztor)))
or <- or2smd(log(c(0.5, 2, 3.1)), c(0.2, 0.3, 0.4), method = "HH", random = FALSE, common = FALSE); cs <- or2smd(log(c(0.5, 2, 3.1)), c(0.2, 0.3, 0.4), method = "CS", random = FALSE, common = FALSE)
cases <- c(cases, list(case("or2smd", or = I(c(0.5, 2, 3.1)), se = I(c(0.2, 0.3, 0.4)), hhY = I(or$TE), hhSe = I(or$seTE), csY = I(cs$TE), csSe = I(cs$seTE))))

# ---- d, g, r from statistics ----
stats <- expand.grid(t = c(-2.1, 0, 0.7, 5.5), n1 = c(12, 95), n2 = c(10, 99))
cases <- c(cases, rows("fromT", stats, function(t, n1, n2) {
  e <- function(...) escalc(measure = "SMD", n1i = n1, n2i = n2, ...)
  d <- e(ti = t, correct = FALSE); g <- e(ti = t); n <- n1 + n2; r <- escalc(measure = "COR", ti = t, ni = n); p <- 2 * pt(-abs(t), n - 2); s <- if (t < 0) -1 else 1
  gp <- if (t == 0) g else e(pi = s * p); stopifnot(relative_difference(gp$yi, g$yi) < 1e-12)
  rpb <- t / sqrt(t^2 + n - 2); gr <- e(ri = rpb); stopifnot(relative_difference(gr$yi, g$yi) < 1e-12)
  z <- escalc(measure = "ZCOR", ti = t, ni = n)
  list(d = d$yi[1], dSe = sqrt(d$vi), g = g$yi[1], gSe = sqrt(g$vi), r = r$yi[1], rSe = sqrt(r$vi), z = z$yi[1], zSe = sqrt(z$vi), p = p, sign = s) }))
cases <- c(cases, rows("dFromChi2", data.frame(chi2 = c(0.4, 5.3, 31), n = c(60, 120, 400)), function(chi2, n) {
  r <- sqrt(chi2 / n); vr <- (1 - r^2)^2 / (n - 1); list(d = 2 * sqrt(chi2 / (n - chi2)), dSe = sqrt(4 * vr / (1 - r^2)^3)) }))

# ---- numbers needed to treat: meta's nnt ----
nn <- expand.grid(sm = c("OR", "RR", "RD", "HR"), p0 = c(0.05, 0.3, 0.6), which = 1:3, stringsAsFactors = FALSE)
cases <- c(cases, rows("nnt", nn, function(sm, p0, which) {
  ci <- if (sm == "RD") list(c(-.03, -.045, -.015), c(.02, .01, .03), c(-.01, -.04, .02))[[which]] else list(c(.73, .61, .88), c(1.3, 1.1, 1.5), c(.9, .7, 1.2))[[which]]
  w <- nnt(ci[1], sm = sm, lower = ci[2], upper = ci[3], p.c = if (sm == "HR") 1 - p0 else p0)
  rd <- switch(sm, RD = ci, RR = p0 * (ci - 1), OR = p0 * ci / (1 - p0 + p0 * ci) - p0, HR = (1 - p0) - (1 - p0)^ci)
  list(estimate = ci[1], lower = ci[2], upper = ci[3], rd = rd[1], rdLower = rd[2], rdUpper = rd[3], nnt = w$NNT, nntOfLower = w$lower.NNT, nntOfUpper = w$upper.NNT) }))
write_golden("conversions_contrasts", "conv.wald, conv.2x2, conv.delta, escalc(SMD, COR, ZCOR) of metafor; nnt and or2smd of meta; formulas of Parmar 1998, Tierney 2007, Di Pietrantonj 2006, Borenstein 2009", cases)
