# Penalised (Firth) logistic regression with study intercepts, by plain matrices; sample-size weights by metafor.
source("common.R")
source("tables.R")
suppressPackageStartupMessages(library(brglm2))
long <- function(d) { k <- nrow(d); study <- rep(seq_len(k), 2)
  list(X = cbind(outer(study, seq_len(k), "==") * 1, rep(1:0, each = k)), y = c(d$ai, d$ci), n = c(d$n1i, d$n2i)) }
penalised <- function(m, par) { eta <- drop(m$X %*% par); w <- m$n * plogis(eta) * plogis(-eta)
  sum(m$y * plogis(eta, log.p = TRUE) + (m$n - m$y) * plogis(-eta, log.p = TRUE)) + 0.5 * as.numeric(determinant(crossprod(m$X * sqrt(w)))$modulus) }
# Fisher scoring on the modified score of some columns, the penalty always that of all columns (Heinze and Schemper 2002)
maximise <- function(m, par, free) {
  for (i in 1:5000) {
    eta <- drop(m$X %*% par); p <- plogis(eta); w <- m$n * p * plogis(-eta); I <- crossprod(m$X * sqrt(w))
    h <- w * rowSums((m$X %*% solve(I)) * m$X); u <- drop(crossprod(m$X, m$y - m$n * p + h * (0.5 - p)))[free]
    step <- solve(I[free, free], u); if (max(abs(step)) > 1) step <- step / max(abs(step)); par[free] <- par[free] + step
    if (max(abs(step)) < 1e-13) break
  }
  par
}
firth <- function(d) {
  m <- long(d); k <- nrow(d); all <- seq_len(k + 1); start <- c(qlogis((d$ai + d$ci + 0.5) / (d$n1i + d$n2i + 1)), 0)
  par <- maximise(m, start, all); b <- par[k + 1]; top <- penalised(m, par)
  eta <- drop(m$X %*% par); w <- m$n * plogis(eta) * plogis(-eta); se <- sqrt(solve(crossprod(m$X * sqrt(w)))[k + 1, k + 1])
  last <- par; profile <- function(beta) { q <- last; q[k + 1] <- beta; q <- maximise(m, q, seq_len(k)); last <<- q; penalised(m, q) }
  fall <- qchisq(0.95, 1) / 2; f <- function(beta) profile(beta) - top + fall
  bound <- function(sign) { s <- 1.96 * se * sign; while (f(b + s) > 0) s <- 2 * s; last <<- par; uniroot(f, sort(c(b, b + s)), tol = 1e-13)$root }
  lower <- bound(-1); last <- par; upper <- bound(1); last <- par; lr <- max(0, 2 * (top - profile(0)))
  g <- suppressWarnings(glm(cbind(m$y, m$n - m$y) ~ 0 + m$X, family = binomial, method = "brglmFit", control = list(type = "AS_mean", epsilon = 1e-12, maxit = 10000)))
  if (abs(coef(g)[k + 1] - b) > 1e-7) cat("brglm2 differs:", coef(g)[k + 1], b, "\n")
  list(estimate = b, se = se, lower = lower, upper = upper, lr = lr, pValue = pchisq(lr, 1, lower.tail = FALSE), penalisedLogLikelihood = top)
}
ssw <- function(d, m) {
  es <- suppressWarnings(escalc(m, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, drop00 = m != "RD")); keep <- is.finite(es$yi) & is.finite(es$vi)
  if (m != "RD") keep <- keep & !with(d, ai == n1i & ci == n2i)
  if (sum(keep) < 2) return(NULL)
  y <- as.numeric(es$yi)[keep]; v <- as.numeric(es$vi)[keep]; size <- with(d[keep, ], n1i * n2i / (n1i + n2i))
  sapply(c("DL", "REML"), function(method) { tau2 <- TAU2[[method]](y, v)
    r <- rma(y, v, weights = size, tau2 = tau2, test = "t"); list(tau2 = tau2, estimate = r$beta[1], se = r$se, lower = r$ci.lb, upper = r$ci.ub, pValue = r$pval) }, simplify = FALSE)
}
firth_case <- function(name, d) list(name = name, labels = I(d$study), ai = I(d$ai), n1i = I(d$n1i), ci = I(d$ci), n2i = I(d$n2i),
  firth = firth(d), ssw = sapply(c("OR", "RR", "RD"), function(m) ssw(d, m), simplify = FALSE))
keep <- c("bcg", "collins1985b", "yusuf1985 table 6", "nielweise2007", "hine1989", "axfors2021 hcq", "breast ORR", "breast any-grade pneumonitis", "breast any-grade fatigue")
all_tables <- c(tables[keep], more_tables, edge_tables, list(
  `edge: double zero everywhere` = table_of(c("A", "B"), c(0, 0), c(30, 42), c(0, 0), c(29, 40)),
  `edge: arm 1 never has an event` = table_of(c("A", "B", "C"), c(0, 0, 0), c(30, 42, 25), c(3, 1, 0), c(29, 40, 27)),
  `edge: two studies` = table_of(c("A", "B"), c(1, 4), c(30, 42), c(3, 9), c(29, 40))))
cases <- mapply(firth_case, names(all_tables), all_tables, SIMPLIFY = FALSE)
write_golden("firth", "Fisher scoring on the modified score, uniroot(tol = 1e-13) on its profile, brglm2 as a check; rma(weights = n1 n2 / (n1 + n2), tau2 = tight, test = 't')", cases)
