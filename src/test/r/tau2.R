# tau2 of every estimator, its standard error, and intervals, on the sets of sets.json.
# metafor's own numbers with tight control where they are exact; where its optimiser or root finder is the limit, the same equations
# solved to machine precision here, and the difference from metafor recorded. Needs CompQuadForm. Run: Rscript tau2.R
source("common.R")
suppressPackageStartupMessages({library(CompQuadForm); library(meta)})

sets <- jsonlite::fromJSON("../resources/golden/sets.json", simplifyVector = TRUE, simplifyDataFrame = FALSE)$cases
LEVEL <- 0.95
ALPHA <- 1 - LEVEL

# ---- estimators ----
moments <- function(a, y, v) {  # DerSimonian and Kacker 2007, equation 6
  m <- centre(y, a)
  max(0, (sum(a * (y - m)^2) - sum(a * v * others(a)) / sum(a)) / (sum(a * others(a)) / sum(a)))
}
full_loglik <- function(tau2, y, v) -0.5 * (sum(log(v + tau2)) + q_at(tau2, y, v))
full_score <- function(tau2, y, v) { w <- 1 / (v + tau2); 0.5 * (sum(w^2 * (y - centre(y, w))^2) - sum(w)) }
grid_of <- function(y, v) c(0, exp(seq(log(min(v) * 1e-8), log((max(v) + diff(range(y))^2) * 100), length.out = 4000)))
tau2_ml <- function(y, v) {
  grid <- grid_of(y, v)
  ll <- vapply(grid, full_loglik, 0, y = y, v = v)
  best <- which.max(ll)
  if (best == 1 && full_score(0, y, v) <= 0) return(0)
  log_root(function(t) full_score(t, y, v), if (best <= 2) grid[2] * 1e-8 else grid[best - 1], grid[best + 1])
}
start_sj <- function(y) mean((y - mean(y))^2)
sj_from <- function(t0, y, v) t0 * q_at(t0, y, v) / (length(y) - 1)
OURS <- list(
  DL = function(y, v) moments(1 / v, y, v),
  DL2 = function(y, v) moments(1 / (v + moments(1 / v, y, v)), y, v),
  DLIT = tau2_pm, PM = tau2_pm, EB = tau2_pm, SJIT = tau2_pm,
  PMM = function(y, v) q_inverse(qchisq(0.5, length(y) - 1), y, v),
  HE = function(y, v) max(0, var(y) - mean(v)),
  HS = function(y, v) max(0, (q_at(0, y, v) - length(y)) / sum(1 / v)),
  HSK = function(y, v) { k <- length(y); max(0, (q_at(0, y, v) * k / (k - 1) - k) / sum(1 / v)) },
  SJ = function(y, v) sj_from(start_sj(y), y, v),
  ML = tau2_ml, REML = tau2_reml)

# standard errors at those estimates: dense matrices, 2 tr(A S A S), where Java sums over studies
se_moments <- function(a, v, tau2, denominator) {
  A <- diag(a) - outer(a, a) / sum(a)
  AS <- A %*% diag(v + tau2)
  sqrt(2 * sum(AS * t(AS))) / denominator
}
se_of <- function(name, y, v, tau2) {
  k <- length(y); w <- 1 / (v + tau2); w0 <- 1 / v
  P <- diag(w) - outer(w, w) / sum(w)
  switch(name,
    ML = sqrt(2 / sum(w^2)), REML = sqrt(2 / sum(P * P)),
    DL = se_moments(w0, v, tau2, spread(w0)), HE = se_moments(rep(1, k), v, tau2, k - 1),
    DL2 = { a <- 1 / (v + moments(w0, y, v)); se_moments(a, v, tau2, spread(a)) },
    HS = se_moments(w0, v, tau2, sum(w0)), HSK = k / (k - 1) * se_moments(w0, v, tau2, sum(w0)),
    SJ = { t0 <- start_sj(y); t0 * se_moments(1 / (v + t0), v, tau2, k - 1) },
    sqrt(2 * k^2 / (k - 1)) / sum(w))
}

# ---- intervals ----
# P(Q_a >= q) at tau2: eigenvalues, then Farebrother's series where it converges, else Imhof; both good to about 1e-10 at best
p_weighted <- function(tau2, a, q, v) {
  s <- sqrt(v + tau2)
  A <- diag(a) - outer(a, a) / sum(a)
  lambda <- eigen(s * t(s * A), symmetric = TRUE, only.values = TRUE)$values[seq_len(length(v) - 1)]
  lambda <- pmax(lambda, 0)
  f <- suppressWarnings(farebrother(q, lambda, eps = 1e-13, maxit = 100000))
  if (f$ifault == 0) f$Qq else imhof(q, lambda, epsabs = 1e-12, epsrel = 1e-12, limit = 100000)$Qq
}
weighted_interval <- function(a, y, v) {
  q <- sum(a * (y - centre(y, a))^2)
  at <- function(target) {
    if (p_weighted(0, a, q, v) >= target) return(0)
    upper <- max(v); while (p_weighted(upper, a, q, v) < target) upper <- upper * 4
    lower <- upper; while (p_weighted(lower, a, q, v) > target) lower <- lower / 4
    log_root_to(function(t) qlogis(p_weighted(t, a, q, v)) - qlogis(target), lower, upper, 1e-11)
  }
  c(at(ALPHA / 2), at(1 - ALPHA / 2))
}
log_root_to <- function(f, lower, upper, tol)
  exp(uniroot(function(u) f(exp(u)), log(c(lower, upper)), tol = tol, maxiter = 1000)$root)
profile_interval <- function(loglik, tau2, y, v) {
  cut <- loglik(tau2, y, v) - qchisq(LEVEL, 1) / 2
  f <- function(t) loglik(t, y, v) - cut
  top <- max(tau2, min(v)); while (f(top) > 0) top <- top * 2
  grid <- c(0, exp(seq(log(min(v) * 1e-8), log(top), length.out = 1500)))
  inside <- which(vapply(grid, f, 0) >= 0)
  if (length(inside) == 0) inside <- which.min(abs(grid - tau2))
  lower <- if (inside[1] == 1) 0 else log_root(f, max(grid[inside[1] - 1], grid[2] * 1e-8), grid[inside[1]])
  upper <- log_root(f, max(grid[max(inside)], grid[2] * 1e-8), grid[max(inside) + 1])
  list(lower = lower, upper = upper, gap = any(diff(inside) > 1))
}
q_profile <- function(y, v) {
  df <- length(y) - 1
  c(q_inverse(qchisq(ALPHA / 2, df, lower.tail = FALSE), y, v), q_inverse(qchisq(ALPHA / 2, df), y, v))
}
i2_measures <- function(tau2, y, v) {  # Higgins-Thompson 2002; Takkouche 1999; Crippa 2016
  k <- length(y); s2 <- typical_variance(v)
  list(typicalVariance = s2, harmonicVariance = k / sum(1 / v), impliedVariance = k / sum(1 / (v + tau2)) - tau2,
       iSquared = 100 * tau2 / (tau2 + s2), hSquared = 1 + tau2 / s2, rI = 100 * tau2 / (tau2 + k / sum(1 / v)),
       rB = 100 * mean(tau2 / (v + tau2)))
}

# ---- metafor and meta, for comparison ----
METAFOR <- c(DL = "DL", DLIT = "DLIT", PM = "PM", EB = "EB", SJIT = "SJIT", PMM = "PMM", HE = "HE", HS = "HS", HSK = "HSk", SJ = "SJ", ML = "ML", REML = "REML")
far <- list()
note <- function(set, what, ours, theirs, tolerance) {
  d <- if (is.na(theirs)) Inf else abs(ours - theirs) / max(abs(ours), abs(theirs), 1e-12)
  if (d > tolerance) far[[length(far) + 1]] <<- sprintf("%-20s %-14s ours %.12g theirs %.12g", set, what, ours, theirs)
}
cases <- lapply(sets, function(s) {
  y <- s$yi; v <- s$vi
  est <- lapply(names(OURS), function(n) { t <- OURS[[n]](y, v); list(tau2 = t, se = se_of(n, y, v, t)) })
  names(est) <- names(OURS)
  for (n in names(METAFOR)) {
    f <- tryCatch(suppressWarnings(rma(y, v, method = METAFOR[[n]], control = TIGHT)), error = function(e) list(tau2 = NA, se.tau2 = NA))
    note(s$name, n, est[[n]]$tau2, f$tau2, 1e-8)
    note(s$name, paste(n, "se"), est[[n]]$se, f$se.tau2, 1e-7)
  }
  a <- sqrt(1 / v)
  genq <- moments(a, y, v)
  f <- rma(y, v, method = "GENQ", weights = a, control = TIGHT)
  note(s$name, "GENQ", genq, f$tau2, 1e-10); genq_se <- se_moments(a, v, genq, spread(a)); note(s$name, "GENQ se", genq_se, f$se.tau2, 1e-8)
  he0 <- max(OURS$HE(y, v), 0.01)
  sj_he <- sj_from(he0, y, v)
  f <- rma(y, v, method = "SJ", control = list(tau2.init = he0)); note(s$name, "SJ start", sj_he, f$tau2, 1e-10)
  qp <- q_profile(y, v); j <- weighted_interval(a, y, v); bj <- weighted_interval(1 / v, y, v)
  plml <- profile_interval(full_loglik, est$ML$tau2, y, v)
  plreml <- profile_interval(restricted_loglik, est$REML$tau2, y, v)
  m <- suppressWarnings(metagen(y, sqrt(v), method.tau = "DL"))
  for (x in list(list("QP", qp), list("J", j), list("BJ", bj))) {
    m <- tryCatch(suppressWarnings(metagen(y, sqrt(v), method.tau = "DL", method.tau.ci = x[[1]])), error = function(e) list(lower.tau2 = NA, upper.tau2 = NA))
    note(s$name, paste("meta", x[[1]], "low"), x[[2]][1], m$lower.tau2, 1e-3); note(s$name, paste("meta", x[[1]], "up"), x[[2]][2], m$upper.tau2, 1e-3)
  }
  for (n in c("ML", "REML")) {
    p <- if (n == "ML") plml else plreml
    ci <- tryCatch(suppressWarnings(confint(rma(y, v, method = n, control = TIGHT), type = "PL", control = list(tol = 1e-12, maxiter = 10000)))$random[1, 2:3], error = function(e) c(NA, NA))
    note(s$name, paste(n, "PL low"), p$lower, ci[[1]], 1e-6); note(s$name, paste(n, "PL up"), p$upper, ci[[2]], 1e-6)
  }
  list(name = s$name, estimates = est, generalisedQ = list(tau2 = genq, se = genq_se), sidikJonkmanFrom = list(start = he0, tau2 = sj_he),
       qProfile = I(qp), jackson = I(j), biggerstaffJackson = I(bj), profileMl = I(c(plml$lower, plml$upper)),
       profileReml = I(c(plreml$lower, plreml$upper)), gap = plml$gap || plreml$gap, measures = i2_measures(est$REML$tau2, y, v))
})
write_golden("tau2", "equations solved with uniroot(tol = 1e-16); rma(method), confint(type), metagen(method.tau.ci) to compare", cases)
cat(unlist(far), sep = "\n")
