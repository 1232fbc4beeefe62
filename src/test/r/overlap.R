# Rows that share patients: covariance (vcalc) and generalised least squares with a V matrix (rma.mv).
source("common.R")

tight_mv <- list(optimizer = "nlminb", rel.tol = 1e-10, iter.max = 10000, eval.max = 10000)
# REML of one tau2 by the restricted likelihood itself: scan, then the root of the score
mv_reml <- function(y, V, G) {
  pieces <- function(t) { Mi <- solve(V + t * G); s <- sum(Mi); m <- sum(Mi %*% y) / s; r <- Mi %*% (y - m)
    P <- Mi - tcrossprod(rowSums(Mi)) / s
    list(ll = -0.5 * (as.numeric(determinant(V + t * G)$modulus) + log(s) + sum((y - m) * r)),
         score = 0.5 * (as.numeric(t(r) %*% G %*% r) - sum(P * G))) }
  grid <- c(0, exp(seq(log(min(diag(V)) * 1e-8), log((max(diag(V)) + diff(range(y))^2) * 100), length.out = 3000)))
  ll <- vapply(grid, function(t) pieces(t)$ll, 0); best <- which.max(ll)
  if (best == 1 && pieces(0)$score <= 0) return(0)
  log_root(function(t) pieces(t)$score, if (best <= 2) grid[2] * 1e-8 else grid[best - 1], grid[best + 1])
}
fields <- function(y, V, t2, G) { Mi <- solve(V + t2 * G); s <- sum(Mi); m <- sum(Mi %*% y) / s; se <- sqrt(1 / s); z <- qnorm(0.975)
  list(estimate = m, se = se, ciLower = m - z * se, ciUpper = m + z * se, pValue = 2 * pnorm(-abs(m / se)), tau2 = t2,
       q = as.numeric(t(y - m) %*% Mi %*% (y - m))) }
check <- function(name, mine, fit, at) {
  far <- max(relative_difference(mine$estimate, as.numeric(fit$beta)), relative_difference(mine$se, fit$se))
  cat(sprintf("%-34s differs from rma.mv by %.1e\n", name, far)); stopifnot(far < at) }

one_case <- function(name, y, v, cluster, V, extra = list()) {
  k <- length(y); id <- seq_len(k); Z <- outer(cluster, cluster, "==") * 1
  out <- list(name = name, yi = I(y), vi = I(v), cluster = I(cluster), V = I(as.numeric(V)))
  mine <- fields(y, V, 0, diag(k))
  check(name, mine, rma.mv(y, V), 1e-11)
  out$common <- mine
  for (level in c("rows", "trials")) {
    G <- if (level == "rows") diag(k) else Z
    t2 <- mv_reml(y, V, G); mine <- fields(y, V, t2, G)
    group <- if (level == "rows") id else cluster
    fit <- tryCatch(suppressWarnings(rma.mv(y, V, random = ~ 1 | group, control = tight_mv)), error = function(e) { cat(name, level, conditionMessage(e), '\n'); NULL })
    if (!is.null(fit)) {
      at <- rma.mv(y, V, random = ~ 1 | group, sigma2 = max(t2, 0))   # closed form at our tau2
      check(paste(name, level, "at tau2"), mine, at, 1e-9)
      cat(sprintf("   tau2 %.12g, rma.mv %.12g; REML log-likelihood gained %.1e\n", t2, fit$sigma2, as.numeric(logLik(at)) - as.numeric(logLik(fit))))
      stopifnot(as.numeric(logLik(at)) >= as.numeric(logLik(fit)) - 1e-9) }
    out[[level]] <- mine
  }
  c(out, extra)
}

pfs <- read.csv("../../../datasets/breast-cancer-pfs.csv")
y <- log(pfs$hr); v <- ((log(pfs$ci_high) - log(pfs$ci_low)) / (2 * qnorm(0.975)))^2; trial <- pfs$trial
n <- pfs$total_treatment + pfs$total_control
constant <- function(v, cluster, rho) as.matrix(vcalc(vi = v, cluster = cluster, obs = seq_along(v), rho = rho))
cases <- list()
for (rho in c(0, 0.2, 0.5, 0.8, 0.95))
  cases <- c(cases, list(one_case(paste("breast PFS, rho", rho), y, v, trial, constant(v, trial, rho), list(kind = "correlation", rho = rho))))

# shared patients: correlation rho * n_shared / sqrt(n_i n_j), nested unless disjoint
shared <- outer(n, n, pmin) * outer(trial, trial, "=="); shared[1, 2] <- shared[2, 1] <- 0; shared[5, 6] <- shared[6, 5] <- 0
shared[1, c(5, 6)] <- shared[c(5, 6), 1] <- c(80, 326); shared[2, c(5, 6)] <- shared[c(5, 6), 2] <- c(63, 255)
R <- 0.7 * shared / sqrt(outer(n, n)); diag(R) <- 1
cases <- c(cases, list(one_case("breast PFS, shared patients", y, v, trial, R * sqrt(outer(v, v)),
  list(kind = "patients", rho = 0.7, n = I(n), shared = I(as.numeric(shared))))))

set <- dat.konstantopoulos2011
cases <- c(cases, list(one_case("konstantopoulos2011, rho 0.6", set$yi, set$vi, as.character(set$district),
  constant(set$vi, set$district, 0.6), list(kind = "correlation", rho = 0.6))))
bang <- dat.assink2016
cases <- c(cases, list(one_case("assink2016, rho 0.6", bang$yi, bang$vi, as.character(bang$study),
  constant(bang$vi, bang$study, 0.6), list(kind = "correlation", rho = 0.6))))

# a control arm shared by several treatments, by arm sizes: vcalc(grp1, w1, grp2, w2)
arms <- data.frame(trial = c(1, 1, 1, 2, 3, 3), grp1 = c("a", "b", "c", "a", "a", "b"), n1 = c(40, 60, 55, 30, 80, 20), n2 = c(50, 50, 50, 33, 90, 90),
  yi = c(0.31, 0.52, 0.44, 0.10, 0.27, -0.05), vi = c(0.046, 0.038, 0.039, 0.065, 0.024, 0.062))
V <- as.matrix(vcalc(vi = vi, cluster = trial, grp1 = grp1, w1 = n1, grp2 = rep("p", 6), w2 = n2, data = arms))
cases <- c(cases, list(one_case("shared control by arm sizes", arms$yi, arms$vi, paste("T", arms$trial), V,
  list(kind = "arms", n1 = I(arms$n1), n2 = I(arms$n2)))))

# the exact covariances of Gleser and Olkin (2009) from the shared arm's own counts or means
gleser <- function(m, ai, n1, ci, n2, cl) { es <- escalc(m, ai = ai, n1i = n1, ci = ci, n2i = n2)
  p <- ci / n2
  shared <- switch(m, RR = 1 / ci - 1 / n2, OR = 1 / ci + 1 / (n2 - ci), RD = p * (1 - p) / n2)
  V <- outer(cl, cl, "==") * outer(shared, shared, pmin); diag(V) <- es$vi
  list(y = as.numeric(es$yi), V = V) }
ai <- c(12, 20, 9, 15, 7); n1 <- c(50, 62, 48, 70, 40); ci <- c(18, 18, 18, 24, 24); n2 <- c(55, 55, 55, 81, 81); cl <- c("A", "A", "A", "B", "B")
for (m in c("RR", "OR", "RD")) { g <- gleser(m, ai, n1, ci, n2, cl)
  cases <- c(cases, list(one_case(paste("shared control,", m), g$y, diag(g$V), cl, g$V, list(kind = "counts", measure = m, ai = I(ai), n1 = I(n1), ci = I(ci), n2 = I(n2))))) }

write_golden("overlap", "vcalc; rma.mv(yi, V); rma.mv(yi, V, random = ~1|row) and ~1|trial by REML, tau2 by the root of the restricted score", cases)
