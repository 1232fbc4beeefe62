# Pooled proportions and their way back from the logit and the Freeman-Tukey scale.
source("common.R")
source("fits.R")

# Miller 1978 on the half scale of escalc("PFT"), by formula; metafor's transf.ipft is the check
miller <- function(t, n) {
  if (t <= transf.pft(0, n)) return(0)
  if (t >= transf.pft(1, n)) return(1)
  s <- sin(2 * t)
  0.5 * (1 - sign(cos(2 * t)) * sqrt(max(0, 1 - (s + (s - 1 / s) / n)^2)))
}
back_from <- function(m, n) switch(m, PR = identity, PLO = plogis, PFT = function(t) miller(t, n))
check_miller <- function(t, n) {
  p <- miller(t, n); r <- transf.ipft(t, n); stopifnot(is.na(r) || abs(p - r) < 1e-12); p
}

pooled_case <- function(name, labels, x, n) {
  harmonic <- length(n) / sum(1 / n)
  measures <- sapply(c("PR", "PLO", "PFT"), function(m) {
    es <- escalc(m, xi = x, ni = n); y <- as.numeric(es$yi); v <- as.numeric(es$vi)
    common <- brief(common_effect(y, v, 0.95)); reml <- random_effects(y, v, "REML", 0.95); prediction <- reml$predictionInterval
    back <- function(b, low, high) { f <- back_from(m, harmonic); list(estimate = f(b), ciLower = f(low), ciUpper = f(high)) }
    if (m == "PFT") {
      r <- predict(rma(y, v, method = "EE"), transf = transf.ipft.hm, targs = list(ni = n))
      stopifnot(abs(r$pred - miller(common$estimate, harmonic)) < 1e-12)
    }
    w <- reml$wald; h <- reml$hartungKnapp; hts <- prediction$HTS
    list(yi = I(y), vi = I(v), common = common, REML = brief(reml),
      back = list(common = back(common$estimate, common$ciLower, common$ciUpper), wald = back(w$estimate, w$ciLower, w$ciUpper),
        hartungKnapp = back(h$estimate, h$ciLower, h$ciUpper),
        predictionHTS = if (is.na(hts$lower)) NULL else back(w$estimate, hts$lower, hts$upper)))
  }, simplify = FALSE)
  list(name = name, kind = "pooled", labels = I(labels), xi = I(x), ni = I(n), harmonicMean = harmonic, measures = measures)
}
inverse_case <- function(name, t, n) list(name = name, kind = "inverse", transformed = I(t), n = I(n), proportion = I(mapply(check_miller, t, n)))

cases <- list(
  with(dat.pritz1997, pooled_case("pritz1997", authors, xi, ni)),
  with(dat.debruin2009, pooled_case("debruin2009", slabs(author, year), xi, ni)),
  with(dat.hannum2020, pooled_case("hannum2020", slabs(authorName), xi, ni)),
  pooled_case("edge: no events at all", c("A", "B", "C"), c(0, 0, 0), c(12, 30, 25)),
  pooled_case("edge: events only", c("A", "B", "C"), c(12, 30, 25), c(12, 30, 25)),
  pooled_case("edge: very different totals", c("A", "B", "C", "D"), c(3, 6, 10, 1), c(217, 16557, 676, 44)),
  pooled_case("edge: k = 2", c("A", "B"), c(3, 9), c(20, 31)))
counts <- rbind(expand.grid(x = 0:5, n = 5), expand.grid(x = c(0, 1, 25, 49, 50), n = 50), expand.grid(x = c(0, 1, 500000, 999999, 1e6), n = 1e6), c(0, 1), c(1, 1))
cases <- c(cases, list(
  # back where they came from: proportion = x / n up to rounding
  inverse_case("transformed counts", transf.pft(counts$x / counts$n, counts$n), counts$n),
  inverse_case("not counts", c(0.2, 0.5, pi / 4, 1.0, 1.3, 0.7, 1.2), c(10, 10, 10, 10, 10, 37.25, 143.8)),
  # below transf.pft(0, n) is 0, above transf.pft(1, n) is 1
  inverse_case("beyond the range", c(-0.3, 0, 0.05, 0.1, 1.5, 1.56, pi / 2, 1.7), c(10, 10, 10, 20, 10, 20, 10, 10)),
  inverse_case("at the range", c(transf.pft(0, 10), transf.pft(1, 10), transf.pft(0, 33.3), transf.pft(1, 33.3)), c(10, 10, 33.3, 33.3))))
for (c in cases) if (c$kind == "pooled") cat(sprintf("%-28s PFT back %.6f\n", c$name, c$measures$PFT$back$common$estimate))
write_golden("proportions", "escalc(PR | PLO | PFT), fits as in models.R; PFT back by predict(transf = transf.ipft.hm, targs = list(ni = ni)) and transf.ipft", cases)
