# Intervals of the mean, prediction intervals and exceedance probabilities on the common sets (sets.R) x DL, PM, REML, ML.
# Every value is computed here from the papers' formulas at a tau2 solved to machine precision, and compared with R meta and
# metafor at that same tau2; "checks" in the JSON says how far apart they were at most. Run: Rscript intervals.R
source("common.R")
suppressPackageStartupMessages(library(meta))
sets <- jsonlite::fromJSON(file.path("..", "resources", "golden", "sets.json"))$cases
level <- 0.95; alpha <- 1 - level
checks <- list()
check <- function(what, ours, theirs, scale = max(abs(theirs), abs(ours))) {
  d <- max(abs(ours - theirs)) / scale
  checks[[what]] <<- max(c(checks[[what]], d), na.rm = TRUE)
}

# ---- maximum likelihood: dense scan, then the root of the score ----
ml_score <- function(t, y, v) { w <- 1 / (v + t); sum(w^2 * (y - centre(y, w))^2) - sum(w) }
ml_loglik <- function(t, y, v) -0.5 * (sum(log(v + t)) + q_at(t, y, v))
tau2_ml <- function(y, v) {
  grid <- c(0, exp(seq(log(min(v) * 1e-8), log((max(v) + diff(range(y))^2) * 100), length.out = 1000)))
  best <- which.max(vapply(grid, ml_loglik, 0, y = y, v = v))
  if (best == 1 && ml_score(0, y, v) <= 0) return(0)
  log_root(function(t) ml_score(t, y, v), if (best <= 2) grid[2] * 1e-8 else grid[best - 1], grid[best + 1])
}
TAU2$ML <- tau2_ml
TAU2$REML <- function(y, v) {  # common.R's, with a scan of 1000 points
  grid <- c(0, exp(seq(log(min(v) * 1e-8), log((max(v) + diff(range(y))^2) * 100), length.out = 1000)))
  best <- which.max(vapply(grid, restricted_loglik, 0, y = y, v = v))
  if (best == 1 && restricted_score(0, y, v) <= 0) return(0)
  log_root(function(t) restricted_score(t, y, v), if (best <= 2) grid[2] * 1e-8 else grid[best - 1], grid[best + 1])
}

# ---- intervals of the mean ----
pm <- function(b, se, crit) I(c(se, b - crit * se, b + crit * se))
kenward_roger <- function(w) {
  k <- length(w); P <- diag(w) - outer(w, w) / sum(w)   # the k x k matrices of the paper, not the closed sums
  information <- sum(P * P) / 2
  phi <- 1 / sum(w)
  adjusted <- phi + 2 * phi * (sum(w^3) - sum(w^2) * phi * sum(w^2)) / information * phi
  list(se = sqrt(adjusted), df = 2 * information / (adjusted * sum(w^2))^2)
}
mean_intervals <- function(y, v, t2) {
  k <- length(y); w <- 1 / (v + t2); b <- centre(y, w); se <- sqrt(1 / sum(w))
  z <- qnorm(1 - alpha / 2); t <- qt(1 - alpha / 2, k - 1)
  hk <- sqrt(sum(w * (y - b)^2) / (k - 1) / sum(w))
  raised <- max(se, hk)
  dl <- sqrt(1 / sum(1 / (v + tau2_dl(y, v))))
  kr <- kenward_roger(w)
  list(
    estimate = b,
    WALD = pm(b, se, z), T = pm(b, se, t), HARTUNG_KNAPP = pm(b, hk, t), HARTUNG_KNAPP_SE = pm(b, raised, t),
    HARTUNG_KNAPP_CI = if (t * hk >= z * se) pm(b, hk, t) else pm(b, se, z),
    HARTUNG_KNAPP_IQWIG6 = if (t * hk >= z * dl) pm(b, hk, t) else pm(b, raised, t),
    KENWARD_ROGER = pm(b, kr$se, qt(1 - alpha / 2, kr$df)), krDf = kr$df)
}
predictions <- function(y, v, t2, i) {
  k <- length(y); b <- i$estimate
  pi <- function(se, df) { d <- qt(1 - alpha / 2, df) * sqrt(t2 + se^2); I(c(b - d, b + d)) }
  se <- i$WALD[1]; hk <- i$HARTUNG_KNAPP[1]; kr <- i$KENWARD_ROGER[1]
  list(V = pi(se, k - 1), HTS = pi(se, k - 2), HK = pi(hk, k - 1), HK_PR = pi(hk, k - 2), KR = pi(kr, i$krDf),
       KR_PR = if (i$krDf > 1) pi(kr, i$krDf - 1) else NULL, S = pi(se, Inf))
}
against_meta <- function(y, v, t2, method, i, p) {
  run <- function(...) suppressWarnings(metagen(y, sqrt(v), method.tau = method, tau.preset = sqrt(t2), level = level, level.predict = level, ...))
  ci <- function(m) c(m$seTE.random, m$lower.random, m$upper.random)
  check("meta classic", i$WALD, ci(run(method.random.ci = "classic")))
  for (a in list(c("HARTUNG_KNAPP", ""), c("HARTUNG_KNAPP_SE", "se"), c("HARTUNG_KNAPP_CI", "ci"), c("HARTUNG_KNAPP_IQWIG6", "IQWiG6")))
    check(paste("meta HK", a[2]), i[[a[1]]], ci(run(method.random.ci = "HK", adhoc.hakn.ci = a[2])))
  m <- run(method.random.ci = "KR"); check("meta KR", i$KENWARD_ROGER, ci(m)); check("meta KR df", i$krDf, m$df.random)
  for (a in names(p)) if (!(a %in% c("KR", "KR_PR")) || method == "REML") if (!is.null(p[[a]])) {
    m <- run(method.predict = sub("_", "-", a), method.random.ci = if (grepl("HK", a)) "HK" else if (grepl("KR", a)) "KR" else "classic")
    if (m$method.predict == sub("_", "-", a)) check(paste("meta PI", a), p[[a]], c(m$lower.predict, m$upper.predict))
  }
  f <- rma(y, v, tau2 = t2, test = "t"); check("metafor t", i$T, c(f$se, f$ci.lb, f$ci.ub))
  f <- rma(y, v, tau2 = t2, test = "adhoc"); check("metafor adhoc", i$HARTUNG_KNAPP_SE, c(f$se, f$ci.lb, f$ci.ub))
}

# ---- profile likelihood of the mean ----
profile <- function(y, v, restricted, t2) {
  loglik <- function(t, mu) {
    w <- 1 / (v + t)
    -0.5 * (sum(log(v + t)) + sum(w * (y - mu)^2) + if (restricted) log(sum(w)) else 0)
  }
  score <- function(t, mu) { w <- 1 / (v + t); sum(w^2 * (y - mu)^2) - sum(w) + if (restricted) sum(w^2) / sum(w) else 0 }
  best_tau2 <- function(mu) {
    top <- 100 * (max(v) + max((y - mu)^2))
    grid <- c(0, exp(seq(log(min(v) * 1e-6), log(top), length.out = 60)))
    W <- 1 / outer(grid, v, "+"); d <- (y - mu)^2
    l <- 0.5 * rowSums(log(W)) - 0.5 * drop(W %*% d) - if (restricted) 0.5 * log(rowSums(W)) else 0
    best <- which.max(l)
    if (best == 1 && score(0, mu) <= 0) return(0)
    low <- if (best <= 2) grid[2] * 1e-8 else grid[best - 1]
    log_root(function(t) score(t, mu), low, grid[best + 1])
  }
  at <- function(mu) loglik(best_tau2(mu), mu)
  mu <- centre(y, 1 / (v + t2)); top <- loglik(t2, mu)
  f <- function(m) 2 * (top - at(m)) - qchisq(level, 1)
  bound <- function(direction) {
    step <- sqrt(1 / sum(1 / (v + t2))); far <- mu + direction * step
    while (f(far) < 0) far <- far + direction * step
    mu + direction * uniroot(function(d) f(mu + direction * d), c(abs(far - mu) - step, abs(far - mu)), tol = 1e-14)$root
  }
  ratio <- max(0, 2 * (top - at(0)))
  I(c(mu, bound(-1), bound(1), sign(mu) * sqrt(ratio), 2 * pnorm(-sqrt(ratio))))
}

# ---- Henmi and Copas 2010, from the conditional moments of Q as traces of k x k matrices ----
henmi_copas <- function(y, v) {
  k <- length(y); w <- 1 / v; t2 <- tau2_dl(y, v); W1 <- sum(w); W2 <- sum(w^2) / W1
  b <- centre(y, w); se <- sqrt((1 + t2 * W2) / W1)
  A <- diag(w) - outer(w, w) / W1; S <- diag(v + t2); VR <- 1 + t2 * W2
  cov <- (v + t2) * w / sqrt(W1); C <- S - outer(cov, cov) / VR
  AC <- A %*% C; tr1 <- sum(diag(AC)); tr2 <- sum(AC * t(AC))
  mAm <- sum(cov * drop(A %*% cov)) / VR^2; ACA <- sum(cov * drop(AC %*% A %*% cov)) / VR^2
  tail <- function(u) 2 * integrate(function(z) {
    r <- sqrt(VR) * z; EQ <- tr1 + r^2 * mAm; VQ <- 2 * tr2 + 4 * r^2 * ACA
    q <- (k - 1) + (W1 / W2 - 1) * ((r / u)^2 - 1)
    pgamma(q, shape = EQ^2 / VQ, scale = VQ / EQ) * dnorm(z)
  }, u / sqrt(VR), max(u, u / sqrt(VR)) + 15, rel.tol = 1e-12, abs.tol = 0, subdivisions = 5000)$value
  u <- uniroot(function(u) tail(u) - alpha, c(0.1, qnorm(1 - alpha / 2) * sqrt(VR) * (1 + 1e-9)), tol = 1e-13)$root
  f <- hc(rma(y, v, method = "DL"), level = 100 * level)
  check("metafor hc se", se, f$se); check("metafor hc bounds", c(b - u * se, b + u * se), c(f$ci.lb, f$ci.ub))
  stat <- abs(b) / se
  list(values = I(c(b, se, b - u * se, b + u * se)), pValue = if (stat > 1e-3 && stat / sqrt(VR) < 8) tail(stat) else NULL)
}
ivhet <- function(y, v) {
  p <- (1 / v) / sum(1 / v); t2 <- tau2_dl(y, v); b <- centre(y, 1 / v); se <- sqrt(sum(p^2 * (v + t2)))
  m <- metagen(y, sqrt(v), method.tau = "DL", method.common.ci = "IVhet")
  check("meta IVhet", c(b, se, b - qnorm(0.975) * se), c(m$TE.common, m$seTE.common, m$lower.common))
  I(c(b, se, b - qnorm(0.975) * se, b + qnorm(0.975) * se))
}
given_weights <- function(y, v, t2) {
  k <- length(y); u <- (seq_along(y) * 7) %% 11 + 0.5
  b <- centre(y, u); se <- sqrt(sum(u^2 * (v + t2))) / sum(u); w <- 1 / (v + t2)
  hk <- se * sqrt(sum(w * (y - centre(y, w))^2) / (k - 1))
  f <- rma(y, v, weights = u, tau2 = t2, test = "z"); g <- rma(y, v, weights = u, tau2 = t2, test = "knha")
  z <- qnorm(0.975); t <- qt(0.975, k - 1); s <- z * sqrt(t2 + se^2)
  check("metafor weights", c(b, se), c(f$beta, f$se)); check("metafor weights knha", hk, g$se)
  q <- predict(f); check("metafor weights PI", c(b - s, b + s), c(q$pi.lb, q$pi.ub))
  list(weights = I(u), estimate = b, WALD = pm(b, se, z), HARTUNG_KNAPP = pm(b, hk, t), S = I(c(b - s, b + s)))
}
exceedance <- function(y, v, t2, i, p) {
  k <- length(y); i[c("WALD", "HARTUNG_KNAPP", "KENWARD_ROGER")] <- lapply(i[c("WALD", "HARTUNG_KNAPP", "KENWARD_ROGER")], unclass)
  threshold <- i$estimate + 0.7 * sqrt(t2 + i$WALD[1]^2)
  tail <- function(se, df) pt((threshold - i$estimate) / sqrt(t2 + se^2), df, lower.tail = FALSE)
  zero <- pt(-i$estimate / sqrt(t2 + i$WALD[1]^2), k - 1, lower.tail = FALSE)
  list(threshold = threshold, V = tail(i$WALD[1], k - 1), HTS = tail(i$WALD[1], k - 2), HK_PR = tail(i$HARTUNG_KNAPP[1], k - 2),
       KR = tail(i$KENWARD_ROGER[1], i$krDf), S = tail(i$WALD[1], Inf), aboveZero = zero)
}

cases <- list()
for (s in seq_len(nrow(sets))) {
  y <- sets$yi[[s]]; v <- sets$vi[[s]]
  case <- list(set = sets$name[s])
  for (method in c("DL", "PM", "REML", "ML")) {
    t2 <- TAU2[[method]](y, v); i <- mean_intervals(y, v, t2); p <- predictions(y, v, t2, i)
    if (s %% 5 == 1 && method %in% c("DL", "REML")) against_meta(y, v, t2, method, i, p)  # a run of metagen is slow
    case[[method]] <- c(list(tau2 = t2), i, list(predictions = p))
    if (method == "REML") { case$weighted <- given_weights(y, v, t2); case$exceedance <- exceedance(y, v, t2, i, p) }
  }
  case$profileMl <- profile(y, v, FALSE, case$ML$tau2); case$profileReml <- profile(y, v, TRUE, case$REML$tau2)
  case$henmiCopas <- henmi_copas(y, v); case$ivhet <- ivhet(y, v)
  cases[[s]] <- case
  if (s %% 10 == 0) cat(s, format(Sys.time(), "%H:%M:%S"), "\n")
}
for (n in names(checks)) cat(sprintf("%-24s %.2g\n", n, checks[[n]]))
write_golden("intervals", paste0("own formulas; compared with meta ", packageVersion("meta"), " metagen(tau.preset) and metafor rma, hc: ",
  paste(names(checks), vapply(checks, function(x) sprintf("%.1g", x), ""), collapse = "; ")), cases)
