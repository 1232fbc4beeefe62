# Robust (infinitesimal jackknife) variance of Kaplan-Meier with weights that are not whole numbers: R survival (Debian
# r-cran-survival), survfit's own default for such weights. Run from this directory: Rscript survivalrobust.R
source("common.R")
suppressPackageStartupMessages(library(survival))
set.seed(20261121)

sample_set <- function(n, late) {
  t <- ceiling(rexp(n, 0.1)); c <- ceiling(runif(n, 0, 25)); d <- data.frame(time = pmin(t, c), event = as.numeric(t <= c))
  if (late) d$entry <- floor(d$time * runif(n, 0, 0.8))
  d$weight <- round(runif(n, 0.2, 3), 2); d
}
lung_ <- na.omit(with(lung, data.frame(time, event = status - 1, weight = ph.ecog / 2 + 0.25)))
SETS <- list(lung = lung_, tied = sample_set(60, FALSE), single = data.frame(time = c(1, 2, 3, 4.5), event = c(1, 0, 1, 1), weight = c(0.5, 1.5, 2.25, 0.75)),
             truncated = sample_set(80, TRUE), whole_times = sample_set(200, FALSE))
cases <- lapply(names(SETS), function(name) {
  d <- SETS[[name]]; d$id <- seq_len(nrow(d))
  s <- if (is.null(d$entry)) Surv(d$time, d$event) else Surv(d$entry, d$time, d$event)
  f <- if (is.null(d$entry)) survfit(s ~ 1, data = d, weights = weight, conf.type = "log", timefix = FALSE)
       else survfit(s ~ 1, data = d, weights = weight, id = id, robust = TRUE, conf.type = "log", timefix = FALSE)
  p <- summary(f, censored = TRUE)
  stopifnot(!isTRUE(all.equal(p$std.err, summary(survfit(s ~ 1, data = d, weights = weight, robust = FALSE, timefix = FALSE), censored = TRUE)$std.err)))
  alive <- p$surv > 1e-12
  data <- lapply(d[setdiff(names(d), "id")], I)
  list(name = name, data = data, times = I(p$time), survival = I(p$surv), standardError = I(ifelse(alive, p$std.err, NA)),
       lower = I(ifelse(alive, p$lower, NA)), upper = I(ifelse(alive, p$upper, NA)))
})
write_golden("survivalrobust", "survfit(Surv(time, event) ~ 1, weights): robust by default; with entry also id, robust = TRUE", cases)
