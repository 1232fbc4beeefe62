# Methods for rare events: exact conditional odds ratio, Mantel-Haenszel with corrections to all or by treatment arm,
# beta-binomial with a common correlation. Penalised logistic regression and sample-size weights: firth.R.
source("common.R")
source("tables.R")

# ---- exact: distribution of the total of noncentral hypergeometrics, by plain convolution at each theta ----
hypergeometric <- function(d, i, theta) {
  m <- d$ai[i] + d$ci[i]; a <- max(0, m - d$n2i[i]):min(d$n1i[i], m)
  w <- lchoose(d$n1i[i], a) + lchoose(d$n2i[i], m - a) + theta * a; w <- exp(w - max(w)); list(a = a, p = w / sum(w))
}
total <- function(d, theta) {
  p <- 1; first <- 0
  for (i in seq_len(nrow(d))) { h <- hypergeometric(d, i, theta); out <- numeric(length(p) + length(h$p) - 1)
    if (length(h$p) <= length(p)) for (j in seq_along(h$p)) out[j - 1 + seq_along(p)] <- out[j - 1 + seq_along(p)] + p * h$p[j]
    else for (j in seq_along(p)) out[j - 1 + seq_along(h$p)] <- out[j - 1 + seq_along(h$p)] + h$p * p[j]
    p <- out; first <- first + h$a[1] }
  list(first = first, p = p)
}
exact <- function(d) {
  d <- d[d$ai + d$ci > 0 & d$ai + d$ci < d$n1i + d$n2i, ]
  if (nrow(d) == 0 || sum(d$ai + d$ci) > (if (nrow(d) == 13) 2600 else 1000)) return(NULL)
  s <- sum(d$ai); at0 <- total(d, 0); n <- length(at0$p); o <- s - at0$first + 1
  root <- function(f) { r <- 0.25; while (f(-r) * f(r) > 0) r <- 2 * r; uniroot(f, c(-r, r), tol = 1e-14, maxiter = 1000)$root }
  expected <- function(b) sum(vapply(seq_len(nrow(d)), function(i) { h <- hypergeometric(d, i, b); sum(h$p * (h$a - d$ai[i])) }, 0))
  upper <- function(b, mid) { p <- total(d, b)$p; sum(p[o:n]) - (if (mid) 0.5 * p[o] else 0) }
  lower <- function(b, mid) { p <- total(d, b)$p; sum(p[1:o]) - (if (mid) 0.5 * p[o] else 0) }
  floored <- function(x) max(log(x / 0.025), -600)
  bounds <- function(mid) list(lower = if (o == 1) NA else root(function(b) floored(upper(b, mid))),
    upper = if (o == n) NA else root(function(b) floored(lower(b, mid))), pValue = min(1, 2 * min(upper(0, mid), lower(0, mid))))
  p <- at0$p
  estimate <- if (o == 1 || o == n) NA else root(expected)
  se <- if (is.na(estimate)) NA else 1 / sqrt(sum(vapply(seq_len(nrow(d)), function(i) { h <- hypergeometric(d, i, estimate); m <- sum(h$p * h$a); sum(h$p * (h$a - m)^2) }, 0)))
  out <- list(k = nrow(d), estimate = estimate, se = se, central = bounds(FALSE), midP = bounds(TRUE), minimumLikelihoodP = min(1, sum(p[p <= p[o] * (1 + 1e-7)])))
  if (nrow(d) > 1) {
    array <- array(rbind(d$ai, d$ci, d$n1i - d$ai, d$n2i - d$ci), c(2, 2, nrow(d)))
    r <- mantelhaen.test(array, exact = TRUE)
    # its roots are good to about 1.2e-4 on the scale of min(OR, 1/OR); the p value is exact
    near <- function(x, y) abs(x / exp(y) - 1) < 2e-3 * max(exp(y), exp(-y))
    if (!is.na(estimate)) stopifnot(near(r$estimate, out$estimate), near(r$conf.int[1], out$central$lower), near(r$conf.int[2], out$central$upper))
    stopifnot(abs(r$p.value - out$minimumLikelihoodP) < 1e-7 + 1e-6 * r$p.value)
  }
  out
}
# ---- Mantel-Haenszel with more than zero-cell studies corrected, and the treatment-arm correction ----
corrections <- function(d, m) {
  used <- d[d$ai + d$ci > 0 & d$ai + d$ci < d$n1i + d$n2i, ]
  if (nrow(used) == 0) return(NULL)
  inside <- function(to) { r <- suppressWarnings(rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = used, measure = m, add = c(1 / 2, 1 / 2), to = c("only0", to), drop00 = FALSE))
    if (!is.finite(r$beta[1]) || !is.finite(r$se)) NULL else list(estimate = r$beta[1], se = r$se) }
  # treatment arm: shares of the arms added by hand, then nothing more (Sweeting 2004); R meta's incr = "TACC" as a check
  tacc <- {
    zero <- with(used, ai == 0 | ci == 0 | ai == n1i | ci == n2i); n <- used$n1i + used$n2i; k1 <- zero * used$n1i / n; k2 <- zero * used$n2i / n
    r <- suppressWarnings(rma.mh(ai = used$ai + k1, n1i = used$n1i + 2 * k1, ci = used$ci + k2, n2i = used$n2i + 2 * k2, measure = m, add = 0, to = "none", drop00 = FALSE))
    if (requireNamespace("meta", quietly = TRUE)) {
      b <- meta::metabin(ai, n1i, ci, n2i, data = used, sm = m, method = "MH", incr = "TACC", method.incr = "only0", MH.exact = FALSE, RR.Cochrane = TRUE)
      if (m == "OR" || !any(zero)) stopifnot(abs(b$TE.common - r$beta[1]) < 1e-10, abs(b$seTE.common - r$se) < 1e-10) else if (abs(b$TE.common - r$beta[1]) > 1e-10) cat("TACC RR differs from meta:", b$TE.common, r$beta[1], "\n")
    }
    list(estimate = r$beta[1], se = r$se)
  }
  list(all = inside("all"), if0all = inside("if0all"), treatmentArm = tacc)
}
# ---- beta-binomial with a common intraclass correlation (Kuss 2015), gamma-function form, means and theta on transformed scales ----
bb_loglik <- function(y, n, mu, theta) if (theta < 1e-9) sum(dbinom(y, n, mu, log = TRUE)) else {
  a <- mu / theta; b <- (1 - mu) / theta; sum(lchoose(n, y) + lbeta(y + a, n - y + b) - lbeta(a, b)) }
# derivative by Richardson extrapolation of central differences
richardson <- function(f, x, i, h) { d <- function(h) { e <- replace(numeric(length(x)), i, h); (f(x + e) - f(x - e)) / (2 * h) }
  t <- matrix(0, 5, 5); for (r in 1:5) { t[r, 1] <- d(h / 2^(r - 1)); if (r > 1) for (c in 2:r) t[r, c] <- t[r, c - 1] + (t[r, c - 1] - t[r - 1, c - 1]) / (4^(c - 1) - 1) }; t[5, 5] }
gradient <- function(f, x, h = 0.02) vapply(seq_along(x), function(i) richardson(f, x, i, h), 0)
hessian <- function(f, x, h = 0.02) { g <- function(i) function(z) richardson(f, z, i, h)
  m <- vapply(seq_along(x), function(i) gradient(g(i), x, h), numeric(length(x))); (m + t(m)) / 2 }
beta_binomial <- function(y, n) {   # lists of one or two arms
  j <- length(y); crude <- vapply(seq_len(j), function(i) sum(y[[i]]) / sum(n[[i]]), 0); if (any(crude == 0 | crude == 1)) return(NULL)
  f <- function(p) sum(vapply(seq_len(j), function(i) bb_loglik(y[[i]], n[[i]], plogis(p[i]), exp(p[j + 1])), 0))
  starts <- c(1e-5, 1e-3, 1e-2, 0.1, 1, 10)
  fits <- lapply(starts, function(s) optim(c(qlogis(crude), log(s)), f, method = "BFGS", control = list(fnscale = -1, reltol = 1e-14, maxit = 2000)))
  best <- fits[[which.max(vapply(fits, function(r) r$value, 0))]]; p <- best$par
  at0 <- sum(vapply(seq_len(j), function(i) sum(dbinom(y[[i]], n[[i]], crude[i], log = TRUE)), 0))
  if (best$value <= at0 + 1e-7) { p <- qlogis(crude); v <- diag(1 / (vapply(seq_len(j), function(i) sum(n[[i]]), 0) * crude * (1 - crude)), j); rho <- 0; value <- at0 }
  else { for (r in 1:6) p <- p - solve(hessian(f, p), gradient(f, p)); v <- solve(-hessian(f, p))[1:j, 1:j, drop = FALSE]; rho <- plogis(p[j + 1]); value <- f(p) }
  mu <- plogis(p[1:j]); kernel <- value - sum(vapply(seq_len(j), function(i) sum(lchoose(n[[i]], y[[i]])), 0))
  effect <- function(link, slope) list(estimate = if (j == 2) link(mu[1]) - link(mu[2]) else link(mu), se = { s <- slope(mu) * mu * (1 - mu) * c(1, -1)[1:j]; sqrt(drop(s %*% v %*% s)) })
  c(list(rho = rho, logLikelihood = kernel, mu = I(mu)), list(OR = effect(qlogis, function(m) 1 / (m * (1 - m))), RR = effect(log, function(m) 1 / m), RD = effect(identity, function(m) 1)))
}
rare_case <- function(name, d) list(name = name, labels = I(d$study), ai = I(d$ai), n1i = I(d$n1i), ci = I(d$ci), n2i = I(d$n2i),
  exact = exact(d), mantelHaenszel = list(OR = corrections(d, "OR"), RR = corrections(d, "RR")),
  betaBinomial = beta_binomial(list(d$ai, d$ci), list(d$n1i, d$n2i)), betaBinomialArm2 = beta_binomial(list(d$ci), list(d$n2i)))
all_tables <- c(tables, more_tables, edge_tables, list(
  `edge: double zero everywhere` = table_of(c("A", "B"), c(0, 0), c(30, 42), c(0, 0), c(29, 40)),
  `edge: arm 1 never has an event` = table_of(c("A", "B", "C"), c(0, 0, 0), c(30, 42, 25), c(3, 1, 0), c(29, 40, 27)),
  `edge: two studies` = table_of(c("A", "B"), c(1, 4), c(30, 42), c(3, 9), c(29, 40))))
cases <- mapply(rare_case, names(all_tables), all_tables, SIMPLIFY = FALSE)
write_golden("rare", paste("exact: convolution of noncentral hypergeometrics, uniroot(tol = 1e-14), mantelhaen.test(exact = TRUE) as a check;",
  "rma.mh(add = c(1/2, 1/2), to = c('only0', 'all' | 'if0all')), treatment arm: shares added by hand, metabin(incr = 'TACC') as a check;",
  "beta-binomial: optim, then Newton with Richardson derivatives"), cases)
