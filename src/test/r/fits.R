# Common-effect and random-effects results from effects y and variances v, by formula; models.R checks them against metafor.
common_effect <- function(y, v, level) {
  k <- length(y); w <- 1 / v; b <- centre(y, w); q <- q_at(0, y, v)
  fit <- fit_fields(b, sqrt(1 / sum(w)), NA, level); fit$df <- NULL
  c(fit, list(q = q, qDf = k - 1, qPValue = if (k > 1) pchisq(q, k - 1, lower.tail = FALSE) else NA,
              iSquaredFromQ = if (k > 1 && q > 0) max(0, (q - (k - 1)) / q) * 100 else if (k > 1) 0 else NA,
              hSquaredFromQ = if (k > 1) q / (k - 1) else NA, weights = I(100 * w / sum(w))))
}

random_effects <- function(y, v, method, level) {
  k <- length(y); tau2 <- TAU2[[method]](y, v)
  w <- 1 / (v + tau2); b <- centre(y, w); se <- sqrt(1 / sum(w))
  se_hk <- sqrt(sum(w * (y - b)^2) / (k - 1) / sum(w)); half <- function(crit, s) b + c(-1, 1) * crit * sqrt(tau2 + s^2)
  t_at <- function(df) if (df > 0) qt((1 + level) / 2, df) else NA
  pi <- function(x) list(lower = x[1], upper = x[2])
  vt <- typical_variance(v)
  list(tau2 = tau2,
       wald = { f <- fit_fields(b, se, NA, level); f$df <- NULL; f },
       hartungKnapp = fit_fields(b, se_hk, k - 1, level),
       iSquared = 100 * tau2 / (tau2 + vt), hSquared = tau2 / vt + 1, weights = I(100 * w / sum(w)),
       predictionInterval = list(V = pi(half(t_at(k - 1), se)), HTS = pi(half(t_at(k - 2), se)),
                                 HK = pi(half(t_at(k - 1), se_hk)), S = pi(half(qnorm((1 + level) / 2), se))))
}

q_profile <- function(y, v, level) {
  k <- length(y); vt <- typical_variance(v); tail <- (1 - level) / 2
  bounds <- c(q_inverse(qchisq(1 - tail, k - 1), y, v), q_inverse(qchisq(tail, k - 1), y, v))
  i2 <- 100 * bounds / (bounds + vt); h2 <- bounds / vt + 1
  list(tau2Lower = bounds[1], tau2Upper = bounds[2], tauLower = sqrt(bounds[1]), tauUpper = sqrt(bounds[2]),
       iSquaredLower = i2[1], iSquaredUpper = i2[2], hSquaredLower = h2[1], hSquaredUpper = h2[2],
       empty = q_at(0, y, v) < qchisq(tail, k - 1))
}

# confidence intervals and tests only, for scripts that need no weights and no prediction interval
brief <- function(f) { f$weights <- NULL; f$predictionInterval <- NULL; f }
