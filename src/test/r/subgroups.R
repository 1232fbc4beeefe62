# Subgroups: a fit in each group and the test between groups.
source("common.R")
source("fits.R")
source("tables.R")

# Q between groups: inverse-variance Q of the group estimates with their own standard errors
between <- function(b, se) {
  q <- q_at(0, b, se^2); df <- length(b) - 1
  list(q = q, df = df, pValue = if (df > 0) pchisq(q, df, lower.tail = FALSE) else NA)
}
each <- function(groups, f) vapply(groups, f, 0)

subgroup_case <- function(name, measure, y, v, group) {
  y <- as.numeric(y); v <- as.numeric(v); group <- as.character(group); keys <- unique(group)   # order of first appearance
  fits <- unname(lapply(keys, function(g) {
    i <- group == g; k <- sum(i); yi <- y[i]; vi <- v[i]
    list(group = g, k = k, common = brief(common_effect(yi, vi, 0.95)),
      random = if (k > 1) sapply(c("DL", "REML"), function(m) brief(random_effects(yi, vi, m, 0.95)), simplify = FALSE) else NULL)
  }))
  overall <- common_effect(y, v, 0.95)$q; within <- sum(each(fits, function(f) f$common$q))
  tests <- list(common = between(each(fits, function(f) f$common$estimate), each(fits, function(f) f$common$se)))
  stopifnot(relative_difference(tests$common$q, overall - within) < 1e-9)
  # a group of one study enters with its own estimate and standard error
  for (m in c("DL", "REML")) {
    pick <- function(way) each(fits, function(f) {
      if (f$k == 1) return(if (way == "estimate") f$common$estimate else f$common$se)
      r <- f$random[[m]]
      switch(way, estimate = r$wald$estimate, wald = r$wald$se, knapp = r$hartungKnapp$se,
        either = if (r$tau2 > 0) r$hartungKnapp$se else r$wald$se)
    })
    tests[[m]] <- list(wald = between(pick("estimate"), pick("wald")), hartungKnapp = between(pick("estimate"), pick("knapp")),
      hartungKnappElseWald = between(pick("estimate"), pick("either")))
    check <- rma(pick("estimate"), sei = pick("wald"), method = "EE")
    stopifnot(relative_difference(check$QE, tests[[m]]$wald$q) < 1e-10)
  }
  list(name = name, measure = measure, k = length(y), yi = I(y), vi = I(v), groupOf = I(group),
    groups = fits, qWithin = within, betweenGroups = tests)
}

cases <- list()
add <- function(...) cases[[length(cases) + 1]] <<- subgroup_case(...)
d <- dat.bcg
for (m in c("RR", "OR", "RD")) { es <- escalc(m, ai = tpos, bi = tneg, ci = cpos, di = cneg, data = d); add("bcg by alloc", m, es$yi, es$vi, d$alloc) }
es <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = d)
add("bcg by latitude above 40", "RR", es$yi, es$vi, ifelse(d$ablat > 40, "above", "below"))
add("bcg, first study alone", "RR", es$yi, es$vi, c("one", rep("rest", 12)))
add("bcg, one group", "RR", es$yi, es$vi, rep("all", 13))
d <- dat.gibson2002
es <- escalc("SMD", n1i = n1i, m1i = m1i, sd1i = sd1i, n2i = n2i, m2i = m2i, sd2i = sd2i, data = d); i <- !is.na(es$yi)
add("gibson2002 by type", "SMD", es$yi[i], es$vi[i], paste("type", d$type[i]))
d <- dat.raudenbush1985; add("raudenbush1985 by tester", "SMD", d$yi, d$vi, d$tester)
d <- dat.hackshaw1998; add("hackshaw1998 by country", "OR", d$yi, d$vi, d$country)
d <- dat.debruin2009; es <- escalc("PLO", xi = xi, ni = ni, data = d); add("debruin2009 by ethnicity", "PLO", es$yi, es$vi, d$ethnicity)
d <- breast_pfs; add("breast PFS by trial", "HR", log(d$hr), (log(d$high / d$low) / (2 * qnorm(.975)))^2, ifelse(grepl("Bachelot", d$study), "TAMRAD", "BOLERO-2"))
add("breast PFS by report", "HR", log(d$hr), (log(d$high / d$low) / (2 * qnorm(.975)))^2, sub("^(\\w+ \\d+).*", "\\1", d$study))
add("edge: equal groups", "GEN", c(0.1, 0.4, 0.9, 0.1, 0.4, 0.9), c(0.02, 0.05, 0.03, 0.02, 0.05, 0.03), rep(c("A", "B"), each = 3))

# Mantel-Haenszel: the same test with the pooled estimates of the groups
mh_case <- function(name, d, group) {
  keys <- unique(group)
  one <- function(m, g) { r <- suppressWarnings(rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d[group == g, ], measure = m, correct = FALSE))
    list(group = g, k = sum(group == g), estimate = unname(r$beta[1]), se = r$se) }
  list(name = name, labels = I(d$study), ai = I(d$ai), n1i = I(d$n1i), ci = I(d$ci), n2i = I(d$n2i), groupOf = I(group),
    mantelHaenszel = sapply(c("RR", "OR", "RD"), function(m) { f <- unname(lapply(keys, one, m = m))
      list(groups = f, betweenGroups = between(each(f, function(x) x$estimate), each(f, function(x) x$se))) }, simplify = FALSE))
}
cases[[length(cases) + 1]] <- mh_case("Mantel-Haenszel: bcg by alloc", tables$bcg, dat.bcg$alloc)
d <- tables$`breast CBR`; cases[[length(cases) + 1]] <- mh_case("Mantel-Haenszel: breast CBR by trial", d, ifelse(grepl("Bachelot", d$study), "TAMRAD", "BOLERO-2"))
d <- tables$`breast ORR`; cases[[length(cases) + 1]] <- mh_case("Mantel-Haenszel: breast ORR by trial", d, ifelse(grepl("Bachelot", d$study), "TAMRAD", "BOLERO-2"))
for (c in cases) cat(sprintf("%-38s k=%s groups=%s\n", c$name, length(c$groupOf), length(unique(c$groupOf))))
write_golden("subgroups", "the fits of models.R in each group, own tau2 each; between groups: rma(estimate, sei = se, method = 'EE')$QE", cases)
