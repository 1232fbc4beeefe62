# Bayesian random effects: every quantity by brute force (below), and bayesmeta beside it. Run: Rscript bayes.R (minutes, bayesmeta is slow)
# Needs bayesmeta 3.4, numDeriv; sets.json must be there.
source("common.R")
suppressPackageStartupMessages({library(bayesmeta); library(numDeriv)})

SETS <- jsonlite::fromJSON("../resources/golden/sets.json")$cases
set_of <- function(name) SETS[SETS$name == name, ]

# ---- priors: log density of tau, a of the tail 1/tau^a, proper or not, upper bound, how low ln(tau) counts, what bayesmeta takes ----
hmean <- function(v) length(v) / sum(1 / v)
typical <- typical_variance
prior_of <- function(kind, a, v) {
  p <- switch(kind,
    halfNormal = list(d = function(t) log(2) + dnorm(t / a[1], log = TRUE) - log(a[1]), tail = Inf),
    halfCauchy = list(d = function(t) log(2) + dcauchy(t / a[1], log = TRUE) - log(a[1]), tail = 2),
    halfT = list(d = function(t) log(2) + dt(t / a[2], a[1], log = TRUE) - log(a[2]), tail = a[1] + 1),
    exponential = list(d = function(t) log(a[1]) - a[1] * t, tail = Inf),
    uniform = list(d = function(t) ifelse(t <= a[1], -log(a[1]), -Inf), tail = Inf, upper = a[1]),
    logNormal = list(d = function(t) dnorm(log(t), a[1], a[2], log = TRUE) - log(t), tail = Inf),
    logT = list(d = function(t) dt((log(t) - a[2]) / a[3], a[1], log = TRUE) - log(a[3]) - log(t), tail = 1, logtail = TRUE, low = -690),
    lomax = list(d = function(t) log(a[1] / a[2]) - (a[1] + 1) * log1p(t / a[2]), tail = a[1] + 1),
    duMouchel = { s <- sqrt(hmean(v)); list(d = function(t) log(s) - 2 * log(s + t), tail = 2) },
    uniformShrinkage = { s <- hmean(v); list(d = function(t) log(2 * s * t) - 2 * log(s + t^2), tail = 3) },
    uniformISquared = { s <- typical(v); list(d = function(t) log(2 * s * t) - 2 * log(s + t^2), tail = 3) },
    conventional = {
      raw <- function(t) log(t) - 1.5 * rowMeans(log(outer(t^2, v, "+")))
      z <- line(function(t) exp(raw(t)), Inf)
      list(d = function(t) raw(t) - log(z), tail = 2) },
    improperUniform = list(d = function(t) 0 * t, tail = 0, proper = FALSE),
    improperUniformRoot = list(d = function(t) -0.5 * log(t), tail = 0.5, proper = FALSE),
    jeffreys = list(d = function(t) log(t) + 0.5 * log(rowSums(1 / outer(t^2, v, "+")^2)), tail = 1, proper = FALSE),
    bergerDeely = list(d = function(t) log(t) - rowMeans(log(outer(t^2, v, "+"))), tail = 1, proper = FALSE),
    stop(kind))
  p <- modifyList(list(proper = TRUE, upper = Inf, low = -60, logtail = FALSE), p)
  p$bm <- switch(kind, duMouchel = "DuMouchel", uniformShrinkage = "shrinkage", uniformISquared = "I2", conventional = "conventional",
    improperUniform = "uniform", improperUniformRoot = "sqrt", jeffreys = "Jeffreys", bergerDeely = "BergerDeely",
    function(t) { r <- exp(p$d(pmax(t, 1e-300))); r[t < 0] <- 0; r })
  p
}

# ---- integrals over (0, upper): trapezoid in ln(tau), or in the logit of tau/upper: both converge faster than any power of the step ----
nodes <- function(upper, low = -60, high = 90, step = 1 / 20) {
  t <- seq(low, high, by = step)
  if (is.finite(upper)) { s <- plogis(t); list(tau = upper * s, w = step * upper * s * plogis(-t)) }
  else list(tau = exp(t), w = step * exp(t))
}
line <- function(f, upper, low = -60) { n <- nodes(upper, low); keep <- n$tau > 0; sum(f(n$tau[keep]) * n$w[keep]) }

# ---- the model ----
given <- function(tau, y, v, ep) {       # mu given tau, and the marginal log-likelihood
  w <- 1 / outer(tau^2, v, "+"); p0 <- if (is.null(ep)) 0 else 1 / ep[2]^2; m0 <- if (is.null(ep)) 0 else ep[1]
  W <- rowSums(w) + p0; m <- (drop(w %*% y) + p0 * m0) / W
  q <- rowSums(w * (outer(m, y, function(a, b) b - a))^2) + p0 * (m0 - m)^2
  ll <- -0.5 * (-rowSums(log(w)) + log(W) + q + (length(y) - is.null(ep)) * log(2 * pi)) + if (is.null(ep)) 0 else 0.5 * log(p0)
  list(m = m, s = sqrt(1 / W), ll = ll, w = w / W, profile = -0.5 * (-rowSums(log(w)) + q))
}

root <- function(f, lower, upper) uniroot(f, c(lower, upper), tol = 1e-15 * max(abs(c(lower, upper))), maxiter = 200)$root
# shortest interval by Newton's method, from the best of a scan
shortest <- function(cdf, quant, rough, dens, slope, level, zero) {
  ps <- (1 - level) * c(if (zero) 0, sin(seq(0.02, 0.98, length.out = 25) * pi / 2)^2)
  lo <- vapply(ps, function(p) if (p == 0) 0 else rough(p), 0); hi <- vapply(ps + level, rough, 0)
  b <- which.min(hi - lo)
  if (zero) { q <- quant(level); if (dens(0) >= dens(q) && q <= 1.08 * min(hi - lo)) return(c(0, q)) }
  x <- c(lo[b], hi[b])
  if (zero && b == 1) x[1] <- lo[2] / 2
  for (i in 1:60) {
    f <- dens(x); g <- c(cdf(x[2]) - cdf(x[1]) - level, f[2] - f[1])
    d <- solve(rbind(c(-f[1], f[2]), c(-slope(x[1]), slope(x[2]))), -g)
    step <- min(1, if (zero) 0.5 * x[1] / abs(d[1]), 0.5 * diff(x) / sum(abs(d)))
    x <- x + step * d
    if (sum(abs(d)) < 1e-12 * diff(x)) break
  }
  stopifnot(sum(abs(d)) < 1e-10 * diff(x)); x
}
summary_of <- function(mode, mean, sd, quant, short, level) {
  list(mode = mode, median = quant(0.5), mean = mean, sd = sd, eqLower = quant((1 - level) / 2), eqUpper = quant((1 + level) / 2),
       lower = short[1], upper = short[2])
}
mixture <- function(p, m, s, level, has_mean, has_sd) {
  keep <- p > 1e-19; mean <- sum(p * m); sd <- sqrt(sum(p * (s^2 + (m - mean)^2))); p <- p[keep]; m <- m[keep]; s <- s[keep]
  cdf <- function(x) sum(p * pnorm(x, m, s)); up <- function(x) sum(p * pnorm(x, m, s, lower.tail = FALSE))
  dens <- Vectorize(function(x) sum(p * dnorm(x, m, s)))
  slope <- Vectorize(function(x) sum(-p * (x - m) / s^2 * dnorm(x, m, s)))
  c0 <- sum(p * m); s0 <- median(rep(s, pmax(1, round(p * 2000))))
  quant <- function(q, tol = 1e-16) {
    f <- if (q <= 0.5) function(x) cdf(x) - q else function(x) (1 - q) - up(x)
    r <- 4 * s0; while (f(c0 - r) > 0 || f(c0 + r) < 0) r <- 4 * r
    uniroot(f, c(c0 - r, c0 + r), tol = tol, maxiter = 5000)$root
  }
  lo <- quant(0.05); hi <- quant(0.95); x <- optimize(dens, c(lo, hi), maximum = TRUE, tol = 1e-8)$maximum
  e <- 1e-3 * (hi - lo); mode <- root(slope, x - e, x + e)
  r <- summary_of(mode, if (has_mean) mean else NA, if (has_sd) sd else NA, quant, shortest(cdf, quant, function(q) quant(q, 1e-3 * s0), dens, slope, level, FALSE), level)
  r$below0 <- cdf(0); r
}
brute <- function(y, v, pr, ep, level) {
  k <- length(y)
  f <- function(t) pr$d(t) + given(t, y, v, ep)$ll
  n <- nodes(pr$upper, pr$low); n <- lapply(n, function(x) x[n$tau > 0 & n$tau < 1e150])
  lf <- f(n$tau); top <- max(lf); w <- exp(lf - top) * n$w; Z <- sum(w); p <- w / Z
  # the same by R's adaptive quadrature, piece by piece
  inside <- range(log(n$tau[p > 1e-17 * max(p)])); cuts <- seq(inside[1], inside[2], length.out = 15)
  adaptive <- sum(mapply(function(a, b) integrate(function(t) exp(f(exp(t)) - top + t), a, b, rel.tol = 1e-11, abs.tol = 0, subdivisions = 1000,
                                                  stop.on.error = FALSE)$value, cuts[-15], cuts[-1]))
  if (!pr$logtail) stopifnot(abs(adaptive / Z - 1) < 1e-9)
  dens <- function(t) { z <- t == 0; r <- numeric(length(t)); r[!z] <- exp(f(t[!z]) - top) / Z; r[z] <- exp(f(1e-150) - top) / Z; r }
  cdf <- function(x) if (x <= 0) 0 else line(function(t) exp(f(t) - top), x, pr$low) / Z
  med <- n$tau[which(cumsum(p) >= 0.5)[1]]
  quant <- function(q) {
    a <- n$tau[max(1, which(cumsum(p) >= q)[1] - 4)]; b <- n$tau[min(length(p), which(cumsum(p) >= q)[1] + 4)]
    root(function(x) cdf(x) - q, a, b)
  }
  slope <- function(x) dens(x) * grad(f, x)
  b <- pr$tail + k - is.null(ep) - 1; above <- function(m) if (pr$logtail) b >= m else b > m
  # mode of tau: the best stationary point, or 0
  g <- lf; at <- which.max(g); mode <- 0
  if (f(n$tau[at]) > f(1e-150) && n$tau[at] > 1e-5 * med) mode <- if (at == length(g)) pr$upper else root(function(t) grad(f, t), n$tau[at - 2], n$tau[at + 2])
  mean <- sum(p * n$tau)
  tau <- summary_of(mode, if (above(1)) mean else NA, if (above(2)) sqrt(sum(p * (n$tau - mean)^2)) else NA, quant,
                    shortest(cdf, quant, function(q) n$tau[which(cumsum(p) >= q)[1]], dens, slope, level, TRUE), level)
  gm <- given(n$tau, y, v, ep)
  fm <- !is.null(ep)
  mu <- mixture(p, gm$m, gm$s, level, fm || above(1), fm || above(2))
  new <- mixture(p, gm$m, sqrt(gm$s^2 + n$tau^2), level, above(1), above(2))
  theta <- lapply(unique(c(1, k)), function(i) {
    b <- n$tau^2 / (v[i] + n$tau^2)
    mixture(p, gm$m + b * (y[i] - gm$m), sqrt(b * v[i] + (1 - b)^2 * gm$s^2), level, TRUE, TRUE)
  })
  joint <- function(t) pr$d(t) + given(t, y, v, ep)$profile
  jl <- joint(n$tau); at <- which.max(jl); jt <- 0
  if (joint(n$tau[at]) > joint(1e-150) && n$tau[at] > 1e-5 * med) jt <- if (at == length(jl)) pr$upper else root(function(t) grad(joint, t), n$tau[at - 2], n$tau[at + 2])
  bf_mu <- NA
  if (pr$proper && !is.null(ep)) {
    l0 <- pr$d(n$tau) + rowSums(matrix(dnorm(rep(y, each = length(n$tau)), 0, sqrt(outer(n$tau^2, v, "+")), log = TRUE), ncol = k))
    bf_mu <- sum(exp(l0 - top) * n$w) / Z
  }
  list(logMarginal = if (pr$proper && !is.null(ep)) log(Z) + top else NA,
       bayesFactorTauZero = if (pr$proper) exp(given(0, y, v, ep)$ll - top) / Z else NA, bayesFactorMuZero = bf_mu,
       jointMode = list(mu = given(jt, y, v, ep)$m, tau = jt), weights = I(colSums(p * gm$w) * 100),
       iSquaredMean = if (k > 1) 100 * sum(p * n$tau^2 / (n$tau^2 + typical(v))) else NA,
       tau = tau, mu = mu, newStudy = new, theta = theta)
}
with_bayesmeta <- function(y, v, pr, ep, level) {
  b <- suppressWarnings(bayesmeta(y, sqrt(v), tau.prior = pr$bm, mu.prior = if (is.null(ep)) c(mean = NA, sd = NA) else c(mean = ep[1], sd = ep[2]),
    delta = 2e-3, epsilon = 1e-6, rel.tol.integrate = 1e-11))
  s <- function(m, j) list(mode = m[if ("mode" %in% rownames(m)) "mode" else 3, j], median = m["median", j], mean = m["mean", j], sd = m["sd", j],
                           lower = m["95% lower", j], upper = m["95% upper", j])
  list(supportPoints = nrow(b$support), tau = s(b$summary, "tau"), mu = s(b$summary, "mu"), newStudy = s(b$summary, "theta"),
       theta = lapply(unique(c(1, length(y))), function(i) s(b$theta, i)), jointMode = list(mu = b$MAP["joint", "mu"], tau = b$MAP["joint", "tau"]),
       bayesFactorTauZero = b$bayesfactor["actual", "tau=0"], bayesFactorMuZero = b$bayesfactor["actual", "mu=0"])
}

cases <- list()
add <- function(set, rows, kind, args = NULL, ep = NULL, compare = FALSE, level = 0.95, data = NULL) {
  d <- if (is.null(data)) set_of(set) else data
  y <- unlist(d$yi); v <- unlist(d$vi); if (is.null(rows)) rows <- seq_along(y); y <- y[rows]; v <- v[rows]
  pr <- prior_of(kind, args, v); started <- Sys.time()
  r <- brute(y, v, pr, ep, level); t1 <- Sys.time()
  bm <- if (compare) with_bayesmeta(y, v, pr, ep, level) else NULL
  cat(sprintf("%s k=%d %s(%s): brute %.1f s, bayesmeta %.1f s\n", set, length(y), kind, paste(args, collapse = ", "),
              as.numeric(t1 - started, units = "secs"), as.numeric(Sys.time() - t1, units = "secs")))
  if (!is.null(bm)) cat(sprintf("   largest difference of medians and bounds: %.1e\n", max(abs(c(
    unlist(r$mu[c("median", "lower", "upper")]) - unlist(bm$mu[c("median", "lower", "upper")]),
    unlist(r$tau[c("median", "upper")]) - unlist(bm$tau[c("median", "upper")]))))))
  cases[[length(cases) + 1]] <<- list(set = set, rows = I(rows - 1), yi = if (is.null(data)) NULL else I(y), vi = if (is.null(data)) NULL else I(v),
    prior = kind, args = I(as.numeric(args)), effectPrior = if (is.null(ep)) NULL else I(ep), level = level, brute = r, bayesmeta = bm)
}

# data of bayesmeta's own examples (facts from the papers named there)
data("CrinsEtAl2014", package = "bayesmeta")
crins <- escalc(measure = "OR", ai = exp.AR.events, n1i = exp.total, ci = cont.AR.events, n2i = cont.total, data = CrinsEtAl2014)
rubin <- list(yi = c(28.39, 7.94, -2.75, 6.82, -0.64, 0.63, 18.01, 12.16), vi = c(14.9, 10.2, 16.3, 11.0, 9.4, 11.4, 10.4, 17.6)^2)

turner <- c(-3.95, 1.34) / 2; rhodes <- c(5, -3.44 / 2, 2.59 / 2)
add("CrinsEtAl2014", NULL, "halfNormal", 0.5, compare = TRUE, data = crins)
add("CrinsEtAl2014", c(1, 5), "halfNormal", 0.5, ep = c(0, 4), compare = TRUE, data = crins)
add("CrinsEtAl2014", c(1, 5), "halfCauchy", 0.5, data = crins)
add("Rubin1981", NULL, "improperUniform", compare = TRUE, data = rubin)
add("Rubin1981", NULL, "halfCauchy", 25, data = rubin)
add("bcg-RR", NULL, "halfNormal", 0.5)
add("bcg-RR", NULL, "jeffreys", level = 0.9)
add("bcg-RR", 1, "halfNormal", 0.5)
add("bcg-RR", 1, "logT", rhodes, ep = c(0, 2))
add("bcg-RR", 1:2, "halfT", c(3, 0.5), ep = c(0, 2), compare = TRUE)
add("bcg-RR", 3:5, "exponential", 2)
add("bcg-OR", 1:4, "logNormal", turner, compare = TRUE)
add("bcg-OR", c(7, 8), "logNormal", turner, ep = c(0, 4))
add("bcg-RD", 1:5, "halfNormal", 0.05)
add("axfors2021", NULL, "logNormal", c(-1.975, 0.67))
add("bassler2004", NULL, "halfNormal", 0.5)
add("collins1985a", NULL, "conventional")
add("dorn2007", NULL, "lomax", c(1, 0.5))
add("egger2001", NULL, "halfNormal", 1, ep = c(0, 4))
add("greb2008", 1:2, "duMouchel")
add("hine1989", NULL, "halfNormal", 0.1, ep = c(0, 1))
add("lau1992", 1:5, "uniformShrinkage")
add("li2007", 1:3, "improperUniformRoot")
add("linde2005", NULL, "uniformISquared", ep = c(0.3, 0.5))
add("nielweise2007", NULL, "bergerDeely")
add("yusuf1985", 1:5, "halfCauchy", 0.1, ep = c(0, 1))
add("normand1999", 1:4, "uniformShrinkage")
add("spooner2002", 1:3, "halfNormal", 5, ep = c(0, 30))
add("furukawa2003", NULL, "logT", rhodes)
add("gibson2002", 1:2, "logT", rhodes)
add("berkey1998-AL", NULL, "improperUniform")
add("cohen1981", NULL, "jeffreys", ep = c(0, 1))
add("pignon2000", NULL, "halfNormal", 0.5)
add("raudenbush1985", NULL, "exponential", 4, level = 0.8)
add("riley2003-DFS", 1:4, "uniform", 0.3)
add("thompson1999", NULL, "halfT", c(4, 0.5))
add("bangertdrowns2004", NULL, "halfCauchy", 0.25)
add("debruin2009", NULL, "conventional", ep = c(0, 2))

write_golden("bayes", paste("brute force, and bayesmeta", packageVersion("bayesmeta"), "with delta = 2e-3, epsilon = 1e-6, rel.tol.integrate = 1e-11"), cases)
