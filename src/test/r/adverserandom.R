# Adverse events, net changes and the sweep over the correlation on random tables: 30 of counts (k = 1 to 8, zero cells and
# double zeros among them), 12 of changes (single-arm and controlled, printed and imputed SDs).
source("common.R")
suppressPackageStartupMessages(library(meta))
fit <- function(f) list(estimate = f$b[[1]], se = f$se, lower = f$ci.lb, upper = f$ci.ub, p = f$pval)
counts_case <- function(seed) {
  set.seed(seed); k <- c(1, 2, 2, 3, 5, 8)[1 + seed %% 6]
  n1 <- sample(8:120, k, TRUE); n2 <- sample(8:120, k, TRUE); risk <- c(0.02, 0.1, 0.4)[1 + seed %% 3]
  a <- rbinom(k, n1, risk); c <- rbinom(k, n2, risk * 0.7)
  d <- data.frame(a, n1, c, n2); some <- d[d$a + d$c > 0, ]
  out <- list(kind = "counts", seed = seed, a = I(a), n1 = I(n1), c = I(c), n2 = I(n2), double_zero = sum(a + c == 0))
  out$rd <- fit(rma.mh(ai = a, n1i = n1, ci = c, n2i = n2, measure = "RD"))
  if (nrow(some) > 0) {
    out$peto <- fit(rma.peto(ai = a, n1i = n1, ci = c, n2i = n2, data = some))
    m <- metabin(a, n1, c, n2, sm = "RR", method = "MH", incr = 0.5, method.incr = "only0", RR.Cochrane = TRUE)
    out$mh <- list(estimate = m$TE.common, se = m$seTE.common, lower = m$lower.common, upper = m$upper.common, p = m$pval.common)
    e <- escalc("RR", ai = a, n1i = n1, ci = c, n2i = n2, data = some, add = 0.5, to = "only0")
    out$inverse <- fit(rma(yi, vi, data = e, method = "EE"))
    out$random <- fit(rma(yi, vi, data = e, method = "DL"))
  }
  out$proportion <- fit(rma(measure = "PLO", xi = a, ni = n1, method = "DL", add = 0.5, to = "only0"))
  p <- metaprop(a, n1, sm = "PFT", method = "Inverse", method.tau = "DL", method.ci = "CP")
  out$freeman <- list(estimate = p$TE.random, se = p$seTE.random, lower = p$lower.random, upper = p$upper.random)
  out
}
change_case <- function(seed) {
  set.seed(seed); k <- c(1, 2, 4, 7)[1 + seed %% 4]
  n <- matrix(sample(6:90, 2 * k, TRUE), k); delta <- matrix(round(rnorm(2 * k, 0.4, 0.3), 3), k)
  before <- matrix(round(runif(2 * k, 0.3, 2), 3), k); after <- matrix(round(runif(2 * k, 0.3, 2), 3), k)
  printed <- matrix(runif(2 * k) < 0.4, k); printed[1, 1] <- FALSE; controlled <- runif(k) < 0.5
  sd <- matrix(round(runif(2 * k, 0.2, 1.5), 3), k); rs <- c(-0.3, 0, 0.5, 0.9)
  pool <- function(r) {
    s2 <- ifelse(printed, sd^2, before^2 + after^2 - 2 * r * before * after)
    y <- v <- numeric(k)
    for (i in 1:k) {
      one <- if (controlled[i])
        escalc("MD", m1i = delta[i, 1], sd1i = sqrt(s2[i, 1]), n1i = n[i, 1], m2i = delta[i, 2], sd2i = sqrt(s2[i, 2]), n2i = n[i, 2])
      else escalc("MN", mi = delta[i, 1], sdi = sqrt(s2[i, 1]), ni = n[i, 1])
      y[i] <- one$yi; v[i] <- one$vi
    }
    c(fit(rma(y, v, method = "DL")), list(reml = fit(rma(y, v, method = "REML", test = "knha", control = TIGHT))))
  }
  list(kind = "changes", seed = seed, n = I(c(t(n))), change = I(c(t(delta))), before = I(c(t(before))), after = I(c(t(after))),
       sd = I(c(t(ifelse(printed, sd, NA)))), controlled = I(controlled), correlations = I(rs), fits = lapply(rs, pool))
}
write_golden("adverserandom", "rma.mh(RD), rma.peto, metabin(MH, only0), rma(RR, PLO; EE, DL), metaprop(PFT, DL); rma(MD, MN; DL, REML with knha) by r",
             c(lapply(101:130, counts_case), lapply(201:212, change_case)))
