# Trim and fill on the common sets: every estimator, both sides, common effect, DL and REML; R meta beside it.
source("common.R")
suppressPackageStartupMessages(library(meta))
sets <- jsonlite::fromJSON("../resources/golden/sets.json", simplifyVector = FALSE)$cases
numbers <- function(x) vapply(x, as.numeric, 0)
quiet <- function(e) tryCatch(suppressWarnings(e), error = function(e) NULL)
one <- function(name, y, v, method, estimator, side) {
  # metafor's own REML can stop; tau2 of every trimmed set is then not at hand, and the case is left out
  r <- quiet(rma(y, v, method = method, control = if (method == "REML") TIGHT else list()))
  t <- if (is.null(r)) NULL else quiet(trimfill(r, estimator = estimator, side = side))
  if (is.null(t)) return(NULL)
  if (method == "REML") {  # trimfill pools at the end with the default control, REML off by 2e-7: solved anew
    t$tau2 <- tau2_reml(as.numeric(t$yi), as.numeric(t$vi)); w <- 1 / (as.numeric(t$vi) + t$tau2)
    t$beta <- centre(as.numeric(t$yi), w); t$se <- sqrt(1 / sum(w))
  }
  p <- if (estimator == "R0") t$p.k0 else NA
  list(name = name, method = method, estimator = estimator, side = side, k0 = t$k0, se = t$se.k0, p = p,
    estimate = as.numeric(t$beta), standardError = t$se, tau2 = t$tau2, filled = I(sort(as.numeric(t$yi)[t$fill])))
}
cases <- list()
for (d in sets) {
  y <- numbers(d$yi); v <- numbers(d$vi); k <- length(y)
  if (k < 5 || k > 22) next
  for (method in c("EE", "DL", if (d$name %in% c("bcg-RR", "bcg-OR")) "REML")) for (estimator in c("L0", "R0", "Q0")) for (side in c("left", "right"))
    cases <- c(cases, list(one(d$name, y, v, method, estimator, side)))
}
automatic <- list()
for (d in sets) {
  y <- numbers(d$yi); v <- numbers(d$vi); k <- length(y)
  if (k < 5 || k > 30 || diff(range(v)) == 0) next
  m <- quiet(trimfill(metagen(y, sqrt(v), method.tau = "DL")))
  if (!is.null(m)) automatic <- c(automatic, list(list(name = d$name, method = "meta", side = if (isTRUE(m$left)) "left" else "right", k0 = m$k0, estimate = m$TE.random)))
}
write_golden("trimfill", "metafor::trimfill(estimator, side); meta::trimfill(metagen(method.tau = 'DL')) for cases of method 'meta'", c(Filter(Negate(is.null), cases), automatic))
