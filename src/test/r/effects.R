# Estimate and variance of single studies, from counts, means and proportions.
source("common.R")
source("tables.R")

arrays <- function(es, level = 0.95) {
  y <- as.numeric(es$yi); v <- as.numeric(es$vi); z <- qnorm((1 + level) / 2)
  v[!is.finite(v) | !is.finite(y)] <- NA; y[is.na(v)] <- NA
  list(yi = I(y), vi = I(v), ciLower = I(y - z * sqrt(v)), ciUpper = I(y + z * sqrt(v)))
}

binary_case <- function(name, d) {
  zero <- with(d, ai == 0 | ai == n1i | ci == 0 | ci == n2i)
  double <- with(d, (ai == 0 & ci == 0) | (ai == n1i & ci == n2i))
  by <- function(m, to) suppressWarnings(arrays(escalc(m, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d,
    add = if (to == "none") 0 else 0.5, to = to, drop00 = FALSE)))
  c(list(name = name, kind = "binary", labels = I(d$study), ai = I(d$ai), n1i = I(d$n1i), ci = I(d$ci), n2i = I(d$n2i),
    zeroCell = I(zero), doubleZero = I(double)),
    list(measures = sapply(c("RR", "OR", "RD", "PETO"), function(m)
      sapply(c("only0", "none", "all", "if0all"), by, m = m, simplify = FALSE), simplify = FALSE)))
}

# J(m) = gamma(m/2) / (sqrt(m/2) gamma((m-1)/2)) as a product: the difference of two lgamma loses digits for large m
hedges_j <- function(m) {
  start <- if (m %% 2 == 0) 2 else 3
  ratio <- if (start == 2) 1 / sqrt(pi) else sqrt(pi) / 2
  steps <- seq(start, by = 2, length.out = (m - start) / 2)
  ratio * prod(steps / (steps - 1)) / sqrt(m / 2)
}
means_case <- function(name, study, n1, m1, sd1, n2, m2, sd2) {
  md <- escalc("MD", n1i = n1, m1i = m1, sd1i = sd1, n2i = n2, m2i = m2, sd2i = sd2)
  n <- n1 + n2; m <- n - 2; j <- vapply(m, hedges_j, 0)
  d <- (m1 - m2) / sqrt(((n1 - 1) * sd1^2 + (n2 - 1) * sd2^2) / m); g <- j * d
  large <- list(yi = g, vi = 1 / n1 + 1 / n2 + g^2 / (2 * n))
  unbiased <- list(yi = g, vi = 1 / n1 + 1 / n2 + (1 - (m - 2) / (m * j^2)) * g^2)
  approximate <- (1 - 3 / (4 * m - 1)) * d
  for (type in c("LS", "UB")) {
    r <- escalc("SMD", n1i = n1, m1i = m1, sd1i = sd1, n2i = n2, m2i = m2, sd2i = sd2, vtype = type)
    here <- if (type == "LS") large else unbiased
    far <- max(relative_difference(as.numeric(r$yi), here$yi), relative_difference(as.numeric(r$vi), here$vi))
    cat(sprintf("%-28s SMD %s: largest difference from metafor %.1e\n", name, type, far)); stopifnot(far < 1e-9)
  }
  list(name = name, kind = "means", labels = I(study), n1i = I(n1), m1i = I(m1), sd1i = I(sd1), n2i = I(n2), m2i = I(m2),
    sd2i = I(sd2), j = I(j), cohenD = I(d),
    measures = list(MD = arrays(md), SMD = list(LS = arrays(large), UB = arrays(unbiased),
      REVMAN5 = arrays(list(yi = approximate, vi = 1 / n1 + 1 / n2 + approximate^2 / (2 * (n - 3.94)))))))
}

proportion_case <- function(name, study, x, n) {
  by <- function(m, to) suppressWarnings(arrays(escalc(m, xi = x, ni = n, add = if (to == "none") 0 else 0.5, to = to)))
  wilson <- mapply(function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int, x, n)
  exact <- mapply(function(x, n) binom.test(x, n)$conf.int, x, n)
  list(name = name, kind = "proportion", labels = I(study), xi = I(x), ni = I(n),
    measures = sapply(c("PR", "PLO", "PFT"), function(m)
      sapply(c("only0", "none"), by, m = m, simplify = FALSE), simplify = FALSE),
    wilson = list(lower = I(wilson[1, ]), upper = I(wilson[2, ])), clopperPearson = list(lower = I(exact[1, ]), upper = I(exact[2, ])))
}

cases <- c(mapply(binary_case, names(tables), tables, SIMPLIFY = FALSE), mapply(binary_case, names(edge_tables), edge_tables, SIMPLIFY = FALSE))
means <- function(name, study, n1, m1, sd1, n2, m2, sd2) {
  columns <- data.frame(n1, m1, sd1, n2, m2, sd2); keep <- complete.cases(columns); columns <- columns[keep, ]
  cases[[length(cases) + 1]] <<- do.call(means_case, c(list(name, study[keep]), columns))
}
with(dat.normand1999, means("normand1999", source, n1i, m1i, sd1i, n2i, m2i, sd2i))
with(dat.gibson2002, means("gibson2002", slabs(author, year), n1i, m1i, sd1i, n2i, m2i, sd2i))
with(dat.curtis1998, means("curtis1998", slabs("id", id), n2i, m2i, sd2i, n1i, m1i, sd1i))
means("edge: small and large arms", paste("S", 1:8), c(2, 2, 3, 5, 50, 1000, 40000, 7), c(1, 5, 2.5, 0, 10, 10.1, 3, 4),
  c(0.5, 1, 0.2, 1, 2, 2, 1.5, 1e-3), c(2, 3, 2, 5, 60, 1200, 60001, 9), c(0.2, -5, 2.4, 0, 12, 10, 3.01, 4.002), c(0.4, 2, 0.3, 2, 2.2, 1.9, 1.4, 2e-3))
proportion <- function(...) cases[[length(cases) + 1]] <<- proportion_case(...)
with(dat.pritz1997, proportion("pritz1997", authors, xi, ni))
with(dat.debruin2009, proportion("debruin2009", slabs(author, year), xi, ni))
with(dat.hannum2020, proportion("hannum2020", slabs(authorName), xi, ni))
proportion("edge: none, all, large", paste("S", 1:9), c(0, 10, 0, 1, 1, 5, 3, 0, 999999), c(10, 10, 1, 1, 2, 10, 100000, 100000, 1000000))

write_golden("effects", paste("escalc(measure = RR | OR | RD | PETO, add = 1/2, to = 'only0' | 'all' | 'if0all' and add = 0, to = 'none',",
  "drop00 = FALSE); escalc(MD); SMD by formula (checked against escalc(SMD, vtype = LS | UB)); escalc(PR | PLO | PFT);",
  "prop.test(correct = FALSE), binom.test"), cases)
