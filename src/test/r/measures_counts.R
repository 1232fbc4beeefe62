# Every measure of counts under every rule for zero cells: two-arm tables, matched pairs, proportions, rates.
# escalc adds nothing by default where a formula takes zeros (AS, PHI, PAS, PFT, IRS, IRFT, IRSD); tetrachoric correlations
# are solved here by Plackett's integral, as escalc's are good to about 1e-5 only (kept beside: metaforEstimate).
source("common.R")
suppressPackageStartupMessages(library(meta))
tab <- function(a, n1, c, n2) data.frame(a = as.numeric(a), b = as.numeric(n1 - a), c = as.numeric(c), d = as.numeric(n2 - c))
of <- function(d) with(d, tab(ai, n1i, ci, n2i))
set.seed(4)
tables <- list(
  bcg = with(dat.bcg, tab(tpos, tpos + tneg, cpos, cpos + cneg)),
  collins1985b = with(dat.collins1985b, tab(pre.xti, pre.nti, pre.xci, pre.nci)),
  nielweise2007 = of(na.omit(dat.nielweise2007)),
  hine1989 = of(dat.hine1989), linde2005 = of(na.omit(dat.linde2005[c("ai", "n1i", "ci", "n2i")])),
  yusuf1985 = of(na.omit(subset(dat.yusuf1985, table == 6))),
  corners = tab(c(0, 0, 5, 0, 7, 1, 1, 0, 3, 500000, 1, 6), c(10, 30, 9, 12, 7, 1, 2, 8, 6, 1000000, 100000, 12),
                c(3, 0, 0, 8, 0, 0, 1, 9, 3, 499000, 2, 6), c(20, 60, 11, 8, 5, 1, 2, 9, 6, 1000000, 120000, 12)),
  random = tab(rbinom(15, 20, 0.1), rep(20, 15), rbinom(15, 35, 0.06), rep(35, 15)))
shown <- function(y, v) { ok <- is.finite(y) & is.finite(v) & v > 0; y[!ok] <- NA; v[!ok] <- NA; list(yi = I(as.numeric(y)), vi = I(as.numeric(v))) }
es <- function(...) { e <- suppressWarnings(do.call(escalc, list(...))); shown(as.numeric(e$yi), as.numeric(e$vi)) }
RULES <- c("only0", "all", "if0all", "none")
added <- function(to) if (to == "none") 0 else 1 / 2

tetrachoric <- function(a, b, c, d) {
  if (min(a, b, c, d) == 0) return(c(NA, NA))
  n <- a + b + c + d; h <- qnorm((a + b) / n); k <- qnorm((a + c) / n); target <- 2 * pi * (a / n * (d / n) - b / n * (c / n))
  f <- function(t) { s <- ifelse(t < 0, -1, 1); exp(-((h - s * k) / cos(t))^2 / 2 - s * h * k / (1 + abs(sin(t)))) }
  gap <- function(t) (if (t == 0) 0 else integrate(f, 0, t, rel.tol = 1e-13, subdivisions = 5000)$value) - target
  t <- if (target == 0) 0 else uniroot(gap, sign(target) * c(0, pi / 2 - 1e-9), tol = 1e-16, maxiter = 10000)$root
  rho <- sin(t); s <- cos(t); density <- f(t) / (2 * pi * s)
  g <- c(1 - pnorm((k - rho * h) / s) - pnorm((h - rho * k) / s), -pnorm((k - rho * h) / s), -pnorm((h - rho * k) / s), 0) / density
  p <- c(a, b, c, d) / n; m <- sum(p * g)
  c(rho, sum(p * (g - m)^2) / n)
}
rtet <- function(d, to) {
  zero <- d$a == 0 | d$b == 0 | d$c == 0 | d$d == 0
  x <- if (to == "all" || to == "if0all" && any(zero)) rep(0.5, nrow(d)) else if (to == "only0") ifelse(zero, 0.5, 0) else rep(0, nrow(d))
  r <- mapply(tetrachoric, d$a + x, d$b + x, d$c + x, d$d + x)
  s <- shown(r[1, ], r[2, ]); if (to != "only0") return(s)
  m <- suppressWarnings(escalc("RTET", ai = d$a + x, bi = d$b + x, ci = d$c + x, di = d$d + x))
  c(s, list(metaforEstimate = I(ifelse(is.na(r[1, ]), NA, as.numeric(m$yi)))))
}
CORRECTED <- c("RR", "OR", "RD", "YUQ", "YUY", "PBIT", "OR2DN", "OR2DL")
two_arm <- function(name, d) {
  args <- function(m, to, drop, ...) es(measure = m, ai = d$a, bi = d$b, ci = d$c, di = d$d, to = to, drop00 = drop, ...)
  rules <- function(f) sapply(RULES, f, simplify = FALSE)
  effects <- sapply(CORRECTED, function(m) rules(function(to) args(m, to, FALSE, add = added(to))), simplify = FALSE)
  effects$AS <- list(only0 = args("AS", "only0", FALSE), none = args("AS", "none", FALSE), all = args("AS", "all", FALSE, add = 1 / 2))
  effects$PHI <- list(only0 = args("PHI", "only0", FALSE), none = args("PHI", "none", FALSE), all = args("PHI", "all", FALSE, add = 1 / 2))
  if (name %in% c("bcg", "corners", "random", "yusuf1985")) effects$RTET <- rules(function(to) rtet(d, to))
  drop <- sapply(c("RR", "OR", "YUQ", "PBIT"), function(m) args(m, "only0", TRUE, add = 1 / 2), simplify = FALSE)
  tacc <- sapply(c("RR", "OR"), function(m) { r <- suppressWarnings(metabin(a, a + b, c, c + d, data = d, sm = m, method = "Inverse", incr = "TACC",
    allstudies = TRUE, RR.Cochrane = TRUE)); shown(r$TE, r$seTE^2) }, simplify = FALSE)
  list(name = name, kind = "twoArm", a = I(d$a), b = I(d$b), c = I(d$c), d = I(d$d), effects = effects, dropped = drop, treatmentArm = tacc)
}

# Conditional measures do not use the concordant pairs: with 1 there, escalc corrects for the discordant ones alone, as we do.
pairs_of <- function(a, b, c, d) data.frame(a = as.numeric(a), b = as.numeric(b), c = as.numeric(c), d = as.numeric(d))
matched <- list(
  random = pairs_of(rpois(12, 15), rpois(12, 6), rpois(12, 4), rpois(12, 30)),
  corners = pairs_of(c(0, 4, 5, 0, 7, 0, 3, 1, 200000, 1), c(3, 0, 4, 2, 0, 0, 5, 1, 1000, 0), c(2, 3, 0, 0, 0, 4, 5, 1, 900, 0), c(6, 7, 8, 9, 5, 0, 0, 1, 300000, 7)))
matched_case <- function(name, d) {
  args <- function(m, to, d) es(measure = m, ai = d$a, bi = d$b, ci = d$c, di = d$d, to = to, add = added(to))
  marginal <- sapply(c("MPOR", "MPRR", "MPRD"), function(m) sapply(RULES, function(to) args(m, to, d), simplify = FALSE), simplify = FALSE)
  ones <- transform(d, a = 1, d = 1)
  conditional <- list(MPORC = sapply(RULES, function(to) args("MPORC", to, ones), simplify = FALSE),
    MPPETO = list(none = args("MPPETO", "none", ones)))
  list(name = name, kind = "matched", a = I(d$a), b = I(d$b), c = I(d$c), d = I(d$d), effects = c(marginal, conditional))
}
margins <- data.frame(x1 = c(30, 12, 0, 40, 5, 20), x2 = c(24, 18, 4, 40, 9, 2), n = c(60, 40, 25, 40, 10, 50), r = c(0.4, 0.1, 0.3, 0.2, -0.3, 0.2))
margins_case <- list(list(name = "margins", kind = "margins", x1 = I(margins$x1), x2 = I(margins$x2), n = I(margins$n), r = I(margins$r),
  effects = list(MPORM = sapply(RULES, function(to) with(margins, es(measure = "MPORM", ai = x1, bi = n - x1, ci = x2, di = n - x2, ri = r, to = to, add = added(to))),
    simplify = FALSE))))

proportions <- list(
  pritz1997 = with(dat.pritz1997, data.frame(x = as.numeric(xi), n = as.numeric(ni))),
  debruin2009 = with(dat.debruin2009, data.frame(x = as.numeric(xi), n = as.numeric(ni))),
  corners = data.frame(x = c(0, 5, 1, 0, 1, 3, 9990, 1, 12), n = c(12, 5, 1, 1, 2, 6, 10000, 250000, 40)))
TAKES <- c("PAS", "PFT", "IRS", "IRFT", "IRSD")
by_rule <- function(m, f) {
  if (m %in% TAKES) return(list(only0 = f("only0"), none = f("none"), all = f("all", add = 1 / 2)))
  sapply(RULES, function(to) f(to, add = added(to)), simplify = FALSE)
}
proportion_case <- function(name, d) list(name = name, kind = "proportion", x = I(d$x), n = I(d$n),
  effects = sapply(c("PR", "PLN", "PLO", "PRZ", "PAS", "PFT"), function(m)
    by_rule(m, function(to, ...) es(measure = m, xi = d$x, ni = d$n, to = to, ...)), simplify = FALSE))

rates <- list(
  nielweise2008 = with(dat.nielweise2008, data.frame(x1 = x1i, t1 = t1i / 1000, x2 = x2i, t2 = t2i / 1000)),
  hart1999 = with(dat.hart1999, data.frame(x1 = as.numeric(x1i), t1 = as.numeric(t1i), x2 = as.numeric(x2i), t2 = as.numeric(t2i))),
  corners = data.frame(x1 = c(0, 3, 0, 7, 1e6), t1 = c(30, 25, 40, 50.25, 1e8), x2 = c(4, 0, 0, 9, 1), t2 = c(31, 26, 35, 48, 0.01)))
rate_case <- function(name, d) list(name = name, kind = "rate", x1 = I(d$x1), t1 = I(d$t1), x2 = I(d$x2), t2 = I(d$t2),
  effects = sapply(c("IRR", "IRD", "IRSD"), function(m) by_rule(m, function(to, ...)
    es(measure = m, x1i = d$x1, t1i = d$t1, x2i = d$x2, t2i = d$t2, to = to, ...)), simplify = FALSE),
  single = sapply(c("IR", "IRLN", "IRS", "IRFT"), function(m) by_rule(m, function(to, ...)
    es(measure = m, xi = d$x1, ti = d$t1, to = to, ...)), simplify = FALSE))

write_golden("measures_counts", paste0("metafor::escalc(to = only0 | all | if0all | none, drop00); meta ", packageVersion("meta"), " metabin(incr = 'TACC', allstudies = TRUE)"),
  c(Map(two_arm, names(tables), tables), Map(matched_case, names(matched), matched), margins_case,
    Map(proportion_case, names(proportions), proportions), Map(rate_case, names(rates), rates)))
