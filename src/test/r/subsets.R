# GOSH of small sets, likelihood profiles of tau2, and p-curves by a second route (non-central chi-squared and uniroot).
source("common.R")
sets <- jsonlite::fromJSON("../resources/golden/sets.json", simplifyVector = FALSE)$cases
numbers <- function(x) vapply(x, as.numeric, 0)
cases <- list()
for (d in sets) {
  y <- numbers(d$yi); v <- numbers(d$vi); k <- length(y)
  if (k >= 4 && k <= 6 && length(cases) < 6) for (method in c("EE", "DL")) {
    r <- rma(y, v, method = method); g <- gosh(r, progbar = FALSE)
    mask <- as.numeric(as.matrix(g$incl) %*% 2^(0:(k - 1)))
    cases <- c(cases, list(list(kind = "gosh", name = d$name, method = method, mask = I(mask), estimate = I(g$res$estimate), i2 = I(g$res$I2))))
  }
}
for (d in sets[seq(1, length(sets), 3)]) {
  y <- numbers(d$yi); v <- numbers(d$vi); k <- length(y); if (k < 3 || k > 60) next
  at <- median(v) * c(0, .01, .1, 1, 10)
  for (restricted in c(TRUE, FALSE)) {
    ll <- sapply(at, function(t) as.numeric(logLik(rma(y, v, tau2 = t, method = if (restricted) "REML" else "ML"))))
    cases <- c(cases, list(list(kind = "profile", name = d$name, restricted = restricted, at = I(at), difference = I(2 * (ll - ll[1])))))
  }
}
# upper tail of the non-central chi-squared as its Poisson mixture: R's own keeps 12 decimals only
up <- function(s, n) vapply(s, function(x) sum(dpois(0:300, n / 2) * pchisq(x, 1 + 2 * (0:300), lower.tail = FALSE)), 0)
crit <- qchisq(.95, 1); crit25 <- qchisq(.975, 1)
ncp <- function(power) if (power <= .05) 0 else uniroot(function(n) up(crit, n) - power, c(0, 60), tol = 1e-14)$root
stouffer <- function(upper, share) { z <- qnorm(pmin(1, upper / share), lower.tail = FALSE); sum(z) / sqrt(length(z)) }
for (d in sets) {
  y <- numbers(d$yi); v <- numbers(d$vi); x <- y^2 / v; p <- pchisq(x, 1, lower.tail = FALSE)
  s <- x[p < .05 & x < 900]; if (length(s) < 3 || any(p < 1e-150)) next
  h <- s[s > crit25]; n33 <- ncp(1 / 3); share25 <- up(crit25, n33)
  zfull <- sum(qnorm(up(s, 0) / .05)) / sqrt(length(s)); zhalf <- if (length(h)) sum(qnorm(up(h, 0) / .025)) / sqrt(length(h)) else NA
  zflat <- stouffer(up(s, n33), 1 / 3); zflath <- if (length(h)) stouffer(up(h, n33), share25) else NA
  at <- function(power) stouffer(up(s, ncp(power)), power)
  solve <- function(target) { f <- function(q) at(q) - target; if (f(.05 + 1e-9) < 0) .05 else if (f(.99) > 0) .99 else uniroot(f, c(.05 + 1e-9, .99), tol = 1e-12)$root }
  cases <- c(cases, list(list(kind = "pcurve", name = d$name, k = length(s), full = zfull, half = zhalf, flat = zflat, flatHalf = zflath,
    binomial = pbinom(length(h) - 1, length(s), .5, lower.tail = FALSE), binomialFlat = pbinom(length(h), length(s), share25 * 3), power = solve(0), low = solve(qnorm(.95)), high = solve(-qnorm(.95)))))
}
write_golden("subsets", "metafor::gosh, logLik(rma(tau2 = )); p-curve: pchisq(ncp), qnorm, uniroot", cases)
