# Nagashima, Noma and Furukawa's prediction interval: own value from 400,000 samples, and pimeta's from its 25,000.
# Own: the confidence distribution of tau2 from Farebrother's algorithm at the eigenvalues of the k x k matrix of Q, on a
# grid of 200 points with monotone interpolation. Run: Rscript nnf.R
source("common.R")
suppressPackageStartupMessages({library(CompQuadForm); library(pimeta)})
sets <- jsonlite::fromJSON(file.path("..", "resources", "golden", "sets.json"))$cases
names <- c("bcg-RR", "begg1989", "steurer2006", "gibson2002", "normand1999")
SAMPLES <- 4e5; BATCHES <- 20
upper_tail <- function(q, t, v) {
  w <- 1 / v; A <- diag(w) - outer(w, w) / sum(w); r <- sqrt(v + t)
  e <- eigen(r * t(r * A), symmetric = TRUE, only.values = TRUE)$values[-length(v)]
  farebrother(q, e, eps = 1e-12, maxit = 1e6)$Qq
}
draw_tau2 <- function(y, v, n) {
  q <- q_at(0, y, v); s <- min(v)
  top <- 1; while (1 - upper_tail(q, s * expm1(top), v) > 1e-7) top <- top + 1
  x <- seq(0, top, length.out = 200)
  h <- vapply(x, function(z) upper_tail(q, s * expm1(z), v), 0)
  keep <- !duplicated(h) & h > 1e-12 & h < 1 - 1e-12
  u <- runif(n); inverse <- splinefun(qnorm(h[keep]), x[keep], method = "monoH.FC")
  ifelse(u <= h[1], 0, s * expm1(pmin(pmax(inverse(qnorm(u)), 0), top)))
}
cases <- list()
for (name in names) {
  s <- which(sets$name == name); y <- sets$yi[[s]]; v <- sets$vi[[s]]; k <- length(y)
  set.seed(20261121)
  bounds <- probabilities <- NULL
  for (b in seq_len(BATCHES)) {
    n <- SAMPLES / BATCHES; t2 <- draw_tau2(y, v, n)
    W <- 1 / outer(t2, v, "+"); mu <- drop(W %*% y) / rowSums(W)
    se <- sqrt(rowSums(W * (outer(mu, y, "-"))^2) / (k - 1) / rowSums(W))
    m <- mu + rt(n, k - 1) * se; tau <- sqrt(t2); new <- m + rnorm(n) * tau
    above <- ifelse(tau > 0, pnorm(0, m, tau, lower.tail = FALSE), as.numeric(m > 0))
    bounds <- rbind(bounds, quantile(new, c(0.025, 0.975))); probabilities <- rbind(probabilities, c(mean(above), quantile(above, c(0.025, 0.975))))
  }
  p <- suppressWarnings(pima(y, sqrt(v), method = "boot", B = 25000, seed = 42, upper = 1000 * max(1, v)))
  sd <- apply(bounds, 2, sd)
  cat(name, k, colMeans(bounds), "se", sd / sqrt(BATCHES), "| pimeta", p$lpi, p$upi, "\n")
  cases[[length(cases) + 1]] <- list(set = name, bounds = I(unname(colMeans(bounds))), error25000 = I(unname(sd * sqrt(SAMPLES / BATCHES / 25000))),
    pimeta = I(c(p$lpi, p$upi)), aboveZero = I(unname(colMeans(probabilities))), aboveZeroError25000 = I(unname(apply(probabilities, 2, stats::sd) * sqrt(SAMPLES / BATCHES / 25000))))
}
write_golden("nnf", paste0("own, 400,000 samples; pimeta ", packageVersion("pimeta"), " pima(method = \"boot\", B = 25000, seed = 42); CompQuadForm ", packageVersion("CompQuadForm")), cases)
