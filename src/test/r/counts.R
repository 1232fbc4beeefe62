# Pooling from counts: Mantel-Haenszel and Peto.
source("common.R")
source("tables.R")

q_around <- function(y, v, b) {
  k <- length(y); q <- sum((y - b)^2 / v)
  list(q = q, df = k - 1, pValue = if (k > 1) pchisq(q, k - 1, lower.tail = FALSE) else NA)
}
finite <- function(es) { keep <- is.finite(es$yi) & is.finite(es$vi); list(y = as.numeric(es$yi)[keep], v = as.numeric(es$vi)[keep]) }
fields <- function(b, se) { if (!is.finite(b) || !is.finite(se)) b <- se <- NA
  if (is.na(b)) return(NULL); f <- fit_fields(unname(b), se, NA, 0.95); f$df <- NULL; f }

# Greenland and Robins 1985, binomial variance of the pooled risk difference
greenland_robins_se <- function(d) with(d, { bi <- n1i - ai; di <- n2i - ci; n <- n1i + n2i
  sqrt(sum((ai * bi * n2i^3 + ci * di * n1i^3) / (n1i * n2i * n^2))) / sum(n1i * n2i / n) })

mh <- function(d, m, pooled_add, without = pooled_add > 0) {
  to <- c("only0", if (pooled_add > 0) "only0" else "none")
  drop <- c(m != "RD", without && m != "RD")   # RD keeps studies without events
  r <- tryCatch(suppressWarnings(rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, measure = m,
    add = c(1 / 2, pooled_add), to = to, drop00 = drop, correct = FALSE)), error = function(e) NULL)
  if (is.null(r) || !is.finite(r$beta[1]) || !is.finite(r$se)) return(NULL)
  es <- finite(list(yi = r$yi, vi = r$vi))
  w <- numeric(nrow(d)); left_out <- drop[2] & with(d, (ai == 0 & ci == 0) | (ai == n1i & ci == n2i)); w[!left_out] <- as.numeric(weights(r))
  out <- c(fields(r$beta[1], r$se), list(k = length(es$y), weights = I(w),
    qMantelHaenszelCentre = q_around(es$y, es$v, r$beta[1]), qInverseVarianceCentre = q_around(es$y, es$v, centre(es$y, 1 / es$v))))
  stopifnot(relative_difference(r$QE, out$qMantelHaenszelCentre$q) < 1e-10 || r$QE < 1e-20)
  if (m == "RD") {
    used <- d; zero <- with(d, ai == 0 | ai == n1i | ci == 0 | ci == n2i)
    if (pooled_add > 0) { used[c("ai", "ci")] <- d[c("ai", "ci")] + 0.5 * zero; used[c("n1i", "n2i")] <- d[c("n1i", "n2i")] + zero }
    out <- c(out, list(varianceUsedAbove = "Sato, Greenland and Robins 1989", greenlandRobins1985 = fields(r$beta[1], greenland_robins_se(used))))
  }
  if (m == "OR") {
    stopifnot(is.na(r$BDp) || relative_difference(r$BDp, pchisq(r$BD, r$k.pos - 1, lower.tail = FALSE)) < 1e-12)
    yates <- suppressWarnings(rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, measure = m, add = c(1 / 2, pooled_add), to = to, drop00 = drop, correct = TRUE))
    out <- c(out, list(cochranMantelHaenszel = list(statistic = r$MH, df = 1, pValue = r$MHp, corrected = yates$MH, correctedPValue = yates$MHp),
      breslowDay = list(statistic = r$BD, df = r$k.pos - 1, pValue = r$BDp), tarone = list(statistic = r$TA, df = r$k.pos - 1, pValue = r$TAp)))
  }
  out
}

# Peto adds nothing: (O-E)/V per study, studies with V = 0 carry nothing
peto <- function(d) {
  r <- tryCatch(suppressWarnings(rma.peto(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, add = 0, to = "none")), error = function(e) NULL)
  if (is.null(r)) return(NULL)
  n <- with(d, n1i + n2i); events <- with(d, ai + ci)
  o_e <- with(d, ai - n1i * events / n); v <- with(d, n1i * n2i * (events / n) * ((n - events) / n) / (n - 1)); keep <- v > 0
  b <- sum(o_e) / sum(v); stopifnot(abs(r$beta[1] - b) < 1e-12 * max(1, abs(b)), relative_difference(r$se, 1 / sqrt(sum(v))) < 1e-12)
  q <- q_around((o_e / v)[keep], 1 / v[keep], b); stopifnot(abs(q$q - r$QE) < 1e-10 * max(1, r$QE))
  c(fields(b, r$se), list(k = sum(keep), oMinusE = I(o_e), v = I(v), weights = I(100 * v / sum(v)), q = q))
}

count_case <- function(name, d) list(name = name, labels = I(d$study), ai = I(d$ai), n1i = I(d$n1i), ci = I(d$ci), n2i = I(d$n2i),
  mantelHaenszel = sapply(c("RR", "OR", "RD"), function(m) list(uncorrected = mh(d, m, 0),
    uncorrectedInformativeOnly = if (m == "RR" && any(d$ai == d$n1i & d$ci == d$n2i)) mh(d, m, 0, TRUE), corrected = mh(d, m, 1 / 2)), simplify = FALSE),
  peto = peto(d))
all_tables <- c(tables, edge_tables, more_tables)
cases <- mapply(count_case, names(all_tables), all_tables, SIMPLIFY = FALSE)

# the targets of the issue
b <- cases$bcg; rr <- b$mantelHaenszel$RR$uncorrected; rd <- b$mantelHaenszel$RD$uncorrected
print(c(rr = rr$estimate, or = b$mantelHaenszel$OR$uncorrected$estimate, rd = rd$estimate, sato = rd$se, gr = rd$greenlandRobins1985$se,
  peto = b$peto$estimate, petoQ = b$peto$q$q, qMH = rr$qMantelHaenszelCentre$q, qIV = rr$qInverseVarianceCentre$q), digits = 9)
write_golden("counts", paste("rma.mh(measure = RR | OR | RD, add = c(1/2, 0), to = c('only0', 'none'), drop00 = c(TRUE, FALSE), correct = FALSE),",
  "corrected: add = c(1/2, 1/2), to = c('only0', 'only0'), drop00 = c(TRUE, TRUE); RD: drop00 = c(FALSE, FALSE); rma.peto(add = 0, to = 'none')"), cases)
