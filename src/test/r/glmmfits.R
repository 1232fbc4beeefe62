# For glmm.R and glmmsets.R: one fit by metafor's rma.glmm, and beside it the same likelihood
# written out here and maximised with a dense trapezoid rule instead of Gauss-Hermite points.
source("common.R")
source("tables.R")

# ---- reference likelihoods: trapezoid rule over mode +- 9 standard deviations (exact to rounding for these integrands) ----
Z <- seq(-9, 9, length.out = 121); STEP <- Z[2] - Z[1]
lse <- function(x) { m <- max(x); m + log(sum(exp(x - m))) }
# log of the integral over z ~ N(0, 1) of exp(f(tau z)), f vectorised
marginal <- function(f, tau) {
  if (tau == 0) return(f(0))
  g <- function(z) f(tau * z) - z^2 / 2
  m <- optimize(function(z) -g(z), c(-12, 12), tol = 1e-8)$minimum
  h <- 1e-3; curvature <- max(1, -(g(m + h) - 2 * g(m) + g(m - h)) / h^2)
  s <- 1 / sqrt(curvature)
  # the tails of a logistic integrand are as wide as the prior: both widths are covered
  lo <- min(m - 9 * s, -9); hi <- max(m + 9 * s, 9)
  z <- seq(lo, hi, length.out = max(241, ceiling((hi - lo) / (0.15 * s)))); d <- z[2] - z[1]
  lse(g(z)) + log(d) - 0.5 * log(2 * pi)
}
ll_binom <- function(x, n, eta) lchoose(n, x) + x * plogis(eta, log.p = TRUE) + (n - x) * plogis(-eta, log.p = TRUE)
ll_pois <- function(x, t, eta) dpois(x, t * exp(eta), log = TRUE)
ll_hyper <- function(a, n1, c, n2, eta) {
  m <- a + c; x <- max(0, m - n2):min(n1, m)
  w <- lchoose(n1, x) + lchoose(n2, m - x)
  vapply(eta, function(e) w[x == a] + a * e - lse(w + x * e), 0)
}
study_functions <- function(kind, d) lapply(seq_len(nrow(d)), function(i) with(d[i, ], switch(kind,
  CM.EL.OR = function(eta) ll_hyper(ai, n1i, ci, n2i, eta),
  CM.AL.OR = function(eta) ll_binom(ai, ai + ci, eta + log(n1i / n2i)),
  CM.EL.IRR = function(eta) ll_binom(x1i, x1i + x2i, eta + log(t1i / t2i)),
  PLO = function(eta) ll_binom(xi, ni, eta),
  IRLN = function(eta) ll_pois(xi, ti, eta))))
ll_one <- function(fs, theta, tau) sum(vapply(fs, function(f) marginal(function(u) f(theta + u), tau), 0))
arms <- function(kind, d) lapply(seq_len(nrow(d)), function(i) with(d[i, ], if (kind == "OR")
  list(function(e) ll_binom(ai, n1i, e), function(e) ll_binom(ci, n2i, e)) else
  list(function(e) ll_pois(x1i, t1i, e), function(e) ll_pois(x2i, t2i, e))))
start_gamma <- function(kind, d) if (kind == "OR") with(d, qlogis((ci + 0.5) / (n2i + 1))) else with(d, log((x2i + 0.5) / t2i))
ll_fs <- function(as, theta, tau, c1, g0) sum(mapply(function(a, g)
  -optimize(function(gamma) -marginal(function(u) a[[1]](gamma + theta + c1 * u) + a[[2]](gamma - (1 - c1) * u), tau), g + c(-4, 4), tol = 1e-9)$objective, as, g0))
ll_rs <- function(as, theta, alpha, tau, sigma, c1, points = 61) {
  one <- function(a) {
    if (sigma == 0) return(marginal(function(u) a[[1]](alpha + theta + c1 * u) + a[[2]](alpha - (1 - c1) * u), tau))
    f <- function(z) a[[1]](alpha + theta + sigma * z[, 1] + c1 * tau * z[, 2]) + a[[2]](alpha + sigma * z[, 1] - (1 - c1) * tau * z[, 2]) - rowSums(z^2) / 2
    o <- nlm(function(z) -f(matrix(z, 1)), c(0, 0), hessian = TRUE, gradtol = 1e-8, typsize = c(1, 1))
    L <- t(chol(solve(o$hessian))); grid <- seq(-11, 11, length.out = points); d <- grid[2] - grid[1]
    g <- as.matrix(expand.grid(grid, grid))
    lse(f(sweep(g %*% t(L), 2, o$estimate, "+"))) + 2 * log(d) + log(det(L)) - log(2 * pi)
  }
  sum(vapply(as, one, 0))
}
maximise <- function(f, start) {   # parameters (locations..., log standard deviations); restarted until it stays
  o <- list(par = start, objective = Inf)
  for (i in 1:4) { n <- nlminb(o$par, function(p) -f(p), control = list(rel.tol = 1e-14, x.tol = 1e-12, eval.max = 4000, iter.max = 2000)); done <- abs(n$objective - o$objective) < 1e-11; o <- n; if (done) break }
  o
}
boundary <- function(o, f0, at) if (-o$objective <= f0 + 1e-9) NA else at

reference <- function(m, kind, d, coding, start) {
  c1 <- c(`0.5` = 0.5, `1` = 1, `0` = 0)[[as.character(coding)]]
  if (m %in% c("CM.EL", "CM.AL", "PLO", "IRLN")) {
    fs <- study_functions(if (m %in% c("PLO", "IRLN")) m else paste(m, kind, sep = "."), d)
    ll <- function(p) ll_one(fs, p[1], exp(p[2]))
    o <- maximise(ll, c(start[1], log(max(start[2], 0.01)) / 2))
    zero <- optimize(function(t) -ll_one(fs, t, 0), start[1] + c(-3, 3), tol = 1e-10)
    at <- ll_one(fs, start[1], sqrt(start[2]))
    if (-o$objective <= -zero$objective + 1e-9) { o$par <- c(zero$minimum, -Inf); o$objective <- zero$objective }
    return(list(estimate = o$par[1], tau2 = exp(2 * o$par[2]), logLik = -o$objective, logLikAtMetafor = at, commonLogLik = -zero$objective))
  }
  as <- arms(kind, d)
  if (m == "UM.FS") {
    g0 <- start_gamma(kind, d)
    o <- maximise(function(p) ll_fs(as, p[1], exp(p[2]), c1, g0), c(start[1], log(max(start[2], 0.01)) / 2))
    zero <- optimize(function(t) -ll_fs(as, t, 0, c1, g0), start[1] + c(-3, 3), tol = 1e-9)
    at <- ll_fs(as, start[1], sqrt(start[2]), c1, g0)
    if (-o$objective <= -zero$objective + 1e-9) { o$par <- c(zero$minimum, -Inf); o$objective <- zero$objective }
    return(list(estimate = o$par[1], tau2 = exp(2 * o$par[2]), logLik = -o$objective, logLikAtMetafor = at))
  }
  a0 <- mean(start_gamma(kind, d))
  ll <- function(p, points = 61) ll_rs(as, p[1], p[2], exp(p[3]), exp(p[4]), c1, points)
  o <- maximise(ll, c(start[1], a0, log(max(start[2], 0.01)) / 2, log(max(start[3], 0.01)) / 2))
  # metafor's own numbers lack the intercept: the best one for them
  at <- -optimize(function(a) -ll(c(start[1], a, log(max(start[2], 1e-8)) / 2, log(max(start[3], 1e-8)) / 2)), o$par[2] + c(-1, 1), tol = 1e-8)$objective
  list(estimate = o$par[1], intercept = o$par[2], tau2 = exp(2 * o$par[3]), sigma2 = exp(2 * o$par[4]), logLik = ll(o$par, 141), logLikAtMetafor = at)
}

# ---- metafor ----
call_glmm <- function(m, kind, d, coding, method, nAGQ, test = "z") {
  args <- switch(kind, OR = list(ai = d$ai, n1i = d$n1i, ci = d$ci, n2i = d$n2i), IRR = list(x1i = d$x1i, t1i = d$t1i, x2i = d$x2i, t2i = d$t2i),
    PLO = list(xi = d$xi, ni = d$ni), IRLN = list(xi = d$xi, ti = d$ti))
  control <- list()
  if (m == "CM.EL" && kind == "OR") control <- list(hessianCtrl = list(r = 6), intCtrl = list(rel.tol = 1e-8, subdivisions = 1000))
  else control <- list(glmerCtrl = list(optimizer = "bobyqa", optCtrl = list(maxfun = 1e5, rhoend = 1e-9), tolPwrss = 1e-9), glmCtrl = list(epsilon = 1e-14, maxit = 100))
  if (kind %in% c("OR", "IRR")) args <- c(args, list(model = m, coding = coding))
  tryCatch(suppressWarnings(suppressMessages(do.call(rma.glmm, c(args, list(measure = kind, method = method, test = test, nAGQ = nAGQ, control = control))))),
    error = function(e) { cat("  ", m, kind, method, conditionMessage(e), "\n"); NULL })
}
one_fit <- function(name, m, kind, d, coding = 0.5, nAGQ = if (m == "UM.RS") 1 else 25) {
  t0 <- proc.time()[[3]]
  r <- call_glmm(m, kind, d, coding, "ML", nAGQ); e <- call_glmm(m, kind, d, coding, "EE", nAGQ)
  seconds <- proc.time()[[3]] - t0
  start <- if (is.null(r)) c(0, 0.1, 0.5) else c(r$beta[1], r$tau2, if (is.na(r$sigma2[1])) 0.5 else r$sigma2[1])
  keep <- switch(kind, OR = !with(d, (ai == 0 & ci == 0) | (ai == n1i & ci == n2i)), IRR = with(d, x1i + x2i > 0), rep(TRUE, nrow(d)))
  ref <- tryCatch(reference(m, kind, d[keep, ], coding, start), error = function(err) { cat("  reference", conditionMessage(err), "\n"); NULL })
  cat(sprintf("%s %s %s coding %s: %.1f s; theta %.8f / %.8f, tau2 %.8f / %.8f, ll %.9f / %.9f\n", name, kind, m, coding, seconds,
    start[1], ref$estimate, start[2], ref$tau2, if (is.null(r)) NA else r$fit.stats["ll", "ML"], ref$logLik))
  p <- if (is.null(r)) NULL else predict(r)
  list(model = m, coding = coding, nAGQ = nAGQ,
    metafor = if (!is.null(r)) list(k = r$k, estimate = r$beta[1], se = r$se, ciLower = r$ci.lb, ciUpper = r$ci.ub, pValue = r$pval, tau2 = r$tau2, sigma2 = r$sigma2[1],
      iSquared = r$I2, hSquared = r$H2, logLik = r$fit.stats["ll", "ML"], aic = r$fit.stats["AIC", "ML"], bic = r$fit.stats["BIC", "ML"],
      qWald = r$QE.Wld, qLrt = r$QE.LRT, qDf = r$QE.df, piLower = p$pi.lb, piUpper = p$pi.ub),
    common = if (!is.null(e)) list(estimate = e$beta[1], se = e$se, logLik = e$fit.stats["ll", "ML"]),
    reference = ref)
}
