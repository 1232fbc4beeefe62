# Person-time counts: effects of single studies, Mantel-Haenszel for rates, exact conditional rate ratio.
source("common.R")
rates_of <- function(study, x1, t1, x2, t2) data.frame(study = make.unique(paste(study), sep = " #"),
  x1i = as.numeric(x1), t1i = as.numeric(t1), x2i = as.numeric(x2), t2i = as.numeric(t2))
set.seed(20080)
random_rates <- function(k, mean_time, rate) rates_of(seq_len(k), rpois(k, rate * mean_time), round(rgamma(k, 2, 2 / mean_time), 3) + 0.5,
  rpois(k, 0.7 * rate * mean_time), round(rgamma(k, 2, 2 / mean_time), 3) + 0.5)
tables <- list(
  nielweise2008 = with(dat.nielweise2008, rates_of(authors, x1i, t1i / 1000, x2i, t2i / 1000)),
  hart1999 = with(dat.hart1999, rates_of(study, x1i, t1i, x2i, t2i)),
  `random 1` = random_rates(5, 100, 0.1), `random 2` = random_rates(12, 30, 0.05), `random 3` = random_rates(20, 1000, 0.002),
  `random 4` = random_rates(2, 12, 0.4), `random 5` = random_rates(8, 1e6, 2e-6),
  `edge: one study` = rates_of("A", 5, 40, 9, 42.5),
  `edge: every kind of zero` = rates_of(LETTERS[1:4], c(0, 3, 0, 7), c(30, 25, 40, 50.25), c(4, 0, 0, 9), c(31, 26, 35, 48)),
  `edge: arm 2 never has an event` = rates_of(LETTERS[1:3], c(3, 5, 2), c(30, 42, 25), c(0, 0, 0), c(29, 40, 27)),
  `edge: no event at all` = rates_of(LETTERS[1:2], c(0, 0), c(30, 42), c(0, 0), c(29, 40)),
  `edge: equal studies` = rates_of(LETTERS[1:3], rep(12, 3), rep(100, 3), rep(20, 3), rep(110, 3)))

es <- function(...) { e <- suppressWarnings(do.call(escalc, list(...))); ok <- is.finite(e$yi) & is.finite(e$vi) & e$vi > 0
  y <- as.numeric(e$yi); v <- as.numeric(e$vi); y[!ok] <- NA; v[!ok] <- NA; list(yi = I(y), vi = I(v)) }
q_around <- function(y, v, b) { k <- length(y); q <- sum((y - b)^2 / v); list(q = q, df = k - 1, pValue = if (k > 1) pchisq(q, k - 1, lower.tail = FALSE) else NA) }
mh <- function(d, m) {
  drop <- m == "IRR"
  r <- tryCatch(suppressWarnings(rma.mh(x1i = x1i, t1i = t1i, x2i = x2i, t2i = t2i, data = d, measure = m, add = c(1 / 2, 0),
    to = c("only0", "none"), drop00 = c(drop, drop), correct = FALSE)), error = function(e) NULL)
  if (is.null(r) || !is.finite(r$beta[1]) || !is.finite(r$se) || r$se == 0) return(NULL)
  yates <- suppressWarnings(rma.mh(x1i = x1i, t1i = t1i, x2i = x2i, t2i = t2i, data = d, measure = m, add = c(1 / 2, 0),
    to = c("only0", "none"), drop00 = c(drop, drop), correct = TRUE))
  keep <- is.finite(r$yi) & is.finite(r$vi); y <- as.numeric(r$yi)[keep]; v <- as.numeric(r$vi)[keep]
  stopifnot(relative_difference(r$QE, q_around(y, v, r$beta[1])$q) < 1e-10 || r$QE < 1e-20)
  f <- fit_fields(unname(r$beta[1]), r$se, NA, 0.95); f$df <- NULL
  c(f, list(qMantelHaenszelCentre = q_around(y, v, r$beta[1]), qInverseVarianceCentre = q_around(y, v, centre(y, 1 / v)),
    mantelHaenszelTest = if (m == "IRR") list(statistic = r$MH, pValue = r$MHp, corrected = yates$MH, correctedPValue = yates$MHp)))
}
# Conditional on the events of each stratum the arm-1 events are binomial with odds rr t1/t2. The product is in closed form
# for equal t1/t2 only; else the distribution of the sum is the convolution of binomials, here by plain recursion.
convolve_binomials <- function(d, log_rr) {
  p <- 1
  for (i in seq_len(nrow(d))) { n <- d$x1i[i] + d$x2i[i]; pi <- plogis(log_rr + log(d$t1i[i] / d$t2i[i]))
    q <- dbinom(0:n, n, pi); out <- numeric(length(p) + n); for (j in 0:n) out[j + seq_along(p)] <- out[j + seq_along(p)] + p * q[j + 1]; p <- out }
  p
}
exact <- function(d) {
  d <- d[d$x1i + d$x2i > 0, ]
  if (nrow(d) == 0 || sum(d$x1i + d$x2i) > 400) return(NULL)
  s <- sum(d$x1i); n <- sum(d$x1i + d$x2i)
  root <- function(f) uniroot(f, c(-40, 40), tol = 1e-15, maxiter = 10000)$root
  expected <- function(b) sum((d$x1i + d$x2i) * plogis(b + log(d$t1i / d$t2i))) - s
  upper_tail <- function(b, mid) { p <- convolve_binomials(d, b); sum(p[(s + 1):(n + 1)]) - (if (mid) 0.5 * p[s + 1] else 0) }
  lower_tail <- function(b, mid) { p <- convolve_binomials(d, b); sum(p[1:(s + 1)]) - (if (mid) 0.5 * p[s + 1] else 0) }
  bounds <- function(mid) list(
    lower = if (s == 0) NA else root(function(b) log(upper_tail(b, mid) / 0.025)),
    upper = if (s == n) NA else root(function(b) log(lower_tail(b, mid) / 0.025)),
    pValue = min(1, 2 * min(upper_tail(0, mid), lower_tail(0, mid))))
  p <- convolve_binomials(d, 0)
  list(estimate = if (s == 0 || s == n) NA else root(expected), central = bounds(FALSE), midP = bounds(TRUE),
    minimumLikelihoodP = min(1, sum(p[p <= p[s + 1] * (1 + 1e-7)])))
}
two_arm <- function(name, d) list(name = name, kind = "twoArm", labels = I(d$study), x1i = I(d$x1i), t1i = I(d$t1i), x2i = I(d$x2i), t2i = I(d$t2i),
  effects = sapply(c("IRR", "IRD"), function(m) sapply(c("only0", "none", "all", "if0all"), function(to)
    es(m, x1i = d$x1i, t1i = d$t1i, x2i = d$x2i, t2i = d$t2i, to = to), simplify = FALSE), simplify = FALSE),
  mantelHaenszel = list(IRR = mh(d, "IRR"), IRD = mh(d, "IRD")), exact = exact(d))
single <- function(name, d) {
  harmonic <- nrow(d) / sum(1 / d$t1i)
  back <- list(IRLN = exp, IR = identity, IRS = transf.isqrt, IRFT = function(y) transf.iirft(y, harmonic))
  measures <- sapply(names(back), function(m) { e <- es(m, xi = d$x1i, ti = d$t1i); y <- unclass(e$yi); v <- unclass(e$vi); b <- centre(y, 1 / v)
    se <- sqrt(1 / sum(1 / v)); c(e, list(estimate = b, se = se, back = back[[m]](b), backLower = back[[m]](b - qnorm(0.975) * se), backUpper = back[[m]](b + qnorm(0.975) * se))) }, simplify = FALSE)
  garwood <- function(p, x) ifelse(x == 0, 0, qgamma(p, x))
  list(name = name, kind = "single", labels = I(d$study), xi = I(d$x1i), ti = I(d$t1i), measures = measures,
    garwood = list(lower = I(garwood(0.025, d$x1i) / d$t1i), upper = I(qgamma(0.975, d$x1i + 1) / d$t1i)))
}
check <- with(tables$hart1999, poisson.test(c(x1i[1], x2i[1]), c(t1i[1], t2i[1])))
one <- exact(tables$hart1999[1, ]); stopifnot(abs(exp(one$central$lower) / check$conf.int[1] - 1) < 1e-6, abs(one$minimumLikelihoodP / check$p.value - 1) < 1e-9)
cases <- c(mapply(two_arm, names(tables), tables, SIMPLIFY = FALSE),
  mapply(single, paste("single", names(tables)), tables, SIMPLIFY = FALSE))
write_golden("rates", paste("escalc(IRR | IRD | IRLN | IR | IRS | IRFT); rma.mh(add = c(1/2, 0), to = c('only0', 'none'), drop00: TRUE for IRR, FALSE for IRD);",
  "exact: convolution of binomials, uniroot(tol = 1e-15); poisson.test as a check"), cases)
