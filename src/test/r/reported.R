# Estimates as papers print them: effect and standard error from an interval, a p value, or O-E and V; and their pool.
source("common.R")
source("fits.R")
source("breast.R")

from_interval <- function(name, scale, estimate, low, high, level, df = NULL) {
  f <- if (scale == "log") log else identity
  crit <- if (is.null(df)) qnorm((1 + level) / 2) else qt((1 + level) / 2, df)
  width <- if (scale == "log") log(high / low) else high - low
  list(name = name, kind = "interval", scale = scale, level = level, df = df, estimate = I(estimate), lower = I(low), upper = I(high),
    yi = I(f(estimate)), se = I(width / (2 * crit)),
    # how far the estimate lies from the middle of its interval, in standard errors
    offCentre = I((f(estimate) - (f(low) + f(high)) / 2) / (width / (2 * crit))))
}
from_p <- function(name, scale, estimate, p) {
  y <- if (scale == "log") log(estimate) else estimate
  list(name = name, kind = "pValue", scale = scale, estimate = I(estimate), pValue = I(p), yi = I(y), se = I(abs(y) / qnorm(p / 2, lower.tail = FALSE)))
}
from_oe <- function(name, oe, v) list(name = name, kind = "oMinusE", oMinusE = I(oe), v = I(v), yi = I(oe / v), se = I(1 / sqrt(v)), hr = I(exp(oe / v)))

pooled <- function(name, labels, y, se) {
  v <- se^2; common <- brief(common_effect(y, v, 0.95))
  random <- sapply(c("DL", "REML"), function(m) random_effects(y, v, m, 0.95), simplify = FALSE)
  check <- rma(y, v, method = "EE"); stopifnot(relative_difference(c(check$b, check$se, check$QEp), c(common$estimate, common$se, common$qPValue)) < 1e-10)
  h <- random$REML$hartungKnapp
  cat(sprintf("%-32s %.5f [%.5f, %.5f] Qp %.4f; Hartung-Knapp [%.3f, %.3f] tau2 %g\n", name, exp(common$estimate), exp(common$ciLower),
    exp(common$ciUpper), common$qPValue, exp(h$ciLower), exp(h$ciUpper), random$REML$tau2))
  list(name = name, kind = "pooled", labels = I(labels), yi = I(y), se = I(se), common = common, random = random,
    ratio = list(estimate = exp(common$estimate), ciLower = exp(common$ciLower), ciUpper = exp(common$ciUpper)))
}

pfs <- breast_pfs; pfs_se <- log(pfs$high / pfs$low) / (2 * qnorm(.975))
two <- pfs[pfs$study %in% c("Novartis 2012", "Bachelot 2012"), ]; two_se <- log(two$high / two$low) / (2 * qnorm(.975))
seven <- pfs[!grepl("Bachelot", pfs$study), ]; seven_se <- log(seven$high / seven$low) / (2 * qnorm(.975))
hack <- dat.hackshaw1998
cases <- list(
  from_interval("breast PFS", "log", pfs$hr, pfs$low, pfs$high, 0.95),
  from_interval("hackshaw1998", "log", hack$or, hack$or.lb, hack$or.ub, 0.95),
  from_interval("HORIZON", "log", 0.90, 0.76, 1.07, 0.95),
  from_interval("90 percent", "log", c(0.72, 1.4), c(0.55, 1.02), c(0.94, 1.92), 0.90),
  from_interval("99 percent", "log", c(0.72, 1.4), c(0.50, 0.93), c(1.04, 2.11), 0.99),
  from_interval("differences", "identity", c(0.153, -2, 0), c(0.081, -26.9, -0.5), c(0.225, 22.9, 0.5), 0.95),
  from_interval("differences, t interval with 18 df", "identity", c(0.153, -2), c(0.081, -26.9), c(0.225, 22.9), 0.95, df = 18),
  from_p("ratios", "log", c(0.72, 1.4, 0.45, 1.05), c(0.03, 0.0004, 1e-16, 0.9)),
  from_p("differences", "identity", c(5.2, -0.31), c(0.049, 1e-5)),
  from_oe("log-rank", c(-12.4, 3.1, 0, -45.25), c(21.7, 8.4, 5.5, 101.125)),
  pooled("breast PFS, 8 rows", pfs$study, log(pfs$hr), pfs_se),
  pooled("breast PFS, without Bachelot", seven$study, log(seven$hr), seven_se),
  pooled("BOLERO-2 final and TAMRAD", two$study, log(two$hr), two_se),
  { oe <- c(-12.4, 3.1, -0.5, -45.25); v <- c(21.7, 8.4, 5.5, 101.125); pooled("from O-E and V", paste("trial", 1:4), oe / v, 1 / sqrt(v)) })
write_golden("reported", "se = width on the analysis scale / (2 qnorm((1 + level) / 2)); |y| / qnorm(1 - p/2); (O-E)/V with se 1/sqrt(V); fits as in models.R", cases)
