# Changes within a group and their difference between arms: escalc of metafor 5.1, and formulas from the papers where it has none.
# The change is after - before, so m1i is the mean after; sd1i is the SD before where metafor standardises by sd1i (SMCR, SMCRH).
source("common.R")
pre_post <- function(n, mb, sb, ma, sa, r)
  data.frame(n = as.numeric(n), mb = as.numeric(mb), sb = as.numeric(sb), ma = as.numeric(ma), sa = as.numeric(sa), r = as.numeric(r))
set.seed(20241)
arms_as_times <- function(d) with(d, pre_post(n1i, m2i, sd2i, m1i, sd1i, round(runif(nrow(d), -0.2, 0.95), 2)))
seeded <- function(k, most) pre_post(sample(5:most, k, TRUE), round(rnorm(k, 50, 10), 1), round(runif(k, 4, 14), 1), round(rnorm(k, 55, 10), 1),
  round(runif(k, 4, 14), 1), round(runif(k, -0.9, 0.98), 2))
complete <- function(d) d[complete.cases(d) & d$n >= 3 & d$sb > 0 & d$sa > 0, ]
# Morris (2008), Table 4, as metafor's page on Morris 2008 has it
treated <- pre_post(c(20, 50, 9, 10, 14), c(30.6, 23.5, 0.5, 53.4, 35.6), c(15.0, 3.1, 0.1, 14.5, 4.7),
  c(38.5, 26.8, 0.7, 75.9, 36.0), c(11.6, 4.1, 0.1, 4.4, 4.6), c(0.47, 0.64, 0.77, 0.89, 0.44))
control <- pre_post(c(20, 42, 9, 11, 14), c(23.1, 24.9, 0.6, 55.7, 34.8), c(13.8, 4.1, 0.2, 17.3, 3.1),
  c(19.7, 25.3, 0.6, 60.7, 33.4), c(14.8, 3.3, 0.2, 17.9, 6.9), c(0.47, 0.64, 0.77, 0.89, 0.44))
sets <- list(
  `morris2008, training` = treated, `morris2008, control` = control,
  `normand1999, arms as times` = complete(arms_as_times(dat.normand1999)),
  `gibson2002, arms as times` = complete(arms_as_times(subset(dat.gibson2002, !is.na(m1i)))),
  `seeded 1` = seeded(12, 40), `seeded 2` = seeded(30, 150), `seeded 3` = seeded(8, 12),
  `corner: r = 0` = pre_post(20, 10, 2, 12, 3, 0),
  `corner: r = 0.999` = pre_post(20, 10, 2, 12, 3, 0.999),
  `corner: r = 0.999, equal SDs` = pre_post(20, 10, 2, 10.1, 2, 0.999),
  `corner: r = -0.999` = pre_post(20, 10, 2, 12, 3, -0.999),
  `corner: r = 1, unequal SDs` = pre_post(20, 10, 2, 12, 3, 1),
  `corner: r = 1, equal SDs` = pre_post(20, 10, 2, 12, 2, 1),
  `corner: n = 2` = pre_post(2, 10, 2, 12, 3, 0.4),
  `corner: n = 3` = pre_post(3, 10, 2, 12, 3, 0.4),
  `corner: no change` = pre_post(15, 10, 2, 10, 2, 0.4),
  `corner: negative means` = pre_post(15, -10, 2, -8, 3, 0.4),
  `corner: means of unlike sign` = pre_post(15, -1, 2, 2, 3, 0.4),
  `corner: mean of 0` = pre_post(15, 0, 2, 2, 3, 0.4),
  `corner: small unit` = pre_post(15, 1e-9, 2e-10, 2e-9, 3e-10, 0.4),
  `corner: large unit` = pre_post(15, 1e9, 2e8, 2e9, 3e8, 0.4))
# Gamma(m/2) / Gamma((m-1)/2) by its recursion: J^2 m/(m-2) - 1 needs all digits, and lgamma loses three of them
gamma_ratio <- function(m) { x <- if (m %% 2 == 0) 1 / sqrt(pi) else sqrt(pi) / 2; i <- if (m %% 2 == 0) 2 else 3
  while (i < m) { x <- x * i / (i - 1); i <- i + 2 }; x }
J <- function(m) vapply(m, function(m) if (m < 2) NA_real_ else gamma_ratio(m) / sqrt(m / 2), 0)
clean <- function(y, v) { ok <- is.finite(y) & is.finite(v) & v > 0; y[!ok] <- NA; v[!ok] <- NA; list(yi = I(as.numeric(y)), vi = I(as.numeric(v))) }
es <- function(measure, d, vtype = "LS", correct = TRUE) {
  before_first <- measure %in% c("SMCR", "SMCRH")
  e <- suppressWarnings(escalc(measure, m1i = d$ma, m2i = d$mb, sd1i = if (before_first) d$sb else d$sa,
    sd2i = if (before_first) d$sa else d$sb, ni = d$n, ri = d$r, vtype = vtype, correct = correct))
  clean(as.numeric(e$yi) - (measure == "CLESCN") / 2, as.numeric(e$vi))  # a probability is pooled less one half
}
codes <- c(MEAN_CHANGE = "MC", CHANGE_SCORE_STANDARDISED_MEAN_CHANGE = "SMCC", RAW_SCORE_STANDARDISED_MEAN_CHANGE = "SMCR",
  RAW_SCORE_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC = "SMCRH", AVERAGE_SD_STANDARDISED_MEAN_CHANGE = "SMCRP",
  AVERAGE_SD_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC = "SMCRPH", PAIRED_RATIO_OF_MEANS = "ROMC",
  PAIRED_COEFFICIENT_OF_VARIATION_RATIO = "CVRC", PAIRED_VARIABILITY_RATIO = "VRC",
  PAIRED_COMMON_LANGUAGE_EFFECT_SIZE = "CLESCN")
others <- c(CHANGE_SCORE_STANDARDISED_MEAN_CHANGE_BORENSTEIN_VARIANCE = "SMCC LS2", CHANGE_SCORE_STANDARDISED_MEAN_CHANGE_UNBIASED_VARIANCE = "SMCC UB",
  RAW_SCORE_STANDARDISED_MEAN_CHANGE_BORENSTEIN_VARIANCE = "SMCR LS2", RAW_SCORE_STANDARDISED_MEAN_CHANGE_UNBIASED_VARIANCE = "SMCR UB",
  PAIRED_RATIO_OF_MEANS_SECOND_ORDER = "ROMC LS2", PAIRED_VARIABILITY_RATIO_SECOND_ORDER = "VRC LS2",
  PAIRED_COEFFICIENT_OF_VARIATION_RATIO_SECOND_ORDER = "CVRC LS2")
# UB by formula: J as above, and Olkin and Pratt's correlation by Euler's integral, as in measures_continuous.R
pieces <- function(f, r, end) { cuts <- unique(c(0, pmin(end, c(1, 10, 100) * abs(r)), end))
  sum(mapply(function(l, u) integrate(f, l, u, rel.tol = 1e-13, abs.tol = 0, subdivisions = 2000, stop.on.error = FALSE)$value, cuts[-length(cuts)], cuts[-1])) }
unbiased_r <- function(r, n) { if (n < 5) return(NA); if (abs(r) %in% 0:1) return(r); c <- (n - 2) / 2; z <- (1 - r) * (1 + r)
  r * pieces(function(p) 2 * sin(p)^(2 * c - 2) / sqrt(r^2 + z * sin(p)^2), r, pi / 2) / beta(0.5, c - 0.5) }
uncorrected <- codes[!codes %in% c("MC", "VRC", "CLESCN")]; names(uncorrected) <- paste0("UNCORRECTED_", names(uncorrected))
es2 <- function(code, d) { p <- strsplit(code, " ")[[1]]; e <- es(p[1], d, p[2]); if (p[2] != "UB") return(e)
  y <- unclass(e$yi); m <- d$n - 1; own <- if (p[1] == "SMCC") 1 / d$n else 2 * (1 - mapply(unbiased_r, d$r, d$n)) / d$n
  v <- own + ifelse(m > 1, (1 - (m - 2) / (m * J(m)^2)) * y^2, NA); both <- is.finite(v) & is.finite(e$vi)
  cat(sprintf("%s: largest difference from metafor %.1e\n", code, max(0, abs(v / unclass(e$vi) - 1)[both])))
  y <- if (p[1] == "SMCC") y else unclass(es("SMCR", d)$yi); clean(y, v) }
sd_change <- function(d) sqrt((d$sb - d$sa)^2 + 2 * (1 - d$r) * d$sb * d$sa)
# Borenstein et al. (2009), matched groups, with the exact J
within <- function(d) {
  g0 <- (d$ma - d$mb) / (sd_change(d) / sqrt(2 * (1 - d$r))); j <- J(d$n - 1)
  clean(j * g0, j^2 * (1 / d$n + g0^2 / (2 * d$n)) * 2 * (1 - d$r))
}
one <- lapply(names(sets), function(name) { d <- sets[[name]]
  effects <- c(lapply(codes, es, d = d), lapply(others, es2, d = d), list(WITHIN_SD_STANDARDISED_MEAN_CHANGE = within(d)))
  list(name = name, kind = "prePost", n = I(d$n), mb = I(d$mb), sb = I(d$sb), ma = I(d$ma), sa = I(d$sa), r = I(d$r), effects = effects, uncorrected = lapply(uncorrected, es, d = d, correct = FALSE)) })
# mean change with its own SD: metafor takes it as sd1i with sd2i = ri = 0
given <- lapply(c("morris2008, training", "seeded 1", "corner: n = 2", "corner: n = 3"), function(name) { d <- sets[[name]]
  m <- round(d$ma - d$mb, 2); s <- round(sd_change(d), 2)
  f <- function(measure) { e <- suppressWarnings(escalc(measure, m1i = m, m2i = 0 * m, sd1i = s, sd2i = 0 * m, ri = 0 * m, ni = d$n)); clean(as.numeric(e$yi), as.numeric(e$vi)) }
  list(name = name, kind = "meanChange", n = I(d$n), m = I(m), sd = I(s),
    effects = list(REPORTED_MEAN_CHANGE = f("MC"), REPORTED_STANDARDISED_MEAN_CHANGE = f("SMCC"))) })
# two arms
pooled <- function(a, b, s1, s2) sqrt(((a$n - 1) * s1^2 + (b$n - 1) * s2^2) / (a$n + b$n - 2))
two_arms <- function(name, a, b) {
  difference <- (a$ma - a$mb) - (b$ma - b$mb); m <- a$n + b$n - 2
  A <- 2 * (1 - a$r) / a$n + 2 * (1 - b$r) / b$n
  minus <- function(measure) { x <- es(measure, a); y <- es(measure, b); clean(x$yi - y$yi, x$vi + y$vi) }
  md <- function(...) { e <- escalc("MD", m1i = a$ma - a$mb, sd1i = sd_change(a), n1i = a$n, m2i = b$ma - b$mb, sd2i = sd_change(b), n2i = b$n, ...); clean(as.numeric(e$yi), as.numeric(e$vi)) }
  smd <- escalc("SMD", m1i = a$ma - a$mb, sd1i = sd_change(a), n1i = a$n, m2i = b$ma - b$mb, sd2i = sd_change(b), n2i = b$n)
  g2 <- J(m) * difference / pooled(a, b, a$sb, b$sb)
  g3 <- J(2 * m) * difference / sqrt((pooled(a, b, a$sb, b$sb)^2 + pooled(a, b, a$sa, b$sa)^2) / 2)
  morris25 <- ifelse(m > 2, J(m)^2 * (m / (m - 2)) * (A + g2^2) - g2^2, NA)
  f <- function(d) list(n = I(d$n), mb = I(d$mb), sb = I(d$sb), ma = I(d$ma), sa = I(d$sa), r = I(d$r))
  list(name = name, kind = "twoArm", first = f(a), second = f(b), effects = list(
    DIFFERENCE_OF_MEAN_CHANGES = md(), DIFFERENCE_OF_MEAN_CHANGES_POOLED_VARIANCE = md(vtype = "HO"),
    DIFFERENCE_OF_STANDARDISED_MEAN_CHANGES = minus("SMCR"), DIFFERENCE_OF_STANDARDISED_MEAN_CHANGES_HETEROSCEDASTIC = minus("SMCRH"),
    STANDARDISED_DIFFERENCE_OF_CHANGES_BASELINE_SD = clean(g2, morris25),
    STANDARDISED_DIFFERENCE_OF_CHANGES_BASELINE_SD_LARGE_SAMPLE = clean(g2, A + g2^2 / (2 * (a$n + b$n))),
    STANDARDISED_DIFFERENCE_OF_CHANGES_ALL_SDS = clean(g3, A + g3^2 * ((a$n - 1) * (1 + a$r^2) + (b$n - 1) * (1 + b$r^2)) / (4 * m^2)),
    STANDARDISED_DIFFERENCE_OF_CHANGES_CHANGE_SD = clean(as.numeric(smd$yi), as.numeric(smd$vi))))
}
two <- list(two_arms("morris2008", treated, control), two_arms("seeded 1", seeded(12, 40), seeded(12, 40)), two_arms("seeded 2", seeded(25, 120), seeded(25, 120)),
  two_arms("corner: two in each arm", sets[["corner: n = 2"]], pre_post(2, 9, 2, 10, 3, 0.1)),
  two_arms("corner: three against two", sets[["corner: n = 3"]], pre_post(2, 9, 2, 10, 3, 0.1)),
  two_arms("corner: r = 0.999 and -0.999", sets[["corner: r = 0.999"]], sets[["corner: r = -0.999"]]))
write_golden("measures_change", "escalc(measure, m1i = after, m2i = before, ...), default vtype, and LS2 and UB; Morris 2008 and Borenstein 2009 by formula", c(one, given, two))
