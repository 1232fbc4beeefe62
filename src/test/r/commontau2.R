# One tau2 for all groups of a subgroup analysis, on every set of sets.json and some real groupings. Run: Rscript commontau2.R
# Groups of a set, by position: the first study alone ("one"), the others in turn "A", "B", "C".
source("common.R")
suppressPackageStartupMessages(library(meta))

split_by <- function(x, g) split(x, factor(g, unique(g)))
over <- function(y, v, g, f) sum(mapply(f, split_by(y, g), split_by(v, g)))
q_within <- function(t, y, v, g) over(y, v, g, function(y, v) q_at(t, y, v))
solve_q <- function(target, y, v, g) {
  if (q_within(0, y, v, g) <= target) return(0)
  upper <- max(v); while (q_within(upper, y, v, g) > target) upper <- upper * 4
  lower <- upper; while (q_within(lower, y, v, g) < target) lower <- lower / 4
  log_root(function(t) q_within(t, y, v, g) - target, lower, upper)
}
spread_or_zero <- function(w) if (length(w) > 1) spread(w) else 0
# score and value of the (restricted) likelihood with a mean a group; global maximum by a dense scan
maximum <- function(y, v, g, restricted) {
  ys <- split_by(y, g); vs <- split_by(v, g)
  score <- function(t) sum(mapply(function(y, v) { w <- 1 / (v + t); sum(w^2 * (y - centre(y, w))^2) - if (restricted) spread_or_zero(w) else sum(w) }, ys, vs))
  value <- function(t) sum(mapply(function(y, v) { w <- 1 / (v + t); -0.5 * (sum(log(v + t)) + (if (restricted) log(sum(w)) else 0) + q_at(t, y, v)) }, ys, vs))
  grid <- c(0, exp(seq(log(min(v) * 1e-4), log((max(v) + diff(range(y))^2) * 10), length.out = 1200)))
  ll <- vapply(grid, value, 0); best <- which.max(ll)
  if (best == 1 && score(0) <= 0) return(0)
  lower <- if (best <= 2) grid[2] * 1e-8 else grid[best - 1]
  log_root(score, lower, grid[best + 1])
}
ESTIMATORS <- list(
  DL = function(y, v, g) max(0, (q_within(0, y, v, g) - (length(y) - length(unique(g)))) / over(y, v, g, function(y, v) spread_or_zero(1 / v))),
  PM = function(y, v, g) solve_q(length(y) - length(unique(g)), y, v, g),
  REML = function(y, v, g) maximum(y, v, g, TRUE),
  ML = function(y, v, g) maximum(y, v, g, FALSE),
  HE = function(y, v, g) max(0, over(y, v, g, function(y, v) sum((y - mean(y))^2) - sum(v) * (1 - 1 / length(v))) / (length(y) - length(unique(g)))),
  HS = function(y, v, g) max(0, (q_within(0, y, v, g) - length(y)) / sum(1 / v)),
  HSK = function(y, v, g) { k <- length(y); max(0, (q_within(0, y, v, g) * k / (k - length(unique(g))) - k) / sum(1 / v)) },
  PMM = function(y, v, g) solve_q(qchisq(.5, length(y) - length(unique(g))), y, v, g),
  DL2 = function(y, v, g) {
    w <- 1 / (v + ESTIMATORS$DL(y, v, g)); ys <- split_by(y, g); vs <- split_by(v, g); ws <- split_by(w, g)
    up <- mapply(function(y, v, w) sum(w * (y - centre(y, w))^2) - (if (length(w) > 1) sum(w * v * others(w)) / sum(w) else 0), ys, vs, ws)
    max(0, sum(up) / sum(vapply(ws, spread_or_zero, 0)))
  },
  SJ = function(y, v, g) { t0 <- var(y) * (length(y) - 1) / length(y); t0 * q_within(t0, y, v, g) / (length(y) - length(unique(g))) })

at <- function(tau2, y, v, g) {
  ys <- split_by(y, g); vs <- split_by(v, g)
  est <- mapply(function(y, v) centre(y, 1 / (v + tau2)), ys, vs)
  wald <- vapply(vs, function(v) sqrt(1 / sum(1 / (v + tau2))), 0)
  hk <- mapply(function(y, v, e) { k <- length(y); w <- 1 / (v + tau2); if (k == 1) sqrt(1 / w) else sqrt(sum(w * (y - e)^2) / (k - 1) / sum(w)) }, ys, vs, est)
  q <- function(se) if (all(se > 0)) q_at(0, est, se^2) else NA
  list(tau2 = tau2, estimate = I(unname(est)), seWald = I(unname(wald)), seHartungKnapp = I(unname(hk)), qWald = q(wald), qHartungKnapp = q(hk))
}
differs <- function(what, a, b, limit) if (is.finite(b) && relative_difference(a, b) > limit && abs(a - b) > 1e-9) cat(sprintf("  %s: %.10g, program %.10g\n", what, a, b))
cases <- list()
add <- function(name, set, y, v, g) {
  G <- length(unique(g)); df <- length(y) - G
  fits <- lapply(ESTIMATORS, function(f) at(f(y, v, g), y, v, g))
  for (m in names(fits)) {
    named <- switch(m, HSK = "HSk", DL2 = "GENQ", m)
    r <- tryCatch(suppressWarnings(if (m == "DL2") rma(y, v, mods = ~ factor(g), method = named, weights = 1 / (v + fits$DL$tau2)) else
      rma(y, v, mods = ~ factor(g), method = named, control = TIGHT)), error = function(e) NULL)
    if (!is.null(r)) { differs(paste(name, m, "metafor tau2"), fits[[m]]$tau2, r$tau2, 1e-6); differs(paste(name, m, "metafor QM"), fits[[m]]$qWald, if (r$m == G - 1 && m != "DL2") r$QM else NA, 1e-5) }
  }
  for (ci in c("classic", "HK")) {
    x <- tryCatch(suppressWarnings(metagen(y, sqrt(v), subgroup = g, tau.common = TRUE, method.tau = "DL", method.random.ci = ci)), error = function(e) NULL)
    if (!is.null(x)) differs(paste(name, ci, "meta Q between"), fits$DL[[if (ci == "HK") "qHartungKnapp" else "qWald"]], x$Q.b.random, 1e-9)
  }
  interval <- c(solve_q(qchisq(.025, df, lower.tail = FALSE), y, v, g), solve_q(qchisq(.025, df), y, v, g))
  cases[[length(cases) + 1]] <<- c(list(name = name), if (is.null(set)) list(yi = I(y), vi = I(v), groupOf = I(g)) else list(set = set),
    list(k = length(y), groups = G, qWithin = q_within(0, y, v, g), tau2Lower = interval[1], tau2Upper = interval[2], methods = fits))
}
real <- function(name, d, g) { i <- is.finite(d$yi) & is.finite(d$vi); add(name, NULL, as.numeric(d$yi[i]), as.numeric(d$vi[i]), as.character(g[i])) }
d <- dat.bcg; real("bcg by allocation", escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = d), d$alloc)
d <- dat.raudenbush1985; real("raudenbush1985 by weeks", d, ifelse(d$weeks > 1, "after", "before"))
d <- dat.hackshaw1998; real("hackshaw1998 by country", d, d$country)
d <- dat.konstantopoulos2011; real("konstantopoulos2011 by district", d, d$district)
for (s in jsonlite::fromJSON("../resources/golden/sets.json", simplifyVector = FALSE)$cases) {
  y <- unlist(s$yi); v <- unlist(s$vi)
  if (length(y) > 5) add(s$name, s$name, y, v, c("one", rep_len(c("A", "B", "C"), length(y) - 1)))
}
write_golden("commontau2", "tau2 common to the groups by formula, compared with rma(yi, vi, mods = ~ factor(group), control = tight) and metagen(subgroup =, tau.common = TRUE)", cases)
