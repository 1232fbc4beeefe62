# P(sum of lambda_j chi2_j(1) > x) from CompQuadForm: Farebrother's series, good to about 1e-13 absolutely, where it converges; Imhof's
# integral confirms it roughly (with two weights it is itself good to 2e-6 only). Run: Rscript quadraticform.R
source("common.R")
suppressPackageStartupMessages(library(CompQuadForm))
weights <- list(c(1, 2, 3), c(10, 1, 0.1, 0.01), rep(2, 5), c(6, 3, 1, 1, 1, 0.5), 1:12 / 3, c(100, 1, 1, 1), 0.7^(0:19), c(5, 1e-3))
cases <- list()
for (w in weights) for (q in c(0.02, 0.2, 0.7, 1, 1.5, 3, 6)) {
  x <- q * sum(w)
  f <- suppressWarnings(farebrother(x, w, eps = 1e-14, maxit = 1e6))
  i <- suppressWarnings(imhof(x, w, epsabs = 1e-12, epsrel = 1e-12, limit = 1e5)$Qq)
  series <- f$ifault %in% c(0, 4) && abs(f$Qq - i) < 1e-6  # 4: summed as far as doubles go
  if (!series) next
  cases[[length(cases) + 1]] <- list(weights = I(w), x = x, survival = f$Qq)
}
write_golden("quadraticform", paste("CompQuadForm", packageVersion("CompQuadForm"), "farebrother(x, lambda, eps = 1e-14)"), cases)
