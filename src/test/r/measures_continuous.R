# Continuous outcomes without pre-post, correlations, reliability: escalc for every measure and variance type.
source("common.R")
stopifnot(packageVersion("metafor") >= "5.0")

arrays <- function(es) {
  y <- as.numeric(es$yi); v <- as.numeric(es$vi); bad <- !is.finite(y) | !is.finite(v) | v <= 0
  y[bad] <- NA; v[bad] <- NA; list(yi = I(y), vi = I(v))
}
by_type <- function(measure, types, ...) sapply(types, function(t) suppressWarnings(arrays(escalc(measure, vtype = t, ...))), simplify = FALSE)
column <- function(d) lapply(d, I)
cases <- list(); add <- function(kind, name, data, measures) cases[[length(cases) + 1]] <<- c(list(name = name, kind = kind), column(data), list(measures = measures))

# R meta's SMDs: Cohen's d and Glass' delta, exact and approximate variance
r_meta <- function(d, method, exact = TRUE, glass = "control", pooled = FALSE, sm = "SMD") {
  m <- suppressWarnings(meta::metacont(d$n1i, d$m1i, d$sd1i, d$n2i, d$m2i, d$sd2i, sm = sm, method.smd = method, exact.smd = exact, sd.glass = glass, pooledvar = pooled))
  arrays(list(yi = m$TE, vi = m$seTE^2))
}
two_arms <- function(name, n1, m1, sd1, n2, m2, sd2) {
  d <- data.frame(n1i = n1, m1i = m1, sd1i = sd1, n2i = n2, m2i = m2, sd2i = sd2); d <- d[complete.cases(d) & d$sd1i > 0 & d$sd2i > 0, ]
  e <- function(measure, types, correct = TRUE) with(d, by_type(measure, types, n1i = n1i, m1i = m1i, sd1i = sd1i, n2i = n2i, m2i = m2i, sd2i = sd2i, correct = correct))
  # standardised by arm 1: arms exchanged, sign turned
  swapped <- function(measure, types) lapply(with(d, by_type(measure, types, n1i = n2i, m1i = m2i, sd1i = sd2i, n2i = n1i, m2i = m1i, sd2i = sd1i)),
    function(r) list(yi = I(-unclass(r$yi)), vi = r$vi))
  smd <- c("LS", "LS2", "UB", "AV", "H0")
  # the averages of AV and AVHO: metafor takes studies into them whose ratio it cannot compute
  ratio <- function(correct) {
    all <- e("ROM", c("LS", "HO", "LS2", "AV", "AVHO"), correct); same <- with(d, m1i / m2i > 0)
    for (t in c("AV", "AVHO")) all[[t]]$vi[same] <- with(d[same, ], arrays(escalc("ROM", n1i = n1i, m1i = m1i, sd1i = sd1i, n2i = n2i, m2i = m2i, sd2i = sd2i, vtype = t)))$vi
    all
  }
  add("means", name, d, list(
    MD = e("MD", c("LS", "HO")), SMD = e("SMD", smd), SMD_uncorrected = e("SMD", smd, FALSE), SMD1 = e("SMD1", smd), SMD1_uncorrected = e("SMD1", smd, FALSE),
    SMD1_first = swapped("SMD1", smd), SMD1H = e("SMD1H", "LS"), SMD1H_uncorrected = e("SMD1H", "LS", FALSE), SMD1H_first = swapped("SMD1H", "LS"),
    SMDH = e("SMDH", "LS"), SMDH_uncorrected = e("SMDH", "LS", FALSE),
    ROM = ratio(TRUE), ROM_uncorrected = ratio(FALSE),
    VR = e("VR", c("LS", "LS2")), VR_uncorrected = e("VR", c("LS", "LS2"), FALSE), CVR = e("CVR", c("LS", "LS2")), CVR_uncorrected = e("CVR", c("LS", "LS2"), FALSE),
    CLESN = e("CLESN", c("LS", "HO")), AUCN = e("AUCN", c("LS", "HO")), D2ORL = e("D2ORL", "LS"), D2ORN = e("D2ORN", "LS"),
    META = list(HEDGES_EXACT = r_meta(d, "Hedges"), HEDGES_APPROXIMATE = r_meta(d, "Hedges", FALSE), COHEN_EXACT = r_meta(d, "Cohen"), COHEN_APPROXIMATE = r_meta(d, "Cohen", FALSE),
      GLASS_CONTROL = r_meta(d, "Glass"), GLASS_EXPERIMENTAL = r_meta(d, "Glass", glass = "experimental"),
      MD_POOLED = r_meta(d, "Hedges", pooled = TRUE, sm = "MD"), ROM = r_meta(d, "Hedges", sm = "ROM"), ROM_POOLED = r_meta(d, "Hedges", pooled = TRUE, sm = "ROM"))))
}
with(dat.normand1999, two_arms("normand1999", n1i, m1i, sd1i, n2i, m2i, sd2i))
with(dat.gibson2002, two_arms("gibson2002", n1i, m1i, sd1i, n2i, m2i, sd2i))
with(dat.curtis1998, two_arms("curtis1998", n2i, m2i, sd2i, n1i, m1i, sd1i))
two_arms("corners", c(3, 3, 4, 5, 20, 200, 12, 40), c(1, 5, 2.5, 0.5, -3, 10.1, 3, 4e8), c(0.5, 1, 0.2, 1, 2, 1.5, 1e-4, 3e7),
  c(3, 5, 3, 400, 25, 180, 9, 60), c(0.2, 7, 2.4, 0.5, -2, 10, 3.0002, 5e8), c(0.4, 2, 0.3, 2, 2.2, 1.4, 2e-4, 6e7))
two_arms("means of unlike sign", c(10, 12, 14), c(1, -2, 3), c(1, 2, 1.5), c(11, 13, 15), c(-1, -3, 2), c(1.2, 1.9, 1))

single <- function(name, n, m, sd) {
  d <- data.frame(ni = n, mi = m, sdi = sd); d <- d[complete.cases(d) & d$sdi > 0, ]; e <- function(measure, types) with(d, by_type(measure, types, ni = ni, mi = mi, sdi = sdi))
  add("single", name, d, list(MN = e("MN", c("LS", "HO")), SMN = e("SMN", "LS"), MNLN = e("MNLN", "LS"), SDLN = e("SDLN", "LS"), CVLN = e("CVLN", "LS")))
}
with(dat.normand1999, single("normand1999 arm 1", n1i, m1i, sd1i)); with(dat.gibson2002, single("gibson2002 arm 2", n2i, m2i, sd2i))
with(dat.curtis1998, single("curtis1998 ambient", n1i, m1i, sd1i))
single("corners", c(3, 4, 5, 200, 30), c(1, 0.001, 1e9, 2, 5), c(2, 1, 1e8, 1e-3, 5))

# 2F1(1/2, 1/2; c; 1 - r^2) and 2F1(1, 1; c; 1 - r^2) by Euler's integral: gsl's hyperg_2F1, which metafor takes, has 5e-4 of error at r = -0.04, n = 12
pieces <- function(f, r, end) { cuts <- unique(c(0, pmin(end, c(1, 10, 100) * abs(r)), end))
  sum(mapply(function(l, u) integrate(f, l, u, rel.tol = 1e-13, abs.tol = 0, subdivisions = 2000, stop.on.error = FALSE)$value, cuts[-length(cuts)], cuts[-1])) }
f_half <- function(c, r) { z <- (1 - r) * (1 + r)
  pieces(function(p) 2 * sin(p)^(2 * c - 2) / sqrt(r^2 + z * sin(p)^2), r, pi / 2) / beta(0.5, c - 0.5) }
f_one <- function(c, r) { z <- (1 - r) * (1 + r); (c - 1) * pieces(function(s) s^(c - 2) / (r^2 + z * s), r^2, 1) }
ucor <- function(r, n) {
  g <- if (r == 0) 0 else r * f_half((n - 2) / 2, r)
  f <- if (r == 0) (n / 2 - 1) / (n / 2 - 2) else f_one(n / 2, r)
  c(g, (1 - g^2)^2 / (n - 1), (n - 3) * (1 - r^2) * f / (n - 2) - (1 - g^2))
}
correlation <- function(name, r, n) {
  d <- data.frame(ri = r, ni = n); d <- d[complete.cases(d), ]; e <- function(measure, types) with(d, by_type(measure, types, ri = ri, ni = ni))
  u <- mapply(ucor, d$ri, d$ni); average <- sum(d$ni * u[1, ]) / sum(d$ni)
  here <- list(LS = u[2, ], UB = u[3, ], AV = (1 - average^2)^2 / (d$ni - 1))
  r <- e("UCOR", names(here))
  for (t in names(here)) cat(sprintf("%-14s UCOR %s: largest difference from metafor %.1e, %.1e\n", name, t, max(abs(unclass(r[[t]]$yi) - u[1, ])), max(abs(unclass(r[[t]]$vi) - here[[t]]))))
  unbiased <- sapply(here, function(v) arrays(list(yi = u[1, ], vi = v)), simplify = FALSE)
  add("correlation", name, d, list(COR = e("COR", c("LS", "AV", "H0")), UCOR = unbiased, ZCOR = e("ZCOR", "LS")))
}
with(dat.mcdaniel1994, correlation("mcdaniel1994", ri, ni)); with(dat.molloy2014, correlation("molloy2014", ri, ni))
with(dat.crede2010, correlation("crede2010", ri, ni)); with(dat.cohen1981, correlation("cohen1981", ri, ni))
correlation("corners", c(0, 1e-8, 0.01, -0.2, 0.5, -0.9, 0.999, 0.3, 0.3, -0.05, 0.4), c(5, 6, 7, 8, 9, 10, 12, 5, 6, 13, 5000))

regression <- function(name, t, n, m, r2) {
  d <- data.frame(ti = t, ni = n, mi = m, r2i = r2); e <- function(measure, types) with(d, by_type(measure, types, ti = ti, ni = ni, mi = mi, r2i = r2i))
  f <- with(d, r2i / mi / ((1 - r2i) / (ni - mi - 1)))
  r2 <- function(measure, types) with(d, by_type(measure, types, r2i = r2i, ni = ni, mi = mi))
  stopifnot(relative_difference(as.numeric(escalc("R2", fi = f, ni = d$ni, mi = d$mi)$yi), d$r2i) < 1e-12)
  add("regression", name, c(d, list(fi = f)), list(PCOR = e("PCOR", c("LS", "AV")), ZPCOR = e("ZPCOR", "LS"), SPCOR = e("SPCOR", c("LS", "AV")), ZSPCOR = e("ZSPCOR", "LS"),
    R2 = r2("R2", c("LS", "LS2", "AV", "AV2")), ZR2 = r2("ZR2", "LS")))
}
with(dat.aloe2013, regression("aloe2013", tval, n, preds, R2))
regression("corners", c(0.5, -3, 12, 0.01, -1.2), c(10, 40, 60, 2000, 25), c(2, 1, 5, 30, 8), c(0.2, 0.4, 0.9, 0.05, 0.6))

alpha <- function(name, a, m, n) {
  d <- data.frame(ai = a, mi = m, ni = n); e <- function(measure) with(d, by_type(measure, "LS", ai = ai, mi = mi, ni = ni))
  add("alpha", name, d, list(ARAW = e("ARAW"), AHW = e("AHW"), ABT = e("ABT")))
}
with(dat.bonett2010, alpha("bonett2010", ai, mi, ni)); alpha("corners", c(0, 0.1, 0.5, 0.999, 0.7), c(2, 2, 50, 10, 3), c(4, 5, 1000, 30, 12))

auc <- function(name, a, n1, n2) {
  d <- data.frame(ai = a, n1i = n1, n2i = n2); add("auc", name, d, list(AUC = with(d, by_type("AUC", c("LS", "LS2"), ai = ai, n1i = n1i, n2i = n2i))))
}
auc("areas", c(0.5, 0.8, 0.6, 0.99, 0.05, 0.71), c(20, 30, 10, 200, 15, 3), c(25, 33, 12, 5, 15, 400))

write_golden("measures_continuous", paste("escalc(MD | SMD | SMD1 | SMD1H | SMDH | ROM | VR | CVR | CLESN | AUCN | D2ORL | D2ORN | MN | SMN | MNLN | SDLN | CVLN |",
  "COR | UCOR | ZCOR | PCOR | ZPCOR | SPCOR | ZSPCOR | R2 | ZR2 | ARAW | AHW | ABT | AUC, all vtypes, correct = TRUE | FALSE); meta", as.character(packageVersion("meta")),
  "metacont(method.smd, exact.smd, sd.glass, pooledvar)"), cases)
